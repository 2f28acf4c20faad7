"""Days of events, offers and reviews: the page was not published on any of them. The markup states them, or
they are printed on a page with prices."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.dates.lexicon import is_weekday
from articlex.days.dateline import Candidate, below_headline
from articlex.facts import WHOLE_DAY
from articlex.page import Form, Page
from articlex.prices import PRICE, holds_price
from articlex.read.html.embedded.linked_data import read_linked_data
from articlex.regex import DIGIT
from articlex.signs import signs_of

#: Properties of https://schema.org/Event, and how the names of that type and of its kinds end.
_BOUNDS, _EVENT = ("startDate", "endDate"), "event"
#: Properties of https://schema.org/JobPosting, of offers and of writings, read whatever the type.
_ENDS = ("validThrough", "priceValidUntil", "expires")
_NAMES = tuple(f'"{name}"' for name in (*_BOUNDS, *_ENDS))
#: Characters of the longest line with day and hour of an event, and of the longest with its price; lines from
#: the former to the latter, at most.
_MAX_EVENT, _MAX_PRICE, _STEPS = 60, 60, 5
#: Characters of the longest line with the day of a review.
_MAX_REVIEW = 120
#: Punctuation around a weekday.
_AROUND = ".,،()（）"


def event_days(page: Page) -> frozenset[str]:
    """The first ten characters ("2024-05-06") of what JSON-LD and microdata state as the first or last day of
    an event that the page is about, or as the last day of an offer."""
    scripts = [script for script in page.markup.json_ld if any(name in script for name in _NAMES)]
    stated = [
        thing.data.get(bound)
        for thing in read_linked_data(scripts).things
        if not thing.elsewhere
        for bound in (_BOUNDS + _ENDS if any(name.endswith(_EVENT) for name in thing.types) else _ENDS)
    ]
    for note in page.markup.annotations:
        is_bound = note.value in _BOUNDS and note.scope.lower().endswith(_EVENT)
        if note.name == "itemprop" and (is_bound or note.value in _ENDS):
            stated.append(note.content or note.text)
    return frozenset(value[:WHOLE_DAY] for value in stated if isinstance(value, str))


def priced_days(page: Page, printed: Sequence[Candidate]) -> set[int]:
    """The places in ``printed`` of days of events with tickets and of buyers' reviews, on a page with prices.
    A date with a label is never one."""
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
    has_hour = one.found.value.seconds is not None or DIGIT.search(text.replace(raw, "", 1) if raw else "")
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
