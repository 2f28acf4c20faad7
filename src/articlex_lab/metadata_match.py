"""When an extracted title, author list or day counts as equal to the gold.

* **Title**: equal sequences of ``\\w+`` words after HTML entities are resolved, NFKC and case folding.
  White space, punctuation, quotation marks, dashes and apostrophes therefore do not count; words do.
  **Near** is a title whose word F1 with gold is at least 0.9: an article or a year too many is near, a
  site name at the end of a short title is not.
* **Authors**: equal sets of names. A name is compared by its set of words, folded as above, so case and
  order ("Doe, Jane") do not count. Gold that is one string may hold several names and credentials; each
  of its plausible readings counts (:func:`gold_readings`). A list of the extractor is taken as it is.
* **Day**: the same ISO day; gold that knows only the month or year asks for no more.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence

from articlex_lab.metrics import word_score

_WORD = re.compile(r"\w+")
_STRONG = re.compile(
    r"\s*(?:;|\||/|\n|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b|、|，|；)\s*", re.IGNORECASE
)
_COMMA = re.compile(r"\s*,\s*")
#: Letters that follow a name: "MD", "R.D.N.", "Ph.D.", "CEPF®", "VTS (Behavior)".
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Z.\-]{1,7}|[A-Z][a-z]{0,2}\.(?:[A-Z][a-z]{0,2}\.?)+|PhD|MSc|BSc)®?(?: \(\w+\))?"
)

#: Word F1 from which on a title is near gold. With it trafilatura 2.3.1 has 0.61 and newspaper4k 0.68 of the
#: titles of wcxb-dev, against 0.51 and 0.65 by equality.
_NEAR = 0.9

Name = frozenset[str]


def fold(text: str) -> list[str]:
    """The words of ``text``, folded for comparison."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).casefold()
    return _WORD.findall(text.replace("’", "'").replace("'", ""))


def same_title(gold: str, found: str | None) -> bool:
    """Whether ``found`` is the gold title."""
    return found is not None and (fold(gold) == fold(found))


def near_title(gold: str, found: str | None) -> bool:
    """Whether ``found`` has nearly the words of the gold title; true of the same title."""
    return found is not None and word_score(" ".join(fold(gold)), " ".join(fold(found))).f1 >= _NEAR


def names(values: Iterable[str]) -> frozenset[Name]:
    """A list of author names as a set of sets of words."""
    return frozenset(name for name in (frozenset(fold(value)) for value in values) if name)


def gold_readings(gold: Sequence[str]) -> list[list[str]]:
    """The lists of names that gold may mean, the most literal first.

    A list of several strings, or a single name, means itself. One string may also be several names set
    apart by ``; & and |`` and the like, by commas too, or names with credentials after commas.
    """
    readings = [list(gold)]
    parted = [part for value in gold for part in _STRONG.split(value) if part]
    readings.append(parted)
    pieces = [_COMMA.split(part) for part in parted]
    readings.append([piece for part in pieces for piece in part])
    readings.append([piece for part in pieces for piece in part if not _CREDENTIAL.fullmatch(piece)])
    readings.append(
        [", ".join([part[0], *(p for p in part[1:] if not _CREDENTIAL.fullmatch(p))]) for part in pieces]
    )
    return readings


def same_authors(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Whether ``found`` is exactly the gold author list, in any order."""
    claimed = names(found)
    return bool(claimed) and any(names(reading) == claimed for reading in gold_readings(gold))


def same_day(gold: str, found: str | None) -> bool:
    """Whether the ISO 8601 ``found`` falls on the gold day (month, year) as printed, whatever its zone."""
    return found is not None and found[:10].startswith(gold[:10])
