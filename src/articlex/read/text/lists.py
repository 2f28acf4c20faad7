"""Lists in raw page text: which lines are items, and how items nest.

A bullet sign or a number alone proves nothing: a dialogue begins its lines with dashes, a footnote with
an asterisk, a section title with a number. So an ordinary sign makes an item only in company: the same
sign at the same indentation on the next item, or the next number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlex.page import Container, Wrap
from articlex.read.text.headings import NUMBERED_SIGN, RULE, UNDERLINE
from articlex.read.text.lines import Line
from articlex.read.text.measures import columns
from articlex.read.text.wrapping.paragraphs import flows
from articlex.regex import regex

#: Signs that pages use for nothing else.
BULLETS = "•◦▪▫■□●○◆◇‣⁃∙⦁➢✓✔☐☑☒·▢❏❐❑❒◉"
#: Those of them that also stand before the name of a section, with no second one near.
SHAPES = "■□●○◆◇"
#: Signs that need company. Lynx and inscriptis use * + o # @, w3m the shapes above, people the dashes.
PLAIN = "*+-–☆★◎△▲▶►▸▹➔➜➤→❖✦✅👉🔸🔹"
#: The signs of the fonts Symbol and Wingdings, which Word and PDF leave as characters of private use.
SYMBOLS = "\uf020-\uf0ff"
#: What Word writes for some of them in plain text, with a tab behind, and the levels that it has signs for.
LETTERS = "o§Øüvq"
LEVELS = {"o": 1, "§": 2, "\uf0a7": 2}
#: Letters with a tab behind that are no chance.
FEWEST_LETTERS = 2
ITEM = regex(
    rf"(?:(?P<bullet>[{BULLETS}{SYMBOLS}])\ufe0f?[ \t\xa0\u3000]*|(?P<dot>・)[ \u3000]*|"
    rf"(?P<letter>[{LETTERS}])\t[ \t]*|(?P<plain>[{re.escape(PLAIN)}o@#])\ufe0f?[ \t\xa0]+"
    r"|\(?(?P<number>\d{1,3})(?:[.)-][ \t\xa0]+|[、．）][ \u3000]*|\ufe0f?\u20e3[ \t\xa0]*))(?=\S)"
)
#: People and lynx check a box with an x, w3m with an asterisk. Recipes have one more, for who hears the page.
CHECKBOX = regex(r"\[([ xX*])\](?:[ \t]+|(?=▢))(?=\S)")
#: Org draws boxes behind a bullet, and ☒ for what is half done; where no box is ☑, as in pandoc's text, what
#: is done has ☒.
DRAWN_BOX = regex(r"([☐☑▢])[ \t]+(?=\S)")
DONE, CROSSED = "☑", "☒ "
BOXES = {"☐": False, "☑": True, "☒": True}

#: What stands for a number. "(1)" before paragraphs with blank lines between them is how laws count these.
NUMBERS = ("1", "(1)")

#: Lines looked ahead for the next item; a longer item hides its successor.
AHEAD = 40
#: An o, @ or # is a bullet only where lynx and inscriptis put it.
LETTER_INDENT = 2
OFTEN = 3
#: Columns by which a list inside of an item is set in from its text, at most.
SHALLOW = 6
#: Columns by which a headline that lynx has centred is set in from the text of the menu above it.
CENTRED = 8
#: Columns of a sign that is filled up with blanks, as pandoc sets all of its bullets: no turn of a dialogue.
FILLED = 4
#: Levels of lists in lists that are kept apart; deeper items become items of the deepest list.
DEEPEST = 24
SENTENCE_END = tuple('.!?…。！？»”"')


class Marker(NamedTuple):
    """The sign before an item, of numbers one of NUMBERS. ``column`` is where the text begins."""

    sign: str
    number: int
    indent: int
    column: int
    text: str
    checked: bool | None = None


def find_items(lines: Sequence[Line], widths: Sequence[int]) -> dict[int, Marker]:
    """The lines that begin a list item, by their place in ``lines``."""
    candidates = {
        place: marker
        for place, line in enumerate(lines)
        if (not line.text[0].isalpha() or line.text[0] in LETTERS)
        and (marker := _marker(line))
        and not _heads_section(marker, lines, place)
    }
    candidates.update(_crossed(candidates, lines))
    levelled = _levelled(candidates, lines)
    candidates.update(levelled)
    signs = Counter((marker.sign, marker.indent) for marker in candidates.values())
    items: dict[int, Marker] = {}
    before: dict[tuple[str, int], tuple[int, int]] = {}
    for place, marker in candidates.items():
        if (place in levelled and marker.sign not in NUMBERS) or _speaks_for_itself(marker, signs):
            items[place] = marker
            continue
        follower = _next_item(place, lines, widths, candidates)
        if follower and _keep_company(lines[follower], marker, candidates[follower]):
            items[place] = marker
            items[follower] = candidates[follower]
        heads = _continues(place, marker, before) or _is_heading(marker)
        if place in items or heads or _is_below_heading(place, marker, lines):
            items[place] = marker
            before[marker.sign, marker.column] = marker.number, place
    filled = {(marker.sign, marker.indent) for marker in items.values() if _is_filled(marker)}
    for place, marker in candidates.items():
        if place not in items and (
            _is_only_child(place, marker, lines, widths, items)
            or (_is_filled(marker) and (marker.sign, marker.indent) in filled)
        ):
            items[place] = marker
    return dict(sorted(items.items()))


def _is_only_child(
    place: int, marker: Marker, lines: Sequence[Line], widths: Sequence[int], items: dict[int, Marker]
) -> bool:
    """Whether a bullet is the only one of the list inside of the item whose text stands right above.

    A dash where a line of the item was wrapped is none, nor is a long dash.
    """
    if marker.sign in NUMBERS or marker.sign == "–" or marker.indent < LETTER_INDENT or lines[place].gap > 1:
        return False
    above = place - 1
    while above not in items:
        if above < max(0, place - AHEAD) or lines[above].indent < LETTER_INDENT:
            return False
        above -= 1
    outer = items[above].column
    is_wrapped = flows(lines[place - 1], lines[place], widths[place - 1])
    if is_wrapped or not outer <= marker.indent <= outer + SHALLOW:
        return False
    below = lines[place + 1] if place + 1 < len(lines) else None
    goes_on = below is not None and not below.gap and outer <= below.indent < marker.column
    return not goes_on or place + 1 in items


def _crossed(candidates: dict[int, Marker], lines: Sequence[Line]) -> dict[int, Marker]:
    """The markers with a crossed box behind the bullet, where that says what is done."""
    crossed = {place: marker for place, marker in candidates.items() if marker.text.startswith(CROSSED)}
    if not crossed or any(DONE in lines[place].text for place in candidates):
        return {}
    return {
        place: marker._replace(text=marker.text.removeprefix(CROSSED), checked=True)
        for place, marker in crossed.items()
    }


def _levelled(candidates: dict[int, Marker], lines: Sequence[Line]) -> dict[int, Marker]:
    """The markers at the levels that Word gives them, where it has written letters for signs: in its plain
    text all are at the margin, with a tab behind."""
    tabbed = {place: marker for place, marker in candidates.items() if lines[place].raw[1:2] == "\t"}
    if sum(marker.sign in LETTERS for marker in tabbed.values()) < FEWEST_LETTERS:
        return {}
    levels = {place: LEVELS.get(marker.sign, 0) * LETTER_INDENT for place, marker in tabbed.items()}
    return {
        place: marker._replace(indent=levels[place], column=levels[place] + LETTER_INDENT)
        for place, marker in tabbed.items()
    }


def _continues(place: int, marker: Marker, before: dict[tuple[str, int], tuple[int, int]]) -> bool:
    """Whether an indented number goes on counting, as html2text prints it behind a paragraph of an item."""
    number, last = before.get((marker.sign, marker.column), (0, 0))
    return marker.indent >= LETTER_INDENT and marker.number == number + 1 > 1 and place - last <= AHEAD


def _is_heading(marker: Marker) -> bool:
    """Whether an indented number has a heading of Markdown behind it, as html2text prints it in an item."""
    is_indented = marker.indent >= LETTER_INDENT and marker.sign in NUMBERS
    return is_indented and NUMBERED_SIGN.match(marker.text) is not None


def _is_below_heading(place: int, marker: Marker, lines: Sequence[Line]) -> bool:
    """Whether an asterisk is the only one below an underlined heading, as in lists of changes."""
    if marker.sign != "*" or place < 2 or marker.indent:
        return False
    under, heading = lines[place - 1], lines[place - 2]
    return UNDERLINE.match(under.text) is not None and not under.gap and under.width == heading.width


def _heads_section(marker: Marker, lines: Sequence[Line], place: int) -> bool:
    """Whether a number is that of a section: "2. Returns" above "2.1. The buyer ..."."""
    if marker.sign != "1" or place + 1 == len(lines) or not lines[place + 1].text[0].isdigit():
        return False
    return lines[place + 1].text.startswith((f"{marker.number}.1.", f"{marker.number}.1 "))


def _speaks_for_itself(marker: Marker, signs: Counter[tuple[str, int]]) -> bool:
    """Whether the marker needs no neighbour: a real bullet, or an indented sign that the page uses often."""
    if marker.sign in SHAPES and marker.indent < LETTER_INDENT:
        return False
    if marker.sign in BULLETS or marker.sign == "・" or SYMBOLS[0] <= marker.sign <= SYMBOLS[-1]:
        return True
    indented = marker.indent >= LETTER_INDENT and marker.sign not in NUMBERS
    return indented and signs[marker.sign, marker.indent] >= OFTEN


def _marker(line: Line) -> Marker | None:
    """The sign at the head of a line, and the item behind it; None if it has none."""
    first = line.text[0]
    body = line.raw.lstrip()
    match = ITEM.match(body)
    if not match or (first == match["plain"] and RULE.match(line.text)):
        return None
    sign = match["bullet"] or match["dot"] or match["letter"] or match["plain"]
    sign = sign or ("(1)" if body[0] == "(" else "1")
    if not match["letter"] and (sign.isalpha() or sign in "@#"):
        if line.indent < LETTER_INDENT:
            return None
    elif sign == "·" and match.end() == 1:
        return None
    column = line.indent + columns(match.group().expandtabs())
    rest = body[match.end() :]
    checked = BOXES.get(sign)
    box = CHECKBOX.match(rest) if rest[0] == "[" else None
    if box and (sign not in NUMBERS or box[1] != "*"):
        checked, rest = box[1] != " ", rest[box.end() :]
    if sign not in BOXES and (drawn := DRAWN_BOX.match(rest)):
        checked, rest = checked or BOXES.get(drawn[1], False), rest[drawn.end() :]
    return Marker(sign, int(match["number"] or 0), line.indent, column, " ".join(rest.split()), checked)


def _next_item(
    place: int, lines: Sequence[Line], widths: Sequence[int], candidates: dict[int, Marker]
) -> int | None:
    """The line of the next item of the same list, or None when the list ends here."""
    marker = candidates[place]
    for other in range(place + 1, min(place + AHEAD, len(lines))):
        line = lines[other]
        found = candidates.get(other)
        if found and found.sign == marker.sign and _same_level(marker, found):
            return other
        inside = line.indent >= marker.column or (line.indent > marker.indent and line.gap == 0)
        if not inside and not flows(lines[other - 1], line, widths[other - 1]):
            return None
    return None


def _is_filled(marker: Marker) -> bool:
    """Whether a bullet is filled up with blanks: where the page has several such, one alone is a list too.
    Behind a plus sign stands what a change of code adds."""
    return marker.column - marker.indent == FILLED and marker.sign not in ("+", *NUMBERS)


def _same_level(marker: Marker, other: Marker) -> bool:
    if marker.sign in NUMBERS:
        return other.number == marker.number + 1 and abs(other.column - marker.column) <= 2
    return other.indent == marker.indent


def _keep_company(line: Line, marker: Marker, other: Marker) -> bool:
    """Whether two items of the same shape are a list and not, say, two turns of a dialogue."""
    if marker.sign == "(1)":
        return line.gap == 0
    if marker.sign not in "-–" or marker.indent >= LETTER_INDENT or _is_filled(marker):
        return True
    spoken = marker.text.endswith(SENTENCE_END) or other.text.endswith(SENTENCE_END)
    return line.gap == 0 and not (spoken and marker.sign == "–")


class _Level(NamedTuple):
    """An open item, its list, and all containers that are open in it, outermost first."""

    marker: Marker
    list: Container
    within: tuple[Container, ...]


class Nesting:
    """The lists that are open while blocks are made in document order."""

    def __init__(self, new_id: Callable[[], int], outside: tuple[Container, ...] = ()) -> None:
        self._new_id = new_id
        self._outside = outside
        self._levels: list[_Level] = []

    def open_item(self, marker: Marker) -> tuple[Container, ...]:
        """The containers of a block that begins an item."""
        while self._levels and self._levels[-1].marker.column > marker.column + 1:
            self._levels.pop()
        del self._levels[DEEPEST:]
        top = self._levels[-1] if self._levels else None
        container = None
        if top and marker.indent < top.marker.column:
            self._levels.pop()
            if _same_list(top.marker, marker):
                container = top.list
        ordered = marker.sign in NUMBERS
        if container is None:
            container = Container(Wrap.LIST, self._new_id(), ordered, marker.number if ordered else 1)
        number = marker.number if ordered else 1
        item = Container(Wrap.ITEM, self._new_id(), number=number, checked=marker.checked)
        within = (*self.within(), container, item)
        self._levels.append(_Level(marker, container, within))
        return within

    @property
    def is_open(self) -> bool:
        """Whether a block may stand in a list."""
        return bool(self._levels)

    def is_above(self, line: Line, following: Line) -> bool:
        """Whether a line is set in far from the text of the item above it, and what follows stands further
        left than all items: a headline in the middle of the page, below a menu."""
        if not self._levels or following.indent >= self._levels[0].marker.indent:
            return False
        return line.indent >= self._levels[-1].marker.column + CENTRED

    def leave(self) -> tuple[Container, ...]:
        """The containers of a block below all lists."""
        self._levels.clear()
        return self.within()

    def continue_at(self, line: Line) -> tuple[Container, ...]:
        """The containers of a block that is no item: those of the items that ``line`` is indented into."""
        while self._levels and line.indent < self._levels[-1].marker.column:
            self._levels.pop()
        return self.within()

    def within(self) -> tuple[Container, ...]:
        """The containers that are open now, outermost first."""
        return self._levels[-1].within if self._levels else self._outside


def _same_list(marker: Marker, other: Marker) -> bool:
    if marker.sign != other.sign:
        return False
    return marker.sign not in NUMBERS or other.number == marker.number + 1
