"""Lists in raw page text: which lines are items, and how items nest.

A bullet or a number alone proves nothing: a dialogue has dashes before its lines, a footnote an asterisk, a
section title a number. So an ordinary bullet makes an item only in company: if the next item has the same
one at the same indentation, or the next number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlex.page import Container, Wrap
from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.headings import NUMBERED_SIGN, RULE
from articlex.read.text.lines import Line
from articlex.read.text.measures import columns
from articlex.read.text.sections import FEWEST_INDENTED, MARGIN, SHAPES
from articlex.read.text.wrapping.paragraphs import flows
from articlex.regex import regex

#: Bullets that pages use for nothing else.
_BULLETS = "•◦▪▫■□●○◆◇‣⁃∙⦁➢✓✔☐☑☒·▢❏❐❑❒◉"
#: Bullets of Japan and Taiwan that end sentences and part words too, but not at the beginning of a line.
_DOTS = "・．"
#: Bullets that need company. Lynx and inscriptis use * + o # @, w3m the shapes above, people the dashes.
_PLAIN = "*+-–☆★◎△▲▶►▸▹➔➜➤→❖✦✅👉🔸🔹"
#: Bullets of the fonts Symbol and Wingdings, which Word and PDF leave as private-use characters.
_SYMBOLS = "\uf020-\uf0ff"
_ITEM = regex(
    rf"(?:(?P<bullet>[{_BULLETS}{_SYMBOLS}])\ufe0f?[ \t\xa0\u3000]*|(?P<dot>[{_DOTS}])[ \u3000]*|"
    rf"(?P<plain>[{re.escape(_PLAIN)}o@#])\ufe0f?[ \t\xa0]+"
    r"|\(?(?P<number>\d{1,3})(?:[.)-][ \t\xa0]+|[、．）။।][ \u3000]*|\ufe0f?\u20e3[ \t\xa0]*))(?=\S)"
)
#: People and lynx check a box with an x, w3m with an asterisk. Recipes have ▢ too, one box for screen
#: readers.
_CHECKBOX = regex(r"\[([ xX*])\](?:[ \t]+|(?=▢))(?=\S)")
#: Boxes behind a bullet. What ☒ means there is not sure: Org has it for half done, pandoc for done.
_DRAWN_BOX = regex(r"([☐☑▢])[ \t]+(?=\S)")
_BOXES = {"☐": False, "☑": True, "☒": True}

#: The signs of markers with a number; laws number paragraphs as "(1)", with blank lines between them.
NUMBERS = ("1", "(1)")

#: How many lines ahead the next item is looked for; a longer item hides its successor.
_AHEAD = 40
#: Fewest columns before an o, @ or # that is a bullet: lynx and inscriptis indent them.
LETTER_INDENT = 2
#: An indented bullet that the page has so often needs no neighbour.
_OFTEN = 3
#: Most columns by which a list inside an item is indented from the item's text.
_SHALLOW = 6
#: Fewest columns by which a headline that lynx has centred is indented from the text of the menu above it.
_CENTRED = 8
#: Of the indented paragraphs above a number at the margin, the share that lynx has indented, at least.
_MOST_INDENTED = 0.5
#: Columns of a bullet that is padded with spaces, as pandoc pads all of its bullets: no turn of a dialogue.
_FILLED = 4
#: Levels of nested lists that are kept apart; deeper items become items of the deepest list.
_DEEPEST = 24
_WIDE_BLANK = "\u3000"
_SENTENCE_END = (*SENTENCE_ENDS, *'»”"')


class Marker(NamedTuple):
    """What begins an item. ``sign`` is the bullet, or one of NUMBERS for any number; ``number`` is 0 for a
    bullet. ``indent`` and ``column`` are where the sign and the ``text`` begin. ``checked`` says whether the
    item's box is checked; None if it has none."""

    sign: str
    number: int
    indent: int
    column: int
    text: str
    checked: bool | None = None


def find_items(lines: Sequence[Line], widths: Sequence[int]) -> dict[int, Marker]:
    """The lines that begin a list item, by their place in ``lines``; ``widths`` are those of
    :func:`~articlex.read.text.wrapping.paragraphs.wrap_widths`."""
    candidates = _candidates(lines)
    signs = Counter((marker.sign, marker.indent) for marker in candidates.values())
    sure = {place: marker for place, marker in candidates.items() if _speaks_for_itself(marker, signs)}
    items = sure | _in_company(candidates, sure, lines, widths)
    filled = {(marker.sign, marker.indent) for marker in items.values() if _is_filled(marker)}
    for place, marker in candidates.items():
        if place not in items and (
            _is_only_child(place, marker, lines, widths, items)
            or (_is_filled(marker) and (marker.sign, marker.indent) in filled)
        ):
            items[place] = marker
    return dict(sorted(items.items()))


