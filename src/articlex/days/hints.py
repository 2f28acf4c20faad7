"""What is known about the dates of a page before any of them is read."""

from __future__ import annotations

from articlex.addresses import host_of
from articlex.dates import Hints
from articlex.dates.lexicon import lexicon
from articlex.days.horizon import latest_year
from articlex.facts import best_value
from articlex.options import Options
from articlex.page import Field, Page


def page_hints(page: Page, options: Options) -> Hints:
    """The hints for reading the dates of ``page``: its language, the usual order of day and month there, the
    caller's reference date, and the last year that is believed."""
    # The best fact comes first, because many templates declare English whatever the language of the text.
    language = (best_value(page, Field.LANGUAGE) or page.markup.lang).replace("_", "-").lower()
    usual = lexicon().order(language, host_of(page.url))
    latest = latest_year(page, options.reference_date)
    return Hints(language, reference=options.reference_date, latest=latest, usual=usual)
