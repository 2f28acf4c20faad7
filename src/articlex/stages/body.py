"""The body: the blocks that are the article, and what the page as a whole is.

The scorer (:mod:`articlex.scoring`) gives each block with text the probability that it is main content, and
the set of blocks with the best expected F1 is kept. That overrides the stages before, except on the blocks
that metadata rests on. Images, rules, embeds and captions of figures go with the blocks around them; CAPTION
is the role of those captions, which are printed with their figure and are no part of the running text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from articlex.facts import is_stated
from articlex.options import Options
from articlex.page import Block, Fact, Field, Kind, Mark, Page, Role, Wrap, new_tuple, stands_in
from articlex.regex import regex
from articlex.signs.turns import speaker_lines
from articlex.stages.contract import Output, Stage, has_run
from articlex.stages.parts.body_choice import SETTLED, Choice, choose_blocks
from articlex.stages.parts.cut_copies import cut_copies
from articlex.stages.parts.kept_headings import with_headings
from articlex.stages.parts.no_article import has_few_words, has_nothing_likely, is_note
from articlex.stages.parts.own_accounts import own_accounts
from articlex.stages.parts.pictures.of_body import end_with_pictures, pictures_left_out, texts_of
from articlex.stages.parts.pictures.teaser_figures import teaser_captions
from articlex.stages.parts.pull_quotes import pull_quotes
from articlex.stages.parts.second_copies import second_copies
from articlex.stages.parts.stragglers import ARTICLE, stragglers
from articlex.stages.parts.stray_rules import stray_rules

if TYPE_CHECKING:
    from articlex.scoring.score import Scores

_UNKNOWN, _BODY, _BOILERPLATE = Role.UNKNOWN, Role.BODY, Role.BOILERPLATE  # see articlex.page
_TITLE, _CAPTION = Role.TITLE, Kind.CAPTION  # see articlex.page

REASONS = {
    "main-content": "The scorer takes the block for main content.",
    "above-kept": "A heading, a question or the name of a speaker, right above a block of the body.",
    "post": "The line of raw text is part of a post of a thread, of which more is kept.",
    "caption": "The block is the caption of a figure between blocks of the body.",
    "beside-dropped": "The picture is part of a box whose text is left out, as that of a teaser is.",
    "advertisement": "The embedded page or picture is an advertisement, or a box to follow the site.",
    "icon": "The picture is an icon that tells nothing, or the sign of a link or button.",
    "amid-dropped": "The picture is a drawing, a logo or the sign of a site, amid texts that are left out.",
    "second-picture": "A picture before it in the text is the same, in this or another size.",
    "stray-rule": "The rule parts nothing: only what is left out is between it and the top or another rule.",
    "between": "The block has no text, and it stands between blocks of the body.",
    "scenes": "The block is a sign between two paragraphs of the body, as between two scenes.",
    "pull-quote": "The block repeats, set apart, words of a paragraph near it.",
    "second-copy": "The block is part of a run that repeats another one, or breaks off where that goes on.",
    "straggler": "One of few short blocks that the scorer keeps far below the article, or the label above.",
    "own-account": "One of the last blocks of an article, with a link to the site's account on a network.",
    "emptied": "A heading or label that the scorer takes for main content, of which nothing below is kept.",
    "not-main-content": "The scorer does not take the block for main content.",
    "confident": "The choice of blocks has a high expected F1.",
    "unsure": "The choice of blocks has a low expected F1.",
    "asked": "The scorer was unsure, and what readability-lxml keeps was weighed in.",
    "few-words": "What is kept is short, and the page has next to nothing else.",
    "nothing-found": "No block is likely to be main content.",
}

#: Kinds of blocks beside pictures that a figure may show.
_SHOWN = frozenset({Kind.TABLE, Kind.LIST_ITEM, Kind.CODE})

_OVERRIDES = frozenset(Role) - SETTLED - {Role.UNKNOWN, Role.BODY}

#: Expected F1 below which the verdict is "uncertain". In cross-validation the mean F1 of pages from 0.7 to
#: 0.8 was 0.70, that of pages above 0.9 was 0.96; the model card has the whole table.
_UNCERTAIN = 0.75

#: A sign or a row of signs between two scenes of a story.
_SCENES = regex(r"(?:[*＊⁂⁎※~～∼=_#§•●○◆◇■□★☆✦✧❦❧…·-]\s?+){1,15}+")


class _Kept(NamedTuple):
    """The blocks that are kept, with what goes with them."""

    chosen: set[int]
    #: Those of them that stand there as headings of others, and as parts of posts.
    above: set[int]
    posts: frozenset[int]
    #: The captions of figures between them, which are printed with those.
    captions: set[int]
    #: Headings and labels that were chosen, below which nothing is kept.
    emptied: frozenset[int]
    #: The stretch from the first kept block to the last.
    inside: range
    #: The pictures and rules in it that are left out, with the reasons.
    textless: dict[int, str]
    #: The chance of each block with text to be main content.
    shown: dict[int, float]


def run(page: Page, options: Options) -> Output:
    """Mark the body blocks and the blocks that nobody wants, and state the verdict on the page."""
    from articlex.scoring.opinion import is_wanted, weigh_opinion
    from articlex.scoring.score import score_page

    if has_run(page, "body"):
        return  # its marks would count as evidence in a second choice
    if is_stated(page, Field.VERDICT):
        return  # an earlier stage knows that there is no article
    scores = score_page(page)
    if scores is None:
        return
    choice = choose_blocks(page, scores, options)
    asked = is_wanted(page, choice.confidence, scores.article)
    if asked:
        swayed = weigh_opinion(page, scores, choice.kept)
        if swayed is not None:
            choice = choose_blocks(page, replace(scores, probabilities=swayed), options)
    is_short = not speaker_lines(page) and has_few_words(page, scores, choice)
    note = is_short and is_note(page, scores, choice)
    if (is_short and not note) or has_nothing_likely(page, scores, choice):
        doubt = round(1.0 - choice.confidence, 4)
        yield Fact(Field.VERDICT, "no_article", "body", "", "nothing-found", doubt)
        return
    yield from _marks(page, scores, choice)
    yield _verdict(choice.confidence, note, asked)


def _marks(page: Page, scores: Scores, choice: Choice) -> Iterator[Mark]:
    """The marks that follow from the choice of blocks."""
    chance_of = dict(zip(scores.rows, choice.chances.tolist(), strict=True))
    likely = set(compress(scores.rows, choice.kept.tolist()))
    chosen, above = with_headings(page, likely, chance_of)
    emptied = frozenset((likely | above) - chosen)
    copies = cut_copies(page, chosen)
    tokens = dict(zip(scores.rows, scores.tokens.tolist(), strict=True))
    copies |= second_copies(page, chosen - copies, tokens)
    quotes = pull_quotes(page, chosen - copies)
    repeated = copies | quotes
    chosen -= repeated
    far_below = stragglers(page, chosen, chance_of, tokens, scores.article) - choice.posts
    accounts = own_accounts(page, chosen - far_below) if scores.article >= ARTICLE else set()
    ends = dict.fromkeys(far_below, "straggler") | dict.fromkeys(accounts, "own-account")
    chosen.difference_update(ends)
    unsettled = (index for index in sorted(copies) if page.role(index) not in SETTLED)
    yield from (Mark(index, Role.BOILERPLATE, "second-copy", 1.0) for index in unsettled)
    yield from (Mark(index, Role.BOILERPLATE, "pull-quote", 1.0) for index in sorted(quotes))
    for index in sorted(ends):
        if page.role(index) is _UNKNOWN:
            yield Mark(index, _BOILERPLATE, ends[index], round(1.0 - chance_of[index], 4))
    inside = _inside(page, chosen)
    shown = dict(zip(scores.rows, choice.chances.round(4).tolist(), strict=True))
    teasers = teaser_captions(page, chosen)
    pictures = pictures_left_out(page, inside, texts_of(page, chosen, inside, teasers))
    captions = _captions(page, chosen, inside) - teasers
    stray = stray_rules(page, inside, chosen | captions, pictures)
    left_out = pictures | dict.fromkeys(stray, "stray-rule")
    kept = _Kept(chosen, above, choice.posts, captions, emptied, inside, left_out, shown)
    for block, mark in zip(page.blocks, page.marks, strict=True):
        if mark.role not in SETTLED and block.index not in repeated and block.index not in ends:
            new = _mark(page, block, mark.role, kept)
            if new is not None:
                yield new


def _verdict(confidence: float, note: bool, asked: bool) -> Fact:
    """The verdict on a page with a body. ``note``: that is a short note; ``asked``: readability-lxml was."""
    if note:
        return Fact(Field.VERDICT, "uncertain", "body", "", "few-words", confidence)
    sure = confidence >= _UNCERTAIN
    reason = "asked" if asked else "confident" if sure else "unsure"
    return Fact(Field.VERDICT, "ok" if sure else "uncertain", "body", "", reason, confidence)


def _inside(page: Page, chosen: set[int]) -> range:
    """The stretch of the page from the first kept block, or the headline before it, to the last."""
    first, last = min(chosen), max(chosen)
    titles = [mark.block for mark in page.marks[:first] if mark.role is _TITLE]
    return range(titles[-1] if titles else first, end_with_pictures(page, last))


def _mark(page: Page, block: Block, role: Role, kept: _Kept) -> Mark | None:
    """The mark of a block that has had ``role`` so far; None to leave it at that."""
    index, chosen = block.index, kept.chosen
    if index in chosen:
        reason = "above-kept" if index in kept.above else "post" if index in kept.posts else "main-content"
        return new_tuple(Mark, (index, _BODY, reason, kept.shown[index], ""))
    if role is not _UNKNOWN:
        return None
    if not block.text and index in kept.inside:
        if index in kept.textless:
            return Mark(index, _BOILERPLATE, kept.textless[index])
        return Mark(index, _BODY, "between")
    if index in kept.captions:
        return Mark(index, Role.CAPTION, "caption")
    if not block.text:
        return None
    if index - 1 in chosen and index + 1 in chosen and _parts_scenes(page, block):
        return Mark(index, _BODY, "scenes")
    # The score stays that of the scorer: later stages go by it when they tie left-out blocks to kept ones.
    reason = "emptied" if index in kept.emptied else "not-main-content"
    return new_tuple(Mark, (index, _BOILERPLATE, reason, round(1.0 - kept.shown[index], 4), ""))


def _parts_scenes(page: Page, block: Block) -> bool:
    """Whether a block is nothing but signs, between two paragraphs that share the element around it."""
    if block.kind is not Kind.PARAGRAPH or not _SCENES.fullmatch(block.text):
        return False
    beside = (page.blocks[block.index - 1], page.blocks[block.index + 1])
    parents = {page.nodes[each.node].parent for each in (*beside, block)}
    return len(parents) == 1 and all(each.kind is Kind.PARAGRAPH for each in beside)


def _captions(page: Page, chosen: set[int], inside: range) -> set[int]:
    """The captions ``inside`` whose figure shows pictures alone, or a table, list or code that is kept."""
    figures: dict[tuple[int, int], set[int]] = {}
    for block in page.blocks[inside.start : inside.stop]:
        if block.kind is _CAPTION and stands_in(block.within, Wrap.FIGURE):
            figure = next((node for node in page.around(block) if node.tag == "figure"), None)
            span = (figure.first, figure.last) if figure else (0, 0)
            figures.setdefault(span, set()).add(block.index)
    found: set[int] = set()
    for (first, last), captions in figures.items():
        shown = [block.index for block in page.blocks[first:last] if block.kind in _SHOWN]
        if not shown or not chosen.isdisjoint(shown):
            found |= captions
    return found


STAGE = Stage(
    name="body",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY, Role.CAPTION, Role.BOILERPLATE}),
    overrides=_OVERRIDES,
)
