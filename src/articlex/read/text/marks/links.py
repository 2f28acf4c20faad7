"""Link numbers: what lynx and w3m print for a link, and the list of addresses at the end.

Lynx writes ``see [2]the documentation`` and, under "References", ``2. http://example.org/``. The numbers
come out of the text; where the link text begins is known, where it ends is not. The addresses of the list are
no text either: they are links that the page has already shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.page import Kind, Run
from articlex.read.text.lines import Line
from articlex.read.text.marks.changes import NAMES
from articlex.read.text.shape import Shape
from articlex.regex import regex

REFERENCE = regex(
    r"(?:(\d{1,6})\.|\[(\d{1,6})\]) ([a-z][a-z0-9+.-]{1,20}:.*|/\S*|(?=\S*+$)\S+\.\S+)$", re.IGNORECASE
)
#: Headings that stand among the addresses ("Hidden links:") are short, and few.
LONGEST_HEADING = 40
MOST_HEADINGS = 2
#: Lines of the longest address: that of a mail holds its text.
LONGEST_ADDRESS = 30
#: What stands above the links of an image map.
IMAGE_MAP = "[USEMAP]"
#: Addresses without which a numbered list at the end is no reference list.
MIN_REFERENCES = 2
#: Share of the numbers that has an address; lynx also numbers form fields, which have none.
MIN_COMPLETE = 0.7
#: How the line begins that lynx prints above a page, the titles of its <link> elements; how far it is set in,
#: and how many lines it has.
ABOVE, SET_IN, MOST_ABOVE = regex(r"#(?![#!\s])"), 3, 20
#: What stands behind a link: between those of a menu or a breadcrumb, or the end of what was changed.
SEPARATOR = regex(rf" +(?:[|»›>·•/–—→]|:(?:{NAMES})\]|$)")
#: A frame, its address on the same line or below; and the columns from which on the line above is full.
FRAMED = regex(r"\[\d{1,6}\][a-z][a-z0-9+.-]{1,20}:\S+$")
FRAME = regex(r"IFRAME:(?: (\[\d{1,6}\][a-z][a-z0-9+.-]{1,20}:\S+))?$")
FULL = 60
#: What lynx prints above a table that has a caption.
CAPTION = regex(r"CAPTION: (\S.*)$")
#: A number before a link text, not a footnote sign behind a word; the share of the addresses that has one,
#: and how many are enough where many links have only pictures.
BEFORE_LINK = regex(r"(?<![\w.,;:!?)\]\"”»])\[(\d{1,6})\](?=\S)")
MIN_NUMBERED, ENOUGH_NUMBERED = 0.3, 10
NUMBER = regex(r"\[(\d{1,6})\]")
#: What stands right behind a number that stood behind its link: "the port [2]."
BEHIND = regex(r"[.,;:!?)\]](?:\s|$)|[。，、；：！？]")
#: A figure and a name on both sides of a number, which boxes on the page part: "3 May 2025[2]Ann Reid".
GLUED = regex(r"\d\d[A-Z][a-z. ]")
#: A link text that runs up to the next number or the end of the block is believed up to this many characters.
LONGEST_LINK = 60


class References(NamedTuple):
    """The addresses of the numbered links that a page lists at its end, by number, and the addresses by the
    places of their lines; often there are none."""

    addresses: dict[int, str]
    places: dict[int, str]


NO_REFERENCES = References({}, {})


class _Entry(NamedTuple):
    """A line of the list; one on which an address goes on has the number 0 and no address."""

    place: int
    number: int
    address: str
    #: Whether it is the last one above a heading.
    ends_group: bool = False


def references(lines: Sequence[Line]) -> References:
    """The addresses that the page lists at its end, if its text has their numbers before link texts."""
    end = _image_maps(lines)
    found: dict[int, str] = {}
    shown: set[int] = set()
    places = dict.fromkeys(range(end, len(lines)), "")
    first = end
    for entry in _entries(lines, end):
        first = entry.place
        places[first] = entry.address
        if entry.ends_group:
            shown.clear()  # below a heading of their own stand links without text, which have no numbers
        if entry.number:
            found[entry.number] = entry.address
            shown.add(entry.number)
    if len(found) < MIN_REFERENCES or len(found) < MIN_COMPLETE * max(found):
        return NO_REFERENCES
    texts = (line.text for line in lines[:first] if "[" in line.text)
    numbers = {int(number) for text in texts for number in BEFORE_LINK.findall(text)}
    if len(numbers & shown) < min(MIN_NUMBERED * len(shown), ENOUGH_NUMBERED):
        return NO_REFERENCES
    return References(found, places)


def _image_maps(lines: Sequence[Line]) -> int:
    """The place behind the list, where lynx lists the links of image maps once more."""
    for place in range(1, len(lines)):
        if lines[place].text == IMAGE_MAP and REFERENCE.match(lines[place - 1].text):
            return place
    return len(lines)


def _entries(lines: Sequence[Line], end: int) -> Iterator[_Entry]:
    """The entries of the list that ends before ``end``, from the last one up."""
    last = headings = 0
    between: list[int] = []
    for place in range(end - 1, -1, -1):
        match = REFERENCE.match(lines[place].text)
        if not match:
            if not last or len(between) == LONGEST_ADDRESS:
                return
            between.append(place)
            continue
        number = int(match[1] or match[2])
        goes_on = number == last - 1
        if goes_on:
            yield from (_Entry(other, 0, "") for other in between)
        elif between:
            headings += len(between)
            if headings > MOST_HEADINGS or any(len(lines[other].text) > LONGEST_HEADING for other in between):
                return
        yield _Entry(place, number, match[3], bool(between) and not goes_on)
        last, between = number, []


def titles_above(lines: Sequence[Line]) -> set[int]:
    """The places of the lines that lynx prints above a page for its <link> elements, "#alternate Feed Next":
    they begin with a sign that has no blank behind it, are set in and have a blank line below. Where the
    white space around the text was cut, what follows tells how far it was set in."""
    if not lines or not ABOVE.match(lines[0].text):
        return set()
    end = next((place for place, line in enumerate(lines[:MOST_ABOVE]) if place and line.gap), 0)
    others = lines[1 : end + (lines[0].indent == 0)]
    is_set_in = lines[0].indent in (0, SET_IN) and all(line.indent == SET_IN for line in others)
    return set(range(end)) if is_set_in else set()


def frame(lines: Sequence[Line], start: int) -> Shape | None:
    """What lynx prints for a frame: ``IFRAME:``, a link number and the address, which it breaks anywhere."""
    match = FRAME.match(lines[start].text)
    if not match:
        return None
    address, end = match[1] or "", start + 1
    while end < len(lines) and not lines[end].gap:
        piece = lines[end].text
        goes_on = address and lines[end - 1].width >= FULL and " " not in piece and piece[0] != "["
        if not goes_on and (address or not FRAMED.match(piece)):
            break
        address += piece
        end += 1
    return Shape(Kind.EMBED, end, "", href=NUMBER.sub("", address, count=1)) if address else None


def caption(lines: Sequence[Line], start: int) -> Shape | None:
    """The caption of a table behind the label that lynx sets before it."""
    match = CAPTION.match(lines[start].text)
    return Shape(Kind.PARAGRAPH, start + 1, match[1]) if match else None


class LinkNumbers:
    """Takes link numbers out of the texts of a page, text by text in document order: they ascend."""

    def __init__(self, addresses: dict[int, str]) -> None:
        """``addresses`` are those of :func:`references`, one at least."""
        self._addresses = addresses
        self._last = 0
        self._highest = max(addresses)

    def runs(self, text: str) -> list[Run]:
        """``text`` as runs without its link numbers, those of link texts with their addresses; white space is
        left as it stands."""
        pieces: list[Run] = []
        start, href = 0, None
        for match in NUMBER.finditer(text):
            number = int(match[1])
            # Numbers ascend in document order; "[1]" later on is a footnote sign of the page itself.
            if not self._last < number <= self._highest:
                continue
            self._last = number
            before = text[start : match.start()]
            glued = len(before) > 1 and GLUED.match(before[-2:] + text[match.end() :][:2])
            stray = before[-1:] == " " and BEHIND.match(text, match.end()) is not None
            pieces += _pieces(before + " " if glued else before[:-1] if stray else before, href)
            start, href = match.end(), self._addresses.get(number)
        pieces += _pieces(text[start:], href)
        return pieces


def _pieces(text: str, href: str | None) -> list[Run]:
    """``text`` after a link number: all of it is the link if short, else its first word."""
    if href is None or not text.strip() or text[0] == " ":
        return [Run(text)]
    whole = len(text) <= LONGEST_LINK and ". " not in text.rstrip()
    link = SEPARATOR.split(text, maxsplit=1)[0] if whole else text.split(" ", 1)[0]
    link = link.rstrip(" ,.;:)|")
    return [Run(link, href=href), Run(text[len(link) :])]
