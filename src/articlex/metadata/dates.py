"""What the date sources share: how a stated value becomes a fact.

Each source's score is the share of pages with a known day on which it stated that day, as counted on
``wcxb-dev``, ``snippets`` and ``dates`` when the source was written. A date below
:data:`articlex.facts.BELIEVED` is more often wrong, or of something else than the article, and is
shown among the candidates alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articlex.addresses import host_of
from articlex.dates import Hints, parse_date
from articlex.dates.lexicon import lexicon
from articlex.memoize import memoized
from articlex.metadata.evidence import Evidence
from articlex.page import Fact, Field

#: A month without a day loses to every day.
_MONTH_ALONE = 0.5
#: Pages whose hints are remembered.
_REMEMBERED = 4


def date_hints(evidence: Evidence) -> Hints:
    """What the page tells about its dates before any is read."""
    language = evidence.markup.lang or evidence.meta("content-language", "og:locale")
    return _hints(evidence.url or evidence.meta("og:url"), language, evidence.latest)


@memoized(_REMEMBERED)
def _hints(address: str, language: str, latest: int) -> Hints:
    """What address, language and last year tell: each of a page's sources asks the same."""
    usual = lexicon().order(language, host_of(address))
    return Hints(language.replace("_", "-").lower(), latest=latest, usual=usual)


class DateStater:
    """Makes facts of one source on one page."""

    __slots__ = ("_evidence", "_hints", "_source")

    def __init__(self, source: str, evidence: Evidence) -> None:
        self._source = source
        self._evidence = evidence
        self._hints = date_hints(evidence)

    def state(
        self, field: Field, raw: Any, reason: str, score: float, block: int | None = None
    ) -> Iterator[Fact]:
        """The fact that ``raw`` states, if it is a date; nothing otherwise."""
        if isinstance(raw, float) and raw.is_integer():
            raw = int(raw)
        if not isinstance(raw, (str, int)) or isinstance(raw, bool):
            return
        found = parse_date(str(raw), self._hints)
        if found and not found.value.is_late(self._evidence.reference):
            score = score if found.value.day else _MONTH_ALONE
            yield Fact(field, found.value.iso(), self._source, found.raw, reason, score, block)
