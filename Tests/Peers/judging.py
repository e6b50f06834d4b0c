"""How measured figures stand, reckoned once more: by the decimals, the dates and the calendar of Python.

Reads a line a figure: from since to by course tolerance better rhythm number day. Prints a state for each.
"""

import calendar
import sys
from datetime import date, timedelta
from decimal import Decimal, getcontext

getcontext().prec = 60


def months_on(day, count):
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    if day.day == calendar.monthrange(day.year, day.month)[1]:
        return date(year, month + 1, last)
    return date(year, month + 1, min(day.day, last))


RHYTHMS = {
    "daily": lambda day: day + timedelta(days=1),
    "weekly": lambda day: day + timedelta(weeks=1),
    "fortnightly": lambda day: day + timedelta(weeks=2),
    "monthly": lambda day: months_on(day, 1),
    "quarterly": lambda day: months_on(day, 3),
    "yearly": lambda day: months_on(day, 12),
}


def last_quarter_end(day):
    """The last 31 March, 30 June, 30 September or 31 December that is not after a day."""
    ends = [date(year, *end) for year in (day.year - 1, day.year) for end in ((3, 31), (6, 30), (9, 30), (12, 31))]
    return max(end for end in ends if end <= day)


def state(start, since, target, by, course, tolerance, better, rhythm, number, day):
    if course == "sum":
        start = Decimal(0)
    is_early = day < RHYTHMS[rhythm](since) if rhythm != "-" else day <= since
    if start == target:
        allowed = abs(target) * tolerance / 100
        is_within = abs(number - target) <= allowed
        is_better = not is_within and ((better == "up" and number > target) or (better == "down" and number < target))
        if day >= by:
            return "reached" if is_within or is_better else "missed"
        if is_early:
            return "too-early"
        return "on-track" if is_within else "ahead" if is_better else "behind"
    if target < start:
        # Less is wanted: the same in the mirror.
        return state(-start, since, -target, by, "mirrored" + course, tolerance, better, rhythm, -number, day)
    if number >= target:
        return "reached"
    if day >= by:
        return "missed"
    if is_early:
        return "too-early"
    seen = last_quarter_end(day) if course.endswith("steps") else day
    done = max(0, (seen - since).days)
    way = (by - since).days
    # Both sides times the days of the way, so that nothing is divided.
    beside = (number - start) * way - (target - start) * done
    allowed = (target - start) * tolerance * way / 100
    return "ahead" if beside > allowed else "behind" if beside < -allowed else "on-track"


for line in sys.stdin:
    fields = line.split()
    print(
        state(
            Decimal(fields[0]), date.fromisoformat(fields[1]), Decimal(fields[2]), date.fromisoformat(fields[3]),
            fields[4], int(fields[5]), fields[6], fields[7], Decimal(fields[8]), date.fromisoformat(fields[9])))
