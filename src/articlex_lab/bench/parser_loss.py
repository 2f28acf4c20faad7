"""Text that an HTML5 parser finds and our blocks do not have: ``python -m articlex_lab.bench.parser_loss``.

Our parser, libxml2, does not implement HTML5; Lexbor (selectolax) does. The words that it finds outside
scripts, styles and the like are compared with those of our blocks, and the worst pages are listed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import NamedTuple

from articlex.page import Form
from articlex.read import read_page
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import Record, chosen
from articlex_lab.corpora.flatteners import decode
from articlex_lab.scores.metrics import words

#: Elements whose text is not that of the page.
_NO_TEXT = ["script", "style", "svg", "noembed", "noframes", "datalist", "iframe", "title", "math", "head"]


class Loss(NamedTuple):
    """Words that the HTML5 parser found on one page, those that our blocks miss, and examples of these."""

    name: str
    found: int
    missed: int
    examples: str


def loss(record: Record) -> Loss:
    """The loss on one page."""
    from selectolax.lexbor import LexborHTMLParser

    raw = record.read()
    tree = LexborHTMLParser(decode(raw))
    tree.strip_tags(_NO_TEXT)
    theirs = Counter(words(tree.body.text(separator=" ") if tree.body else ""))
    page = read_page(raw, form=Form.HTML.value)
    whole = " ".join(block.text for block in page.blocks).lower()
    missing = theirs - Counter(words(whole))
    # A word that only one of the two parsers joins to its neighbour is not lost.
    lost = Counter({word: count for word, count in missing.items() if word not in whole})
    examples = " ".join(word for word, _ in lost.most_common(8))
    return Loss(record.name, theirs.total(), lost.total(), examples)


def main() -> None:
    """Print the totals and the worst pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", help="names, separated by commas; default: all")
    parser.add_argument("--sample", type=int, default=0, help="pages of each kind; default: all")
    parser.add_argument("--worst", type=int, default=20)
    options = parser.parse_args()
    losses = [loss(record) for record in chosen(options.corpus, options.sample)]
    found, missed = sum(page.found for page in losses), sum(page.missed for page in losses)
    out = sys.stdout.write
    out(f"{len(losses)} pages, {found} words, {missed} not in our blocks ({missed / max(found, 1):.3%})\n")
    for page in sorted(losses, key=lambda page: -page.missed)[: options.worst]:
        out(f"{page.name}  {page.missed} of {page.found}: {page.examples}\n")


if __name__ == "__main__":
    run_command(main)
