"""Short replies, lists and code in the posts of a thread, where most of the posts is main content.

A thread is told by its structure: elements of one look with dates between them, which hold most of what is
kept of the page. Quotations, signatures, the line with author and day and the cards of links are in a post
but are not its text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, chain, islice, pairwise
from math import ceil
from typing import NamedTuple

from articlex.options import Options
from articlex.page import Block, Form, Kind, Mark, Node, Page, Role
from articlex.page_kinds import page_kind
from articlex.signs import signs_of
from articlex.signs.dated_lines import is_dated_line
from articlex.signs.letters import letters
from articlex.signs.looks import looks, without_numbers
from articlex.signs.quotations import in_quotation
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.posts.alike_posts import alike_marks
from articlex.stages.parts.posts.change_notes import change_notes
from articlex.stages.parts.posts.printed_letters import letter_marks
from articlex.stages.parts.posts.printed_posts import printed_marks
from articlex.stages.parts.posts.signature_lines import is_signature, signature_lines
from articlex.stages.parts.posts.stamped_posts import stamped_posts

_BODY, _DATE = Role.BODY, Role.DATE  # see articlex.page

REASONS = {
    "post": "The block stands in a post of a thread, of whose posts most is main content.",
    "signature": "The block is what somebody has below each of their posts.",
    "change-note": "The line says below a post who changed it, and when.",
    "post-head": "The line says of each post who wrote it and when.",
    "reply-subject": "The line of raw text says the headline again, behind the mark of a reply.",
    "letter": "The block is a letter, with its sender and day above it.",
    "below-letters": "The block stands below the last letter of an archive.",
    "behind-post": "The line of raw text stands between the button below a post and the next one.",
    "between-posts": "The picture stands between the posts of a thread: a portrait, a button.",
}

#: Posts of the shortest thread, and the share of the stretches between them that hold a date, at least.
#: Without dates service pages lose 0.002 and articles 0.0006. With two posts threads of `wcxb-dev` have
#: 0.0017 more, and one article of 40 has a caption too much. Of 0.5, 0.6 and 0.8 of the stretches, 0.5 adds
#: something to one article of 40; questions have their date above and answers below.
_MIN_POSTS, _MIN_DATED = 3, 0.6
#: Blocks with a date in the smallest thread.
_LEAST_DATES = ceil(_MIN_DATED * (_MIN_POSTS - 1))
#: The share of the lines of a look that each head another post, at least.
_MIN_HEADS = 0.8
#: The least F1 of the text inside the posts against the text that is kept. Threads of `wcxb-dev` and `forums`
#: go from 0.8096 and 0.8878 to 0.8122 and 0.8888 with 0.4 and 0.5, 0.8122 and 0.8880 with 0.6, 0.8108 and
#: 0.8880 with 0.7.
_MIN_AGREEMENT = 0.5
#: The least probability of a block to be main content. 0, 0.1 and 0.2 gave 0.0003 more and less on threads,
#: with the mean of two nets, which were less sure than one is.
_MIN_CHANCE = 0.05

_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CODE, Kind.HEADING})
#: Class words of quotations, signatures, notes of changes and cards of links in a post.
_ASIDE = frozenset("quote quoted blockquote citation signature sig edited expand onebox unfurl".split())
#: Class words of the element around a signature, and how many elements around its text are checked.
_SIGNED, _MOST_AROUND = frozenset({"signature", "sig"}), 3
#: The class word of a signature, blocks of the longest one, and words with which a class says
#: "has-signature".
_SIGNATURE, _MOST_SIGNED = frozenset({"signature"}), 20
_HAVING = frozenset({"has", "with", "no", "show"})
_ASIDE_TAGS = frozenset({"aside", "header", "footer", "figure", "option", "textarea", "button"})

#: Roles of what may be text of a post although it was left out.
_MAYBE_POST = frozenset({Role.UNKNOWN, Role.BOILERPLATE, Role.COMMENT})

#: The kind of a block, and tag and shape of its element and of the one around that, without numbers.
_Look = tuple[str, ...]


class _Posts(NamedTuple):
    """The nodes of one look, and the blocks below each."""

    nodes: frozenset[int]
    spans: list[range]


def run(page: Page, options: Options) -> Output:
    """Mark what was left out of posts, and what was kept of their heads, signatures and pictures between."""
    if page.form is Form.TEXT:
        marks = {mark.block: mark for mark in chain(printed_marks(page), letter_marks(page))}
        for mark in alike_marks(page):
            marks.setdefault(mark.block, mark)
        yield from marks.values()
        added = {index for index, mark in marks.items() if mark.role is _BODY}
        left_out = (index for index in stamped_posts(page, added) if index not in marks)
        yield from (Mark(index, Role.BODY, "post", 0.7) for index in left_out)
        return
    if sent := letters(page.blocks):
        yield from _letters(page, sent)
        return
    posts = _posts(page)
    is_thread = posts is not None or page_kind(page).kind == "forum"
    signed = (*(_signatures(page, posts) if is_thread else ()), *signature_lines(page, is_thread))
    dropped = dict.fromkeys(sorted(signed), "signature")
    notes = change_notes(page) if is_thread else frozenset()
    dropped |= dict.fromkeys(sorted(index for index in notes if page.role(index) is _BODY), "change-note")
    if posts:
        left_out = (index for index in _left_out(page, posts) if index not in notes)
        yield from (Mark(index, Role.BODY, "post", 0.7) for index in left_out)
        for index in _heads(page, posts):
            dropped.setdefault(index, "post-head")
        for index in _pictures_between(page, posts):
            dropped.setdefault(index, "between-posts")
    yield from (Mark(index, Role.BOILERPLATE, reason, 0.7) for index, reason in dropped.items())


def _left_out(page: Page, posts: _Posts) -> Iterator[int]:
    """Indices of the blocks in posts that were left out and are text, each text of the page once."""
    first: dict[str, int] = {}
    for block in page.blocks:
        first.setdefault(block.text, block.index)
    for block in (block for span in posts.spans for block in page.blocks[span.start : span.stop]):
        is_first = first[block.text] == block.index
        if is_first and _may_be_text(page, block) and not _is_aside(page, block, posts):
            yield block.index


def _pictures_between(page: Page, posts: _Posts) -> Iterator[int]:
    """Indices of the kept pictures between two posts."""
    for before, after in pairwise(posts.spans):
        for block in page.blocks[before.stop : after.start]:
            if block.kind is Kind.IMAGE and page.role(block.index) is _BODY:
                yield block.index


def _letters(page: Page, senders: Sequence[int]) -> Iterator[Mark]:
    """Mark the letters of an archive as text, and their heads and what stands below the last as none."""
    for sender in senders:
        for index in (sender, sender + 1):
            if page.role(index) is _BODY:
                yield Mark(index, Role.BOILERPLATE, "post-head", 0.7)
        if page.role(sender + 2) in _MAYBE_POST - {Role.UNKNOWN}:
            yield Mark(sender + 2, Role.BODY, "letter", 0.7)
    for block in page.blocks[senders[-1] + 3 :]:
        if page.role(block.index) is _BODY:
            yield Mark(block.index, Role.BOILERPLATE, "below-letters", 0.7)


def _signatures(page: Page, posts: _Posts | None) -> Iterator[int]:
    """Indices of the kept blocks in elements that are named signatures and hold no post.

    Five threads of the corpora keep such blocks, none of them gold; one calls its posts "sig".
    """
    for number in signs_of(page).elements.called(_SIGNATURE):
        node = page.nodes[number]
        if node.last - node.first > _MOST_SIGNED or not _HAVING.isdisjoint(node.words):
            continue
        if posts is None or not _posts_in(node, posts):
            yield from (index for index in range(node.first, node.last) if page.role(index) is _BODY)


def _posts_in(node: Node, posts: _Posts) -> int:
    """How many of the posts stand in an element."""
    return sum(node.first <= span.start and span.stop <= node.last for span in posts.spans)


def _heads(page: Page, posts: _Posts) -> list[int]:
    """Indices of the kept lines that head the posts: "by Ann Example » 6 May 2014".

    They have one look, of which most posts have a line with a date, and few a second line. If the posts have
    headlines of their own they are items of a list, whose bylines are text.
    """
    if _have_headlines(page, posts):
        return []
    kept: dict[_Look, list[int]] = {}
    for block in page.blocks[: posts.spans[-1].stop]:
        if page.role(block.index) is _BODY and is_dated_line(block.text) and not in_quotation(block):
            kept.setdefault(_look(page, block), []).append(block.index)
    if not kept:
        return []
    every: dict[_Look, list[Block]] = {look: [] for look in kept}
    for block in page.blocks[: posts.spans[-1].stop]:
        if block.text and (alike := every.get(_look(page, block))) is not None:
            alike.append(block)
    stops = [span.stop for span in posts.spans]
    found: list[int] = []
    for look, alike in every.items():
        dated = [block.index for block in alike if is_dated_line(block.text)]
        with_head = len({bisect_right(stops, index) for index in dated})
        if with_head >= _MIN_DATED * (len(stops) - 1) and _MIN_HEADS * len(alike) <= with_head:
            found += kept[look]
    return found


def _have_headlines(page: Page, posts: _Posts) -> bool:
    """Whether more than half as many headings as posts are kept among these, other than lines with a date."""
    whole = page.blocks[posts.spans[0].start : posts.spans[-1].stop]
    kept = (block for block in whole if block.level and page.role(block.index) is _BODY)
    return 2 * sum(not is_dated_line(heading.text) for heading in kept) > len(posts.spans)


def _look(page: Page, block: Block) -> _Look:
    """The look of a block: posts differ in the numbers of their names."""
    around = islice(page.around(block), 2)
    return (block.kind, *(without_numbers(f"{node.tag} {node.shape}") for node in around))


def _posts(page: Page) -> _Posts | None:
    """The posts of the page, None if it is no thread; of several looks that with the best agreement.

    First come the dates without which no page is a thread, last those between the posts: on most pages no
    look holds enough of what is kept.
    """
    stated = _stated_dates(page)
    is_dated = cache(partial(_holds_date, page, stated))
    # Of 42 pages 18 end here, the largest among them: the stage takes 0.8 of the time.
    others = (index for index in signs_of(page).with_digits if index not in stated and is_dated(index))
    if len(list(islice(chain(stated, others), _LEAST_DATES))) < _LEAST_DATES:
        return None
    rivals = sorted(_rivals(page), key=lambda rival: -rival[0])
    posts = next((posts for _, posts in rivals if _are_dated(posts.spans, is_dated)), None)
    if posts is None or page_kind(page).kind == "article":
        return posts
    return _with_variants(page, posts, is_dated)


def _with_variants(page: Page, posts: _Posts, is_dated: Callable[[int], bool]) -> _Posts:
    """The posts, with those that have a class of their own in place of one: what few readers liked is printed
    pale.

    A date stands above such a post as above the others, and its element stands in one as theirs do.
    """
    nodes = page.nodes
    known = nodes[min(posts.nodes)]
    names = _names(known)
    parents = {_node_look(nodes[nodes[number].parent]) for number in posts.nodes}
    numbers, spans = set(posts.nodes), list(posts.spans)
    for number in signs_of(page).elements.tagged({known.tag}):
        node = nodes[number]
        if number in numbers or not _differs_by_one(names, _names(node)):
            continue
        if _node_look(nodes[node.parent]) not in parents:
            continue
        place = bisect_left(spans, node.first, key=lambda span: span.start)
        start = spans[place - 1].stop if place else node.last
        stop = spans[place].start if place < len(spans) else node.last
        if start <= node.first < node.last <= stop and any(map(is_dated, range(start, node.first))):
            numbers.add(number)
            spans.insert(place, range(node.first, node.last))
    return _Posts(frozenset(numbers), spans)


def _names(node: Node) -> list[str]:
    """The names in class, id and role of an element, without numbers."""
    return without_numbers(node.shape).split()


def _differs_by_one(names: Sequence[str], others: Sequence[str]) -> bool:
    """Whether elements share their first name and all others but one. Those that have names for their looks
    alone share many with all kinds of elements."""
    if len(names) != len(others) or names[:1] != others[:1]:
        return False
    return len(set(names) - set(others)) == 1


def _node_look(node: Node) -> tuple[str, str]:
    return node.tag, without_numbers(node.shape)


def _rivals(page: Page) -> Iterator[tuple[float, _Posts]]:
    """The elements of each look that hold most of what is kept, with the agreement of both."""
    sizes = [len(block.text.encode()) for block in page.blocks]
    kept = [size if mark.role is _BODY else 0 for mark, size in zip(page.marks, sizes, strict=True)]
    below, kept_below = list(accumulate(sizes, initial=0)), list(accumulate(kept, initial=0))
    for nodes in looks(page):
        if len(nodes) < _MIN_POSTS:
            continue
        # Menus hold too little of what is kept to reach the agreement even if they held nothing else.
        most = kept_below[page.nodes[nodes[-1]].last] - kept_below[page.nodes[nodes[0]].first]
        if (2.0 - _MIN_AGREEMENT) * most <= _MIN_AGREEMENT * kept_below[-1]:
            continue
        spans = [range(page.nodes[node].first, page.nodes[node].last) for node in nodes]
        size = sum(below[span.stop] - below[span.start] for span in spans)
        inside = sum(kept_below[span.stop] - kept_below[span.start] for span in spans)
        agreement = 2.0 * inside / (size + kept_below[-1]) if inside else 0.0
        if agreement > _MIN_AGREEMENT:
            yield agreement, _Posts(frozenset(nodes), spans)


def _stated_dates(page: Page) -> set[int]:
    """The blocks that the markup or an earlier stage says to be dates."""
    stated = {note.block for note in page.markup.annotations if note.name == "time"}
    return stated.union(mark.block for mark in page.marks if mark.role is _DATE)


def _holds_date(page: Page, stated: set[int], index: int) -> bool:
    return index in stated or is_dated_line(page.blocks[index].text)


def _are_dated(spans: Sequence[range], is_dated: Callable[[int], bool]) -> bool:
    """Whether a block with a date stands between most posts; paragraphs have nothing between them."""
    between = (range(before.stop, after.start) for before, after in pairwise(spans))
    return sum(any(map(is_dated, blocks)) for blocks in between) >= _MIN_DATED * (len(spans) - 1)


def _may_be_text(page: Page, block: Block) -> bool:
    """Whether a block was left out although it may be text of a post."""
    mark = page.marks[block.index]
    if mark.role not in _MAYBE_POST or block.kind not in _KINDS or not block.text:
        return False
    if mark.role is Role.BOILERPLATE and 1.0 - mark.score < _MIN_CHANCE:
        return False
    if 2 * block.link_chars > len(block.text):
        return False
    return not is_dated_line(block.text) and not is_signature(block)


def _is_aside(page: Page, block: Block, posts: _Posts) -> bool:
    """Whether a block stands in a part of the post that is not its text."""
    if in_quotation(block):
        return True
    number = block.node
    while number >= 0 and number not in posts.nodes:
        node = page.nodes[number]
        if node.tag in _ASIDE_TAGS or not _ASIDE.isdisjoint(node.words):
            return True
        number = node.parent
    return number >= 0 and _is_in_signature(page, number, posts)


def _is_in_signature(page: Page, number: int, posts: _Posts) -> bool:
    """Whether an element that looks like a post is a signature's text: XenForo has one class for both."""
    for _ in range(_MOST_AROUND):
        number = page.nodes[number].parent
        if number < 0:
            return False
        node = page.nodes[number]
        if not _SIGNED.isdisjoint(node.words):
            return _posts_in(node, posts) == 1
    return False


STAGE = Stage(
    name="thread",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY, Role.BOILERPLATE}),
    overrides=(_MAYBE_POST | {Role.BODY}) - {Role.UNKNOWN},
)
