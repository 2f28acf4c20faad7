"""Dates as pages print them, in about 100 languages and eight calendars.

Written for this project rather than taken from a library, after measuring
(``articlex_lab.bench.date_libraries``, on the 1,286 strings of ``fixtures/dates``, each library told the
language where it takes one). Times are in ratio to this package: of one string, and of a fresh interpreter
from the import to its first date.

============  =========  ==============  ========  =================
library       languages  machine values  a string  import and first
============  =========  ==============  ========  =================
this package  1.000      1.000           1         1
dateparser    0.794      0.615           58        1.1
dateutil      0.141      0.692           0.5       0.2
============  =========  ==============  ========  =================

(dateparser 1.5, dateutil 4.0.) Both also take from the clock what a string does not state: "12" is a day of
this month. The word lists are CLDR's (``data/months.json``).
"""

from articlex.dates.parse import find_dates, parse_date
from articlex.dates.value import DateValue, Found, Hints

__all__ = ["DateValue", "Found", "Hints", "find_dates", "parse_date"]
