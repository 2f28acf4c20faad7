"""Which lines continue the sentence of the line above, on a page with a line for each text node.

Thresholds were swept like those of :mod:`articlex.read.text.parted.parted_sentences`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlex.data.bylines import byline_words
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.parted.breaks import BRACKETS, COMMAS, LONGEST_NOTE, NOTES, Break
from articlex.read.text.scripts import dense_characters, words_in_line
from articlex.regex import regex

#: Punctuation inside a line, which headlines seldom have.
INNER = regex(r"[,.;!?…،؛؟۔।] \S|[。、，；！？].")
#: A command at a prompt, with its output below.
PROMPT = regex(r"(?:[$%#>]|>>>|\.\.\.) \S")

#: Fewest words from which a sentence may go on: with 3, 4 and 6 precision is 0.950, 0.954 and 0.958, and
#: 6,071, 6,060 and 6,033 paragraphs are whole.
PROSE = 4
#: Fewest words of a sentence and the line that continues it; most of a link, and of less than a sentence.
ENOUGH = 6
FEW = 3
SOME = 8
#: Most words of a label. If labels are joined, 94,800 blocks of 385 pages, flattened with their spaces, are
#: the same as in HTML, otherwise 94,608.
LABEL = 2


class Flat(NamedTuple):
    """A page with a line for each text node, its breaks, and the words of each line. ``kept`` says whether
    its white space is kept, ``tight`` that half of the breaks or more are blank lines."""

    lines: Sequence[Line]
    breaks: Sequence[Break]
    words: Sequence[float]
    kept: bool
    tight: bool


class _Sentence(NamedTuple):
    """The lines joined so far: how many, their words, whether there is punctuation inside, the first line."""

    lines: int
    words: float
    inner: bool
    first: Line

    @property
    def is_long(self) -> bool:
        """Whether it is more than a label."""
        return self.words >= PROSE


class _Seam(NamedTuple):
    """A place where a line may continue the ``sentence`` of the line ``before`` it.

    ``above`` and ``size`` are the words of the line before and of the line; ``follows`` says that the
    sentence visibly goes on behind the line.
    """

    page: Flat
    place: int
    sentence: _Sentence
    before: Line
    line: Line
    break_: Break
    above: float
    size: float
    follows: bool


def joined_lines(page: Flat) -> set[int]:
    """The places of the lines that continue the sentence of the line above."""
    times = Counter(line.text for line in page.lines)
    found: set[int] = set()
    sentence = _alone(page, 0)
    for place in range(1, len(page.lines)):
        alone = _alone(page, place)
        if _is_parted(page, page.breaks[place - 1]):
            sentence = alone
            continue
        before, line = page.lines[place - 1 : place + 1]
        above, size = page.words[place - 1 : place + 1]
        break_, follows = page.breaks[place - 1], _follows(page, place)
        seam = _Seam(page, place, sentence, before, line, break_, above, size, follows)
        if (sentence.lines == 1 and _is_apart(seam, times)) or not _joins(seam):
            sentence = alone
            continue
        found.add(place)
        inner = sentence.inner or alone.inner or seam.before.text[-1] in COMMAS
        sentence = _Sentence(sentence.lines + 1, sentence.words + alone.words, inner, sentence.first)
    return found


def _is_parted(page: Flat, break_: Break) -> bool:
    """Whether a break surely ends a sentence: at blank lines, unless it is a single one, white space is kept,
    and the next line goes on in small letters."""
    return break_.gap > 0 and not (page.kept and break_.gap == 1 and break_.goes_on and not break_.closes)


def _alone(page: Flat, place: int) -> _Sentence:
    line = page.lines[place]
    return _Sentence(1, page.words[place], bool(INNER.search(line.text)), line)


def _is_apart(seam: _Seam, times: Mapping[str, int]) -> bool:
    """Whether the line before is a headline or a label of a byline, or the line is such a label: then nothing
    is joined, whatever else speaks for it."""
    labels = byline_words().labels
    before, line, top = seam.before.text, seam.line.text, seam.page.lines[0].text
    if before.casefold().strip(" :：") in labels:
        return True
    if seam.page.kept and seam.break_.sure:
        return False
    if seam.above >= PROSE and (times[before] > 1 or (seam.place > 1 and top.startswith(before))):
        return True  # a headline is repeated, or begins the first line, the title with the name of the site
    return not seam.break_.closes and seam.size < FEW and line.casefold().strip(" :：") in labels


def _joins(seam: _Seam) -> bool:
    """Whether the line continues the sentence."""
    page, sentence, break_ = seam.page, seam.sentence, seam.break_
    before, line = seam.before, seam.line
    if before.text == line.text or line.raw[0] == "\u3000" or PROMPT.match(sentence.first.text):
        return False
    if break_.gap:
        return sentence.is_long and (seam.size > 1 or seam.follows)
    if break_.flows:
        return sentence.is_long and before.indent == line.indent
    if break_.goes_on:
        return break_.closes or _goes_on(seam)
    if not page.kept:
        return _joins_stripped(seam)
    if break_.blank:
        return _joins_blank(seam)
    if line.indent > 1 and (line.text[0].isalnum() or line.text[0] in BRACKETS):
        return _joins_indented(seam)
    return _joins_spaceless(seam)


def _goes_on(seam: _Seam) -> bool:
    """Whether a line in small letters continues the sentence, and is no item of a menu."""
    page, place, sentence = seam.page, seam.place, seam.sentence
    if page.kept and seam.break_.sure:
        # A single word must go on over the link to a sentence ("The", "old tower", " was"); a stroke alone
        # separates two links.
        return sentence.words > 1 or (seam.follows and any(map(str.isalnum, sentence.first.text)))
    if sentence.words + seam.size < ENOUGH:
        closes = place < len(page.breaks) and page.breaks[place].closes
        if sentence.words < (FEW - 1 if closes else FEW) or not seam.follows:
            return False
    return not _lists(page, place)


def _joins_stripped(seam: _Seam) -> bool:
    """Whether a line that does not begin with a small letter goes on, on a page without its white space."""
    sentence, line, break_ = seam.sentence, seam.line, seam.break_
    if break_.ended or not sentence.is_long:
        return False
    if break_.colon:
        return line.text[0].islower() and (seam.follows or line.text[-1] in SENTENCE_ENDS)
    return seam.follows or (break_.uncased and sentence.inner)


def _joins_indented(seam: _Seam) -> bool:
    """Whether an indented line goes on: all lines of one text node but its first are indented as in the
    source."""
    sentence, break_ = seam.sentence, seam.break_
    if not sentence.is_long or seam.size < FEW:
        return False
    return break_.wrapped or sentence.first.indent <= 1 if break_.ended else not break_.colon


def _joins_spaceless(seam: _Seam) -> bool:
    """Whether a line goes on without a space before it, in a script without spaces between words."""
    sentence, break_ = seam.sentence, seam.break_
    if break_.ended or break_.colon or not break_.uncased:
        return False
    if not dense_characters(seam.before.text[-1] + seam.line.text[0]):
        return False
    if sentence.first.raw[0] == "\u3000" or sentence.inner or sentence.lines > 1:
        return True
    return sentence.is_long and (seam.follows or seam.page.tight)


def _joins_blank(seam: _Seam) -> bool:
    """Whether a line goes on if only a space speaks for it.

    In each branch, and in those of the functions below, 80 to 100 % of the breaks that are joined are inline,
    and at most 30 % of the others.
    """
    page, sentence, break_ = seam.page, seam.sentence, seam.break_
    if sentence.lines == 1 and is_labelled(page.lines, page.breaks, seam.place):
        return True
    if seam.follows:
        return sentence.is_long or not break_.ended
    if break_.sure and NOTES.search(seam.before.text[-LONGEST_NOTE:]):
        return sentence.is_long  # the footnote marker was inside the text
    if not break_.sure:
        return not break_.ended and seam.before.open and seam.above >= PROSE and seam.size <= FEW
    if break_.colon and sentence.lines == 1 and seam.above <= PROSE:  # a label and its value
        return seam.size <= SOME and seam.line.text[-1] not in COLONS
    if break_.ended:
        return sentence.is_long and (seam.size <= FEW or (not seam.before.open and seam.above <= SOME))
    return _joins_inside(seam)


def _joins_inside(seam: _Seam) -> bool:
    """Whether a line goes on behind a sure space that is not at the end of a sentence or of a label."""
    before, line = seam.before, seam.line
    linked = before.open and seam.size <= FEW and _is_blank(seam.page, seam.place)
    goes_on = seam.sentence.is_long or seam.sentence.lines > 1 or linked
    if not line.text[0].isupper():
        return goes_on and (before.open or not line.text.isdigit())
    if not before.open:
        return seam.size > SOME
    return goes_on and (seam.size <= FEW or not PROSE <= seam.above <= SOME)


def _is_blank(page: Flat, place: int) -> bool:
    """Whether there is a sure space behind the line at ``place``, too, as on both sides of a link."""
    return place < len(page.breaks) and page.breaks[place].sure and not page.breaks[place].gap


def _follows(page: Flat, place: int) -> bool:
    """Whether a sentence visibly goes on behind the line at ``place``."""
    if place >= len(page.breaks):
        return False
    break_ = page.breaks[place]
    return not break_.gap and break_.goes_on and (break_.closes or page.words[place + 1] > 1)


def _lists(page: Flat, place: int) -> bool:
    """Whether the line at ``place`` is the first of several short ones in small letters, a menu or tags."""
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
    """Whether the line at ``place`` begins with the space behind a short label, as no list does."""
    before, line, break_ = lines[place - 1], lines[place], breaks[place - 1]
    if line.gap or line.indent != 1 or before.open or not break_.sure or not (break_.ended or break_.colon):
        return False
    alone = breaks_at(lines, place + 1) or lines[place + 1].indent != 1
    return alone and before.indent == 0 and words_in_line(before.text) <= LABEL
