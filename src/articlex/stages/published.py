"""The dates of the article: printed datelines, weighed against what the markup states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.bylines.lines import read_line
from articlex.dates.other_days import DUE, OTHER
from articlex.days.changes import changed_since
from articlex.days.dateline import Candidate, below_headline, candidates
from articlex.days.days import ASKED, MADE, Day, neighbours
from articlex.days.event_days import event_days
from articlex.days.evidence import settle_order
from articlex.days.hints import page_hints
from articlex.days.opening_day import opening_day
from articlex.days.priced_days import priced_days
from articlex.days.weighing import Model, date_model, log_odds, probability, weigh
from articlex.facts import RECORD
from articlex.options import Options
from articlex.page import Fact, Field, Form, Kind, Mark, Page, Role
from articlex.regex import regex
from articlex.stages.contract import Output, Stage

NAME = "published"
REASONS = {
    "dateline": "The block prints the day on which the article was published.",
    "dateline-updated": "The block prints the day on which the article was last updated.",
    "other-date": "A printed date that is less likely the article's.",
    "sources-weighed": "Of the days that the page states, this one is the likeliest.",
    "only-updated": "The page states no other day than that on which it was last changed.",
    "after-published": "Of the days of a change, the likeliest on which the article had been published.",
    "before-published": "The page states a change, but on a day before the article was published.",
    "not-the-articles": "The page states dates, but probably none on which an article was published.",
}

#: A printed date below this is not even a candidate.
MIN_CANDIDATE = 0.1
#: Losing printed dates that are stated, at most.
MAX_CANDIDATES = 4
#: From this probability on that the page has no day of publication, none is claimed. Swept on sites not
#: fitted on: 0.45, 0.5, 0.55, 0.6, 0.65 gave the right day on 0.886, 0.888, 0.890, 0.891, 0.891 of the HTML
#: pages of `wcxb-dev` that have one, none on 0.930, 0.927, 0.924, 0.920, 0.908 of those that have none, and
#: the right day on 0.914, 0.916, 0.926, 0.929, 0.929 of `dates`. In raw page text they gave 0.917, 0.920,
#: 0.923, 0.923, 0.923 and 0.910, 0.908, 0.902, 0.895, 0.891 of `wcxb-dev`, and 0.884, 0.891, 0.891, 0.895,
#: 0.902 of `dates`.
MAX_NONE = {Form.HTML: 0.55, Form.TEXT: 0.45}
#: The same for a day below the headline that something says to be that of publication, and how many times
#: likelier than all other days together it is. Not swept.
MAX_UNSAID, TIMES_OTHERS = 0.9, 5.0
#: A day that is less likely than this is not claimed: on a page with several days each may have a third.
#: Swept from 0 to 0.45 before there was a net: 0.34 costs at most half a point, and is in those figures.
MIN_CLAIM = 0.34
#: Earlier days with a label of publication that make a list of stories. A choice, not swept.
_LEAST_LISTED = 3
#: Blocks from the day of an event to the fields of a form that have it again, at most.
_FIELDS = 2
#: Blocks that print the day of one article beside something else, at most.
MAX_BLOCKS = 2
#: The score of a block that prints the claimed day, at least.
LEAST_MARK = 0.4
#: Below any claim: what is claimed is stated by the verdict on the day.
UNCLAIMED = 0.39
#: The verdict on the day outranks the sources it was made from.
CLAIMED_SCORE = 0.99

#: How likely a printed date that is more exact has to be, in ratio to the likeliest dateline of the day. A
#: choice, not swept: gold has no times. Of 19 pages of the corpora whose time is a printed one, one prints
#: the day in two places, at 0.95; comments below a dateline are at 0.36, 0.75 and 0.82 on two pages of ours.
EXACT_SHARE = 0.9

#: How likely the printed date of an update has to be a dateline, were it not for its label.
MIN_UPDATED = 0.3
UPDATED_SCORE = 0.9
#: What an update is judged without.
_UNLABELLED = {"label_updated": 0.0, "marked_modified": 0.0, "second": 0.0}

#: A type of JSON-LD that is a piece of writing, as https://schema.org/Article and its kinds are.
_WRITING = regex(r"\"@type\"\s*:\s*\[?\s*\"(?:\w*Article|(?:Live)?BlogPosting|Report)\"")

#: In raw page text a dateline often stands in the run of short lines that was taken for the menu.
_OVERRIDES = frozenset({Role.NAV})
_DATES = (Field.DATE_PUBLISHED, Field.DATE_MODIFIED)


def run(page: Page, options: Options) -> Output:
    """State DATE_PUBLISHED and DATE_MODIFIED, and mark the blocks that print them."""
    if any(fact.stage == NAME for fact in page.facts):
        return
    model = date_model(page.form)
    stated = [fact for fact in page.facts if fact.field in _DATES]
    found = candidates(page, page_hints(page, options))
    printed = [one for one in found if not one.found.value.is_late(options.reference_date)]
    printed = _without_events(settle_order(printed, [str(fact.value) for fact in stated]), stated, page)
    priced = priced_days(page, printed)
    printed = [one for place, one in enumerate(printed) if place not in priced]
    odds = [log_odds(one.features, model.printed) for one in printed]
    scores = [probability(one) for one in odds]
    updates = _updates(printed, model)
    claimed = _claimed(page, stated, *weigh(page, stated, printed, odds))
    day = claimed.day if claimed else ""
    yield from _printed_facts(printed, scores, day)
    changes = [_fact(Field.DATE_MODIFIED, printed[at], "dateline-updated", UPDATED_SCORE) for at in updates]
    yield from changes
    if claimed:
        published = _most_exact(claimed, printed, scores)
        yield published
        changes = [*(fact for fact in stated if fact.field is Field.DATE_MODIFIED), *changes]
        yield from _last_change(str(published.value), changes)
    elif any(fact.field is Field.DATE_PUBLISHED for fact in stated):
        yield Fact(Field.DATE_PUBLISHED, "", NAME, "", "not-the-articles", 1.0)
    yield from _marks(page, day, printed, scores, updates)


def _last_change(published: str, changes: Sequence[Fact]) -> Iterator[Fact]:
    """The last change, where the best of ``changes`` is of a day before the article was ``published``."""
    is_early, later = changed_since(published, changes)
    if later and is_early:
        yield later._replace(reason="after-published", score=CLAIMED_SCORE)
    elif is_early:
        yield Fact(Field.DATE_MODIFIED, "", NAME, "", "before-published", 1.0)


def _claimed(
    page: Page, stated: Sequence[Fact], none: float, days: Sequence[tuple[float, Day]]
) -> Day | None:
    """The day that is claimed for the article: of ``days``, the likeliest first, or none of them.

    ``none`` is how likely it is that the page has no day of publication.
    """
    # Other days of the page are those of answers, and a question has always been asked on some day.
    # The record that holds the text knows its day as well.
    of_text = {fact for fact in stated if fact.reason == RECORD and fact.field is Field.DATE_PUBLISHED}
    asked = {str(fact.value)[:10] for fact in stated if fact.reason in ASKED or fact in of_text}
    none, days = _without_others(none, days)
    claimed = next((day for _, day in days if day.day in asked), None)
    if claimed is None and days:
        chance, likeliest = days[0]
        is_sure = chance >= MIN_CLAIM and none < MAX_NONE[page.form]
        claimed = likeliest if is_sure or _is_said(page, none, days) else None
    if claimed is None or claimed.is_of_article:
        return claimed
    all_days = [day for _, day in days]
    if _heads_list(claimed, all_days) or _heads_row(claimed, all_days):
        return None
    is_due = any(one.label in OTHER for one in claimed.printed)
    others = [day for chance, day in days if is_due or chance >= MIN_CANDIDATE]
    claimed = (
        _published_beside(claimed, all_days)
        or opening_day(page, claimed, all_days)
        or _at_headline(claimed, others)
        or _published_above(claimed, others)
        or claimed
    )
    # Where a page shows no text, only markup on an article speaks for there being one.
    return claimed if any(block.text for block in page.blocks) else None


def _is_said(page: Page, none: float, days: Sequence[tuple[float, Day]]) -> bool:
    """Whether the likeliest day is near below the headline, where a label calls it that of publication, the
    markup has it as that on which the page was made, or the line of the author holds it; and no other day is
    called so or comes near it. On pages unlike those of the corpora "none" is too likely."""
    (chance, likeliest), *others = days
    near = [one for one in likeliest.printed if below_headline(one.features) > 0.0]
    if none >= MAX_UNSAID or not near:
        return False
    made = {str(fact.value)[:10] for _, day in days for fact in day.facts if fact.reason in MADE}
    is_made = not made.isdisjoint({likeliest.day, *neighbours(likeliest.day)})
    rivals = [(other, day) for other, day in others if not (is_made and day.day in made)]
    if chance < TIMES_OTHERS * sum(other for other, _ in rivals):
        return False
    if any(_labelled(day) for _, day in rivals):
        return False
    return is_made or any(
        one.label == "published" or (not one.label and _is_signed(page, one)) for one in near
    )


def _is_signed(page: Page, one: Candidate) -> bool:
    """Whether the line of a date names an author, and is no sentence with a name in it, nor one of a list."""
    if not (one.features["only"] or one.features["few"]):
        return False
    line = read_line(page.blocks[one.block].text, bare=False)
    return line is not None and not line.shape.startswith("inside")


def _without_others(none: float, days: Sequence[tuple[float, Day]]) -> tuple[float, list[tuple[float, Day]]]:
    """The chances without those of days that are none of the page by their labels: memberships, deadlines."""
    kept = [(chance, day) for chance, day in days if not _is_other(day)]
    left = none + sum(chance for chance, _ in kept)
    if len(kept) == len(days) or left <= 0:
        return none, list(days)
    return none / left, [(chance / left, day) for chance, day in kept]


def _is_other(day: Day) -> bool:
    """Whether all that prints a day has such a label, or is right below that of an event and no earlier in
    the day: when it begins and ends is printed again in the fields of a form. Who joins may post at once."""
    if not day.printed or day.facts:
        return False
    due = [one for one in day.printed if one.label == DUE]
    begins, below = min(map(_seconds, due), default=0), max((one.block for one in due), default=0) + _FIELDS
    unsaid = [one for one in day.printed if one.label not in OTHER]
    return all(not one.label and _seconds(one) >= begins > 0 and one.block <= below for one in unsaid)


def _seconds(one: Candidate) -> int:
    return one.found.value.seconds or 0


def _published_beside(changed: Day, days: Sequence[Day]) -> Day | None:
    """The day of publication that a label states beside ``changed``, which is that of a change by its own
    ("Updated: 7 May 2024 | Published: 6 May 2024") or has no label in the same line: "7 May 2024 (first
    published 6 May 2024)"."""
    labels = {one.label for one in changed.printed}
    if changed.facts or not labels <= {"updated", ""}:
        return None
    away = range(-1, 2) if labels == {"updated"} else range(1)
    blocks = {one.block + step for one in changed.printed for step in away}
    beside = (day for day in days if not blocks.isdisjoint(_labelled(day)))
    return next((day for day in beside if day.day < changed.day), None)


