"""Lines of raw page text that are no headline, whatever stands around them: a date with the minutes to read,
rows of buttons, accounts of posters, captions with a credit, ages."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.bylines.impossible import tells_minutes
from articlex.data.bylines import byline_words
from articlex.data.labels import meaning_of
from articlex.dates import find_dates
from articlex.dates.relative import relative_start
from articlex.regex import DIGIT, regex
from articlex.signs.accounts import is_account
from articlex.tokens import said_twice

#: Characters of the longest such line; what stands between date and minutes; "5 min read".
_LONGEST = 60
_APART = " •·|—–-,"
_MINUTES = regex(r"\d{1,2}\s?[^\W\d]+\.?(?:\s[^\W\d]+){0,2}")
#: Labels that are glued to the one before in a row of them, at least, and characters of the row, at most.
_LEAST_JOINTS, _LONGEST_ROW = 3, 200
_JOINT = regex(r"[a-z0-9][A-Z]")
#: Words of a row of buttons, at most, and the meanings of its two labels.
_MOST_BUTTONS = 5
_MEMBERS = frozenset(("menu", "promo"))
#: The meaning of a button to share a page, and words of two such buttons, at most.
_SHARES, _MOST_SHARED = frozenset(("share",)), 8
#: Characters of the longest line that is an age: "8 hours ago".
_LONGEST_AGE = 20
#: A copyright sign at the end of a caption or before its credit; an agency in capitals and a photographer
#: behind a sentence: "The quay. EXAMPLE-EPA/Bo Sample".
_COPYRIGHT = regex(r"\S\s?[©ⓒ](?:\s?[^\s©ⓒ].{0,40})?\Z")
_OF_AGENCY = regex(r"[.!?…]\s[A-Z][A-Z-]{1,15}\s?/\s?[^\W\d_][^/]{2,40}\Z")
#: An agency in capitals, stuck to the end of a caption: "The quay in the rain.AFP".
_STUCK_AGENCY = regex(r"[^\W\d_]{2}\.([A-Z]{2,10})\Z")
#: The semicolons of Arabic and of Chinese, with which Persian kickers end; the other ends Greek questions.
_GOES_ON = ("؛", "；")
#: Question marks, those of other scripts, and words of the label behind a question, at most.
_ASKS, _ASKING = frozenset("?？؟"), str.maketrans("？؟", "??")
_MOST_LABEL = 3


def is_no_headline(text: str) -> bool:
    """Whether a line is like "28 Feb 2025 • 2 min read", "Sign in Subscribe", "HomeNewsAboutContact" or "Ann
    Example @ann@social.example"."""
    if is_account(text) or _is_glued_row(text):
        return True
    if len(text) > _LONGEST:
        return False
    return is_dateline(text) or _is_row_of_buttons(text) or _asks_to_sign_in(text)


def heads_nothing(text: str) -> bool:
    """Whether a line, weighed with the others, is none: a caption with credit, two buttons, an age, a kicker
    with a semicolon before the headline, the same words twice."""
    if text[-1:] in _GOES_ON or _ends_with_credit(text) or said_twice(text):
        return True
    return _is_row_of_shares(text) or _is_age(text)


def _ends_with_credit(text: str) -> bool:
    """Whether a line is a caption that ends with a credit: "The quay © Example", "Example News ©", "The
    quay.AFP"."""
    if ("©" in text or "ⓒ" in text) and _COPYRIGHT.search(text):
        return True
    if stuck := _STUCK_AGENCY.search(text):
        return " " in text and stuck[1].casefold() in byline_words().agencies
    return "/" in text and _OF_AGENCY.search(text) is not None


def _is_row_of_shares(text: str) -> bool:
    """Whether a line is two buttons to share a page: "Share on Example Share on Sample"."""
    words = text.split()
    if not 3 < len(words) <= _MOST_SHARED or meaning_of(words[0]) not in _SHARES:
        return False
    return _are_two_labels(words, _SHARES)


def _is_age(text: str) -> bool:
    """Whether a line is an age and nothing else: "8 hours ago"."""
    return len(text) <= _LONGEST_AGE and DIGIT.search(text) is not None and relative_start(text) == 0


def _asks_to_sign_in(text: str) -> bool:
    """Whether a line is a question and a label for members: "A member? Sign in here"."""
    if _ASKS.isdisjoint(text):
        return False
    asked, found, rest = text.translate(_ASKING).partition("?")
    words = rest.split()[:_MOST_LABEL]
    starts = (" ".join(words[:size]) for size in range(1, len(words) + 1))
    return bool(found and asked) and any(meaning_of(start) in _MEMBERS for start in starts)


def _is_glued_row(text: str) -> bool:
    """Whether a line is labels of a menu that flattening has glued together: "HomeNewsAbout usContact". Names
    of products have capitals inside as well, but seldom three in so few words.

    >>> list(map(_is_glued_row, ("ХабрМоя лентаВсе потокиВойти", "JavaScript vs TypeScript vs CoffeeScript")))
    [True, False]
    """
    joints = _joints(text) if len(text) <= _LONGEST_ROW else []
    if len(joints) < _LEAST_JOINTS:
        return False
    words = len(text.split())
    # In other scripts hardly any product has capitals inside.
    return len(joints) >= words - 1 or (not all(map(str.isascii, joints)) and 3 * len(joints) >= words)


def _joints(text: str) -> list[str]:
    """Each small letter or figure with the capital behind it."""
    if text.isascii():
        return _JOINT.findall(text)
    return [a + b for a, b in pairwise(text) if b.isupper() and (a.islower() or a.isdecimal())]


def is_dateline(text: str) -> bool:
    """Whether a line is a date and the minutes to read the text: "28 Feb 2025 • 2 min read"."""
    if len(text) > _LONGEST or not DIGIT.search(text):
        return False
    dates = find_dates(text)
    if not dates or dates[0].start or not dates[0].value.day:
        return False
    rest = text[dates[0].end :].strip(_APART)
    return _MINUTES.fullmatch(rest) is not None or (bool(rest) and tells_minutes(rest))


def _is_row_of_buttons(text: str) -> bool:
    """Whether a line is a label of a menu and one for subscribers, in either order: "Sign in Subscribe"."""
    words = text.split()
    return 1 < len(words) <= _MOST_BUTTONS and _are_two_labels(words, _MEMBERS)


def _are_two_labels(words: Sequence[str], meanings: frozenset[str]) -> bool:
    """Whether the words can be split into two labels that have all of ``meanings``, and no other."""
    for at in range(1, len(words)):
        first = meaning_of(" ".join(words[:at]))
        if first in meanings and {first, meaning_of(" ".join(words[at:]))} == meanings:
            return True
    return False
