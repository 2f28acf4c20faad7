"""The <title> element: headline, section and site name in one string."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Fact, Field
from articlex.read.metadata.evidence import Evidence, Source
from articlex.titles.trim import clean_title, is_site, split_title, trim_title

REASONS = {
    "title-element": "The <title> element states it, without the site's name.",
    "title-part": "A part of the <title> element is the name in the host.",
}

NAME = "title"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The title without the site's name, and the site's name."""
    raw = evidence.markup.title
    if not raw.strip():
        return
    title = trim_title(raw, evidence.site)
    if title:
        yield Fact(Field.TITLE, title, NAME, raw, "title-element", 0.33)
    parts = split_title(clean_title(raw)).parts
    if len(parts) > 1:
        for part in (parts[-1], parts[0]):
            if is_site(part, evidence.site):
                yield Fact(Field.SITENAME, part, NAME, raw, "title-part", 0.5)
                break


SOURCE = Source(NAME, state, REASONS)
