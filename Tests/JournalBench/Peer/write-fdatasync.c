// The least that a durable line costs: write and fdatasync of the lines of a file, but for the first, into another.
// Prints nanoseconds a line.
//
//     write-fdatasync LINES TARGET
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int main(int count, char **arguments) {
  if (count != 3) return 64;
  FILE *source = fopen(arguments[1], "r");
  int target = open(arguments[2], O_WRONLY | O_APPEND | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (!source || target < 0) return 74;
  char *line = NULL;
  size_t room = 0;
  long long taken = 0;
  int lines = 0;
  for (ssize_t length; (length = getline(&line, &room, source)) > 0; lines++) {
    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    if (write(target, line, (size_t)length) != length || fdatasync(target) != 0) return 74;
    clock_gettime(CLOCK_MONOTONIC, &ended);
    // The header is written, and measured in neither of the two.
    if (lines > 0) taken += (ended.tv_sec - began.tv_sec) * 1000000000LL + ended.tv_nsec - began.tv_nsec;
  }
  printf("%lld\n", taken / (lines > 1 ? lines - 1 : 1));
  return 0;
}
