"""What is known about the dates of a page before any of them is read."""

from __future__ import annotations

from articlex.addresses import host_of
from articlex.dates import Hints
from articlex.dates.lexicon import lexicon
from articlex.days.horizon import latest_year
from articlex.facts import best_value
from articlex.memoize import memoized
from articlex.options import Options
from articlex.page import Field, Page

#: Size of the cache of hints: each date in the markup of a page asks for the same.
_REMEMBERED = 4


def page_hints(page: Page, options: Options) -> Hints:
    """The hints for the printed dates of ``page``; relative ones count from the caller's reference date."""
    # The best fact comes first, because many templates declare English whatever the language of the text.
    language = best_value(page, Field.LANGUAGE) or page.markup.lang
    hints = hints_for(page.url or "", language, latest_year(page, options.reference_date))
    return hints._replace(reference=options.reference_date)


@memoized(_REMEMBERED)
def hints_for(address: str, language: str, latest: int) -> Hints:
    """The hints for a page at ``address`` in ``language``, a language tag, up to the year ``latest``.

    Language and country give the usual order of day and month.
    """
    usual = lexicon().order(language, host_of(address))
    return Hints(language.replace("_", "-").lower(), latest=latest, usual=usual)
