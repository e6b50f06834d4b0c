#!/usr/bin/env bash
# A calendar that says nothing of its scale, as most do, comes out of ics.py with CALSCALE:GEORGIAN: after the country,
# where the only value there is, is GREGORIAN. recurring-ical-events refuses such a calendar, since it supports
# Gregorian ones only. So what the one library passes on is refused by the other.
#
# ics 0.7.3, the latest release, and recurring-ical-events 3.8.2 with icalendar 7.3.2. It matters on both sides: take
# the line out of what ics.py writes, and when reading, do not take CALSCALE at its word.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi ics==0.7.3 icalendar==7.3.2 recurring-ical-events==3.8.2
seen=$(
  python -W ignore - <<'END'
import ics, icalendar, recurring_ical_events

text = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//EN", "BEGIN:VEVENT", "UID:1@example.org",
    "DTSTAMP:20260101T000000Z", "SUMMARY:Status", "DTSTART:20260302T090000Z", "END:VEVENT", "END:VCALENDAR", ""])
written = ics.Calendar(text).serialize()
print([line for line in written.splitlines() if line.startswith("CALSCALE")])
for text in text, written, written.replace("GEORGIAN", "GREGORIAN"):
    try:
        print([str(event.start) for event in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).all()])
    except ValueError as error:
        print(type(error).__name__, error)
END
)
expect "$seen" <<'END'
['CALSCALE:GEORGIAN']
['2026-03-02 09:00:00+00:00']
InvalidCalendar Only Gregorian calendars are supported.
['2026-03-02 09:00:00+00:00']
END
