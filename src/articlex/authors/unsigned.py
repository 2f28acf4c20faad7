"""Features of the choice that a page names no author: shops, lists and home pages are not signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.addresses import split_address
from articlex.authors.gathering import Authors, aged_lines, dated_lines
from articlex.page import Field, Form, Page
from articlex.page_kinds import page_features, page_kind
from articlex.ranking import binned
from articlex.regex import YEAR, regex
from articlex.signs import headline_block, signs_of

_NUMBER = regex(r"[0-9]{4}")
#: Blocks above and below the headline, and characters of each, in which a year is sought.
_ABOVE_TITLE, _BELOW_TITLE, _HEAD = 6, 12, 80
#: Features of the page that tell a signed text from others.
_PAGE = (
    "front_page section slug short_slug url_number url_docs url_shop url_blog url_forum type_article "
    "type_product type_forum type_other"
).split()


def nobody(page: Page, candidates: Sequence[Authors]) -> frozenset[str]:
    """The features of the choice that the page names no author."""
    kind = page_kind(page)
    sources = {fact.source for candidate in candidates for fact in candidate.facts}
    return frozenset(
        (
            "nobody",
            f"nobody:{kind.kind}",
            f"nobody:{page.form}",
            f"nobody:candidates:{binned(len(candidates), (0, 1, 2, 4, 8))}",
            f"nobody:dated:{_dated(page)}",
            *(f"nobody:{kind.kind}:{source}" for source in sources),
            *_of_text(page),
            *((*_of_address(kind.address), *_of_headline(page)) if page.form is Form.HTML else ()),
        )
    )


def _dated(page: Page) -> str:
    """Whether the page has a day of publication, by the stage before this: "printed", "stated" or "no"."""
    for fact in reversed(page.facts):
        if fact.field is Field.DATE_PUBLISHED and fact.stage == "published" and fact.score > 0.5:
            if fact.value:
                return "printed" if dated_lines(page) else "stated"
            break
    # "2 years ago" is as good as a date here.
    is_aged = page.form is Form.TEXT and aged_lines(page)
    return "printed" if is_aged else "no"


def _of_text(page: Page) -> Iterator[str]:
    """How much running text there is, and which of :data:`_PAGE` the page has."""
    signs = signs_of(page)
    yield f"nobody:prose:{binned(signs.prose_before[-1], (0, 500, 1500, 4000, 10000))}"
    yield f"nobody:prose-share:{10 * sum(signs.prose) // max(1, len(signs.prose))}"
    features = page_features(page)
    yield from (f"nobody:{name}" for name in _PAGE if features.get(name))


def _of_address(address: str) -> Iterator[str]:
    """How deep the path of the address is, and whether words (a slug) or a number name the page."""
    if not address:
        return
    parts = [part for part in split_address(address).path.split("/") if part]
    yield f"nobody:path:{min(len(parts), 4)}"
    longest = max((part.count("-") + part.count("_") for part in parts), default=0)
    # Sites in scripts other than Latin number their articles.
    numbered = longest < 3 and bool(parts) and _NUMBER.search(parts[-1])
    yield "nobody:slug:number" if numbered else f"nobody:slug:{binned(longest, (0, 1, 2, 4, 7))}"


def _of_headline(page: Page) -> Iterator[str]:
    """Whether a year stands near the headline."""
    title = headline_block(page)
    if title < 0:
        return
    near = range(max(0, title - _ABOVE_TITLE), min(title + _BELOW_TITLE, len(page.blocks)))
    if any(YEAR.search(page.blocks[index].text[:_HEAD]) for index in near if index != title):
        yield "nobody:year-near-title"
