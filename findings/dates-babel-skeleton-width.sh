#!/usr/bin/env bash
# Asked by skeleton for a weekday and a month in full (MMMMEEEEd), Babel's format_skeleton takes the nearest pattern
# that CLDR lists and does not widen it: "man.", "ma" or "Mon" in five languages, but "Monday" in British English; in
# Norwegian the day also loses its dot. Asked for the month alone in full (MMMM), all six get it cut.
#
# Babel 2.19.0 (CLDR 49); CLDR's own rule says that the found pattern is adjusted to the widths asked for, as ICU
# does. It matters to headings of plans: give a pattern per language, or use the styles full, long, medium, short.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi babel==2.19.0
seen=$(
  python - <<'END'
import datetime
from babel.dates import format_date, format_skeleton

day = datetime.date(2026, 3, 2)
for locale in "nb", "da", "nl", "fi", "en_US", "en_GB":
    found = [format_skeleton(skeleton, day, locale=locale) for skeleton in ("MMMMEEEEd", "MMMM", "EEEE")]
    print(f"{locale}:", *found, format_date(day, "full", locale=locale), sep=" | ")
END
)
expect "$seen" <<'END'
nb: | man. 2 mars | mar | ma. | mandag 2. mars 2026
da: | man. 2. marts | mar. | man. | mandag den 2. marts 2026
nl: | ma 2 maart | mrt | ma | maandag 2 maart 2026
fi: | ma 2. maaliskuuta | maalis | ma | maanantai 2. maaliskuuta 2026
en_US: | Mon, March 2 | Mar | Mon | Monday, March 2, 2026
en_GB: | Monday 2 March | Mar | Mon | Monday, 2 March 2026
END
