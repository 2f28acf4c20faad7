"""Dates as pages print them, in about 100 languages and six calendars.

Written for this project rather than taken from a library, after measuring: ``import dateparser`` takes
several times as long as the whole of articlex, ``dateparser.parse`` takes milliseconds for one string, and
it reads any number as a date ("12" is a day of this month); ``dateutil`` knows English alone and
fills what a page does not state from the clock. The word lists are CLDR's (``data/months.json``).
"""

from articlex.dates.parse import find_dates, parse_date
from articlex.dates.value import DateValue, Found, Hints

__all__ = ["DateValue", "Found", "Hints", "find_dates", "parse_date"]
