"""The byline: the block that names the authors, before or after the text, and the authors themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.candidates import author_candidates
from articlex.authors.continued import with_continued
from articlex.authors.credited import credits_author
from articlex.authors.credits_in_text import credit_in_text, credited_person
from articlex.authors.fields import labelled_text
from articlex.authors.gathering import CLASS, Authors
from articlex.authors.impostors.outranked import (
    agencies_over_sections,
    authors_over_editors,
    persons_over_masthead,
    signers_over_below,
)
from articlex.authors.impostors.owners import authors_over_changers, members_over_owner
from articlex.authors.impostors.rules import impostors, strangers
from articlex.authors.links import TO_PERSON
from articlex.authors.mail_header import sender_block
from articlex.authors.outranking import Rule, over_all
from articlex.authors.papers import PAPER_HEAD, heads_paper
from articlex.authors.printed import BELOW_LABEL, FIRST_OF_LINE, JOINED_BELOW_LABEL
from articlex.authors.signatures import signature_over_site
from articlex.authors.spelling import well_spelled
from articlex.authors.stated_papers import (
    HANDLE,
    LABELLED,
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
    is_opener,
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
from articlex.facts import RECORD
from articlex.options import Options
from articlex.page import Fact, Field, Form, Mark, Page, Role
from articlex.page_kinds import page_features
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.ranking import MAX_LOSERS, Weighed, best_first, stated_score, with_rivals
from articlex.signs import headline_block, signs_of
from articlex.signs.accounts import is_account
from articlex.stages.contract import Output, Stage

REASONS = {
    "byline": "The line names the author.",
    "printed-and-stated": "The page prints the names, and its markup states them.",
    "printed": "A line that looks like a byline names them.",
    "stated": "The markup states them.",
    "first-named": "Of several people whom the markup names, the first: who started the thread.",
    "owner": "The site is named after this person, or its copyright notice names them.",
    "credited": "The text credits them where it begins or ends, as in Chinese and Japanese.",
    "nobody": "What the markup states is more likely the site or somebody else than the author.",
}

#: The model also gives the probability that nobody is named; from this one on no author is claimed. A higher
#: limit finds more authors on signed pages and invents more on others: see "The limit on nobody" in
#: docs/experiments/authors.md.
MAX_NOBODY = {Form.HTML: 0.5, Form.TEXT: 0.48}
#: The limits below are for better evidence than the model has learned to see. This one is for a line beside
#: the headline or at the end that says no more than who the author is ("Autorin: Anna Beispiel"). Without a
#: day such lines are rare among the pages that were fitted on, and authors were denied, most of all in
#: Chinese, Japanese, Greek and Thai. Of 2,200 pages of the corpora it changes none in HTML, and two as raw
#: page text, both for the better. It is also for papers, with no day either and names without a label between
#: title and abstract, and for persons whom JSON-LD names, where it changes none.
_MAX_NOBODY_LABELLED = 0.95
#: For such a line that names an editor, and nobody else is named: by two fits 0.485 and 0.514 in German and
#: Russian, 0.495 and 0.523 in English. In raw page text 0.45 in Chinese.
_MAX_NOBODY_EDITED = {Form.HTML: 0.55, Form.TEXT: 0.44}
#: For the first link to a person's page, beside the headline of a text without prices, and for a line right
#: below the headline that prints a person whom the markup states.
_MAX_NOBODY_LINKED = 0.7
#: For such a line beside a price, which says who wrote the book (a page of our own: 0.41 and 0.34 that nobody
#: is named, by two fits).
_MAX_NOBODY_PRICED = 0.3
#: For who began a thread, in which others are named alike: somebody always has.
_MAX_NOBODY_OPENED = 1.0
#: Bytes of running text that the page has, at least: an imprint names its editor too.
_LABELLED_TEXT = 500
#: Features of a person behind a byline word in the line right below the headline, or in the next one. Such
#: names are claimed in any case: on every third annotated page they were never denied, and never wrong.
_BELOW_TITLE = frozenset(f"line:{kind}@title+{steps}" for kind in ("by", "colon") for steps in (1, 2))
_KNOWN = frozenset(("only:by-person@title", "only:colon-person@title"))
#: Features of the label before a link, and of the first link, beside the headline.
_LABELLED_OTHER = "only:colon-other@title"
_FIRST_LINK = frozenset(("link:1", "link:title:1"))
#: Features of a person whom the markup states and a line prints; how far below the headline that may stand.
_PERSON, _BELOW_HEADLINE = frozenset(("person", "sources:1:printed", "given:2")), 2
_GIVEN = frozenset(("given:1:person", "given:2:person"))
_STATED, _STATED_GIVEN = "article:from:json-ld", frozenset(("given:1:from:json-ld", "given:2:from:json-ld"))
#: The least probability that is divided by when candidates who are strangers are left out.
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
    if any(fact.stage == "byline" for fact in page.facts):
        return
    candidates = author_candidates(page)
    unsigned, ranked = _ranked(page, candidates) if candidates else (0.0, [])
    if not ranked or unsigned >= _limit(page, ranked[0].candidate):
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


def _limit(page: Page, best: Authors) -> float:
    """The probability that nobody is named from which on the likeliest candidate is not claimed."""
    if OPENER in best.features or _is_labelled_below_title(page, best):
        return _MAX_NOBODY_OPENED
    # A class is read off the line itself, so it says no more than that.
    is_printed = best.is_only_of(CLASS)
    is_stated = _STATED in best.features and not best.features.isdisjoint(_STATED_GIVEN)
    if is_stated or _is_sure(page, best, is_printed):
        return _MAX_NOBODY_LABELLED
    signs = signs_of(page)
    if signs.makeup.prices > 0:
        is_named = not (best.features.isdisjoint(LABELLED) or best.features.isdisjoint(_GIVEN))
        return _MAX_NOBODY_PRICED if is_named else MAX_NOBODY[page.form]
    is_text = signs.prose_before[-1] >= _LABELLED_TEXT
    return _limit_of_text(page, best, is_printed) if is_text else MAX_NOBODY[page.form]


def _limit_of_text(page: Page, best: Authors, is_printed: bool) -> float:
    """The limit on a page with running text and without prices."""
    if limit := _limit_of_person(page, best, is_printed):
        return limit
    is_handle = best.features.issuperset(HANDLE)
    if not is_handle and best.features.isdisjoint(LABELLED):
        return MAX_NOBODY[page.form]
    limit = _limit_of_labelled(page, best)
    # No list has all given names.
    is_known = is_handle or not best.features.isdisjoint(_GIVEN)
    return limit if is_known else min(_MAX_NOBODY_LINKED, limit)


def _limit_of_person(page: Page, best: Authors, is_printed: bool) -> float:
    """The limit for a link to a person's page, or for a person right below the headline; 0 for neither."""
    if not best.features.isdisjoint(TO_PERSON):
        if _LABELLED_OTHER in best.features:
            return _MAX_NOBODY_LABELLED
        if best.features >= _FIRST_LINK:
            return _MAX_NOBODY_LINKED
    return _MAX_NOBODY_LINKED if not is_printed and _is_person_below_headline(page, best) else 0.0


