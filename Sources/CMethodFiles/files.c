#include "CMethodFiles.h"

// The structure of the built-in method, and the words of the program and the method in each language. A language whose
// file is not there is passed over, so adding one of these five is a matter of its two files alone.

static const unsigned char method[] = {
#embed "../Method/Resources/social-media-plan/method.yaml"
};

#if __has_embed("../Method/Resources/languages/en.yaml")
static const unsigned char language_en[] = {
#embed "../Method/Resources/languages/en.yaml"
};
#endif

#if __has_embed("../Method/Resources/social-media-plan/en.yaml")
static const unsigned char words_en[] = {
#embed "../Method/Resources/social-media-plan/en.yaml"
};
#endif

#if __has_embed("../Method/Resources/languages/nb.yaml")
static const unsigned char language_nb[] = {
#embed "../Method/Resources/languages/nb.yaml"
};
#endif

#if __has_embed("../Method/Resources/social-media-plan/nb.yaml")
static const unsigned char words_nb[] = {
#embed "../Method/Resources/social-media-plan/nb.yaml"
};
#endif

#if __has_embed("../Method/Resources/languages/da.yaml")
static const unsigned char language_da[] = {
#embed "../Method/Resources/languages/da.yaml"
};
#endif

#if __has_embed("../Method/Resources/social-media-plan/da.yaml")
static const unsigned char words_da[] = {
#embed "../Method/Resources/social-media-plan/da.yaml"
};
#endif

#if __has_embed("../Method/Resources/languages/nl.yaml")
static const unsigned char language_nl[] = {
#embed "../Method/Resources/languages/nl.yaml"
};
#endif

#if __has_embed("../Method/Resources/social-media-plan/nl.yaml")
static const unsigned char words_nl[] = {
#embed "../Method/Resources/social-media-plan/nl.yaml"
};
#endif

#if __has_embed("../Method/Resources/languages/fi.yaml")
static const unsigned char language_fi[] = {
#embed "../Method/Resources/languages/fi.yaml"
};
#endif

#if __has_embed("../Method/Resources/social-media-plan/fi.yaml")
static const unsigned char words_fi[] = {
#embed "../Method/Resources/social-media-plan/fi.yaml"
};
#endif

static const plenum_file files[] = {
  {"social-media-plan/method.yaml", method, sizeof method},
#if __has_embed("../Method/Resources/languages/en.yaml")
  {"languages/en.yaml", language_en, sizeof language_en},
#endif
#if __has_embed("../Method/Resources/social-media-plan/en.yaml")
  {"social-media-plan/en.yaml", words_en, sizeof words_en},
#endif
#if __has_embed("../Method/Resources/languages/nb.yaml")
  {"languages/nb.yaml", language_nb, sizeof language_nb},
#endif
#if __has_embed("../Method/Resources/social-media-plan/nb.yaml")
  {"social-media-plan/nb.yaml", words_nb, sizeof words_nb},
#endif
#if __has_embed("../Method/Resources/languages/da.yaml")
  {"languages/da.yaml", language_da, sizeof language_da},
#endif
#if __has_embed("../Method/Resources/social-media-plan/da.yaml")
  {"social-media-plan/da.yaml", words_da, sizeof words_da},
#endif
#if __has_embed("../Method/Resources/languages/nl.yaml")
  {"languages/nl.yaml", language_nl, sizeof language_nl},
#endif
#if __has_embed("../Method/Resources/social-media-plan/nl.yaml")
  {"social-media-plan/nl.yaml", words_nl, sizeof words_nl},
#endif
#if __has_embed("../Method/Resources/languages/fi.yaml")
  {"languages/fi.yaml", language_fi, sizeof language_fi},
#endif
#if __has_embed("../Method/Resources/social-media-plan/fi.yaml")
  {"social-media-plan/fi.yaml", words_fi, sizeof words_fi},
#endif
};

size_t plenum_file_count(void) {
  return sizeof files / sizeof files[0];
}

plenum_file plenum_file_at(size_t place) {
  return files[place];
}
