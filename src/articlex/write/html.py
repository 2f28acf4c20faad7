"""The article as semantic HTML, made from its blocks: no markup of the page is copied.

The output has no script, event handler or style, and no link with another scheme than
:data:`articlex.write.links.SCHEMES`; it goes through nh3 (a binding of Rust's ammonia) all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType
from typing import TYPE_CHECKING

from articlex.page import Block, Cell, Kind, Node, Run, Style, Table, Wrap, stands_in
from articlex.signs.summaries import is_summary
from articlex.write.control import strip_controls
from articlex.write.headings import Headings, headings_of
from articlex.write.links import SCHEMES, Links, links_of, shown_runs
from articlex.write.markup import BOXES, MarkupWriter
from articlex.write.note_signs import signs_of_notes, without_brackets, without_own_sign
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.structure import Branch, going_on, nest, note_of, printed_notes

if TYPE_CHECKING:
    from articlex.article import Article

_TAGS = frozenset(
    """a article blockquote br caption code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
    hr img ins kbd li mark ol p pre q span strong sub summary sup table tbody td th thead tr ul""".split()
)
#: The elements of containers with nothing but blocks in them.
_CONTAINERS = {
    Wrap.QUOTE: "blockquote",
    Wrap.FIGURE: "figure",
    Wrap.DETAILS: "details",
    Wrap.DEFINITIONS: "dl",
}
#: The element of each style, outermost first.
_STYLES = (
    (Style.DEL, "del"),
    (Style.INS, "ins"),
    (Style.STRONG, "strong"),
    (Style.EM, "em"),
    (Style.MARK, "mark"),
    (Style.SUB, "sub"),
    (Style.SUP, "sup"),
    (Style.KBD, "kbd"),
    (Style.CODE, "code"),
)
_ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "div": {"class", "id"},
    "img": {"src", "alt"},
    "li": {"value"},
    "ol": {"start", "type"},
    "span": {"class"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align"},
}


def write_html(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """A whole document: metadata in ``<head>``, headline and body in ``<article>``."""
    frame = [f'<html lang="{escape(article.language)}"' if article.language else "<html"]
    frame.append(f' dir="{article.dir}">' if article.dir in ("ltr", "rtl") else ">")
    head = ['<meta charset="utf-8">', f"<title>{escape(article.title or '', quote=False)}</title>"]
    stated = (("description", article.description), ("date", article.date_published))
    metas = (*(("author", name) for name in article.authors), *stated)
    head += [f'<meta name="{name}" content="{escape(value)}">' for name, value in metas if value]
    address = Links(None).resolve(article.url or "")
    if address:
        head.append(f'<link rel="canonical" href="{escape(address)}">')
    title = f"<h1>{escape(article.title, quote=False)}</h1>\n" if article.title else ""
    body = f"<body>\n<article>\n{title}{write_fragment(article, options)}\n</article>\n</body>"
    page = "\n".join(("<!DOCTYPE html>", "".join(frame), "<head>", *head, "</head>", body, "</html>"))
    return strip_controls(page) + "\n"


def write_fragment(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The body alone as HTML, without the headline."""
    body, nodes = article.body, article.page.nodes
    notes, signs = frozenset(printed_notes(body)), signs_of_notes(body)
    writer = HtmlWriter(links_of(article), options, headings_of(article), nodes, notes, signs)
    return _sanitised(strip_controls("\n".join(writer.blocks(nest(body)))))


def _sanitised(html: str) -> str:
    """``html`` without any element, attribute or scheme that this module does not write."""
    import nh3

    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def table_html(table: Table, links: Links, options: RenderOptions) -> str:
    """A data table with its spans; no line of it is empty, so Markdown can hold it."""
    return HtmlWriter(links, options, Headings((), None)).table(table)


def inline_html(runs: Sequence[Run], links: Links, options: RenderOptions) -> str:
    """The runs of a line."""
    return HtmlWriter(links, options, Headings((), None)).inline(runs)


