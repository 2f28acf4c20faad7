"""The headline: the block that prints the article's title, and the title itself without the site's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from articlex.models.forest import probabilities
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Kind, Mark, Page, Role
from articlex.ranking import Weighed, best_first, stated_score, with_rivals
from articlex.signs import Place, signs_of
from articlex.signs.replies import is_reply
from articlex.stages.contract import Output, Stage, has_run
from articlex.titles.candidate import Candidate, Ranked, corrected, forest_odds
from articlex.titles.cut_off import spelled_headline, whole_headline
from articlex.titles.html.candidates import agreed, html_candidates, printed
from articlex.titles.html.headed_part import past_manual, past_part
from articlex.titles.html.likely_lines import past_doubtful
from articlex.titles.html.named_lines import past_section
from articlex.titles.html.printed_parts import past_keywords, past_label, past_prefix, past_unprinted
from articlex.titles.site_titles import (
    past_account,
    past_address,
    past_board,
    past_number,
    past_path,
    past_site,
)
from articlex.tokens import fold, jaccard

_UNKNOWN = Role.UNKNOWN  # see articlex.page

REASONS = {
    "printed-and-stated": "The page prints it, and its markup states it.",
    "printed": "The page prints it where a headline stands.",
    "stated": "The markup states it; no block prints exactly this.",
    "repeats-title": "The block prints the title again.",
    "close-to-title": "A headline that says nearly what the markup states as title.",
    "collection": "The title of the file, which has several articles, each with its own title.",
}

#: How often a title on which the main h1, <title> and a third source agree was right on wcxb-dev.
_AGREED = 0.97
#: The best candidate is marked, and in raw page text stated, if it is at least so probable: on sites not
#: fitted on, 15 % of the lines below 0.1 were right, 33 % of those from 0.1 to 0.2.
_MIN_STATED = 0.05
#: Jaccard similarity of the words of a printed headline and a stated title that are nearly the same.
_CLOSE = 0.5

#: Characters, of signs and spaces, by which two prints of one headline may differ in length.
_SLACK = 8

#: Characters that may stand beside a link with the title.
_MOST_BESIDE = 60

#: Roles for which earlier stages may have taken a headline.
_OVERRIDES = frozenset(
    (Role.NAV, Role.BREADCRUMB, Role.RELATED, Role.SHARE, Role.TAGS, Role.PROMO, Role.COMMENT)
)

#: The corrections of the model in HTML, in their order.
_CORRECTIONS = (
    past_path,
    past_board,
    past_site,
    past_address,
    past_unprinted,
    past_section,
    past_account,
    past_prefix,
    past_label,
    past_keywords,
    past_manual,
    past_part,
    past_doubtful,
    partial(whole_headline, printed=printed),
    partial(spelled_headline, printed=printed),
    past_number,
)

_AROUND = frozenset((Place.NAV, Place.FOOTER, Place.BREADCRUMB, Place.RELATED, Place.CONTENTS))


def run(page: Page, options: Options) -> Output:
    """State the title with its best rivals, and mark the blocks that print it."""
    if has_run(page, "headline"):
        return
    if page.collection:
        yield from _of_file(page)
        return
    ranked = _ranked(page)
    for chance, candidate in with_rivals(ranked):
        yield _fact(candidate, chance)
    if ranked and ranked[0].chance >= _MIN_STATED:
        yield from _marks(page, ranked)


def _of_file(page: Page) -> Output:
    """The title of a file of several articles, if it has one. That of an article is none, however likely it
    looks: its text would stand below the title of another."""
    if page.markup.title and page.blocks and page.blocks[0].level == 1:
        title = page.blocks[0].text
        yield Fact(Field.TITLE, title, "title-element", title, "collection", 1.0, 0)
        yield Mark(0, Role.TITLE, "collection")


def _ranked(page: Page) -> Ranked:
    """The candidates with their probabilities, best first; in raw page text none if the best is unlikely."""
    if page.form is Form.HTML:
        if sure := agreed(page):
            return corrected(page, [Weighed(_AGREED, sure)], (past_prefix, past_board, past_number))
        stated = html_candidates(page)
        return corrected(page, best_first(_stated_chances(stated), stated), _CORRECTIONS)
    # Imported here because a page of HTML does without it.
    from articlex.titles.text.ranking import ranked_lines

    lines = corrected(page, ranked_lines(page), (past_number,))
    return lines if lines and lines[0].chance >= _MIN_STATED else []


def _stated_chances(candidates: list[Candidate]) -> Sequence[float]:
    """The probability of each candidate of an HTML page. They are no rivals: several may be the one title."""
    return probabilities(forest_odds("title-html", candidates)).tolist() if candidates else []


def _fact(candidate: Candidate, chance: float) -> Fact:
    """The candidate as a fact, with the source that states or prints it."""
    score = stated_score(chance)
    block = candidate.blocks[0] if candidate.blocks else None
    if not candidate.facts:
        return Fact(Field.TITLE, candidate.text, "headline", candidate.text, "printed", score, block)
    stated = candidate.facts[0]
    reason = "printed-and-stated" if candidate.blocks else "stated"
    return Fact(Field.TITLE, candidate.text, stated.source, stated.raw, reason, score, block)


def _marks(page: Page, ranked: Ranked) -> Iterator[Mark]:
    """Mark the block that prints the likeliest title, or one close to it, and the blocks that repeat it."""
    blocks, reason = _printed(page, ranked)
    main = _main_block(page, blocks)
    if main is None:
        return
    yield Mark(main, Role.TITLE, reason, round(ranked[0].chance, 3))
    yield from _repeats(page, main, fold(page.blocks[main].text))


def _printed(page: Page, ranked: Ranked) -> tuple[list[int], str]:
    """The blocks that print the likeliest title, or one close to it, and the reason for the mark."""
    best = ranked[0].candidate
    reason = "printed-and-stated" if best.facts else "printed"
    if blocks := best.blocks or _plain_prints(page, best):
        return blocks, reason
    words, letters = frozenset(best.key.split()), best.key.replace(" ", "")
    with_blocks = [other for _, other in ranked if other.blocks]
    # A style may print what parts two words: "Rain.falls" is "Rainfalls" in the heading.
    same = (other for other in with_blocks if other.key.replace(" ", "") == letters)
    close = (other for other in with_blocks if jaccard(words, frozenset(other.key.split())) >= _CLOSE)
    nearest = next(same, None) or next(close, None)
    return (nearest.blocks, "close-to-title") if nearest else ([], "")


def _plain_prints(page: Page, title: Candidate) -> list[int]:
    """Blocks above the text of an HTML page that print the title and are no headings, as on pages made by
    Word or by hand, which print it large or bold."""
    if page.form is not Form.HTML:
        return []
    near = range(len(title.text) - _SLACK, len(title.text) + _SLACK + 1)
    above = page.blocks[: _body_start(page) + 1]
    found = [block.index for block in above if len(block.text) in near and fold(block.text) == title.key]
    return found or [block.index for block in above if _links_title(page, block, title)]


def _links_title(page: Page, block: Block, title: Candidate) -> bool:
    """Whether a block that its class calls a title has a link with the title and a few words more, such as
    the flair or the host: "A kettle that whistles (kettle.example)"."""
    size = len(title.text)
    if not block.links or not size < len(block.text) <= size + _MOST_BESIDE:
        return False
    named = "title" in block.inline_words or any(
        "title" in node.words for node in islice(page.around(block), 2)
    )
    return named and any(run.href is not None and fold(run.text) == title.key for run in block.runs)


def _main_block(page: Page, blocks: list[int]) -> int | None:
    """The block that is the headline: above the running text, best a heading, and not in a menu."""
    signs = signs_of(page)
    free = [index for index in blocks if page.role(index) in (Role.UNKNOWN, *_OVERRIDES)]
    outside = [index for index in free if signs.places[index] not in _AROUND] or free
    above = [index for index in outside if index <= _body_start(page)]
    if page.form is Form.HTML and above:
        top = [index for index in above if page.blocks[index].kind is Kind.HEADING]
        return top[0] if top else above[-1]
    return above[-1] if above and signs.last >= 0 else next(iter(outside), None)


def _repeats(page: Page, main: int, key: str) -> Iterator[Mark]:
    """Mark what repeats the headline: other headings and subjects of replies, or lines of raw page text.

    Of raw page text only lines above the body are marked: with the subjects of replies marked, posts beside
    them were lost. The stage of threads leaves those out once the body is chosen.
    """
    size, is_html = len(page.blocks[main].text), page.form is Form.HTML
    for block in page.blocks if is_html else page.blocks[: _body_start(page)]:
        is_alike = block.index != main and -_SLACK <= len(block.text) - size <= _SLACK
        if not is_alike or page.role(block.index) is not _UNKNOWN:
            continue
        said = fold(block.text)
        replies = is_html and block.index > main and is_reply(block.text, said, key)
        if replies or (said == key and (block.level > 0 or not is_html)):
            yield Mark(block.index, Role.TITLE, "repeats-title", 0.8)


def _body_start(page: Page) -> int:
    """Where the text below the headline begins; in raw page text stray sentences may stand among menus."""
    signs = signs_of(page)
    return signs.first if page.form is Form.HTML else signs.core.first


STAGE = Stage(name="headline", run=run, reasons=REASONS, sets=frozenset({Role.TITLE}), overrides=_OVERRIDES)
