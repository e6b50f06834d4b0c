#ifndef CPSEUDOTERMINAL_H
#define CPSEUDOTERMINAL_H

// What PseudoTerminal needs of C: calls that are variadic, or that Swift cannot make from a program with several threads.

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/// Opens a pseudo-terminal of a size; both ends are closed on exec, the primary one does not block. An errno or 0.
int cpt_open(int *primary, int *secondary, int columns, int rows);

/// Starts a program as the leader of a new session with the pseudo-terminal as its controlling terminal.
///
/// `life` is a pipe's writing end that the program and its children inherit; `folder` may be NULL. An errno or 0.
int cpt_spawn(
  const char *path, const char *const *arguments, const char *const *environment, const char *folder, int primary,
  int life, pid_t *child);

/// Opens a pipe whose ends are closed on exec; an errno or 0.
int cpt_pipe(int *reading, int *writing);

bool cpt_resize(int descriptor, int columns, int rows);

/// The modes of a terminal in the form of `stty -g`; false when it cannot be read.
bool cpt_state(int descriptor, char *text, size_t size);

/// Waits for the end of a program; its exit code, or minus the number of the signal that ended it.
int cpt_wait(pid_t child);

/// Lets a program's files grow as far as they like, from now on; false where a system cannot do that from outside.
bool cpt_lift_file_size(pid_t child);

/// The columns that the system's tables give one Unicode scalar, never negative.
int cpt_width(unsigned int scalar);

#endif