def _at_headline(changed: Day, days: Sequence[Day]) -> Day | None:
    """The earlier day near below the headline, where ``changed`` is that of a change by its label and stands
    further below: Asciidoctor sets the day of a document below its title, and that of the file at the end."""
    if changed.facts or any(o.label != "updated" or o.features["headline_next"] for o in changed.printed):
        return None
    first = min((one.block for one in changed.printed), default=0)
    earlier = (day for day in days if day.day < changed.day)
    return next((day for day in earlier if any(_is_near(one, first) for one in day.printed)), None)


def _heads_list(claimed: Day, days: Sequence[Day]) -> bool:
    """Whether ``claimed``, which nothing states, is that of the newest of a list of stories: below its label
    others have the same at no longer steps, and all of them are earlier days. Those of answers are later,
    and between the day of an article and those of other stories below stands the article."""
    own = _labelled(claimed)
    others = [day for day in days if day is not claimed and _labelled(day)]
    blocks = sorted(block for day in others for block in _labelled(day))
    if claimed.facts or not own or len(blocks) < _LEAST_LISTED:
        return False
    longest = max(after - before for before, after in pairwise(blocks))
    return 0 < blocks[0] - max(own) <= longest and all(day.day < claimed.day for day in others)


def _heads_row(claimed: Day, days: Sequence[Day]) -> bool:
    """Whether ``claimed``, which nothing states, is that of the newest of a list of stories without labels:
    from its line on, lines with a day alone follow each other at equal steps, and the days go back. Those of
    a thread are one day, or go on."""
    if claimed.facts or any(one.label or not one.features["alone"] for one in claimed.printed):
        return False
    alone = {one.block: day.day for day in days for one in day.printed if one.features["alone"]}
    first = min((one.block for one in claimed.printed), default=0)
    row = [first, *sorted(block for block in alone if block > first)][: _LEAST_LISTED + 1]
    steps = {after - before for before, after in pairwise(row)}
    found = [alone.get(block, "") for block in row]
    goes_back = found == sorted(found, reverse=True) and found[-1] < found[0]
    return len(row) > _LEAST_LISTED and len(steps) == 1 and goes_back


