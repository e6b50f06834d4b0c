// Times one run of a program in a pseudo-terminal of 80 by 24: from before it is started until the given texts have
// come, each after the one before, or without any until it has ended. Prints nanoseconds, or with --memory the most
// bytes it had in memory.
//
//     stopwatch [--memory] [--until TEXT]… PROGRAM [ARGUMENT…]
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// A guard against a program that hangs: long enough for the slowest peer on a busy machine.
enum { most_texts = 16, deadline_ms = 300000 };

static char seen[1 << 20];
static size_t seen_count;

static long long now(void) {
  struct timespec moment;
  clock_gettime(CLOCK_MONOTONIC, &moment);
  return moment.tv_sec * 1000000000LL + moment.tv_nsec;
}

static void fail(const char *what) {
  fprintf(stderr, "stopwatch: %s: %s\n", what, strerror(errno));
  exit(74);
}

static pid_t start(char **command, const char *terminal) {
  pid_t child = fork();
  if (child != 0) return child;
  setsid();
  int fd = open(terminal, O_RDWR);
  struct winsize size = {.ws_row = 24, .ws_col = 80};
  if (fd < 0 || ioctl(fd, TIOCSCTTY, 0) || ioctl(fd, TIOCSWINSZ, &size)) _exit(126);
  for (int stream = 0; stream < 3; stream++) dup2(fd, stream);
  if (fd > 2) close(fd);
  execvp(command[0], command);
  _exit(127);
}

// One more piece of what the program says. False: there is no more.
static bool listen_to(int master, long long since) {
  struct pollfd poller = {.fd = master, .events = POLLIN};
  int left = deadline_ms - (int)((now() - since) / 1000000);
  if (left <= 0 || poll(&poller, 1, left) == 0) {
    fprintf(stderr, "stopwatch: nothing more came within %d s of the start, after:\n%s\n", deadline_ms / 1000, seen);
    exit(75);
  }
  if (seen_count + 1 == sizeof seen) seen_count = 0;
  ssize_t count = read(master, seen + seen_count, sizeof seen - 1 - seen_count);
  if (count <= 0) return false;
  seen_count += (size_t)count;
  seen[seen_count] = 0;
  return true;
}

// How many of the texts have come.
static int found(char **texts, int count) {
  const char *from = seen;
  for (int index = 0; index < count; index++) {
    const char *place = strstr(from, texts[index]);
    if (!place) return index;
    from = place + strlen(texts[index]);
  }
  return count;
}

static void end(pid_t child, int master) {
  // What the terminal does when its window is closed; a program that stays is made to leave.
  close(master);
  for (int tries = 0; tries < 2000; tries++) {
    if (waitpid(child, NULL, WNOHANG) != 0) return;
    usleep(1000);
  }
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
}

int main(int count, char **arguments) {
  char *texts[most_texts];
  int text_count = 0, place = 1;
  bool wants_memory = count > 1 && strcmp(arguments[1], "--memory") == 0;
  if (wants_memory) place++;
  while (place + 1 < count && strcmp(arguments[place], "--until") == 0 && text_count < most_texts) {
    texts[text_count++] = arguments[place + 1];
    place += 2;
  }
  if (place >= count) {
    fprintf(stderr, "stopwatch [--memory] [--until TEXT]… PROGRAM [ARGUMENT…]\n");
    return 64;
  }
  int master = posix_openpt(O_RDWR | O_NOCTTY);
  if (master < 0 || grantpt(master) || unlockpt(master)) fail("no pseudo-terminal");
  fcntl(master, F_SETFD, FD_CLOEXEC);

  long long began = now();
  pid_t child = start(arguments + place, ptsname(master));
  if (child < 0) fail("not started");
  bool more = true;
  while (more && (text_count == 0 || found(texts, text_count) < text_count)) more = listen_to(master, began);
  long long taken = now() - began;
  if (text_count > 0 && !more) {
    fprintf(stderr, "stopwatch: the program ended, after:\n%s\n", seen);
    return 65;
  }
  end(child, master);
  struct rusage used;
  getrusage(RUSAGE_CHILDREN, &used);
#if defined(__APPLE__)
  long long bytes = used.ru_maxrss;
#else
  long long bytes = used.ru_maxrss * 1024LL;
#endif
  printf("%lld\n", wants_memory ? bytes : taken);
  return 0;
}
