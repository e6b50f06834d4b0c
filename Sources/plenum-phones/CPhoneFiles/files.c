#include "CPhoneFiles.h"

// The words, the style and the script of the phones' pages. A language is added by its file and its lines here.

static const unsigned char style[] = {
#embed "../Resources/page/page.css"
};

static const unsigned char script[] = {
#embed "../Resources/page/page.js"
};

static const unsigned char hashes[] = {
#embed "../Resources/page/hashes.txt"
};

static const unsigned char en[] = {
#embed "../Resources/texts/en.yaml"
};

static const unsigned char nb[] = {
#embed "../Resources/texts/nb.yaml"
};

static const unsigned char da[] = {
#embed "../Resources/texts/da.yaml"
};

static const unsigned char nl[] = {
#embed "../Resources/texts/nl.yaml"
};

static const unsigned char fi[] = {
#embed "../Resources/texts/fi.yaml"
};

static const unsigned char sv[] = {
#embed "../Resources/texts/sv.yaml"
};

static const unsigned char de[] = {
#embed "../Resources/texts/de.yaml"
};

static const struct {
  const char *code;
  struct phone_file texts;
} languages[] = {
  {"en", {en, sizeof en}}, {"nb", {nb, sizeof nb}}, {"da", {da, sizeof da}},
  {"nl", {nl, sizeof nl}}, {"fi", {fi, sizeof fi}},
  {"sv", {sv, sizeof sv}}, {"de", {de, sizeof de}},
};

size_t phone_language_count(void) { return sizeof languages / sizeof *languages; }
const char *phone_language_code(size_t place) { return languages[place].code; }
struct phone_file phone_language_texts(size_t place) { return languages[place].texts; }

struct phone_file phone_page_style(void) { return (struct phone_file){style, sizeof style}; }
struct phone_file phone_page_script(void) { return (struct phone_file){script, sizeof script}; }
struct phone_file phone_page_hashes(void) { return (struct phone_file){hashes, sizeof hashes}; }
