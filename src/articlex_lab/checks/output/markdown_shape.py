"""Whether Markdown parsers read back what was kept: the blocks of an article compared with its Markdown.

Both sides become a :class:`Shape`: words, links, list items, table cells, lines of code. The Markdown is read
by two parsers that are not ours: markdown-it-py with its plugins, and cmark-gfm.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib import import_module
from itertools import groupby
from typing import Any
from urllib.parse import unquote

from lxml import etree
from lxml import html as lxml_html

from articlex.article import Article
from articlex.page import Block, Cell, Container, Kind, Run, Style, Wrap, runs_text, stands_in
from articlex.write.headings import Headings
from articlex.write.links import Links
from articlex.write.structure import MAX_DEPTH, without_summaries
from articlex.write.table_grid import expand

_WORD = re.compile(r"[^\W_]+")
_BLOCK_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li ul ol blockquote pre table tr td th dl dt dd div details summary br hr".split()
)
#: Depth, number (None in a list without), and words.
Item = tuple[int, int | None, tuple[str, ...]]
#: Depth, number, and the item's id.
_Place = tuple[int, int | None, int]


@dataclass
class Shape:
    """What must survive, each as a bag: the order of the blocks is tested elsewhere."""

    words: Counter[str] = field(default_factory=Counter)
    #: (address, number of the words that link to it). Links whose text is their address do not count: the
    #: writer makes such links of addresses in running text.
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    items: Counter[Item] = field(default_factory=Counter)
    cells: Counter[tuple[str, ...]] = field(default_factory=Counter)
    code: Counter[str] = field(default_factory=Counter)


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``, which underscores separate: in formulas they are markup."""
    return tuple(_WORD.findall(text))


# The article's side


def shape_of_article(article: Article) -> Shape:
    """The shape of the title and the kept blocks."""
    shape = Shape()
    shape.words.update(words(article.title or ""))
    headings = Headings(article.body, article.title)
    links = Links(article.page.url or article.url, article.page.markup.base)
    notes = _printed_notes(article)
    linked: Counter[str] = Counter()
    items: dict[int, tuple[int, int | None, list[str]]] = {}
    last: dict[int, _Place] = {}
    for block in map(partial(_with_address, links), article.body):
        if block.kind is Kind.HEADING and headings.level(block) == 0:
            continue
        found = words(_block_text(block, notes))
        shape.words.update(found)
        _count_links(block, links, notes, linked)
        if block.kind is Kind.CODE and block.text.strip():
            shape.code.update(block.text.strip("\n").split("\n"))
        if block.kind is Kind.TABLE and block.table is not None:
            shape.cells.update(_table_cells(block, notes))
        for depth, number, item in _items_around(block, last):
            items.setdefault(item, (depth, number, []))[2].extend(found)
    shape.items = Counter((depth, number, tuple(text)) for depth, number, text in items.values() if text)
    shape.links = _by_address(linked)
    return shape


def _printed_notes(article: Article) -> set[str]:
    """The anchors of the footnotes that are printed: those to which a kept block refers that is neither a
    footnote nor a summary."""
    notes = {c.label for b in article.body for c in b.within if c.wrap is Wrap.FOOTNOTE}
    shown = without_summaries(article.body, article.page.nodes)
    text = (b for b in shown if not stands_in(b.within, Wrap.FOOTNOTE))
    signs = (run for block in text for run in _all_runs(block) if run.style & Style.FOOTNOTE)
    return notes & {(run.href or "").rpartition("#")[2] for run in signs}


def _all_runs(block: Block) -> Iterator[Run]:
    yield from block.runs
    for row in block.table.rows if block.table is not None else ():
        yield from (run for cell in row for run in cell.runs)


def _with_address(links: Links, block: Block) -> Block:
    """``block`` as it is printed: an embed without a title has its address as its text."""
    if block.table is not None:
        rows = tuple(tuple(map(partial(_cell_with_address, links), row)) for row in block.table.rows)
        return replace(block, table=block.table._replace(rows=rows))
    if block.kind is not Kind.EMBED:
        return block
    runs = (r if r.text else r._replace(text=links.resolve(r.href or "") or "") for r in block.runs)
    return replace(block, runs=tuple(runs))


