"""The dates that the blocks of a page print, except for blocks whose dates cannot be the article's.

In HTML the machine-readable dates of elements are read along with what the elements print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from articlex.class_words import ICON_WORDS
from articlex.dates.fold import plain
from articlex.dates.glued import unglued
from articlex.dates.hebrew import HUNDREDS
from articlex.dates.parse import find_dates, parse_date
from articlex.dates.relative import MAX_CHARS
from articlex.dates.value import Found, Hints, with_language_of_digits
from articlex.days.elements import set_apart, time_texts
from articlex.page import Block, Form, Hidden, Kind, Page, Role
from articlex.regex import regex
from articlex.signs import headline_block, once_a_stage, signs_of
from articlex.signs.quotations import in_quotation, leads_to_quotation

#: A year of any calendar, or one or two digits that may be one: every date has such a part. (A year of two
#: digits behind an ordinal and a month is left out: "6. Mai 20" is as often an hour.) All alternatives begin
#: in one class of characters, so that the search skips from one of these to the next: a tenth of the time.
_MAYBE = regex(
    rf"[0-9年년'’RHS\u0e01-\u0e4e{HUNDREDS[0]}](?:"
    r"(?<=1)(?:99|3[6-9]|4[0-6])[0-9]|(?<=2)(?:0[0-9]|5[3-9])[0-9]|(?<=[年년])"
    r"|(?<=[0-9])(?:\s?[./\-]\s?|[\s-][^\W\d]{3,12}\.?[\s-])[0-9]{2}(?![0-9])"
    r"|(?<=['’])[0-9]{2}(?![0-9])|(?<=[\u0e01-\u0e4e])\.?\s?[0-9]{2}(?![0-9])"
    rf"|(?<=[RHS])[0-9]{{1,2}}[./]|(?<=1)[0-3][0-9][./-][0-9]{{1,2}}[./-]|(?<={HUNDREDS[0]}){HUNDREDS[1:]})"
)
#: What every block with a date has, in ASCII (which takes a tenth of the time) and in any script.
_IN_ASCII = regex(r"[0-9RHS](?:(?<=[0-9])[0-9]|(?<=[RHS])[0-9][./])")
_IN_ANY = regex(
    rf"[\dRHS〇零○一二三四五六七八九十元{HUNDREDS[0]}](?:(?<=\d)[\d年]|(?<=[RHS])\d[./]"
    r"|(?<=[〇零○一二三四五六七八九十元])年[\d一二三四五六七八九十]"
    rf"|(?<={HUNDREDS[0]}){HUNDREDS[1:]}[א-ת\"'׳״”])"
)
_UNSEEN = Hidden.TEMPLATE | Hidden.DATA
#: Characters read of a block that is longer than twice this: a dateline opens a paragraph.
_HEAD = 120
#: Machine-readable dates that are read of one block, at most.
_MOST_STATED = 8
#: Characters of the shortest title that is looked for among the blocks, and of its beginning that is
#: compared.
_LEAST_TITLE, _MOST_TITLE = 13, 40

#: Roles of blocks whose dates are not the article's. In raw page text the dateline often stands in the run of
#: short lines that is the menu, so NAV does not rule a date out there; it is a feature.
_ELSEWHERE_IN_TEXT = frozenset(
    {Role.COMMENT, Role.RELATED, Role.LANGUAGE_MENU, Role.CONSENT, Role.PROMO, Role.PAGINATION}
)
ELSEWHERE = _ELSEWHERE_IN_TEXT | {Role.NAV}
#: Words of class and id of an element that prints since when somebody has been a member: phpBB has "joined"
#: beside each post, other boards "joindate", "member-since".
_JOINING = tuple(frozenset(words.split()) for words in ("joined", "joindate", "join date", "member since"))
#: Words of class and id of the element at the top of a page that prints the day of reading.
_TODAY = tuple(
    frozenset(words.split())
    for words in ("clock", "today", "current date", "currentdate", "current time", "todaysdate")
)
_CLOCKS = frozenset[str]().union(*_TODAY)
#: The icon of a clock stands beside the day of an article too. ("fa-clock-o" is the outlined one.)
_ICONS = frozenset((*ICON_WORDS, "o", "svg"))
#: Words of class of the <blockquote> that embeds a post of one of these sites.
_POSTS = frozenset({"tweet", "twitter", "instagram", "tiktok", "bluesky", "mastodon", "reddit"})
#: With more elements that print how long ago something was, those away from the headline are of a list or a
#: thread.
_MOST_AGES = 10
#: Blocks above and below the headline in which no role rules a date out.
_ABOVE, _BELOW = 4, 8


class DatedBlock(NamedTuple):
    """A block with its dates, and the text to which their offsets refer."""

    block: Block
    text: str
    dates: list[Found]


def dated_blocks(page: Page, hints: Hints, stated: Mapping[int, list[Found]]) -> Iterator[DatedBlock]:
    """The blocks that print dates or whose elements state some.

    ``stated`` are the machine-readable dates by block, as :func:`stated_dates` returns them.
    """
    elements = time_texts(page)
    beside = beside_headline(page)
    signs = signs_of(page)
    cited, has_posts = signs.cited, signs.elements.are_called(_POSTS)
    for block in _blocks_with_dates(page, hints, stated):
        head = block.text if len(block.text) <= _HEAD * 2 else block.text[:_HEAD]
        machine = stated.get(block.index, [])
        # "3 hours ago" has no figures that look like those of a date.
        aged = hints.reference is not None and len(head) <= MAX_CHARS
        # Cheap tests come first: most blocks have no figure, and two thirds of the others none of a date.
        pattern = _IN_ASCII if head.isascii() else _IN_ANY
        if not (pattern.search(head) or aged or machine):
            continue
        text = plain(set_apart(head, elements[block.index]) if block.index in elements else head)
        is_dated = aged or _MAYBE.search(text) is not None
        if not (is_dated or machine) or block.index in cited or _is_elsewhere(page, block, beside):
            continue
        if has_posts and block.within and _is_embedded(page, block):
            continue
        text = unglued(text)
        printed = find_dates(text, with_language_of_digits(hints, head)) if is_dated else []
        if dates := _corrected(printed, machine):
            yield DatedBlock(block, text, dates)


def beside_headline(page: Page) -> range:
    """The blocks around the headline; none if there is none."""
    headline = headline_index(page)
    return range(0) if headline is None else range(headline - _ABOVE, headline + _BELOW)


def _corrected(printed: list[Found], machine: Sequence[Found]) -> list[Found]:
    """The ``printed`` dates of a block as its machine-readable ones correct them, or the first of these."""
    if not machine:
        return printed
    return [_as_stated(found, machine) for found in printed] or [machine[0]]


def _blocks_with_dates(page: Page, hints: Hints, stated: Mapping[int, list[Found]]) -> Sequence[Block]:
    """The blocks that may hold a figure or whose elements state a date; all blocks if relative dates are
    read."""
    if hints.reference is not None:
        return page.blocks
    # An element behind all blocks has an index beyond them.
    stating = [index for index in stated if index < len(page.blocks)]
    return [page.blocks[index] for index in sorted({*signs_of(page).with_digits, *stating})]


def _is_elsewhere(page: Page, block: Block, beside: range) -> bool:
    """Whether no date in ``block`` can be the article's; ``beside`` are the blocks around the headline."""
    if block.kind is Kind.CODE or block.hidden & _UNSEEN:
        return True
    flat = page.form is Form.TEXT
    if page.role(block.index) in (_ELSEWHERE_IN_TEXT if flat else ELSEWHERE) and block.index not in beside:
        return True
    if flat and (in_quotation(block) or leads_to_quotation(page, block)):
        return True
    words = page.nodes[block.node].words
    if _says_today(words, block.inline_words) and block.index < (
        beside.start + _ABOVE if beside else signs_of(page).first
    ):
        return True
    return bool(words) and any(joining.issubset(words) for joining in _JOINING)


