"""What the site of a page is called."""

from __future__ import annotations

from articlex.facts import page_host
from articlex.page import Field, Page
from articlex.signs import once_a_stage
from articlex.titles.site_names import SiteNames, site_names
from articlex.titles.trim import clean_title, end_in_brackets


@once_a_stage
def page_site(page: Page) -> SiteNames:
    """What the site is called: by the facts so far, or by brackets in <title> that a block repeats, a
    logo."""
    facts = [fact for fact in page.facts if fact.field is Field.SITENAME and fact.source != "title"]
    names = [str(fact.value) for fact in facts]
    brackets = end_in_brackets(clean_title(page.markup.title)).strip("[]")
    if brackets and any(block.text == brackets for block in page.blocks):
        names.append(brackets)
    return site_names(names, page_host(page))
