"""What a stage is.

A stage is a module of this package, named after what it marks, with one function ``run`` and one
record ``STAGE``. The clauses of the contract:

1. ``run(page, options)`` yields :class:`Mark` and :class:`Fact` and does nothing else: no mutation, no
   logging, no file, clock, network or randomness. Word lists load on first use and are read-only.
2. It marks only blocks that are UNKNOWN, or whose role is in ``overrides``; only with a role in
   ``sets``; each block at most once. Scores are from 0 to 1. The roles that the body sets are its verdict: no
   stage before it has one of them.
3. A reason is a slug from ``reasons``, where it has one English sentence, which ``articlex explain``
   prints. This holds for marks and facts alike.
4. It takes any page of the forms in ``forms``, zero blocks included, and yields nothing when unsure.
5. Run twice, the second run changes no mark and states nothing new. A stage for which later marks or facts
   would count as evidence asks :func:`has_run` first.
6. A stage that raises is recorded in the trace, the others still run, and the caller is told. A lack of
   memory alone ends the extraction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from articlex.options import Options
from articlex.page import Fact, Form, Mark, Page, Role, new_tuple

Output = Iterator[Mark | Fact]

BOTH = frozenset(Form)
_UNKNOWN = Role.UNKNOWN  # see articlex.page


def mark_unknown(page: Page, role: Role, reasons: Mapping[int, str], score: float) -> Iterator[Mark]:
    """The marks of those blocks in ``reasons`` that have no role yet; "" is no reason."""
    for index, reason in reasons.items():
        if reason and page.role(index) is _UNKNOWN:
            yield new_tuple(Mark, (index, role, reason, score, ""))


def has_run(page: Page, name: str) -> bool:
    """Whether the stage ``name`` has marked a block or stated a fact, before this run of it."""
    return name in [fact.stage for fact in page.facts] or name in [mark.stage for mark in page.marks]


class Stage(NamedTuple):
    """One stage, as the runner and the tests see it. ``name`` is the module's name."""

    name: str
    run: Callable[[Page, Options], Output]
    #: Slug of each reason, with the sentence that ``articlex explain`` prints for it.
    reasons: Mapping[str, str]
    sets: frozenset[Role] = frozenset()
    overrides: frozenset[Role] = frozenset()
    forms: frozenset[Form] = BOTH
