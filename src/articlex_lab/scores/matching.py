"""When an extracted title, author list or day counts as equal to the gold.

* **Title**: the same letters and digits in the same order, after HTML entities are resolved, NFKC and case
  folding. White space, punctuation, quotation marks, dashes, apostrophes and the signs ``™ ® ©`` do not
  count. (Gold that was taken from two adjacent elements has no space between them.) A title is **near** when
  its word F1 with gold is at least 0.9: an article or a year too many is near, a site name at the end of a
  short title is not.
* **Authors**: the same set of names. A name is a set of words, folded as above, so that case and order
  ("Doe, Jane") do not count, nor do forms of address ("Dr. Jane Doe"). A gold string may hold several names,
  credentials and jobs; each plausible reading of it counts (:func:`gold_readings`). The list of the
  extractor is taken literally: a job, a place or a "By" in it is an error.
* **Day**: the same ISO day; where gold knows the month or the year alone, that much.

Conventions and errors of the gold, seen in 60 misses of each corpus; nothing is fitted to them:

* ``wcxb-dev`` keeps what the byline prints after the name ("Ann Lee, Dietitian", "Ann Lee, CEO of Example",
  "Ann Lee | The Newsroom", "Ann Lee (Example)"): readings without it count. The author of a thread is
  whoever started it, that of a question whoever asked. Where the markup calls the site the author, gold
  says the site about as often as nobody; neither is corrected. A few names are nowhere on the page, some are
  e-mail addresses, and on some pages with many authors gold has the first alone.
* ``snippets`` has no author for two in three pages that print one, so that pages without gold authors say
  nothing (:data:`SILENT`); some gold authors are photographers, places and persons written about.
* ``news`` comes from hand-written parsers of each publisher: agencies and desks are authors where the parser
  kept them.
* ``dates`` and ``snippets`` have the day of the last update where a page prints it before or instead of the
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
#: The soft hyphen, and signs that NFKC would turn into letters of the word before them.
_SIGNS = str.maketrans("", "", "™®℠©\u00ad")
_COMMA = re.compile(r"\s*,\s*")
#: Letters that follow a name: "MD", "R.D.N.", "Ph.D.", "CEPF®", "VTS (Behavior)".
_CREDENTIAL = re.compile(
    r"(?:[A-Z][A-Z.\-]{1,7}|[A-Z][a-z]{0,2}\.(?:[A-Z][a-z]{0,2}\.?)+|PhD|MSc|BSc)®?(?: \(\w+\))?"
)

#: The least word F1 of a title that is near. By it trafilatura 2.3.1 has 0.61 and newspaper4k 0.68 of the
#: titles of wcxb-dev, against 0.51 and 0.65 by equality.
_NEAR = 0.9

#: Forms of address, which names are compared without.
_ADDRESS = frozenset("dr prof professor mr mrs ms sir dame rev".split())
#: An employer, a handle or a pronoun in brackets after a name.
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
#: Prepositions and articles within a job: "CEO of Example", "Candidate at".
_OF = frozenset(("of", "at", "for", "to", "the", "in"))

#: Corpora in which "no gold authors" means that nobody annotated them, not that the page has none.
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
    """Whether ``found`` has nearly the words of the gold title, or all of them."""
    return found is not None and word_score(" ".join(fold(gold)), " ".join(fold(found))).f1 >= _NEAR


def names(values: Iterable[str]) -> frozenset[Name]:
    """Author names as a set, each as its set of words."""
    return frozenset(name for name in map(_name, values) if name)


def _name(value: str) -> Name:
    words = frozenset(fold(value))
    return words - _ADDRESS or words


def gold_readings(gold: Sequence[str]) -> list[list[str]]:
    """The lists of names that gold strings may mean, the literal one first.

    ``["Ann Lee, MD; Bo Ek"]`` may be that one name, the two names that ``; & and |`` and the like separate,
    those that commas separate as well, or these without credentials, jobs and what is in brackets.
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
    """The names in one gold string, without the first job or employer and what follows it."""
    found: list[str] = []
    for part in re.split(r"\s*(?:;|\n|&|\band\b)\s*", value.split("|")[0].split(" - ")[0]):
        pieces = _COMMA.split(part)
        jobs = (at for at, piece in enumerate(pieces) if at and _is_job(piece))
        names_before = pieces[: next(jobs, len(pieces))]
        # "Marketing" of "Director of Sales and Marketing" is no name.
        found += names_before if not found else [piece for piece in names_before if " " in piece]
    return [piece for piece in found if piece and not _CREDENTIAL.fullmatch(piece)]


def _is_job(piece: str) -> bool:
    """Whether what follows a name and a comma is a job, an employer or a credential, not another name."""
    words = piece.split()
    jobs = byline_words().jobs
    return bool(_CREDENTIAL.fullmatch(piece)) or any(
        word in _OF or word.casefold().strip(".") in jobs or any(map(str.isdigit, word)) for word in words
    )


def same_authors(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Whether ``found`` are exactly the gold authors, by one of their readings and in any order."""
    claimed = names(found)
    return bool(claimed) and any(names(reading) == claimed for reading in gold_readings(gold))


def same_day(gold: str, found: str | None) -> bool:
    """Whether the ISO 8601 ``found`` begins with the gold day (month, year); its zone does not matter."""
    return found is not None and found[:10].startswith(gold[:10])
