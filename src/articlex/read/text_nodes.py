"""Sentences whose links, emphasis and code stand on lines of their own: which lines belong together.

BeautifulSoup's ``get_text("\\n")`` prints a line for each text node, so ``he told <a>Le Monde</a>, a daily``
takes three. No paragraph begins with a comma, and where the white space of the page is kept a line ends or
begins with the blank that stood before or behind a link: a page that shows this often enough was flattened
so. ``get_text("\\n", strip=True)`` takes blanks and blank lines away and leaves the punctuation alone.

Thresholds were swept on the line breaks of 336 pages of all corpora, flattened in both ways, of which the
HTML says whether they part two blocks. Of the breaks that are taken for inline 94 % are (strip: 89 %); of
the article's paragraphs that are whole when every inline break is known, and not without, 74 % are (strip:
50 %).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.data.bylines import byline_words
from articlex.read.text_lines import Line
from articlex.read.text_scripts import is_unspaced, may_be_cut
from articlex.read.text_wrap import flows
from articlex.regex import regex

OPENING = frozenset("([{«“„‘‚（【「『《〈¿¡")
CLOSING = frozenset(",.;:!?…)]}»”’،؛؟。、，；：！？）】」』》〉।॥%")
ENDS = frozenset(".!?…。！？।॥۔؟։")
COLONS = frozenset(":：")
#: Commas of scripts without capitals, behind which the first letter says nothing.
COMMAS = frozenset("、，،")
#: What may stand behind the end of a sentence.
QUOTES = "\"'”’»“«‘)]}）」』】"
#: What may stand before the first letter of a line.
BRACKETS = "([“„«‘\"'（【「『《〈"
#: How a line begins that cannot be the first one of anything; signs of programs have no blank behind them.
GOING_ON = regex(r"(?:[,.;:!?…،؛؟]|[’']s)(?:\s|$)|[」』）】]?[。、，；：！？।॥]")
#: The same behind the end of a quotation.
QUOTE_END = regex(r"[\"'“”’»«][,.;:!?…](?:\s|$)")
#: Punctuation inside a line, which headlines seldom have.
INNER = regex(r"[,.;!?…،؛؟۔।] \S|[。、，；！？].")
#: A word that is written together with the next one: "l'", "dell'", but not the genitive of "drivers'".
ELIDED = regex(r"(?:^|\W)(?:\w{0,5}[^\W\ds]|s)['’]$")
#: What somebody typed into a shell, whose output is below.
PROMPT = regex(r"(?:[$%#>]|>>>|\.\.\.) \S")

#: Breaks that must show that the page was flattened so, at least one on so many lines, and so many for each
#: break of a wrapped line; a line that begins with a comma counts for one and a half. With 2, 3 and 4 breaks
#: 21, 17 and 15 of 2,016 pages flattened by other programs have lines joined, nearly all of them code, and
#: 6,063, 6,060 and 6,058 paragraphs are whole; with 50, 100 and 200 lines 9, 17 and 24 pages, and stripped
#: 5,634, 5,730 and 5,741 paragraphs.
MIN_SHOWN = 3
CLOSED = 1.5
LINES_PER_BREAK = 100
PER_WRAPPED = 0.1
#: Share of the blocks that may begin or end with a blank where blanks are to say something. Of 0.05, 0.1 and
#: 0.3 the last gives 47 more paragraphs, and five more pages of other programs have lines joined.
MAX_BLANK = 0.1

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


class Break(NamedTuple):
    """The break between two lines.

    ``goes_on`` says that the sentence visibly goes on behind it: with a sign that ``closes``, or a small
    letter. ``blank`` is white space that stood there, ``sure`` if blocks of the page do not begin or end so.
    ``uncased`` is a letter of a script without capitals behind it, ``wrapped`` a line that was.
    """

    gap: int
    goes_on: bool
    closes: bool
    ended: bool
    colon: bool
    flows: bool
    wrapped: bool
    blank: bool
    sure: bool
    uncased: bool


class Signs(NamedTuple):
    """The signs that open and close brackets and quotations on a page."""

    opening: frozenset[str]
    closing: frozenset[str]


class Sentences(NamedTuple):
    """The places of the lines that go on with the sentence of the line above, and how such lines are joined:
    the signs of the page, and whether its white space is ``kept``."""

    going_on: frozenset[int] = frozenset()
    signs: Signs = Signs(OPENING, CLOSING)
    kept: bool = False


class _Flat(NamedTuple):
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


def parted_sentences(lines: Sequence[Line], widths: Sequence[int]) -> Sentences:
    """The sentences of the page whose links and emphasis stand on lines of their own."""
    if _cannot_show(lines):
        return Sentences()
    signs = _signs_of(lines)
    breaks = _line_breaks(lines, widths, signs)
    shown = sum(_shows(break_, *pair) for break_, pair in zip(breaks, pairwise(lines), strict=True))
    labels = _labels_shown(lines, breaks)
    shown += labels
    wrapped = sum(break_.flows for break_ in breaks)
    if shown < max(MIN_SHOWN, len(lines) / LINES_PER_BREAK, PER_WRAPPED * wrapped):
        return Sentences()
    words = [_words(line.text) for line in lines]
    kept = labels >= MIN_SHOWN or any(line.open for line in lines)
    tight = 2 * sum(not break_.gap for break_ in breaks) <= len(breaks)
    found = _joined(_Flat(lines, breaks, words, kept, tight))
    for place in range(len(lines) - 1, 0, -1):
        if place in found and place + 1 not in found and _dangles(lines[place], breaks[place - 1]):
            found.discard(place)
    return Sentences(frozenset(found), signs, kept)


def _cannot_show(lines: Sequence[Line]) -> bool:
    """Whether hardly a line looks as if it were part of a sentence, which is how nearly all pages are."""
    telling = 0
    for line in lines:
        if line.open or line.indent == 1 or line.text[0] in CLOSING:
            telling += 1
            if telling >= MIN_SHOWN / CLOSED:
                return False
    return True


def _signs_of(lines: Sequence[Line]) -> Signs:
    """The signs of the page: “ closes where „ opens, and guillemets may point inwards."""
    text = "\n".join([line.text for line in lines])
    opening, closing = OPENING, CLOSING
    if "„" in text:
        opening, closing = opening - {"“"}, closing | {"“"}
    if -1 < text.find("»") < text.find("«"):
        opening, closing = opening - {"«"} | {"»"}, closing - {"»"} | {"«"}
    return Signs(opening, closing)


def _line_breaks(lines: Sequence[Line], widths: Sequence[int], signs: Signs) -> list[Break]:
    """The breaks between the lines."""
    starts = sum(line.gap > 0 for line in lines[1:])
    led = sum(line.indent == 1 for line in lines[1:] if line.gap) <= MAX_BLANK * starts
    left = sum(line.open for line, following in pairwise(lines) if following.gap) <= MAX_BLANK * starts
    breaks = []
    for (line, following), width in zip(pairwise(lines), widths, strict=False):
        indented = following.indent == 1
        sure = (line.open and left) or (indented and led)
        breaks.append(_break(line, following, width, signs)._replace(blank=line.open or indented, sure=sure))
    return breaks


def _break(line: Line, following: Line, width: int, signs: Signs) -> Break:
    first, last = following.text[0], line.text[-1]
    stem = line.text.rstrip(QUOTES)[-1:]
    letter = following.text.lstrip(BRACKETS)[:1]
    ended, colon = stem in ENDS, stem in COLONS
    closes = first in signs.closing or QUOTE_END.match(following.text) is not None
    if closes:
        goes_on = last not in ENDS and last not in COLONS
    elif last in signs.opening or last in COMMAS or ELIDED.search(line.text):
        goes_on = True
    else:
        goes_on = letter.islower() and not ended and not colon
    return Break(
        gap=following.gap,
        goes_on=goes_on,
        closes=closes,
        ended=ended and not (goes_on and not closes),
        colon=colon,
        flows=flows(line, following, width),
        wrapped=width > 0,
        blank=False,
        sure=False,
        uncased=letter.isalpha() and letter.lower() == letter.upper(),
    )


def _shows(break_: Break, line: Line, following: Line) -> float:
    """What the break says for a page that was flattened so."""
    last, first = line.text[-1], following.text[0]
    if break_.gap or break_.ended or break_.colon or break_.flows:
        return 0
    inside = last.isalnum() or last in QUOTES
    if inside and GOING_ON.match(following.text):
        return CLOSED
    return break_.sure and (inside or last == ",") and first.isalpha() and not first.isupper()


def _labels_shown(lines: Sequence[Line], breaks: Sequence[Break]) -> int:
    """How many labels that come back ("P.", "R.") have a blank behind them that begins the next line."""
    found = [line.text for place, line in enumerate(lines[:-1], 1) if _is_labelled(lines, breaks, place)]
    return sum(times for times in Counter(found).values() if times > 1)


def _is_labelled(lines: Sequence[Line], breaks: Sequence[Break], place: int) -> bool:
    """Whether the line at ``place`` begins with the blank behind a short label, as no list does."""
    before, line, break_ = lines[place - 1], lines[place], breaks[place - 1]
    if line.gap or line.indent != 1 or before.open or not break_.sure or not (break_.ended or break_.colon):
        return False
    alone = place + 1 == len(lines) or lines[place + 1].gap > 0 or lines[place + 1].indent != 1
    return alone and before.indent == 0 and _words(before.text) <= LABEL


def _joined(page: _Flat) -> set[int]:
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


def _words(text: str) -> float:
    count = text.count(" ") + 1
    if text.isascii():
        return count
    return count + DENSE * sum(map(_is_spaceless, text[:COUNTED]))


def _is_spaceless(char: str) -> bool:
    return is_unspaced(char) or may_be_cut(char)


def _joins(page: _Flat, place: int, sentence: _Sentence) -> bool:
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


def _goes_on(page: _Flat, place: int, sentence: _Sentence) -> bool:
    """Whether a line in small letters goes on with the sentence: it is no item of a menu."""
    if page.kept and page.breaks[place - 1].sure:
        return sentence.words > 1
    if sentence.words + page.words[place] < ENOUGH:
        closes = place < len(page.breaks) and page.breaks[place].closes
        if sentence.words < (FEW - 1 if closes else FEW) or not _follows(page, place):
            return False
    return not _lists(page, place)


def _joins_bare(page: _Flat, place: int, sentence: _Sentence) -> bool:
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


def _joins_blank(page: _Flat, place: int, sentence: _Sentence) -> bool:
    """Whether a line goes on with the sentence where only a blank says so.

    Of the breaks in each branch that say yes 80 to 100 % are inline, of those that say no at most 30 %.
    """
    before, line, break_ = page.lines[place - 1], page.lines[place], page.breaks[place - 1]
    above, size = page.words[place - 1], page.words[place]
    if sentence.lines == 1 and _is_labelled(page.lines, page.breaks, place):
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


def _is_blank(page: _Flat, place: int) -> bool:
    """Whether a blank stands behind the line at ``place`` too, as it does on both sides of a link."""
    return place < len(page.breaks) and page.breaks[place].sure and not page.breaks[place].gap


def _follows(page: _Flat, place: int) -> bool:
    """Whether a sentence visibly goes on behind the line at ``place``."""
    if place >= len(page.breaks):
        return False
    break_ = page.breaks[place]
    return not break_.gap and break_.goes_on and (break_.closes or page.words[place + 1] > 1)


def _lists(page: _Flat, place: int) -> bool:
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


def _dangles(line: Line, break_: Break) -> bool:
    """Whether nothing but a small letter or what follows spoke for a line that turned out to be the last one,
    without the end of a sentence: a byline below a headline."""
    if break_.closes or break_.flows or break_.uncased or break_.blank:
        return False
    ends = line.text.rstrip(QUOTES)[-1:]
    return ends not in ENDS and ends not in COLONS and (_words(line.text) <= PROSE or not break_.goes_on)
