#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CEditLine.h"

#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <wchar.h>

static_assert(sizeof(wchar_t) == sizeof(int32_t), "libedit's characters are Unicode scalars");

struct CEditLine {
  EditLine *el;
  FILE *input;
  FILE *nowhere;
  void *context;
  CELNextScalar next;
  CELHistoryEntry entry;
  size_t entry_index;
  int command;
  bool ended;
};

static CEditLine *self_of(EditLine *el) {
  void *data = NULL;
  el_wget(el, EL_CLIENTDATA, &data);
  return data;
}

static int next_scalar(EditLine *el, wchar_t *out) {
  CEditLine *self = self_of(el);
  int32_t scalar = 0;
  int got = self->next(self->context, &scalar);
  if (got != 1) {
    self->ended = true;
    return 0;
  }
  *out = (wchar_t)scalar;
  return 1;
}

static wchar_t *no_prompt(EditLine *el) {
  (void)el;
  static wchar_t empty[] = L"";
  return empty;
}

#define CEL_FUNCTION(id, name)                               \
  static unsigned char run_##id(EditLine *el, wint_t key) {  \
    (void)key;                                               \
    self_of(el)->command = CEL_##id;                         \
    return CC_NORM;                                          \
  }
CEL_COMMANDS(CEL_FUNCTION)
#undef CEL_FUNCTION

static void add_commands(EditLine *el) {
#define CEL_ADD(id, name) el_wset(el, EL_ADDFN, L##name, L##name, run_##id);
  CEL_COMMANDS(CEL_ADD)
#undef CEL_ADD
}

const char *cel_command_name(int command) {
  switch (command) {
#define CEL_NAME(id, name) case CEL_##id: return name;
    CEL_COMMANDS(CEL_NAME)
#undef CEL_NAME
  default: return NULL;
  }
}

CEditLine *cel_open(const char *program, int input, void *context, CELNextScalar next) {
  CEditLine *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->context = context;
  self->next = next;
  // Its own descriptor, so that closing the FILE does not close the caller's.
  int descriptor = fcntl(input, F_DUPFD_CLOEXEC, 3);
  self->input = descriptor < 0 ? NULL : fdopen(descriptor, "r");
  self->nowhere = fopen("/dev/null", "we");
  if (self->input != NULL && self->nowhere != NULL) {
    // libedit takes a terminal for one only when its output is one too, so it starts with the terminal on both sides.
    self->el = el_init(program, self->input, self->input, self->nowhere);
  }
  if (self->el == NULL) {
    if (self->input != NULL) fclose(self->input);
    if (self->nowhere != NULL) fclose(self->nowhere);
    free(self);
    return NULL;
  }
  EditLine *el = self->el;
  el_wset(el, EL_SETFP, 1, self->nowhere);
  el_wset(el, EL_CLIENTDATA, self);
  el_wset(el, EL_SIGNAL, 0);
  // Which of the two it starts with was chosen where it was built.
  el_wset(el, EL_EDITOR, L"emacs");
  el_wset(el, EL_PROMPT, no_prompt);
  el_wset(el, EL_GETCFN, next_scalar);
  add_commands(el);
  // It takes its raw mode now and believes in it from then on; what the terminal really is in is our own business.
  el_wset(el, EL_UNBUFFERED, 1);
  return self;
}

void cel_close(CEditLine *self) {
  // Without this el_end flushes what was typed ahead.
  el_wset(self->el, EL_EDITMODE, 0);
  el_end(self->el);
  fclose(self->input);
  fclose(self->nowhere);
  free(self);
}

static wchar_t *wide(const char *text) {
  size_t size = strlen(text) + 1;
  wchar_t *result = calloc(size, sizeof(wchar_t));
  if (result != NULL && mbstowcs(result, text, size) == (size_t)-1) {
    free(result);
    return NULL;
  }
  return result;
}

void cel_bind(CEditLine *self, bool alternate, const char *key, const char *command) {
  wchar_t *wide_key = wide(key);
  wchar_t *wide_command = wide(command);
  if (wide_key != NULL && wide_command != NULL) {
    if (alternate)
      el_wset(self->el, EL_BIND, L"-a", wide_key, wide_command, NULL);
    else
      el_wset(self->el, EL_BIND, wide_key, wide_command, NULL);
  }
  free(wide_key);
  free(wide_command);
}

