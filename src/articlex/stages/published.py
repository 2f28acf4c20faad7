"""The dates of the article: printed datelines, weighed against what the markup states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.bylines.lines import read_line
from articlex.dates.in_addresses import day_in_address
from articlex.dates.other_days import OTHER
from articlex.days.changes import changed_since, is_same_moment
from articlex.days.claim import MIN_CANDIDATE, claimed_day
from articlex.days.dateline import Candidate, candidates
from articlex.days.day_month_order import out_of_american_order, settle_order
from articlex.days.days import Day
from articlex.days.event_days import event_days, priced_days
from articlex.days.hints import page_hints
from articlex.days.later_posts import of_first_post
from articlex.days.life_spans import ends_life
from articlex.days.weighing import Model, date_model, log_odds, probability, weigh
from articlex.facts import WHOLE_DAY, day_of, has_time, is_stated, page_address
from articlex.options import Options
from articlex.page import Fact, Field, Form, Kind, Mark, Page, Role
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.ranking import Weighed
from articlex.regex import regex
from articlex.stages.contract import Output, Stage, has_run
from articlex.stages.parts.posts.timed_entries import is_time

NAME = "published"
REASONS = {
    "dateline": "The block prints the day on which the article was published.",
    "dateline-updated": "The block prints the day on which the article was last updated.",
    "other-date": "A printed date that is less likely the article's.",
    "sources-weighed": "Of the days that the page states, this one is the likeliest.",
    "only-updated": "The page states no other day than that on which it was last changed.",
    "after-published": "The best day of a change that is not before the day of publication.",
    "before-published": "The page states a change, but on a day before the article was published.",
    "unchanged": "The page states as the last change the very moment at which the article was published.",
    "day-in-address": "The path of the page's address contains the day.",
    "several": "The file has several articles, each with a day of its own.",
    "not-the-articles": "The page states dates, but probably none on which an article was published.",
}

#: Most printed dates that lose and are stated.
MAX_CANDIDATES = 4
#: Most blocks that print the day of one article beside something else.
MAX_BLOCKS = 2
#: The least score of the mark of a block that prints the claimed day.
_LEAST_MARK = 0.4
#: The highest score of a printed date that is not claimed: below what is believed.
_UNCLAIMED = 0.39
#: The score of the claimed day, above those of the sources that it was weighed from.
_CLAIMED_SCORE = 0.99

#: A printed date with a time counts if its probability is at least this share of that of the day's likeliest
#: dateline. Chosen, not swept: gold has no times. Of 19 pages of the corpora with a printed time one prints
#: the day in two places, at 0.95; comments below a dateline are at 0.36, 0.75 and 0.82 on two pages of ours.
_EXACT_SHARE = 0.9

#: The least probability that a date labelled as an update were a dateline without the label.
_MIN_UPDATED = 0.3
_UPDATED_SCORE = 0.9
#: The features that are set aside for that.
_UNLABELLED = {"label_updated": 0.0, "marked_modified": 0.0, "second": 0.0}

#: A type of JSON-LD that is a piece of writing, as https://schema.org/Article and its kinds are.
_WRITING = regex(r"\"@type\"\s*:\s*(?:\[\s*)?\"(?:\w*Article|(?:Live)?BlogPosting|Report)\"")

_ENDS_WITH_DAY = regex(r"/\d\d?/?(?:[?#]|\Z)")

#: Characters of the shortest sentence behind a date and a colon.
_SENTENCE = 30

#: In raw page text a dateline often stands in the run of short lines that was taken for the menu.
_OVERRIDES = frozenset({Role.NAV})
_DATES = (Field.DATE_PUBLISHED, Field.DATE_MODIFIED)

#: A printed date with its probability to be a dateline.
_Weighed = Weighed[Candidate]


def run(page: Page, options: Options) -> Output:
    """State DATE_PUBLISHED and DATE_MODIFIED, and mark the blocks that print them."""
    if has_run(page, NAME):
        return
    stated = [fact for fact in page.facts if fact.field in _DATES]
    if page.collection:
        # The day of one of several articles is not that of all.
        several = (field for field in _DATES if is_stated(page, field))
        yield from (Fact(field, "", NAME, "", "several", 1.0) for field in several)
        return
    model = date_model(page.form)
    hints = page_hints(page, options)
    found = [one for one in candidates(page, hints) if not one.found.value.is_late(options.reference_date)]
    stated = out_of_american_order(stated, found, hints)
    addressed = _in_address(page, options, hints.latest)
    printed = _of_the_article(page, found, stated, addressed)
    odds = [log_odds(one.features, model.printed) for one in printed]
    weighed = list(map(Weighed, map(probability, odds), printed))
    claimed = claimed_day(page, stated, *weigh(page, stated, printed, odds))
    headed = _day_at_head(page, stated)
    day = day_of(headed) if headed else claimed.day if claimed else ""
    day = day or "".join(str(fact.value) for fact in addressed)
    update = _update(of_first_post(page, printed, day), model)
    changes = [_fact(Field.DATE_MODIFIED, update, "dateline-updated", _UPDATED_SCORE)] if update else []
    published = headed or (_most_exact(claimed, weighed) if claimed else None)
    yield from addressed
    yield from _printed_facts(weighed, day)
    yield from changes
    yield from _outcome(published, stated, changes)
    yield from _marks(page, day, weighed, update)


def _of_the_article(
    page: Page, found: Sequence[Candidate], stated: Sequence[Fact], addressed: Sequence[Fact]
) -> list[Candidate]:
    """The printed dates, with day and month in the order that the page has elsewhere, that may be the
    article's: not those of an event, of a life or beside a price."""
    said = [str(fact.value) for fact in (*stated, *addressed)]
    printed = _without_events(settle_order(found, said), stated, page)
    priced = priced_days(page, printed)
    return [one for place, one in enumerate(printed) if place not in priced and not ends_life(page, one)]


