#include "CXML.h"

#include <expat.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { most_depth = 64 };

struct cxml_parser {
  XML_Parser parser;
  cxml_event *events;
  size_t count, room;
  uint8_t *bytes;
  size_t used, size;
  int depth;
  cxml_status status;
};

static void stop(cxml_parser *self, cxml_status status) {
  if (self->status == CXML_READ) self->status = status;
  XML_StopParser(self->parser, XML_FALSE);
}

static bool keep(cxml_parser *self, const char *text, size_t length) {
  if (length > self->size - self->used) {
    size_t size = (self->used + length) * 2;
    uint8_t *bytes = realloc(self->bytes, size);
    if (!bytes) {
      stop(self, CXML_NO_MEMORY);
      return false;
    }
    self->bytes = bytes;
    self->size = size;
  }
  if (length > 0) memcpy(self->bytes + self->used, text, length);
  self->used += length;
  return true;
}

static cxml_event *add(cxml_parser *self, cxml_kind kind) {
  if (self->count == self->room) {
    size_t room = self->room ? self->room * 2 : 256;
    cxml_event *events = realloc(self->events, room * sizeof *events);
    if (!events) {
      stop(self, CXML_NO_MEMORY);
      return NULL;
    }
    self->events = events;
    self->room = room;
  }
  cxml_event *next = &self->events[self->count++];
  *next = (cxml_event){.kind = kind, .start = self->used};
  return next;
}

static const char *without_prefix(const char *name) {
  const char *colon = strrchr(name, ':');
  return colon ? colon + 1 : name;
}

static void on_start(void *data, const XML_Char *name, const XML_Char **attributes) {
  cxml_parser *self = data;
  if (++self->depth > most_depth) {
    stop(self, CXML_TOO_DEEP);
    return;
  }
  const char *plain = without_prefix(name);
  cxml_event *next = add(self, CXML_START);
  if (!next) return;
  next->length = strlen(plain);
  if (!keep(self, plain, next->length)) return;
  for (; attributes[0]; attributes += 2) {
    plain = without_prefix(attributes[0]);
    next = add(self, CXML_ATTRIBUTE);
    if (!next) return;
    next->length = strlen(plain);
    next->value_length = strlen(attributes[1]);
    if (!keep(self, plain, next->length) || !keep(self, attributes[1], next->value_length)) return;
  }
}

static void on_stop(void *data, const XML_Char *name) {
  cxml_parser *self = data;
  self->depth--;
  const char *plain = without_prefix(name);
  cxml_event *next = add(self, CXML_STOP);
  if (!next) return;
  next->length = strlen(plain);
  keep(self, plain, next->length);
}

static void on_text(void *data, const XML_Char *text, int length) {
  cxml_parser *self = data;
  cxml_event *next = add(self, CXML_TEXT);
  if (!next) return;
  next->length = (size_t)length;
  keep(self, text, (size_t)length);
}

static void on_doctype(void *data, const XML_Char *name, const XML_Char *system, const XML_Char *open, int internal) {
  (void)name, (void)system, (void)open, (void)internal;
  stop(data, CXML_DOCTYPE);
}

cxml_parser *cxml_open(void) {
  cxml_parser *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  self->parser = XML_ParserCreate(NULL);
  if (!self->parser) {
    free(self);
    return NULL;
  }
  XML_SetUserData(self->parser, self);
  XML_SetElementHandler(self->parser, on_start, on_stop);
  XML_SetCharacterDataHandler(self->parser, on_text);
  XML_SetStartDoctypeDeclHandler(self->parser, on_doctype);
  return self;
}

cxml_status cxml_feed(cxml_parser *self, const uint8_t *bytes, int count, int is_last) {
  self->count = 0;
  self->used = 0;
  if (self->status != CXML_READ) return self->status;
  if (XML_Parse(self->parser, (const char *)bytes, count, is_last) == XML_STATUS_ERROR && self->status == CXML_READ) {
    self->status = XML_GetErrorCode(self->parser) == XML_ERROR_NO_MEMORY ? CXML_NO_MEMORY : CXML_BROKEN;
  }
  return self->status;
}

size_t cxml_count(const cxml_parser *self) { return self->count; }

cxml_event cxml_at(const cxml_parser *self, size_t place) {
  return place < self->count ? self->events[place] : (cxml_event){.kind = CXML_TEXT};
}

const uint8_t *cxml_bytes(const cxml_parser *self) { return self->bytes; }

size_t cxml_byte_count(const cxml_parser *self) { return self->used; }

size_t cxml_line(const cxml_parser *self) { return XML_GetCurrentLineNumber(self->parser); }

void cxml_close(cxml_parser *self) {
  XML_ParserFree(self->parser);
  free(self->events);
  free(self->bytes);
  free(self);
}
