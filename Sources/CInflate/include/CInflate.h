#ifndef CINFLATE_H
#define CINFLATE_H

// zlib's inflate over two buffers at a time: its own struct keeps pointers between calls, which Swift must not.

#include <stddef.h>
#include <stdint.h>

/// How a step ended.
typedef enum {
  /// More follows, given more bytes or more room.
  CINFLATE_MORE,
  /// The deflated data are at their end.
  CINFLATE_END,
  /// The bytes are no deflated data.
  CINFLATE_BROKEN,
} cinflate_status;

/// What a step did.
typedef struct {
  cinflate_status status;
  /// How many of the bytes were taken.
  size_t taken;
  /// How many bytes were written.
  size_t written;
} cinflate_step;

/// Deflated data (RFC 1951, without a header) being unpacked.
typedef struct cinflate cinflate;

/// Begins; nil when there is no memory for it.
cinflate *_Nullable cinflate_open(void);

/// Unpacks as much as there are bytes and room for.
cinflate_step cinflate_next(cinflate *_Nonnull self, const uint8_t *_Nullable bytes, size_t count,
                            uint8_t *_Nullable room, size_t size);

/// Ends.
void cinflate_close(cinflate *_Nonnull self);

/// The CRC-32 of more bytes; that of none is 0.
uint32_t cinflate_crc32(uint32_t sum, const uint8_t *_Nullable bytes, size_t count);

#endif
