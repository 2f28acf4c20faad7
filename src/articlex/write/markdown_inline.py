"""Inline runs as Markdown: links, images, emphasis, code, formulas, footnote references."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import category

from articlex.page import Run, Style
from articlex.regex import regex
from articlex.write.emphasis import without_idle_emphasis
from articlex.write.links import Links
from articlex.write.markdown_addresses import destination, ends_in_address, is_autolink
from articlex.write.markdown_code import code_span, math
from articlex.write.markdown_escape import escape_text, free_marks, has_dollar_pair, is_apart, needs_escape
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.sign_brackets import without_sign_brackets
from articlex.write.structure import note_of


@dataclass(slots=True)
class Inline:
    """What rendering a run needs to know of its page."""

    links: Links
    options: RenderOptions = DEFAULTS
    #: Markdown label of each footnote that is printed, by its anchor.
    footnotes: dict[str, str] = field(default_factory=dict)


class _Span(NamedTuple):
    """Rendered content with the delimiters that may stand around it, best first, and tags if none can."""

    inner: str
    marks: tuple[str, ...]
    tag: str


class _Formula(NamedTuple):
    """A formula between dollars. A dollar beside a digit or a dollar would be no delimiter."""

    text: str

    def apart(self, before: str, after: str | _Span | _Formula) -> str:
        left = " " if before.isdigit() or before == "$" else ""
        right = " " if isinstance(after, _Formula) or (isinstance(after, str) and after[:1].isdigit()) else ""
        return left + self.text + right


_Piece = str | _Span | _Formula

#: Styles that Markdown writes with delimiters, and those that it writes as HTML elements.
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
#: Outermost first where two spans are equally long.
_ORDER = tuple(_TAGS)
SPANS = sum(_ORDER)
_VERBATIM = Style.CODE | Style.MATH
#: Runs whose text is not prose.
LITERAL = _VERBATIM | Style.BREAK | Style.FOOTNOTE

#: Without the tilde, which cmark-gfm looks through when it judges the neighbours of a delimiter.
_ASCII = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}")
_SPACES = regex(r"\s+")


def render_inline(runs: Sequence[Run], inline: Inline) -> str:
    """The runs of one block as Markdown; lines are broken by "\\n" where the page breaks them.

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
    if not styles and not escaping:
        plain = _plain(runs, inline)
        if plain is not None:
            return plain
    runs = _prepared(runs, inline, styles, linked)
    free = free_marks(prose, styles) if escaping else ""
    escaping = escaping or bool(styles & Style.FOOTNOTE)  # a sign that is not printed as one is text
    text = _Renderer(inline, free, escaping).render(runs, 0, None, "", last=True)
    if "$" in free and has_dollar_pair(text):  # a partner in a link, in code, or beyond a delimiter
        text = _Renderer(inline, free.replace("$", ""), escaping).render(runs, 0, None, "", last=True)
    return text


def _prepared(runs: Sequence[Run], inline: Inline, styles: int, linked: bool) -> Sequence[Run]:
    """The runs without what is not printed; ``styles`` are all of theirs, ``linked`` that one is a link."""
    if styles & (Style.EM | Style.STRONG):
        runs = without_idle_emphasis(runs)
    if linked or styles & Style.CODE:
        runs = _printable(runs, inline)
    return without_sign_brackets(runs) if styles & Style.FOOTNOTE else runs


def _plain(runs: Sequence[Run], inline: Inline) -> str | None:
    """Runs of text and links alone, none with a character to escape; None if there is anything else."""
    out: list[str] = []
    last = None
    for text, _, href, src in runs:
        if src is not None:
            return None
        url = inline.links.resolve(href) if href is not None and inline.options.links else None
        if url is None:
            out.append(text)
        elif (
            href == last
            or url == text
            or text[:1].isspace()
            or text[-1:].isspace()
            or (out and ends_in_address(out[-1]))
        ):
            return None
        else:
            out.append(f"[{text}]({destination(url)})")
        last = href
    return "".join(out)


def _printable(runs: Sequence[Run], inline: Inline) -> list[Run]:
    """The runs without links that are not printed, with the signs of notes that are not printed as links, and
    with neighbours that then are one stretch of code joined: the backticks between two code spans would
    become one fence."""
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
            run = run._replace(style=Style.SUP)
            _join_sign(printable, run.href)
        if run.style & Style.CODE and printable:
            before = printable[-1]
            if before[1:] == run[1:] and run.src is None:
                printable[-1] = before._replace(text=before.text + run.text)
                continue
        printable.append(run)
    return printable


def _join_sign(runs: list[Run], href: str | None) -> None:
    """Give the space before a sign with the address ``href`` what the two sides of it have in common."""
    if len(runs) > 1 and runs[-1] == (" ", 0, None, None):
        before = runs[-2]
        if before.style & Style.SUP and before.src is None and not before.style & LITERAL:
            runs[-1] = Run(" ", Style.SUP, href if href == before.href else None)


