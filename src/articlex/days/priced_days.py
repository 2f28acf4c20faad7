"""Days that a page prints beside a price: of the evening for which it sells tickets, or on which buyers wrote
what they think of a product. Neither is when the page was published."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.dates.lexicon import is_weekday
from articlex.days.dateline import Candidate, below_headline
from articlex.page import Form, Page
from articlex.regex import regex
from articlex.signs import signs_of

#: Characters of the longest line with the day and the hour of an event, and of one with its price; lines from
#: the one to the other.
_MAX_EVENT, _MAX_PRICE, _STEPS = 60, 60, 5
#: Characters of the longest line with the day of a review.
_MAX_REVIEW = 120
_PRICE = regex(r"[$€£¥₹₽₪₺₴₩฿]\s?\d|\d\s?(?:[€£₽₪₺₴₩฿円元]|zł\b|kr\b)")
#: Signs of which a price has one: where a page has none, the pattern would go over all of it.
_SIGNS, _CROWNS = (*"$€£¥₹₽₪₺₴₩฿円元", "zł"), regex(r"kr\b")
#: What may stand around a weekday.
_AROUND = ".,،()（）"
_DIGIT = regex(r"\d")


def priced_days(page: Page, printed: Sequence[Candidate]) -> set[int]:
    """The places in ``printed`` of such days; a label of publication says that a day is none of them."""
    signs = signs_of(page)
    if not printed or not _holds_price(signs.makeup.lines):
        return set()
    figured = [page.blocks[index].text for index in signs.figured]
    if not any(_is_price(line) for text in figured for line in text.split("\n")):
        return set()
    unsaid = [place for place, one in enumerate(printed) if not one.label]
    return {place for place in unsaid if _is_of_event(page, printed[place])} | _reviews(page, printed, unsaid)


def _holds_price(lines: str) -> bool:
    has_sign = any(sign in lines for sign in _SIGNS) or _CROWNS.search(lines) is not None
    return has_sign and _PRICE.search(lines) is not None


def _is_of_event(page: Page, one: Candidate) -> bool:
    """Whether a line has nothing but a weekday, a day and an hour, and a price stands below: "Friday
    1 November 2024, 7.30 pm", the place, "£9"."""
    head, raw, rest = page.blocks[one.block].text.partition(one.found.raw)
    # A table is one block.
    text, *cells = (head.rpartition("\n")[2] + raw + rest).split("\n")
    if len(text) > _MAX_EVENT or not any(is_weekday(word.strip(_AROUND)) for word in text.split()):
        return False
    has_hour = one.found.value.seconds is not None or _DIGIT.search(text.replace(raw, "", 1) if raw else "")
    below = [*cells, *(block.text for block in page.blocks[one.block + 1 : one.block + 1 + _STEPS])]
    return bool(has_hour) and any(map(_is_price, below[:_STEPS]))


def _is_price(text: str) -> bool:
    return len(text) <= _MAX_PRICE and _PRICE.search(text) is not None


def _reviews(page: Page, printed: Sequence[Candidate], places: Sequence[int]) -> set[int]:
    """The days away from the headline of raw page text that lines of one form print, each with another name:
    "By Ann on 3 May 2024 | Permalink"."""
    if page.form is not Form.TEXT:
        return set()
    forms: dict[tuple[str, str], dict[str, list[int]]] = {}
    for place in places:
        one = printed[place]
        text = page.blocks[one.block].text
        before, _, behind = text.partition(one.found.raw)
        # A small word alone before the day names nobody: "le 3 mai 2024".
        *name, last = before.split() or [""]
        if name and len(text) <= _MAX_REVIEW and not below_headline(one.features):
            forms.setdefault((last, behind.strip()), {}).setdefault(" ".join(name), []).append(place)
    return {place for lines in forms.values() if len(lines) > 1 for each in lines.values() for place in each}
