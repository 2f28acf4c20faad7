"""The day that is claimed for the article, of those that are weighed: the likeliest, unless what is printed
around it says that another one is meant, or none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.bylines.lines import read_line
from articlex.dates.other_days import DUE, OTHER
from articlex.days.dateline import Candidate, below_headline
from articlex.days.days import ASKED, MADE, Day, neighbours
from articlex.days.opening_day import opening_day
from articlex.facts import RECORD
from articlex.page import Fact, Field, Form, Page

#: A printed date below this is not even a candidate.
MIN_CANDIDATE = 0.1
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


def claimed_day(
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
