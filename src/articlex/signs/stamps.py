"""Runs of dated items: teasers of other stories, each with its time, and readers' comments.

"Today, 9:24" under a headline and its lead, "14:37" before a headline, "(08/12 - 14:16)" behind one: a line
that says when, again and again at short intervals, is no line of an article. No word list is needed: a stamp
is a clock or a date in numbers with next to nothing around it. Pages that are nothing but such items (forums,
live blogs, lists) have no longer text beside them, and there no run is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import partial
from itertools import pairwise
from re import Match
from typing import NamedTuple

from articlex.character_classes import with_ascii_digits
from articlex.memoize import memoized
from articlex.page import Block
from articlex.punctuation import has_colon
from articlex.regex import NUMBER, WORD, regex
from articlex.signs.prose import STOPS

#: Characters of a line that is a stamp, and of a dated headline.
_MAX_STAMP, _MAX_TITLE = 48, 160
#: Words of a stamp beside its numbers, at most: the name of a month, "today", "o'clock", a name.
_MAX_WORDS = 5
#: How far apart the stamps of a run may be, in blocks and in bytes of text between them.
_MAX_APART, _MAX_BETWEEN = 5, 900
#: Stamps that make a run.
_MIN_STAMPS = 4
#: Bytes of the text beside the runs, and how many times those of the longest item, at least. Swept on raw
#: page text: with 4 times 12,338 words of `multilingual` are marked, 1.3 % of them gold (with 2 times
#: 13,694), and 15,524 of five other corpora, 6.8 % gold, nearly all on lists (with 2 times 16,486 and 10 %).
_MIN_TEXT, _TIMES_ITEM = 600, 4.0
#: A page with more runs of one format than this is itself a list.
_MAX_RUNS = 3
#: The last stamp of a run that ends so few blocks above the text is the date of the article.
_HEAD_BLOCKS = 6

#: A digit with none before it. Patterns begin with the digit, so that a search skips from one to the next: a
#: quarter of the time.
_FIRST = r"\d(?<!\d\d)"
_CLOCK = rf"{_FIRST}(?:(?<=[01])\d|(?<=2)[0-3])?[:：][0-5]\d(?::[0-5]\d)?(?!\d)"
#: What follows the first digit of a day in figures, and of one with words or signs for its parts.
_DAY_REST = r"(?:\d{3}|\d?)([./-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)"
_SAID_REST = r"\d?(?!\d)\D{2,16}(?:19|20)\d\d(?!\d)|\d?\s*[月월]\s*\d{1,2}\s*[日일]"
_DAY = _FIRST + _DAY_REST
_HAS_CLOCK = regex(_CLOCK)
_IS_CLOCK = regex(rf"\W*{_CLOCK}\W*")
_HAS_DATE = regex(f"{_FIRST}(?:{_DAY_REST}|{_SAID_REST})")
_BEGINS_WITH_CLOCK = regex(rf"\W{{0,2}}({_CLOCK})\W{{0,3}}\s")
_ENDS_WITH_DATE = regex(
    rf"\s[(\[]?(?:{_DAY}(?:\s*[-–,|]?\s*{_CLOCK})?|\d{{1,2}}[./-]\d{{1,2}}\s*[-–,|]?\s*{_CLOCK})[)\]]?$"
)
#: Size of the cache of texts with stamps: several stages and signs ask about the same blocks.
_REMEMBERED = 512


class Dated(Enum):
    """What the items of a run are."""

    TEASERS = "teasers"
    COMMENTS = "comments"


class DatedRun(NamedTuple):
    """A run of dated items: blocks ``first`` to ``last`` (included)."""

    kind: Dated
    first: int
    last: int


class _Stamp(NamedTuple):
    block: int
    #: The clock alone: minutes since midnight; -1 with a date or words beside it.
    minutes: int
    #: The format of its date and clock: the lengths of the numbers and the signs between them.
    format: str
    #: Whether the block is nothing but the stamp.
    alone: bool = True


def dated_runs(blocks: Sequence[Block], sizes: Sequence[int], with_digits: Sequence[int]) -> list[DatedRun]:
    """The runs of dated items around the text of a page.

    ``sizes`` has the bytes of running text by block, ``with_digits`` are the blocks that may hold a figure.
    """
    stamps = [stamp for index in with_digits if (stamp := _stamp(blocks[index]))]
    candidates = _candidates(blocks, stamps)
    if not candidates:
        return []
    first, last, text = _text(sizes, candidates)
    if text < _MIN_TEXT:
        return []
    # What stands at the text in the same format makes the text one of the items, as in a forum.
    head = {stamp.format for stamp in stamps if first - _HEAD_BLOCKS <= stamp.block <= last}
    foot = {stamp.format for stamp in stamps if first <= stamp.block <= last + _HEAD_BLOCKS}
    times = Counter(map(_usual_format, candidates))
    found = []
    for run in map(partial(_without_own_date, first=first, last=last), candidates):
        is_below, usual = run[0].block > last, _usual_format(run)
        is_beside = is_below or run[-1].block < first
        if not is_beside or usual in (head if is_below else foot) or times[usual] > _MAX_RUNS:
            continue
        longest = max(sum(sizes[a.block : b.block]) for a, b in pairwise(run))
        kind = _kind(blocks, sizes, run, is_below) if text >= _TIMES_ITEM * longest else None
        if kind is Dated.TEASERS or (kind and times[usual] == 1):
            found.append(DatedRun(kind, run[0].block, run[-1].block))
    return found


@memoized(_REMEMBERED)
def holds_stamp(text: str) -> bool:
    """Whether a text holds a clock or a date in numbers."""
    text = with_ascii_digits(text)
    if has_colon(text) and _HAS_CLOCK.search(text):
        return True
    return _may_hold_date(text) and _HAS_DATE.search(text) is not None


def _may_hold_day(text: str) -> bool:
    """Whether a text has two of the signs that part the numbers of a day: most texts have not, and counting
    takes a tenth of the time of the pattern."""
    return text.count(".") > 1 or text.count("-") > 1 or text.count("/") > 1


def _may_hold_date(text: str) -> bool:
    """Whether a text has any of what each match of the pattern for dates has."""
    return _may_hold_day(text) or "20" in text or "19" in text or "月" in text or "월" in text


def _stamp(block: Block) -> _Stamp | None:
    """The block as a stamp: a time or a day with a word or two, or a title with one at either end."""
    text = block.text
    if len(text) > _MAX_TITLE or len(text) < 4:
        return None
    text = with_ascii_digits(text)
    is_short = len(text) <= _MAX_STAMP  # (To look for a figure first would take longer than it saves.)
    clock = _HAS_CLOCK.search(text) if has_colon(text) else None
    date = _HAS_DATE.search(text) if is_short and _may_hold_date(text) else None
    if is_short and (clock or date) and len(WORD.findall(text)) <= _MAX_WORDS:
        if closes_reference(text):
            return None
        minutes = _minutes(text) if _IS_CLOCK.fullmatch(text) else -1
        beside = "" if date or minutes >= 0 else "a"
        return _Stamp(block.index, minutes, beside + _format(date) + _format(clock))
    if clock and (begins := _BEGINS_WITH_CLOCK.match(text)):
        return _Stamp(block.index, _minutes(begins[1]), _format(clock), False)
    is_dated = text[-1] in ")]0123456789" and (clock or _may_hold_day(text))
    if is_dated and (ends := _ENDS_WITH_DATE.search(text)):
        return _Stamp(block.index, -1, _format(ends), False)
    return None


def _format(match: Match[str] | None) -> str:
    """The format of a date or clock: "00.00.0000" for "6.5.2014", "00 a 0000" for "6 May 2014"."""
    if match is None:
        return ""
    numbers = NUMBER.sub(lambda number: "0000" if len(number[0]) > 2 else "00", match[0])
    return WORD.sub("a", numbers)


def _usual_format(run: list[_Stamp]) -> str:
    return Counter(stamp.format for stamp in run).most_common(1)[0][0]


def _minutes(text: str) -> int:
    hours, minutes, *_ = map(int, NUMBER.findall(text))
    return 60 * hours + minutes


def _candidates(blocks: Sequence[Block], stamps: list[_Stamp]) -> list[list[_Stamp]]:
    """Runs of stamps that are near each other."""
    runs: list[list[_Stamp]] = []
    for stamp in stamps:
        if runs and _is_near(blocks, runs[-1][-1].block, stamp.block):
            runs[-1].append(stamp)
        else:
            runs.append([stamp])
    return [run for run in runs if len(run) >= _MIN_STAMPS]


def _is_near(blocks: Sequence[Block], before: int, index: int) -> bool:
    if index - before > _MAX_APART:
        return False
    return sum(len(block.text.encode()) for block in blocks[before + 1 : index]) <= _MAX_BETWEEN


def _text(sizes: Sequence[int], candidates: list[list[_Stamp]]) -> tuple[int, int, int]:
    """First block, last block and bytes of the largest stretch of running text between two runs."""
    best = (len(sizes), -1, 0)
    start = 0
    for end, after in [*((run[0].block, run[-1].block + 1) for run in candidates), (len(sizes), 0)]:
        total = sum(sizes[start:end])
        if total > best[2]:
            text = [index for index in range(start, end) if sizes[index]]
            best = (text[0], text[-1], total)
        start = after
    return best


def _without_own_date(run: list[_Stamp], first: int, last: int) -> list[_Stamp]:
    """The run without the date of the article itself, just above or just below its text."""
    if 0 < first - run[-1].block <= _HEAD_BLOCKS and run[-1].alone:
        return run[:-1]
    return run[1:] if run[0].block == last + 1 and run[0].alone else run


def _kind(blocks: Sequence[Block], sizes: Sequence[int], run: list[_Stamp], below: bool) -> Dated | None:
    """What the items of a run are; None if they may as well be parts of the article."""
    items = [range(a.block + 1, b.block) for a, b in pairwise(run)]
    are_told = 2 * sum(any(sizes[index] for index in item) for item in items) >= len(items)
    clocks = [stamp.minutes for stamp in run if stamp.minutes >= 0]
    if 2 * len(clocks) > len(run):
        # Clocks that run forwards are a programme, clocks with running text a live blog.
        falling = sum(a > b for a, b in pairwise(clocks))
        return Dated.TEASERS if not are_told and 2 * falling >= len(clocks) else None
    if not below or not are_told:
        return Dated.TEASERS
    named = sum(any(_is_name(blocks[index]) for index in item) for item in items)
    several = sum(len(item) > 1 for item in items)
    return Dated.COMMENTS if 2 * max(named, several) >= len(items) else None


def _is_name(block: Block) -> bool:
    return 0 < len(block.text) <= _MAX_STAMP and block.text.count(" ") < _MAX_WORDS


def closes_reference(text: str) -> bool:
    """Whether a short text with a day is the end of a reference: "Retrieved 6 May 2014."."""
    return text[-1] in STOPS and not text[0].isdecimal()
