#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CEditLine.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// MARK: Modes

bool cel_raw(int descriptor, struct termios *saved) {
  if (tcgetattr(descriptor, saved) != 0) return false;
  struct termios raw = *saved;
  raw.c_iflag &= (tcflag_t) ~(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON);
  raw.c_lflag &= (tcflag_t) ~(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  raw.c_cflag |= CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return cel_restore(descriptor, &raw);
}

bool cel_restore(int descriptor, const struct termios *saved) {
  int result;
  do result = tcsetattr(descriptor, TCSADRAIN, saved);
  while (result != 0 && errno == EINTR);
  return result == 0;
}

bool cel_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  // A terminal may say anything; memory for windows that nobody can see is not asked for.
  *columns = size.ws_col < 1000 ? size.ws_col : 1000;
  *rows = size.ws_row < 500 ? size.ws_row : 500;
  return true;
}

// MARK: The way out

static const int fatal_signals[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGSYS, SIGTRAP};
enum { fatal_count = sizeof fatal_signals / sizeof *fatal_signals };
static struct sigaction fatal_before[fatal_count];

static volatile sig_atomic_t guarding = 0;
static int guard_input = -1, guard_output = -1;
static struct termios guard_termios;
static char guard_bytes[64];
static size_t guard_count = 0;

static void give_back(void) {
  if (!guarding) return;
  guarding = 0;
  if (guard_count > 0) {
    ssize_t written = write(guard_output, guard_bytes, guard_count);
    (void)written;
  }
  tcsetattr(guard_input, TCSANOW, &guard_termios);
}

static void on_fatal(int number) {
  int before = errno;
  give_back();
  for (size_t i = 0; i < fatal_count; i += 1) {
    if (fatal_signals[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  errno = before;
  // Blocked until the handler returns, then it ends the process as it would have without us.
  raise(number);
}

// A stack that has overflown cannot carry the handler.
static void prepare_stack(void) {
  static char space[1 << 16];
  stack_t now;
  if (sigaltstack(NULL, &now) != 0 || !(now.ss_flags & SS_DISABLE)) return;
  stack_t stack = {.ss_sp = space, .ss_size = sizeof space};
  sigaltstack(&stack, NULL);
}

void cel_guard(int input, int output, const struct termios *saved, const char *bytes) {
  static bool registered = false;
  guard_input = input;
  guard_output = output;
  guard_termios = *saved;
  guard_count = strnlen(bytes, sizeof guard_bytes);
  memcpy(guard_bytes, bytes, guard_count);
  if (!registered) {
    registered = true;
    atexit(give_back);
    prepare_stack();
    struct sigaction action = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < fatal_count; i += 1) sigaction(fatal_signals[i], &action, &fatal_before[i]);
  }
  guarding = 1;
}

void cel_unguard(void) { guarding = 0; }

// MARK: Signals

static const int watched[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGCONT, SIGTSTP};
enum { watched_count = sizeof watched / sizeof *watched };
static struct sigaction watched_before[watched_count];
static int signal_pipe[2] = {-1, -1};
static struct sigaction pipe_before;

static void on_signal(int number) {
  int before = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t written = write(signal_pipe[1], &byte, 1);
  (void)written;
  errno = before;
}

int cel_watch_signals(void) {
  if (signal_pipe[0] >= 0) return signal_pipe[0];
  if (pipe(signal_pipe) != 0) return -1;
  for (int i = 0; i < 2; i += 1) {
    fcntl(signal_pipe[i], F_SETFD, FD_CLOEXEC);
    fcntl(signal_pipe[i], F_SETFL, O_NONBLOCK);
  }
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < watched_count; i += 1) sigaction(watched[i], &action, &watched_before[i]);
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  sigaction(SIGPIPE, &ignore, &pipe_before);
  return signal_pipe[0];
}

void cel_unwatch_signals(void) {
  if (signal_pipe[0] < 0) return;
  for (size_t i = 0; i < watched_count; i += 1) sigaction(watched[i], &watched_before[i], NULL);
  sigaction(SIGPIPE, &pipe_before, NULL);
  for (int i = 0; i < 2; i += 1) {
    close(signal_pipe[i]);
    signal_pipe[i] = -1;
  }
}

void cel_suspend(void) {
  struct sigaction plain = {.sa_handler = SIG_DFL}, before;
  sigemptyset(&plain.sa_mask);
  sigaction(SIGTSTP, &plain, &before);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}

// MARK: Programs

static int set_child_signals(posix_spawnattr_t *attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigdelset(&all, SIGKILL);
  sigdelset(&all, SIGSTOP);
  sigemptyset(&none);
  int result = posix_spawnattr_setsigdefault(attributes, &all);
  if (result == 0) result = posix_spawnattr_setsigmask(attributes, &none);
  if (result == 0)
    result = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  return result;
}

static int spawn(const char *const *arguments, pid_t *child) {
  posix_spawnattr_t attributes;
  int result = posix_spawnattr_init(&attributes);
  if (result != 0) return result;
  result = set_child_signals(&attributes);
  if (result == 0)
    result = posix_spawnp(child, arguments[0], NULL, &attributes, (char *const *)(uintptr_t)arguments, environ);
  posix_spawnattr_destroy(&attributes);
  return result;
}

int cel_run(const char *const *arguments, int *code) {
  // What is typed to stop a program is meant for the one in the foreground, but reaches both.
  static const int keys[] = {SIGINT, SIGQUIT, SIGTSTP};
  enum { count = sizeof keys / sizeof *keys };
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before[count];
  sigemptyset(&ignore.sa_mask);
  for (size_t i = 0; i < count; i += 1) sigaction(keys[i], &ignore, &before[i]);
  pid_t child = 0;
  int result = spawn(arguments, &child);
  int status = 0;
  while (result == 0) {
    pid_t changed = waitpid(child, &status, WUNTRACED);
    if (changed < 0 && errno != EINTR) result = errno;
    if (changed < 0) continue;
    if (!WIFSTOPPED(status)) break;
    // The shell gets the terminal back only when the whole job is stopped; it continues the whole job as well.
    kill(getpid(), SIGSTOP);
  }
  for (size_t i = 0; i < count; i += 1) sigaction(keys[i], &before[i], NULL);
  *code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return result;
}