def _labelled(day: Day) -> list[int]:
    """The blocks in which a label calls a day that of publication."""
    return [one.block for one in day.printed if one.label == "published"]


def _published_above(claimed: Day, days: Sequence[Day]) -> Day | None:
    """The day that a label calls that of publication further up in the page, where ``claimed`` has no such
    label and nothing states it: it is that of an event, a deadline, or of who wrote below the text."""
    is_said = any(one.label and one.label not in OTHER for one in claimed.printed)
    if claimed.facts or not claimed.printed or is_said:
        return None
    first = min((one.block for one in claimed.printed if one.label not in OTHER), default=0)
    return next((day for day in days if any(block < first for block in _labelled(day))), None)


def _is_near(one: Candidate, end: int) -> bool:
    """Whether a date without a label is near below the headline and above the block ``end``."""
    return below_headline(one.features) > 0.0 and not one.label and one.block < end


def _without_events(printed: Sequence[Candidate], stated: Sequence[Fact], page: Page) -> list[Candidate]:
    """``printed`` without the days of an event that the page announces.

    It may be announced on its day, and a match reported on its own: what a source states as the day of
    publication or change stays, and what a label or the line of the author says to be it; and where JSON-LD
    says that the page is an article all of it.
    """
    days = event_days(page)
    if not days or any(_WRITING.search(script) for script in page.markup.json_ld):
        return list(printed)
    days -= {str(fact.value)[:10] for fact in stated}
    return [one for one in printed if one.found.value.day_iso() not in days or _is_marked(page, one)]


