"""What kind of page it is, as far as its address, types and text tell: an article, a thread, a shop."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import NamedTuple

from articlex.addresses import host_of, split_address
from articlex.facts import page_address, stated_by_markup
from articlex.page import Field, Page
from articlex.read.html.embedded.item_types import THREAD_TYPES
from articlex.regex import regex
from articlex.signs import once_a_page, once_a_stage, signs_of

# See articlex.page on members of enumerations.
_PAGETYPE, _AUTHORS, _DATE_PUBLISHED = Field.PAGETYPE, Field.AUTHORS, Field.DATE_PUBLISHED

_PRODUCTS = ("product", "review", "offer", "book", "softwareapplication", "service")
#: Words in the addresses of kinds of pages, English on sites in any language. The choices of the day and of
#: the authors are fitted with them, so that a word more is a word for the next fit.
_FITTED_URL_WORDS = {
    "url_docs": frozenset("docs doc documentation reference api manual help support guide wiki".split()),
    "url_shop": frozenset(
        "product products shop store category categories collections collection services service item p dp "
        "tag tags topic topics search pricing solutions listing listings jobs about contact".split()
    ),
    "url_blog": frozenset(
        "blog blogs article articles post posts news story stories magazine aktuell".split()
    ),
    "url_forum": frozenset(
        "forum forums thread threads topic viewtopic showthread questions discussion t".split()
    ),
}
_URL_SPLIT = regex(r"[^a-z0-9]+")
#: How types of threads end. A posting of a social network has an author, as an article has.
_THREADS = tuple(name for name in THREAD_TYPES if name != "socialmediaposting")
#: Words in addresses of threads, for rules, which no fit keeps from more of them.
FORUM = frozenset(
    """forum forums foro foros thread threads topic viewtopic showthread questions discussion discussions bbs
    board boards""".split()
)


class PageKind(NamedTuple):
    """``kind`` is "article", "forum" or "other", as far as address and markup tell."""

    kind: str
    address: str


@once_a_stage
def page_kind(page: Page) -> PageKind:
    """The kind of a page, and its address, be it only one that the page states."""
    address = page_address(page)
    types = [str(fact.value) for fact in page.facts if fact.field is _PAGETYPE]
    is_board = not FORUM.isdisjoint(_URL_SPLIT.split(address.lower()))
    if is_board or any(name.endswith(_THREADS) for name in types):
        return PageKind("forum", address)
    is_article = any("article" in name or "posting" in name for name in types)
    is_dated = bool(stated_by_markup(page, _DATE_PUBLISHED))
    return PageKind("article" if is_article or is_dated else "other", address)


@once_a_stage
def page_features(page: Page) -> Mapping[str, float]:
    """The features that tell whether the page is an article at all."""
    types = {str(fact.value) for fact in page.facts if fact.field is _PAGETYPE}
    signs = signs_of(page)
    authored = any(fact.field is _AUTHORS and fact.value for fact in page.facts)
    return {
        **_of_address(page),
        "prose": math.log1p(signs.prose_before[-1]) / 10,
        "prose_share": signs.prose_before[-1] / (100.0 * len(page.blocks) or 1.0),
        "type_article": float(any(name.endswith(("article", "posting", "report")) for name in types)),
        "type_product": float(any(name.endswith(_PRODUCTS) for name in types)),
        "type_forum": float(any(name.endswith(THREAD_TYPES) for name in types)),
        "type_other": float(bool(types)),
        "authored": float(authored),
    }


@once_a_page
def _of_address(page: Page) -> dict[str, float]:
    """The features of the page's address: its words and the shape of its path tell the kind of page.

    Of the one that the caller gave, as in the fit: pages that state one would differ from those that do not.
    """
    path, host = split_address(page.url).path.lower(), host_of(page.url)
    if not path:
        return {"front_page": float(bool(host))}
    parts = [part for part in path.split("/") if part]
    words = set(_URL_SPLIT.split(host)) | {word for part in parts[:-1] for word in _URL_SPLIT.split(part)}
    last = parts[-1] if parts else ""
    slug = len([word for word in _URL_SPLIT.split(last.rpartition(".")[0] or last) if word])
    features = {name: float(bool(words & known)) for name, known in _FITTED_URL_WORDS.items()}
    features["front_page"] = float(not parts)
    features["section"] = float(len(parts) == 1 and slug <= 1)
    features["slug"] = float(slug >= 4)
    features["short_slug"] = float(slug in (2, 3))
    features["url_number"] = float(bool(re.search(r"\d{4,}", last)))
    return features
