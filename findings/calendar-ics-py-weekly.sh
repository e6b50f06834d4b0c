#!/usr/bin/env bash
# ics.py keeps a weekly rule as text but turns the first day into universal time and leaves the time zone out. Read and
# written again, a meeting at 9 in Oslo each Monday is at 10 after the clock change; and an alarm fifteen minutes
# before the end (RELATED=END) rings fifteen minutes before the beginning, since the parameter is dropped.
#
# ics 0.7.3, icalendar 7.3.2, recurring-ical-events 3.8.2. It matters to whoever takes a calendar in to add or filter
# events and gives it out again: icalendar and vobject leave both as they were.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi ics==0.7.3 icalendar==7.3.2 recurring-ical-events==3.8.2
seen=$(
  python -W ignore - <<'END'
import ics, icalendar, recurring_ical_events, zoneinfo

def zone(kind, since, month, before, after):
    return [f"BEGIN:{kind}", f"DTSTART:{since}", f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY=-1SU",
            f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}", f"END:{kind}"]

text = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//EN", "BEGIN:VTIMEZONE", "TZID:Europe/Oslo",
    *zone("STANDARD", "19701025T030000", 10, "+0200", "+0100"),
    *zone("DAYLIGHT", "19700329T020000", 3, "+0100", "+0200"), "END:VTIMEZONE",
    "BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20260101T000000Z", "SUMMARY:Status",
    "DTSTART;TZID=Europe/Oslo:20260316T090000", "DTEND;TZID=Europe/Oslo:20260316T100000",
    "RRULE:FREQ=WEEKLY;COUNT=4", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Round off",
    "TRIGGER;RELATED=END:-PT15M", "END:VALARM", "END:VEVENT", "END:VCALENDAR", ""])

oslo = zoneinfo.ZoneInfo("Europe/Oslo")
again = {"icalendar": icalendar.Calendar.from_ical(text).to_ical().decode(), "ics.py": ics.Calendar(text).serialize()}
again["ics.py"] = again["ics.py"].replace("CALSCALE:GEORGIAN\r\n", "")  # a finding of its own
for name, written in again.items():
    events = recurring_ical_events.of(icalendar.Calendar.from_ical(written)).between((2026, 3, 1), (2026, 5, 1))
    print(name, [f"{event.start.astimezone(oslo):%d.%m. %H:%M}" for event in events])
    print(*[line for line in written.splitlines() if line.startswith(("DTSTART;", "DTSTART:2026", "TRIGGER"))])
END
)
expect "$seen" <<'END'
icalendar ['16.03. 09:00', '23.03. 09:00', '30.03. 09:00', '06.04. 09:00']
DTSTART;TZID=Europe/Oslo:20260316T090000 TRIGGER;RELATED=END:-PT15M
ics.py ['16.03. 09:00', '23.03. 09:00', '30.03. 10:00', '06.04. 10:00']
TRIGGER:-PT15M DTSTART:20260316T080000Z
END