def _is_marked(page: Page, one: Candidate) -> bool:
    """Whether a label or a byline says that a date is that of publication or change."""
    if one.label:
        return True
    line = read_line(page.blocks[one.block].text, bare=False)
    return line is not None and not line.shape.startswith("dated")


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
        if one.features["elsewhere"] or scores[place] < MIN_CANDIDATE or one.label in OTHER:
            continue
        if one.found.value.day_iso() != claimed:
            yield _fact(Field.DATE_PUBLISHED, one, "other-date", min(scores[place], UNCLAIMED))


def _fact(field: Field, one: Candidate, reason: str, score: float) -> Fact:
    value = one.found.value.iso()
    return Fact(field, value, "dateline", one.found.raw, reason, round(score, 3), one.block)


def _most_exact(day: Day, printed: Sequence[Candidate], scores: Sequence[float]) -> Fact:
    """The day as a fact, in the most exact form in which the page states it.

    Comments of that day print times of their own, and entries of a live blog too: a printed date that is
    far less likely a dateline than another one of the day, or has no label beside one, does not count.

    A page may state no other day than that of a change. Of 58 such pages of the corpora 48 have it as the
    article's day, 6 another one that the page does not show, 4 none; so it is given, and the reason says it.
    """
    dated = [pair for pair in zip(printed, scores, strict=True) if pair[0].found.value.day_iso() == day.day]
    dated = [pair for pair in dated if pair[0].label not in OTHER] or dated
    dated = [pair for pair in dated if pair[0].label == "published"] or dated
    least = EXACT_SHARE * max((score for _, score in dated), default=0.0)
    printing = [_fact(Field.DATE_PUBLISHED, one, "", 0.0) for one, score in dated if score >= least]
    stating = (*day.facts, *printing) or day.changes
    best = max(stating, key=lambda fact: (_exactness(str(fact.value)), fact.score))
    changed = not day.facts and all(one.label == "updated" for one in day.printed)
    reason = "only-updated" if changed else "sources-weighed"
    return best._replace(field=Field.DATE_PUBLISHED, reason=reason, score=CLAIMED_SCORE)


