"""The dates of the article: printed datelines, weighed against what the markup states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articlex.dates.dateline import Candidate, candidates
from articlex.dates.evidence import settle_order
from articlex.dates.horizon import latest_year
from articlex.dates.lexicon import host_of, lexicon
from articlex.dates.value import DateValue, Hints
from articlex.dates.weighing import Day, Model, date_model, log_odds, page_features, probability, weigh
from articlex.options import Options
from articlex.page import Fact, Field, Mark, Page, Role
from articlex.stages.contract import Output, Stage

NAME = "published"
REASONS = {
    "dateline": "The block prints the day on which the article was published.",
    "dateline-updated": "The block prints the day on which the article was last updated.",
    "other-date": "A printed date that is less likely the article's.",
    "sources-weighed": "Of the days that the page states, this one is the likeliest.",
    "not-the-articles": "The page states dates, but probably none on which an article was published.",
}

#: A printed date below this is not even a candidate.
MIN_CANDIDATE = 0.1
#: Losing printed dates that are stated, at most.
MAX_CANDIDATES = 4
#: A day is claimed from here on. Swept from 0.3 to 0.5 on `wcxb-dev`: each step of 0.05 trades about one
#: point of right days for one point of pages without a date that are left without one.
MIN_CLAIM = 0.4
#: Below any claim: what is claimed is stated by the verdict on the day.
UNCLAIMED = 0.39
#: The verdict on the day outranks the sources it was made from.
CLAIMED_SCORE = 0.99

#: How likely the printed date of an update has to be a dateline, were it not for its label.
MIN_UPDATED = 0.3
UPDATED_SCORE = 0.9
#: What an update is judged without.
_UNLABELLED = {"label_updated": 0.0, "marked_modified": 0.0, "second": 0.0}

#: In raw page text a dateline often stands in the run of short lines that was taken for the menu.
_OVERRIDES = frozenset({Role.NAV})
_DATES = (Field.DATE_PUBLISHED, Field.DATE_MODIFIED)


def run(page: Page, options: Options) -> Output:
    """State DATE_PUBLISHED and DATE_MODIFIED, and mark the blocks that print them."""
    model = date_model(page.form)
    stated = [fact for fact in page.facts if fact.field in _DATES and fact.stage != NAME]
    printed = [
        one for one in candidates(page, page_hints(page, options)) if not _is_late(one.found.value, options)
    ]
    printed = settle_order(printed, [str(fact.value) for fact in stated])
    scores = [probability(log_odds(one.features, model.printed)) for one in printed]
    updates = _updates(printed, model)
    days = weigh(stated, printed, page_features(page), model)
    claimed = days[0] if days and days[0].score >= MIN_CLAIM else None
    yield from _printed_facts(printed, scores, claimed.day if claimed else "")
    for place in updates:
        yield _fact(Field.DATE_MODIFIED, printed[place], "dateline-updated", UPDATED_SCORE)
    if claimed:
        yield _verdict(claimed)
    elif any(fact.field is Field.DATE_PUBLISHED for fact in stated):
        yield Fact(Field.DATE_PUBLISHED, "", NAME, "", "not-the-articles", 1.0)
    yield from _marks(page, claimed.day if claimed else "", printed, scores, updates)


def page_hints(page: Page, options: Options) -> Hints:
    """What the page and the options tell about its dates before any is read."""
    languages = [str(fact.value) for fact in page.facts if fact.field is Field.LANGUAGE]
    language = (languages or [page.markup.lang])[0].replace("_", "-").lower()
    order = lexicon().order(language, host_of(page.url or ""))
    latest = latest_year(page.markup, page.blocks, options.reference_date)
    return Hints(language, order, options.reference_date, latest)


def _is_late(value: DateValue, options: Options) -> bool:
    reference = options.reference_date
    return reference is not None and value.as_date() > reference + timedelta(days=1)


def _updates(printed: Sequence[Candidate], model: Model) -> list[int]:
    """The place of the printed date that says when the article was updated, if there is one.

    Such a date stands where a dateline would, but for its label; or it is the only one with the label.
    """
    labelled = [place for place, one in enumerate(printed) if one.label == "updated"]
    return [
        place
        for place in labelled
        if len(labelled) == 1
        or probability(log_odds(printed[place].features | _UNLABELLED, model.printed)) >= MIN_UPDATED
    ][:1]


def _printed_facts(printed: Sequence[Candidate], scores: Sequence[float], claimed: str) -> Iterator[Fact]:
    """The likeliest printed dates beside the ``claimed`` day."""
    best = sorted(range(len(printed)), key=lambda place: -scores[place])[:MAX_CANDIDATES]
    for place in sorted(best):
        one = printed[place]
        # Beside the headline stand archives and related articles too: they are no rival.
        if one.features["elsewhere"] or scores[place] < MIN_CANDIDATE:
            continue
        if one.found.value.day_iso() != claimed:
            yield _fact(Field.DATE_PUBLISHED, one, "other-date", min(scores[place], UNCLAIMED))


def _fact(field: Field, one: Candidate, reason: str, score: float) -> Fact:
    value = one.found.value.iso()
    return Fact(field, value, "dateline", one.found.raw, reason, round(score, 3), one.block)


def _verdict(day: Day) -> Fact:
    """The day as a fact, in the most exact form in which the page states it."""
    printed = (_fact(Field.DATE_PUBLISHED, one, "", 0.0) for one in day.printed)
    best = max((*day.facts, *printed), key=lambda fact: (_exactness(str(fact.value)), fact.score))
    return best._replace(reason="sources-weighed", score=CLAIMED_SCORE)


def _exactness(value: str) -> int:
    """0 a month, 1 a day, 2 with the time, 3 with time and zone; midnight stands for a day."""
    if len(value) < 11:
        return 1 if len(value) == 10 else 0
    return 1 if "T00:00:00" in value else 3 if len(value) > 19 else 2


def _marks(
    page: Page, day: str, printed: Sequence[Candidate], scores: Sequence[float], updates: Sequence[int]
) -> Iterator[Mark]:
    """Mark each block that prints the claimed day, or the update, and nothing else."""
    done: set[int] = set()
    for place, one in enumerate(printed):
        published = one.found.value.day_iso() == day and scores[place] >= MIN_CANDIDATE
        if not (published or place in updates) or one.block in done:
            continue
        bare = one.features["alone"] or one.features["short"] or (one.label and one.features["medium"])
        if bare and page.role(one.block) in (Role.UNKNOWN, *_OVERRIDES):
            done.add(one.block)
            reason = "dateline" if published else "dateline-updated"
            yield Mark(one.block, Role.DATE, reason, round(max(scores[place], MIN_CLAIM), 3))


STAGE = Stage(name=NAME, run=run, reasons=REASONS, sets=frozenset({Role.DATE}), overrides=_OVERRIDES)
