// Many phones on one thread: each waits for news on one connection and votes on another when a round opens.
//
// cc -O2 -o phones phones.c && ./phones HOST PORT CODE PHONES ROUNDS
// It says "ready N" when all wait for round N, and at last a line "took MILLISECONDS" for each vote, from its first byte
// sent to its acknowledgement.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

struct line {
  int socket, have;
  bool is_waiting;
  char bytes[1 << 16];
};

struct phone {
  struct line waiting, sending;
  char cookie[64];
  double start, took;
};

static const char *host, *code;
static int port;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static void join_up(struct line *line) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  inet_pton(AF_INET, host, &address.sin_addr);
  line->socket = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(line->socket, (void *)&address, sizeof address)) fail("connect");
  setsockopt(line->socket, IPPROTO_TCP, TCP_NODELAY, &(int){1}, sizeof(int));
}

static void ask(struct line *line, const char *method, const char *path, const char *cookie, const char *body) {
  char request[2048];
  int length = snprintf(request, sizeof request,
                        "%s %s HTTP/1.1\r\nHost: %s:%d\r\nX-Plenum: 1\r\nCookie: %s\r\n"
                        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu\r\n\r\n%s",
                        method, path, host, port, cookie, strlen(body), body);
  line->have = 0;
  if (write(line->socket, request, length) != length) fail("write");
}

// The status, when the whole answer is there; 0 before that.
static int answered(struct line *line) {
  ssize_t count = read(line->socket, line->bytes + line->have, sizeof line->bytes - 1 - line->have);
  if (count <= 0) fail("the connection was closed");
  line->have += count;
  line->bytes[line->have] = 0;
  char *end = strstr(line->bytes, "\r\n\r\n"), *length = strcasestr(line->bytes, "\r\ncontent-length:");
  if (!end || (length && length < end && line->bytes + line->have < end + 4 + atoi(length + 17))) return 0;
  return atoi(line->bytes + 9);
}

int main(int count, char **arguments) {
  if (count != 6) return 64;
  host = arguments[1], port = atoi(arguments[2]), code = arguments[3];
  int phones = atoi(arguments[4]), rounds = atoi(arguments[5]), loop = epoll_create1(0);
  struct phone *all = calloc(phones, sizeof *all);
  char path[256], body[256];
  for (int i = 0; i < phones; i++) {
    join_up(&all[i].waiting), join_up(&all[i].sending);
    snprintf(path, sizeof path, "/%s", code);
    ask(&all[i].sending, "GET", path, "", "");
    while (!answered(&all[i].sending)) {}
    sscanf(strcasestr(all[i].sending.bytes, "set-cookie: ") + 12, "%63[^;]", all[i].cookie);
    struct epoll_event waiting = {EPOLLIN, {.u64 = 2 * i}}, sending = {EPOLLIN, {.u64 = 2 * i + 1}};
    epoll_ctl(loop, EPOLL_CTL_ADD, all[i].waiting.socket, &waiting);
    epoll_ctl(loop, EPOLL_CTL_ADD, all[i].sending.socket, &sending);
  }
  for (int version = 2; version < 2 + rounds; version++) {
    for (int i = 0; i < phones; i++) {
      snprintf(path, sizeof path, "/%s/now?since=%d&form=f%d", code, version - 1, version - 1);
      ask(&all[i].waiting, "GET", path, all[i].cookie, "");
    }
    usleep(500000);
    printf("ready %d\n", version);
    fflush(stdout);
    for (int done = 0; done < phones;) {
      struct epoll_event events[64];
      int ready = epoll_wait(loop, events, 64, -1);
      for (int e = 0; e < ready; e++) {
        int i = events[e].data.u64 / 2, status;
        if (events[e].data.u64 % 2 == 0) {
          if (!(status = answered(&all[i].waiting))) continue;
          if (status != 200) return fprintf(stderr, "news: %d\n", status), 1;
          snprintf(path, sizeof path, "/%s/vote", code);
          snprintf(body, sizeof body, "form=f%d&id=%08x%08x%08x&seq=1&m0=2&m1=1", version, i, version, 7);
          all[i].start = now();
          ask(&all[i].sending, "POST", path, all[i].cookie, body);
        } else {
          if (!(status = answered(&all[i].sending))) continue;
          if (status != 204) return fprintf(stderr, "vote: %d %s\n", status, all[i].sending.bytes), 1;
          printf("took %.3f\n", now() - all[i].start);
          done++;
        }
      }
    }
  }
  puts("end");
}
