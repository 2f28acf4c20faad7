"""Whether there is an article: enough words, a likely block, or a note that is most of the page."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from articlex.data.labels import labels, normal
from articlex.facts import best_fact, is_believed
from articlex.page import Block, Field, Hidden, Page
from articlex.stages.parts.body_choice import Choice

if TYPE_CHECKING:
    from articlex.scoring.score import Scores

#: A page has no article if no block has this probability. (Of one block nothing can be chosen: a text of 1 MB
#: in one line had 0.3.) On the pages with a gold text of six corpora 0.3 instead of 0.35 gives a thread in
#: raw page text 0.64 and changes no other; 0.25 gives a list 0.7, and text to three empty pages.
_NO_ARTICLE = 0.3

#: If the page says who wrote it and when, as a live blog does, this probability before sharpening will do. Of
#: 2,766 pages of six corpora one with such a signature has no block of the first, but a gold text.
_LIKELY = 0.5

#: A page has no article either if no kept block has so many characters, and all of them have so few tokens.
#: Of 60, 120 and any number of tokens, 60 gave the best word F1 on wcxb-dev: 12 of 1,488 pages change. It
#: costs 2 tiny pages of 71 in `reader` and one of 47 in `forums`.
_LONG = 80
_FEW_TOKENS = 60

#: But the page is a note of a line or two if what is kept has such a share of its tokens and such a
#: confidence. Of all pages of the corpora 29 would have no article, 8 of them rightly; with the first pair
#: one page of `forums` and two of `reader` have one, and none of the 8; with 0.8 for its 0.85 one of the 8
#: has one. The second pair, for short changelogs, changes none of the 29.
_NOTES = ((0.5, 0.85), (0.75, 0.75))

#: It is a note too if a block has the first probability, or the second inside the element that the page calls
#: its main content: pages of documentation have a sentence and a declaration, lists have short names. Of the
#: 18 pages of eight corpora with few tokens that are no notes yet six have such a block, all rightly, and in
#: raw page text two of eleven; the first from 0.7 to 0.8 and the second from 0.35 to 0.5 change none.
_LIKELY_NOTE, _IN_MAIN = 0.75, 0.5


def has_few_words(page: Page, scores: Scores, choice: Choice) -> bool:
    """Whether the kept words are too few for an article, unless the page says who wrote it and when."""
    kept = (page.blocks[i] for i, keep in zip(scores.rows, choice.kept, strict=True) if keep)
    if any(len(block.text) >= _LONG for block in kept):
        return False
    return float(scores.tokens[choice.kept].sum()) < _FEW_TOKENS and not _is_signed(page)


def has_nothing_likely(page: Page, scores: Scores, choice: Choice) -> bool:
    """Whether no block is kept, or the page has several blocks and none is likely to be main content.

    On a page that says who wrote it and when, ``_LIKELY`` before sharpening is enough.
    """
    if not choice.kept.any():
        return True
    unlikely = len(choice.chances) > 1 and float(choice.chances.max()) < _NO_ARTICLE
    return unlikely and not (float(scores.probabilities.max()) >= _LIKELY and _is_signed(page))


def _is_signed(page: Page) -> bool:
    """Whether the page says who wrote it and when, as no menu and no notice does."""
    author, date = best_fact(page, Field.AUTHORS), best_fact(page, Field.DATE_PUBLISHED)
    return bool(author and author.value and date and is_believed(date))


def is_note(page: Page, scores: Scores, choice: Choice) -> bool:
    """Whether the few kept words are most of what the page shows, or some are likely to be main content.

    A call for scripts that stands in place of an application does not count, nor do labels of a menu.
    """
    kept = [index for index in compress(scores.rows, choice.kept.tolist()) if _has_words(page.blocks[index])]
    kept_tokens, tokens = scores.tokens[choice.kept].sum(), scores.tokens.sum()
    if any(kept_tokens >= most * tokens and choice.confidence >= sure for most, sure in _NOTES):
        return bool(kept)
    chances = dict(zip(scores.rows, choice.chances.tolist(), strict=True))
    return any(
        chances[index] >= (_IN_MAIN if _is_in_main(page, page.blocks[index]) else _LIKELY_NOTE)
        for index in kept
    )


def _has_words(block: Block) -> bool:
    """Whether a block has words that are neither a call for scripts nor a label."""
    is_shown = not block.hidden & Hidden.NOSCRIPT and any(map(str.isalnum, block.text))
    return is_shown and normal(block.text) not in labels()


def _is_in_main(page: Page, block: Block) -> bool:
    return any(node.tag == "main" or "main" in node.shape.split() for node in page.around(block))
