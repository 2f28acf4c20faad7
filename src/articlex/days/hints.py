"""What a page and the caller tell about its dates before any of them is read."""

from __future__ import annotations

from articlex.addresses import host_of
from articlex.dates import Hints
from articlex.dates.lexicon import lexicon
from articlex.days.horizon import latest_year
from articlex.facts import best_value
from articlex.options import Options
from articlex.page import Field, Page


def page_hints(page: Page, options: Options) -> Hints:
    """The language of the page, the reference date of the caller, the last year that is believed, and
    whether the day or the month comes first."""
    # Many templates declare English whatever the text is.
    language = (best_value(page, Field.LANGUAGE) or page.markup.lang).replace("_", "-").lower()
    usual = lexicon().order(language, host_of(page.url))
    latest = latest_year(page, options.reference_date)
    return Hints(language, reference=options.reference_date, latest=latest, usual=usual)
