"""The choice of the body: the set of blocks with the best expected F1, without those that are never kept."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from articlex.copyright_notices import is_notice
from articlex.options import Favor, Options
from articlex.page import Block, Hidden, Kind, Page, Role, Style
from articlex.placeholders import is_unfilled, may_be_unfilled
from articlex.regex import YEAR
from articlex.signs import Place, signs_of
from articlex.signs.scripts import speaks_of_script
from articlex.stages.parts.card_buttons import card_buttons, links_back
from articlex.stages.parts.listed_stories import listed_stories
from articlex.stages.parts.outer_rows import outer_rows
from articlex.stages.parts.pictures.names import picture_names
from articlex.stages.parts.posts.report_texts import report_texts
from articlex.stages.parts.posts.thread_texts import thread_texts
from articlex.stages.parts.side_columns import side_columns

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

_TITLE, _HEADING = Role.TITLE, Kind.HEADING  # see articlex.page

#: Roles that metadata rests on; the body does not take their blocks.
SETTLED = frozenset({Role.TITLE, Role.BYLINE, Role.DATE})

#: Elements with text to choose from or to copy; no page has its content in them. Of the words in them 0.1 to
#: 2.5 % are gold in `wcxb-dev` and `multilingual`. Without them seven pages of sites not fitted on lost
#: words, all for the better: `forums` 0.790 to 0.793, `multilingual` 0.939 to 0.940.
_CONTROLS = frozenset({"option", "textarea"})

#: Reasons of earlier stages for blocks that are never kept: the same in raw page text, which has no elements;
#: lines that no article has; what lynx prints of a page's machinery; labels of tabs; windows over the page.
#: Of blocks with the last five reasons that would be kept, on half of the pages of six corpora, 2 stand in
#: gold and 32 do not; of "site-menu", on all pages, none of six is gold. With "dated-story" here too, a list
#: of dated stories lost its text.
_NEVER = frozenset(
    """embed-code reading-line subscription button addresses set-aside tab-label popup advert-element
    advert-line comments-label footer-element legal-element printed-path tags-line wiki-line contents
    own-address copyright rights appeal offer section-row site-menu""".split()
)
#: The meaning of labels that are never kept either: "Read more". On half of the pages of five corpora 61
#: would be kept, of which 8 stand in gold, and in raw page text 70, of which 22 do.
_LEADS_AWAY = "more"

#: Reasons for blocks below a label of comments; blocks of the longest comment; and the largest share that the
#: comments may be of the text above them: with more they are what the page is for, as in a thread. Of 850
#: pages of all corpora the scorer keeps no such block below one that it leaves out; of 60 pages in other
#: scripts it kept comments on four.
_IN_COMMENTS = frozenset({"comments-element", "comments-label", "comment", "dated-comment"})
_MOST_SAID, _MOST_BELOW = 3, 0.5

#: Links of the shortest menu in one block, and the share of its characters that are links. Above the headline
#: no such block of the annotated pages is kept; of 117 pages of other templates one would have one.
_LEAST_LINKS, _LINKED = 4, 0.8

#: Characters at the beginning of a copyright notice in which its year stands.
_NOTICE = 60

#: Characters of a line that asks readers without scripts to switch them on, at most.
_REQUEST = 200
#: What no reader sees until a script shows it.
_UNSEEN = Hidden.TEMPLATE | Hidden.STYLE
_UNOPENED = Hidden.TEMPLATE | Hidden.DIALOG

#: The beta of the F-measure that the choice of blocks maximises. 0.6 and 1.8 were not swept.
_BETA: dict[Favor, float] = {"precision": 0.6, "balanced": 1.0, "recall": 1.8}


class Choice(NamedTuple):
    """For each row of the scores its probability and whether it is kept; the expected F1 of what the scorer
    chooses; and the blocks that are kept as parts of posts."""

    chances: NDArray[np.float64]
    kept: NDArray[np.bool_]
    confidence: float
    posts: frozenset[int] = frozenset()


def choose_blocks(page: Page, scores: Scores, options: Options) -> Choice:
    """The set of blocks with the best expected F1, without those that are settled or never kept."""
    from articlex.scoring.choice import choose, expected_f1, sharpen

    never = _never_kept(page)
    settled = [index in never or page.marks[index].role in SETTLED for index in scores.rows]
    chances = sharpen(scores.probabilities, scores.article)
    chances[settled] = 0.0
    kept = choose(chances, scores.tokens, _BETA[options.favor])
    kept[settled] = False
    kept[_said_below(page, scores, kept)] = False
    kept[side_columns(page, scores, kept)] = False
    kept[outer_rows(page, scores, kept)] = False
    confidence = round(expected_f1(chances, scores.tokens, kept), 4)
    changes = thread_texts(page, scores, kept)
    kept[changes.added] = True
    kept[changes.left_out] = False
    kept[report_texts(page, scores, kept)] = True
    return Choice(chances, kept, confidence, frozenset(scores.rows[place] for place in changes.added))


def _never_kept(page: Page) -> set[int]:
    """The blocks that are not kept whatever their score is."""
    labels_away = signs_of(page).labelled.get(_LEADS_AWAY, ())
    found = {index for index in labels_away if page.blocks[index].kind is not _HEADING}
    found.update(picture_names(page))
    found.update(card_buttons(page))
    found.update(links_back(page))
    found.update(_notices(page))
    found.update(listed_stories(page))
    title = next((mark.block for mark in page.marks if mark.role is _TITLE), 0)
    unopened = _unopened(page)
    has_placeholders = may_be_unfilled("\n".join([block.text for block in page.blocks]))
    for block, mark in zip(page.blocks, page.marks, strict=True):
        if (
            mark.reason in _NEVER
            or block.tag in _CONTROLS
            or (has_placeholders and _is_unfilled(block))
            or (block.hidden & _UNSEEN and _is_data(block))
            or block.hidden & unopened
            or (block.hidden & Hidden.NOSCRIPT and _is_script_request(block.text))
            or (block.index < title and _is_row_of_links(block))
        ):
            found.add(block.index)
    return found


def _is_script_request(text: str) -> bool:
    """Whether a text asks readers to switch scripts on. Of such lines in <noscript> that were kept on the
    annotated pages none is gold."""
    return len(text) <= _REQUEST and speaks_of_script(text)


def _unopened(page: Page) -> int:
    """The bits of what nobody sees before a script shows it, where most running text stands elsewhere; 0
    where that is the article.

    (Of what else is hidden on the annotated pages amid kept text, by style or class, 85 % is gold.)
    """
    prose = signs_of(page).prose
    size = inside = 0
    for block in page.blocks:
        if prose[block.index]:
            size += len(block.text)
            inside += len(block.text) if block.hidden & _UNOPENED else 0
    return _UNOPENED if 2 * inside < size else 0


def _notices(page: Page) -> Iterator[int]:
    """Copyright notices with a year in the second half of the page, unless they are below a heading, as in a
    manual with a section on its copyright. Of seven that were kept on the annotated pages one is gold."""
    blocks, with_digits = page.blocks, signs_of(page).with_digits
    for index in with_digits[bisect_right(with_digits, len(blocks) // 2) :]:
        is_dated = YEAR.search(blocks[index].text[:_NOTICE]) is not None
        if is_dated and blocks[index - 1].kind is not _HEADING and is_notice(blocks[index].text):
            yield index


def _is_row_of_links(block: Block) -> bool:
    """Whether a block is links and next to nothing else, as the menu of a page laid out in tables is."""
    return block.links >= _LEAST_LINKS and block.link_chars >= _LINKED * len(block.text)


def _said_below(page: Page, scores: Scores, kept: NDArray[np.bool_]) -> list[int]:
    """The places in ``scores.rows`` of kept blocks that are what a comment says: above them stands the line
    with its author, below them its buttons or the next comment, and neither is kept."""
    rows, tokens = scores.rows, scores.tokens
    inside = [place for place, index in enumerate(rows) if page.marks[index].reason in _IN_COMMENTS]
    left_out = [place for place in inside if not kept[place]]
    said = [
        place
        for before, after in pairwise(left_out)
        if 1 < after - before <= _MOST_SAID + 1 and _is_one_section(page, rows[before], rows[after])
        for place in range(before + 1, after)
    ]
    if not said:
        return []
    # Where more of the comments is kept than these, the page may be a thread.
    in_comments = set(signs_of(page).at[Place.COMMENTS]).union(map(rows.__getitem__, inside))
    every = [place for place, index in enumerate(rows) if kept[place] and index in in_comments]
    above = tokens[: every[0]][kept[: every[0]]]
    return said if tokens[every].sum() <= _MOST_BELOW * above.sum() else []


def _is_one_section(page: Page, first: int, last: int) -> bool:
    """Whether all blocks with text between two others stand below one label of comments."""
    between = page.blocks[first + 1 : last]
    return all(page.marks[block.index].reason in _IN_COMMENTS for block in between if block.text)


def _is_unfilled(block: Block) -> bool:
    """Whether a block is little but placeholders that a script was to fill in, and no sample of these."""
    if not is_unfilled(block.text) or block.kind in (Kind.CODE, Kind.MATH):
        return False
    shown = (run.text for run in block.runs if not run.style & (Style.CODE | Style.MATH))
    return is_unfilled("".join(shown))


def _is_data(block: Block) -> bool:
    """Whether a block is data of a program in JSON, and no sample of it."""
    if not block.text.startswith(("{", "[")) or block.kind is Kind.CODE:
        return False
    try:
        data = json.loads(block.text)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) or any(isinstance(each, dict | list) for each in data)
