"""The <title> element, which may hold headline, section and site name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field
from articlex.regex import regex
from articlex.titles.site_names import SiteNames, is_site
from articlex.titles.trim import around_colon, clean_title, split_by_site, trim_title
from articlex.tokens import squeeze

REASONS = {
    "title-element": "The <title> element states it, without the site's name.",
    "title-part": "A part of the <title> element is what the page or its host calls the site.",
}

NAME = "title"

#: Above that of the publisher in JSON-LD: on 1,246 pages the other names of the site agree with this one in
#: 95 of 100 cases, and with the publisher in 84.
_SITE_SCORE = 0.77
#: Signs that are no part of a name.
_MARKS = "©®™ "
_ADDRESS = regex(r"[\w-]+(?:\.[\w-]+)+\Z")


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
    part = _site_in(split_by_site(whole, evidence.site).parts, evidence.site)
    name = clean_title(part.strip("[]").rstrip(_MARKS))
    if not name and (in_front or (headline and squeeze(site) in evidence.site.labels)):
        name = site
    if name:
        yield Fact(Field.SITENAME, name, NAME, raw, "title-part", _SITE_SCORE)


def _site_in(parts: Sequence[str], names: SiteNames) -> str:
    """The last part of a title, or the first, if it is the site's name; "" if neither is. If the last part is
    an address, the site's name may stand before it."""
    if len(parts) < 2:
        return ""
    if _ADDRESS.match(parts[-1]) and len(parts) > 2 and is_site(parts[-2], names):
        return parts[-2]
    return next((part for part in (parts[-1], parts[0]) if is_site(part, names)), "")


SOURCE = Source(NAME, state, REASONS)
