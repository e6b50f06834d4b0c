#include "CMethodFiles.h"

// The structure of the built-in method, and the words of the program and of the method in each language, compiled from
// the YAML files in Sources/Method/Resources by a test (RECORD=1 Scripts/test Compiled). The example that a method of
// one's own begins with is built in as it is written. A language is added by its three files and its lines here.

static const unsigned char method[] = {
#embed "../Method/Resources/compiled/social-media-plan/method.tree"
};

static const unsigned char example[] = {
#embed "../Method/Resources/example/method.yaml"
};

static const unsigned char language_en[] = {
#embed "../Method/Resources/compiled/languages/en.tree"
};

static const unsigned char words_en[] = {
#embed "../Method/Resources/compiled/social-media-plan/en.tree"
};

static const unsigned char example_en[] = {
#embed "../Method/Resources/example/en.yaml"
};

static const unsigned char language_nb[] = {
#embed "../Method/Resources/compiled/languages/nb.tree"
};

static const unsigned char words_nb[] = {
#embed "../Method/Resources/compiled/social-media-plan/nb.tree"
};

static const unsigned char example_nb[] = {
#embed "../Method/Resources/example/nb.yaml"
};

static const unsigned char language_da[] = {
#embed "../Method/Resources/compiled/languages/da.tree"
};

static const unsigned char words_da[] = {
#embed "../Method/Resources/compiled/social-media-plan/da.tree"
};

static const unsigned char example_da[] = {
#embed "../Method/Resources/example/da.yaml"
};

static const unsigned char language_nl[] = {
#embed "../Method/Resources/compiled/languages/nl.tree"
};

static const unsigned char words_nl[] = {
#embed "../Method/Resources/compiled/social-media-plan/nl.tree"
};

static const unsigned char example_nl[] = {
#embed "../Method/Resources/example/nl.yaml"
};

static const unsigned char language_fi[] = {
#embed "../Method/Resources/compiled/languages/fi.tree"
};

static const unsigned char words_fi[] = {
#embed "../Method/Resources/compiled/social-media-plan/fi.tree"
};

static const unsigned char example_fi[] = {
#embed "../Method/Resources/example/fi.yaml"
};

static const plenum_file files[] = {
  {"social-media-plan/method.yaml", method, sizeof method},
  {"example/method.yaml", example, sizeof example},
  {"languages/en.yaml", language_en, sizeof language_en},
  {"social-media-plan/en.yaml", words_en, sizeof words_en},
  {"example/en.yaml", example_en, sizeof example_en},
  {"languages/nb.yaml", language_nb, sizeof language_nb},
  {"social-media-plan/nb.yaml", words_nb, sizeof words_nb},
  {"example/nb.yaml", example_nb, sizeof example_nb},
  {"languages/da.yaml", language_da, sizeof language_da},
  {"social-media-plan/da.yaml", words_da, sizeof words_da},
  {"example/da.yaml", example_da, sizeof example_da},
  {"languages/nl.yaml", language_nl, sizeof language_nl},
  {"social-media-plan/nl.yaml", words_nl, sizeof words_nl},
  {"example/nl.yaml", example_nl, sizeof example_nl},
  {"languages/fi.yaml", language_fi, sizeof language_fi},
  {"social-media-plan/fi.yaml", words_fi, sizeof words_fi},
  {"example/fi.yaml", example_fi, sizeof example_fi},
};

size_t plenum_file_count(void) {
  return sizeof files / sizeof files[0];
}

plenum_file plenum_file_at(size_t place) {
  return files[place];
}
