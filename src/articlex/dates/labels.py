"""Labels before or after a date, "Published:", "Updated on", "更新", from ``data/date_labels.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.dates.fold import without_accents
from articlex.dates.lexicon import lexicon
from articlex.memoize import memoized
from articlex.regex import DIGIT, regex

#: Characters of the text beside a date in which a label is looked for; no label is longer.
_REACH = 40
#: Characters of the longest label with the name of an editor; such a one contains no digit.
_MOST_CHANGE = 60
#: The character from which on scripts set labels without spaces.
_WIDE = "\u2e80"
#: Size of the cache of cleaned texts: each is searched for several kinds of labels.
_REMEMBERED = 256
#: The particle between a day and the label behind it in Japanese: "2024年5月6日に公開".
_PARTICLE = "に"
#: What Thai joins to the weekday before a day: "วันจันทร์ที่ 6".
_THAI_ARTICLE = "ที่"
#: A day without a year.
_FIGURE = regex(r"\d{1,2}\s?(?:/\s?\d|[月월日일])")
#: All but letters, digits, marks and hyphens. The full stops of Hindi and Burmese lie among their letters.
_NOT_WORD = regex(r"[^\w\s\u0300-\u036f\u0780-\u109f'-]|[\u0964\u104a\u104b]")


#: What ``bytes.translate`` makes of a text in ASCII: spaces for the same.
_ASCII_WORDS = bytes(
    code if code < 128 and (chr(code).isalnum() or chr(code) in "_'-") else ord(" ") for code in range(256)
)


class Labels(NamedTuple):
    """What labels, as :func:`clean` returns them, say of a day."""

    #: "published" or "updated"; "" for longer labels, in a script without spaces, that end with one of these
    #: and mean another day: "截止日期", a deadline, ends with "date".
    own: Mapping[str, str]
    #: "joined" (somebody became a member), "due" (a deadline, or the first or last day of something) or
    #: "read" (somebody read the page, or put a copy away): :mod:`articlex.dates.other_days`.
    others: Mapping[str, str]


@cache
def date_labels() -> Labels:
    """The labels in every language."""
    record = json.loads(read_data("date_labels.json"))
    own = {label: kind for kind in ("updated", "published") for label in record[kind]}
    others = {label: kind for kind in ("read", "due", "joined") for label in record[kind]}
    return Labels(own | dict.fromkeys(record["other"], ""), others)


@memoized(_REMEMBERED)
def clean(text: str) -> str:
    """``text`` folded, without punctuation, with single spaces, as the lists have their labels."""
    folded = without_accents(text)
    parts = _parts(folded)
    # A hyphen belongs to a label only between letters: "Published - ", "פורסם ב-".
    return " ".join(filter(None, [part.strip("-") for part in parts]) if "-" in folded else parts)


def _parts(folded: str) -> list[str]:
    """The words of a folded text and the hyphens in it."""
    if folded.isascii():
        # In a third of the pattern's time.
        return folded.encode().translate(_ASCII_WORDS).decode().split()
    return _NOT_WORD.sub(" ", folded).split()


def is_date_label(text: str) -> bool:
    """Whether ``text`` is a label of publication or change and nothing else but a weekday behind it."""
    words = clean(text) if len(text) <= _REACH else ""
    return bool(_meaning(words)) or any(map(_meaning, without_weekday(words)))


def label_before(text: str) -> str:
    """What the label says with which ``text`` ends, before a date: "published", "updated", or "" without one.

    A weekday may stand behind the label: "Updated: Monday, 6 May", "am Montag, den 6. Mai".
    """
    words = clean(text[-_REACH:])
    return _at_end(words) or next(filter(None, map(_at_end, without_weekday(words))), "")


def without_weekday(label: str) -> Iterator[str]:
    """``label`` without the weekday at its end ("updated am montag den" → "updated am").

    The name of a weekday may have several words: there is one result for each word that is cut off. A last
    word that is a weekday as well as an article is the weekday: "Registriert: Di".
    """
    parts = label.split(" ")
    words = lexicon()
    last = parts[-1]
    if len(parts) > 1 and last in words.fillers and last not in words.weekdays:
        del parts[-1]
    elif last.endswith(_THAI_ARTICLE):
        parts[-1] = last.removesuffix(_THAI_ARTICLE)
    while len(parts) > 1 and parts.pop() in words.weekdays:
        yield " ".join(parts)


def _at_end(words: str) -> str:
    """What the longest label at the end of ``words`` says: "published", "updated" or ""."""
    own = date_labels().own
    return next((own[ending] for ending in endings(words) if ending in own), "")


def endings(words: str) -> Iterator[str]:
    """The ends of ``words`` that may be a label, longest first: from each word on, and from each character
    beyond ASCII on, as scripts may set no spaces."""
    if words.isascii():
        start = 0 if words else -1
        while start >= 0:
            yield words[start:]
            start = words.find(" ", start) + 1 or -1
        return
    for start, char in enumerate(words):
        if start == 0 or words[start - 1] == " " or not char.isascii():
            yield words[start:]


def label_after(text: str) -> str:
    """What the label says with which ``text`` begins, behind a date: "published", "updated", or "".

    A label before a day without a year belongs to that day: "2024/5/6 18:30 (最終更新 5/7 09:10)".
    """
    figure = _FIGURE.search(text, 0, _REACH)
    if figure and is_date_label(text[: figure.start()]):
        return ""
    words = clean(text[:_REACH]).removeprefix(_PARTICLE)
    end = len(words)
    while end > 0:
        if meaning := _meaning(words[:end]):
            return meaning
        end = words.rfind(" ", 0, end)
    return ""


def change_by(text: str) -> str:
    """Whether ``text``, a line up to its date, says who made a change, "Last edited by Ann Example, ": then
    "updated", else "".

    It has to begin with a label of several words (in scripts without spaces one word is enough): "Edited by
    Ann Example" alone names the editor of somebody else's text.
    """
    words = clean(text) if len(text) <= _MOST_CHANGE else ""
    end = len(words) if not DIGIT.search(words) else 0
    while (end := words.rfind(" ", 0, end)) > 0:
        label = words[:end]
        if (" " in label or label[0] >= _WIDE) and _meaning(label) == "updated":
            return "updated"
    return ""


def _meaning(words: str) -> str:
    """What ``words`` say as a label: "published", "updated", or "" if they are none."""
    return date_labels().own.get(words, "")
