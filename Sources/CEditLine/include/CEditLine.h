#ifndef CEDITLINE_H
#define CEDITLINE_H

// What LineEditor needs of C, with fixed arguments: libedit's own calls are variadic and take FILE pointers, which Swift
// cannot call safely. Text crosses as Unicode scalars (wchar_t is 32 bits wide wherever libedit runs).

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>

/// The commands of ours that a key can be bound to, by the name under which an .editrc may bind them.
#define CEL_COMMANDS(X)                                   \
  X(ACCEPT, "line-accept")                                \
  X(BACKWARD, "line-backward")                            \
  X(FORWARD, "line-forward")                              \
  X(WORD_BACKWARD, "line-word-backward")                  \
  X(WORD_FORWARD, "line-word-forward")                    \
  X(START, "line-start")                                  \
  X(END, "line-end")                                      \
  X(DELETE_BACKWARD, "line-delete-backward")              \
  X(DELETE_FORWARD, "line-delete-forward")                \
  X(DELETE_OR_END, "line-delete-or-end-of-input")         \
  X(DELETE_WORD_BACKWARD, "line-delete-word-backward")    \
  X(DELETE_WORD_FORWARD, "line-delete-word-forward")      \
  X(DELETE_SPACED_WORD, "line-delete-spaced-word")        \
  X(KILL_TO_END, "line-kill-to-end")                      \
  X(KILL_TO_START, "line-kill-to-start")                  \
  X(YANK, "line-yank")                                    \
  X(TRANSPOSE, "line-transpose")                          \
  X(UNDO, "line-undo")                                    \
  X(REDO, "line-redo")                                    \
  X(OLDER, "line-history-older")                          \
  X(NEWER, "line-history-newer")                          \
  X(SEARCH, "line-search")                                \
  X(COMPLETE, "line-complete")                            \
  X(COMPLETE_BACK, "line-complete-back")                  \
  X(OPEN_EDITOR, "line-open-editor")                      \
  X(CLEAR_SCREEN, "line-clear-screen")                    \
  X(CANCEL, "line-cancel")

enum CELCommand {
  CEL_NONE = 0,
#define CEL_CASE(id, name) CEL_##id,
  CEL_COMMANDS(CEL_CASE)
#undef CEL_CASE
};

/// One libedit editor whose output goes nowhere.
typedef struct CEditLine CEditLine;

/// Gives the next scalar of the keys; 1 when there is one, 0 when the command that asks is to be given up.
typedef int (*CELNextScalar)(void *context, int32_t *scalar);

/// The name of a command, for bindings; NULL past the last.
const char *cel_command_name(int command);

/// Opens an editor on a terminal; NULL when there is none or no memory.
CEditLine *cel_open(const char *program, int input, void *context, CELNextScalar next);
void cel_close(CEditLine *self);

/// Binds a key (libedit's notation) to a command, in the main or the alternate (vi command) key map.
void cel_bind(CEditLine *self, bool alternate, const char *key, const char *command);
/// Runs one line of an .editrc; true when the line switched between emacs and vi, which resets every binding.
bool cel_configure(CEditLine *self, const char *line);
bool cel_is_vi(CEditLine *self);

/// An empty line in insert mode.
void cel_reset(CEditLine *self);
/// Reads and runs one editing command; gives the CELCommand it asked for, or -1 when the keys ended within it.
int cel_step(CEditLine *self);
size_t cel_line(CEditLine *self, const int32_t **scalars, size_t *cursor);
bool cel_replace(CEditLine *self, const int32_t *scalars, size_t count, size_t cursor);

/// Hands the history to libedit's own searches: entry 0 is the newest; NULL past the last.
typedef const int32_t *(*CELHistoryEntry)(void *context, size_t index);
void cel_set_history(CEditLine *self, CELHistoryEntry entry);

/// Makes sure that characters are decoded as UTF-8, whatever the locale of the environment.
void cel_use_utf8(void);

// MARK: The terminal

/// Raw mode as this module uses it: no echo, no line buffering, no signals from keys, output processing kept.
bool cel_raw(int descriptor, struct termios *saved);
bool cel_restore(int descriptor, const struct termios *saved);
bool cel_window_size(int descriptor, int *columns, int *rows);

/// From now on a crash or an exit gives the terminal back as `saved`, and writes `bytes` (at most 64) to it.
void cel_guard(int input, int output, const struct termios *saved, const char *bytes);
void cel_unguard(void);

/// Signals arrive as bytes in a pipe; gives the end to read from, or -1.
int cel_watch_signals(void);
void cel_unwatch_signals(void);
/// Stops the whole job as Ctrl-Z would, and returns when it is continued.
void cel_suspend(void);

/// Runs a program in the foreground with the terminal, found along PATH, and waits for its end; an errno or 0.
///
/// Keys that interrupt, quit or stop reach the program alone; when it is stopped, so is the caller. `code` is its exit
/// code, or 128 and the number of the signal that ended it.
int cel_run(const char *const *arguments, int *code);

#endif
