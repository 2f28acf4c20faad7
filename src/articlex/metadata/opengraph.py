"""OpenGraph (https://ogp.me/): ``og:*`` and ``article:*``."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.metadata.links import is_front_page
from articlex.page import Fact, Field
from articlex.read.html.embedded.posts import poster

REASONS = {"opengraph": "An OpenGraph property states it."}

NAME = "opengraph"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the ``og:`` and ``article:`` properties."""
    claim = evidence.claims(NAME, NAME)
    yield from claim.title("og:title", score=0.40)
    yield from claim.authors("article:author", "og:author", "og:article:author", "book:author", score=0.40)
    if name := poster(evidence.markup):
        yield from claim.stated_authors([RawNames(name)], 0.40, printed=False)
    yield from claim.site_name("og:site_name", score=0.9)
    yield from claim.text(Field.DESCRIPTION, "og:description", score=0.8)
    for fact in claim.address(Field.URL, "og:url", score=0.8):
        yield fact._replace(score=0.4) if is_front_page(str(fact.value), evidence.url) else fact
    yield from claim.address(Field.IMAGE, "og:image:secure_url", "og:image", "og:image:url", score=0.9)
    yield from claim.language("og:locale", score=0.5)
    yield from claim.list(Field.TAGS, "article:tag", "og:article:tag", "article.tag", score=0.9, one=True)
    yield from claim.list(Field.TAGS, "og:tags", "article:tags", score=0.55)
    yield from claim.list(Field.CATEGORIES, "article:section", "og:article:section", score=0.9, one=True)
    for fact in claim.text(Field.PAGETYPE, "og:type", score=0.7):
        # "Article", "Website" on some sites
        yield fact._replace(value=str(fact.value).lower())
    tier = evidence.meta("article:content_tier").lower()
    if tier in ("free", "metered", "locked"):
        access = "free" if tier == "free" else "paywalled"
        # "locked", never stated by mistake, outweighs JSON-LD, in which some sites call all articles free.
        yield Fact(Field.ACCESS, access, NAME, tier, NAME, 0.97 if tier == "locked" else 0.9)


SOURCE = Source(NAME, state, REASONS)
