"""Link numbers, which lynx and w3m print before links, and the list of addresses at the end of the page.

Lynx prints ``see [2]the documentation`` and, under "References", ``2. http://example.org/``. The numbers are
taken out of the text. They show where a link's text begins, but not where it ends. The list is no text
either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.page import Kind, Run
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.marks.changes import NAMES
from articlex.read.text.shape import Shape
from articlex.regex import regex

_REFERENCE = regex(
    r"(?:(\d{1,6})\.|\[(\d{1,6})\]) ([a-z][a-z0-9+.-]{1,20}:.*|/\S*|(?=\S*+$)\S+\.\S+)$", re.IGNORECASE
)
#: Headings among the addresses ("Hidden links:") are short, and few.
_LONGEST_HEADING = 40
_MOST_HEADINGS = 2
#: Lines of the longest address: a "mailto:" may contain the text of a mail.
_LONGEST_ADDRESS = 30
#: The heading above the links of an image map.
_IMAGE_MAP = "[USEMAP]"
#: Fewest addresses of a list of references.
_MIN_REFERENCES = 2
#: Smallest share of the numbers that have an address; lynx also numbers form fields, which have none.
_MIN_COMPLETE = 0.7
#: The beginning, indentation and most lines of what lynx prints above a page for its <link> elements.
_ABOVE, _SET_IN, _MOST_ABOVE = regex(r"#(?![#!\s])"), 3, 20
#: What may follow a link's text: a separator of menus and breadcrumbs, or the end of a deletion or insertion.
_SEPARATOR = regex(rf" +(?:[|»›>·•/–—→]|:(?:{NAMES})\]|$)")
#: A frame, its address on the same line or below; fewest columns of a line whose address goes on.
_FRAMED = regex(r"\[\d{1,6}\][a-z][a-z0-9+.-]{1,20}:\S+$")
_FRAME = regex(r"IFRAME:(?: (\[\d{1,6}\][a-z][a-z0-9+.-]{1,20}:\S+))?$")
_FULL = 60
#: What lynx prints above a table that has a caption.
_CAPTION = regex(r"CAPTION: (\S.*)$")
#: A number before a link's text, not a footnote marker behind a word. Smallest share of the addresses that
#: have one, and how many are enough on a page most of whose links are pictures.
_BEFORE_LINK = regex(r"(?<![\w.,;:!?)\]\"”»])\[(\d{1,6})\](?=\S)")
_MIN_NUMBERED, _ENOUGH_NUMBERED = 0.3, 10
_NUMBER = regex(r"\[(\d{1,6})\]")
#: What follows a number right behind its link: "the port [2]."
_BEHIND = regex(r"[.,;:!?)\]](?:\s|$)|[。．，、；：！？]")
#: The characters around a number that takes the place of a space: "3 May 2025[2]Ann Reid".
_GLUED = regex(r"\d\d[A-Z][a-z. ]")
#: Characters of the longest text before the next number, or the end of the block, that is all link.
_LONGEST_LINK = 60
#: What ends a sentence inside a text, and a word; in Chinese and Japanese no space follows.
_SENTENCE_END, _WORD_END = regex(r"\. |[。．！？](?=\S)"), regex(r"[ 、。，．！？：；]")


class References(NamedTuple):
    """The addresses that a page lists at its end: by number, and by the places of their lines, where lines of
    the list without an address have ""."""

    addresses: dict[int, str]
    places: dict[int, str]


_NO_REFERENCES = References({}, {})


class _Entry(NamedTuple):
    """A line of the list; one that continues an address has the number 0 and no address."""

    place: int
    number: int
    address: str
    #: Whether it is the last one above a heading.
    ends_group: bool = False


def references(lines: Sequence[Line]) -> References:
    """The addresses that a page lists at its end, if their numbers precede links in its text; else none."""
    end = _image_maps(lines)
    found: dict[int, str] = {}
    shown: set[int] = set()
    places = dict.fromkeys(range(end, len(lines)), "")
    first = end
    for entry in _entries(lines, end):
        first = entry.place
        places[first] = entry.address
        if entry.ends_group:
            shown.clear()  # those below a heading are hidden links, whose numbers are not in the text
        if entry.number:
            found[entry.number] = entry.address
            shown.add(entry.number)
    if len(found) < _MIN_REFERENCES or len(found) < _MIN_COMPLETE * max(found):
        return _NO_REFERENCES
    texts = (line.text for line in lines[:first] if "[" in line.text)
    numbers = {int(number) for text in texts for number in _BEFORE_LINK.findall(text)}
    if len(numbers & shown) < min(_MIN_NUMBERED * len(shown), _ENOUGH_NUMBERED):
        return _NO_REFERENCES
    return References(found, places)


def _image_maps(lines: Sequence[Line]) -> int:
    """The place behind the list; lynx may list the links of image maps once more below it."""
    for place in range(1, len(lines)):
        if lines[place].text == _IMAGE_MAP and _REFERENCE.match(lines[place - 1].text):
            return place
    return len(lines)


def _entries(lines: Sequence[Line], end: int) -> Iterator[_Entry]:
    """The entries of the list that ends before ``end``, from the last one upwards."""
    last = headings = 0
    between: list[int] = []
    for place in range(end - 1, -1, -1):
        match = _REFERENCE.match(lines[place].text)
        if not match:
            if not last or len(between) == _LONGEST_ADDRESS:
                return
            between.append(place)
            continue
        number = int(match[1] or match[2])
        goes_on = number == last - 1
        if goes_on:
            yield from (_Entry(other, 0, "") for other in between)
        elif between:
            headings += len(between)
            if headings > _MOST_HEADINGS or any(
                len(lines[other].text) > _LONGEST_HEADING for other in between
            ):
                return
        yield _Entry(place, number, match[3], bool(between) and not goes_on)
        last, between = number, []


def titles_above(lines: Sequence[Line]) -> set[int]:
    """The places of the lines that lynx prints above a page for its <link> elements, "#alternate Feed Next".

    They begin with a hash right at a word, are indented, and have a blank line below. Where the first line
    has lost its indentation, as the text was stripped, the line below the blank one must be indented too.
    """
    if not lines or not _ABOVE.match(lines[0].text):
        return set()
    end = next((place for place, line in enumerate(lines[:_MOST_ABOVE]) if place and line.gap), 0)
    others = lines[1 : end + (lines[0].indent == 0)]
    is_set_in = lines[0].indent in (0, _SET_IN) and all(line.indent == _SET_IN for line in others)
    return set(range(end)) if is_set_in else set()


def frame(lines: Sequence[Line], start: int) -> Shape | None:
    """A frame as lynx prints it: ``IFRAME:``, a link number, and the address, broken anywhere."""
    match = _FRAME.match(lines[start].text)
    if not match:
        return None
    address, end = match[1] or "", start + 1
    while not breaks_at(lines, end):
        piece = lines[end].text
        goes_on = address and lines[end - 1].width >= _FULL and " " not in piece and piece[0] != "["
        if not goes_on and (address or not _FRAMED.match(piece)):
            break
        address += piece
        end += 1
    return Shape(Kind.EMBED, end, "", href=_NUMBER.sub("", address, count=1)) if address else None


def caption(lines: Sequence[Line], start: int) -> Shape | None:
    """The caption of a table, without the label that lynx prints before it."""
    match = _CAPTION.match(lines[start].text)
    return Shape(Kind.PARAGRAPH, start + 1, match[1]) if match else None


class LinkNumbers:
    """Takes the link numbers, which ascend, out of the texts of a page, text by text in document order."""

    def __init__(self, addresses: dict[int, str]) -> None:
        """``addresses`` are those of :func:`references`, at least one."""
        self._addresses = addresses
        self._last = 0
        self._highest = max(addresses)

    def runs(self, text: str) -> list[Run]:
        """``text`` as runs without its link numbers, and with the addresses of links; white space is kept."""
        pieces: list[Run] = []
        start, href = 0, None
        for match in _NUMBER.finditer(text):
            number = int(match[1])
            # As numbers ascend, "[1]" later on is a footnote marker of the page itself.
            if not self._last < number <= self._highest:
                continue
            self._last = number
            before = text[start : match.start()]
            glued = len(before) > 1 and _GLUED.match(before[-2:] + text[match.end() :][:2])
            stray = before[-1:] == " " and _BEHIND.match(text, match.end()) is not None
            pieces += _pieces(before + " " if glued else before[:-1] if stray else before, href)
            start, href = match.end(), self._addresses.get(number)
        pieces += _pieces(text[start:], href)
        return pieces


def _pieces(text: str, href: str | None) -> list[Run]:
    """``text`` behind a link number: the link is all of it if it is short, else its first word."""
    if href is None or not text.strip() or text[0] == " ":
        return [Run(text)]
    whole = len(text) <= _LONGEST_LINK and not _SENTENCE_END.search(text.rstrip())
    link = (_SEPARATOR if whole else _WORD_END).split(text, maxsplit=1)[0]
    link = link.rstrip(" ,.;:)|、。．，；：）")
    return [Run(link, href=href), Run(text[len(link) :])]