class HtmlWriter(MarkupWriter):
    """Writes the blocks of one article."""

    __slots__ = ("_anchors", "_going_on", "_headings", "_links", "_nodes", "_notes", "_options", "_signs")

    rule = "<hr>"
    #: The attribute that aligns a cell.
    alignment = ' align="{}"'

    def __init__(
        self,
        links: Links,
        options: RenderOptions,
        headings: Headings,
        nodes: Sequence[Node] = (),
        notes: frozenset[str] = frozenset(),
        signs: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._notes = notes
        #: The text of the reference to each note that is not yet written, by the note's anchor.
        self._signs = dict(signs)
        self._anchors = set(notes)
        #: The blocks that are further paragraphs of a definition.
        self._going_on: frozenset[int] = frozenset()
        self._headings = headings
        self._links = links
        self._nodes = nodes
        self._options = options

    def blocks(self, tree: Iterable[Branch | Block]) -> list[str]:
        """The elements of blocks and containers; a caption inside the page's <table> goes into ours."""
        pieces: list[str] = []
        before: Branch | Block | None = None
        for child in tree:
            found = super().blocks([child])
            if found and _is_captioned(child, before) and pieces:
                caption = pieces.pop().partition(">")[2].rpartition("<")[0]
                found = [found[0].replace("<table>", f"<table>\n<caption>{caption}</caption>", 1)]
            pieces += found
            before = child
        return pieces

    def code(self, block: Block) -> str:
        language = f' class="language-{escape(block.language)}"' if block.language else ""
        return f"<pre><code{language}>{escape(block.text, quote=False)}\n</code></pre>"

    def formula(self, block: Block) -> str:
        return f'<p><span class="math">\\[{escape(block.text, quote=False)}\\]</span></p>'

    def text(self, block: Block) -> str:
        content = self.inline(shown_runs(block, self._links))
        tag = self.tag(block)
        if not content or tag == "h0":
            return ""
        return f"<{tag}>{content}</{tag}>"

    def elements(self, run: Run) -> list[str]:
        style, link = run.style, self.link(run)
        # A browser shows quotation marks around each <q>, so nothing may divide it.
        tags = ["q"] if style & Style.QUOTE else []
        if style & Style.BREAK:
            return tags
        if style & Style.FOOTNOTE:
            return [*tags, "sup", *link]
        return [*tags, *link, *(tag for bit, tag in _STYLES if style & bit)] if style else [*tags, *link]

    def link(self, run: Run) -> list[str]:
        """The element of the link that a run is part of, if it is."""
        note = note_of(run)
        if note and note in self._notes:
            return [f'a href="#{escape(note)}"']
        url = self._links.resolve(run.href) if run.href is not None and self._options.links else None
        return [f'a href="{escape(url)}"'] if url is not None else []

    def content(self, run: Run) -> str:
        text, style, _, src = run
        if src is not None:
            return self.picture(text, src)
        if style & Style.BREAK:
            return "<br>\n"
        if style & Style.MATH:
            left, right = ("\\[", "\\]") if style & Style.MATH_DISPLAY else ("\\(", "\\)")
            return f'<span class="math">{left}{escape(text, quote=False)}{right}</span>'
        return escape(text, quote=False)

    def picture(self, alternative: str, src: str) -> str:
        """An image, "" for one that is not shown."""
        url = self._links.resolve(src) if self._options.images else None
        return f'<img src="{escape(url)}" alt="{escape(alternative)}">' if url is not None else ""

    def tag(self, block: Block) -> str:
        """The name of the element of a block of running text."""
        kind = block.kind
        in_details = bool(block.within) and block.within[-1].wrap is Wrap.DETAILS
        if in_details and is_summary(block, self._nodes):
            return "summary"
        if kind is Kind.HEADING:
            return f"h{self._headings.level(block)}"
        if kind is Kind.CAPTION and stands_in(block.within, Wrap.FIGURE):
            return "figcaption"
        if block.within and block.within[-1].wrap is Wrap.DEFINITIONS:
            if block.index in self._going_on:
                return "p"
            return "dt" if kind is Kind.TERM else "dd"
        return "p"

    def container(self, branch: Branch) -> str:
        container = branch.container
        if container.wrap is Wrap.LIST:
            return self._list(branch)
        if container.wrap is Wrap.FOOTNOTE:
            return self._note(branch)
        if container.wrap is Wrap.DEFINITIONS:
            self._going_on |= going_on(branch.children, self._nodes)
        children = self.blocks(branch.children)
        if container.wrap is Wrap.DEFINITIONS:
            children = _in_definitions(children)
        if not children:
            return ""
        if container.wrap is Wrap.FIGURE:
            children = _with_one_caption(children)
        if container.wrap is Wrap.DETAILS and not children[0].startswith("<summary>"):
            return "\n".join(children)
        if container.wrap is Wrap.ITEM:
            if len(children) == 1:
                children = [children[0].removeprefix("<p>").removesuffix("</p>")]
            start = "<p>" if children[0].startswith("<p>") else ""
            children[0] = start + BOXES[container.checked] + children[0].removeprefix("<p>")
            return "<li>" + "\n".join(children) + "</li>"
        tag = _CONTAINERS[container.wrap]
        return f"<{tag}>\n" + "\n".join(children) + f"\n</{tag}>"

    def _note(self, branch: Branch) -> str:
        """A footnote behind its number. If other blocks divide it, only the first part has the anchor."""
        label = branch.container.label
        sign = self._signs.pop(label, "")
        children = self.blocks(without_own_sign(branch.children, without_brackets(sign), sign))
        if not children:
            return ""
        if sign:
            shown = f"<p><sup>{escape(sign, quote=False)}</sup>"
            in_line = children[0].startswith("<p>")
            children[:1] = [f"{shown} {children[0][3:]}"] if in_line else [f"{shown}</p>", children[0]]
        anchor = f' id="{escape(label)}"' if label in self._anchors else ""
        self._anchors.discard(label)
        return f'<div class="footnote"{anchor}>\n' + "\n".join(children) + "\n</div>"

    def _list(self, branch: Branch) -> str:
        """A list, in which an item states its number unless that follows from the previous one."""
        container = branch.container
        items: list[str] = []
        first = number = container.number
        for child in branch.children:
            text = "".join(self.blocks([child]))
            if not text:
                continue
            if not isinstance(child, Branch) or child.container.wrap is not Wrap.ITEM:
                text = f"<li>{text}</li>"
            elif not items:
                first = number = child.container.number
            elif container.ordered and child.container.number != number:
                number = child.container.number
                text = f'<li value="{number}">' + text.removeprefix("<li>")
            number += 1
            items.append(text)
        if not items:
            return ""
        start = f' type="{container.label}"' if container.ordered and container.label else ""
        start += f' start="{first}"' if container.ordered and first != 1 else ""
        tag = "ol" if container.ordered else "ul"
        return f"<{tag}{start}>\n" + "\n".join(items) + f"\n</{tag}>"

    def table(self, table: Table) -> str:
        rows = [self._row(row, n < table.header_rows) for n, row in enumerate(table.rows)]
        head = ["<thead>", *rows[: table.header_rows], "</thead>"] if table.header_rows else []
        body = ["<tbody>", *rows[table.header_rows :], "</tbody>"] if rows[table.header_rows :] else []
        return "\n".join(("<table>", *head, *body, "</table>"))

    def _row(self, row: tuple[Cell, ...], header: bool) -> str:
        cells = []
        for cell in row:
            tag = "th" if header or cell.header else "td"
            spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
            spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
            align = self.alignment.format(cell.align) if cell.align else ""
            cells.append(f"<{tag}{spans}{align}>{self._cell(cell)}</{tag}>")
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell) -> str:
        if cell.blocks:
            return "".join(self.cell_blocks(cell)).replace("\n\n", "\n<br>")
        return self.inline(cell.runs).replace("\n", "")


