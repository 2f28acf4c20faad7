"""What a page is made of, as far as that tells whether it has a day of publication and which.

A shop, a list, a manual and a front page state days as well, and mostly none on which they were published.
What they are shows in their markup's vocabulary, in how much of them is text, links, lists and prices, and in
what the stages before have found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlex.dates.dateline import headline_index
from articlex.page import Field, Form, Kind, Page, Role
from articlex.regex import regex
from articlex.signs import signs_of

#: Types of https://schema.org/ that tell articles from shops, lists, threads and companies.
_TYPES = tuple(
    """
    Product Offer WebPage Article BlogPosting NewsArticle Organization BreadcrumbList QAPage
    DiscussionForumPosting ItemList CollectionPage FAQPage VideoObject Recipe Person TechArticle Review
    AggregateRating Question LocalBusiness SoftwareApplication Service
    """.split()
)
_TYPE = regex(r'"@type"\s*:\s*"([A-Za-z]+)"')
_KINDS = (Kind.HEADING, Kind.LIST_ITEM, Kind.CODE, Kind.TABLE)
_ROLES = (Role.NAV, Role.COMMENT, Role.RELATED, Role.TAGS, Role.SHARE, Role.BREADCRUMB, Role.AUTHOR_BIO)
_PRICE = regex(r"[$€£¥₹]\s?\d|\d\s?[€₽]")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: Longer blocks are no price, and no notice of copyright.
_SHORT, _NOTICE = 60, 300


class Surroundings(NamedTuple):
    """What the days of a page are seen against.

    ``features`` are those of the page. ``title_year`` is the latest year in the headline, ``notice_year``
    that in a copyright notice (0: none), ``address`` and ``images`` the addresses of the page and of its main
    images.
    """

    features: Mapping[str, float]
    size: int
    headline: int | None
    first: int
    title_year: int
    notice_year: int
    address: str
    images: tuple[str, ...]


def surroundings(page: Page, shared: Mapping[str, float]) -> Surroundings:
    """What surrounds the dates of ``page``; ``shared`` are its features that the regression knows too."""
    headline = headline_index(page)
    title = page.blocks[headline].text if headline is not None else ""
    notices = (
        block.text
        for block in page.blocks
        if len(block.text) < _NOTICE and ("©" in block.text or "copyright" in block.text.lower())
    )
    features = {f"page:{name}": value for name, value in shared.items()}
    features.update(_of_blocks(page))
    features.update(_of_markup(page))
    features["page:title_words"] = float(len(title.split()))
    features["page:untitled"] = float(headline is None)
    features["page:asks"] = float("?" in title)
    return Surroundings(
        features,
        max(1, len(page.blocks)),
        headline,
        signs_of(page).first,
        max(map(int, _YEAR.findall(title)), default=0),
        max((int(year) for notice in notices for year in _YEAR.findall(notice)), default=0),
        page.url or "",
        tuple(value for name, value in page.markup.metas if name in ("og:image", "twitter:image"))[:2],
    )


def _of_blocks(page: Page) -> Iterator[tuple[str, float]]:
    signs, blocks = signs_of(page), page.blocks
    size = max(1, len(blocks))
    chars = sum([len(block.text) for block in blocks])
    yield "page:blocks", float(len(blocks))
    yield "page:chars", float(chars)
    yield "page:links", sum([block.link_chars for block in blocks]) / max(1, chars)
    yield "page:prose_bytes", float(signs.prose_before[-1])
    yield "page:prose_blocks", float(sum(signs.prose))
    yield "page:above_text", signs.first / size
    kinds = Counter([block.kind for block in blocks])
    for kind in _KINDS:
        yield f"page:kind:{kind.value}", kinds[kind] / size
    roles = Counter([mark.role for mark in page.marks])
    for role in _ROLES:
        yield f"page:role:{role.value}", float(roles[role])
    yield "page:prices", float(sum(bool(_PRICE.search(b.text)) for b in blocks if len(b.text) < _SHORT))


def _of_markup(page: Page) -> Iterator[tuple[str, float]]:
    if page.form is Form.TEXT:
        return
    types = Counter(_TYPE.findall(" ".join(page.markup.json_ld)))
    for name in _TYPES:
        yield f"page:type:{name}", float(types[name])
    metas = {name for name, _ in page.markup.metas}
    yield "page:meta:section", float("article:section" in metas)
    yield "page:meta:tag", float("article:tag" in metas)
    yield "page:meta:author", float("author" in metas or "article:author" in metas)
    yield "page:meta:price", float(any("price" in name for name in metas))
    yield "page:times", float(sum(note.name == "time" for note in page.markup.annotations))
    yield "page:authors", float(sum(fact.field is Field.AUTHORS for fact in page.facts))
