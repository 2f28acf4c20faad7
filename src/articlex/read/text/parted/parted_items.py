"""Joins bullets and numbers on lines of their own to the text of their items below.

w3m prints them this way if an item begins with a block or a line break, with blank lines between if the block
has a margin. The text is indented as if it followed the bullet: else the item has no text.

If an item has several paragraphs, the first must be a sentence. Otherwise the item is a card, with a name or
a picture at its head, and nearly always outside of the article: on 260 pages with such items, flattened by
w3m, F1 is lower by 0.13 in sum if cards are items.

Browsers and BeautifulSoup print numbers that are elements of their own so as well, the text in the column
of the number: there they must count from 1 on, each above a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import Line, breaks_at
from articlex.regex import regex

#: The bullets of w3m, level by level, and its numbers. Those of lynx and inscriptis prove nothing: inscriptis
#: indents what is below a list of icons as if it were their text.
_BULLETS = frozenset("•□☆○■★◎●△")
_NUMBER = regex(r"\d{1,3}\.")
#: Smallest indentation of bullets in w3m; most blank lines between a bullet and its text.
_INDENT, _MOST_BLANK = 2, 2
#: Fewest columns of a sentence on a single line.
_PROSE = 40
#: Fewest numbers that count from 1 on.
_FEWEST = 2


def with_signs(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` with each bullet or number that is alone on its line at the beginning of its item's text."""
    signs = {place for place, line in enumerate(lines) if len(line.text) <= 4 and _is_sign(line)}
    found = {place for place in signs if place + 1 not in signs and _is_above_text(lines, place)}
    found.update(_counting(lines, sorted(signs)))
    if not found:
        return lines
    return [
        _behind(lines[place - 1], line) if place - 1 in found else line
        for place, line in enumerate(lines)
        if place not in found
    ]


def _is_sign(line: Line) -> bool:
    if line.text in _BULLETS:
        return line.indent >= _INDENT
    return _NUMBER.fullmatch(line.text) is not None


def _is_above_text(lines: Sequence[Line], place: int) -> bool:
    """Whether the line below begins where text behind the sign would, and is no name on a card."""
    if place + 1 == len(lines):
        return False
    sign, following = lines[place], lines[place + 1]
    column = sign.indent + len(sign.text) + 1
    if following.gap > _MOST_BLANK or following.indent != column:
        return False
    end = place + 2
    while not breaks_at(lines, end) and lines[end].indent == column:
        end += 1
    return _is_prose(lines[place + 1 : end], column) or not _has_more(lines, end, column)


def _counting(lines: Sequence[Line], signs: Sequence[int]) -> Iterator[int]:
    """The places of numbers that count from 1 on, each above a sentence that begins where the number does."""
    counted: list[int] = []
    for place in signs:
        if lines[place].text in _BULLETS or not _is_above_sentence(lines, place):
            continue
        number = int(lines[place].text[:-1])
        if number != len(counted) + 1:
            if len(counted) >= _FEWEST:
                yield from counted
            counted = []
        if number == len(counted) + 1:
            counted.append(place)
    if len(counted) >= _FEWEST:
        yield from counted


def _is_above_sentence(lines: Sequence[Line], place: int) -> bool:
    """Whether a sentence on a single line begins below, in the same column."""
    if place + 1 == len(lines):
        return False
    sign, following = lines[place], lines[place + 1]
    if following.gap > _MOST_BLANK or following.indent != sign.indent:
        return False
    return _is_prose((following,), following.indent)


def _is_prose(paragraph: Sequence[Line], column: int) -> bool:
    """Whether a paragraph indented by ``column`` is a sentence."""
    long = len(paragraph) > 1 or paragraph[0].width - column >= _PROSE
    return long and paragraph[-1].text[-1] in SENTENCE_ENDS


def _has_more(lines: Sequence[Line], place: int, column: int) -> bool:
    """Whether the item whose text is indented by ``column`` has another paragraph from ``place`` on; lists in
    it are skipped. No line is skipped more often than it has columns before it."""
    while place < len(lines) and lines[place].indent >= column:
        if lines[place].gap and lines[place].indent == column:
            return True
        place += 1
    return False


def _behind(sign: Line, line: Line) -> Line:
    """``line`` behind its sign; its width does not change, as its text was indented that far."""
    raw = f"{sign.raw} {line.raw.lstrip()}"
    text = f"{sign.text} {line.text}"
    return line._replace(number=sign.number, raw=raw, text=text, indent=sign.indent, gap=sign.gap)