def _is_labelled_below_title(page: Page, best: Authors) -> bool:
    """Whether the candidate is a person with a known given name whom a line right below the headline names
    and credits: "Text and photographs: Ann Example"."""
    is_there = not (best.features.isdisjoint(_BELOW_TITLE) or best.features.isdisjoint(_KNOWN))
    is_known = "given:2:person" in best.features and page.form is Form.HTML
    if signs_of(page).makeup.prices:
        return False  # the author of the book
    return is_there and is_known and _limit_of_labelled(page, best) == _MAX_NOBODY_LABELLED


def _limit_of_labelled(page: Page, best: Authors) -> float:
    """The limit for a labelled line of a text: that of its author, or else of its editor."""
    lines = (labelled_text(page.blocks[index]) for index in best.blocks)
    if any(credits_author(line, best.names[-1]) for line in lines):
        return _MAX_NOBODY_LABELLED
    return _MAX_NOBODY_EDITED[page.form]


def _is_sure(page: Page, best: Authors, is_printed: bool) -> bool:
    """Whether the candidate heads a paper, or is named by a record of an embedded state, by an account of a
    network or by the posts of a thread. ``is_printed``: no markup but a class states it."""
    places = {*best.blocks, *(fact.block for fact in best.facts if fact.block is not None)}
    return (
        (is_printed and any(heads_paper(page, index, best.names) for index in places))
        or any(fact.reason == RECORD for fact in best.facts)
        or is_opener(page, best.names)
        or (page.form is Form.TEXT and any(is_account(page.blocks[index].text) for index in best.blocks))
    )


def _is_person_below_headline(page: Page, best: Authors) -> bool:
    """Whether a line right below the headline prints a person whom the markup states."""
    title = headline_block(page)
    is_beside = any(0 < index - title <= _BELOW_HEADLINE for index in best.blocks)
    return title >= 0 and is_beside and best.features >= _PERSON


def _ranked(page: Page, candidates: list[Authors]) -> tuple[float, Ranked]:
    """The probability that nobody is named, and the candidates with theirs, the likeliest first, without
    impostors and those who are outranked."""
    around = {**surroundings(page, page_features(page)).features, **thread_features(page)}
    unsigned, *each = chances(page.form, nobody(page, candidates), candidates, around)
    others = impostors(page, candidates)
    unsigned += sum(each[place] for place in others)
    others |= _give_way(page, candidates, each)
    if elsewhere := strangers(page, candidates) - others:
        left = max(1.0 - sum(each[place] for place in elsewhere), _LEAST)
        unsigned, each = unsigned / left, [chance / left for chance in each]
        others |= elsewhere
    kept = [place for place in range(len(candidates)) if place not in others]
    ranked = _whole_first(best_first((each[place] for place in kept), (candidates[place] for place in kept)))
    return unsigned, with_continued(page, with_beside(page, ranked))


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


def _give_way(page: Page, candidates: list[Authors], each: list[float]) -> set[int]:
    """The places of those whom others outrank. The likeliest of the others takes over their probability."""
    for outranks in _OUTRANKING[page.form]:
        signers, others = outranks(page, candidates)
        if others:
            each[max(signers, key=each.__getitem__)] += sum(each[place] for place in others)
            return others
    return set()


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
        members_over_owner,
        signature_over_site,
        submitter_over_posters,
        persons_over_masthead,
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
