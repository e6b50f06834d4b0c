#!/usr/bin/env bash
# In Dutch, "14.30 uur" is half past two. dateparser reads it as 14.3 hours *ago*, since "uur" is also the word for
# hour and the past is its habit: at noon on 2 March it answers 21:42 on 1 March; "om 9 uur" (at nine) is 3 o'clock.
# Norwegian "i morgen kl 9" is tomorrow at the present time of day: the nine is left out.
#
# dateparser 1.5.0. It matters to whoever lets people type when something happens: take clock times out with a pattern
# of your own first, and say back what was understood. `PREFER_DATES_FROM` only turns the hours ago into hours ahead.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi dateparser==1.5.0
seen=$(
  python -W ignore - <<'END'
import datetime, dateparser

noon = {"RELATIVE_BASE": datetime.datetime(2026, 3, 2, 12, 0)}
texts = {"nl": ("14.30 uur", "om 9 uur", "14.30"), "nb": ("i morgen kl 9", "kl. 9.30")}
for language, text in ((language, text) for language in texts for text in texts[language]):
    print(language, text, "→", dateparser.parse(text, languages=[language], settings=noon))
ahead = noon | {"PREFER_DATES_FROM": "future"}
print("nl 14.30 uur, future →", dateparser.parse("14.30 uur", languages=["nl"], settings=ahead))
END
)
expect "$seen" <<'END'
nl 14.30 uur → 2026-03-01 21:42:00
nl om 9 uur → 2026-03-02 03:00:00
nl 14.30 → 2026-03-02 14:30:00
nb i morgen kl 9 → 2026-03-03 12:00:00
nb kl. 9.30 → 2026-03-02 09:30:00
nl 14.30 uur, future → 2026-03-03 02:18:00
END
