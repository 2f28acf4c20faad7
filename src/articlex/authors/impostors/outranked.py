"""Names that a byline outranks: those of related stories, of commenters, of editors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from articlex.authors.gathering import CLASS, Authors, dated_lines, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.authors.signatures import is_signature
from articlex.bylines.given import has_given_name
from articlex.bylines.label_tests import may_be_credited, may_be_labelled
from articlex.bylines.lines import read_line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_caseless
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.page import Page
from articlex.signs import headline_block, signs_of
from articlex.signs.accounts import first_holder

#: Blocks below the headline in which a byline is expected, and characters of the longest.
_BELOW_TITLE = 3
_LONGEST = 140
#: Blocks from the account of the poster to the text, at most.
_ABOVE_POST = 3
#: Words of the longest line that names an agency.
_MOST_AGENCY = 5
#: Characters of a label in Chinese characters.
_LONGEST_LABEL = 4
#: From here on scripts have no spaces behind labels, and any word may begin with one.
_WIDE = "\u2e80"
#: What stands between a label and the name.
_BEHIND_LABEL = " :：/／|｜"


def signers_over_below(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those who sign raw page text outrank those who only stand below it.

    A text is signed by the account above a post, by a byline with a byline word right below the headline, by
    persons right above the date, or by a person's name right below the text.
    """
    if len(candidates) < 2:
        return NO_OUTRANKING
    if signers := _posters(page, candidates):
        return outranking(signers, set(range(len(candidates))) - signers)
    core, end = signs_of(page).core
    below = headline_block(page) + 1
    above = range(below, min(below + _BELOW_TITLE, core)) if below else range(0)
    signers = _printed(candidates, [index for index in above if _has_label(page.blocks[index].text)])
    if signers:
        return outranking(signers, _below(candidates, signers, end))
    if names := _above_day(page):
        signers = {place for place, each in enumerate(candidates) if each.names == names}
        parts = {place for place, each in enumerate(candidates) if set(each.names) < set(names)}
        return outranking(signers, _below(candidates, signers, end) | parts)
    signers = _printed(candidates, [end + 1]) if is_signature(page, end + 1) else set()
    others = _below(candidates, signers, end + 1) if signers else set()
    return outranking(signers, {place for place in others if not _may_be_labelled(page, candidates[place])})


