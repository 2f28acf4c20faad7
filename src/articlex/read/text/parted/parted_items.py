"""Signs of list items that stand on a line of their own, above the text of the item.

w3m prints them so where the first thing in an item is a block, or the page breaks its line there, with a
blank line between where the block has one above itself. The text is set in as far as behind the sign: that
parts it from what stands below an item without a text.

Of several paragraphs in one item the first one is read so where it is a sentence. Else the item is a card,
with a name or a picture at its head, and nearly always beside the text: of 260 pages that w3m has flattened
with such items F1 is by 0.13 less in sum with the cards as items.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.regex import regex

#: The signs of w3m, level by level, and numbers. Those that lynx and inscriptis print are no proof: below a
#: list of icons inscriptis sets in what follows as far as their text.
_BULLETS = frozenset("•□☆○■★◎●△")
_NUMBER = regex(r"\d{1,3}\.")
#: Columns by which w3m sets in its bullets, at least, and blank lines between a sign and its text, at most.
_INDENT, _MOST_BLANK = 2, 2
#: Columns of a sentence on a single line, at least.
_PROSE = 40


def with_signs(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` with each sign that stands alone at the head of the text that it belongs to."""
    signs = {place for place, line in enumerate(lines) if len(line.text) <= 4 and _is_sign(line)}
    found = {place for place in signs if place + 1 not in signs and _is_above_text(lines, place)}
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
    """Whether the line below begins right where the text behind the sign would, and is no name on a card."""
    if place + 1 == len(lines):
        return False
    sign, following = lines[place], lines[place + 1]
    column = sign.indent + len(sign.text) + 1
    if following.gap > _MOST_BLANK or following.indent != column:
        return False
    end = place + 2
    while end < len(lines) and not lines[end].gap and lines[end].indent == column:
        end += 1
    return _is_prose(lines[place + 1 : end], column) or not _has_more(lines, end, column)


def _is_prose(paragraph: Sequence[Line], column: int) -> bool:
    """Whether a paragraph, which begins at ``column``, is a sentence."""
    long = len(paragraph) > 1 or paragraph[0].width - column >= _PROSE
    return long and paragraph[-1].text[-1] in SENTENCE_ENDS


def _has_more(lines: Sequence[Line], place: int, column: int) -> bool:
    """Whether another paragraph stands further down in the item whose text begins at ``column``; lists in it
    are passed over. A line is passed over for each of its columns at most."""
    while place < len(lines) and lines[place].indent >= column:
        if lines[place].gap and lines[place].indent == column:
            return True
        place += 1
    return False


def _behind(sign: Line, line: Line) -> Line:
    """The text of ``line`` behind its sign: as wide as it was, since it stands where it stood."""
    raw = f"{sign.raw} {line.raw.lstrip()}"
    text = f"{sign.text} {line.text}"
    return line._replace(number=sign.number, raw=raw, text=text, indent=sign.indent, gap=sign.gap)
