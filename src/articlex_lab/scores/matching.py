"""When an extracted title, author list or day counts as equal to the gold.

* **Title**: equal letters and digits in a row after HTML entities are resolved, NFKC and case folding.
  White space, punctuation, quotation marks, dashes, apostrophes and the signs ``™ ® ©`` therefore do not
  count; words do. (Gold that was taken from two elements side by side has no space between them.)
  **Near** is a title whose word F1 with gold is at least 0.9: an article or a year too many is near, a
  site name at the end of a short title is not.
* **Authors**: equal sets of names. A name is compared by its set of words, folded as above, so case and
  order ("Doe, Jane") do not count, nor do forms of address ("Dr. Jane Doe"). Gold that is one string may
  hold several names, credentials and jobs; each of its plausible readings counts (:func:`gold_readings`).
  A list of the extractor is taken as it is: a job, a place or a "By" in it is an error.
* **Day**: the same ISO day; gold that knows only the month or year asks for no more.

Conventions and faults of the gold, seen in 60 misses of each corpus and not to be fitted:

* ``wcxb-dev`` keeps what the byline prints after the name ("Ann Lee, Dietitian", "Ann Lee, CEO of Example",
  "Ann Lee | The Newsroom", "Ann Lee (Example)"): readings without it count. Of a thread the author is
  whoever started it; of a question whoever asked. Where the markup calls the site the author, gold sometimes
  says the site and as often nobody; both stand as they are. A few names stand nowhere on the page, some
  are e-mail addresses, and of many authors some pages keep the first alone.
* ``snippets`` leaves the author out of two in three pages that print one, so pages without gold authors
  tell nothing (:data:`SILENT`); of photographers, places and persons written about some are gold authors.
* ``news`` comes from hand-written parsers of each publisher: agencies and desks are authors where the parser
  kept them.
* ``dates`` and ``snippets`` take the day of the last update where a page prints it before or instead of the
  day of publication.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence

from articlex.data.bylines import byline_words
from articlex_lab.scores.metrics import word_score

_WORD = re.compile(r"\w+")
_STRONG = re.compile(
    r"\s*(?:;|\||/|\n|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bи\b|、|，|；)\s*", re.IGNORECASE
)
#: Signs that NFKC would turn into letters of the word before them, and the soft hyphen.
_SIGNS = str.maketrans("", "", "™®℠©\u00ad")
_COMMA = re.compile(r"\s*,\s*")
#: Letters that follow a name: "MD", "R.D.N.", "Ph.D.", "CEPF®", "VTS (Behavior)".
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Z.\-]{1,7}|[A-Z][a-z]{0,2}\.(?:[A-Z][a-z]{0,2}\.?)+|PhD|MSc|BSc)®?(?: \(\w+\))?"
)

#: Word F1 from which on a title is near gold. With it trafilatura 2.3.1 has 0.61 and newspaper4k 0.68 of the
#: titles of wcxb-dev, against 0.51 and 0.65 by equality.
_NEAR = 0.9

#: Forms of address: a name is the same with and without them.
_ADDRESS = frozenset("dr prof professor mr mrs ms sir dame rev".split())
#: What follows a name in brackets: an employer, a handle, a pronoun.
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
#: Words of a job or its place after the name: "CEO of Example", "Candidate at", "Shipping Expert".
_OF = frozenset(("of", "at", "for", "to", "the", "in"))

#: Corpora in which a page without gold authors is one that nobody annotated.
SILENT = frozenset(("snippets",))

Name = frozenset[str]


def fold(text: str) -> list[str]:
    """The words of ``text``, folded for comparison."""
    text = unicodedata.normalize("NFKC", html.unescape(text).translate(_SIGNS)).casefold()
    return _WORD.findall(text.replace("’", "'").replace("'", ""))


def same_title(gold: str, found: str | None) -> bool:
    """Whether ``found`` is the gold title."""
    return found is not None and "".join(fold(gold)) == "".join(fold(found))


def near_title(gold: str, found: str | None) -> bool:
    """Whether ``found`` has nearly the words of the gold title; true of the same title."""
    return found is not None and word_score(" ".join(fold(gold)), " ".join(fold(found))).f1 >= _NEAR


def names(values: Iterable[str]) -> frozenset[Name]:
    """A list of author names as a set of sets of words."""
    return frozenset(name for name in map(_name, values) if name)


def _name(value: str) -> Name:
    words = frozenset(fold(value))
    return words - _ADDRESS or words


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
    if any("(" in value or "（" in value for value in gold):
        readings += gold_readings([_BRACKETS.sub("", value) for value in gold])
    readings.append([name for value in gold for name in _without_jobs(value)])
    return readings


def _without_jobs(value: str) -> list[str]:
    """The names in one gold string up to the first piece that is a job or an employer."""
    found: list[str] = []
    for part in re.split(r"\s*(?:;|\n|&|\band\b)\s*", value.split("|")[0].split(" - ")[0]):
        pieces = _COMMA.split(part)
        jobs = (at for at, piece in enumerate(pieces) if at and is_job(piece))
        names_before = pieces[: next(jobs, len(pieces))]
        # "Director of Sales and Marketing" goes on with no name.
        found += names_before if not found else [piece for piece in names_before if " " in piece]
    return [piece for piece in found if piece and not _CREDENTIAL.fullmatch(piece)]


def is_job(piece: str) -> bool:
    """Whether a piece after a name is a job, an employer or a credential, and no further name."""
    words = piece.split()
    jobs = byline_words().jobs
    return bool(_CREDENTIAL.fullmatch(piece)) or any(
        word in _OF or word.casefold().strip(".") in jobs or any(map(str.isdigit, word)) for word in words
    )


def same_authors(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Whether ``found`` is exactly the gold author list, in any order."""
    claimed = names(found)
    return bool(claimed) and any(names(reading) == claimed for reading in gold_readings(gold))


def same_day(gold: str, found: str | None) -> bool:
    """Whether the ISO 8601 ``found`` falls on the gold day (month, year) as printed, whatever its zone."""
    return found is not None and found[:10].startswith(gold[:10])