def _outcome(published: Fact | None, stated: Sequence[Fact], changes: Sequence[Fact]) -> Iterator[Fact]:
    """The day of publication and the last change after it; or that the ``stated`` days are not the
    article's."""
    if published:
        yield published
        stated_changes = [fact for fact in stated if fact.field is Field.DATE_MODIFIED]
        if stated_changes and not changes and _is_unchanged(stated, str(published.value)):
            yield Fact(Field.DATE_MODIFIED, "", NAME, "", "unchanged", 1.0)
        else:
            yield from _last_change(str(published.value), [*stated_changes, *changes])
    elif any(fact.field is Field.DATE_PUBLISHED for fact in stated):
        yield Fact(Field.DATE_PUBLISHED, "", NAME, "", "not-the-articles", 1.0)


def _day_at_head(page: Page, stated: Sequence[Fact]) -> Fact | None:
    """The day above a document, which its author wrote there: no comment or quotation outweighs it."""
    days = [fact for fact in stated if page.markdown and fact.field is Field.DATE_PUBLISHED and fact.value]
    best = max(days, key=lambda fact: fact.score, default=None)
    return best._replace(reason="sources-weighed", score=_CLAIMED_SCORE) if best else None


def _in_address(page: Page, options: Options, latest: int) -> list[Fact]:
    """The day in the address of raw page text, for the markup of HTML states it already. What ends with it is
    the archive of that day. No year after ``latest`` is believed."""
    address = page_address(page) if page.form is Form.TEXT else ""
    day = day_in_address(address)
    if not day or day.year > latest or day.is_late(options.reference_date) or _ENDS_WITH_DAY.search(address):
        return []
    return [Fact(Field.DATE_PUBLISHED, day.iso(), "url", address, "day-in-address", 0.85)]


def _last_change(published: str, changes: Sequence[Fact]) -> Iterator[Fact]:
    """The last change anew, if the best of ``changes`` is of a day before the article was ``published``."""
    is_early, later = changed_since(published, changes)
    if later and is_early:
        yield later._replace(reason="after-published", score=_CLAIMED_SCORE)
    elif is_early:
        yield Fact(Field.DATE_MODIFIED, "", NAME, "", "before-published", 1.0)


def _is_unchanged(stated: Sequence[Fact], published: str) -> bool:
    """Whether the page states the moment of publication, and no other as that of the last change."""
    moments = [fact for fact in stated if is_same_moment(str(fact.value), published)]
    is_published = any(fact.field is Field.DATE_PUBLISHED for fact in moments)
    return is_published and all(fact in moments for fact in stated if fact.field is Field.DATE_MODIFIED)


def _without_events(printed: Sequence[Candidate], stated: Sequence[Fact], page: Page) -> list[Candidate]:
    """``printed`` without the days of an event that the page announces.

    An event may be announced, or a match reported, on the very day. So a day stays that a source states, or
    that stands behind a label or in a byline; and all days stay if JSON-LD says that the page is an article.
    """
    days = event_days(page)
    if not days or any(_WRITING.search(script) for script in page.markup.json_ld):
        return list(printed)
    days -= {day_of(fact) for fact in stated}
    return [one for one in printed if one.found.value.day_iso() not in days or _is_marked(page, one)]


def _is_marked(page: Page, one: Candidate) -> bool:
    """Whether a date has a label, or stands in a byline that has more than a date."""
    if one.label:
        return True
    line = read_line(page.blocks[one.block].text, bare=False)
    return line is not None and not line.shape.startswith("dated")


def _update(printed: Sequence[Candidate], model: Model) -> Candidate | None:
    """The printed date on which the article was updated; None if there is none.

    It has the label of an update, and it is the only one with that or stands where a dateline would.
    """
    labelled = [one for one in printed if one.label == "updated"]
    if len(labelled) == 1:
        return labelled[0]
    unlabelled = (log_odds(one.features | _UNLABELLED, model.printed) for one in labelled)
    likely = (
        one for one, odds in zip(labelled, unlabelled, strict=True) if probability(odds) >= _MIN_UPDATED
    )
    return next(likely, None)


