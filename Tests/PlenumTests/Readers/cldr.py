"""Writes the forms CLDR has for dates, times, numbers and money, as Babel holds them: cldr.py LANGUAGE…

A line has the language, the name of the form in the language files, and the form.
"""
import re
import sys

from babel import Locale
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol, get_minus_sign_symbol

# Which of CLDR's patterns a day is shown in, and what amounts are in where the language tells.
DAYS = {"en": "long", "de": "medium"}
CURRENCIES = {"nb": "NOK", "da": "DKK", "nl": "EUR", "fi": "EUR", "sv": "SEK", "de": "EUR"}
PARTS = {"EEEE": "weekday", "EEE": "weekday", "E": "weekday", "ccc": "weekday", "MMMM": "month", "MMM": "month"}


def template(pattern):
    """`d. MMM y` as `{d}. {month} {yyyy}`."""
    names = PARTS | {each: each for each in ("d", "dd", "M", "MM", "H", "HH", "mm")} | {"y": "yyyy"}
    return re.sub(r"([a-zA-Z])\1*", lambda part: "{" + names[part.group()] + "}", str(pattern))


def interval(locale, code, difference):
    """Two dates that differ in the year, the month or the day, their parts numbered."""
    first, last = locale.interval_formats["yMMMd" if code == "en" else "yMd"][difference]
    return "".join(template(each).replace("}", f"{place}}}") for place, each in ((1, first), (2, last)))


for code in sys.argv[1:]:
    locale = Locale.parse("en_GB" if code == "en" else code)
    name = "stand-alone" if code == "fi" else "format"
    forms = {
        "decimal": get_decimal_symbol(locale),
        "group": get_group_symbol(locale),
        "minus": get_minus_sign_symbol(locale),
        "percent": re.sub(r"[#,0]+", "{number}", locale.percent_formats[None].pattern),
        "time": template(locale.time_formats["short"].pattern),
        "day": template(locale.date_formats[DAYS.get(code, "short")].pattern),
        "day-of-week": template(locale.datetime_skeletons["MMMEd"].pattern),
        "day-of-month": template(locale.datetime_skeletons["MMMd"].pattern),
        "ranges.month": interval(locale, code, "d"),
        "ranges.year": interval(locale, code, "M"),
        "ranges.other": interval(locale, code, "y"),
        "months": ", ".join(locale.months["stand-alone"]["wide"][each] for each in range(1, 13)),
        "short-months": ", ".join(locale.months["format"]["abbreviated"][each] for each in range(1, 13)),
        "weekdays": ", ".join(locale.days[name]["wide"][each] for each in range(7)),
        "short-weekdays": ", ".join(locale.days[name]["abbreviated"][each] for each in range(7)),
    }
    if currency := CURRENCIES.get(code):
        pattern = locale.currency_formats["standard"].pattern.split(";")[0]
        forms["money"] = re.sub(r"[#,0.]+", "{number}", pattern).replace("¤", get_currency_symbol(currency, locale))
    for key, form in forms.items():
        print(code, key, form, sep="\t")
