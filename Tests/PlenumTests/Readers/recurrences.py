"""Expands rules with python-dateutil and says where other days were expected: recurrences.py FILE

A line has the first day looked at, how many days are looked at, the first time, the rule, and the days, parted by tabs.
"""
import datetime
import pathlib
import sys

from dateutil import rrule

lines = pathlib.Path(sys.argv[1]).read_text().splitlines()
wrong = []
for line in lines:
    begin, length, first, rule, days = line.split("\t")
    start = datetime.datetime.fromisoformat(begin)
    end = start + datetime.timedelta(days=int(length) - 1)
    times = rrule.rrulestr("RRULE:" + rule, dtstart=datetime.datetime.fromisoformat(first)).between(start, end, inc=True)
    expected = [each.date().isoformat() for each in times]
    if expected != days.split():
        wrong.append(f"{rule} from {first}: {expected[:6]} …, not {days.split()[:6]} …")
for each in wrong:
    print(each)
print(len(lines), "rules")
sys.exit(1 if wrong else 0)
