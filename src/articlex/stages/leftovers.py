"""Dropped blocks that no stage knew: the part of the page that they belong to, by what is around them.

The body has been chosen, so this changes no text: it is the account of what was dropped. Most of what the
scorer drops by itself is a piece of a menu, a list or a box of which other pieces are known, or one of a run
of like lines. Some of what was named by the label above it has the looks of something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from articlex.data.reading import is_reading_label
from articlex.facts import best_value
from articlex.options import Options
from articlex.page import KEPT, Block, Field, Form, Mark, Page, Role
from articlex.signs import signs_of
from articlex.signs.page_names import is_longer_than_name
from articlex.signs.prose import STOPS
from articlex.stages.contract import Output, Stage, has_run
from articlex.stages.parts.leftovers.cards import cards
from articlex.stages.parts.leftovers.comments import answered, below_comments, dated_items
from articlex.stages.parts.leftovers.dropped import SINGLE, Dropped, Found, read_dropped
from articlex.stages.parts.leftovers.elements import named_by_elements
from articlex.stages.parts.leftovers.posts import posts
from articlex.stages.parts.leftovers.runs import menus_among, runs_of_items
from articlex.stages.parts.leftovers.sentences import (
    about_authors,
    beside_notice,
    inviting,
    with_addresses,
    with_terms,
)
from articlex.stages.parts.leftovers.told_by_text import told_by_text
from articlex.tokens import width

_UNKNOWN, _FOOTER, _COMMENT = Role.UNKNOWN, Role.FOOTER, Role.COMMENT  # see articlex.page
_TAGS, _RELATED, _NAV = Role.TAGS, Role.RELATED, Role.NAV

REASONS = {
    "element": "An element around the block is named after this part of a page, and has nothing of the body.",
    "among": "Most known blocks of an element around it, which has nothing of the body, have this role.",
    "label": "The block is a label of this part of a page.",
    "below-label": "A short block below a label of other stories, with nothing else between them.",
    "short-links": "One of a run of short links.",
    "within-page": "The block is a link to another place on the page, above the text.",
    "short-lines": "One of a run of short lines, few of which have a number.",
    "linked-titles": "One of a run of linked titles, or a line among them.",
    "titles": "One of a run of lines below the text, most of which are as long as titles.",
    "between": "The block stands between two blocks with this role.",
    "below-text": "The block is short, and below the first label under a long text.",
    "below-comments": "The block is below a label of comments, but behind the last of them.",
    "posts": "The block is below a label of comments, which have a day each in the same form.",
    "answered": "The block is part of a comment, which has a day and the same button to answer as others.",
    "dated-items": "One of a run of dated items that are comments by a label, or by their order no stories.",
    "card": "The block is part of one of several titles in a row below the text, each with its lead.",
    "topics": "The block is in a list of tags far below the text, which has the topics of the site.",
    "inviting": "A sentence with a word for a newsletter, or for subscribing to one.",
    "about-author": "A sentence outside of the text that begins with the name of an author.",
    "terms": "A sentence around the text that names terms, a policy of privacy or rights.",
    "textless": "The block has no text: a picture, a rule or an embedded page outside of the body.",
    "page-title": "The first line of a page text is the title, with the name of the site.",
    "cookies": "The block is in a group that speaks of cookies, as the text does not, or a button below it.",
    "notice": "The block is a copyright notice below the text.",
    "path": "The block is a path of several steps above the text, or one that ends with the title.",
    "page-numbers": "One of a run of numbers of pages, each a block.",
    "posts-beside": "The title of the post before or behind this one, with an arrow.",
    "networks": "One of several short blocks in a row that each name a social network.",
    "row": "A row of names of pages, with signs between them.",
    "beside-notice": "A line near the copyright notice at the end of the page, of which no more is known.",
    "contact": "A line below the text with an address to write to or a number to call.",
    "untold": "The block is not kept, and nothing around it tells what it is.",
}

#: The share of blocks of which a reason was right, on pages that a reader had labelled.
_SCORES = {
    "among": 0.75,
    "short-links": 0.75,
    "between": 0.8,
    "label": 0.8,
    "titles": 0.8,
    "beside-notice": 0.8,
    "element": 0.85,
    "contact": 0.85,
    "card": 0.85,
    "inviting": 0.85,
    "terms": 0.85,
}
_SCORE = 0.9

#: Roles of short blocks, and the width of the longest that gets one by what is around it.
_SHORT = frozenset(
    {Role.NAV, Role.PAGINATION, Role.SHARE, Role.TAGS, Role.BREADCRUMB, Role.LANGUAGE_MENU}
)  # fmt: skip
_LONGEST = 48

_LABELS = {
    "related": Role.RELATED,
    "share": Role.SHARE,
    "promo": Role.PROMO,
    "legal": Role.LEGAL,
    "consent": Role.CONSENT,
    "powered": Role.FOOTER,
}
#: How often a label may stand on a page; the buttons of cards and posts do so more often.
_REPEATS = 2
#: Blocks of the longest list of stories below a label, and of the longest gap between two blocks of one role.
_REACH, _GAP = 20, 4

#: Blocks between the text and the topics of the site, at least. Of 36 lists of tags that stand so far below
#: it, in either form, three are those of the article, of 22 from 16 blocks on four.
_FAR = 30

#: What was named by a label or an element, and what a run of such blocks may be by its looks: a menu below
#: the label of other stories, and stories among comments, tags and promotion.
_DOUBTED: dict[tuple[str, str], frozenset[Role]] = {
    ("related", "related-story"): frozenset({Role.NAV}),
    ("comments", "comment"): frozenset({Role.RELATED}),
    ("tags", "tags-element"): frozenset({Role.RELATED}),
    ("promo", "promo-element"): frozenset({Role.RELATED}),
    ("promo", "popup"): frozenset({Role.NAV}),
}
_REASONS = frozenset(reason for _, reason in _DOUBTED)
#: Blocks of the shortest run that may be something else than it was named.
_LONG_RUN = 6


def run(page: Page, options: Options) -> Output:
    """Name what was dropped without a name."""
    if has_run(page, "leftovers"):
        return  # its marks would count as evidence in a second run
    dropped = read_dropped(page)
    for index in below_comments(page):
        dropped.unname(index)
    named: dict[int, tuple[Role, str]] = {}
    for step in _STEPS:
        for index, role, reason in [*step(dropped)]:
            if index not in named:
                named[index] = (role, reason)
                dropped.name(index, role)
    for index, (role, reason) in named.items():
        yield Mark(index, role, reason, _SCORES.get(reason, _SCORE))
    yield from _untold(dropped)


def _untold(dropped: Dropped) -> Iterator[Mark]:
    """The blocks that have no name in the end, unless it has been said why they are not kept."""
    page = dropped.page
    for index in sorted(dropped.left):
        mark = page.marks[index]
        if mark.role is _UNKNOWN:
            reason = "untold" if page.blocks[index].text else "textless"
            yield Mark(index, Role.BOILERPLATE, reason, _SCORE)
        elif mark.role is _FOOTER and index < dropped.foot:
            yield Mark(index, Role.BOILERPLATE, "below-text", _SCORE)
        elif mark.role is _COMMENT:
            yield Mark(index, Role.BOILERPLATE, "below-comments", _SCORE)


def _doubted(dropped: Dropped) -> Found:
    doubted: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for mark in dropped.page.marks:
        if mark.reason in _REASONS and (mark.stage, mark.reason) in _DOUBTED:
            doubted[mark.stage, mark.reason].add(mark.block)
    for named, blocks in doubted.items():
        for index, role, reason in runs_of_items(dropped, blocks - dropped.left, _LONG_RUN):
            if role in _DOUBTED[named]:
                yield index, role, reason


def _topics(dropped: Dropped) -> Found:
    """The lists of tags far below the text, with their labels: the topics of the site."""
    label = -1
    for mark in dropped.page.marks[dropped.last + 1 + _FAR :]:
        if mark.stage == "tags" and mark.reason == "tags-label":
            label = mark.block
        elif mark.stage == "tags" and mark.reason == "tag":
            if label == mark.block - 1:
                yield label, _NAV, "topics"
            yield mark.block, _NAV, "topics"


def _menus_in_lists(dropped: Dropped) -> Found:
    """The menus that run into a list of stories (HTML)."""
    listed = {mark.block for mark in dropped.page.marks if mark.reason == "linked-titles"}
    return menus_among(dropped, listed)


def _by_label(dropped: Dropped) -> Found:
    labels = [*_labels(dropped)]
    unknown = (None, _TAGS)
    yield from ((index, role, "label") for index, role in labels if dropped.roles[index] in unknown)
    for index, role in labels:
        if role is _RELATED:
            yield from ((story, role, "below-label") for story in _stories(dropped, index))


def _labels(dropped: Dropped) -> Iterator[tuple[int, Role]]:
    """The labels below the body, and those of other stories inside it."""
    page, signs = dropped.page, signs_of(dropped.page)
    times = Counter(signs.short)
    language = best_value(page, Field.LANGUAGE) or "en"
    for index in range(min(dropped.first, dropped.last) + 1, len(page.blocks)):
        short, meaning = signs.short[index], signs.labels[index]
        if not short or dropped.roles[index] in KEPT or times[short] > _REPEATS:
            continue
        # What is called a tag and is followed by what is none may be the label of that.
        may_be_label = index + 1 in dropped.left or dropped.roles[index] is not _TAGS
        if (
            not meaning
            and may_be_label
            and _invites(page.blocks[index], language)
            and _heads_titles(page, index)
        ):
            meaning = "related"
        role = _LABELS.get(meaning)
        if role and (index > dropped.last or role is _RELATED):
            yield index, role


def _invites(block: Block, language: str) -> bool:
    """Whether a block invites to read other stories, which stand below it: a link leads to one itself."""
    return not block.links and block.text[-1] not in STOPS and is_reading_label(block.text, language)


def _heads_titles(page: Page, label: int) -> bool:
    """Whether one of the next blocks is a link, or a line as long as a title."""
    below = [block for block in page.blocks[label + 1 : label + 1 + 2 * _GAP] if block.text][:_GAP]
    return any(block.links or is_longer_than_name(block) for block in below)


def _stories(dropped: Dropped, label: int) -> Iterator[int]:
    """The short blocks below a label, up to another label or heading, what is known as something else, or the
    end of the element that the label stands in."""
    page, signs = dropped.page, signs_of(dropped.page)
    end, level = min(label + _REACH + 1, _end_of_part(page, label)), page.blocks[label].level
    for block in page.blocks[label + 1 : end]:
        index = block.index
        known = dropped.roles[index] or _LABELS.get(signs.labels[index], _UNKNOWN)
        is_other = known is not _RELATED and known not in SINGLE
        if is_other or signs.prose[index] or 0 < block.level <= level:
            return
        if dropped.roles[index] is None:
            yield index


def _end_of_part(page: Page, label: int) -> int:
    """Where the innermost element ends that has a label and something below it; that of raw text, where the
    page does."""
    ends = (node.last for node in page.around(page.blocks[label]) if node.last > label + 1)
    return len(page.blocks) if page.form is Form.TEXT else next(ends, label + 1)


def _by_element(dropped: Dropped) -> Found:
    if dropped.page.form is Form.HTML and dropped.left:
        yield from (found for found in named_by_elements(dropped) if _fits(dropped, *found[:2]))


def _by_looks(dropped: Dropped) -> Found:
    return (found for found in runs_of_items(dropped, dropped.left) if _fits(dropped, *found[:2]))


def _within_page(dropped: Dropped) -> Found:
    """The links above the text to a place on the page: past the menu, to the comments. (A number counts.)"""
    for index in sorted(dropped.left):
        block = dropped.page.blocks[index]
        if index >= dropped.first or not _fits(dropped, index, _NAV):
            continue
        hrefs = [run.href or "" for run in block.runs if run.text.strip()]
        leads_there = bool(hrefs) and all(href[:1] == "#" != href for href in hrefs)
        if leads_there and not any(map(str.isdigit, block.text)):
            yield index, _NAV, "within-page"


def _between(dropped: Dropped) -> Found:
    before, gap = None, list[int]()
    for block, mark in zip(dropped.page.blocks, dropped.page.marks, strict=True):
        # The label of an advertisement is all of it: between two of them anything may stand.
        role = _UNKNOWN if mark.reason == "advert-label" else dropped.roles[block.index]
        if role is None:
            gap.append(block.index)
        elif block.text:
            if gap and role is before and role not in KEPT and role not in SINGLE and len(gap) <= _GAP:
                yield from ((index, role, "between") for index in gap if _fits(dropped, index, role))
            before, gap = role, []


def _fits(dropped: Dropped, index: int, role: Role) -> bool:
    """Whether a block may have a role. The record lists comments, so that a button among them is none."""
    short = role not in _SHORT or width(dropped.page.blocks[index].text) <= _LONGEST
    return short and role is not _COMMENT


_STEPS: tuple[Callable[[Dropped], Found], ...] = (
    told_by_text,
    posts,
    answered,
    dated_items,
    cards,
    _topics,
    _menus_in_lists,
    _doubted,
    _by_label,
    _by_element,
    about_authors,
    inviting,
    _by_looks,
    with_addresses,
    _within_page,
    _between,
    with_terms,
    beside_notice,
)

STAGE = Stage(
    name="leftovers",
    run=run,
    reasons=REASONS,
    sets=frozenset(Role) - KEPT - SINGLE | {Role.BOILERPLATE, Role.TITLE},
    overrides=frozenset(
        {Role.BOILERPLATE, Role.FOOTER, Role.RELATED, Role.COMMENT, Role.TAGS, Role.PROMO, Role.NAV}
    ),
)
