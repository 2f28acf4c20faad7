"""Headlines without a heading's tag: lines that pages of tables and <font> print large above the text.

Before style sheets, a page that wanted another size or face than a browser's had no <h1>. Its headline is a
line of <font size=5>, and its <title> is often the name of the paper alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import inf
from typing import NamedTuple

from lxml import etree

from articlex.read.html.element_text import text_up_to
from articlex.read.html.preparation.type_sizes import USUAL, size_of, sizes_of_classes
from articlex.read.html.tags import BLOCK, NEVER_TEXT
from articlex.read.html.tree import Element
from articlex.tokens import fold, width

#: Elements of which such a page has one at least.
_OF_THE_TIME = ("font", "center")
_HEADINGS = frozenset({"h1", "h2"})
_BOLD = frozenset({"b", "strong"})
#: Elements that say how text looks even without attributes.
_TELLING = _BOLD | _HEADINGS | {"a", "big"}
_ENDS_LINE = BLOCK | {"br", "hr"}
_UNREAD = NEVER_TEXT | {"select", "textarea", "title"}
#: Elements that may become the heading; in others, such as a cell, it is a new element.
_MAY_BE_HEADING = frozenset({"b", "big", "center", "div", "font", "p", "span", "strong"})
#: How many times as large as the text a headline is at least: the step from <font size=3> to 4.
_LARGER = 1.12
#: Letters of the shortest and of the longest headline, and of what may stand behind it in its line: a day.
_LEAST, _MOST, _MOST_BEHIND = 4, 200, 60
#: Letters of a paragraph of running text.
_PARAGRAPH = 140
#: Letters of the lines of one element that together are running text.
_VERSES = 280
#: Paragraphs above which a headline is looked for: the first may be part of a menu, or a greeting.
_MOST_TRIED = 3
#: Lines between a headline and its text, and above a large line where a larger one may be.
_MOST_BETWEEN, _MOST_ABOVE = 12, 3
#: Links in the lines between that make a menu: what stands above that is the name of the site.
_MENU = 5


class _Piece(NamedTuple):
    """A piece of text, its size in points, whether it is bold, and linked, and its element."""

    text: str
    size: float
    is_bold: bool
    is_linked: bool
    element: Element


class _Line(NamedTuple):
    """The pieces of text between two breaks; ``is_heading`` where they stand in a heading."""

    pieces: list[_Piece]
    is_heading: bool


class _Look(NamedTuple):
    """How text right inside an element looks: what :func:`_lines` keeps of each open element."""

    size: float
    is_bold: bool
    is_linked: bool
    is_heading: bool


def may_be_set_in_type(root: Element) -> bool:
    """Whether a page has an element from before style sheets that says how text looks."""
    return next(root.iter(*_OF_THE_TIME), None) is not None


def tell_headline(root: Element) -> None:
    """Make an <h1> of a page's headline: a line above the text, large, or bold and in the <title> too.

    Nothing is changed on a page that has a heading there.
    """
    # Seven of ten such pages have a heading above all text, whatever is large there.
    _, is_heading = next(_paragraphs(_lines(root, {}), inf), (0, True))
    if is_heading:
        return
    lines = list(_lines(root, sizes_of_classes(root)))
    sizes: Counter[float] = Counter()
    for line in lines:
        for piece in line.pieces:
            sizes[piece.size] += len(piece.text)
    large = _LARGER * sizes.most_common(1)[0][0]
    found = _headline(lines, large, fold(root.findtext("head/title") or ""))
    if found:
        _make_heading(found)


def _lines(root: Element, rules: dict[str, float]) -> Iterator[_Line]:
    """The lines of text of a page, in order; ``rules`` has the sizes of its classes."""
    looks = [_Look(USUAL, False, False, False)]
    pieces: list[_Piece] = []
    is_heading = False
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            tag = element.tag
            if tag in _UNREAD:
                walker.skip_subtree()
            look, text = _look(element, looks[-1], rules), "" if tag in _UNREAD else element.text
            looks.append(look)
            around = element
        else:
            looks.pop()
            look, text, around = looks[-1], element.tail, None
        if element.tag in _ENDS_LINE and pieces:
            yield _Line(pieces, is_heading)
            pieces = []
        if text and not text.isspace():
            around = element.getparent() if around is None else around
            if around is not None:
                pieces.append(_Piece(text, look.size, look.is_bold, look.is_linked, around))
                is_heading = look.is_heading
    if pieces:
        yield _Line(pieces, is_heading)


def _look(element: Element, around: _Look, rules: dict[str, float]) -> _Look:
    tag = element.tag
    has_size = tag == "big" or bool(element.keys())
    size = size_of(element, around.size, rules) if has_size else around.size
    if size == around.size and tag not in _TELLING:  # as nearly all
        return around
    return _Look(
        size,
        around.is_bold or tag in _BOLD,
        around.is_linked or tag == "a",
        around.is_heading or tag in _HEADINGS,
    )


def _headline(lines: Sequence[_Line], large: float, title: str) -> list[_Piece]:
    """The pieces of the headline; none if there is no such line, or a heading comes first.

    ``large`` is the size in points from which on a line is large, ``title`` the folded <title>.
    """
    for at, is_heading in islice(_paragraphs(lines, large), _MOST_TRIED):
        if is_heading:
            return []
        if found := _above(lines, at, large, title):
            size = found[0].size
            others = (_large_part(each, size) for each in lines[at:])
            return [] if size >= large and any(others) else found
    return []


def _paragraphs(lines: Iterable[_Line], large: float) -> Iterator[tuple[int, bool]]:
    """The places in ``lines`` of headings and of running text: paragraphs, and the first of many lines of one
    element, such as verses. With each, whether it is a heading."""
    start, size = 0, 0.0
    around: Element | None = None
    for at, line in enumerate(lines):
        first = line.pieces[0]
        if line.is_heading or _is_paragraph(line):
            yield at, line.is_heading
            around = None
        elif first.is_linked or first.size >= large:
            around = None
        elif first.element is not around:
            start, size, around = at, width(first.text.strip()), first.element
        elif size < _VERSES:
            size += width(first.text.strip())
            if size >= _VERSES:
                yield start, False


def _above(lines: Sequence[_Line], at: int, large: float, title: str) -> list[_Piece]:
    """The pieces of the headline above the paragraph ``lines[at]``; none if there is none."""
    links = 0
    for place in range(at - 1, max(-1, at - _MOST_BETWEEN - 1), -1):
        links += sum(piece.is_linked for piece in lines[place].pieces)
        if links >= _MENU:
            return []
        if found := _large_part(lines[place], large):
            return _largest(lines[max(0, place - _MOST_ABOVE) : place], found)
        if found := _in_title(lines[place], title):
            return found
    return []


def _largest(above: Sequence[_Line], found: list[_Piece]) -> list[_Piece]:
    """``found``, or a larger line close above it, of which ``found`` is then the second line."""
    for line in reversed(above):
        if any(piece.is_linked for piece in line.pieces):
            break
        if larger := _large_part(line, found[0].size * _LARGER):
            found = larger
    return found


def _is_paragraph(line: _Line) -> bool:
    """Whether a line is running text, and no row of links."""
    sizes = [(width(piece.text.strip()), piece.is_linked) for piece in line.pieces]
    linked = sum(size for size, is_linked in sizes if is_linked)
    return sum(size for size, _ in sizes) >= max(_PARAGRAPH, 2 * linked)


def _large_part(line: _Line, large: float) -> list[_Piece]:
    """The pieces at the beginning of a line that are at least ``large``, if they may be a headline."""
    count = next((at for at, piece in enumerate(line.pieces) if piece.size < large), len(line.pieces))
    return _headline_pieces(line, count)


def _in_title(line: _Line, title: str) -> list[_Piece]:
    """The bold pieces at the beginning of a line, if they may be a headline and the <title> has them too."""
    count = next((at for at, piece in enumerate(line.pieces) if not piece.is_bold), len(line.pieces))
    found = _headline_pieces(line, count)
    said = fold("".join(piece.text for piece in found))
    return found if said and f" {said} " in f" {title} " else []


def _headline_pieces(line: _Line, count: int) -> list[_Piece]:
    """The first ``count`` pieces of a line, if they are as long as a headline, with little behind them."""
    found, behind = line.pieces[:count], line.pieces[count:]
    if not found or any(piece.is_linked for piece in found):
        return []
    said = "".join(piece.text for piece in found).strip()
    if not _LEAST <= width(said) <= _MOST or not any(map(str.isalpha, said)):
        return []
    return found if sum(len(piece.text) for piece in behind) <= _MOST_BEHIND else []


def _make_heading(pieces: list[_Piece]) -> None:
    """Make a heading of the element that holds these pieces and nothing else, or put one inside of that."""
    said = _squeezed("".join(piece.text for piece in pieces))
    element = pieces[0].element
    while not _holds(element, said):
        around = element.getparent()
        if around is None or element.tag in BLOCK:
            return
        element = around
    around = element.getparent()
    while around is not None and around.tag in _MAY_BE_HEADING and _holds(around, said):
        element, around = around, around.getparent()
    if element.tag in _MAY_BE_HEADING:
        element.tag = "h1"
        return
    heading = etree.Element("h1")
    heading.text, element.text = element.text, None
    heading.extend(list(element))
    element.append(heading)


def _holds(element: Element, said: str) -> bool:
    """Whether an element holds these words and nothing else."""
    return _squeezed(text_up_to(element, 2 * _MOST)) == said


def _squeezed(text: str) -> str:
    return "".join(text.split())
