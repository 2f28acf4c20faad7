"""Inline runs as Markdown: links, images, emphasis, code, formulas, footnote references."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category

from articlex.page import Run, Style
from articlex.regex import SPACES
from articlex.write.emphasis import without_idle_emphasis
from articlex.write.links import Links
from articlex.write.markdown_addresses import destination, is_autolink
from articlex.write.markdown_code import code_span, math
from articlex.write.markdown_escape import escape_text, free_marks, has_dollar_pair, is_apart, needs_escape
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.structure import note_of


@dataclass(slots=True)
class Inline:
    """What the rendering of runs needs to know about the page."""

    links: Links
    options: RenderOptions = DEFAULTS
    #: The Markdown label of each printed footnote, by its anchor.
    footnotes: dict[str, str] = field(default_factory=dict)


class _Span(NamedTuple):
    """Rendered content with its possible delimiters, the best first, and the HTML tag if none can be used."""

    inner: str
    marks: tuple[str, ...]
    tag: str


class _Formula(NamedTuple):
    """A formula between dollars, which are no delimiters beside a digit or another dollar."""

    text: str

    def apart(self, before: str, after: str | _Span | _Formula) -> str:
        """The formula with spaces where its neighbours require them."""
        left = " " if before.isdigit() or before == "$" else ""
        right = " " if isinstance(after, _Formula) or (isinstance(after, str) and after[:1].isdigit()) else ""
        return left + self.text + right


_Piece = str | _Span | _Formula

#: The delimiters of styles in Markdown, and the HTML elements of styles without usable ones.
_MARKS = {Style.DEL: ("~~",), Style.STRONG: ("**", "__"), Style.EM: ("*", "_")}
_TAGS = {
    Style.DEL: "del",
    Style.STRONG: "strong",
    Style.EM: "em",
    Style.MARK: "mark",
    Style.INS: "ins",
    Style.KBD: "kbd",
    Style.SUB: "sub",
    Style.SUP: "sup",
    Style.QUOTE: "",
}
#: The nesting of equally long spans, outermost first.
_ORDER = tuple(_TAGS)
SPANS = sum(_ORDER)
_VERBATIM = Style.CODE | Style.MATH
#: Runs whose text is not prose.
LITERAL = _VERBATIM | Style.BREAK | Style.FOOTNOTE

#: Punctuation, without the tilde, which cmark-gfm ignores beside a delimiter.
_ASCII = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}")


def render_inline(runs: Sequence[Run], inline: Inline) -> str:
    """The runs of one block as Markdown, with "\\n" for the page's line breaks.

    The start of a line is not escaped: see
    :func:`~articlex.write.markdown_escape.escape_line_starts`.
    """
    if len(runs) == 1:
        text, style, href, src = runs[0]
        if not style and href is None and src is None:
            return escape_text(text, free_marks(text, 0)) if needs_escape(text) else text
    styles = 0
    prose = ""
    linked = False
    for run in runs:
        styles |= run.style
        linked = linked or run.href is not None
        if not run.style & LITERAL:
            prose += run.text
    escaping = needs_escape(prose)
    runs = _prepared(runs, inline, styles, linked)
    free = free_marks(prose, styles) if escaping else ""
    escaping = escaping or bool(styles & Style.FOOTNOTE)  # a reference without a printed note is text
    text = _Renderer(inline, free, escaping).render(runs, _Around(last=True))
    if "$" in free and has_dollar_pair(text):  # the partner is in a link or in code
        text = _Renderer(inline, free.replace("$", ""), escaping).render(runs, _Around(last=True))
    return text


def _prepared(runs: Sequence[Run], inline: Inline, styles: int, linked: bool) -> Sequence[Run]:
    """The runs as they are printed; ``styles`` are all of their bits, ``linked``: one is a link."""
    if styles & (Style.EM | Style.STRONG):
        runs = without_idle_emphasis(runs)
    if linked or styles & Style.CODE:
        runs = _printable(runs, inline)
    return runs


def _printable(runs: Sequence[Run], inline: Inline) -> list[Run]:
    """The runs as they are printed: dropped links as text, references to notes that are not printed as
    superscript links, neighbouring code as one: the backticks between two code spans would become one
    fence."""
    printable: list[Run] = []
    resolve = inline.links.resolve
    dropped = not inline.options.links
    for run in runs:
        is_sign = run.style & Style.FOOTNOTE
        if is_sign and note_of(run) in inline.footnotes:
            printable.append(run)
            continue
        if run.href is not None and (dropped or resolve(run.href) is None):
            run = run._replace(href=None)
        if is_sign:
            run = run._replace(style=Style.SUP | run.style & Style.QUOTE)
        if run.style & Style.CODE and printable:
            before = printable[-1]
            if before[1:] == run[1:] and run.src is None:
                printable[-1] = before._replace(text=before.text + run.text)
                continue
        printable.append(run)
    return printable


class _Around(NamedTuple):
    """What runs stand in: the styles and the link, and the character of the innermost markup (``edge``, "" at
    the edges of the block). ``last``: nothing follows them in the block. ``apart``: what follows does not
    continue an address."""

    styles: int = 0
    link: str | None = None
    edge: str = ""
    last: bool = False
    apart: bool = True


class _Renderer:
    """Renders the runs of one block. ``free`` delimiters are not escaped; without ``escaping`` nothing is."""

    __slots__ = ("_escaping", "_free", "_inline")

    def __init__(self, inline: Inline, free: str, escaping: bool) -> None:
        self._inline, self._free, self._escaping = inline, free, escaping

    def render(self, runs: Sequence[Run], around: _Around) -> str:
        """The Markdown of ``runs`` without the markup that they stand in."""
        styles, link, edge, last, apart = around
        pieces: list[_Piece] = []
        at, end = 0, len(runs)
        while at < end:
            run = runs[at]
            wanted = run.style & SPANS & ~styles
            if (wanted or (run.href is not None and link is None)) and not _is_blank(run):
                at = self._span(pieces, runs, at, around)
                continue
            at += 1
            if at < end:
                is_last, parted = is_apart(run.text, runs[at]), _parts(runs[at])
            else:  # the closing markup is no bracket, the only thing on which a final "!" depends
                is_last, parted = last or (edge != "" and run.text[-1:] == "!"), apart
            pieces.append(self._leaf(run, link, is_last, parted))
        return _join(pieces, edge)

    def _span(self, pieces: list[_Piece], runs: Sequence[Run], at: int, around: _Around) -> int:
        """Append the longest span that starts at ``at`` to ``pieces``; return where it ends."""
        run = runs[at]
        best, to = 0, at
        if run.href is not None and around.link is None:
            to = _linked_extent(runs, at)
        for style in _ORDER:
            if run.style & style and not around.styles & style:
                reach = _styled_extent(runs, at, style)
                if reach > to:
                    best, to = style, reach
        if to == at:  # a footnote reference, which renders its own link
            pieces.append(self._leaf(run, around.link, False, False))
            return at + 1
        group, head, tail = _trim(runs[at:to])
        pieces.append(head)
        if not best:
            pieces.append(self._link(group, around.styles))
        else:
            apart = bool(tail) or (around.apart if to == len(runs) else _parts(runs[to]))
            pieces.append(self._styled(group, best, around._replace(apart=apart)))
        pieces.append(tail)
        return to

    def _styled(self, group: list[Run], style: int, around: _Around) -> str | _Span:
        """A group of runs in one style, which gets its delimiters when its neighbours are known."""
        marks = _MARKS.get(style, ())
        edge = marks[0][0] if marks else ">"
        # A tag ends an address, a quotation mark does not.
        apart = around.apart if marks else style != Style.QUOTE
        inner = self.render(group, _Around(around.styles | style, around.link, edge, apart=apart))
        if style == Style.QUOTE:
            return f"“{inner}”"
        return _Span(inner, marks, _TAGS[style])

    def _link(self, group: list[Run], styles: int) -> str:
        href = group[0].href or ""
        url = self._inline.links.resolve(href) or ""
        text = "".join(run.text for run in group)
        styled = group[0].style & ~styles or group[0].src is not None
        if len(group) == 1 and text == url and not styled and is_autolink(url):
            return f"<{url}>"
        return f"[{_no_note(self.render(group, _Around(styles, href, '[')))}]({destination(url)})"

    def _leaf(self, run: Run, link: str | None, last: bool, apart: bool) -> _Piece:
        text, style, _, src = run
        if src is not None:
            return self._image(text, src)
        if style & LITERAL:
            # The start of a line would be a link reference definition: see _DEFINITION in markdown_escape.
            hides = link and style & Style.CODE and "]:" in text
            return f"<code>{escape_text(text, in_link=True)}</code>" if hides else self._literal(run)
        if (self._escaping and needs_escape(text)) or not (apart or link):
            return escape_text(text, self._free, last=last, in_link=bool(link), apart=apart)
        return text

    def _literal(self, run: Run) -> _Piece:
        text, style = run.text, run.style
        if style & Style.BREAK:
            return "\n"
        if style & Style.FOOTNOTE:
            return f"[^{self._inline.footnotes[note_of(run)]}]"
        if not text.strip():
            return " " if text else ""
        if style & Style.MATH:
            return _Formula(math(text, bool(style & Style.MATH_DISPLAY)))
        return code_span(text)

    def _image(self, alt: str, src: str) -> str:
        url = self._inline.links.resolve(src) if self._inline.options.images else None
        if url is None:
            return ""
        return f"![{_no_note(escape_text(SPACES.sub(' ', alt).strip(), in_link=True))}]({destination(url)})"


def _no_note(text: str) -> str:
    """``text`` for behind a bracket, with an initial "^" escaped: "[^" opens a footnote reference."""
    return "\\" + text if text[:1] == "^" else text


def _parts(following: Run) -> bool:
    """Whether a run ends the address before it."""
    return following.text[:1].isspace() and following.src is None


def _is_blank(run: Run) -> bool:
    return run.src is None and not run.style & _VERBATIM and not run.text.strip()


def _styled_extent(runs: Sequence[Run], at: int, style: int) -> int:
    """Where the span of a style that begins at ``at`` ends; each key of <kbd> is one of its own."""
    for end in range(at, len(runs)):
        is_next_key = style == Style.KBD and end > at and runs[end][1:] == runs[end - 1][1:]
        if is_next_key or not runs[end].style & style:
            return end
    return len(runs)


def _linked_extent(runs: Sequence[Run], at: int) -> int:
    href, end = runs[at].href, len(runs)
    while at < end and runs[at].href == href and not runs[at].style & Style.FOOTNOTE:
        at += 1
    return at


def _trim(runs: Sequence[Run]) -> tuple[list[Run], str, str]:
    """(runs without white space and line breaks at both ends, what was at the start, what was at the end)."""
    group = list(runs)
    tail = ""
    while group and _is_blank(group[-1]):
        tail = group.pop().text + tail
    head, group[0] = _edge(group[0], str.lstrip)
    rest, group[-1] = _edge(group[-1], str.rstrip)
    return group, _space(head), _space(rest + tail)


def _edge(run: Run, strip: Callable[[str], str]) -> tuple[str, Run]:
    """(the white space that ``strip`` takes off the run, the run without it)."""
    if run.src is not None or run.style & _VERBATIM:
        return "", run
    text = strip(run.text)
    return ("", run) if text == run.text else (" ", run._replace(text=text))


def _space(text: str) -> str:
    return "\n" if "\n" in text else " " if text else ""


def _join(pieces: list[_Piece], edge: str) -> str:
    """The pieces as one text, with delimiters that fit what stands beside them."""
    pieces = [piece for piece in pieces if piece]
    out = ""
    for number, piece in enumerate(pieces, 1):
        if isinstance(piece, str):  # "(" behind a footnote reference would make it a link
            out += f"\\{piece}" if piece[0] == "(" and out.endswith("]") else piece
            continue
        if isinstance(piece, _Formula):
            out += piece.apart(out[-1:], pieces[number] if number < len(pieces) else "")
            continue
        after = pieces[number] if number < len(pieces) else edge
        if isinstance(after, _Formula):
            after = "$"
        elif isinstance(after, _Span):
            after = after.marks[0] if after.marks else "<"
        out += _delimited(piece, out[-1:] or edge, after[:1])
    return out


def _delimited(span: _Span, before: str, after: str) -> str:
    """The span between the first delimiters that parsers recognise there (CommonMark 6.2), else in HTML tags.

    A delimiter next to another one of the same character would merge with it.
    """
    inner = span.inner
    if not inner:
        return ""
    first, final = inner[0], inner[-1]
    if (first == "~" and inner[:2] != "~~") or (final == "~" and inner[-2:] != "~~"):
        return f"<{span.tag}>{inner}</{span.tag}>"
    for mark in span.marks:
        char = mark[0]
        if char in (before, after, first, final):
            continue
        if not (_flanks(first, before) and _flanks(final, after)):
            break
        if char == "_" and not (_is_free(before) and _is_free(after)):
            continue
        return mark + inner + mark
    return f"<{span.tag}>{inner}</{span.tag}>"


def _flanks(inner: str, outer: str) -> bool:
    """Whether a delimiter between ``outer`` and ``inner`` is one for the side of ``inner``."""
    return not inner.isspace() and (category(inner)[0] not in "PS" or _is_free(outer))


def _is_free(char: str) -> bool:
    """Whether ``char`` is white space, the edge of the block, or punctuation in any CommonMark."""
    return not char or char.isspace() or char in _ASCII or category(char)[0] == "P"