def agencies_over_sections(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Agencies in a line beside the date that has a byline word ("Par AFP") outrank printed names and those
    of classes without a known given name, such as sections."""
    signers = {
        place
        for place, each in enumerate(candidates)
        if len(each.names) == 1 and each.names[0].casefold() in byline_words().agencies
    }
    if not signers:
        return NO_OUTRANKING
    days = set(dated_lines(page))
    signers = {
        place for place in signers if any(_releases(page, index, days) for index in candidates[place].blocks)
    }
    below = {
        place
        for place, each in enumerate(candidates)
        if place not in signers and each.is_only_of(CLASS) and not any(map(has_given_name, each.names))
    }
    return outranking(signers, below)


def _releases(page: Page, index: int, days: set[int]) -> bool:
    """Whether a block beside one of the dates, ``days``, is a byline word and a name, and nothing else."""
    if days.isdisjoint(range(index - 1, index + 2)):
        return False
    words = page.blocks[index].text.split()
    return 1 < len(words) <= _MOST_AGENCY and words[0].casefold() in byline_words().prepositions


def persons_over_masthead(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Persons alone in the block right below the headline of an HTML page outrank names above it without a
    known given name, as a newspaper with the date has at its head."""
    title = headline_block(page)
    if title < 0 or len(candidates) < 2:
        return NO_OUTRANKING
    names = _alone(page, title + 1)
    signers = {
        place
        for place, each in enumerate(candidates)
        if each.names == names and any(map(has_given_name, names))
    }
    above = {
        place
        for place, each in enumerate(candidates)
        if each.blocks
        and max(each.blocks) < title
        and not each.facts
        # A poster may stand above the post, and whoever answers right below it.
        and not any(map(has_given_name, each.names))
    }
    return outranking(signers, above)


def _alone(page: Page, index: int) -> tuple[str, ...]:
    """The persons that a block names, if it says nothing else."""
    text = page.blocks[index].text if index < len(page.blocks) else ""
    line = read_line(text) if 0 < len(text) <= _LONGEST else None
    is_alone = line is not None and line.shape == "bare" and line.are_persons
    return line.names if line is not None and is_alone else ()


def _posters(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates whose account stands right above the text, if there is any."""
    core = signs_of(page).core.first
    index, holder = first_holder(page.blocks[: core + 1])
    has_text = core < len(page.blocks)
    if index < 0 or (has_text and index < core - _ABOVE_POST):
        return set()
    names = read_names(holder or page.blocks[index - 1].text)
    return {place for place, each in enumerate(candidates) if each.names == names}


def _printed(candidates: Sequence[Authors], lines: Sequence[int]) -> set[int]:
    """The indices of the candidates that one of the blocks ``lines`` prints."""
    return {place for place, each in enumerate(candidates) if any(index in lines for index in each.blocks)}


def _has_label(text: str) -> bool:
    """Whether a line has a byline word and names persons only."""
    line = read_line(text, bare=False) if len(text) <= _LONGEST else None
    return line is not None and line.has_label and line.are_persons


def _above_day(page: Page) -> tuple[str, ...]:
    """The persons alone in the block right above the date, if a given name of theirs is known.

    In scripts without capitals, whose lists of names are short, two persons need no known given name.
    """
    day = next(iter(dated_lines(page)), 0)
    names = _alone(page, day - 1) if day else ()
    is_list = len(names) > 1 and is_caseless(page.blocks[day - 1].text)
    return names if is_list or any(map(has_given_name, names)) else ()


def _below(candidates: Sequence[Authors], signers: set[int], end: int) -> set[int]:
    """The indices of the candidates that stand below block ``end`` only and name none of the signers."""
    named = {name_key(name) for place in signers for name in candidates[place].names}
    return {
        place
        for place, candidate in enumerate(candidates)
        if candidate.blocks
        and min(candidate.blocks) > end
        and named.isdisjoint(map(name_key, candidate.names))
    }


def _may_be_labelled(page: Page, candidate: Authors) -> bool:
    """Whether a byline word may stand in a block of a candidate: a cheap test."""
    texts = (page.blocks[index].text for index in candidate.blocks)
    return any(may_be_labelled(text) or may_be_credited(text) for text in texts)


def authors_over_editors(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Candidates labelled as authors outrank those labelled only as editors: "作者：王小明" above the text
    outranks "责任编辑：李四光" below it, and "Written by: Ann" outranks "Edited by: Bo"."""
    spare = _spare_words()
    signers, below = set(), set()
    for place, candidate in enumerate(candidates):
        labels = [wide_label(page.blocks[index].text, candidate.names[0]) for index in candidate.blocks]
        kinds = {_kind(page.blocks[index].text) for index in candidate.blocks}
        if labels and not candidate.facts and (spare.issuperset(labels) or kinds == {"other"}):
            below.add(place)
        elif "author" in kinds or any(label and label not in spare for label in labels):
            signers.add(place)
    named = {name_key(name) for place in below for name in candidates[place].names}
    signers = {place for place in signers if named.isdisjoint(map(name_key, candidates[place].names))}
    return outranking(signers, below)


@cache
def _spare_words() -> frozenset[str]:
    """The labels of people who count as authors only if nobody else does, such as editors."""
    return frozenset(word for words in byline_words().spare.by_start.values() for word in words)


def _kind(text: str) -> str:
    """Whose label a line has: "other" for no author's, "author" for one with a colon, "" for none."""
    if len(text) > _LONGEST or ":" not in text or text[0] >= _WIDE or not may_be_labelled(text):
        return ""
    if byline_words().other.at(fold_in_place(text)):
        return "other"
    line = read_line(text, bare=False)
    return "author" if line and line.shape.startswith("colon") else ""


def wide_label(text: str, name: str) -> str:
    """The longest byline word in Chinese characters right before a name; "" for none."""
    before = text[: max(text.find(name), 0)].rstrip(_BEHIND_LABEL)[-_LONGEST_LABEL:]
    found = (before[at:] for at in range(len(before)) if before[at:] in byline_words().labels)
    return next(found, "")
