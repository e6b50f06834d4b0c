#ifndef CPhoneFiles_h
#define CPhoneFiles_h

#include <stddef.h>

/// A file that was compiled in.
struct phone_file {
  const void *start;
  size_t length;
};

size_t phone_language_count(void);
const char *phone_language_code(size_t place);
struct phone_file phone_language_texts(size_t place);

struct phone_file phone_page_style(void);
struct phone_file phone_page_script(void);
struct phone_file phone_page_hashes(void);

#endif
