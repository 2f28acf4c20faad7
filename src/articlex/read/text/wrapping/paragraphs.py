"""Hard-wrapped paragraphs: the width at which a page was wrapped, and which lines belong together.

A line of a wrapped paragraph ends where it does because the first word of the next line did not fit. So for a
width W: ``columns(line) + 1 + columns(first word of the next line) > W``. Lines of menus and verse, and
paragraphs of one line, do not have this property, so they are not joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from articlex.punctuation import SENTENCE_ENDS, without_tags
from articlex.read.text.angles import is_address
from articlex.read.text.lines import Line, has_leader, width_by
from articlex.read.text.measures import MEASURES
from articlex.read.text.wrapping.pairs import (
    PAUSES,
    Pair,
    ends_in_hiragana,
    is_hyphenated,
    is_inside,
    leads_to_quote,
    needed,
    pair_of,
    runs_on,
)
from articlex.read.text.wrapping.widths import (
    MIN_PAIRS,
    NARROWEST,
    USUAL,
    WIDE,
    WIDEST,
    candidates,
    is_bulleted,
    is_one_phrase,
    widest,
    widths_of,
)
from articlex.regex import regex

#: A line of this share of the width is full.
_LONG = 0.8
#: Most lines for each pair that shows the width, and the smallest share of pairs of full lines that do.
_LINES_PER_PAIR = 80
_MIN_SHARE = 0.6
#: Most breakable lines that are longer than the width, for each pair that shows it.
_MAX_OVERLONG = 0.5
#: On a page without blank lines, for each pair that shows the width: most lines that are longer, and fewest
#: pairs inside a sentence. Of 751 pages with a line for each block, 6 seem to have a width without this,
#: though no pair goes on, and none with it. Of 459 of them wrapped at 60 and 78 columns, 5 seem to have none,
#: and 6 % of the lines that are joined begin a paragraph, as the last line above is full by chance.
_MAX_OVERLONG_UNPARTED = 0.1
_MIN_GOING_ON = 0.2
#: Fewest lines of a paragraph that is wrapped by itself, on a page that is not wrapped as a whole.
_MIN_RUN = 4
#: By how many columns a paragraph with a width of its own must be narrower than its page.
_LEAST_NARROWER = 4
#: Text wrapped by hand keeps less closely to its width: a line of this share is full if the sentence goes on.
LOOSE = 0.8
#: The same in Japanese, if the line ends with a particle. (In Chinese such lines were the choices of a poll.)
_NEARLY = 0.9
#: The same if a word goes on: in print, with its proportional fonts, such a line may have few characters.
_CUT = 0.3
#: Narrower lines than this may be verse: there must be a paragraph of several lines (:func:`_is_prose`).
VERSE = 60
#: The narrowest width shown by few pairs: programs wrap at 72 to 80 columns, and some leave a margin.
NARROWEST_SHORT = 66
#: Columns of the widest bullet or number, with the spaces behind it.
_DEEPEST_SIGN = 5
#: How many columns too wide a line may be: programs count combining marks differently.
_TOLERANCE = 2

#: If two measures explain equally many lines, the second must leave so much less of the width free.
_CLOSER = 0.02

#: Largest share of lines that end with a pause: more of them are verse, or sentences on lines of their own.
_MAX_PAUSES = 0.6

#: What a soft hyphen at the end of a line has become (:mod:`articlex.read.text.lines`).
SOFT_HYPHEN = "\u2010"

#: A row of columns, which shows nothing of the width.
_SPACED_OUT = regex(r"\S[ \t\xa0]{2,}\S.*\S[ \t\xa0]{2,}\S|\S[ \t\xa0]{4,}\S")
#: Brackets that open, those that close, and the first of either kind in a line.
_OPENING, _CLOSING, _CLOSED = "(（", ")）", regex("[()（）]")
#: White space that is too wide even for justified text. (A field of a form ends with "]".)
_FAR_APART = regex(r"\S[ \t\xa0]{16,}[^\W_]")


class Wrap(NamedTuple):
    """The ``width`` of a wrapped page, how many pairs have ``shown`` it, and how many lines are longer."""

    shown: int
    overlong: int
    width: int


_NOT_WRAPPED = Wrap(0, 0, 0)


def flows(line: Line, following: Line, width: int) -> bool:
    """Whether ``line`` ends where it does because ``following`` did not fit into ``width`` columns."""
    if line.text[-1] == SOFT_HYPHEN and not following.gap and following.text[0].islower():
        return True
    if following.gap or not width or (line.width > width + _TOLERANCE and not _is_unbreakable(line)):
        return False
    shows = (
        needed(line, following) > width
        or (line.width >= LOOSE * width and runs_on(line, following))
        or (line.text[-1] == "-" and line.width >= _CUT * width and is_hyphenated(line, following))
    )
    if not shows and line.width >= _NEARLY * width:
        shows = ends_in_hiragana(line.text)
    if not shows and leads_to_quote(line.text, following.text):
        shows = line.width >= LOOSE * width
    if not shows and not _closes_bracket(line.text, following.text):
        return False
    return not (_is_far_apart(line) or _is_far_apart(following) or has_leader(line.text))


def _closes_bracket(text: str, following: str) -> bool:
    """Whether a bracket that a line has opened is closed in the next one. Lynx breaks Chinese lines at the
    blanks between the names of reporters, "（记者 王小明" above "李华）昨日", and then anywhere."""
    if max(map(text.rfind, _OPENING)) <= max(map(text.rfind, _CLOSING)):
        return False
    closed = _CLOSED.search(following)
    return closed is not None and closed[0] in _CLOSING


def _is_far_apart(line: Line) -> bool:
    """Whether a line has two parts far apart: a name on the left, a date on the right, as in a memo."""
    spaced = len(line.raw.lstrip()) > len(line.text) and _FAR_APART.search(line.raw) is not None
    return spaced and not is_bulleted(line)


def _is_unbreakable(line: Line) -> bool:
    """Whether ``line`` cannot be broken: it is one phrase, or an address in angle brackets."""
    return is_one_phrase(line) or is_address(line.text)


def _shows(pair: Pair, width: int) -> bool:
    return pair.needed > width or (pair.runs_on and pair.width >= LOOSE * width)


def fitted(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` measured as the program that wrapped the page has measured them."""
    # Measures differ only on marks and wide characters, of which most pages have none.
    least = _LONG * NARROWEST
    telling = [
        line for line in lines if line.width >= least and line.width - line.indent != len(line.raw.lstrip())
    ]
    if len(telling) < MIN_PAIRS:
        return lines
    best = lines
    strongest: tuple[int, bool, float] | None = None
    for measure in MEASURES[1:]:
        widths = [line.width if line.text.isascii() else width_by(line, measure) for line in lines]
        if sum(width != line.width for width, line in zip(widths, lines, strict=True)) >= MIN_PAIRS:
            others = [
                line if line.text.isascii() else line._replace(width=width, measure=measure)
                for width, line in zip(widths, lines, strict=True)
            ]
            strongest = strongest or _strength(lines)
            strength = _strength(others)
            closer = strength[:2] == strongest[:2] and strength[2] < strongest[2] - _CLOSER
            if strength[:2] > strongest[:2] or closer:
                best, strongest = others, strength
    return best


