"""The dates of the article: printed datelines, weighed against what the markup states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from articlex.dates.dateline import Candidate, candidates
from articlex.dates.evidence import settle_order
from articlex.dates.lexicon import host_of, lexicon
from articlex.dates.value import LATEST_YEAR, DateValue, Hints
from articlex.dates.weighing import Day, date_model, log_odds, probability, weigh
from articlex.options import Options
from articlex.page import Fact, Field, Mark, Page, Role
from articlex.stages.contract import Output, Stage

REASONS = {
    "dateline": "The block prints the day on which the article was published.",
    "dateline-updated": "The block prints the day on which the article was last updated.",
    "labelled-dateline": "A label says that the printed day is that of publication.",
    "sources-weighed": "Of the days that the page states, this one is the likeliest.",
    "not-the-articles": "The page states dates, but probably none at which an article was published.",
}

#: A printed date below this is not even a candidate.
MIN_CANDIDATE = 0.1
#: Losing printed dates that are stated, at most.
MAX_CANDIDATES = 4
#: A day is claimed from here on. 0.5 is where a claim is more often right than wrong.
MIN_CLAIM = 0.5
#: The dateline of the update stands where the dateline would: its odds without the label have to say so.
MIN_UPDATED = 0.3

#: The verdict on the day outranks the sources it was made from.
CLAIMED_SCORE = 0.99
UPDATED_SCORE = 0.9

_DATES = (Field.DATE_PUBLISHED, Field.DATE_MODIFIED)


def run(page: Page, options: Options) -> Output:
    """State DATE_PUBLISHED and DATE_MODIFIED, and mark the blocks that print them."""
    model = date_model(page.form)
    printed = [
        one for one in candidates(page, page_hints(page, options)) if not _is_late(one.found.value, options)
    ]
    printed = settle_order(printed, [str(fact.value) for fact in page.facts if fact.field in _DATES])
    scores = [probability(log_odds(one.features, model.printed)) for one in printed]
    days = weigh(page, printed, model)
    claimed = days[0] if days and days[0].score >= MIN_CLAIM else None
    yield from _printed_facts(printed, scores)
    if claimed:
        yield _verdict(claimed)
    elif any(fact.field is Field.DATE_PUBLISHED for fact in page.facts):
        yield Fact(Field.DATE_PUBLISHED, "", "published", "", "not-the-articles", 1.0)
    yield from _marks(page, claimed, printed, scores)


def page_hints(page: Page, options: Options) -> Hints:
    """What the page and the options tell about its dates before any is read."""
    languages = [str(fact.value) for fact in page.facts if fact.field is Field.LANGUAGE]
    language = (languages or [page.markup.lang])[0].replace("_", "-").lower()
    order = lexicon().order(language, host_of(page.url or ""))
    latest = options.reference_date.year + 1 if options.reference_date else LATEST_YEAR
    return Hints(language, order, options.reference_date, latest)


def _is_late(value: DateValue, options: Options) -> bool:
    reference = options.reference_date
    return reference is not None and value.as_date() > reference + timedelta(days=1)


def _printed_facts(printed: Sequence[Candidate], scores: Sequence[float]) -> Iterator[Fact]:
    """The best printed dates as candidates; one whose label says "updated" states that too."""
    best = sorted(range(len(printed)), key=lambda place: -scores[place])[:MAX_CANDIDATES]
    for place in sorted(best):
        one, score = printed[place], scores[place]
        value = one.found.value.iso()
        if one.label == "updated" and score >= MIN_UPDATED:
            yield _fact(Field.DATE_MODIFIED, value, one, "dateline-updated", UPDATED_SCORE)
        if score >= MIN_CANDIDATE:
            reason = "labelled-dateline" if one.label == "published" else "dateline"
            # Below any claim: what is claimed is stated by the verdict on the day.
            yield _fact(Field.DATE_PUBLISHED, value, one, reason, min(score, MIN_CLAIM - 0.01))


def _fact(field: Field, value: str, one: Candidate, reason: str, score: float) -> Fact:
    return Fact(field, value, "dateline", one.found.raw, reason, round(score, 3), one.block)


def _verdict(day: Day) -> Fact:
    """The day as a fact, in the most exact form in which the page states it."""
    stated = [
        *((_exactness(str(fact.value)), fact.score, fact) for fact in day.facts),
        *(
            (
                _exactness(one.found.value.iso()),
                0.5,
                _fact(Field.DATE_PUBLISHED, one.found.value.iso(), one, "", 0.0),
            )
            for one in day.printed
        ),
    ]
    _, _, best = max(stated, key=lambda item: item[:2])
    return best._replace(reason="sources-weighed", score=max(day.score, CLAIMED_SCORE))


def _exactness(value: str) -> int:
    """0 a month, 1 a day, 2 with the time, 3 with time and zone; midnight stands for a day."""
    if len(value) < 11:
        return 1 if len(value) == 10 else 0
    return 1 if "T00:00:00" in value else 3 if len(value) > 19 else 2


def _marks(
    page: Page, day: Day | None, printed: Sequence[Candidate], scores: Sequence[float]
) -> Iterator[Mark]:
    """Mark each block that prints the claimed day, or an update, and nothing else."""
    done: set[int] = set()
    for one, score in zip(printed, scores, strict=True):
        published = day is not None and one.found.value.day_iso() == day.day and score >= MIN_CANDIDATE
        updated = one.label == "updated" and score >= MIN_UPDATED
        if not (published or updated) or one.block in done or page.role(one.block) is not Role.UNKNOWN:
            continue
        if one.features["alone"] or one.features["short"] or (one.label and one.features["medium"]):
            done.add(one.block)
            reason = "dateline-updated" if updated and not published else "dateline"
            yield Mark(one.block, Role.DATE, reason, max(score, MIN_CLAIM))


STAGE = Stage(name="published", run=run, reasons=REASONS, sets=frozenset({Role.DATE}))
