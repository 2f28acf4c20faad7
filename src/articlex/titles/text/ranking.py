"""The candidates for the headline of raw page text, ranked by the models and then by rules."""

from __future__ import annotations

from functools import partial

from articlex.page import Kind, Page, Role, Run
from articlex.punctuation import without_tags
from articlex.ranking import Weighed, best_first
from articlex.read.text.sections import SECTION_LEVEL, entry_name
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.accounts import is_account
from articlex.titles.candidate import Candidate, Ranked, corrected
from articlex.titles.cut_off import spelled_headline, whole_headline
from articlex.titles.no_headlines import heads_nothing
from articlex.titles.text.candidates import text_candidates
from articlex.titles.text.choice import text_chances
from articlex.titles.text.document_title import (
    headline_before_section,
    headline_in_first_line,
    past_kicker,
    stated_first,
)
from articlex.titles.text.evident import above_minutes, evident_headline
from articlex.titles.text.pointed import pointed_first
from articlex.titles.text.printed_line import printed
from articlex.titles.text.sites import past_holder, past_site_name
from articlex.titles.text.threads import past_ask_button, past_board_name, past_kind, past_notice

_HEADING = Kind.HEADING  # see articlex.page

#: The corrections of the models, in their order, but for those by other lines and by the <title>.
_CORRECTIONS = (
    evident_headline,
    above_minutes,
    past_board_name,
    past_ask_button,
    past_notice,
    past_holder,
    past_site_name,
    partial(whole_headline, printed=printed),
    partial(spelled_headline, printed=printed),
    past_kind,
)
#: The corrections by the first line of the page, which may be its <title>.
_BY_FIRST_LINE = (headline_in_first_line, headline_before_section, past_kicker)
#: The chance of a line that is a sentence of running text and still the headline, at least.
MIN_PROSE = 0.3
#: The same of the headline if the likeliest line is in a cookie banner.
MIN_RIVAL = 0.1
#: Links of the shortest line that is a menu because it has no other words.
_LEAST_LINKS = 3
#: What ends a sentence.
_STOPS = ".。．।۔"
#: The end of a sentence inside a line, and the first letter of the next.
_SENTENCES = regex(r"[^\W\d_]{2}[.!?…]\s+[^\W\d_]|[。！？]\s*[^\W\d_]")


def ranked_lines(page: Page) -> Ranked:
    """The candidates of a page with their probabilities, the headline first."""
    lines = text_candidates(page)
    ranked = best_first(text_chances(lines), lines)
    if ranked and _is_of_banner(page, ranked[0].candidate):
        others = (one for one in ranked if not _is_of_banner(page, one.candidate))
        ranked = [one for one in others if one.chance >= MIN_RIVAL]
    likely = past_entries(page, [one for one in ranked if _may_be_headline(page, one)])
    likely = pointed_first(page, corrected(page, likely, _CORRECTIONS))
    return stated_first(page, corrected(page, likely, _BY_FIRST_LINE))


def _may_be_headline(page: Page, line: Weighed[Candidate]) -> bool:
    """Whether a line is no caption, button, age or menu, and no sentence, unless it is likely and no post."""
    if heads_nothing(line.candidate.text) or _is_menu(page, line.candidate):
        return False
    if not _is_sentence(page, line.candidate):
        return True
    return line.chance >= MIN_PROSE and not _is_post(page, line.candidate)


def _is_menu(page: Page, candidate: Candidate) -> bool:
    """Whether a line is a row of links and nothing else, where the flattener has left those in."""
    return all(_is_row_of_links(page, index) for index in candidate.blocks)


def _is_row_of_links(page: Page, index: int) -> bool:
    """Whether a block is a row of links, the first of which may have begun on the line above it."""
    block = page.blocks[index]
    if block.links < _LEAST_LINKS - 1 or any(map(_is_unlinked, block.runs[1:])):
        return False
    if _is_unlinked(block.runs[0]):
        return index > 0 and _is_row_of_links(page, index - 1)
    return block.links >= _LEAST_LINKS


def _is_unlinked(run: Run) -> bool:
    """Whether a run has a word or a number and is no link."""
    return run.href is None and any(map(str.isalnum, run.text))


def _is_sentence(page: Page, candidate: Candidate) -> bool:
    """Whether a line ends like a sentence, and is running text or has several sentences."""
    text = without_tags(candidate.text)
    if text[-1] not in _STOPS:
        return False
    return signs_of(page).prose[candidate.blocks[0]] or _SENTENCES.search(text) is not None


def _is_post(page: Page, candidate: Candidate) -> bool:
    """Whether a line stands right below the account of its poster."""
    first = candidate.blocks[0]
    return first > 0 and is_account(page.blocks[first - 1].text)


def _is_of_banner(page: Page, candidate: Candidate) -> bool:
    """Whether only cookie banners print a line: "Select your cookie preferences"."""
    return all(page.role(index) is Role.CONSENT for index in candidate.blocks)


def past_entries(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` without entries of a table of contents, which name sections below, if the likeliest is one
    and others are left. The chances of these grow, and that of "none", by the same factor."""
    sections = _sections(page)
    if not ranked or not _is_entry(page, ranked[0].candidate, sections):
        return ranked
    others = [one for one in ranked if not _is_entry(page, one.candidate, sections)]
    left = 1.0 - sum(chance for chance, _ in ranked) + sum(chance for chance, _ in others)
    # A chance of exactly 1 leaves nothing for the others.
    if not others or left <= 0:
        return ranked
    return [Weighed(chance / left, candidate) for chance, candidate in others]


def _sections(page: Page) -> dict[str, int]:
    """The blocks of the headings inside the running text, by what an entry would call them."""
    signs = signs_of(page)
    return {
        entry_name(block.text): block.index
        for block in page.blocks[signs.core.first + 1 : signs.last]
        if block.kind is _HEADING and block.level == SECTION_LEVEL
    }


def _is_entry(page: Page, candidate: Candidate, sections: dict[str, int]) -> bool:
    """Whether a candidate, and a line right beside it, name sections farther down."""
    first = candidate.blocks[0]

    def names_section(text: str) -> bool:
        return sections.get(entry_name(text), -1) > first + 1

    return names_section(candidate.text) and any(names_section(block.text) for block in page.beside(first))
