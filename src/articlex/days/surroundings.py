"""Features of the whole page that tell whether it has a day of publication, and which.

Shops, lists, manuals and front pages print days too, but mostly no day of publication. They are recognised by
the vocabulary of their markup, by their shares of text, links, lists and prices, and by what earlier stages
have found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlex.days.printed import headline_index
from articlex.page import Field, Form, Kind, Page, Role
from articlex.punctuation import QUESTION_MARKS
from articlex.regex import YEAR, regex
from articlex.signs import Signs, once_a_page, signs_of

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
_COUNTED = (Role.NAV, Role.COMMENT, Role.RELATED, Role.TAGS, Role.SHARE, Role.BREADCRUMB, Role.AUTHOR_BIO)
_ROLES = [(role, f"page:role:{role.value}") for role in _COUNTED]


class Surroundings(NamedTuple):
    """What the days of a page are compared with.

    ``features`` are those of the page, ``size`` is its number of blocks, ``headline`` the index of the block
    with the headline, ``first`` that of the first running text. ``title_year`` is the latest year in the
    headline, ``notice_year`` the one in a copyright notice (0: none); ``address`` and ``images`` are the
    addresses of the page and of its main images.
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
    """The surroundings of the dates of ``page``; ``shared`` are its features for the regression."""
    headline = headline_index(page)
    title = page.blocks[headline].text if headline is not None else ""
    signs = signs_of(page)
    features = {f"page:{name}": value for name, value in shared.items()}
    features.update(_as_read(page))
    roles = Counter([mark.role for mark in page.marks])
    features.update([(name, float(roles[role])) for role, name in _ROLES])
    if page.form is Form.HTML:
        features["page:authors"] = float(sum([fact.field is Field.AUTHORS for fact in page.facts]))
    features["page:title_words"] = float(len(title.split()))
    features["page:untitled"] = float(headline is None)
    features["page:asks"] = float(not QUESTION_MARKS.isdisjoint(title))
    return Surroundings(
        features,
        max(1, len(page.blocks)),
        headline,
        signs.first,
        max(map(int, YEAR.findall(title)), default=0),
        signs.makeup.notice_year,
        page.url or "",
        tuple(value for name, value in page.markup.metas if name in ("og:image", "twitter:image"))[:2],
    )


@once_a_page
def _as_read(page: Page) -> dict[str, float]:
    """The features that depend on no stage."""
    return dict([*_of_blocks(page, signs_of(page)), *_of_markup(page)])


def _of_blocks(page: Page, signs: Signs) -> Iterator[tuple[str, float]]:
    """The size of the page, its running text, and the kinds of its blocks."""
    makeup = signs.makeup
    size = max(1, len(page.blocks))
    yield "page:blocks", float(len(page.blocks))
    yield "page:chars", float(makeup.chars)
    yield "page:links", makeup.link_chars / max(1, makeup.chars)
    yield "page:prose_bytes", float(signs.prose_before[-1])
    yield "page:prose_blocks", float(sum(signs.prose))
    yield "page:above_text", signs.first / size
    for kind in _KINDS:
        yield f"page:kind:{kind.value}", makeup.kinds.get(kind, 0) / size
    yield "page:prices", float(makeup.prices)


def _of_markup(page: Page) -> Iterator[tuple[str, float]]:
    """The types in JSON-LD, the names of <meta> and the number of <time> elements, of HTML alone."""
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
    yield "page:times", float(sum([note.name == "time" for note in page.markup.annotations]))
