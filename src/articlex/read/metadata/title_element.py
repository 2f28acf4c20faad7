"""The <title> element: headline, section and site name in one string."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Fact, Field
from articlex.read.metadata.evidence import Evidence, Source
from articlex.titles.fold import squeeze
from articlex.titles.trim import around_colon, clean_title, is_site, split_title, trim_title

REASONS = {
    "title-element": "The <title> element states it, without the site's name.",
    "title-part": "A part of the <title> element is what the page or its host calls the site.",
}

NAME = "title"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The title without the site's name, and the site's name."""
    raw = evidence.markup.title
    if not raw.strip():
        return
    whole = clean_title(raw)
    site, headline = around_colon(whole)
    in_front = bool(headline) and squeeze(site) in evidence.site.squeezed
    if title := trim_title(headline if in_front else raw, evidence.site):
        yield Fact(Field.TITLE, title, NAME, raw, "title-element", 0.33)
    parts = split_title(whole).parts
    ends = (parts[-1], parts[0]) if len(parts) > 1 else ()
    said = next((part for part in ends if is_site(part, evidence.site)), site if in_front else "")
    if said:
        yield Fact(Field.SITENAME, said, NAME, raw, "title-part", 0.5)


SOURCE = Source(NAME, state, REASONS)
