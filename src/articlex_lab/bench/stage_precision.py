"""What each stage around the body wrongly drops, and what it rightly drops, on pages with gold text.

For each stage: the gold words that are lost when its blocks are dropped, as a share of all gold words that
the blocks have, and the other words that are spared, as a share of all other words. A gold word that other
blocks of the page have as often is not lost.

``python -m articlex_lab.bench.stage_precision --pages 20 --form text wcxb-dev news`` takes a fixed sample of
20 pages of each kind; ``--language Russian`` takes the pages in one language; ``--worst 5`` names the blocks
that cost most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlex.page import Form, Page, Role
from articlex.pipeline import ORDER
from articlex_lab.bench.stage_reports import print_report
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.scores.metrics import words
from articlex_lab.tables import render

#: Roles of the article, its head included; a stage that sets none of them is one around the body.
_ARTICLE = frozenset({Role.UNKNOWN, Role.BODY, Role.TITLE, Role.CAPTION, Role.BYLINE, Role.DATE})
_STAGES = tuple(stage for stage in ORDER if stage.sets and not stage.sets & _ARTICLE)
_NAMES = frozenset(stage.name for stage in _STAGES)
#: The row of all stages together.
ALL = "all"


class Cost(NamedTuple):
    """One stage on one page, in words."""

    stage: str
    page: str
    lost: int
    spared: int
    #: The largest gold blocks among those lost.
    blocks: tuple[str, ...]


def costs(record: Record, form: Form) -> tuple[list[Cost], int, int]:
    """The cost of each stage on a page, and how many words of its blocks are gold and how many are others."""
    source = record.read() if form is Form.HTML else flatten(record)
    # Up to the body, not stage by stage: some stages go by the authors, which an earlier one states.
    page = read_before("body", source, form, record.url)
    gold = Counter(words(record.text or ""))
    tokens = [words(block.text) for block in page.blocks]
    everything = Counter(word for block in tokens for word in block)
    reachable = (gold & everything).total()
    found = []
    for name in (*(stage.name for stage in _STAGES), ALL):
        marked = [mark.block for mark in page.marks if mark.stage in _NAMES and name in (mark.stage, ALL)]
        dropped = Counter(word for index in marked for word in tokens[index])
        lost = reachable - (gold & (everything - dropped)).total()
        found.append(
            Cost(name, record.name, lost, dropped.total() - lost, _largest(page, marked, tokens, gold))
        )
    return found, reachable, everything.total() - reachable


def _largest(page: Page, marked: list[int], tokens: list[list[str]], gold: Counter[str]) -> tuple[str, ...]:
    inside = [index for index in marked if tokens[index] and all(word in gold for word in tokens[index])]
    inside.sort(key=lambda index: -len(tokens[index]))
    return tuple(f"{page.marks[index].reason}: {page.blocks[index].text[:70]!r}" for index in inside[:3])


def report(records: Iterable[Record], form: Form, worst: int) -> Iterator[str]:
    """The table of the stages, then for each stage the ``worst`` pages, those on which it costs most."""
    by_stage: dict[str, list[Cost]] = defaultdict(list)
    gold = other = 0
    for record in records:
        found, in_gold, in_other = costs(record, form)
        gold += in_gold
        other += in_other
        for cost in found:
            by_stage[cost.stage].append(cost)
    yield f"{form.value}: {gold} gold words, {other} others"
    rows = []
    for stage, found in by_stage.items():
        lost, spared = sum(cost.lost for cost in found), sum(cost.spared for cost in found)
        pages = sum(cost.lost + cost.spared > 0 for cost in found)
        rows.append([stage, f"{lost / max(gold, 1):.3%}", f"{spared / max(other, 1):.1%}", str(pages)])
    yield render(["stage", "gold lost", "others spared", "pages"], rows)
    for stage, found in by_stage.items():
        for cost in sorted(found, key=lambda cost: -cost.lost)[:worst]:
            if cost.lost:
                yield f"{stage}: {cost.page} {cost.lost} words; {'; '.join(cost.blocks)}"


if __name__ == "__main__":
    run_command(lambda: print_report(report, __doc__ or "", "pages to name for each stage"))
