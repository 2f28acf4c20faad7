"""``make losses``: why the scorer loses F1, and the worst pages with what was wrongly kept and lost.

The loss 1 - F1 of a page with a gold text has three parts: what no choice of its blocks would reach
(``reach``), what is wrongly kept (``kept``), and what is wrongly left out (``lost``). The last two are each
the mean of what mending it gains before and after the other one is mended. Nothing is fitted here: the
predictions are those that ``make crossvalidate`` has written, on the same samples::

    make crossvalidate PREDICTIONS=/tmp/html.predictions
    make losses PREDICTIONS=/tmp/html.predictions CORPUS=forums WORST=30
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from articlex.page import Form
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import Record, load
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.tables import render
from articlex_lab.training.body.samples.dataset import cached
from articlex_lab.training.body.validation.evaluate import bag_scores
from articlex_lab.training.body.validation.prediction import Prediction

#: What is printed of a page: runs of blocks, characters of a block, characters of both ends of the gold text.
_RUNS, _TEXT, _GOLD = 4, 70, 100


class Loss(NamedTuple):
    """The parts of the loss of a page: ``reach + kept + lost`` is 1 - F1."""

    reach: float
    kept: float
    lost: float

    @property
    def total(self) -> float:
        """1 - F1."""
        return self.reach + self.kept + self.lost


def loss(sample: Any, kept: Any) -> Loss:
    """The loss when the blocks ``kept`` (bool [blocks]) of a sample are kept."""
    gold = sample.in_gold
    reached, pruned, filled, best = (
        bag_scores(sample, chosen)[2] for chosen in (kept, kept & gold, kept | gold, gold)
    )
    best = max(best, reached)
    return Loss(
        reach=1.0 - best,
        kept=(pruned - reached + best - filled) / 2.0,
        lost=(filled - reached + best - pruned) / 2.0,
    )


def table(pages: Iterable[Prediction]) -> str:
    """Mean losses by corpus and kind."""
    groups: dict[tuple[str, str], list[Loss]] = defaultdict(list)
    for page in pages:
        groups[page.sample.corpus, page.sample.kind].append(loss(page.sample, page.kept))
    rows = []
    for (corpus, kind), found in sorted(groups.items()):
        mean = Loss(*np.mean(found, axis=0))
        rows.append([corpus, kind, str(len(found)), *(f"{value:.3f}" for value in (mean.total, *mean))])
    return render(["corpus", "kind", "pages", "loss", *Loss._fields], rows)


def worst(pages: Sequence[Prediction], records: dict[str, Record], most: int) -> Iterator[str]:
    """The ``most`` pages that lose most, each with its longest runs of blocks wrongly kept and lost."""
    known = [(loss(page.sample, page.kept), page) for page in pages]
    for found, page in sorted(known, key=lambda pair: -pair[0].total)[:most]:
        sample = page.sample
        yield (
            f"\n{sample.name} {sample.flattener} F1 {1.0 - found.total:.2f}, reach {found.reach:.2f}"
            f" kept {found.kept:.2f} lost {found.lost:.2f}, article {page.article:.2f}"
        )
        yield from _page(page, records[sample.name])


def _page(page: Prediction, record: Record) -> Iterator[str]:
    sample = page.sample
    source = flatten(record, sample.flattener) if sample.flattener else record.read()
    read = read_before("body", source, Form(sample.form), record.url)
    blocks = [block for block in read.blocks if block.text]
    text = " ".join((record.text or "").split())
    yield f"  gold {text[:_GOLD]!r} … {text[-_GOLD:]!r}"
    if len(blocks) != len(sample.labels):
        yield "  the reader makes other blocks now than it did for these samples"
        return
    kept, gold = page.kept, sample.in_gold
    chances = page.chances
    for name, wrong in (("kept", kept & ~gold), ("lost", ~kept & gold)):
        for rows in _longest(wrong, sample.tokens):
            odds = f"p {chances[rows].min():.2f} to {chances[rows].max():.2f}"
            roles = sorted({read.role(blocks[row].index).value for row in rows})
            size = sum(len(sample.tokens[row]) for row in rows)
            tag = blocks[rows[0]].tag
            yield f"  {name} {size} words, {len(rows)} blocks, {odds}, {', '.join(roles)} <{tag}>"
            yield "    " + " | ".join(blocks[row].text[:_TEXT].replace("\n", " ") for row in rows[:3])


def _longest(wrong: Any, tokens: Sequence[Any]) -> list[list[int]]:
    """The runs of blocks that are ``wrong``, those with most words."""
    runs: list[list[int]] = []
    for row in np.flatnonzero(wrong).tolist():
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return sorted(runs, key=lambda run: -sum(len(tokens[row]) for row in run))[:_RUNS]


def main() -> None:
    """Print the table, or the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("predictions", type=Path, help="what crossvalidate --predictions wrote")
    parser.add_argument("--form", choices=[form.value for form in Form], default="html")
    parser.add_argument("--corpus")
    parser.add_argument("--kind")
    parser.add_argument("--worst", type=int, default=0, help="pages to print")
    options = parser.parse_args()
    if not options.predictions.is_file():
        parser.error(f"no file {options.predictions}; make crossvalidate PREDICTIONS={options.predictions}")
    said = pickle.loads(options.predictions.read_bytes())
    known = {name: odds for name, *odds in said["pages"]}
    corpora = [options.corpus] if options.corpus else sorted({name.split("/")[0] for name in known})
    pages = [
        Prediction(sample, *known[sample.key])
        for sample in cached(corpora, Form(options.form), said["tag"])
        if sample.key in known and len(sample.gold)
    ]
    if any(len(page.forest) != len(page.sample.labels) for page in pages):
        sys.exit("losses: the samples are not those of the predictions any more; make the predictions anew")
    pages = [page for page in pages if options.kind in (None, page.sample.kind)]
    records = {record.name: record for record in load(corpora)} if options.worst else {}
    lines = worst(pages, records, options.worst) if options.worst else [table(pages)]
    sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    run_command(main)
