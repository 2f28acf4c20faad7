"""What the stages around the body miss, on pages with gold text: the counterpart of ``stage_precision``.

Blocks are aligned with the gold text. For the blocks that are no part of it, the report says how many of
their words no stage marks, and how many the body keeps: above the first block of the article, between its
first and its last, and below. ``--worst 20`` prints the longest runs of blocks that are wrongly kept, which
a stage might have recognised.

``python -m articlex_lab.bench.stage_recall --pages 20 --form text multilingual`` takes a fixed sample of 20
pages of each kind; ``--language Russian`` takes the pages in one language.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlex.options import Options
from articlex.page import Form, Page, Role
from articlex.pipeline import run as run_stages
from articlex.read import read_page
from articlex_lab.bench.stage_reports import print_report
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.corpora.stages_before import marked_before
from articlex_lab.scores.labels import align
from articlex_lab.scores.metrics import words
from articlex_lab.tables import render

#: Shares of aligned words: up to the first a block is no part of the gold text, from the second on it is.
NONE, GOLD = 0.2, 0.8
#: Roles of the head of an article, which some gold texts include.
_HEAD = frozenset({Role.TITLE, Role.BYLINE, Role.DATE, Role.CAPTION})
PLACES = ("above", "between", "below")


class Missed(NamedTuple):
    """A run of blocks of one page that the body keeps although they are no part of the gold text."""

    page: str
    place: str
    words: int
    texts: tuple[str, ...]


class Count(NamedTuple):
    """Words that are no part of the gold text: all, those that no stage marks, those that the body keeps."""

    others: int
    unmarked: int
    kept: int


def misses(record: Record, form: Form) -> tuple[dict[str, Count], list[Missed]]:
    """The counts of a page for each place, and its runs of blocks that are wrongly kept."""
    source = record.read() if form is Form.HTML else flatten(record)
    read = read_page(source, form=form.value, url=record.url)
    page = run_stages(read, Options())
    tokens = [words(block.text) for block in page.blocks]
    labels = align(tokens, words(record.text or ""))
    gold = [index for index, label in enumerate(labels) if label >= GOLD and tokens[index]]
    if not gold:
        return {}, []
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    kept: list[int] = []
    known = _marked_before_body(read)
    for index, label in enumerate(labels):
        if label > NONE or not tokens[index] or page.role(index) in _HEAD:
            continue
        counts, size = totals[_place(index, gold)], len(tokens[index])
        counts["others"] += size
        counts["unmarked"] += size if index not in known else 0
        if page.role(index) is Role.BODY:
            counts["kept"] += size
            kept.append(index)
    found = [
        Missed(
            record.name,
            _place(run.start, gold),
            sum(map(len, tokens[run.start : run.stop])),
            tuple(block.text for block in page.blocks[run.start : run.stop]),
        )
        for run in _runs(kept)
    ]
    return {place: Count(c["others"], c["unmarked"], c["kept"]) for place, c in totals.items()}, found


def _runs(indices: Iterable[int]) -> list[range]:
    """The runs of consecutive numbers among ``indices``, which are in order."""
    runs: list[range] = []
    for index in indices:
        start = runs.pop().start if runs and runs[-1].stop == index else index
        runs.append(range(start, index + 1))
    return runs


def _place(index: int, gold: list[int]) -> str:
    """Where a block is in relation to the ``gold`` blocks."""
    return PLACES[(index > gold[0]) + (index > gold[-1])]


def _marked_before_body(read: Page) -> frozenset[int]:
    """The blocks of a page, as it was read, to which the stages before the body give a role."""
    marks = marked_before("body", read).marks
    return frozenset(mark.block for mark in marks if mark.role is not Role.UNKNOWN)


def report(records: Iterable[Record], form: Form, worst: int) -> Iterator[str]:
    """The table of the places, and below it the ``worst`` longest runs of blocks that are wrongly kept."""
    totals = {place: Count(0, 0, 0) for place in PLACES}
    runs: list[Missed] = []
    for record in records:
        counts, found = misses(record, form)
        for place, count in counts.items():
            totals[place] = Count(*map(sum, zip(totals[place], count, strict=True)))
        runs += found
    yield f"{form.value}: words that are no gold text"
    rows = [
        [place, str(others), *(f"{part / max(others, 1):.1%}" for part in parts)]
        for place, (others, *parts) in totals.items()
    ]
    yield render(["place", "words", "unmarked", "kept"], rows)
    for miss in sorted(runs, key=lambda miss: -miss.words)[:worst]:
        yield f"{miss.page} {miss.place} {miss.words} words, {len(miss.texts)} blocks"
        yield from (f"    {text[:90]!r}" for text in miss.texts[:6])


if __name__ == "__main__":
    run_command(lambda: print_report(report, __doc__ or "", "runs of blocks to print"))
