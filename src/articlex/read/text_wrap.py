"""Hard-wrapped paragraphs: at which column a page was wrapped, and which lines belong together.

A line of a wrapped paragraph ends where it does because the first word of the next line did not fit.
So for width W: ``columns(line) + 1 + columns(first word of the next line) > W``. Lines of menus, verse
and one-line paragraphs do not have this property, which is what keeps them apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articlex.read.text_lines import Line, columns

#: Widths that pages are wrapped at: from a newspaper column to a wide terminal.
NARROWEST = 34
WIDEST = 136

#: A line counts as full from this share of the width on.
LONG = 0.6
#: Text wrapped by hand keeps to the width less closely: down to this share if the sentence goes on.
LOOSE = 0.8
#: Pairs of lines that must show the wrap, and the share of those that could.
MIN_PAIRS = 3
MIN_SHARE = 0.7
#: Lines that could have been broken and are longer than the width, for each pair that shows it.
MAX_OVERLONG = 0.12

#: Characters between which a line may be broken without a space: kana, Han and what goes with them.
UNSPACED = "\u2e80-\u2fff\u3001-\u303f\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
#: Such characters may not begin a line, so they come with the one before (JIS X 4051, kinsoku).
CLOSING = "、。，．！？：；」』）】〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
#: No-break spaces do not end the unit.
FIRST_UNIT = re.compile(f"[{UNSPACED}][{CLOSING}]*|[^ \\t\u3000{UNSPACED}]+")
ENDS_UNSPACED = re.compile(f"[{UNSPACED}]$")
STARTS_UNSPACED = re.compile(f"[{UNSPACED}]")


def first_unit(text: str) -> int:
    """Columns of the shortest beginning of ``text`` that a line can be broken after."""
    match = FIRST_UNIT.match(text)
    return columns(match.group()) if match else 1


def flows(line: Line, following: Line, width: int) -> bool:
    """Whether ``line`` ends where it does because ``following`` did not fit into ``width`` columns."""
    if following.gap or not width or line.width > width + 2:
        return False
    space = 0 if STARTS_UNSPACED.match(following.text) and ENDS_UNSPACED.search(line.text[-1:]) else 1
    if line.width + space + first_unit(following.raw.lstrip()) > width:
        return True
    return line.width >= LOOSE * width and _runs_on(line.text, following.text)


def _runs_on(text: str, following: str) -> bool:
    """Whether a sentence visibly goes on: it has not ended, and the next line begins in lower case."""
    return following[0].islower() and (text[-1].isalnum() or text[-1] == ",")


def wrap_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the width that its paragraph is wrapped at, 0 where nothing is wrapped."""
    page = page_width(lines)
    widths = [page if line.width <= page + 2 else 0 for line in lines]
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].gap or lines[end].indent != lines[end - 1].indent:
            local = _run_width(lines, start, end)
            if local and (local < page - 4 or not page):
                widths[start:end] = [local] * (end - start)
            start = end
    return widths


def page_width(lines: Sequence[Line]) -> int:
    """The width that the page as a whole is wrapped at, 0 if it is not."""
    counts = [0] * (WIDEST + 1)
    overlong = 0
    for line in lines:
        if line.width <= WIDEST:
            counts[line.width] += 1
        elif " " in line.text:
            overlong += 1
    best, best_score = 0, 0
    longer = overlong
    for width in range(WIDEST, NARROWEST - 1, -1):
        near = sum(counts[width - 9 : width + 1])
        if counts[width] and near - 3 * longer > best_score:
            best, best_score = width, near - 3 * longer
        longer += counts[width]
    return best if best and _is_wrapped_at(lines, best) else 0


def _is_wrapped_at(lines: Sequence[Line], width: int) -> bool:
    shown = possible = overlong = 0
    for line, following in pairwise(lines):
        if line.width > width:
            overlong += " " in line.text
        elif line.width >= LONG * width and not following.gap and line.indent == following.indent:
            possible += 1
            shown += flows(line, following, width)
    return shown >= MIN_PAIRS and shown >= MIN_SHARE * possible and overlong <= MAX_OVERLONG * shown


def _run_width(lines: Sequence[Line], start: int, end: int) -> int:
    """The width of a run of lines without blank line that is one wrapped paragraph by itself, else 0."""
    if end - start < MIN_PAIRS + 1:
        return 0
    width = max(line.width for line in lines[start:end])
    if not NARROWEST <= width <= WIDEST:
        return 0
    pairs = zip(lines[start : end - 1], lines[start + 1 : end], strict=True)
    return width if all(flows(line, following, width) for line, following in pairs) else 0


def join(lines: Sequence[Line]) -> str:
    """The text of a wrapped paragraph on one line."""
    text = lines[0].text
    for line, previous in zip(lines[1:], lines, strict=False):
        text = text[:-1] if text.endswith("\u2010") else text + _between(previous, line)
        text += line.text
    return text


def _between(line: Line, following: Line) -> str:
    last, first = line.text[-1], following.text[0]
    if STARTS_UNSPACED.match(last) and STARTS_UNSPACED.match(first):
        return ""
    if last == "-" and line.text[-2:-1].isalpha() and first.islower():
        return ""
    return " "
