"""The choice of the day of publication among the weighed days: the likeliest one, unless what is printed
around it shows that another day is meant, or none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise

from articlex.bylines.lines import read_line
from articlex.dates.other_days import OTHER
from articlex.days.dateline import Candidate, below_headline
from articlex.days.days import ASKED, MADE, Day, neighbours
from articlex.days.first_posts import day_of_first_post
from articlex.days.without_year import is_printed_without_year
from articlex.facts import RECORD, day_of
from articlex.page import Fact, Field, Form, Page
from articlex.ranking import Weighed

#: A printed date with a lower probability is not even a candidate.
MIN_CANDIDATE = 0.1
#: If "no day of publication" is at least so probable, no day is claimed. Swept on sites not fitted on: 0.45,
#: 0.5, 0.55, 0.6, 0.65 gave the right day on 0.886, 0.888, 0.890, 0.891, 0.891 of the HTML pages of
#: `wcxb-dev` that have one, none on 0.930, 0.927, 0.924, 0.920, 0.908 of those that have none, and the right
#: day on 0.914, 0.916, 0.926, 0.929, 0.929 of `dates`. In raw page text they gave 0.917, 0.920, 0.923, 0.923,
#: 0.923 and 0.910, 0.908, 0.902, 0.895, 0.891 of `wcxb-dev`, and 0.884, 0.891, 0.891, 0.895, 0.902 of
#: `dates`.
MAX_NONE = {Form.HTML: 0.55, Form.TEXT: 0.45}
#: The same for a day below the headline that something calls the day of publication (:func:`_is_said`), and
#: how many times likelier than all other days together it has to be. Not swept.
_MAX_UNSAID, _TIMES_OTHERS = 0.9, 5.0
#: A less likely day is not claimed: on a page with several days each may have a third of the probability.
#: Swept from 0 to 0.45 before there was a net: 0.34 costs at most half a point. It is part of the above
#: figures.
MIN_CLAIM = 0.34
#: The least number of earlier days that make a list of stories. A choice, not swept.
_LEAST_LISTED = 3


def claimed_day(page: Page, stated: Sequence[Fact], none: float, days: Sequence[Weighed[Day]]) -> Day | None:
    """The day of publication, one of ``days``; None if the page has none.

    ``days`` come with their probabilities, the likeliest first; ``none`` is the probability that the page
    has no day of publication. ``stated`` are the facts about dates.
    """
    none, days = _without_others(none, days)
    claimed = _asked_day(stated, days) or _begun_day(page, stated, days) or _likeliest_day(page, none, days)
    rivals = [day for _, day in days]
    claimed = claimed and _published_beside(claimed, rivals)
    if claimed is None or claimed.is_of_article:
        return claimed
    if _heads_list(claimed, rivals):
        return None
    # On a page that shows no text, nothing but markup about an article is reason to believe that there is
    # one.
    return claimed if any(block.text for block in page.blocks) else None


def _asked_day(stated: Sequence[Fact], days: Sequence[Weighed[Day]]) -> Day | None:
    """The likeliest day on which the question of the page was asked, or which the record of an embedded state
    has that holds the text; None without one. Other days of a question's page are those of answers."""
    asked = {
        day_of(fact)
        for fact in stated
        if fact.reason in ASKED or (fact.reason == RECORD and fact.field is Field.DATE_PUBLISHED)
    }
    return next((day for _, day in days if day.day in asked), None)


def _begun_day(page: Page, stated: Sequence[Fact], days: Sequence[Weighed[Day]]) -> Day | None:
    """The day of the first post of a thread whose posts look alike, where no source states a day."""
    if any(fact.field is Field.DATE_PUBLISHED for fact in stated):
        return None
    begun = day_of_first_post(page, chain.from_iterable(day.printed for _, day in days))
    return next((day for _, day in days if begun and day.day == begun), None)


