"""Days on pages with prices that are not the day of publication: of events with tickets, and of reviews by
buyers."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.dates.lexicon import is_weekday
from articlex.days.dateline import Candidate, below_headline
from articlex.page import Form, Page
from articlex.prices import PRICE, holds_price
from articlex.regex import regex
from articlex.signs import signs_of

#: Characters of the longest line with day and hour of an event, and of the longest with its price; lines from
#: the former to the latter, at most.
_MAX_EVENT, _MAX_PRICE, _STEPS = 60, 60, 5
#: Characters of the longest line with the day of a review.
_MAX_REVIEW = 120
#: Punctuation around a weekday.
_AROUND = ".,،()（）"
_DIGIT = regex(r"\d")


def priced_days(page: Page, printed: Sequence[Candidate]) -> set[int]:
    """The places in ``printed`` of such days. A date with a label is never one."""
    signs = signs_of(page)
    if not printed or not holds_price(signs.makeup.lines):
        return set()
    with_digits = [page.blocks[index].text for index in signs.with_digits]
    if not any(_is_price(line) for text in with_digits for line in text.split("\n")):
        return set()
    unsaid = [place for place, one in enumerate(printed) if not one.label]
    return {place for place in unsaid if _is_of_event(page, printed[place])} | _reviews(page, printed, unsaid)


def _is_of_event(page: Page, one: Candidate) -> bool:
    """Whether a date stands in a short line with a weekday and an hour, a price a few lines below: "Friday
    1 November 2024, 7.30 pm", the venue, "£9"."""
    head, raw, rest = page.blocks[one.block].text.partition(one.found.raw)
    # A table is one block of several lines.
    text, *cells = (head.rpartition("\n")[2] + raw + rest).split("\n")
    if len(text) > _MAX_EVENT or not any(is_weekday(word.strip(_AROUND)) for word in text.split()):
        return False
    has_hour = one.found.value.seconds is not None or _DIGIT.search(text.replace(raw, "", 1) if raw else "")
    below = [*cells, *(block.text for block in page.blocks[one.block + 1 : one.block + 1 + _STEPS])]
    return bool(has_hour) and any(map(_is_price, below[:_STEPS]))


def _is_price(text: str) -> bool:
    return len(text) <= _MAX_PRICE and PRICE.search(text) is not None


def _reviews(page: Page, printed: Sequence[Candidate], places: Sequence[int]) -> set[int]:
    """The places of days in raw page text that lines of the same form print, each with another name, away
    from the headline: "By Ann on 3 May 2024 | Permalink"."""
    if page.form is not Form.TEXT:
        return set()
    forms: dict[tuple[str, str], dict[str, list[int]]] = {}
    for place in places:
        one = printed[place]
        text = page.blocks[one.block].text
        before, _, behind = text.partition(one.found.raw)
        # Only a small word before the day is no name: "le 3 mai 2024".
        *name, last = before.split() or [""]
        if name and len(text) <= _MAX_REVIEW and not below_headline(one.features):
            forms.setdefault((last, behind.strip()), {}).setdefault(" ".join(name), []).append(place)
    return {place for lines in forms.values() if len(lines) > 1 for each in lines.values() for place in each}
