"""The facts that the stages have stated on a field so far."""

from __future__ import annotations

from articlex.addresses import host_of, split_address
from articlex.language_tags import primary_subtag
from articlex.page import Fact, Field, Page

_AUTHORS = Field.AUTHORS  # see articlex.page
_DATES = frozenset({Field.DATE_PUBLISHED, Field.DATE_MODIFIED})
#: A date with a lower score is more likely wrong than right: it stays a candidate and is not claimed.
BELIEVED = 0.5
#: Characters of a day in ISO 8601; a month has fewer, a day with a time more.
WHOLE_DAY = len("2024-05-06")
#: The reason of facts from the record in an embedded state that also holds the text.
RECORD = "state-record"


def is_stated(page: Page, field: Field) -> bool:
    """Whether any stage has stated ``field``."""
    return any(fact.field is field for fact in page.facts)


def stated_by_markup(page: Page, field: Field) -> list[Fact]:
    """The facts with which the markup states ``field``, as opposed to those of later stages."""
    return [fact for fact in page.facts if fact.field is field and fact.stage == "markup"]


def first_value(page: Page, field: Field) -> str:
    """The value of the first fact on ``field``, "" if there is none."""
    return next((str(fact.value) for fact in page.facts if fact.field is field), "")


def page_host(page: Page) -> str:
    """The host of the page's address, "" without one."""
    return host_of(page_address(page))


def ranked_facts(page: Page, field: Field) -> list[Fact]:
    """The facts on ``field``, the one with the highest score first; equals as they were stated."""
    return sorted((fact for fact in page.facts if fact.field is field), key=lambda fact: -fact.score)


def best_fact(page: Page, field: Field) -> Fact | None:
    """The fact with the highest score, the first one of equals; None if there is none."""
    facts = (fact for fact in page.facts if fact.field is field)
    return max(facts, key=lambda fact: fact.score, default=None)


def best_value(page: Page, field: Field) -> str:
    """The value of the best fact, "" if there is none."""
    best = best_fact(page, field)
    return str(best.value) if best else ""


def language_but_english(page: Page) -> str:
    """The language tag of a page that is known to be in another language than English; else ""."""
    language = best_value(page, Field.LANGUAGE)
    return "" if primary_subtag(language) in ("", "en") else language


def author_blocks(page: Page) -> set[int | None]:
    """The blocks that the markup calls authors, those of the page and those of its posts."""
    return {fact.block for fact in stated_by_markup(page, _AUTHORS)}


def page_address(page: Page) -> str:
    """The address given by the caller, else the likeliest that the page states, else ""."""
    return page.url or best_value(page, Field.URL)


def has_no_path(page: Page) -> bool:
    """Whether the address of the page is known, and has no path, as that of a front page."""
    address = split_address(page_address(page))
    return bool(address.netloc) and not address.path.strip("/")


def day_of(fact: Fact) -> str:
    """The day that a fact states without its time of day, "2024-05-06", or a month as it is."""
    return str(fact.value)[:WHOLE_DAY]


def has_time(value: str) -> bool:
    """Whether a date states a time of day; midnight is none, for it stands for the day."""
    return "T" in value and "T00:00" not in value


def is_believed(fact: Fact) -> bool:
    """Whether ``fact``, the best on its field, is claimed; a date with a low score is not."""
    return fact.score >= BELIEVED or fact.field not in _DATES