class _Renderer:
    """Renders the runs of one block. ``free`` delimiters need no escape, and nothing without ``escaping``."""

    __slots__ = ("_escaping", "_free", "_inline")

    def __init__(self, inline: Inline, free: str, escaping: bool) -> None:
        self._inline, self._free, self._escaping = inline, free, escaping

    def render(
        self,
        runs: Sequence[Run],
        inside: int,
        link: str | None,
        edge: str,
        *,
        last: bool = False,
        apart: bool = True,
    ) -> str:
        """``runs``, which stand inside the styles ``inside`` and the link ``link`` already.

        ``edge`` is the character of the markup around them ("" at the edges of the block); ``last`` says
        that nothing follows them in the block, ``apart`` that what follows does not go on an address.
        """
        pieces: list[_Piece] = []
        at, end = 0, len(runs)
        while at < end:
            run = runs[at]
            wanted = run.style & SPANS & ~inside
            if (wanted or (run.href is not None and link is None)) and not _is_blank(run):
                at = self._span(pieces, runs, at, inside, link, apart)
                continue
            at += 1
            if at < end:
                is_last, parted = is_apart(run.text, runs[at]), _parts(runs[at])
            else:  # what closes the markup around it is no bracket, on which alone a "!" hangs
                is_last, parted = last or (edge != "" and run.text[-1:] == "!"), apart
            pieces.append(self._leaf(run, link, is_last, parted))
        return _join(pieces, edge)

    def _span(
        self, pieces: list[_Piece], runs: Sequence[Run], at: int, inside: int, link: str | None, apart: bool
    ) -> int:
        """Append the longest span that starts at ``at``; return where it ends."""
        run = runs[at]
        best, to = 0, at
        if run.href is not None and link is None:
            to = _linked_extent(runs, at)
        for style in _ORDER:
            if run.style & style and not inside & style:
                reach = _styled_extent(runs, at, style)
                if reach > to:
                    best, to = style, reach
        if to == at:  # a footnote reference: its link is its own
            pieces.append(self._leaf(run, link, False, False))
            return at + 1
        group, head, tail = _trim(runs[at:to])
        pieces.append(head)
        if not best:
            pieces.append(self._link(group, inside))
        else:
            apart = bool(tail) or (apart if to == len(runs) else _parts(runs[to]))
            pieces.append(self._styled(group, best, inside, link, apart))
        pieces.append(tail)
        return to

    def _styled(
        self, group: list[Run], style: int, inside: int, link: str | None, apart: bool
    ) -> str | _Span:
        marks = _MARKS.get(style, ())
        edge = marks[0][0] if marks else ">"
        apart = apart if marks else style != Style.QUOTE  # a tag ends an address, a sign is taken off it
        inner = self.render(group, inside | style, link, edge, apart=apart)
        if style == Style.QUOTE:
            return f"“{inner}”"
        return _Span(inner, marks, _TAGS[style])

    def _link(self, group: list[Run], inside: int) -> str:
        href = group[0].href or ""
        url = self._inline.links.resolve(href) or ""
        text = "".join(run.text for run in group)
        if len(group) == 1 and text == url and is_autolink(url):
            return f"<{url}>"
        return f"[{_no_note(self.render(group, inside, href, '['))}]({destination(url)})"

    def _leaf(self, run: Run, link: str | None, last: bool, apart: bool) -> _Piece:
        text, style, _, src = run
        if src is not None:
            return self._image(text, src)
        if style & LITERAL:
            return self._literal(run)
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
        return f"![{_no_note(escape_text(_SPACES.sub(' ', alt).strip(), in_link=True))}]({destination(url)})"


def _no_note(text: str) -> str:
    """``text`` behind a bracket, which does not open a footnote's sign."""
    return "\\" + text if text[:1] == "^" else text


def _parts(following: Run) -> bool:
    """Whether a run ends an address before it."""
    return following.text[:1].isspace() and following.src is None


def _is_blank(run: Run) -> bool:
    return run.src is None and not run.style & _VERBATIM and not run.text.strip()


def _styled_extent(runs: Sequence[Run], at: int, style: int) -> int:
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
    """The runs without the white space and line breaks at their two ends, and what was there."""
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
    pieces = [piece for piece in pieces if piece]
    out = ""
    for number, piece in enumerate(pieces, 1):
        if isinstance(piece, str):  # a sign of a note, and what would be its address
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
    """The span between the first delimiters that a parser recognises there (CommonMark 6.2), or in tags.

    A delimiter next to one of its own kind would become one with it.
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
    """A delimiter between ``outer`` and ``inner`` opens or closes towards ``inner``."""
    return not inner.isspace() and (category(inner)[0] not in "PS" or _is_free(outer))


def _is_free(char: str) -> bool:
    """White space, the edge of the block, or punctuation by the older and the newer CommonMark."""
    return not char or char.isspace() or char in _ASCII or category(char)[0] == "P"
