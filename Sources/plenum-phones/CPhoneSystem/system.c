#define _GNU_SOURCE 1

#include "CPhoneSystem.h"

#include <string.h>
#include <sys/resource.h>

#ifdef __linux__

#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/wireless.h>
#include <stdint.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

bool phone_wifi_name(const char *interface, char name[33]) {
  struct iwreq request = {0};
  if (strlen(interface) >= sizeof request.ifr_name) return false;
  strcpy(request.ifr_name, interface);
  memset(name, 0, 33);
  request.u.essid.pointer = name;
  request.u.essid.length = 32;
  int socket_ = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (socket_ < 0) return false;
  bool is_known = ioctl(socket_, SIOCGIWESSID, &request) == 0 && request.u.essid.flags != 0 && name[0] != 0;
  close(socket_);
  return is_known;
}

// Landlock, from Linux 5.13 on: https://docs.kernel.org/userspace-api/landlock.html
static void allow(int rules, const char *path, uint64_t access) {
  struct landlock_path_beneath_attr beneath = {.allowed_access = access};
  beneath.parent_fd = open(path, O_PATH | O_CLOEXEC);
  if (beneath.parent_fd < 0) return;
  syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
  close(beneath.parent_fd);
}

static void confine(const char *folder) {
  // The rights of the first version, which every one has.
  const uint64_t all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  struct landlock_ruleset_attr handled = {.handled_access_fs = all};
  int rules = (int)syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0);
  if (rules < 0) return;
  allow(rules, folder,
        reading | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE);
  allow(rules, "/proc", reading);
  allow(rules, "/sys", reading);
  syscall(SYS_landlock_restrict_self, rules, 0);
  close(rules);
}

void phone_drop_rights(const char *folder) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
  confine(folder);
}

#else

bool phone_wifi_name(const char *interface, char name[33]) { return false; }

void phone_drop_rights(const char *folder) { setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); }

#endif
