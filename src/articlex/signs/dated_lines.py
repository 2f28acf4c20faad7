"""Lines that say when something was: the days and ages of posts and comments."""

from __future__ import annotations

from articlex.dates.relative import relative_start
from articlex.regex import DIGIT
from articlex.signs.stamps import holds_stamp

#: Characters of the longest such line.
LONGEST = 80


def is_dated_line(text: str) -> bool:
    """Whether a text is a short line with a day or a clock, or that says how long ago something was."""
    if len(text) > LONGEST or not DIGIT.search(text):
        return False
    return holds_stamp(text) or relative_start(text) >= 0
