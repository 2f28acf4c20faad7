"""``make roundtrip``: the Markdown of real pages, read back by two parsers and by articlex itself.

    python -m articlex_lab.checks.output.roundtrip [--pages 300] [--worst 10]

Takes a sample of the corpora and all fixtures, once with the blocks that articlex keeps and once with every
block kept, and prints: the shares of words, links, list items, table cells and lines of code that come back;
the lines of the output whose words are not on the page; what a second pass of articlex over its own Markdown
changes; and the processor time of the Markdown writer in ratio to a bare lxml parse.
"""

from __future__ import annotations

import argparse
import html as html_module
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from statistics import mean, median

from lxml import etree

from articlex import extract
from articlex.article import Article, Verdict
from articlex.errors import ArticlexError
from articlex.page import Form, Mark, Role
from articlex.write.markdown import write_markdown
from articlex_lab.bench.timing import bare_parse, seconds
from articlex_lab.checks.output.markdown_shape import (
    PARSERS,
    PARTS,
    differences,
    parsed,
    shape_of_article,
    shape_of_html,
    shown_text,
    words,
)
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import load
from articlex_lab.repository import FIXTURES
from articlex_lab.scores.letters import letters

_NOTE_SIGN = re.compile(r"\[\^([\w-]+)\](?!:)")
_LINK_NUMBER = re.compile(r"\[\d+\]")


@dataclass
class Tally:
    """Sums over the pages, either with the blocks that articlex keeps or with every block kept.

    ``expected`` counts what the articles have in each part of their shape, ``wrong`` what of it differs;
    ``strange`` are lines of output that are not on the page.
    """

    pages: int = 0
    equal: int = 0
    expected: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    lines: int = 0
    strange: list[tuple[str, str]] = field(default_factory=list)
    worst: list[tuple[int, str, str]] = field(default_factory=list)


@dataclass
class Again:
    """What a second pass over the Markdown changes: word F1 of the two passes, and the pages that differ."""

    same_markdown: int = 0
    f1: list[float] = field(default_factory=list)
    low: list[tuple[float, str]] = field(default_factory=list)


def sample(pages: int) -> Iterator[tuple[str, bytes, str | None]]:
    """(name, bytes, address) of ``pages`` pages spread evenly over the corpora, and of all fixtures."""
    records = load()
    for number in range(pages):
        record = records[number * len(records) // pages]
        yield record.name, record.read(), record.url
    for path in sorted([*FIXTURES.glob("pages/*/source.*"), *FIXTURES.glob("constructs/*.html")]):
        yield f"{path.parent.name}/{path.name}", path.read_bytes(), None


def whole(article: Article) -> Article:
    """The article as if every block were kept."""
    marks = tuple(Mark(block.index, Role.BODY, "") for block in article.blocks)
    return Article(Verdict.OK, 1.0, replace(article.page, marks=marks), title=article.title, url=article.url)


def measure(name: str, source: bytes, article: Article, tally: Tally) -> None:
    """Add to ``tally`` how what ``article`` keeps differs from what parsers read, its lines from the page."""
    expected = shape_of_article(article)
    markdown = article.markdown
    tally.pages += 1
    equal = True
    for parser, render in PARSERS.items():
        html = render(markdown)
        found = shape_of_html(html)
        for part in PARTS:
            tally.expected[part] += sum(getattr(expected, part).values())
        for part, (missing, extra) in differences(expected, found).items():
            equal = False
            count = max(sum(missing.values()), sum(extra.values()))
            tally.wrong[part] += count
            tally.worst.append((count, f"{name} {parser} {part}", f"{missing} {extra}"[:300]))
    tally.equal += equal
    page = _page_text(source, article)
    plain = _NOTE_SIGN.sub(r"\1", markdown)  # a parser would number them anew
    for line in shown_text(parsed(PARSERS["markdown-it-py"](plain))).split("\n"):
        squeezed = letters(line)
        if squeezed:
            tally.lines += 1
            is_address = line.strip().startswith(("http://", "https://"))  # an embed without a title
            if squeezed not in page and "\\" not in line and not is_address:
                tally.strange.append((name, line.strip()[:100]))


def _page_text(source: bytes, article: Article) -> str:
    """All text nodes of the page, and its source, both without white space and punctuation."""
    text = source.decode(article.page.encoding or "utf-8", "replace")
    if article.page.form is Form.TEXT:  # with the link numbers of lynx and w3m, and without them
        return letters(text) + " " + letters(_LINK_NUMBER.sub("", text))
    root = etree.fromstring(
        text.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    if root is None:
        return ""
    for element in root.iter("script", "style", "title", "desc"):
        element.text = None
    shown = "".join(map(str, root.itertext()))
    return letters(shown) + " " + letters(html_module.unescape(text))


def read_again(name: str, article: Article, again: Again) -> None:
    """Extract from the Markdown of ``article``, as raw page text, and add what changes to ``again``."""
    second = extract(article.markdown, form="text")
    again.same_markdown += second.markdown == article.markdown
    one, other = Counter(words(article.markdown)), Counter(words(second.markdown))
    both = sum((one & other).values())
    f1 = 2 * both / (sum(one.values()) + sum(other.values())) if both else 0.0
    again.f1.append(f1)
    if second.markdown != article.markdown:
        again.low.append((f1, name))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--worst", type=int, default=10)
    arguments = parser.parse_args()
    kept, all_blocks, again = Tally(), Tally(), Again()
    costs: list[tuple[float, float]] = []
    for name, source, url in sample(arguments.pages):
        try:
            article = extract(source, url=url)
        except ArticlexError:
            continue
        measure(name, source, whole(article), all_blocks)
        if article.body:
            measure(name, source, article, kept)
            read_again(name, article, again)
            if article.page.form is Form.HTML:
                costs.append(
                    (seconds(partial(write_markdown, article)), seconds(partial(bare_parse, source)))
                )
    out = sys.stdout
    for title, tally in (("blocks that articlex keeps", kept), ("every block of the page", all_blocks)):
        print_tally(title, tally, arguments.worst)
    out.write(f"\nthrough articlex again: {again.same_markdown} of {len(again.f1)} the same bytes; ")
    out.write(f"word F1 mean {mean(again.f1):.4f}, median {median(again.f1):.4f}\n")
    for f1, name in sorted(again.low)[: arguments.worst]:
        out.write(f"    {f1:.3f} {name}\n")
    ratios = [write / parse for write, parse in costs]
    whole_ratio = sum(write for write, _ in costs) / sum(parse for _, parse in costs)
    out.write(f"writing Markdown / bare parse: all pages together {whole_ratio:.3f}, ")
    out.write(f"median {median(ratios):.3f}, mean {mean(ratios):.3f}\n")


def print_tally(title: str, tally: Tally, worst: int) -> None:
    """Print the sums of ``tally`` and its ``worst`` pages below a title."""
    out = sys.stdout
    out.write(f"\n{title}: {tally.pages} pages, {tally.equal} equal in everything\n")
    for part in PARTS:
        total, wrong = tally.expected[part], tally.wrong[part]
        share = 1 - wrong / total if total else 1.0
        out.write(f"    {part:<8} {share:9.5%} of {total}\n")
    out.write(f"    lines    {len(tally.strange)} of {tally.lines} not in the page\n")
    for count, where, what in sorted(tally.worst, reverse=True)[:worst]:
        out.write(f"    {count:5} {where}: {what}\n")
    for name, line in tally.strange[:worst]:
        out.write(f"          {name}: {line}\n")


if __name__ == "__main__":
    run_command(main)
