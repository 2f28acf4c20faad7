"""The printed dates of a page, block by block: where one may be the article's, and what it reads as there.

Works on raw page text and on HTML alike: what elements state for machines is read along with what they print.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from articlex.dates.fold import plain
from articlex.dates.glued import unglued
from articlex.dates.hebrew import HUNDREDS
from articlex.dates.parse import find_dates, parse_date
from articlex.dates.relative import MAX_CHARS
from articlex.dates.value import Found, Hints, hinted
from articlex.days.elements import set_apart, time_texts
from articlex.page import Block, Form, Hidden, Kind, Page, Role
from articlex.regex import regex
from articlex.signs import headline_block, once_a_stage, signs_of
from articlex.signs.quotations import in_quotation, leads_to_quotation

#: A year of one of the calendars, or two digits that may be one. What lacks both has no date. All begin with
#: one of a few characters: a search that steps from one to the next takes a tenth of the time.
_MAYBE = regex(
    rf"[0-9年년'’RHS\u0e01-\u0e4e{HUNDREDS[0]}](?:"
    r"(?<=1)(?:99|3[6-9]|4[0-6])[0-9]|(?<=2)(?:0[0-9]|5[3-9])[0-9]|(?<=[年년])"
    r"|(?<=[0-9])(?:\s?[./\-]\s?|[\s-][^\W\d]{3,12}\.?[\s-])[0-9]{2}(?![0-9])"
    r"|(?<=['’])[0-9]{2}(?![0-9])|(?<=[\u0e01-\u0e4e])\.?\s?[0-9]{2}(?![0-9])"
    rf"|(?<=[RHS])[0-9]{{1,2}}[./]|(?<=1)[0-3][0-9][./-][0-9]{{1,2}}[./-]|(?<={HUNDREDS[0]}){HUNDREDS[1:]})"
)
#: What a head has that has a date, and the same in ASCII, which takes a tenth of the time.
_IN_ASCII = regex(r"[0-9RHS](?:(?<=[0-9])[0-9]|(?<=[RHS])[0-9][./])")
_IN_ANY = regex(
    rf"[\dRHS〇零○一二三四五六七八九十元{HUNDREDS[0]}](?:(?<=\d)[\d年]|(?<=[RHS])\d[./]"
    r"|(?<=[〇零○一二三四五六七八九十元])年[\d一二三四五六七八九十]"
    rf"|(?<={HUNDREDS[0]}){HUNDREDS[1:]}[א-ת\"'׳״”])"
)
_UNSEEN = Hidden.TEMPLATE | Hidden.DATA
#: Of a longer block, this much of its beginning is read: a dateline opens a paragraph.
_HEAD = 120
#: Dates that the markup of one block states, at most.
_MOST_STATED = 8
#: Characters of the shortest title that is looked for among the blocks, and of its beginning that counts.
_LEAST_TITLE, _MOST_TITLE = 13, 40

#: Roles whose dates are not those of the article. In raw page text the dateline often stands in the run of
#: short lines that is the menu, so NAV speaks against a date there and does not rule it out.
_ELSEWHERE_IN_TEXT = frozenset(
    {Role.COMMENT, Role.RELATED, Role.LANGUAGE_MENU, Role.CONSENT, Role.PROMO, Role.PAGINATION}
)
ELSEWHERE = _ELSEWHERE_IN_TEXT | {Role.NAV}
#: Words of class and id of an element that says since when somebody has been a member: phpBB has it beside
#: each post, other boards have "joindate", "member-since".
_JOINING = (
    frozenset({"joined"}),
    frozenset({"joindate"}),
    frozenset({"join", "date"}),
    frozenset({"member", "since"}),
)
_JOIN = frozenset().union(*_JOINING)
#: Words of class and id of the element at the head of a page that says which day it is for its reader. The
#: sign of a clock stands beside the day of an article too, and is called an icon.
_TODAY = (
    frozenset({"clock"}),
    frozenset({"today"}),
    frozenset({"current", "date"}),
    frozenset({"currentdate"}),
    frozenset({"current", "time"}),
    frozenset({"todaysdate"}),
)
_CLOCK = frozenset().union(*_TODAY)
_ICONS = frozenset("fa far fas fal fad o bi ti ion mdi icon icons ico iconfont icomoon glyphicon svg".split())
#: A word of the class of the <blockquote> that each of these sites has its posts in on other pages.
_POSTS = frozenset({"tweet", "twitter", "instagram", "tiktok", "bluesky", "mastodon", "reddit"})
#: Elements that print how long ago it was, from which on those that are not below the headline are of a list
#: or a thread.
_MOST_AGES = 10
#: Blocks above and below the headline in which no role rules a date out.
_ABOVE, _BELOW = 4, 8


def dated_blocks(
    page: Page, hints: Hints, stated: Mapping[int, list[Found]]
) -> Iterator[tuple[Block, str, list[Found]]]:
    """Each block with dates, its text as the dates count in it, and the dates."""
    headline = headline_index(page)
    elements = time_texts(page)
    beside = range(0) if headline is None else range(headline - _ABOVE, headline + _BELOW)
    signs = signs_of(page)
    cited, has_posts = signs.cited, signs.elements.are_called(_POSTS)
    for block in _may_be_dated(page, hints, stated):
        head = block.text if len(block.text) <= _HEAD * 2 else block.text[:_HEAD]
        machine = stated.get(block.index) if stated else None
        # "3 hours ago" has no figures that look like a date.
        aged = hints.reference is not None and len(head) <= MAX_CHARS
        # What costs least is asked first: most blocks of a page have no figure, two thirds of the others none
        # that may be a date's.
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
        printed = find_dates(text, hinted(hints, head)) if is_dated else []
        dates = [_as_stated(found, machine) for found in printed] if machine else printed
        if machine and not printed:
            dates = machine[:1]
        if dates:
            yield block, text, dates


def _may_be_dated(page: Page, hints: Hints, stated: Mapping[int, list[Found]]) -> Sequence[Block]:
    """The blocks that may hold a figure, or whose element states a date; all of them where "3 hours ago" may
    be one, which has no figures that look like a date."""
    if hints.reference is not None:
        return page.blocks
    # An element behind all blocks states one too.
    stating = [index for index in stated if index < len(page.blocks)]
    return [page.blocks[index] for index in sorted({*signs_of(page).figured, *stating})]


def _is_elsewhere(page: Page, block: Block, beside: range) -> bool:
    """Whether a date in a block is not that of the article, whatever it says; ``beside`` is the headline."""
    if block.kind is Kind.CODE or block.hidden & _UNSEEN:
        return True
    flat = page.form is Form.TEXT
    if page.role(block.index) in (_ELSEWHERE_IN_TEXT if flat else ELSEWHERE) and block.index not in beside:
        return True
    if flat and _is_of_quotation(page, block):
        return True
    words = page.nodes[block.node].words
    if _says_today(words, block.inline_words) and block.index < (
        beside.start + _ABOVE if beside else signs_of(page).first
    ):
        return True
    return not _JOIN.isdisjoint(words) and any(joining.issubset(words) for joining in _JOINING)


def _says_today(words: Sequence[str], inline: Sequence[str]) -> bool:
    """Whether an element, or one inside it, is a clock by its words."""
    found = {*words, *inline}
    is_clock = not _CLOCK.isdisjoint(found) and _ICONS.isdisjoint(found)
    return is_clock and any(today.issubset(words) or today.issubset(inline) for today in _TODAY)


def _is_embedded(page: Page, block: Block) -> bool:
    """Whether a block stands in a post on another site, which that site's program shows on the page."""
    return any(node.tag == "blockquote" and not _POSTS.isdisjoint(node.words) for node in page.around(block))


def _is_of_quotation(page: Page, block: Block) -> bool:
    """Whether a block of a letter quotes another one, or says who wrote what is quoted below it."""
    return in_quotation(block) or leads_to_quotation(page, block)


def _as_stated(found: Found, machines: Sequence[Found]) -> Found:
    """``found`` as a day that an element states for machines, if day and month are exchanged, or if what
    stands beside the printed day hides it and leaves the month ("20 January 202020 January 2020")."""
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
    """The machine-readable dates of <time> and date classes, by block: for "3 hours ago" in print."""
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
        # One element may state its date by its name and by its class.
        if date and all(date.value != other.value for other in known):
            found.setdefault(note.block, known).append(date._replace(start=0, end=0))
    return found


@once_a_stage
def headline_index(page: Page) -> int | None:
    """The block with the headline: the one marked so, else the best guess; None if there is none."""
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
