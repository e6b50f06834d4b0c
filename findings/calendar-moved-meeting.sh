#!/usr/bin/env bash
# A weekly meeting of which one was moved to the day after and another called off, each by an event with the same UID
# and a RECURRENCE-ID. ical lists the moved one twice, on its old day and on its new, and the cancelled one both as it
# was and as cancelled: its time line never matches a RECURRENCE-ID with the series. icalevents does.
#
# ical 14.3.1, icalevents 0.3.1; Home Assistant, which reads calendars with ical, has it reported as core issue 143455.
# It matters to those who publish a series with exceptions: an EXDATE in the series and an event of its own, with another
# UID, are read alike by all of them.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi ical==14.3.1 icalevents==0.3.1
seen=$(
  python -W ignore - <<'END'
import datetime
from ical.calendar_stream import IcsCalendarStream
from icalevents.icalevents import events

def event(start, *more):
    return ["BEGIN:VEVENT", "UID:1@example.org", "DTSTAMP:20260101T000000Z", "SUMMARY:Status",
            f"DTSTART:{start}T090000Z", f"DTEND:{start}T100000Z", *more, "END:VEVENT"]

text = "\r\n".join([
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//EN",
    *event("20260302", "RRULE:FREQ=WEEKLY;COUNT=4"),
    *event("20260310", "RECURRENCE-ID:20260309T090000Z"),
    *event("20260316", "RECURRENCE-ID:20260316T090000Z", "STATUS:CANCELLED"), "END:VCALENDAR", ""])
first, last = (datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (2026, 2027))
read = {
    "ical": IcsCalendarStream.calendar_from_ics(text).timeline_tz(datetime.UTC),
    "icalevents": events(string_content=text, start=first, end=last)}
for name, found in read.items():
    days = [f"{event.start:%d.%m.}{' cancelled' * ('CANCELLED' in str(event.status))}" for event in found]
    print(f"{name}:", *sorted(days))
END
)
expect "$seen" <<'END'
ical: 02.03. 09.03. 10.03. 16.03. 16.03. cancelled 23.03.
icalevents: 02.03. 10.03. 16.03. cancelled 23.03.
END
