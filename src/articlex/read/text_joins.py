"""Which lines go on with the sentence of the line above, on a page that has a line for each text node.

Thresholds were swept as those of :mod:`articlex.read.text_nodes` were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from articlex.data.bylines import byline_words
from articlex.read.text_breaks import BRACKETS, COLONS, COMMAS, ENDS, Break
from articlex.read.text_lines import Line
from articlex.read.text_scripts import is_unspaced, may_be_cut
from articlex.regex import regex

#: Punctuation inside a line, which headlines seldom have.
INNER = regex(r"[,.;!?…،؛؟۔।] \S|[。、，；！？].")
#: What somebody typed into a shell, whose output is below.
PROMPT = regex(r"(?:[$%#>]|>>>|\.\.\.) \S")


#: Words of what a sentence may go on from: with 3, 4 and 6 precision is 0.950, 0.954 and 0.958, and 6,071,
#: 6,060 and 6,033 paragraphs are whole.
PROSE = 4
#: Words of a sentence with the line that goes on with it, of a link, and of less than a sentence.
ENOUGH = 6
FEW = 3
SOME = 8
#: Words of a label. Where labels are joined 94,800 blocks of 385 pages, flattened with their blanks, are the
#: same as in HTML, without that 94,608.
LABEL = 2
#: A Han, kana, Hangul or Thai character is so many words; more than these of a line need not be counted.
DENSE = 0.5
COUNTED = 40


class Flat(NamedTuple):
    """What is asked of the page. ``kept`` says that its white space is, ``tight`` that most lines have blank
    lines between them and those without are rare."""

    lines: Sequence[Line]
    breaks: Sequence[Break]
    words: Sequence[float]
    kept: bool
    tight: bool


class _Sentence(NamedTuple):
    """The lines joined so far: how many, their words, whether one has punctuation inside, the first one."""

    lines: int
    words: float
    inner: bool
    first: Line

    @property
    def is_long(self) -> bool:
        """Whether it is more than a label."""
        return self.words >= PROSE


def joined_lines(page: Flat) -> set[int]:
    """The places of the lines that are joined to the one above, dangling ones among them."""
    labels = byline_words().labels
    times = Counter(line.text for line in page.lines)
    top = page.lines[0]
    found: set[int] = set()
    sentence = _Sentence(1, page.words[0], bool(INNER.search(top.text)), top)
    for place, line in enumerate(page.lines[1:], 1):
        before, break_ = page.lines[place - 1], page.breaks[place - 1]
        # A headline comes back, on the first line as the page's title with the name of the site behind it.
        headed = times[before.text] > 1 or (place > 1 and top.text.startswith(before.text))
        apart = (headed and page.words[place - 1] >= PROSE) or (
            not break_.closes and page.words[place] < FEW and line.text.casefold().rstrip(": ") in labels
        )
        apart = apart and not (page.kept and break_.sure)
        # Below a label alone stands the name.
        apart = (apart or before.text.casefold().strip(" :：") in labels) and sentence.lines == 1
        alone = _Sentence(1, page.words[place], bool(INNER.search(line.text)), line)
        if apart or not _joins(page, place, sentence):
            sentence = alone
            continue
        found.add(place)
        inner = sentence.inner or alone.inner or before.text[-1] in COMMAS
        sentence = _Sentence(sentence.lines + 1, sentence.words + alone.words, inner, sentence.first)
    return found


def _joins(page: Flat, place: int, sentence: _Sentence) -> bool:
    """Whether the line at ``place`` goes on with ``sentence``."""
    before, line, break_ = page.lines[place - 1], page.lines[place], page.breaks[place - 1]
    if before.text == line.text or line.raw[0] == "\u3000" or PROMPT.match(sentence.first.text):
        return False
    if break_.gap:
        inside = break_.gap == 1 and break_.goes_on and not break_.closes
        return page.kept and inside and sentence.is_long and (page.words[place] > 1 or _follows(page, place))
    if break_.flows:
        return sentence.is_long and before.indent == line.indent
    if break_.goes_on:
        return break_.closes or _goes_on(page, place, sentence)
    if page.kept and break_.blank:
        return _joins_blank(page, place, sentence)
    return _joins_bare(page, place, sentence)


def _goes_on(page: Flat, place: int, sentence: _Sentence) -> bool:
    """Whether a line in small letters goes on with the sentence: it is no item of a menu."""
    if page.kept and page.breaks[place - 1].sure:
        return sentence.words > 1
    if sentence.words + page.words[place] < ENOUGH:
        closes = place < len(page.breaks) and page.breaks[place].closes
        if sentence.words < (FEW - 1 if closes else FEW) or not _follows(page, place):
            return False
    return not _lists(page, place)


def _joins_bare(page: Flat, place: int, sentence: _Sentence) -> bool:
    """Whether a line goes on with the sentence where no blank and no small letter says so."""
    before, line, break_ = page.lines[place - 1], page.lines[place], page.breaks[place - 1]
    follows = _follows(page, place)
    if page.kept and line.indent > 1 and (line.text[0].isalnum() or line.text[0] in BRACKETS):
        # Lines inside of a text node are set in as in the HTML; the first one is not.
        inside = (break_.wrapped or sentence.first.indent <= 1) if break_.ended else not break_.colon
        return inside and sentence.is_long and page.words[place] >= FEW
    if break_.ended:
        return False
    if break_.colon:
        small = line.text[0].islower() and not page.kept
        return small and sentence.is_long and (follows or line.text[-1] in ENDS)
    if not page.kept:
        return sentence.is_long and (follows or (break_.uncased and sentence.inner))
    if not break_.uncased or not (_is_spaceless(before.text[-1]) or _is_spaceless(line.text[0])):
        return False
    if sentence.first.raw[0] == "\u3000":
        return True
    return sentence.inner or sentence.lines > 1 or (sentence.is_long and (follows or page.tight))


def _joins_blank(page: Flat, place: int, sentence: _Sentence) -> bool:
    """Whether a line goes on with the sentence where only a blank says so.

    Of the breaks in each branch that say yes 80 to 100 % are inline, of those that say no at most 30 %.
    """
    before, line, break_ = page.lines[place - 1], page.lines[place], page.breaks[place - 1]
    above, size = page.words[place - 1], page.words[place]
    if sentence.lines == 1 and is_labelled(page.lines, page.breaks, place):
        return True
    if _follows(page, place):
        return sentence.is_long or not break_.ended
    if not break_.sure:
        return not break_.ended and before.open and above >= PROSE and size <= FEW
    if break_.colon and sentence.lines == 1 and above <= PROSE:
        return size <= SOME and line.text[-1] not in COLONS
    if break_.ended:
        return sentence.is_long and (size <= FEW or (not before.open and above <= SOME))
    between = sentence.lines > 1 or (before.open and size <= FEW and _is_blank(page, place))
    goes_on = sentence.is_long or between
    if not line.text[0].isupper():
        return goes_on and (before.open or not line.text.isdigit())
    if not before.open:
        return size > SOME
    return goes_on and (size <= FEW or not PROSE <= above <= SOME)


def _is_blank(page: Flat, place: int) -> bool:
    """Whether a blank stands behind the line at ``place`` too, as it does on both sides of a link."""
    return place < len(page.breaks) and page.breaks[place].sure and not page.breaks[place].gap


def _follows(page: Flat, place: int) -> bool:
    """Whether a sentence visibly goes on behind the line at ``place``."""
    if place >= len(page.breaks):
        return False
    break_ = page.breaks[place]
    return not break_.gap and break_.goes_on and (break_.closes or page.words[place + 1] > 1)


def _lists(page: Flat, place: int) -> bool:
    """Whether the line at ``place`` is the first of several short ones in small letters: a menu, tags."""
    end = place
    last = min(len(page.lines), place + FEW + 1)
    while end < last and page.words[end] <= FEW and page.lines[end].text[0].islower():
        break_ = page.breaks[end - 1]
        if break_.gap or not break_.goes_on:
            break
        end += 1
    goes_on = end < len(page.lines) and page.breaks[end - 1].goes_on and not page.breaks[end - 1].closes
    return end - place > 1 and not goes_on


def is_labelled(lines: Sequence[Line], breaks: Sequence[Break], place: int) -> bool:
    """Whether the line at ``place`` begins with the blank behind a short label, as no list does."""
    before, line, break_ = lines[place - 1], lines[place], breaks[place - 1]
    if line.gap or line.indent != 1 or before.open or not break_.sure or not (break_.ended or break_.colon):
        return False
    alone = place + 1 == len(lines) or lines[place + 1].gap > 0 or lines[place + 1].indent != 1
    return alone and before.indent == 0 and word_count(before.text) <= LABEL


def word_count(text: str) -> float:
    count = text.count(" ") + 1
    if text.isascii():
        return count
    return count + DENSE * sum(map(_is_spaceless, text[:COUNTED]))


def _is_spaceless(char: str) -> bool:
    return is_unspaced(char) or may_be_cut(char)
