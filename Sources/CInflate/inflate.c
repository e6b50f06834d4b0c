#include "CInflate.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct cinflate {
  z_stream stream;
};

cinflate *cinflate_open(void) {
  cinflate *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  if (inflateInit2(&self->stream, -MAX_WBITS) != Z_OK) {
    free(self);
    return NULL;
  }
  return self;
}

cinflate_step cinflate_next(cinflate *self, const uint8_t *bytes, size_t count, uint8_t *room, size_t size) {
  uInt given = count > UINT_MAX ? UINT_MAX : (uInt)count;
  uInt space = size > UINT_MAX ? UINT_MAX : (uInt)size;
  self->stream.next_in = (z_const Bytef *)bytes;
  self->stream.avail_in = given;
  self->stream.next_out = room;
  self->stream.avail_out = space;
  int result = inflate(&self->stream, Z_NO_FLUSH);
  cinflate_step step = {.taken = given - self->stream.avail_in, .written = space - self->stream.avail_out};
  if (result == Z_STREAM_END) {
    step.status = CINFLATE_END;
  } else if (result == Z_OK || result == Z_BUF_ERROR) {
    step.status = CINFLATE_MORE;
  } else {
    step.status = CINFLATE_BROKEN;
  }
  self->stream.next_in = NULL;
  self->stream.next_out = NULL;
  return step;
}

void cinflate_close(cinflate *self) {
  inflateEnd(&self->stream);
  free(self);
}

uint32_t cinflate_crc32(uint32_t sum, const uint8_t *bytes, size_t count) {
  // Without bytes zlib would begin anew.
  return bytes ? (uint32_t)crc32_z(sum, bytes, count) : sum;
}
