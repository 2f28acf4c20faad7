"""Posts of a thread in raw page text that end in the same line, a button: where their texts begin and end.

Boards print below each post what can be done with it: "Reply", "Report", "Logged". If the first post, right
below the headline, has such a line as well as all others and the last, the page is a thread: what stands
between the line that dates a post and the first such line is its text, and what stands between that and the
next post is none: a signature, an advertisement, the name and the rank of who wrote next. An article has no
such line of its comments below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.page import Block, Mark, Page, Role
from articlex.regex import NUMBER
from articlex.signs import signs_of
from articlex.stages.parts.posts.stamped_posts import dated_posts, may_be_text

_TITLE = Role.TITLE  # see articlex.page

#: Posts of the shortest thread; the share of them that have the line, and of which text is kept, at least.
_LEAST_POSTS, _SHARE, _MIN_KEPT = 3, 0.8, 0.3
#: The share of these posts whose first block is kept.
_BEGUN = 0.6
#: What is kept behind the texts, as a share of what is kept of these, at most: letters have several lines
#: with a day above them, and the first line that all have stands above the text.
_MOST_BEHIND = 0.2
#: Blocks of the longest post.
_LONGEST = 40


class _Post(NamedTuple):
    """The blocks of the text of a post, and those behind it up to the line that dates the next post; none of
    a post without a button."""

    text: Sequence[Block]
    behind: Sequence[Block]


def alike_marks(page: Page) -> Iterator[Mark]:
    """Mark what was left out of the texts of the posts, and what was kept between them."""
    title = next((mark.block for mark in page.marks if mark.role is _TITLE), -1)
    posts = _alike_posts(page, title)
    said = Counter(block.text for block in page.blocks) if posts else Counter[str]()
    for post in posts:
        for block in _told(page, post.text):
            if said[block.text] == 1 and may_be_text(page, block):
                yield Mark(block.index, Role.BODY, "post", 0.7)
        for block in post.behind:
            if _is_kept(page, block):
                yield Mark(block.index, Role.BOILERPLATE, "behind-post", 0.7)


def _told(page: Page, text: Sequence[Block]) -> Sequence[Block]:
    """The blocks of the text of a post up to the last one that is kept, or is running text if none is; else
    the first. Behind that may stand a signature, or how many have the same question."""
    prose = signs_of(page).prose
    kept = [place for place, block in enumerate(text) if _is_kept(page, block)]
    kept = kept or [place for place, block in enumerate(text) if prose[block.index]]
    return text[: kept[-1] + 1 if kept else 1]


def _alike_posts(page: Page, title: int) -> list[_Post]:
    """The posts below the headline at block ``title``; empty if the page is no such thread."""
    stamps = dated_posts(page, title, _LEAST_POSTS)
    if not stamps or any(signs_of(page).prose[title + 1 : stamps[0]]):
        return []
    stretches = [page.blocks[first + 1 : second] for first, second in pairwise(stamps)]
    stretches.append(page.blocks[stamps[-1] + 1 : stamps[-1] + 1 + _LONGEST])
    # A quotation may begin with a day as well, right below that of the post.
    stretches = [stretch for stretch in stretches if stretch]
    if not stretches:
        return []
    shapes = [[_shape(block.text) for block in stretch] for stretch in stretches]
    times = Counter(shape for stretch in shapes for shape in {*stretch})
    buttons = {
        shape for shape in {*shapes[0]} & {*shapes[-1]} if shape and times[shape] >= _SHARE * len(shapes)
    }
    posts = [_post(*each, buttons) for each in zip(stretches, shapes, strict=True)] if buttons else []
    kept = [post for post in posts if any(_is_kept(page, block) for block in post.text)]
    # Where the day stands below the text, a name or a rank comes right behind it.
    begun = sum(_is_kept(page, post.text[0]) for post in kept)
    if not kept or len(kept) < _MIN_KEPT * len(posts) or begun < _BEGUN * len(kept):
        return []
    inside = sum(_size(page, post.text) for post in posts)
    behind = sum(_size(page, post.behind) for post in posts)
    return posts if behind <= _MOST_BEHIND * inside else []


def _post(stretch: Sequence[Block], shapes: Sequence[str], buttons: set[str]) -> _Post:
    start = next((at for at, shape in enumerate(shapes) if shape not in buttons), len(shapes))
    end = next((at for at in range(start, len(shapes)) if shapes[at] in buttons), None)
    if end is None:
        return _Post((), ())
    return _Post(stretch[start:end], stretch[end:])


def _is_kept(page: Page, block: Block) -> bool:
    return page.role(block.index) is Role.BODY


def _size(page: Page, blocks: Sequence[Block]) -> int:
    """The characters of the blocks that are kept."""
    return sum(len(block.text) for block in blocks if _is_kept(page, block))


def _shape(text: str) -> str:
    """A text without numbers: "Like 27" → "Like"."""
    return " ".join(NUMBER.sub(" ", text).split())
