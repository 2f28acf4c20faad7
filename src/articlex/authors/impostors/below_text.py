"""Names below the text that are not its author's, such as those of reviewers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.dates import find_dates
from articlex.page import Page
from articlex.signs import signs_of

#: Characters of the longest line on a review.
_MAX_LINE = 120
#: What replaces the name and the day in the form of a line.
_NAME, _DAY = "\0", "\1"


def not_of_text(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that no markup states and that only lines of one form below the text
    name: "Rated by Ann on 3 May 2024", "Rated by Bo on 4 May 2024"."""
    end = signs_of(page).last
    forms: defaultdict[str, set[int]] = defaultdict(set)
    for place, each in enumerate(candidates):
        if each.blocks and not each.facts and not each.among and min(each.blocks) > end:
            for index in each.blocks:
                forms[_form(page.blocks[index].text, each.names[0])].add(place)
    return set().union(*(places for form, places in forms.items() if form and len(places) > 1))


def _form(text: str, name: str) -> str:
    """A line without its day and the name; "" if it has no day, or no other letters."""
    dates = find_dates(text) if len(text) <= _MAX_LINE and name in text else []
    if not dates:
        return ""
    form = f"{text[: dates[0].start]}{_DAY}{text[dates[0].end :]}".replace(name, _NAME, 1)
    return form if any(map(str.isalpha, form)) else ""
