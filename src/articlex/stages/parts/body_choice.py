"""The choice of the body: the set of blocks with the best expected F1, without those that are never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from articlex.options import Favor, Options
from articlex.page import Block, Kind, Page, Role, Style
from articlex.placeholders import is_unfilled, may_be_unfilled
from articlex.signs import signs_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

#: Roles that metadata rests on; the body does not take their blocks.
SETTLED = frozenset({Role.TITLE, Role.BYLINE, Role.DATE})

#: Elements whose text is there to be chosen or copied; no page has its content in them. Of the words in such
#: blocks 0.1 to 2.5 % are gold in `wcxb-dev` and `multilingual`. Leaving them out took words off seven pages
#: of sites not fitted on, all the better for it: `forums` 0.790 to 0.793, `multilingual` 0.939 to 0.940.
_CONTROLS = frozenset({"option", "textarea"})

#: The same in raw page text, where the element is not there to tell; lines that no article has; what lynx
#: prints of a page's machinery; the labels of tabs; and windows over the page. Of the last five, on half of
#: the pages of six corpora, 2 blocks that were kept in spite of them stand in gold, and 32 do not; those of
#: "dated-story" too took a list of dated stories its text.
_NEVER = frozenset(
    """embed-code reading-line subscription button addresses set-aside tab-label popup
    comments-label footer-element legal-element printed-path tags-line wiki-line contents
    own-address stated-again copyright rights appeal""".split()
)
#: The meaning of labels that lead away wherever they stand: "Read more". Of those that were kept on half of
#: the pages of five corpora 8 of 61 stand in gold, in raw page text 22 of 70.
_LEADS_AWAY = "more"

#: beta of the F-measure that the choice of blocks maximises. 0.6 and 1.8 were not swept.
_BETA: dict[Favor, float] = {"precision": 0.6, "balanced": 1.0, "recall": 1.8}


class Choice(NamedTuple):
    """For each row of the scores its probability and whether it is kept; how sure the whole is."""

    chances: NDArray[np.float64]
    kept: NDArray[np.bool_]
    confidence: float


def choose_blocks(page: Page, scores: Scores, options: Options) -> Choice:
    """The set of blocks with the best expected F1; blocks that are settled are not in it."""
    from articlex.scoring.choice import choose, expected_f1, sharpen

    blocks, marks = page.blocks, page.marks
    labels_away = signs_of(page).labelled.get(_LEADS_AWAY, ())
    away = {index for index in labels_away if blocks[index].kind is not Kind.HEADING}
    has_placeholders = may_be_unfilled("\n".join([block.text for block in blocks]))
    # Metadata rests on the block, or it holds what a reader is to choose or to copy.
    settled = [
        marks[index].role in SETTLED
        or marks[index].reason in _NEVER
        or blocks[index].tag in _CONTROLS
        or (has_placeholders and _is_unfilled(blocks[index]))
        or index in away
        for index in scores.rows
    ]
    chances = sharpen(scores.probabilities, scores.article)
    chances[settled] = 0.0
    kept = choose(chances, scores.tokens, _BETA[options.favor])
    kept[settled] = False
    return Choice(chances, kept, round(expected_f1(chances, scores.tokens, kept), 4))


def _is_unfilled(block: Block) -> bool:
    """Whether a block is next to nothing but what a script should have filled in, and does not show how."""
    if not is_unfilled(block.text) or block.kind in (Kind.CODE, Kind.MATH):
        return False
    shown = (run.text for run in block.runs if not run.style & (Style.CODE | Style.MATH))
    return is_unfilled("".join(shown))