bool cel_configure(CEditLine *self, const char *line) {
  wchar_t *text = wide(line);
  if (text == NULL) return false;
  bool switched = false;
  TokenizerW *tokenizer = tok_winit(NULL);
  if (tokenizer != NULL) {
    int count = 0;
    const wchar_t **words = NULL;
    if (tok_wstr(tokenizer, text, &count, &words) == 0 && count > 0) {
      el_wparse(self->el, count, words);
      const wchar_t *verb = wcschr(words[0], L':');
      verb = verb == NULL ? words[0] : verb + 1;
      switched = wcscmp(verb, L"bind") == 0 && count > 1
        && (wcscmp(words[1], L"-e") == 0 || wcscmp(words[1], L"-v") == 0);
    }
    tok_wend(tokenizer);
  }
  free(text);
  // "edit off" would turn it into a plain reader.
  el_wset(self->el, EL_EDITMODE, 1);
  return switched;
}

bool cel_is_vi(CEditLine *self) {
  const wchar_t *name = NULL;
  return el_wget(self->el, EL_EDITOR, &name) == 0 && name != NULL && wcscmp(name, L"vi") == 0;
}

void cel_reset(CEditLine *self) {
  // Leaving and entering unbuffered mode starts a new line; switched off, libedit leaves the terminal alone meanwhile.
  el_wset(self->el, EL_EDITMODE, 0);
  el_wset(self->el, EL_UNBUFFERED, 0);
  el_wset(self->el, EL_UNBUFFERED, 1);
  el_wset(self->el, EL_EDITMODE, 1);
}

// Some of libedit's vi commands leave the cursor before the start of an empty line, and the next one writes there.
static void keep_cursor_in_line(CEditLine *self) {
  LineInfoW *line = (LineInfoW *)(uintptr_t)el_wline(self->el);
  if (line->cursor < line->buffer) line->cursor = line->buffer;
  if (line->cursor > line->lastchar) line->cursor = line->lastchar;
}

int cel_step(CEditLine *self) {
  self->command = CEL_NONE;
  self->ended = false;
  int count = 0;
  el_wgets(self->el, &count);
  keep_cursor_in_line(self);
  return self->ended ? -1 : self->command;
}

size_t cel_line(CEditLine *self, const int32_t **scalars, size_t *cursor) {
  const LineInfoW *line = el_wline(self->el);
  *scalars = (const int32_t *)line->buffer;
  *cursor = (size_t)(line->cursor - line->buffer);
  return (size_t)(line->lastchar - line->buffer);
}

bool cel_replace(CEditLine *self, const int32_t *scalars, size_t count, size_t cursor) {
  // el_cursor and el_wreplacestr are missing in older libedits; the line is public and its cursor may be set.
  LineInfoW *line = (LineInfoW *)(uintptr_t)el_wline(self->el);
  line->cursor = line->lastchar;
  el_wdeletestr(self->el, (int)(line->lastchar - line->buffer));
  wchar_t *text = calloc(count + 1, sizeof(wchar_t));
  if (text == NULL) return false;
  if (count > 0) memcpy(text, scalars, count * sizeof(wchar_t));
  bool done = count == 0 || el_winsertstr(self->el, text) == 0;
  free(text);
  line = (LineInfoW *)(uintptr_t)el_wline(self->el);
  size_t length = (size_t)(line->lastchar - line->buffer);
  line->cursor = line->buffer + (cursor < length ? cursor : length);
  return done;
}

static int past_lines(void *context, HistEventW *event, int operation, ...) {
  CEditLine *self = context;
  size_t index = self->entry_index;
  switch (operation) {
  case H_FIRST: index = 0; break;
  case H_NEXT: index += 1; break;
  case H_PREV:
    if (index == 0) return -1;
    index -= 1;
    break;
  case H_CURR: break;
  case H_LAST:
    while (self->entry(self->context, index + 1) != NULL) index += 1;
    break;
  default: return -1;
  }
  const int32_t *text = self->entry(self->context, index);
  if (text == NULL) return -1;
  self->entry_index = index;
  event->num = (int)index + 1;
  event->str = (const wchar_t *)text;
  return 0;
}

void cel_set_history(CEditLine *self, CELHistoryEntry entry) {
  self->entry = entry;
  el_wset(self->el, EL_HIST, past_lines, self);
}

void cel_use_utf8(void) {
  static const char *const fallbacks[] = {"C.UTF-8", "en_US.UTF-8", "UTF-8"};
  const char *set = setlocale(LC_CTYPE, "");
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i += 1) {
    if (set != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
    set = setlocale(LC_CTYPE, fallbacks[i]);
  }
}
