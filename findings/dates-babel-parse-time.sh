#!/usr/bin/env bash
# Babel's parse_time looks at the digits in a text and hardly at anything else. "2:30 pm" is 02:30 in every locale
# with a 24-hour clock, British English among them; the span "14:30–16:00" is half past two and sixteen seconds; "9.5"
# is five past nine. Only where the locale writes am and pm are they read.
#
# Babel 2.19.0. It matters to forms and prompts that accept a time in the user's own way: check the form of the text
# before, or that format_time of the result gives what was typed.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi babel==2.19.0
seen=$(
  python - <<'END'
from babel.dates import parse_time

for text in "2:30 pm", "12:15 am", "14:30–16:00", "9.5", "kl. 9":
    print(f"{text}:", *[f"{locale} {parse_time(text, locale=locale)}" for locale in ("en_US", "en_GB", "nb", "fi")])
END
)
expect "$seen" <<'END'
2:30 pm: en_US 14:30:00 en_GB 02:30:00 nb 02:30:00 fi 02:30:00
12:15 am: en_US 00:15:00 en_GB 12:15:00 nb 12:15:00 fi 12:15:00
14:30–16:00: en_US 14:30:16 en_GB 14:30:16 nb 14:30:16 fi 14:30:16
9.5: en_US 09:05:00 en_GB 09:05:00 nb 09:05:00 fi 09:05:00
kl. 9: en_US 09:00:00 en_GB 09:00:00 nb 09:00:00 fi 09:00:00
END