def _says_today(words: Sequence[str], inline: Sequence[str]) -> bool:
    """Whether an element is a clock by its ``words`` or by the words of elements inside it, ``inline``."""
    if _CLOCKS.isdisjoint(words) and _CLOCKS.isdisjoint(inline):
        return False
    is_clock = any(today.issubset(words) or today.issubset(inline) for today in _TODAY)
    return is_clock and _ICONS.isdisjoint((*words, *inline))


def _is_embedded(page: Page, block: Block) -> bool:
    """Whether a block stands in an embedded post of another site."""
    return any(node.tag == "blockquote" and not _POSTS.isdisjoint(node.words) for node in page.around(block))


def _as_stated(found: Found, machines: Sequence[Found]) -> Found:
    """``found`` corrected by the machine-readable dates of its block.

    These decide if day and month are exchanged, or if only the month was read because the day ran together
    with something else: "20 January 202020 January 2020".
    """
    first, own = machines[0].value, found.value.day_iso()
    if not found.value.day and first.day_iso().startswith(own):
        return found._replace(value=first, sure=True)
    if found.reason == "month-name":
        return found  # "11 March 2025" leaves no choice; "11-03-2025" in the attribute beside it does
    other = found.value.swapped()
    days = {machine.value.day_iso() for machine in machines}
    if other is None or own in days or other.day_iso() not in days:
        return found
    return found._replace(value=other, sure=True)


def stated_dates(page: Page, hints: Hints) -> dict[int, list[Found]]:
    """The machine-readable dates of <time> and of date classes by block: "3 hours ago" is printed there."""
    found: dict[int, list[Found]] = {}
    notes = page.markup.annotations
    if sum(note.name == "age" for note in notes) > _MOST_AGES:
        headline = headline_index(page)
        below = range(0) if headline is None else range(headline, headline + _BELOW)
        notes = [note for note in notes if note.name != "age" or note.block in below]
    for note in notes:
        if note.name not in ("time", "class", "age") or not note.content:
            continue
        known = found.get(note.block, [])
        date = parse_date(note.content, hints) if len(known) < _MOST_STATED else None
        # An element may have two annotations, by its name and by its class.
        if date and all(date.value != other.value for other in known):
            found.setdefault(note.block, known).append(date._replace(start=0, end=0))
    return found


@once_a_stage
def headline_index(page: Page) -> int | None:
    """The index of the block with the headline; None if there is none.

    It is the block marked so, else the first heading of level 1, else the first that agrees with a title.
    """
    marked = headline_block(page)
    if marked >= 0:
        return marked
    stated = {page.markup.title, *(text for name, text in page.markup.metas if name.endswith(":title"))}
    heads = [plain(text)[:_MOST_TITLE].casefold() for text in stated if len(text) >= _LEAST_TITLE]
    best = None
    for block in page.blocks:
        if block.level == 1 and block.text:
            return block.index
        if best is None and len(block.text) >= _LEAST_TITLE:
            start = plain(block.text)[:_MOST_TITLE].casefold()
            if any(head.startswith(start) or start.startswith(head) for head in heads):
                best = block.index
    return best
