"""Joins the lines of a hard-wrapped paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.data.bylines import byline_words
from articlex.read.text.lines import Line
from articlex.read.text.measures import columns
from articlex.read.text.scripts import first_cluster, is_hangul, is_unspaced, may_be_cut
from articlex.read.text.wrapping.hyphens import Hyphens, hyphens_of, parts_word
from articlex.read.text.wrapping.pairs import is_compound, is_hyphenated
from articlex.read.text.wrapping.paragraphs import LOOSE, flows

#: Where Korean words are broken, hardly any line has room for one more syllable; where they are not, half of
#: them have. So few lines may have room, and so many lines must run on. Of 80 texts of one to twelve lines
#: that are not broken 3 seem to be with 0.1 and four lines, 16 with 0.25 and four, 24 with 0.25 and no least
#: number; of the 56 of four lines or more that are broken, all do.
_MAX_ROOMY = 0.1
_MIN_TIGHT = 4


class Joints(NamedTuple):
    """What a page shows of the ends of its lines: whether Korean words are ``cut`` there, and the hyphens."""

    cut: bool = False
    hyphens: Hyphens = Hyphens()


def joints_of(lines: Sequence[Line], widths: Sequence[int]) -> Joints:
    """What the lines of a page, wrapped at ``widths``, show of their ends."""
    return Joints(_cuts_words(lines, widths), hyphens_of(lines, widths))


def _cuts_words(lines: Sequence[Line], widths: Sequence[int]) -> bool:
    """Whether Korean words are broken at the ends of lines, as by w3m: of the lines that run on, hardly one
    has room for the next syllable. Programs that count characters break none."""
    roomy = pairs = 0
    for line, following, width in zip(lines, lines[1:], widths, strict=False):
        if width and is_hangul(following.text[0]) and flows(line, following, width):
            if line.measure is len:
                return False
            pairs += 1
            roomy += line.width + 1 + columns(first_cluster(following.text)) <= width
    return pairs >= _MIN_TIGHT and roomy <= _MAX_ROOMY * pairs


def join(lines: Sequence[Line], width: int, joints: Joints) -> str:
    """The text of a paragraph whose ``lines`` are wrapped at ``width``, on a page with such ``joints``."""
    if len(lines) == 1:
        return lines[0].text
    pieces = [lines[0].text]
    for previous, line in pairwise(lines):
        if previous.text.endswith("\u2010"):
            pieces[-1] = pieces[-1].removesuffix("\u2010")
        elif is_hyphenated(previous, line):
            if parts_word(previous.text, line.text, joints.hyphens):
                pieces[-1] = pieces[-1].removesuffix("-")
            elif line.text.partition(" ")[0] in byline_words().conjunctions:
                pieces.append(" ")  # "Press- und Hammerwerk"
        elif not is_compound(previous.text, line.text):
            pieces.append(_between(previous, line, width, joints.cut))
        pieces.append(line.text)
    return "".join(pieces)


def _between(line: Line, following: Line, width: int, cut: bool) -> str:
    last, first = line.text[-1], following.text[0]
    if is_unspaced(last) and is_unspaced(first):
        # A line that is not full was broken at a blank: "（记者 王小明" above "李华）昨日".
        return " " if line.width < LOOSE * width else ""
    if may_be_cut(last) and may_be_cut(first):
        return "" if _is_one_word(line, following, width, cut) else " "
    return " "


def _is_one_word(line: Line, following: Line, width: int, cut: bool) -> bool:
    """Whether the end of ``line`` and the beginning of ``following`` are one word or phrase, broken."""
    if is_hangul(line.text[-1]):
        # w3m leaves one column free, and terminals have an even number of them.
        return cut and line.width + line.measure(first_cluster(following.text)) > width | 1
    # Lynx breaks only a phrase that begins a line: any other would have begun the next one.
    phrase = line.text + following.text.partition(" ")[0]
    return " " not in line.text and line.width >= width - 1 and line.indent + line.measure(phrase) > width