def _candidates(lines: Sequence[Line]) -> dict[int, Marker]:
    """The lines that begin with a marker, by their places, but for the titles of sections."""
    found = {
        place: marker
        for place, line in enumerate(lines)
        if (not line.text[0].isalpha() or line.text[0] == "o")
        and (marker := _marker(line))
        and not _heads_section(marker, lines, place)
    }
    outdented = [place for place, marker in found.items() if marker.sign == "1" and not marker.indent]
    if outdented and _indents_its_text(lines[: outdented[0]]):
        for place in outdented:
            del found[place]
    return found


def _indents_its_text(above: Sequence[Line]) -> bool:
    """Whether the page, of which the lines ``above`` its first number at the margin are given, indents all of
    its text, as lynx does: then no list is at the margin, and a number there is that of a heading."""
    starts = [line.indent for line in above if line.gap and line.indent]
    shown = len(starts) >= FEWEST_INDENTED and starts.count(MARGIN) >= _MOST_INDENTED * len(starts)
    return shown and sum(line.indent == 0 for line in above) < len(above) / 2


def _in_company(
    candidates: dict[int, Marker], sure: dict[int, Marker], lines: Sequence[Line], widths: Sequence[int]
) -> dict[int, Marker]:
    """Those of the other ``candidates`` that are items because of what is above or below them."""
    items: dict[int, Marker] = {}
    before: dict[tuple[str, int], tuple[int, int]] = {}
    for place, marker in candidates.items():
        if place in sure:
            continue
        follower = _next_item(place, lines, widths, candidates)
        if follower and _keep_company(lines[follower], marker, candidates[follower]):
            items[place] = marker
            items[follower] = candidates[follower]
        if place in items or _continues(place, marker, before) or _is_heading(marker):
            items[place] = marker
            before[marker.sign, marker.column] = marker.number, place
    return items


def _is_only_child(
    place: int, marker: Marker, lines: Sequence[Line], widths: Sequence[int], items: dict[int, Marker]
) -> bool:
    """Whether a bullet is the only item of a list inside the item above.

    A dash at the beginning of a wrapped line is no bullet, nor is a long dash.
    """
    if marker.sign in NUMBERS or marker.sign == "–" or marker.indent < LETTER_INDENT or lines[place].gap > 1:
        return False
    above = place - 1
    while above not in items:
        if above < max(0, place - _AHEAD) or lines[above].indent < LETTER_INDENT:
            return False
        above -= 1
    outer = items[above].column
    is_wrapped = flows(lines[place - 1], lines[place], widths[place - 1])
    if is_wrapped or not outer <= marker.indent <= outer + _SHALLOW:
        return False
    below = lines[place + 1] if place + 1 < len(lines) else None
    goes_on = below is not None and not below.gap and outer <= below.indent < marker.column
    return not goes_on or place + 1 in items


def _continues(place: int, marker: Marker, before: dict[tuple[str, int], tuple[int, int]]) -> bool:
    """Whether an indented number is the next one after a number ``before`` it, as html2text prints the items
    of a list whose items have several paragraphs."""
    number, last = before.get((marker.sign, marker.column), (0, 0))
    return marker.indent >= LETTER_INDENT and marker.number == number + 1 > 1 and place - last <= _AHEAD


def _is_heading(marker: Marker) -> bool:
    """Whether a heading of Markdown follows an indented number, as html2text prints a heading in an item."""
    is_indented = marker.indent >= LETTER_INDENT and marker.sign in NUMBERS
    return is_indented and NUMBERED_SIGN.match(marker.text) is not None


def _heads_section(marker: Marker, lines: Sequence[Line], place: int) -> bool:
    """Whether a number is that of a section, with its first subsection below: "2. Returns", "2.1. The buyer
    ..."; or a shape at the margin stands before the name of one, with a paragraph below that a wide blank
    begins, as in Japanese: that is no second paragraph of an item."""
    if place + 1 == len(lines):
        return False
    if marker.sign in SHAPES:
        return marker.indent < LETTER_INDENT and lines[place + 1].raw[0] == _WIDE_BLANK
    if marker.sign != "1" or not lines[place + 1].text[0].isdigit():
        return False
    return lines[place + 1].text.startswith((f"{marker.number}.1.", f"{marker.number}.1 "))


def _speaks_for_itself(marker: Marker, signs: Counter[tuple[str, int]]) -> bool:
    """Whether a marker needs no neighbour: an unmistakable bullet, or an indented one that the page has
    often."""
    if marker.sign in SHAPES and marker.indent < LETTER_INDENT:
        return False
    if marker.sign in _BULLETS or marker.sign in _DOTS or _SYMBOLS[0] <= marker.sign <= _SYMBOLS[-1]:
        return True
    indented = marker.indent >= LETTER_INDENT and marker.sign not in NUMBERS
    return indented and signs[marker.sign, marker.indent] >= _OFTEN


def _marker(line: Line) -> Marker | None:
    """The marker of an item that the line may begin; None if it begins with none."""
    first = line.text[0]
    body = line.raw.lstrip()
    match = _ITEM.match(body)
    if not match or (first == match["plain"] and RULE.match(line.text)):
        return None
    sign = match["bullet"] or match["dot"] or match["plain"]
    sign = sign or ("(1)" if body[0] == "(" else "1")
    if (sign.isalpha() or sign in "@#") and line.indent < LETTER_INDENT:
        return None
    if sign == "·" and match.end() == 1:
        return None  # right at a word it is no bullet
    column = line.indent + columns(match.group().expandtabs())
    checked, text = _without_box(sign, body[match.end() :])
    return Marker(sign, int(match["number"] or 0), line.indent, column, " ".join(text.split()), checked)


