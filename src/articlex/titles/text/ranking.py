"""The candidates for the headline of raw page text, ranked by the models and then by rules."""

from __future__ import annotations

from articlex.page import Page
from articlex.punctuation import without_tags
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked, Weighed, best_first, by_rules
from articlex.titles.no_headlines import is_caption
from articlex.titles.text.candidates import text_candidates
from articlex.titles.text.choice import text_chances
from articlex.titles.text.comments import discussed
from articlex.titles.text.contents import past_entries
from articlex.titles.text.document_title import in_document_title
from articlex.titles.text.evident import above_byline, answered, past_dates
from articlex.titles.text.holders import without_holder
from articlex.titles.text.stated import stated_first
from articlex.titles.text.whole import whole

#: The chance of a line that is a sentence of running text and still the headline, at least.
MIN_PROSE = 0.3
#: What outweighs the models, in this order.
_RULES = (answered, above_byline, past_dates, without_holder, whole, discussed, in_document_title)
#: What ends a sentence.
_STOPS = ".。．।۔"
#: The end of a sentence inside a line, and the first letter of the next.
_SENTENCES = regex(r"[^\W\d_]{2}[.!?…]\s+[^\W\d_]|[。！？]\s*[^\W\d_]")


def ranked_lines(page: Page) -> Ranked:
    """The candidates of a page with their probabilities, the headline first."""
    printed = text_candidates(page)
    ranked = best_first(text_chances(printed), printed)
    lines = past_entries(page, [one for one in ranked if _may_be_headline(page, one)])
    return stated_first(page, by_rules(page, lines, *_RULES))


def _may_be_headline(page: Page, line: Weighed) -> bool:
    """Whether a line is no caption, and no sentence, unless it is likely."""
    is_likely = line.chance >= MIN_PROSE or not _is_sentence(page, line.candidate)
    return is_likely and not is_caption(line.candidate.text)


def _is_sentence(page: Page, candidate: Candidate) -> bool:
    """Whether a line ends like a sentence, and is running text or has several sentences."""
    text = without_tags(candidate.text)
    if text[-1] not in _STOPS:
        return False
    return signs_of(page).prose[candidate.blocks[0]] or _SENTENCES.search(text) is not None
