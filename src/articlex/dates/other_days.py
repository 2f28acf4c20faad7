"""Labels of days other than that of publication: somebody joined a board on them, or read the page; or
something begins, ends or is due."""

from __future__ import annotations

from articlex.dates.fold import SEAM
from articlex.dates.labels import clean, date_labels, endings, without_weekday
from articlex.memoize import memoized
from articlex.punctuation import has_colon
from articlex.regex import regex

#: What such a label says of a day.
JOINED, DUE, _READ = "joined", "due", "read"
OTHER = frozenset({JOINED, DUE, _READ})
#: Characters before a date in which such a label is looked for.
_REACH = 40
#: Letters of a small word between label and date ("is", "до"), at most.
_SMALL = 3
#: Size of the cache of texts: a board has the same label before the day of each member.
_REMEMBERED = 256
#: What separates the parts of a line.
_PARTS = regex(r"[|•·,;،؛、，；\n]|[.!?।。！？]\s?|\s[-–—]\s")


def is_other_day(text: str) -> bool:
    """Whether ``text`` is nothing but such a label."""
    return len(text) <= _REACH and clean(text) in date_labels().others


@memoized(_REMEMBERED)
def other_day(before: str) -> str:
    """One of :data:`OTHER` if ``before``, which ends at a date, ends with such a label; else "".

    A weekday or a small word may stand behind the label ("Deadline is", "Срок подачи до"), and a lost line
    break may have run it together with the word before.

    >>> [other_day(text) for text in ("Junior Member. Join Date: ", "注册时间 ", "Closing date: Tue ", "on ")]
    ['joined', 'joined', 'due', '']
    >>> [other_day(text) for text in ("Retrieved ", "Abgerufen am ", "We had it on ")]
    ['read', 'read', '']
    >>> other_day("Full timeClosing date")
    'due'
    """
    text = before[-_REACH:]
    _, *stuck = SEAM.split(text)
    return _at_end(text) or (_at_end(stuck[-1]) if stuck else "")


def _at_end(text: str) -> str:
    """What the label at the end of ``text`` says, a weekday or a small word behind it left out."""
    words, others = clean(text), date_labels().others
    label, _, small = words.rpartition(" ")
    ends = (words, *without_weekday(words), *([label] if label and len(small) <= _SMALL else []))
    said = {others.get(ending, "") for end in ends for ending in endings(end)}
    return next((kind for kind in (JOINED, DUE, _READ) if kind in said), "")


def other_day_above(line: str) -> str:
    """What :func:`other_day` says of a day at the beginning of a block, by the ``line`` above it.

    A headline may end with the words of a label. So the label has to be of several words ("Join Date"), to
    have a colon behind it, or to be the whole line or its last part.

    >>> [other_day_above(line) for line in ("Ann Example. Closing date:", "Harbour office | Closing date")]
    ['due', 'due']
    >>> other_day_above("Why nobody knows the closing date"), other_day_above("Junior Member Join Date")
    ('', 'joined')
    """
    text = line.rstrip()
    last = _PARTS.split(text)[-1]
    is_label = has_colon(text[-1:]) or is_other_day(last)
    return other_day(text) if is_label or " " in _membership(text) else ""


def _membership(text: str) -> str:
    """The longest label of a membership at the end of ``text``, "" if there is none."""
    others = date_labels().others
    return next((end for end in endings(clean(text[-_REACH:])) if others.get(end) == JOINED), "")
