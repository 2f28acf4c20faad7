"""The headline of pages that print it in no heading, and whose <title> is the section or the site alone.

Such pages of town councils, clubs and company newsrooms have it in a <div> or <span> that its class calls a
title, right above the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from articlex.addresses import is_front
from articlex.page import Block, Page
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate, Ranked, in_heading
from articlex.titles.page_site import page_site
from articlex.titles.site_names import is_site
from articlex.titles.trim import split_title
from articlex.tokens import fold, word_count

#: What classes of such lines say, without the number of a level ("heading2").
_NAMED = frozenset({"title", "headline", "subject", "heading", "tit"})
_DIGITS = "0123456789"
#: Blocks above the text among which the line may stand, and words and characters of the line: it says more
#: than the name of a section, and less than a summary.
_MOST_ABOVE, _FEWEST_WORDS, _MOST_CHARS = 12, 3, 200
#: Characters of signs and spaces around the words of a link.
_SLACK = 2


def past_section(page: Page, ranked: Ranked) -> Candidate | None:
    """The named line above the text, if the likeliest title is printed in links alone, or is the site or what
    its logo says, and no heading of the content prints it.

    No title of the 3,736 annotated pages changes; of 28 invented articles two have theirs by it.
    """
    best = ranked[0].candidate
    if in_heading(page, best) or not _is_label(page, best):
        return None
    line = next(_named_lines(page), None)
    if line is None or len(line.text) <= len(best.text):
        return None
    return Candidate(line.text, fold(line.text), [line.index])


def _is_label(page: Page, best: Candidate) -> bool:
    """Whether a title is the site or what its logo says, or links are all that prints it: in a menu, or a
    path above the text."""
    size = len(best.text)
    alike = [b for b in page.blocks if 0 < len(b.text) <= size + _SLACK and fold(b.text) == best.key]
    linked = [block for block in alike if block.link_chars >= len(block.text) - _SLACK]
    if alike:
        return len(linked) == len(alike)
    return is_site(best.text, page_site(page)) or _is_logo(page, best)


def _is_logo(page: Page, best: Candidate) -> bool:
    """Whether a picture says a title: one above all text of the page what <title> says too, or one that leads
    to the front page a part of <title>."""
    whole = fold(page.markup.title)
    if whole == best.key:
        pictures = takewhile(lambda block: not block.text, page.blocks)
        return any(run.src and fold(run.text) == best.key for block in pictures for run in block.runs)
    if best.key not in whole or best.key not in map(fold, split_title(page.markup.title).parts):
        return False
    runs = (run for block in page.blocks[: signs_of(page).first] for run in block.runs if run.src)
    return any(run.href and fold(run.text) == best.key and is_front(run.href) for run in runs)


def _named_lines(page: Page) -> Iterator[Block]:
    """The lines above the text that their classes call titles, the nearest first."""
    signs = signs_of(page)
    for index in islice(range(signs.first - 1, -1, -1), _MOST_ABOVE):
        block = page.blocks[index]
        if block.links or block.level or signs.places[index] is not Place.NONE:
            continue
        is_worded = word_count(fold(block.text)) >= _FEWEST_WORDS and len(block.text) <= _MOST_CHARS
        if is_worded and _is_named(page, block):
            yield block


def _is_named(page: Page, block: Block) -> bool:
    """Whether the element of a block, or the one that holds nothing else, is called a title."""
    words = set(block.inline_words)
    for node in islice(page.around(block), 2):
        if node.last - node.first == 1 or node is page.nodes[block.node]:
            words.update(node.words)
    return not _NAMED.isdisjoint(word.rstrip(_DIGITS) for word in words)
