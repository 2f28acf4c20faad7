"""The body: the blocks that are the article, and what the page as a whole is.

The scorer (:mod:`articlex.scoring`) gives each block with text the probability that it is main content; the
set of blocks with the best expected F1 is kept. It has the last word on what the stages before said, except
on the blocks that metadata rests on. Blocks without text (images, rules, embeds) go with their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.options import Favor, Options
from articlex.page import Block, Fact, Field, Kind, Mark, Page, Role, Wrap
from articlex.stages.contract import Output, Stage

REASONS = {
    "main-content": "The scorer takes the block for main content.",
    "caption": "The block is the caption of a figure or table, and the scorer takes it for main content.",
    "between": "The block has no text, and it stands between blocks of the body.",
    "captioned": "The image belongs to a figure whose caption is kept.",
    "not-main-content": "The scorer does not take the block for main content.",
    "confident": "The choice of blocks has a high expected F1.",
    "unsure": "The choice of blocks has a low expected F1.",
    "nothing-found": "No block is likely to be main content.",
}

#: Roles that metadata rests on; the body does not take their blocks.
_SETTLED = frozenset({Role.TITLE, Role.BYLINE, Role.DATE})

_OVERRIDES = frozenset(Role) - _SETTLED - {Role.UNKNOWN, Role.BODY}

#: beta of the F-measure that the choice of blocks maximises; see the model card for what it was swept over.
_BETA: dict[Favor, float] = {"precision": 0.6, "balanced": 1.0, "recall": 1.8}

#: Expected F1 below which the verdict is "uncertain".
UNCERTAIN = 0.6

#: No article: no block has at least this probability, or the body is shorter than this many tokens.
NO_ARTICLE = 0.35
_LEAST_TOKENS = 8


def run(page: Page, options: Options) -> Output:
    """Mark the body blocks and the blocks that nobody wants, and state the verdict on the page."""
    from articlex.scoring.choice import choose, expected_f1, sharpen
    from articlex.scoring.score import score_page

    scores = score_page(page)
    if scores is None:
        return
    settled = [page.role(index) in _SETTLED for index in scores.rows]
    chances = sharpen(scores.probabilities, scores.article)
    chances[settled] = 0.0
    kept = choose(chances, scores.tokens, _BETA[options.favor])
    kept[settled] = False
    confidence = round(expected_f1(chances, scores.tokens, kept), 4)
    if float(chances.max()) < NO_ARTICLE or float(scores.tokens[kept].sum()) < _LEAST_TOKENS:
        yield Fact(Field.VERDICT, "no_article", "body", "", "nothing-found", round(1.0 - confidence, 4))
        return
    chosen = {index: bool(keep) for index, keep in zip(scores.rows, kept, strict=True)}
    for index, chance in zip(scores.rows, chances, strict=True):
        yield from _mark(page, page.blocks[index], chosen[index], round(float(chance), 4))
    yield from _textless(page, chosen)
    if confidence < UNCERTAIN:
        yield Fact(Field.VERDICT, "uncertain", "body", "", "unsure", confidence)
    else:
        yield Fact(Field.VERDICT, "ok", "body", "", "confident", confidence)


def _mark(page: Page, block: Block, kept: bool, chance: float) -> Iterator[Mark]:
    role = page.role(block.index)
    if role in _SETTLED or role is Role.BODY:
        return
    if not kept:
        if role is Role.UNKNOWN:
            yield Mark(block.index, Role.BOILERPLATE, "not-main-content", round(1.0 - chance, 4))
    elif block.kind is Kind.CAPTION:
        if role is not Role.CAPTION:
            yield Mark(block.index, Role.CAPTION, "caption", chance)
    else:
        yield Mark(block.index, Role.BODY, "main-content", chance)


def _textless(page: Page, chosen: dict[int, bool]) -> Iterator[Mark]:
    """Images, rules and embeds between two kept blocks, and images whose caption is kept."""
    figures = {
        container.id
        for block in page.blocks
        if block.kind is Kind.CAPTION and chosen.get(block.index)
        for container in block.within
        if container.wrap is Wrap.FIGURE
    }
    following: dict[int, bool] = {}
    after = False
    for block in reversed(page.blocks):
        after = chosen.get(block.index, after)
        following[block.index] = after
    before = False
    for block in page.blocks:
        before = chosen.get(block.index, before)
        if block.index in chosen or page.role(block.index) is not Role.UNKNOWN:
            continue
        if any(container.id in figures for container in block.within):
            yield Mark(block.index, Role.BODY, "captioned")
        elif before and following[block.index]:
            yield Mark(block.index, Role.BODY, "between")


STAGE = Stage(
    name="body",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY, Role.CAPTION, Role.BOILERPLATE}),
    overrides=_OVERRIDES,
)