def _likeliest_day(page: Page, none: float, days: Sequence[Weighed[Day]]) -> Day | None:
    """The likeliest day if it is likely enough, or is clearly called the day of publication; else None."""
    if not days:
        return None
    chance, likeliest = days[0]
    is_sure = chance >= MIN_CLAIM and none < MAX_NONE[page.form]
    if is_sure or _is_said(page, none, days):
        return likeliest
    is_shown = likeliest.is_of_article and is_printed_without_year(page, likeliest.day)
    return likeliest if is_shown else None


def _is_said(page: Page, none: float, days: Sequence[Weighed[Day]]) -> bool:
    """Whether the likeliest day stands below the headline and is clearly called the day of publication.

    A label calls it so, the markup has it as the day on which the page was created, or it stands in the line
    of the author; and no other day has such a label or comes near it in probability. This is needed because
    on pages unlike those of the corpora "none" gets too high a probability.
    """
    (chance, likeliest), *others = days
    near = [one for one in likeliest.printed if below_headline(one.features) > 0.0]
    if none >= _MAX_UNSAID or not near:
        return False
    made = {day_of(fact) for _, day in days for fact in day.facts if fact.reason in MADE}
    is_made = not made.isdisjoint({likeliest.day, *neighbours(likeliest.day)})
    rivals = [(other, day) for other, day in others if not (is_made and day.day in made)]
    if chance < _TIMES_OTHERS * sum(other for other, _ in rivals) or any(_labelled(day) for _, day in rivals):
        return False
    return is_made or any(
        one.label == "published" or (not one.label and _is_signed(page, one)) for one in near
    )


def _published_beside(claimed: Day, days: Sequence[Day]) -> Day:
    """The day that a label calls that of publication in or beside the line of ``claimed``, if labels call
    ``claimed`` a change alone and it is later: "Updated 17.5.2024 Published 15.5.2024"."""
    changes = {one.block for one in claimed.printed}
    if claimed.facts or not changes or any(one.label != "updated" for one in claimed.printed):
        return claimed
    near = {block + step for block in changes for step in (-1, 0, 1)}
    earlier = (day for day in days if day.day < claimed.day and not near.isdisjoint(_labelled(day)))
    return next(earlier, claimed)


def _is_signed(page: Page, one: Candidate) -> bool:
    """Whether a date, of few on the page, stands in a line that names an author and is no sentence."""
    if not (one.features["only"] or one.features["few"]):
        return False
    line = read_line(page.blocks[one.block].text, bare=False)
    return line is not None and not line.shape.startswith("inside")


def _without_others(none: float, days: Sequence[Weighed[Day]]) -> tuple[float, list[Weighed[Day]]]:
    """The probabilities, scaled up to 1, without days whose labels rule them out: memberships, deadlines."""
    kept = [each for each in days if not _is_other(each.candidate)]
    left = none + sum(chance for chance, _ in kept)
    if len(kept) == len(days) or left <= 0:
        return none, list(days)
    return none / left, [Weighed(chance / left, day) for chance, day in kept]


def _is_other(day: Day) -> bool:
    """Whether each print of a day has such a label, and no source states it."""
    return bool(day.printed) and not day.facts and all(one.label in OTHER for one in day.printed)


def _heads_list(claimed: Day, days: Sequence[Day]) -> bool:
    """Whether ``claimed``, which no source states, heads a list of stories, the newest one first.

    Then other labels of publication, all of earlier days, follow no farther below than they are apart. (Days
    of answers are later than that of the question, and the text of an article stands between its day and
    those of other stories.)
    """
    own = _labelled(claimed)
    others = [day for day in days if day is not claimed and _labelled(day)]
    blocks = sorted(block for day in others for block in _labelled(day))
    if claimed.facts or not own or len(blocks) < _LEAST_LISTED:
        return False
    longest = max(after - before for before, after in pairwise(blocks))
    return 0 < blocks[0] - max(own) <= longest and all(day.day < claimed.day for day in others)


def _labelled(day: Day) -> list[int]:
    """The blocks in which a label calls ``day`` the day of publication."""
    return [one.block for one in day.printed if one.label == "published"]
