#!/usr/bin/env bash
# When the first line of a history file begins with "#" and a digit, GNU readline takes it for a time stamp as bash
# writes them, and every line of that kind in the file with it: they are gone after read_history. "#1 is the price"
# typed as the first line of a session takes "#2 …" along; with any other line first, all of them stay.
#
# libreadline8 8.2 (Debian 12), through Python's readline module, which sets no history_comment_char. It matters to
# programs in which people type hash tags or numbers of issues: keep the history in a file of your own, or add the
# lines one by one.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
debian libreadline8=8.2-1.3 python3.11=3.11.2-6+deb12u6
seen=$(
  /usr/bin/python3.11 - <<'END'
import readline

def again(*lines):
    readline.clear_history()
    for line in lines:
        readline.add_history(line)
    readline.write_history_file("history")
    readline.clear_history()
    readline.read_history_file("history")
    print([readline.get_history_item(number + 1) for number in range(readline.get_current_history_length())])

again("#1 is the price", "more light", "#2 is the place", "#local")
again("more light", "#1 is the price", "#2 is the place", "#local")
END
)
expect "$seen" <<'END'
['more light', '#local']
['more light', '#1 is the price', '#2 is the place', '#local']
END
