#!/usr/bin/env bash
# The calendar standard tells a day (P1D, the same clock time tomorrow) from 24 hours (PT24H); Python's durations do
# not. icalendar writes a PT24H that it has read back as P1D. From noon before the clock change in Oslo, ical ends both
# at 12:00 the next day, and icalendar, recurring-ical-events and icalevents both at 13:00: each is wrong once.
#
# icalendar 7.3.2, recurring-ical-events 3.8.2, icalevents 0.3.1, ical 14.3.1. It matters for events that run over
# the night of a clock change and for shifts and rentals counted in hours: write DTEND, on which all of them agree.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=setup.bash
source "$(dirname -- "${BASH_SOURCE[0]}")/setup.bash"
pypi icalendar==7.3.2 recurring-ical-events==3.8.2 icalevents==0.3.1 ical==14.3.1
seen=$(
  python -W ignore - <<'END'
import datetime, icalendar, recurring_ical_events, zoneinfo
from ical.calendar_stream import IcsCalendarStream
from icalevents.icalevents import events

oslo = zoneinfo.ZoneInfo("Europe/Oslo")
first, last = (datetime.datetime(2026, month, 1, tzinfo=oslo) for month in (3, 5))
for duration in "P1D", "PT24H":
    text = "\r\n".join([
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//EN", "BEGIN:VEVENT", "UID:1@example.org",
        "DTSTAMP:20260101T000000Z", "SUMMARY:Fair", "DTSTART;TZID=Europe/Oslo:20260328T120000",
        f"DURATION:{duration}", "END:VEVENT", "END:VCALENDAR", ""])
    calendar = icalendar.Calendar.from_ical(text)
    ends = {
        "icalendar": calendar.events[0].end,
        "recurring-ical-events": recurring_ical_events.of(calendar).first.end,
        "icalevents": events(string_content=text, start=first, end=last)[0].end,
        "ical": next(iter(IcsCalendarStream.calendar_from_ics(text).timeline_tz(oslo))).end}
    print(f"{duration}, written again as", calendar.events[0]["duration"].to_ical().decode())
    for name, end in ends.items():
        print(f"  {name}: {end.astimezone(oslo):%d.%m. %H:%M}")
END
)
expect "$seen" <<'END'
P1D, written again as P1D
  icalendar: 29.03. 13:00
  recurring-ical-events: 29.03. 13:00
  icalevents: 29.03. 13:00
  ical: 29.03. 12:00
PT24H, written again as P1D
  icalendar: 29.03. 13:00
  recurring-ical-events: 29.03. 13:00
  icalevents: 29.03. 13:00
  ical: 29.03. 12:00
END