def _without_box(sign: str, text: str) -> tuple[bool | None, str]:
    """Whether the box of an item is checked (None: it has none), and the ``text`` behind its ``sign`` without
    that box."""
    checked = _BOXES.get(sign)
    box = _CHECKBOX.match(text) if text[0] == "[" else None
    if box and (sign not in NUMBERS or box[1] != "*"):
        checked, text = box[1] != " ", text[box.end() :]
    if sign not in _BOXES and (drawn := _DRAWN_BOX.match(text)):
        checked, text = checked or _BOXES.get(drawn[1], False), text[drawn.end() :]
    return checked, text


def _next_item(
    place: int, lines: Sequence[Line], widths: Sequence[int], candidates: dict[int, Marker]
) -> int | None:
    """The place of the next item of the same list, None if there is none."""
    marker = candidates[place]
    for other in range(place + 1, min(place + _AHEAD, len(lines))):
        line = lines[other]
        found = candidates.get(other)
        if found and found.sign == marker.sign and _same_level(marker, found):
            return other
        inside = line.indent >= marker.column or (line.indent > marker.indent and line.gap == 0)
        if not inside and not flows(lines[other - 1], line, widths[other - 1]):
            return None
    return None


def _is_filled(marker: Marker) -> bool:
    """Whether a bullet is padded with spaces: on a page with several such, one alone is a list too. (What
    follows a plus sign may be a line that a diff adds.)"""
    return marker.column - marker.indent == _FILLED and marker.sign not in ("+", *NUMBERS)


def _same_level(marker: Marker, other: Marker) -> bool:
    if marker.sign in NUMBERS:
        return other.number == marker.number + 1 and abs(other.column - marker.column) <= 2
    return other.indent == marker.indent


def _keep_company(line: Line, marker: Marker, other: Marker) -> bool:
    """Whether two neighbouring items of one shape are a list and not, say, two turns of a dialogue; ``line``
    is that of the ``other`` one."""
    if marker.sign == "(1)":
        return line.gap == 0
    if marker.sign not in "-–" or marker.indent >= LETTER_INDENT or _is_filled(marker):
        return True
    spoken = marker.text.endswith(_SENTENCE_END) or other.text.endswith(_SENTENCE_END)
    return line.gap == 0 and not (spoken and marker.sign == "–")


class _Level(NamedTuple):
    """An open item: its marker, its list, and all containers that its blocks stand in, outermost first."""

    marker: Marker
    list: Container
    within: tuple[Container, ...]


class Nesting:
    """The lists that are open at a point of the page, while blocks are made in document order."""

    def __init__(self, new_id: Callable[[], int], outside: tuple[Container, ...] = ()) -> None:
        self._new_id = new_id
        self._outside = outside
        #: The open items, outermost first.
        self.levels: list[_Level] = []

    def open_item(self, marker: Marker) -> tuple[Container, ...]:
        """The containers of a block that begins an item."""
        while self.levels and self.levels[-1].marker.column > marker.column + 1:
            self.levels.pop()
        del self.levels[_DEEPEST:]
        top = self.levels[-1] if self.levels else None
        container = None
        if top and marker.indent < top.marker.column:
            self.levels.pop()
            if _same_list(top.marker, marker):
                container = top.list
        ordered = marker.sign in NUMBERS
        if container is None:
            container = Container(Wrap.LIST, self._new_id(), ordered, marker.number if ordered else 1)
        number = marker.number if ordered else 1
        item = Container(Wrap.ITEM, self._new_id(), number=number, checked=marker.checked)
        within = (*self.within(), container, item)
        self.levels.append(_Level(marker, container, within))
        return within

    def is_above(self, line: Line, following: Line) -> bool:
        """Whether a line is indented far from the text of the item above, and the ``following`` one less than
        any item: it is a centred headline below a menu."""
        if not self.levels or following.indent >= self.levels[0].marker.indent:
            return False
        return line.indent >= self.levels[-1].marker.column + _CENTRED

    def leave(self) -> tuple[Container, ...]:
        """Close all lists; the containers of the next block."""
        self.levels.clear()
        return self.within()

    def continue_at(self, line: Line) -> tuple[Container, ...]:
        """The containers of a block that is no item: those of the items that ``line`` is indented into. All
        others are closed."""
        while self.levels and line.indent < self.levels[-1].marker.column:
            self.levels.pop()
        return self.within()

    def within(self) -> tuple[Container, ...]:
        """The containers that are open, outermost first."""
        return self.levels[-1].within if self.levels else self._outside


def _same_list(marker: Marker, other: Marker) -> bool:
    if marker.sign != other.sign:
        return False
    return marker.sign not in NUMBERS or other.number == marker.number + 1
