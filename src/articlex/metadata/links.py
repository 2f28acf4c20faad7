"""Addresses: the canonical one, the licence and the image by <link rel>, and the one that the caller gave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlex.addresses import host_of, same_site, split_address
from articlex.bylines.picture_credits import credits_picture
from articlex.metadata.evidence import Evidence, Source
from articlex.metadata.values import address_value
from articlex.page import Block, Fact, Field, Kind
from articlex.regex import regex

REASONS = {
    "link-canonical": "A <link rel=canonical> states the address.",
    "link-other-host": "A <link rel=canonical> states an address on another host.",
    "link-front-page": "A <link rel=canonical> states the front page, and the page has an address below it.",
    "given-address": "The caller gave this address, or the file in which somebody saved the page does.",
    "link-rel": "A <link> or <a> with this rel states it.",
    "license-link": "A link in the page leads to a Creative Commons licence.",
}

NAME = "link"

_READ = frozenset(("canonical", "license", "copyright", "image_src"))
_LICENSOR = "creativecommons"
#: With so many links to licences no further blocks are read.
_MOST_LICENSES = 3
#: What the address of a rel=copyright contains if it leads to a licence; most lead to an imprint.
_OF_LICENSE = regex(r"(?i)licen[cs]|copyleft|creativecommons")
#: The share of blocks at the end of a page in which the notice of the page itself may link to other sites.
_END = 0.07
_CREATIVE_COMMONS = regex(r"https?://creativecommons\.org/(?:licenses|publicdomain)/[a-z0-9+./-]+", re.I)


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of <link> elements, of the caller's address, and of links to licences in the page."""
    for rel, href, _ in evidence.markup.links:
        rels = rel.split()
        if _READ.isdisjoint(rels):
            continue
        address = address_value(href, evidence.base)
        if not address:
            continue
        if "canonical" in rels:
            own = host_of(evidence.url)
            same = not own or same_site(host_of(address), own)
            reason, score = ("link-canonical", 0.95) if same else ("link-other-host", 0.6)
            if is_front_page(address, evidence.url or evidence.meta("og:url")):
                reason, score = "link-front-page", 0.4
            yield Fact(Field.URL, address, NAME, href, reason, score)
        elif _states_license(rels, href):
            yield Fact(Field.LICENSE, address, NAME, href, "link-rel", 0.9)
        elif "image_src" in rels:
            yield Fact(Field.IMAGE, address, NAME, href, "link-rel", 0.7)
    if evidence.url:
        yield Fact(Field.URL, evidence.url, "caller", evidence.url, "given-address", 0.5)
    yield from _licenses(evidence)


def _states_license(rels: Sequence[str], href: str) -> bool:
    """Whether a <link> leads to the licence, not to a notice further down on the same page."""
    if href.strip().startswith("#"):
        return False
    return "license" in rels or ("copyright" in rels and _OF_LICENSE.search(href) is not None)


def _licenses(evidence: Evidence) -> Iterator[Fact]:
    """The targets of rel=license, and the first links to licences of Creative Commons."""
    yield from _rel_licenses(evidence)
    seen: set[str] = set()
    licensed: dict[int, list[str]] = {}
    for index, href in _links_to_licensor(evidence.blocks):
        licensed.setdefault(index, []).append(href)
    for index, hrefs in licensed.items():
        block = evidence.blocks[index]
        if _is_of_picture(block) or is_of_other_work(block, len(evidence.blocks), evidence.base):
            continue
        for href in hrefs:
            if href not in seen and (match := _CREATIVE_COMMONS.match(href)):
                seen.add(href)
                yield Fact(Field.LICENSE, match.group(), NAME, href, "license-link", 0.5, block.index)
        if len(seen) >= _MOST_LICENSES:
            return


def _links_to_licensor(blocks: Sequence[Block]) -> list[tuple[int, str]]:
    """The addresses of the links to Creative Commons, each behind the place of its block. Most pages have
    none, and all links are gone through at once, in half of the time."""
    return [
        (place, run.href)
        for place, block in enumerate(blocks)
        if block.links
        for run in block.runs
        if run.href and _LICENSOR in run.href
    ]


def _rel_licenses(evidence: Evidence) -> Iterator[Fact]:
    """The targets of rel=license that are not those of a picture."""
    claim = evidence.claims(NAME, "link-rel")
    for note in evidence.markup.annotations:
        if note.name == "rel" and note.value == "license" and not note.content.startswith("#"):
            block = evidence.blocks[note.block] if note.block < len(evidence.blocks) else None
            if not (block and _is_of_picture(block)):
                yield from claim.stated_address(Field.LICENSE, note.content, 0.85, note.block)


def _is_of_picture(block: Block) -> bool:
    """Whether a licence in ``block`` is that of a picture: "Photo by Bo Sample, CC BY 2.0"."""
    return block.kind is Kind.CAPTION or credits_picture(block.text)


def is_of_other_work(block: Block, count: int, base: str) -> bool:
    """Whether a licence in ``block`` is that of a work on another site, linked beside it: "Quay by Bo Sample,
    CC BY".

    ``count`` is the number of blocks of the page, ``base`` its address, "" if unknown.
    """
    if block.index >= count - max(1, _END * count):
        return False
    own = host_of(base)
    hosts = {host_of(run.href) for run in block.runs if run.href and _LICENSOR not in run.href}
    return bool(own) and any(host and not same_site(host, own) for host in hosts)


def is_front_page(address: str, known: str | None) -> bool:
    """Whether ``address`` is that of a front page while ``known``, the address of the page, is not."""
    return _is_host_alone(address) and not _is_host_alone(known or "")


def _is_host_alone(address: str) -> bool:
    """Whether an address has no path and no query."""
    parts = split_address(address)
    return parts.path in ("", "/") and not parts.query


SOURCE = Source(NAME, state, REASONS)
