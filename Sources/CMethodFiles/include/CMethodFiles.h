#ifndef CMETHODFILES_H
#define CMETHODFILES_H

#include <stddef.h>

/// The built-in method and the languages, as they stand in Sources/Method/Resources, built into the program so that one
/// binary is all there is to ship.
typedef struct {
  /// The path below Resources, such as "languages/nb.yaml".
  const char *_Nonnull path;
  /// The content, UTF-8, without a closing zero.
  const unsigned char *_Nonnull bytes;
  /// The number of bytes.
  size_t size;
} plenum_file;

/// How many files there are.
size_t plenum_file_count(void);

/// The file of that place, counted from 0.
plenum_file plenum_file_at(size_t place);

#endif
