#ifndef CXML_H
#define CXML_H

// expat as a list of what a piece of a document held: its own callbacks and handlers cannot be written in safe Swift.

#include <stddef.h>
#include <stdint.h>

/// What stands in a document.
typedef enum {
  /// An element begins; the text is its name without a prefix.
  CXML_START,
  /// An attribute of the element that began; its name without a prefix, then its value.
  CXML_ATTRIBUTE,
  /// An element ends; the text is its name without a prefix.
  CXML_STOP,
  /// Some of the text between.
  CXML_TEXT,
} cxml_kind;

/// How a piece was read.
typedef enum {
  CXML_READ,
  /// It is not well formed.
  CXML_BROKEN,
  /// It declares a document type, with which entities come.
  CXML_DOCTYPE,
  /// Elements stand deeper than 64.
  CXML_TOO_DEEP,
  /// There is no memory for it.
  CXML_NO_MEMORY,
} cxml_status;

/// One thing in a piece; its texts stand among the bytes of the piece.
typedef struct {
  cxml_kind kind;
  /// Where its text begins.
  size_t start;
  size_t length;
  /// How long the value of an attribute is, which follows its name.
  size_t value_length;
} cxml_event;

/// A document that is being read.
typedef struct cxml_parser cxml_parser;

/// Begins; nil when there is no memory for it.
cxml_parser *_Nullable cxml_open(void);

/// Reads the next piece; what it held takes the place of what the last one held.
///
/// - Parameters:
///   - bytes: The piece.
///   - count: How many bytes it has, at most INT_MAX.
///   - is_last: Whether nothing follows.
cxml_status cxml_feed(cxml_parser *_Nonnull self, const uint8_t *_Nullable bytes, int count, int is_last);

/// How many things the last piece held.
size_t cxml_count(const cxml_parser *_Nonnull self);

/// One of them, counted from 0.
cxml_event cxml_at(const cxml_parser *_Nonnull self, size_t place);

/// The texts of them, UTF-8, until the next piece.
const uint8_t *_Nullable cxml_bytes(const cxml_parser *_Nonnull self);

/// How many bytes the texts have.
size_t cxml_byte_count(const cxml_parser *_Nonnull self);

/// The line that was read last, from 1.
size_t cxml_line(const cxml_parser *_Nonnull self);

/// Ends the reading.
void cxml_close(cxml_parser *_Nonnull self);

#endif
