#!/usr/bin/env bash
# Three days without a rule, as the standard allows: DTSTART for the first, RDATE for the others. recurring-ical-events
# and vobject give three days. ical (which Home Assistant reads calendars with) gives the two RDATEs and loses the
# first; icalevents gives the first and loses the RDATEs. Nobody says a word.
#
# ical 14.3.1, icalevents 0.3.1, recurring-ical-events 3.8.2, vobject 0.9.9. It matters to whoever exports plans whose
# days follow no pattern: one event for each day is read alike by all.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi ical==14.3.1 icalevents==0.3.1 recurring-ical-events==3.8.2 icalendar==7.3.2 vobject==0.9.9
seen=$(
  python -W ignore - <<'END'
import datetime, icalendar, recurring_ical_events, vobject
from ical.calendar_stream import IcsCalendarStream
from icalevents.icalevents import events

text = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//EN", "BEGIN:VEVENT", "UID:1@example.org",
    "DTSTAMP:20260101T000000Z", "SUMMARY:Market day", "DTSTART;VALUE=DATE:20260302",
    "RDATE;VALUE=DATE:20260310,20260320", "END:VEVENT", "END:VCALENDAR", ""])
first, last = datetime.datetime(2026, 1, 1), datetime.datetime(2027, 1, 1)
found = {
    "recurring-ical-events": [event.start for event in recurring_ical_events.of(
        icalendar.Calendar.from_ical(text)).between(first, last)],
    "vobject": vobject.readOne(text).vevent.getrruleset(True),
    "ical": [event.start for event in IcsCalendarStream.calendar_from_ics(text).timeline],
    "icalevents": [event.start for event in events(string_content=text, start=first, end=last)]}
for name, days in found.items():
    print(f"{name}:", *[f"{day:%d.%m.}" for day in days])
END
)
expect "$seen" <<'END'
recurring-ical-events: 02.03. 10.03. 20.03.
vobject: 02.03. 10.03. 20.03.
ical: 10.03. 20.03.
icalevents: 02.03.
END
