#!/usr/bin/env bash
# tmux takes a semicolon at the end of an argument for the end of a command, also behind `send-keys -l` ("literally")
# and `set-buffer`, and also when it comes as one argument from a program without any shell: the last ";" of the text
# never arrives. In the middle of a text it does, and of two at the end one does.
#
# tmux 3.3a (Debian 12). It matters to whoever tests a terminal program with tmux: what is typed differs from what the
# test says. Escape the last one (`\;`), or hand the text over with `load-buffer -` and `paste-buffer`, which is exact.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian tmux=3.3a-3
server() { tmux -L "finding$$" -f /dev/null "$@"; }
server new-session -d -x 80 -y 10 'cat >typed'
trap 'server kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
for text in 'Longer hours; more light;' 'a;;' 'a\;'; do
  server send-keys -l -- "$text"
  server send-keys Enter
done
server set-buffer 'set-buffer;' \; paste-buffer
server send-keys Enter
printf 'load-buffer;' | server load-buffer - \; paste-buffer
server send-keys Enter C-d
for ((tries = 0; tries < 100; tries++)); do
  (($(grep -c '' typed) < 5)) || break
  sleep 0.1
done
seen=$(cat typed)
expect "$seen" <<'END'
Longer hours; more light
a;
a;
set-buffer
load-buffer;
END