def _printed_facts(weighed: Sequence[_Weighed], claimed: str) -> Iterator[Fact]:
    """The likeliest printed dates of other days than the ``claimed`` one, as facts, in the order of the
    page."""
    best = sorted(range(len(weighed)), key=lambda place: -weighed[place].chance)[:MAX_CANDIDATES]
    for chance, one in (weighed[place] for place in sorted(best)):
        # Beside the headline stand archives and related articles too: they are no rival.
        if one.features["elsewhere"] or chance < MIN_CANDIDATE or one.label in OTHER:
            continue
        if one.found.value.day_iso() != claimed:
            yield _fact(Field.DATE_PUBLISHED, one, "other-date", min(chance, _UNCLAIMED))


def _fact(field: Field, one: Candidate, reason: str, score: float) -> Fact:
    value = one.found.value.iso()
    return Fact(field, value, "dateline", one.found.raw, reason, round(score, 3), one.block)


def _most_exact(day: Day, weighed: Sequence[_Weighed]) -> Fact:
    """The claimed day as a fact, in the most exact form that the page has of it.

    Comments and entries of a live blog print times of the same day. So a printed date does not count if it is
    far less likely a dateline than another one of the day, or has no label where another one has.

    If the day is only that of a change, because the page states no other, the reason says so: of 58 such
    pages of the corpora 48 have it as the article's day, 6 another one that the page does not show, 4 none.
    """
    dated = [each for each in weighed if each.candidate.found.value.day_iso() == day.day]
    dated = [each for each in dated if each.candidate.label not in OTHER] or dated
    dated = [each for each in dated if each.candidate.label == "published"] or dated
    least = _EXACT_SHARE * max((each.chance for each in dated), default=0.0)
    printing = [_fact(Field.DATE_PUBLISHED, one, "", 0.0) for chance, one in dated if chance >= least]
    stating = (*day.facts, *printing) or day.changes
    best = max(stating, key=lambda fact: (_exactness(str(fact.value)), fact.score))
    changed = not day.facts and all(one.label == "updated" for one in day.printed)
    reason = "only-updated" if changed else "sources-weighed"
    return best._replace(field=Field.DATE_PUBLISHED, reason=reason, score=_CLAIMED_SCORE)


def _exactness(value: str) -> int:
    """0 for a month, 1 for a day, 2 with a time, 3 with time and zone."""
    if len(value) < WHOLE_DAY:
        return 0
    if not has_time(value):
        return 1
    return 3 if len(value) > len("2024-05-06T07:08:09") else 2


def _marks(page: Page, day: str, weighed: Sequence[_Weighed], update: Candidate | None) -> Iterator[Mark]:
    """Mark the blocks that print the claimed day, or the update, and little else.

    If many print the day, they are heads of posts or teasers, which have text beside it: then a block may
    have nothing else, or has a label and stands right below the headline. If all that it prints is a time,
    it heads an entry of a report.
    """
    many = len({one.block for _, one in weighed if one.found.value.day_iso() == day}) > MAX_BLOCKS
    done = _heads_of_sections(page, [one for _, one in weighed])
    for chance, one in weighed:
        is_of_day = one.found.value.day_iso() == day and one.label not in OTHER
        is_published = is_of_day and chance >= MIN_CANDIDATE
        if not (is_published or one is update) or one.block in done:
            continue
        text = page.blocks[one.block].text
        if not _is_dateline(one, many) or _is_postscript(text, one) or (many and is_time(text)):
            continue
        if page.role(one.block) in (Role.UNKNOWN, *_OVERRIDES):
            done.add(one.block)
            reason = "dateline" if is_published else "dateline-updated"
            yield Mark(one.block, Role.DATE, reason, round(max(chance, _LEAST_MARK), 3))


def _is_dateline(one: Candidate, many: bool) -> bool:
    """Whether the block of a date has little else; ``many``: so many blocks print the day that they may be
    heads of posts or teasers."""
    is_short = one.features["short"] or (one.label and one.features["medium"])
    heads = not many or (one.label and one.features["headline_next"])
    return bool(one.features["alone"] or (is_short and heads))


def _is_postscript(text: str, one: Candidate) -> bool:
    """Whether a date heads a sentence of the text: "Update 7 May: it sank"."""
    rest = text.partition(one.found.raw)[2].lstrip()
    return rest.startswith(COLONS) and len(rest) >= _SENTENCE and rest[-1] in SENTENCE_ENDS


def _heads_of_sections(page: Page, printed: Sequence[Candidate]) -> set[int]:
    """The headings with a date whose level has several of them: of versions, of days."""
    levels: dict[int, set[int]] = {}
    for one in printed:
        if page.blocks[one.block].kind is Kind.HEADING and not one.label:
            levels.setdefault(page.blocks[one.block].level, set()).add(one.block)
    return {block for blocks in levels.values() if len(blocks) > 1 for block in blocks}


STAGE = Stage(name=NAME, run=run, reasons=REASONS, sets=frozenset({Role.DATE}), overrides=_OVERRIDES)