def _cell_with_address(links: Links, cell: Cell) -> Cell:
    if not any(block.kind is Kind.EMBED for block in cell.blocks):
        return cell
    blocks = tuple(_with_address(links, block) for block in cell.blocks)
    return cell._replace(blocks=blocks, runs=tuple(run for block in blocks for run in block.runs))


def _block_text(block: Block, notes: set[str]) -> str:
    if block.kind is Kind.TABLE and block.table is not None:
        return "\n".join(_cell_text(cell, notes) for row in block.table.rows for cell in row)
    if block.kind in (Kind.CODE, Kind.MATH):
        return block.text
    return _runs_text(block.runs, notes)


def _runs_text(runs: Iterable[Run], notes: set[str]) -> str:
    text = ""
    for run in runs:
        if run.src is not None or _is_sign(run, notes):
            continue
        text += f" {run.text} " if run.style & Style.MATH else run.text
    return text


def _cell_text(cell: Cell, notes: set[str]) -> str:
    if not cell.blocks:
        return _runs_text(cell.runs, notes)
    return "\n".join(_block_text(block, notes) for block in cell.blocks)


def _table_cells(block: Block, notes: set[str]) -> Iterator[tuple[str, ...]]:
    assert block.table is not None
    for line in expand(block.table):
        yield from (found for cell in line if (found := words(_cell_text(cell, notes))))


def _count_links(block: Block, links: Links, notes: set[str], linked: Counter[str]) -> None:
    if block.table is not None:
        for cell in (cell for row in block.table.rows for cell in row):
            _count_run_links(cell.runs, links, notes, linked)
    else:
        _count_run_links(block.runs, links, notes, linked)


def _count_run_links(runs: Iterable[Run], links: Links, notes: set[str], linked: Counter[str]) -> None:
    for href, group in groupby(runs, key=lambda run: None if _is_sign(run, notes) else run.href):
        address = links.resolve(href) if href is not None else None
        members = list(group)
        text = runs_text(members)
        if address is None or _shows(text, address):
            continue
        if text.strip() or any(run.src is not None for run in members):
            linked[address] += len(words(text))


def _shows(text: str, address: str) -> bool:
    """Whether the text of a link is its address, both decoded: parsers encode what is outside ASCII."""
    return unquote(address) in (unquote(text), unquote(f"http://{text}"))


def _is_sign(run: Run, notes: set[str]) -> bool:
    """Whether a run refers to a footnote that is printed; a reference to any other is a link."""
    return bool(run.style & Style.FOOTNOTE) and (run.href or "").rpartition("#")[2] in notes


def _by_address(linked: Counter[str]) -> Counter[tuple[str, str]]:
    return Counter({(unquote(address), str(count)): 1 for address, count in linked.items()})


def _items_around(block: Block, last: dict[int, _Place]) -> Iterator[_Place]:
    """The list items around ``block``, outermost first; ``last`` has the last item of each list still open.

    A list that is a child of a list belongs to the item before it, if there is one; any other child of a list
    than items and lists ends it.
    """
    depth = 0
    outer: Container | None = None
    for container in block.within[:MAX_DEPTH]:
        if container.wrap is Wrap.FOOTNOTE:  # it is printed at the end, outside of every list
            depth = 0
        elif container.wrap is Wrap.ITEM:
            depth += 1
            number = container.number if outer is not None and outer.ordered else None
            place = (depth, number, container.id)
            if outer is not None:
                last[outer.id] = place
            yield place
        elif outer is not None and outer.wrap is Wrap.LIST and outer.id in last:
            if container.wrap is Wrap.LIST:
                depth += 1
                yield last[outer.id]
            else:
                del last[outer.id]
        outer = container
    if outer is not None and outer.wrap is Wrap.LIST:
        last.pop(outer.id, None)


# The parsers' side


