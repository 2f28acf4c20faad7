"""``make forms``: the body of pages in HTML beside the bodies of the same pages flattened to text.

    python -m articlex_lab.checks.output.forms [--pages 150] [--flattener soup]... [--worst 10]

Word F1 does not see whether paragraphs are whole, or whether an article is printed as one list item. For
each flattener this prints the shares of the paragraphs, items, headings and captions of the body in HTML (of
their lines, where they have line breaks) that stand in that of the text whole, cut into several blocks, run
together with others, or not as a whole; and the share of words that are in a list, heading, quotation, table
or code there and nowhere in HTML.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

import click

from articlex import extract
from articlex.article import Article
from articlex.page import Block, Kind, Wrap
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import FLATTENERS, flatten, missing
from articlex_lab.scores.letters import letters
from articlex_lab.tables import render

#: What becomes of a block of the body in HTML.
FATES = ("whole", "cut", "run together", "not as a whole")
#: Letters and digits of a block, at least: shorter ones stand on a page more than once.
LEAST = 40
COUNTED = frozenset((Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING, Kind.CAPTION, Kind.DEFINITION))

_WORD = re.compile(r"\w+")


class Comparison(NamedTuple):
    """One page in one flattening: lines of HTML by their fate, words of the text, and those that stand in a
    structure in which HTML has no such word."""

    page: str
    flattener: str
    fates: Counter[str]
    words: int
    elsewhere: Counter[str]


def compare(record: Record, flatteners: Sequence[str]) -> list[Comparison]:
    """The body of one page in HTML beside those of its flattenings."""
    html = extract(record.read(), url=record.url, form="html")
    lines = [each for block in html.body if block.kind in COUNTED for each in _lines(block)]
    places = _places(html)
    found = []
    for flattener in flatteners:
        text = extract(flatten(record, flattener), form="text")
        flat = [each for block in text.body for each in _lines(block)]
        fates = Counter(_fate(each, flat) for each in lines if len(each) >= LEAST)
        elsewhere: Counter[str] = Counter()
        there = _places(text)
        for word, structures in there.items():
            for structure, count in structures.items():
                if word in places and structure not in places[word]:
                    elsewhere[structure] += count
        words = sum(sum(structures.values()) for structures in there.values())
        found.append(Comparison(record.name, flattener, fates, words, elsewhere))
    return found


def _lines(block: Block) -> list[str]:
    """The letters of each line of a block: text does not tell line breaks from the ends of blocks."""
    return [letters(line) for line in block.text.lower().split("\n")]


def _fate(line: str, flat: Sequence[str]) -> str:
    """What has become of a line of HTML, given as its letters, among those of the flattened page."""
    if line in flat:
        return "whole"
    if any(line in each for each in flat):
        return "run together"
    return "cut" if line in "".join(flat) else "not as a whole"


def _places(article: Article) -> dict[str, Counter[str]]:
    """How often each word of the body stands in which structure."""
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for block in article.body:
        structure = _structure(block)
        for word in _WORD.findall(block.text.lower()):
            places[word][structure] += 1
    return places


def _structure(block: Block) -> str:
    if block.kind in (Kind.CODE, Kind.TABLE, Kind.HEADING):
        return block.kind.value
    wraps = {container.wrap for container in block.within}
    if Wrap.QUOTE in wraps:
        return "quotation"
    return "item" if Wrap.ITEM in wraps else "paragraph"


def report(found: Sequence[Comparison], worst: int) -> str:
    """A row for each flattener, and the pages with most words in another structure."""
    by_flattener: dict[str, list[Comparison]] = defaultdict(list)
    for each in found:
        by_flattener[each.flattener].append(each)
    structures = sorted({structure for each in found for structure in each.elsewhere})
    rows = []
    for flattener, pages in by_flattener.items():
        fates, elsewhere = Counter[str](), Counter[str]()
        for page in pages:
            fates += page.fates
            elsewhere += page.elsewhere
        blocks, words = max(1, fates.total()), max(1, sum(page.words for page in pages))
        shares = [*(fates[fate] / blocks for fate in FATES), *(elsewhere[one] / words for one in structures)]
        rows.append([flattener, str(fates.total()), *(f"{share:.3f}" for share in shares)])
    head = ["flattener", "blocks", *FATES, *(f"words, {structure}" for structure in structures)]
    lines = [render(head, rows)]
    for page in sorted(found, key=lambda page: -page.elsewhere.total() / max(1, page.words))[:worst]:
        lines.append(f"{page.page} by {page.flattener}: {dict(page.elsewhere)} of {page.words} words")
    return "\n".join(lines)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--pages", type=int, default=150, show_default=True, help="Pages, at even distances.")
@click.option("--flattener", "names", multiple=True, type=click.Choice(list(FLATTENERS)), help="These alone.")
@click.option("--worst", type=int, default=10, show_default=True, help="Pages to list.")
@click.option("--jobs", type=int, default=2, show_default=True, help="Processes.")
def main(pages: int, names: tuple[str, ...], worst: int, jobs: int) -> None:
    """Entry point of ``python -m articlex_lab.checks.output.forms``."""
    flatteners = [name for name in names or FLATTENERS if not missing([name])]
    records = annotated.load()
    chosen = records[:: max(1, len(records) // pages)]
    with ProcessPoolExecutor(jobs) as pool:
        found = [each for page in pool.map(partial(compare, flatteners=flatteners), chosen) for each in page]
    sys.stdout.write(f"{len(chosen)} pages\n\n{report(found, worst)}\n")


if __name__ == "__main__":
    run_command(main)
