"""Lines of raw page text that are no headline, whatever stands around them: captions with a credit, rows of
buttons, labels of a menu that are glued together, questions with a button."""

from __future__ import annotations

from itertools import pairwise

from articlex.data.labels import meaning_of
from articlex.regex import regex

#: Labels that are glued to the one before in a row of them, at least, and characters of the row, at most.
_LEAST_JOINTS, _LONGEST_ROW = 3, 200
#: Words of a row of buttons, at most, and the meanings of its two labels.
_MOST_BUTTONS = 5
_MEMBERS = {"menu", "promo"}
#: Question marks of other scripts, and words of the label behind a question, at most.
_ASKING = str.maketrans("？؟", "??")
_MOST_LABEL = 3
#: A copyright sign at the end of a caption or before its credit; an agency in capitals and a photographer
#: behind a sentence: "The quay. EXAMPLE-EPA/Bo Sample".
_COPYRIGHT = regex(r"\S\s?[©ⓒ](?:\s?[^\s©ⓒ].{0,40})?\Z")
_OF_AGENCY = regex(r"[.!?…]\s[A-Z][A-Z-]{1,15}\s?/\s?[^\W\d_][^/]{2,40}\Z")


def is_caption(text: str) -> bool:
    """Whether a line is a caption that ends with a credit: "The quay © Example", "Example News ©"."""
    if ("©" in text or "ⓒ" in text) and _COPYRIGHT.search(text):
        return True
    return "/" in text and _OF_AGENCY.search(text) is not None


def is_glued_row(text: str) -> bool:
    """Whether a line is labels of a menu that flattening has glued together: "HomeNewsAbout usContact". Names
    of products have capitals inside as well, but seldom three in so few words.

    >>> is_glued_row("ХабрМоя лентаВсе потокиВойти"), is_glued_row("JavaScript vs TypeScript vs CoffeeScript")
    (True, False)
    """
    pairs = pairwise(text) if len(text) <= _LONGEST_ROW else ()
    joints = [one + other for one, other in pairs if other.isupper() and (one.islower() or one.isdecimal())]
    if len(joints) < _LEAST_JOINTS:
        return False
    words = len(text.split())
    # In other scripts hardly any product has capitals inside.
    return len(joints) >= words - 1 or (not all(map(str.isascii, joints)) and 3 * len(joints) >= words)


def is_row_of_buttons(text: str) -> bool:
    """Whether a line is a label of a menu and one for subscribers, in either order: "Sign in Subscribe"."""
    words = text.split()
    if len(words) > _MOST_BUTTONS:
        return False
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(set(map(meaning_of, pair)) == _MEMBERS for pair in halves)


def asks_to_sign_in(text: str) -> bool:
    """Whether a line is a question and a label for members: "A member? Sign in here"."""
    asked, _, rest = text.translate(_ASKING).partition("?")
    words = rest.split()[:_MOST_LABEL]
    starts = (" ".join(words[:size]) for size in range(1, len(words) + 1))
    return bool(asked) and any(meaning_of(start) in _MEMBERS for start in starts)
