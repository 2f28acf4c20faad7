"""What is known about the dates of a page before any of them is read: its language and country, and the last
year that is believed, which is next year unless the page itself shows otherwise.

"Next year" is the year after the reference date if the caller gives one. Else it is the year after this
release or, if that is later, the year after the one in which the page is read: an old release goes on reading
new pages. That is all that extraction asks of the clock, so that a page gives the same article whenever it is
read, unless it states a year that had not come when it was first read. A page that is younger still, as the
clock may be wrong, is recognised because places that state dates independently of each other (<meta>,
JSON-LD, <time>, a copyright notice, a short line with a date) agree on a later year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from articlex.addresses import host_of
from articlex.copyright_notices import has_sign
from articlex.dates import Hints
from articlex.dates.lexicon import lexicon
from articlex.dates.value import LAST_YEAR, LATEST_YEAR
from articlex.facts import best_value
from articlex.memoize import memoized
from articlex.options import Options
from articlex.page import Field, Page
from articlex.regex import regex
from articlex.signs import once_a_page, signs_of

#: Size of the cache of hints: each date in the markup of a page asks for the same.
_REMEMBERED = 4
#: Places that have to state a later year.
_MIN_PLACES = 2
#: Characters of the longest dateline or copyright notice.
_MAX_LINE = 60

_DECADES = sorted({year // 10 for year in range(LATEST_YEAR + 1, LAST_YEAR + 1)})
#: The years after :data:`LATEST_YEAR`. All alternatives begin with a literal, which makes the search quick.
_LATER = "|".join(f"{decade}[{max(0, LATEST_YEAR + 1 - decade * 10)}-9]" for decade in _DECADES)
_ANY = regex(_LATER)
#: (Each year is matched first, and then what stands before it.)
_DAY = regex(rf"({_LATER})(?<![0-9]{{5}})-?[01][0-9]-?[0-3][0-9](?![0-9])")
_YEAR = regex(rf"(?:{_LATER})(?<![0-9]{{5}})(?![0-9])")
#: A year with a day beside it: "6 May 2031", "May 6, 2031", "06.05.2031", "2031年5月6日".
_BESIDE = regex(
    rf"[0-9]{{1,2}}[^0-9]{{1,16}}(?:{_LATER})(?![0-9])|(?<![0-9])(?:{_LATER})[^0-9]{{1,3}}[0-9]{{1,2}}"
)


def page_hints(page: Page, options: Options) -> Hints:
    """The hints for the printed dates of ``page``; relative ones count from the caller's reference date."""
    # The best fact comes first, because many templates declare English whatever the language of the text.
    language = best_value(page, Field.LANGUAGE) or page.markup.lang
    hints = hints_for(page.url or "", language, latest_year(page, options.reference_date))
    return hints._replace(reference=options.reference_date)


@memoized(_REMEMBERED)
def hints_for(address: str, language: str, latest: int) -> Hints:
    """The hints for a page at ``address`` in ``language``, a language tag, up to the year ``latest``.

    Language and country give the usual order of day and month.
    """
    usual = lexicon().order(language, host_of(address))
    return Hints(language.replace("_", "-").lower(), latest=latest, usual=usual)


def latest_year(page: Page, reference: date | None) -> int:
    """The last year that a date of the page may have."""
    return _stated_year(page) if reference is None else reference.year + 1


@once_a_page
def _stated_year(page: Page) -> int:
    """The last of the later years that the page states in two places; at least :data:`LATEST_YEAR`, and the
    year after the one in which it is read."""
    places = Counter(year for years in _places(page) for year in years if year <= LAST_YEAR)
    stated = (year for year, times in places.items() if times >= _MIN_PLACES)
    return max([LATEST_YEAR, min(page.year + 1, LAST_YEAR), *stated])


def _places(page: Page) -> Iterator[set[int]]:
    """The later years that each kind of place states."""
    markup = page.markup
    yield _days(content for _, content in markup.metas)
    yield _days(markup.json_ld)
    yield _days(note.value for note in markup.annotations if note.name == "time")
    # On most pages one search in all short lines together shows that none states a later year.
    is_any = _ANY.search(signs_of(page).makeup.lines) is not None
    short = [text for block in page.blocks if 7 < len(text := block.text) <= _MAX_LINE] if is_any else []
    lines = [line for line in short if _YEAR.search(line)]
    yield {int(year) for line in lines if has_sign(line) for year in _YEAR.findall(line)}
    dated = (line for line in lines if not has_sign(line) and _BESIDE.search(line))
    yield {int(year) for line in dated for year in _YEAR.findall(line)}


def _days(texts: Iterable[str]) -> set[int]:
    text = "\n".join(texts)
    return {int(year) for year in _DAY.findall(text)} if _ANY.search(text) else set()
