"""Where the comments below a text end, comments that no label announces, and which dated items are comments.

All of it goes by the labels in and above them: names, days and short texts are what other stories have too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from articlex.character_classes import with_ascii_digits
from articlex.data.labels import meaning_of
from articlex.dates import Hints, find_dates
from articlex.days.hints import page_hints
from articlex.options import Options
from articlex.page import Block, Form, Page, Role
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.dated_lines import LONGEST as LONGEST_DATED
from articlex.signs.dated_lines import is_dated_line
from articlex.signs.page_names import is_longer_than_name
from articlex.signs.runs import grouped, runs
from articlex.stages.parts.leftovers.dropped import MAYBE_COMMENT, Dropped, Found

_NUMBERED = regex("[1-9]")
#: What comments are told by below their label, and blocks from one of these to the next, at most. With 20
#: instead of 12, on ten pages of raw text that keep more comments, eight of these are menus, forms and feet.
_SIGNS = frozenset({"comments", "reply"})
_APART = 12
#: So many blocks behind the last sign may be a short comment: "Ann", "Me too!".
_SHORT_END = 4
#: Blocks with text from one button to the next, at most.
_LONGEST = 40
#: Characters of the longest number above a label that counts answers.
_NUMBER = 6
#: Blocks of a comment above its day: the name, a picture of its writer.
_MOST_ABOVE = 3
#: Blocks from the label of comments to the first dated item, at most, and buttons to answer that make up for
#: it. Of 48 runs of dated cards in raw text 13 are comments; nine of these have such a label in 25 blocks,
#: and one of the others has one, 36 blocks above.
_BELOW_LABEL, _LEAST_BUTTONS = 25, 2
#: How often the label may stand on the page: cards and posts have one each.
_REPEATS = 2
#: Reasons of dated items, and days of the fewest that may run on. Of 31 runs of stories in raw text whose
#: days do, four are stories; the others are events, figures, reviews and comments.
_DATED, _LEAST_DAYS = ("dated-card", "dated-comment", "dated-story"), 3


def below_comments(page: Page) -> set[int]:
    """The blocks that stand below a label of comments, but behind the last of these: menus, other stories."""
    below: defaultdict[int, list[int]] = defaultdict(list)
    label = -1
    for mark in page.marks:
        if mark.stage == "comments":
            label = mark.block if mark.reason == "comments-label" else label
            if mark.reason == "comment":
                below[label].append(mark.block)
    return {index for start, found in below.items() for index in _behind_last(page, start, found)}


def _behind_last(page: Page, label: int, found: Sequence[int]) -> list[int]:
    """Those of the blocks ``found`` below a ``label`` that stand behind the last sign of a comment."""
    # Without a day or a number nobody may have said anything: what follows the form are other stories.
    # Elements tell that better in HTML.
    is_html = page.form is Form.HTML
    days = set() if is_html else {index for index in found if is_dated_line(page.blocks[index].text)}
    is_said = is_html or bool(days) or _counts(page, label)
    told = [index for index in found if signs_of(page).labels[index] in _SIGNS]
    last = label
    for index in _signs_of_comments(page, label, found, days) if is_said else told:
        if index - last > _APART:
            break
        last = index
    # The last of them may be as short as a name, a day and "So it was".
    near = page.blocks[last + 1 : last + _MOST_ABOVE]
    end = next((block.index + 1 for block in near if is_dated_line(block.text)), last)
    behind = [index for index in found if index > end]
    if len(behind) <= _SHORT_END:
        return []
    return behind if is_said else behind[_SHORT_END:]


def _signs_of_comments(page: Page, label: int, found: Sequence[int], days: Set[int]) -> Iterator[int]:
    """Those of the blocks ``found`` below a ``label`` that only comments have: such labels, and not far below
    one of them or a day, or anywhere if there are no ``days``, running text and buttons to answer."""
    signs = signs_of(page)
    times = Counter(page.blocks[index].text for index in found)
    told = label
    for index in found:
        is_label = signs.labels[index] in _SIGNS
        told = index if is_label or index in days or not days else told
        is_text = index - told <= _APART and (signs.prose[index] or _is_button(page.blocks[index], times))
        if is_label or is_text:
            yield index


def _is_button(block: Block, times: Mapping[str, int]) -> bool:
    """Whether a block is printed again, as the button to answer is."""
    return times[block.text] > 1 and any(map(str.isalpha, block.text)) and not is_longer_than_name(block)


def _counts(page: Page, label: int) -> bool:
    """Whether a label has the number of the comments below it."""
    return label >= 0 and _NUMBERED.search(with_ascii_digits(page.blocks[label].text)) is not None


def answered(dropped: Dropped) -> Found:
    """The comments below the text that each have a day and end with the same button to answer."""
    page, signs = dropped.page, signs_of(dropped.page)
    buttons: defaultdict[str, list[int]] = defaultdict(list)
    for index in signs.labelled.get("reply", ()):
        if index > dropped.last and not any(map(str.isdigit, page.blocks[index].text)):
            buttons[signs.short[index]].append(index)
    for places in buttons.values():
        if 2 * sum(_is_counter(page, index) for index in places) >= len(places):
            continue
        for run in _runs(page, places):
            for index in range(_start(page, dropped.last, run), run[-1] + 1):
                if dropped.roles[index] in MAYBE_COMMENT:
                    yield index, Role.COMMENT, "answered"


def _is_counter(page: Page, index: int) -> bool:
    """Whether a number stands above a label, so that it counts the answers to a post: "1.2K", "Replies"."""
    above = next((block.text for block in reversed(page.blocks[:index]) if block.text), "")
    return above[:1].isdecimal() and len(above) <= _NUMBER


def dated_items(dropped: Dropped) -> Found:
    """The dated items that are another thing than they were named."""
    for reason in _DATED:
        for items in _stretches(dropped.page, reason):
            role = _role_of(dropped.page, items, reason)
            if role:
                yield from ((index, role, "dated-items") for index in items)


def _role_of(page: Page, items: Sequence[int], reason: str) -> Role | None:
    """What dated ``items`` are that were marked for a ``reason``; None for what they were marked as.

    Other stories begin with the newest. Comments may begin with the oldest, as events and figures do.
    """
    role = Role.COMMENT if _are_labelled(page, items) else None
    if reason == "dated-card":
        return role
    runs_on = _run_on(page.blocks[items[0] : items[-1] + 1], page_hints(page, Options()))
    if reason == "dated-comment":
        return None if role or runs_on else Role.RELATED
    return (role or Role.BOILERPLATE) if runs_on else None


def _stretches(page: Page, reason: str) -> Iterator[list[int]]:
    """The blocks that were marked for a ``reason``, each stretch of neighbours; a date or a name among them
    may be marked as such."""
    found = (mark.block for mark in page.marks if mark.reason == reason)
    return grouped(found, _MOST_ABOVE)


def _are_labelled(page: Page, items: Sequence[int]) -> bool:
    """Whether a label above the ``items``, or the buttons of each, show that these are comments."""
    signs = signs_of(page)
    if signs.labels[items[0] : items[-1] + 1].count("reply") >= _LEAST_BUTTONS:
        return True
    for block in page.blocks[max(0, items[0] - _BELOW_LABEL) : items[0]]:
        short = signs.short[block.index]
        # "Comments (9) on The bridge is turned by hand"
        meaning = signs.labels[block.index] or meaning_of(block.text.partition("(")[0])
        if meaning == "comments" and not (short and signs.short.count(short) > _REPEATS):
            return True
    return False


def _run_on(blocks: Sequence[Block], hints: Hints) -> bool:
    """Whether no day is earlier than the one before it."""
    days: list[str] = []
    for block in blocks:
        if len(block.text) > LONGEST_DATED or not (found := find_dates(block.text, hints)):
            continue
        day = found[-1].value.day_iso()
        if days and day < days[-1]:
            return False
        days.append(day)
    return len(days) >= _LEAST_DAYS and days[0] < days[-1]


def _runs(page: Page, places: Sequence[int]) -> Iterator[list[int]]:
    """The runs of buttons with a day between each and the next."""

    def goes_on(before: int, after: int) -> bool:
        return after - before <= _LONGEST and _day(page.blocks[before + 1 : after]) >= 0

    return runs(places, goes_on, 2)


def _start(page: Page, last: int, run: Sequence[int]) -> int:
    """Where the comment of the first button of a ``run`` begins, by how the others do."""
    first = max(last + 1, run[0] - _LONGEST)
    days = [block.index for block in page.blocks[first : run[0]] if is_dated_line(block.text)]
    if not days:
        return run[0]
    above = min(_day(page.blocks[before + 1 : after]) for before, after in pairwise(run))
    return max(first, days[-1] - min(above, _MOST_ABOVE))


def _day(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the first line with a day; -1 without one."""
    return next((place for place, block in enumerate(blocks) if is_dated_line(block.text)), -1)
