"""Posts of a thread in raw page text that the scorer takes for comments on the first one, or has torn.

Above each post, the first one as well, stands a line with its day in one form, and the days go forwards;
other days stand between them.
What the scorer leaves out between two texts of a post that it keeps is the post's, and so are the first
sentences of a post of which it keeps nothing. What several posts have is none of their text: buttons, ranks,
signatures.

On 33 invented threads in five flattenings 1,643 of 1,870 phrases of the posts are kept instead of 1,492, and
192 of 1,785 others instead of 208 (with lists that end where a post begins, see the stage "announced").
On the 160 threads of the corpora, which the scorer has seen, word F1 goes from 0.7863 to 0.7858.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, compress, pairwise
from typing import TYPE_CHECKING, NamedTuple

from articlex.page import Block, Form, Page, Role
from articlex.punctuation import CLOSES, SENTENCE_ENDS
from articlex.regex import LETTER, NUMBER
from articlex.signs import signs_of
from articlex.signs.stamps import holds_stamp
from articlex.stages.parts.posts.stamped_posts import dated_posts, in_order, moment_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

#: Probability of being an article from which on a page is no thread: the same form dates an article and its
#: comments on every thirtieth article of the corpora. Of the invented threads 87 % have less; 0.65 adds one
#: phrase.
_ARTICLE = 0.5
#: Posts of the shortest thread, and blocks behind the line with the day in which a text begins. With 2, 3, 6
#: and 8 blocks 1,558, 1,578, 1,602 and 1,602 phrases are kept.
_LEAST, _NEAR = 3, 6
#: A line that more than this share of the posts have is no text.
_COMMON = 0.34
#: The least chances of sentences and of other lines. With 0.02, 0.1, 0.2, 0.3 and 0.5 for the latter 1,602,
#: 1,599, 1,603, 1,602 and 1,600 phrases are kept, 223, 223, 221, 219 and 218 that are not wanted, and boards
#: of the corpora lose least with 0.5 (links between kept lines). With 0.02 for sentences 1,593.
_SENTENCE_CHANCE, _LINE_CHANCE = 0.005, 0.5
#: Bytes of UTF-8 of the shortest sentence.
_SENTENCE = 25
#: Blocks behind the last line with a day, as nothing says where the last post ends.
_LAST = 12

#: Roles of what may be text of a post.
_MAYBE_SAID = frozenset({Role.UNKNOWN, Role.BODY, Role.BOILERPLATE, Role.COMMENT, Role.RELATED})


class Changes(NamedTuple):
    """The places in the rows of the scores that are kept as well, and those that are left out after all."""

    added: list[int]
    left_out: list[int]


class _Thread(NamedTuple):
    """A page with the chance of each block to be main content, which are kept, and where each text stands
    first."""

    page: Page
    chances: Mapping[int, float]
    kept: frozenset[int]
    first: Mapping[str, int]

    def is_text(self, block: Block) -> bool:
        """Whether a block is kept, or is a sentence at least."""
        is_prose = bool(signs_of(self.page).prose[block.index])
        return is_prose or block.index in self.kept or _is_sentence(block.text)


def thread_texts(page: Page, scores: Scores, kept: NDArray[np.bool_]) -> Changes:
    """What the posts of a thread have beside what is ``kept``, and what of that is none of their text."""
    title = next((mark.block for mark in page.marks if mark.role is Role.TITLE), -1)
    stamps = dated_posts(page, title, _LEAST) if _may_be_thread(page, scores) else []
    if not stamps:
        return Changes([], [])
    rows = dict(zip(scores.rows, scores.probabilities.tolist(), strict=True))
    first = {block.text: block.index for block in reversed(page.blocks)}
    thread = _Thread(page, rows, frozenset(compress(rows, kept.tolist())), first)
    stamps = in_order(page, stamps)
    if any(index in thread.kept and signs_of(page).prose[index] for index in range(title + 1, stamps[0])):
        return Changes([], [])
    posts = _posts(thread, stamps)
    if len(posts) < _LEAST or thread.kept.isdisjoint(block.index for block in chain(*posts)):
        return Changes([], [])
    common = _common(posts)
    added = [index for post in posts for index in _added(thread, post, common, post is posts[-1])]
    left_out = {*_left_out(thread, posts, common)}
    place_of = {index: place for place, index in enumerate(scores.rows)}
    return Changes([place_of[index] for index in added], [place_of[index] for index in sorted(left_out)])


def _may_be_thread(page: Page, scores: Scores) -> bool:
    return page.form is Form.TEXT and scores.article < _ARTICLE


def _posts(thread: _Thread, stamps: Sequence[int]) -> list[list[Block]]:
    """The blocks behind each line with a day, of which one near it is text: others date when somebody
    joined, or changed the post above."""
    page = thread.page
    spans = [*pairwise(stamps), (stamps[-1], stamps[-1] + 1 + _LAST)]
    posts = [[block for block in page.blocks[first + 1 : stop] if block.text] for first, stop in spans]
    # The day of the first post may stand below the headline as well, above notices: "Not open for replies."
    is_twice = len(stamps) > 1 and moment_of(page, stamps[0]) == moment_of(page, stamps[1])
    if is_twice and thread.kept.isdisjoint(block.index for block in posts[0]):
        del posts[0]
    return [post for post in posts if any(map(thread.is_text, post[:_NEAR]))]


def _common(posts: Sequence[Sequence[Block]]) -> frozenset[str]:
    """The shapes of lines that many posts have."""
    shapes = Counter(shape for post in posts for shape in {_shape(block.text) for block in post})
    return frozenset(shape for shape, times in shapes.items() if times > max(1.0, _COMMON * len(posts)))


def _added(thread: _Thread, post: Sequence[Block], common: frozenset[str], is_last: bool) -> Sequence[int]:
    """The blocks of a post that are left out between two that are kept; the first sentences if none is."""
    own = list(_own(thread, post, common, is_last))
    kept = [place for place, block in enumerate(own) if block.index in thread.kept]
    if kept:
        return [block.index for block in own[kept[0] : kept[-1]] if block.index not in thread.kept]
    first = next((place for place, block in enumerate(own) if thread.is_text(block)), len(own))
    stop = next((place for place in range(first, len(own)) if not thread.is_text(own[place])), len(own))
    return [block.index for block in own[:stop]] if first < stop else []


def _own(thread: _Thread, post: Sequence[Block], common: frozenset[str], is_last: bool) -> Iterator[Block]:
    """The blocks of a post that may be its text. The last post ends with the first block that is none."""
    begun = False
    for block in post:
        if _may_be_own(thread, block, common):
            begun = True
            yield block
        elif is_last and begun:
            return


def _may_be_own(thread: _Thread, block: Block, common: frozenset[str]) -> bool:
    """Whether a block may be text of a post: no day, no button, no quotation of what stands above."""
    is_text, text = thread.is_text(block), block.text
    if block.index in thread.kept:
        return True
    if thread.page.role(block.index) not in _MAYBE_SAID or (not is_text and _shape(text) in common):
        return False
    if 2 * block.link_chars > len(text) or not LETTER.search(text) or (not is_text and holds_stamp(text)):
        return False
    least = _SENTENCE_CHANCE if is_text else _LINE_CHANCE
    # Lines that lead to other stories have no row, and so no chance.
    return thread.chances.get(block.index, 0.0) >= least and thread.first[text] == block.index


def _left_out(thread: _Thread, posts: Sequence[Sequence[Block]], common: frozenset[str]) -> Iterator[int]:
    """The kept lines that many posts have, and signatures, that stand below the text of several posts."""
    times = Counter(text for post in posts for text in {block.text for block in post})
    above: set[str] = set()
    for post in posts:
        own = [place for place, each in enumerate(post) if thread.is_text(each) and times[each.text] == 1]
        # Without a text of its own a post quotes another.
        above.update(block.text for block in post[: max(own, default=len(post))])
    for block in (block for post in posts for block in post if block.index in thread.kept):
        is_signature = times[block.text] > 1 and block.text not in above
        is_sentence = bool(signs_of(thread.page).prose[block.index]) or _is_sentence(block.text)
        if is_signature or (_shape(block.text) in common and not is_sentence):
            yield block.index


def _is_sentence(text: str) -> bool:
    text = text.rstrip(f"{CLOSES} ")
    return len(text.encode()) >= _SENTENCE and text[-1:] in SENTENCE_ENDS


def _shape(text: str) -> str:
    """A text without numbers: "Like 27" → "Like"."""
    return " ".join(NUMBER.sub(" ", text).split())