def _is_captioned(child: Branch | Block, before: Branch | Block | None) -> bool:
    """Whether ``child`` is a table and ``before`` the caption inside its <table> element."""
    if not isinstance(child, Block) or not isinstance(before, Block) or child.kind is not Kind.TABLE:
        return False
    return before.kind is Kind.CAPTION and before.tag == "table" and before.node == child.node


def _with_one_caption(pieces: list[str]) -> list[str]:
    """The elements of a figure, in which neighbouring captions become paragraphs of one."""
    merged: list[str] = []
    for captions, group in groupby(pieces, _is_caption):
        found = list(group)
        if captions and len(found) > 1:
            told = (piece.removeprefix("<figcaption>").removesuffix("</figcaption>") for piece in found)
            found = ["<figcaption>\n<p>" + "</p>\n<p>".join(told) + "</p>\n</figcaption>"]
        merged += found
    return merged


def _is_caption(piece: str) -> bool:
    return piece.startswith("<figcaption>")


def _in_definitions(pieces: list[str]) -> list[str]:
    """The elements of a definition list; any other element is appended to the definition before it."""
    out: list[str] = []
    is_whole = False  # whether the piece before was a definition by itself
    for piece in pieces:
        if piece.startswith(("<dt>", "<dd>")):
            out.append(piece)
        elif out and out[-1].endswith("</dd>"):
            first = out[-1].removeprefix("<dd>").removesuffix("</dd>")
            if is_whole and piece.startswith("<p>"):
                first = f"<p>{first}</p>"
            out[-1] = f"<dd>{first}\n{piece}</dd>"
        else:
            out.append(f"<dd>{piece}</dd>")
        is_whole = piece.startswith("<dd>")
    return out