def _strength(lines: Sequence[Line]) -> tuple[int, bool, float]:
    """How well the page's width explains its lines: how many pairs show it, whether it is a usual one, and
    the share of the width that those pairs leave free."""
    wrap = _wrap(lines)
    if not wrap.width:
        return 0, False, 1.0
    free = [
        wrap.width - pair.width
        for pair in _telling_pairs(lines)
        if pair.width <= wrap.width and _shows(pair, wrap.width)
    ]
    if not free:
        return 0, False, 1.0
    return len(free), wrap.width <= USUAL, sum(free) / (len(free) * wrap.width)


def wrap_widths(lines: Sequence[Line], narrowest: int) -> list[int]:
    """For each line the width at which its paragraph is wrapped, ``narrowest`` or wider; 0 if it is not."""
    page = page_width(lines, narrowest)
    widths = [0] * len(lines)
    if page:
        widths = [page if line.width <= page + _TOLERANCE or _is_unbreakable(line) else 0 for line in lines]
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].gap or lines[end].indent != lines[end - 1].indent:
            local = _run_width(lines[start:end], narrowest) if end - start >= _MIN_RUN else 0
            is_narrower = local < page - _LEAST_NARROWER
            if local and (not page or (is_narrower and not _all_flow(lines[start:end], page))):
                widths[start:end] = [local] * (end - start)
            start = end
    return widths


def page_width(lines: Sequence[Line], narrowest: int = NARROWEST) -> int:
    """The width at which the page as a whole is wrapped, 0 if it is not."""
    return _wrap(lines, narrowest).width


def _wrap(lines: Sequence[Line], narrowest: int = NARROWEST) -> Wrap:
    """The width that most pairs of lines show."""
    widths = widths_of(lines)
    possible = candidates(widths, narrowest)
    pairs = _telling_pairs(lines, narrowest) if possible else []
    parted = any(line.gap for line in islice(lines, 1, None))
    wraps = (_evidence(pairs, width, longer, parted) for width, longer in possible)
    shown = (wrap for wrap in wraps if wrap.width <= WIDE or _goes_on(lines, wrap))
    best = max(shown, key=lambda wrap: (wrap.shown, wrap.width), default=_NOT_WRAPPED)
    is_column = narrowest < NARROWEST
    if not parted:
        # A narrow column without blank lines has teasers below each other.
        shows = not is_column and _goes_on(lines, best) and _is_prose(lines, best.width)
        return best if shows else _NOT_WRAPPED
    if best.width and best.shown * _LINES_PER_PAIR >= len(lines) and _is_prose(lines, best.width):
        return best
    return _NOT_WRAPPED if is_column else _short(lines, widest(widths))


