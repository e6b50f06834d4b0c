#include "CYAML.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_parser {
  yaml_parser_t parser;
  yaml_event_t event;
  const uint8_t *bytes;
  bool is_over;
};

cyaml_parser *cyaml_open(const uint8_t *bytes, size_t count) {
  cyaml_parser *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  if (!yaml_parser_initialize(&self->parser)) {
    free(self);
    return NULL;
  }
  self->bytes = bytes;
  yaml_parser_set_encoding(&self->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&self->parser, bytes, count);
  return self;
}

void cyaml_close(cyaml_parser *self) {
  yaml_event_delete(&self->event);
  yaml_parser_delete(&self->parser);
  free(self);
}

// A byte that cannot stand in YAML has an offset only.
static size_t line_of_problem(const cyaml_parser *self) {
  if (self->parser.error != YAML_READER_ERROR) return self->parser.problem_mark.line + 1;
  size_t line = 1;
  for (size_t place = 0; place < self->parser.problem_offset; place++) line += self->bytes[place] == '\n';
  return line;
}

static cyaml_event broken(const cyaml_parser *self) {
  const char *problem = self->parser.problem ? self->parser.problem : "not enough memory";
  return (cyaml_event){
    .kind = CYAML_BROKEN,
    .line = line_of_problem(self),
    .text = (const uint8_t *)problem,
    .length = strlen(problem),
  };
}

cyaml_event cyaml_next(cyaml_parser *self) {
  for (;;) {
    yaml_event_delete(&self->event);
    if (self->is_over) return (cyaml_event){.kind = CYAML_END, .line = self->parser.mark.line + 1};
    if (!yaml_parser_parse(&self->parser, &self->event)) {
      self->is_over = true;
      return broken(self);
    }
    cyaml_event next = {.line = self->event.start_mark.line + 1};
    switch (self->event.type) {
    case YAML_SCALAR_EVENT:
      next.kind = CYAML_TEXT;
      next.text = self->event.data.scalar.value;
      next.length = self->event.data.scalar.length;
      next.is_plain = self->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
      next.is_marked = self->event.data.scalar.anchor || self->event.data.scalar.tag;
      return next;
    case YAML_ALIAS_EVENT:
      next.kind = CYAML_TEXT;
      next.is_marked = true;
      return next;
    case YAML_SEQUENCE_START_EVENT:
      next.kind = CYAML_LIST;
      next.is_marked = self->event.data.sequence_start.anchor || self->event.data.sequence_start.tag;
      return next;
    case YAML_MAPPING_START_EVENT:
      next.kind = CYAML_MAP;
      next.is_marked = self->event.data.mapping_start.anchor || self->event.data.mapping_start.tag;
      return next;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: next.kind = CYAML_CLOSE; return next;
    case YAML_DOCUMENT_START_EVENT: next.kind = CYAML_DOCUMENT; return next;
    case YAML_STREAM_END_EVENT:
      self->is_over = true;
      next.kind = CYAML_END;
      return next;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    }
  }
}