def markdown_it_html(markdown: str) -> str:
    """The HTML by markdown-it-py: CommonMark, GFM tables, strikethrough, and the usual plugins."""
    return str(_markdown_it().render(markdown))


@cache
def _markdown_it() -> Any:
    parser = import_module("markdown_it").MarkdownIt("commonmark", {"html": True, "maxNesting": 200})
    parser.enable(["table", "strikethrough"])
    parser.normalizeLinkText = str  # the default decodes addresses that are shown
    for name in ("deflist", "footnote", "tasklists"):
        parser.use(getattr(import_module(f"mdit_py_plugins.{name}"), f"{name}_plugin"))
    dollars = import_module("mdit_py_plugins.dollarmath").dollarmath_plugin
    return parser.use(dollars, allow_space=False, allow_digits=False, double_inline=True)


def cmark_html(markdown: str, *more: str) -> str:
    """The HTML by cmark-gfm with all of its extensions but autolinks, and with ``more`` of them."""
    options = import_module("cmarkgfm.cmark").Options
    return str(
        import_module("cmarkgfm").markdown_to_html_with_extensions(
            markdown,
            options=options.CMARK_OPT_UNSAFE | options.CMARK_OPT_FOOTNOTES,
            extensions=["table", "strikethrough", "tasklist", *more],
        )
    )


PARSERS = {"markdown-it-py": markdown_it_html, "cmark-gfm": cmark_html}


def shape_of_html(html: str) -> Shape:
    """The shape of the HTML that a Markdown parser made."""
    shape = Shape()
    root = parsed(html)
    shape.words.update(words(shown_text(root)))
    linked: Counter[str] = Counter()
    for element in root.iter("a"):
        text = shown_text(element)
        if not _shows(text, element.get("href") or ""):
            linked[element.get("href") or ""] += len(words(text))
    shape.links = _by_address(linked)
    shape.items.update(_list_items(root))
    shape.cells.update(found for cell in root.iter("td", "th") if (found := words(shown_text(cell))))
    for element in root.iter("pre"):
        shape.code.update(element.text_content().removesuffix("\n").split("\n"))
    return shape


def parsed(html: str) -> Any:
    """The tree of the HTML that a parser made, without the links that it adds to footnotes."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    for element in list(root.iter("sup", "a")):
        if "footnote" in (element.get("class") or "") or element.get("data-footnote-backref") is not None:
            element.drop_tree()
    return root


def _list_items(root: Any) -> Iterator[Item]:
    numbers = {
        item: number
        for items in root.iter("ol")
        for number, item in enumerate(items.iterchildren("li"), int(items.get("start", 1)))
    }
    for element in root.iter("li"):
        found = words(shown_text(element))
        if found and not _is_footnote(element):
            depth = 1 + sum(not _is_footnote(outer) for outer in element.iterancestors("li"))
            yield depth, numbers.get(element), found


def _is_footnote(element: Any) -> bool:
    around = [element, *element.iterancestors("section")]
    return any("footnote" in (a.get("class") or "") for a in around)


def shown_text(element: Any) -> str:
    """The text of an element, with line breaks around blocks and spaces around formulas."""
    parts: list[str] = []
    for event, child in etree.iterwalk(element, events=("start", "end")):
        if child.tag in _BLOCK_TAGS:
            parts.append("\n")
        if event == "start":
            math = "math" in (child.get("class") or "") or child.tag == "eq"
            parts.append(f" {child.text or ''} " if math else child.text or "")
        elif child is not element:
            parts.append(child.tail or "")
    return "".join(parts)


def differences(expected: Shape, found: Shape) -> dict[str, tuple[Counter[Any], Counter[Any]]]:
    """For each part of the shape that differs: (what is missing in ``found``, what only ``found`` has)."""
    result: dict[str, tuple[Counter[Any], Counter[Any]]] = {}
    for part in PARTS:
        one, other = getattr(expected, part), getattr(found, part)
        if one != other:
            result[part] = one - other, other - one
    return result


PARTS = ("words", "links", "items", "cells", "code")
