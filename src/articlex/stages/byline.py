"""The byline: the block that names the authors, before or after the text, and the authors themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articlex.authors.candidates import author_candidates
from articlex.authors.continued import with_continued
from articlex.authors.credits_in_text import credit_in_text, credited_person
from articlex.authors.gathering import Authors
from articlex.authors.impostors.outranked import (
    agencies_over_sections,
    authors_over_editors,
    persons_over_masthead,
    signers_over_below,
)
from articlex.authors.impostors.owners import authors_over_changers, members_over_owner
from articlex.authors.impostors.rules import counted_as_nobody, ruled_out
from articlex.authors.impostors.stated_editors import authors_over_stated_editors, without_stated_editors
from articlex.authors.limits import limit_for
from articlex.authors.mail_header import sender_block
from articlex.authors.outranking import Rule, over_all
from articlex.authors.papers import PAPER_HEAD
from articlex.authors.printed import BELOW_LABEL, FIRST_OF_LINE, JOINED_BELOW_LABEL
from articlex.authors.short_forms import whole_over_short
from articlex.authors.signatures import signature_over_site
from articlex.authors.spelling import well_spelled
from articlex.authors.stated_papers import (
    byline_over_owner,
    class_over_site,
    labelled_over_bare,
    labelled_over_site,
    papers_over_towns,
)
from articlex.authors.threads.aged_openers import AGED
from articlex.authors.threads.askers import ASKER
from articlex.authors.threads.evidence import thread_features
from articlex.authors.threads.opener_candidates import OPENER
from articlex.authors.threads.openers import (
    dated_over_answerers,
    opener_over_alike,
    submitter_over_posters,
)
from articlex.authors.threads.posters import first_post_over_later
from articlex.authors.together import Ranked, with_beside
from articlex.authors.unsigned import nobody
from articlex.authors.weighing import chances
from articlex.bylines.given import has_given_name
from articlex.bylines.indexed import institutes
from articlex.bylines.lines import LABELLED_SHAPES, read_line
from articlex.bylines.persons import is_caseless, is_person
from articlex.days.surroundings import surroundings
from articlex.facts import is_stated
from articlex.options import Options
from articlex.page import Fact, Field, Form, Mark, Page, Role
from articlex.page_kinds import page_features
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.ranking import MAX_LOSERS, Weighed, best_first, stated_score, with_rivals
from articlex.signs import signs_of
from articlex.stages.contract import Output, Stage, has_run

REASONS = {
    "byline": "The line names the author.",
    "printed-and-stated": "The page prints the names, and its markup states them.",
    "printed": "A line that looks like a byline names them.",
    "stated": "The markup states them.",
    "first-named": "Of several people whom the markup names, the first: who started the thread.",
    "owner": "The site is named after this person, or its copyright notice names them.",
    "credited": "The text credits them where it begins or ends, as in Chinese and Japanese.",
    "several": "The file has several articles, each with authors of its own.",
    "nobody": "What the markup states is more likely the site or somebody else than the author.",
}

#: The model also gives the probability that nobody is named; from this one on no author is claimed. A higher
#: limit finds more authors on signed pages and invents more on others: see "The limit on nobody" in
#: docs/experiments/authors.md.
MAX_NOBODY = {Form.HTML: 0.5, Form.TEXT: 0.48}
#: The least probability that is divided by when candidates are ruled out.
_LEAST = 1e-6
#: A whole byline of persons is preferred if its probability is at least this share of that of its first name.
_LEAST_WHOLE = 0.5
#: Of so many persons in a byline, one may have a given name that no list has.
_MOST_UNKNOWN = 4
#: Features of a first name that is also printed alone (:mod:`articlex.authors.printed`).
_ONLY_FIRST = frozenset(("only:bare", "only:dated", "only:by-person", "only:colon-person"))
#: Characters of the longest line that is marked: a longer one is part of the text.
MAX_LINE = 200


def run(page: Page, options: Options) -> Output:
    """State the authors and their best rivals, and mark the lines that name them."""
    if has_run(page, "byline"):
        return
    if page.collection:
        yield from _of_several(page)
        return
    candidates = author_candidates(page)
    unsigned, ranked = _ranked(page, candidates) if candidates else (0.0, [])
    if not ranked or unsigned >= (limit_for(page, ranked[0].candidate) or MAX_NOBODY[page.form]):
        yield from _unsigned(page, candidates, unsigned)
        return
    if credit := credited_person(page, ranked[0].candidate, stated_score(ranked[0].chance)):
        yield credit
    for chance, candidate in with_rivals(ranked):
        yield _fact(page, candidate, chance)
    best_chance, best = ranked[0]
    if AGED in best.features:
        return  # the scorer sees the heads of all posts alike
    for index in _lines(page, best):
        if page.role(index) is Role.UNKNOWN:
            yield Mark(index, Role.BYLINE, "byline", round(best_chance, 3))


def _of_several(page: Page) -> Iterator[Fact]:
    """That whoever signed one of several articles did not write them all."""
    if is_stated(page, Field.AUTHORS):
        yield Fact(Field.AUTHORS, (), "byline", "", "several", 1.0)


def _unsigned(page: Page, candidates: Sequence[Authors], chance: float) -> Iterator[Fact]:
    """Facts of a page without byline: who is credited in the text, or that those stated are no authors."""
    if credit := credit_in_text(page):
        yield credit
    elif any(candidate.facts for candidate in candidates):
        yield Fact(Field.AUTHORS, (), "byline", "", "nobody", stated_score(chance))


def _lines(page: Page, best: Authors) -> Iterator[int]:
    """The lines that name the authors, and the lines below with their institutes."""
    # Letters of a thread also name the first sender where they quote the first letter: "Ann Example wrote:".
    is_sender = sender_block(page) in best.blocks
    lines = [each for each in best.blocks if not (is_sender and page.blocks[each].text.endswith(COLONS))]
    for index in dict.fromkeys([*lines, *institutes(page.blocks, max(best.blocks, default=-1))]):
        text, table = page.blocks[index].text, page.blocks[index].table
        short = len(text) <= MAX_LINE and (not signs_of(page).prose[index] or _names_alone(text, best))
        if short and (table is None or len(table.rows) == 1):
            yield index


def _names_alone(text: str, best: Authors) -> bool:
    """Whether a line is a label and the authors, in a script without capitals, where a few names are as long
    as a sentence: "ผู้สื่อข่าว: วิมล แสงทอง และ ธนา พึ่งบุญ"."""
    is_line = is_caseless(text) and text[-1] not in SENTENCE_ENDS
    line = read_line(text, bare=False) if is_line else None
    return line is not None and line.shape in LABELLED_SHAPES and line.names == best.names


class _Odds(NamedTuple):
    """How probable it is that nobody is named, and how probable each candidate is."""

    unsigned: float
    #: Of all candidates, those that are ``out`` too.
    each: Sequence[float]
    #: The indices of the candidates that are not to be named.
    out: frozenset[int]


def _ranked(page: Page, candidates: list[Authors]) -> tuple[float, Ranked]:
    """The probability that nobody is named, and the candidates with theirs, the likeliest first, without
    those who are none and those who are outranked."""
    around = {**surroundings(page, page_features(page)).features, **thread_features(page)}
    unsigned, *each = chances(page.form, nobody(page, candidates), candidates, around)
    odds = _Odds(unsigned, each, frozenset())
    for taken in (_taken_by_nobody, _taken_by_signers, _taken_by_all):
        odds = taken(page, candidates, odds)
    kept = [place for place in range(len(candidates)) if place not in odds.out]
    ranked = _whole_first(
        best_first((odds.each[place] for place in kept), (candidates[place] for place in kept))
    )
    return odds.unsigned, without_stated_editors(page, with_continued(page, with_beside(page, ranked)))


def _taken_by_nobody(page: Page, candidates: Sequence[Authors], odds: _Odds) -> _Odds:
    """``odds`` where nobody takes over the chances of the candidates that the page shows to be no authors."""
    none = counted_as_nobody(page, candidates)
    return odds._replace(unsigned=odds.unsigned + _sum(odds, none), out=odds.out | none)


def _taken_by_signers(page: Page, candidates: Sequence[Authors], odds: _Odds) -> _Odds:
    """``odds`` where the likeliest of those who outrank others takes over the chances of these."""
    for outranks in _OUTRANKING[page.form]:
        signers, others = outranks(page, candidates)
        if others:
            each = list(odds.each)
            each[max(signers, key=each.__getitem__)] += _sum(odds, others)
            return odds._replace(each=each, out=odds.out | others)
    return odds


def _taken_by_all(page: Page, candidates: Sequence[Authors], odds: _Odds) -> _Odds:
    """``odds`` where nobody and the candidates take over the chances of those that are ruled out, each in
    proportion to its own."""
    elsewhere = ruled_out(page, candidates) - odds.out
    if not elsewhere:
        return odds
    left = max(1.0 - _sum(odds, elsewhere), _LEAST)
    return _Odds(odds.unsigned / left, [chance / left for chance in odds.each], odds.out | elsewhere)


def _sum(odds: _Odds, places: Iterable[int]) -> float:
    return sum(odds.each[place] for place in places)


def _whole_first(ranked: Ranked) -> Ranked:
    """``ranked`` with a byline of several persons moved before its first name alone, if it is nearly as
    likely.

    The first name alone is a candidate because a place or a newspaper may follow it, and because the gold of
    some pages keeps no more. Below a label each person may have a line.
    """
    if not ranked:
        return ranked
    chance, best = ranked[0]
    is_first = FIRST_OF_LINE in best.features and _ONLY_FIRST.isdisjoint(best.features)
    if best.facts or not (is_first or BELOW_LABEL in best.features):
        return ranked
    for one in ranked[1 : MAX_LOSERS + 1]:
        names = one.candidate.names
        is_whole = is_first or JOINED_BELOW_LABEL in one.candidate.features
        if (
            is_whole
            and names[:1] == best.names
            and one.chance >= _LEAST_WHOLE * chance
            and _are_people(names)
        ):
            rest = [other for other in ranked[1:] if other is not one]
            return [Weighed(chance, one.candidate), Weighed(one.chance, best), *rest]
    return ranked


def _are_people(names: Sequence[str]) -> bool:
    """Whether all names look like persons, most with a known given name: no list has all of these."""
    unknown = sum(not has_given_name(name) for name in names)
    return all(map(is_person, names)) and unknown * _MOST_UNKNOWN <= len(names)


#: Rules on who outranks whom, the surest first: the first that applies counts.
_ANYWHERE = (authors_over_editors, authors_over_changers, agencies_over_sections)
_OUTRANKING: dict[Form, tuple[Rule, ...]] = {
    Form.TEXT: (
        over_all(PAPER_HEAD),
        over_all(ASKER),
        over_all(OPENER),
        signers_over_below,
        *_ANYWHERE,
    ),
    Form.HTML: (
        over_all(PAPER_HEAD),
        first_post_over_later,
        opener_over_alike,
        over_all(OPENER),
        dated_over_answerers,
        labelled_over_site,
        labelled_over_bare,
        class_over_site,
        papers_over_towns,
        byline_over_owner,
        *_ANYWHERE,
        authors_over_stated_editors,
        members_over_owner,
        signature_over_site,
        submitter_over_posters,
        persons_over_masthead,
        whole_over_short,
    ),
}


def _fact(page: Page, candidate: Authors, chance: float) -> Fact:
    """The authors as a fact, with the source that states or prints them."""
    block = candidate.blocks[0] if candidate.blocks else None
    names = well_spelled(page, candidate)
    if candidate.facts:
        stated = max(candidate.facts, key=lambda fact: fact.score)
        reason = "printed-and-stated" if block is not None else "stated"
        return Fact(Field.AUTHORS, names, stated.source, stated.raw, reason, stated_score(chance), block)
    if block is not None:
        raw = page.blocks[block].text
        return Fact(Field.AUTHORS, names, "byline", raw, "printed", stated_score(chance), block)
    if among := candidate.among:
        return Fact(Field.AUTHORS, names, among.source, among.raw, "first-named", stated_score(chance))
    return Fact(Field.AUTHORS, names, "site", candidate.names[0], "owner", stated_score(chance))


STAGE = Stage(name="byline", run=run, reasons=REASONS, sets=frozenset({Role.BYLINE}))
