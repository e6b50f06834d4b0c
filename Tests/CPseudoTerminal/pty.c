#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#if defined(__linux__)
enum { open_flags = O_RDWR | O_NOCTTY | O_CLOEXEC };
#else
enum { open_flags = O_RDWR | O_NOCTTY };
#endif

int cpt_open(int *primary, int *secondary, int columns, int rows) {
  char name[128];
  int first = posix_openpt(open_flags);
  if (first < 0) return errno;
  fcntl(first, F_SETFD, FD_CLOEXEC);
  if (grantpt(first) == 0 && unlockpt(first) == 0 && ptsname_r(first, name, sizeof name) == 0) {
    int second = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (second >= 0 && cpt_resize(second, columns, rows) && fcntl(first, F_SETFL, O_NONBLOCK) == 0) {
      *primary = first;
      *secondary = second;
      return 0;
    }
    if (second >= 0) close(second);
  }
  int failure = errno;
  close(first);
  return failure;
}

int cpt_pipe(int *reading, int *writing) {
  int ends[2];
#if defined(__linux__)
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

static int prepare(
  posix_spawn_file_actions_t *actions, posix_spawnattr_t *attributes, const char *folder, const char *terminal,
  int life) {
  sigset_t all, none;
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  sigemptyset(&none);
  int result = posix_spawnattr_setsigdefault(attributes, &all);
  if (result == 0) result = posix_spawnattr_setsigmask(attributes, &none);
  if (result == 0)
    result = posix_spawnattr_setflags(
      attributes, (short)(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID));
  // The first terminal that the leader of a session opens becomes its controlling terminal.
  if (result == 0) result = posix_spawn_file_actions_addopen(actions, 0, terminal, O_RDWR, 0);
  if (result == 0) result = posix_spawn_file_actions_adddup2(actions, 0, 1);
  if (result == 0) result = posix_spawn_file_actions_adddup2(actions, 0, 2);
  // Onto itself: the copy stays open over exec.
  if (result == 0) result = posix_spawn_file_actions_adddup2(actions, life, life);
  if (result == 0 && folder != NULL) result = posix_spawn_file_actions_addchdir_np(actions, folder);
  return result;
}

int cpt_spawn(
  const char *path, const char *const *arguments, const char *const *environment, const char *folder, int primary,
  int life, pid_t *child) {
  char terminal[128];
  if (ptsname_r(primary, terminal, sizeof terminal) != 0) return errno;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  int result = posix_spawnattr_init(&attributes);
  if (result != 0) return result;
  result = posix_spawn_file_actions_init(&actions);
  if (result == 0) {
    result = prepare(&actions, &attributes, folder, terminal, life);
    if (result == 0)
      result = posix_spawn(
        child, path, &actions, &attributes, (char *const *)(uintptr_t)arguments,
        (char *const *)(uintptr_t)environment);
    posix_spawn_file_actions_destroy(&actions);
  }
  posix_spawnattr_destroy(&attributes);
  return result;
}

bool cpt_resize(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(descriptor, TIOCSWINSZ, &size) == 0;
}

bool cpt_state(int descriptor, char *text, size_t size) {
  struct termios state;
  if (tcgetattr(descriptor, &state) != 0) return false;
  size_t used = (size_t)snprintf(
    text, size, "%lx:%lx:%lx:%lx", (unsigned long)state.c_iflag, (unsigned long)state.c_oflag,
    (unsigned long)state.c_cflag, (unsigned long)state.c_lflag);
  for (size_t i = 0; i < NCCS && used < size; i += 1) used += (size_t)snprintf(text + used, size - used, ":%x", state.c_cc[i]);
  return true;
}

int cpt_wait(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

bool cpt_lift_file_size(pid_t child) {
#if defined(__linux__)
  struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
  return prlimit(child, RLIMIT_FSIZE, &limit, NULL) == 0;
#else
  (void)child;
  return false;
#endif
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t utf8 = (locale_t)0;

static void find_utf8(void) {
  utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (utf8 == (locale_t)0) utf8 = newlocale(LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
}

int cpt_width(unsigned int scalar) {
  pthread_once(&once, find_utf8);
  locale_t before = utf8 == (locale_t)0 ? (locale_t)0 : uselocale(utf8);
  int width = wcwidth((wchar_t)scalar);
  if (before != (locale_t)0) uselocale(before);
  return width < 0 ? 0 : width;
}