def _exactness(value: str) -> int:
    """0 a month, 1 a day, 2 with the time, 3 with time and zone; midnight stands for a day."""
    if len(value) < len("2024-05-06"):
        return 0
    if len(value) == len("2024-05-06") or "T00:00:00" in value:
        return 1
    return 3 if len(value) > len("2024-05-06T07:08:09") else 2


def _marks(
    page: Page, day: str, printed: Sequence[Candidate], scores: Sequence[float], updates: Sequence[int]
) -> Iterator[Mark]:
    """Mark each block that prints the claimed day, or the update, and nothing else.

    Where many print the day, they are heads of posts or teasers, and what stands beside it is part of those;
    but for a line with a label right below the headline.
    """
    done: set[int] = set()
    blocks = {one.block for one in printed if one.found.value.day_iso() == day}
    many = len(blocks) > MAX_BLOCKS
    sections = _heads_of_sections(page, printed)
    for place, one in enumerate(printed):
        published = one.found.value.day_iso() == day and scores[place] >= MIN_CANDIDATE
        published = published and one.label not in OTHER
        if not (published or place in updates) or one.block in done:
            continue
        short = one.features["short"] or (one.label and one.features["medium"])
        heads = not many or (one.label and one.features["headline_next"])
        bare = one.features["alone"] or (short and heads)
        if bare and one.block not in sections and page.role(one.block) in (Role.UNKNOWN, *_OVERRIDES):
            done.add(one.block)
            reason = "dateline" if published else "dateline-updated"
            yield Mark(one.block, Role.DATE, reason, round(max(scores[place], LEAST_MARK), 3))


def _heads_of_sections(page: Page, printed: Sequence[Candidate]) -> set[int]:
    """The headings that print a date, where others of their level do: of versions, of days."""
    levels: dict[int, set[int]] = {}
    for one in printed:
        if page.blocks[one.block].kind is Kind.HEADING and not one.label:
            levels.setdefault(page.blocks[one.block].level, set()).add(one.block)
    return {block for blocks in levels.values() if len(blocks) > 1 for block in blocks}


STAGE = Stage(name=NAME, run=run, reasons=REASONS, sets=frozenset({Role.DATE}), overrides=_OVERRIDES)