def _goes_on(lines: Sequence[Line], wrap: Wrap) -> bool:
    """Whether a page without blank lines is wrapped: sentences go on from line to line, and hardly any line
    is longer. Where each line is a block many are, and lines of one width are labels below each other."""
    going = 0
    for line, following in pairwise(lines):
        if _LONG * wrap.width <= line.width and _is_telling(line, following, NARROWEST):
            going += flows(line, following, wrap.width) and is_inside(line, following)
    return wrap.overlong <= _MAX_OVERLONG_UNPARTED * wrap.shown and going >= _MIN_GOING_ON * wrap.shown > 0


def _is_prose(lines: Sequence[Line], width: int) -> bool:
    """Whether lines of a width that verse and menus have too make a paragraph somewhere: of four lines, or of
    three if their sentence goes on. In scripts without capitals the third line must end a sentence, and the
    others must not end with a pause."""
    if width >= VERSE:
        return True
    chain = going = inside = 1
    for line, following in pairwise(lines):
        if flows(line, following, width) and line.indent == following.indent:
            pair = pair_of(line, following)
            chain, going = chain + 1, going + pair.runs_on
            inside += pair.uncased and not pair.pauses
        else:
            chain = going = inside = 1
        if chain >= _MIN_RUN or going == _MIN_RUN - 1:
            return True
        if inside == chain == _MIN_RUN - 1 and following.text[-1] in SENTENCE_ENDS:
            return True
    return False


def short_width(lines: Sequence[Line]) -> int:
    """The width of ``lines``, which are too few to show it as a page does; 0 if they are not wrapped."""
    return _short(lines, widest(widths_of(lines))).width


def _short(lines: Sequence[Line], width: int) -> Wrap:
    """The wrap of a page with few wrapped lines, whose longest line has ``width`` columns. One pair is enough
    if none is against it, a sentence goes on as far as the script shows, and a pause ends the paragraph."""
    if not NARROWEST_SHORT <= width <= USUAL:
        return _NOT_WRAPPED
    shown = going = 0
    for line, following in pairwise(lines):
        going = 0 if following.gap else going
        if _is_telling(line, following, NARROWEST) or _hangs(line, following):
            pair = pair_of(line, following)
            if _LONG * width <= pair.width <= width:
                if not _shows(pair, width):
                    return _NOT_WRAPPED
                going += pair.may_run_on
        if going and without_tags(following.text)[-1] in PAUSES:
            shown, going = shown + going, 0
    return Wrap(shown, 0, width) if shown * _LINES_PER_PAIR >= len(lines) else _NOT_WRAPPED


def _hangs(line: Line, following: Line) -> bool:
    """Whether the second line continues a list item, indented to its text."""
    deeper = following.indent - line.indent
    return not following.gap and 1 < deeper <= _DEEPEST_SIGN and is_bulleted(line)


def _is_spaced_out(line: Line) -> bool:
    """Whether a line is a row of columns."""
    return len(line.raw.lstrip()) > len(line.text) and _SPACED_OUT.search(line.raw) is not None


def _telling_pairs(lines: Sequence[Line], narrowest: int = NARROWEST) -> list[Pair]:
    least = _LONG * narrowest
    return [
        pair_of(line, following)
        for line, following in pairwise(lines)
        if line.width >= least and _is_telling(line, following, narrowest)
    ]


def _is_telling(line: Line, following: Line, narrowest: int) -> bool:
    """Whether the break between two lines may be one of wrapping, so that it may show the width."""
    return (
        not following.gap
        and _LONG * narrowest <= line.width <= WIDEST
        and line.indent == following.indent
        and not is_bulleted(following)
        and not _is_spaced_out(line)
    )


def _evidence(pairs: Sequence[Pair], width: int, overlong: int, parted: bool) -> Wrap:
    """The evidence of ``pairs`` for a page wrapped at ``width``; ``_NOT_WRAPPED`` if it is too weak. Unless
    paragraphs are ``parted`` by blank lines, a pair may be the last line of one and the first of the next,
    and one with a pause between does not count against the width."""
    possible = [pair for pair in pairs if _LONG * width <= pair.width <= width]
    if not parted:
        possible = [pair for pair in possible if not pair.pauses or _shows(pair, width)]
    shown = sum(_shows(pair, width) for pair in possible)
    if shown < MIN_PAIRS or shown < _MIN_SHARE * len(possible) or overlong > _MAX_OVERLONG * shown:
        return _NOT_WRAPPED
    # Chinese lines that all end at the very edge are no verse.
    pauses = sum(
        pair.pauses and not (pair.unspaced and pair.width >= width - _TOLERANCE) for pair in possible
    )
    return Wrap(shown, overlong, width) if pauses <= _MAX_PAUSES * len(possible) else _NOT_WRAPPED


def _run_width(run: Sequence[Line], narrowest: int) -> int:
    """The width of a run of lines without blank lines, if it is one wrapped paragraph by itself; else 0."""
    width = max(line.width for line in run)
    if not narrowest <= width <= WIDE:
        return 0
    if not _all_flow(run, width) or any(map(_is_spaced_out, run)):
        return 0
    return width if sum(line.text[-1] in PAUSES for line in run) <= _MAX_PAUSES * len(run) else 0


def _all_flow(run: Sequence[Line], width: int) -> bool:
    return all(flows(line, following, width) for line, following in pairwise(run))
