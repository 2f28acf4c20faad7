"""Who began a thread of raw page text, where another line confirms a name around the day of the first post:
the line with that day, one on a change of the post or of a quotation of it, or the head of another post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articlex.data.bylines import byline_words
from articlex.data.labels import meaning_of
from articlex.dates import find_dates
from articlex.dates.lexicon import is_date_word
from articlex.dates.value import DateValue
from articlex.page import Block, Page, Role
from articlex.punctuation import COMMAS, has_colon
from articlex.regex import LETTER
from articlex.signs import headline_block, signs_of
from articlex.signs.stamps import holds_stamp

_TITLE = Role.TITLE  # see articlex.page

#: Lines above and below the day of a post among which the name may stand, and characters of the longest name.
_ABOVE, _BELOW, _LONGEST = 20, 5, 40
#: The share of the posts whose line with the day ends with a name before it, at least.
_SHARE = 0.5
#: Lines from that of a portrait down to the name, at most, and characters of the longest note on a change or
#: line that leads to a quotation.
_FACES, _LONGEST_NOTE = 2, 160
#: Between the text of a link and its address, as html2text prints them.
_LINK = "]("
#: What stands around a name in the line of the day.
_AROUND_NAME = " »›·•|,:-–—"


@dataclass(frozen=True, slots=True)
class Alone:
    """A line that may be a name and nothing else, and the block that it is."""

    text: str
    index: int


def confirmed_opener(page: Page, days: Sequence[int]) -> Alone | None:
    """Whoever began the thread whose posts are dated by the lines ``days``, if a line confirms the name."""
    starts = [_first_title(page), *days]
    around = [_alone(page, day, above) for day, above in zip(days, starts, strict=False)]
    if not around[0]:
        return None
    return (
        _in_lines_of_days(page, days, around)
        or _in_note(page, days, around[0])
        or _posting_again(page, days, around)
    )


def _first_title(page: Page) -> int:
    """The first block that prints the headline: a board prints it above the thread and in the first post."""
    title = headline_block(page)
    return next((index for index in range(title) if page.role(index) is _TITLE), title)


def _alone(page: Page, day: int, above: int) -> list[Alone]:
    """The lines around the day of a post that may be a name, in the order of the page; ``above`` is the day
    of the post before, or the headline."""
    start, end = max(day - _ABOVE, above + 1), min(day + _BELOW + 1, len(page.blocks))
    return [
        Alone(block.text, block.index)
        for block in page.blocks[start:end]
        if block.index != day and _may_be_name(block.text) and not _shows_next(page, block)
    ]


def _shows_next(page: Page, block: Block) -> bool:
    """Whether a line stands for the portrait of whoever one right below it names: "ann_e's icon", "ann_e"."""
    below = page.blocks[block.index + 1 : block.index + 1 + _FACES]
    return any(1 < len(name.text) < len(block.text) and name.text in block.text for name in below)


def _may_be_name(text: str) -> bool:
    """Whether a line is short, has a letter, and is no label, button in brackets or sentence."""
    if not 1 < len(text) <= _LONGEST or has_colon(text) or LETTER.search(text) is None:
        return False
    if text[0] in "[【" or not COMMAS.isdisjoint(text):
        return False
    return text.casefold() not in byline_words().ordinary and not meaning_of(text)


def _in_lines_of_days(page: Page, days: Sequence[int], around: Sequence[Sequence[Alone]]) -> Alone | None:
    """The line that stands again right before the day of the first post, if one does in most posts: "Post by
    ann_e » 6 May 2024, 10:12" where "ann_e" stands above."""
    before = [_before_day(page.blocks[day].text) for day in days]
    found = [
        max((one for one in each if text.endswith(one.text)), key=lambda one: len(one.text), default=None)
        for text, each in zip(before, around, strict=True)
    ]
    named = [one.text for one in found if one]
    is_column = len(named) >= _SHARE * len(days) and len(set(named)) > 1
    return found[0] if is_column else None


def _before_day(text: str) -> str:
    """What stands before the day in a line, without the day of the week."""
    found = next(iter(find_dates(text)), None)
    words = text[: found.start].split() if found else []
    while words and is_date_word(words[-1].strip(_AROUND_NAME)):
        words.pop()
    return " ".join(words).rstrip(_AROUND_NAME)


def _in_note(page: Page, days: Sequence[int], around: Sequence[Alone]) -> Alone | None:
    """The line above the first day that the note on a change of the post, or of a quotation of it by its very
    day and time, names: "Last edited by ann_e on 7 May 2024, 8:01", "ann_e wrote on 6 May 2024, 10:12"."""
    above = [one for one in around if one.index < days[0]]
    for note in _notes(page, *days[:2]) if above else ():
        named = [one for one in above if _names(note, one.text)]
        if named:
            return max(named, key=lambda one: len(one.text))
    return None


def _notes(page: Page, day: int, second: int) -> Iterator[str]:
    """The lines with a day in the first post, from its own ``day`` to that of the ``second``, as notes on a
    change are, and the lines below that lead to a quotation of it."""
    blocks = page.blocks
    moment = next((each.value for each in find_dates(blocks[day].text)), None)
    for index in (each for each in signs_of(page).with_digits if each >= day):
        text = blocks[index].text
        if len(text) > _LONGEST_NOTE or not holds_stamp(text):
            continue
        if index < second or any(_is_same(each.value, moment) for each in find_dates(text)):
            yield text


def _is_same(one: DateValue, other: DateValue | None) -> bool:
    """Whether two days with times are of one minute."""
    if one.seconds is None or other is None or other.seconds is None:
        return False
    return one[:3] == other[:3] and one.seconds // 60 == other.seconds // 60


def _names(note: str, name: str) -> bool:
    """Whether a note has a name, with no letter or figure of its script stuck to it."""
    at = note.find(name)
    if at < 0 or len(note) == len(name):
        return False
    end = at + len(name)
    beside = note[at - 1 : at] if at else "", note[end : end + 1]
    return not any(each.isalnum() and each < "\u2e80" for each in beside)


def _posting_again(page: Page, days: Sequence[int], around: Sequence[Sequence[Alone]]) -> Alone | None:
    """The first of the lines above the day of the first post that stands above that of another again, but not
    of all. It is no rank: those stand below names everywhere."""
    later = [
        {one.text: one.index for one in each if one.index < day}
        for day, each in zip(days[1:], around[1:], strict=True)
    ]
    for one in around[0]:
        again = [each[one.text] for each in later if one.text in each]
        if one.index > days[0] or not again or len(again) == len(later):
            continue
        above = [page.blocks[index - 1].text for index in (one.index, *again)]
        if all(_may_be_name(text) or _LINK in text for text in above):
            return None
        return one
    return None
