"""Posts of a thread in raw page text, of which the scorer has left out the short ones.

A thread is told by lines that hold a day or a time in one form, between most of which it keeps text. What is
the same in many posts is no text of theirs (buttons, ranks), and nor is what stands right above each of the
lines, where nothing is kept: the name of who wrote the next post. On 160 flattened threads word F1 goes from
0.7786 to 0.7807 (nine better, one worse), by lynx from 0.7866 to 0.7870 (six and one).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise, takewhile
from operator import itemgetter

from articlex.dates import find_dates
from articlex.page import Block, Page, Role
from articlex.regex import LETTER, NUMBER, WORD, regex
from articlex.signs import signs_of
from articlex.signs.stamps import holds_stamp

_TITLE = Role.TITLE  # see articlex.page

#: Posts of the shortest thread, and the share of them of which text is kept, at least. With two blocks of
#: each post 0.5, 0.6 and 0.7 gave 0.7801, 0.7806 and 0.7791, by lynx 0.7864, 0.7869 and 0.7872.
_LEAST_POSTS, _MIN_KEPT = 4, 0.6
#: Posts of the longest thread: a longer text is a log, of which each line has a time.
_MOST_POSTS = 500
#: Characters of the longest line that dates a post, blocks of the longest post, and blocks behind that line
#: in which the text begins.
_STAMP, _LONGEST, _NEAR = 80, 40, 2
#: A line that at least this share of the posts has is no text. 0.25 and 0.6 changed F1 by at most 0.0001.
_COMMON = 0.4
#: Lines above a stamp that may name who wrote the post, at most; a line counts as one if it is left out of at
#: least this share of the posts. 0.7 and 0.9 changed F1 by at most 0.0001.
_MOST_ABOVE, _LEFT_OUT = 6, 0.8
#: A button, as lynx prints it.
_BUTTON = regex(r"[(\[]BUTTON\b")
#: Roles of what somebody may have written although it was left out.
_MAYBE_SAID = frozenset({Role.BOILERPLATE, Role.COMMENT})
#: Lines with another day between the days of two posts, at most.
_MOST_OTHERS = 3
#: What stands below the last post.
_ENDS = frozenset({Role.PAGINATION, Role.LEGAL, Role.FOOTER})

#: Year, month, day and seconds of the day.
_Moment = tuple[int, int, int, int]


def stamped_posts(page: Page, added: Container[int]) -> Iterator[int]:
    """The index of the first block of text of each post of which nothing is kept; ``added`` are kept too."""
    title = next((mark.block for mark in page.marks if mark.role is _TITLE), -1)
    posts = _posts(page, title)
    if not posts:
        return
    kept = [_kept(page, post, added) for post in posts]
    # Where the day stands below the text, a name or a rank comes right behind it.
    begun = sum(_kept(page, post[:_NEAR], added) for post in posts)
    if sum(kept) < _MIN_KEPT * len(posts) or begun < _MIN_KEPT * sum(kept):
        return
    common = Counter(shape for post in posts for shape in {_shape(block.text) for block in post})
    said = Counter(block.text for block in page.blocks)
    most = max(2.0, _COMMON * len(posts))
    for post in (post for post, is_kept in zip(posts, kept, strict=True) if not is_kept):
        own = (block for block in post if common[_shape(block.text)] < most and said[block.text] == 1)
        # Below it a signature and ranks may stand: with two blocks of each post F1 is 0.0001 lower.
        first = next((block for block in own if may_be_text(page, block)), None)
        if first is not None:
            yield first.index


def may_be_text(page: Page, block: Block) -> bool:
    """Whether a block that was left out may be what somebody wrote: words, and neither links nor buttons."""
    may_be_said = page.role(block.index) in _MAYBE_SAID and LETTER.search(block.text) is not None
    return may_be_said and 2 * block.link_chars <= len(block.text) and not _BUTTON.search(block.text)


def _kept(page: Page, blocks: Sequence[Block], added: Container[int] = ()) -> bool:
    return any(page.role(block.index) is Role.BODY or block.index in added for block in blocks)


def _posts(page: Page, title: int) -> list[list[Block]]:
    """The blocks of each post, without the line that dates it and those above the next one."""
    stamps = dated_posts(page, title, _LEAST_POSTS)
    if not stamps:
        return []
    above = _lines_above(page, stamps)
    if not above:
        return []  # the day may stand below the text
    posts = [page.blocks[first + 1 : second - above] for first, second in pairwise(stamps)]
    # Nothing says where the last post ends.
    posts.append(page.blocks[stamps[-1] + 1 : stamps[-1] + 1 + _NEAR])
    return [list(takewhile(lambda block: page.role(block.index) not in _ENDS, post)) for post in posts]


def dated_posts(page: Page, title: int, least: int) -> list[int]:
    """The lines below the headline that hold a day or time in the form that most of them have; empty if they
    are fewer than ``least``."""
    lines = [page.blocks[index] for index in signs_of(page).with_digits if index > title]
    stamps = [block for block in lines if len(block.text) <= _STAMP and holds_stamp(block.text)]
    if not least <= len(stamps) <= _MOST_POSTS:
        return []
    forms = {block.index: form for block in stamps if (form := _form(block.text))}
    usual = Counter(forms.values()).most_common(1)
    found = [index for index, form in forms.items() if form == usual[0][0]] if usual else []
    is_near = all(second - first <= _LONGEST for first, second in pairwise(found))
    return found if is_near and len(found) >= least else []


def in_order(page: Page, stamps: Sequence[int]) -> list[int]:
    """The most lines whose days go forwards, up to one behind many others. Other days are those on which
    somebody joined, those of quotations, and those of a list of other threads below."""
    rows: list[tuple[_Moment, int]] = []  # of the rows so far, by their lengths, with the earliest last days
    before: dict[int, int] = {}
    for index in stamps:
        moment = moment_of(page, index)
        place = bisect_right(rows, moment, key=itemgetter(0))
        before[index] = rows[place - 1][1] if place else -1
        rows[place : place + 1] = [(moment, index)]
    index, found = rows[-1][1], list[int]()
    while index >= 0:
        found.append(index)
        index = before[index]
    found.reverse()
    places = {index: place for place, index in enumerate(stamps)}
    ends = (end for end, (a, b) in enumerate(pairwise(found), 1) if places[b] - places[a] > _MOST_OTHERS)
    return found[: next(ends, len(found))]


def moment_of(page: Page, index: int) -> _Moment:
    """The day and the time of a line that holds them."""
    day = find_dates(page.blocks[index].text)[0].value
    return (day.year, day.month, day.day, day.seconds or 0)


def _form(text: str) -> str:
    """The form of the first date in a line: "0 a 0, 0:0" for "3 May 2021, 10:20"."""
    dates = find_dates(text)
    return WORD.sub("a", NUMBER.sub("0", dates[0].raw)) if dates else ""


def _lines_above(page: Page, stamps: Sequence[int]) -> int:
    """How many blocks right above each line with a date are left out in most posts."""
    for above in range(1, _MOST_ABOVE + 1):
        beside = [page.role(stamp - above) is not Role.BODY for stamp in stamps[1:] if stamp >= above]
        if sum(beside) < _LEFT_OUT * len(beside):
            return above - 1
    return _MOST_ABOVE


def _shape(text: str) -> str:
    """A text with 0 for each number."""
    return NUMBER.sub("0", text)
