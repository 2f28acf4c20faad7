"""Titles that are but the site's name, as templates state them for every page of a site, or its address."""

from __future__ import annotations

from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.facts import first_value
from articlex.page import Field, Page
from articlex.signs import Place, signs_of
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.html_candidates import page_site
from articlex.titles.trim import SiteNames, is_site
from articlex.tokens import squeeze

#: What parts the words of an address.
_PARTING = frozenset(":/_-")


def past_site(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with another title first where the likeliest is but the name of the site or its host: what
    <title> states, or the h1 of an article. A front page is called as its site is."""
    names, address = page_site(page), split_address(page.url or first_value(page, Field.URL))
    if not ranked or not _says_site(ranked[0][1].text, names, address.netloc):
        return ranked
    if address.netloc and not address.path.strip("/"):
        return ranked
    others = [candidate for _, candidate in ranked if not is_site(candidate.text, names)]
    stated = next((candidate for candidate in others if _is_of_title(candidate)), None)
    if stated is None and _is_article(page):
        stated = next((candidate for candidate in others if _is_heading(page, candidate)), None)
    return with_first(stated, ranked) if stated else ranked


def past_address(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the h1 first where the likeliest is but the end of the page's address, which no heading
    prints: wikis have "notes:old-ropes" in <title>."""
    if not ranked or not _ends_address(ranked[0][1].text, page):
        return ranked
    if any(page.blocks[index].level for index in ranked[0][1].blocks):
        return ranked
    headings = (candidate for _, candidate in ranked[1:] if _is_heading(page, candidate))
    stated = next((heading for heading in headings if not is_site(heading.text, page_site(page))), None)
    return with_first(stated, ranked) if stated else ranked


def _ends_address(title: str, page: Page) -> bool:
    """Whether a title is words parted by the signs of an address, and the page's address ends with them."""
    if _PARTING.isdisjoint(title[1:-1]) or any(map(str.isspace, title)):
        return False
    url = page.url or str(first_value(page, Field.URL) or "")
    return bool(url) and squeeze(unquote(url)).endswith(squeeze(title))


def _says_site(title: str, names: SiteNames, host: str) -> bool:
    """Whether a title is the site's name or its host, and nothing more."""
    squeezed = squeeze(_without_www(title))
    if not squeezed:
        return False
    return squeezed in names.squeezed or squeezed in names.labels or squeezed == squeeze(_without_www(host))


def _without_www(host: str) -> str:
    return host.casefold().removeprefix("www.")


def _is_article(page: Page) -> bool:
    """Whether the markup says that the page is an article: the h1 of a product may be what its maker says."""
    kinds = (str(fact.value) for fact in page.facts if fact.field is Field.PAGETYPE)
    return any("article" in kind or "posting" in kind for kind in kinds)


def _is_of_title(candidate: Candidate) -> bool:
    return any(fact.source == "title" for fact in candidate.facts)


def _is_heading(page: Page, candidate: Candidate) -> bool:
    signs = signs_of(page)
    return any(
        page.blocks[index].level == 1 and signs.places[index] is Place.NONE and index < signs.first
        for index in candidate.blocks
    )
