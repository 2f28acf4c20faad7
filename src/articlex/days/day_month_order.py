"""The order of day and month in the numeric dates of a page, by what else it prints and states."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.dates import Hints, parse_date
from articlex.dates.numbers import converts
from articlex.dates.value import DateValue, Found
from articlex.days.dateline import Candidate
from articlex.facts import WHOLE_DAY
from articlex.page import Fact
from articlex.regex import regex

_FIGURES = regex(r"\A[^0-9]*([0-9]{1,2})\s?([./-])\s?([0-9]{1,2})\s?[./-]\s?([0-9]{2,4})")


def settle_order(printed: Sequence[Candidate], stated: Sequence[str]) -> list[Candidate]:
    """``printed`` with day and month exchanged in the unsure dates that the page shows to be guessed wrong.

    Evidence is another date on the page that can be read in one order only, or a day that the markup states
    (``stated``, in ISO 8601) and that the figures give in the other order.
    """
    if all(one.found.sure for one in printed):
        return list(printed)
    days = {value[:WHOLE_DAY] for value in stated}
    orders = _page_orders(printed)
    return [one if one.found.sure else _settled(one, orders, days) for one in printed]


def out_of_american_order(stated: Sequence[Fact], printed: Sequence[Candidate], hints: Hints) -> list[Fact]:
    """``stated`` with day and month exchanged in facts of which the page prints the other day in figures.

    Programs state days in their own, mostly American order, "11/01/2023", and print them in the order that is
    usual where the page is read, "01.11.2023". In a language that has the month first, both are alike.
    """
    days = {one.found.value.day_iso() for one in printed if not one.found.sure}
    if not days or hints.usual == "mdy":
        return list(stated)
    return [_out_of_american_order(fact, days, hints) for fact in stated]


def _out_of_american_order(fact: Fact, days: set[str], hints: Hints) -> Fact:
    found = parse_date(fact.raw, hints) if _FIGURES.match(fact.raw) else None
    other, day_first = _other_reading(found) if found and not found.sure else (None, False)
    return fact._replace(value=other.iso()) if other and day_first and other.day_iso() in days else fact


def _page_orders(printed: Sequence[Candidate]) -> dict[str, str]:
    """By the sign between the figures, the order in which alone some dates of the page can be read, "dmy" or
    "mdy", and none in the other. ("2-14-07", a number to call, says nothing of "05.08.2013".)"""
    orders: dict[str, set[str]] = {}
    for one in printed:
        match = _FIGURES.match(one.found.raw)
        if match and int(match[1]) > 12:
            orders.setdefault(match[2], set()).add("dmy")
        elif match and int(match[3]) > 12:
            orders.setdefault(match[2], set()).add("mdy")
    return {sign: found.pop() for sign, found in orders.items() if len(found) == 1}


def _settled(one: Candidate, orders: dict[str, str], days: set[str]) -> Candidate:
    value, match = one.found.value, _FIGURES.match(one.found.raw)
    order = orders.get(match[2], "") if match else ""
    other, day_first = _other_reading(one.found)
    if other is None or value.day_iso() in days:
        return one
    if other.day_iso() in days or (order and (order == "dmy") != day_first):
        return one._replace(found=one.found._replace(value=other))
    return one


def _other_reading(found: Found) -> tuple[DateValue | None, bool]:
    """The value of the same figures in the other order, and whether they were read with the day first; none
    in a calendar with other months, whose figures are not those of the Gregorian day."""
    if converts(found.reason):
        return None, False
    value, match = found.value, _FIGURES.match(found.raw)
    return value.swapped(), match is not None and value.day == int(match[1])
