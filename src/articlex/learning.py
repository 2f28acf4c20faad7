"""Learning a profile of sites from their pages (:mod:`articlex.site_profiles`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articlex.errors import InputError
from articlex.extraction import DEFAULTS
from articlex.facts import page_host
from articlex.options import Options
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.site_profiles import Counts, SiteProfile, parse_profile, shingles


def learn(pages: Iterable[tuple[bytes | str, str | None]]) -> SiteProfile:
    """The profile of the sites of ``pages``, pairs of a source as for :func:`articlex.extract` and its
    address, or None where it is unknown.

    Their order makes no difference. What stands on three pages of a site or more is in the profile. Raises
    what :func:`articlex.extract` raises, with the number of the pair in the message of an InputError, and
    TypeError for a source that is not in a pair.
    """
    counts = Counts()
    for number, pair in enumerate(pages, 1):
        if not isinstance(pair, tuple | list) or len(pair) != 2:
            raise TypeError(f"pages must be pairs of a source and an address, not {type(pair).__name__}")
        source, url = pair
        try:
            counts.add(*read_shingles(source, url=url))
        except InputError as error:
            where = f"page {number} ({url})" if url else f"page {number}"
            raise type(error)(f"{where}: {error}", error.code) from error
    return parse_profile(counts.text().encode())


def read_shingles(
    source: bytes | str, *, options: Options = DEFAULTS, **stated: Any
) -> tuple[str, frozenset[int]]:
    """The site of a page and the shingles of its blocks. Arguments and errors are those of
    :func:`articlex.extract`."""
    page = read_page(source, max_bytes=options.max_bytes, **stated)
    # The first stage reads the markup, which may state the address of the page.
    page = run(page, options, ORDER[:1])
    return page_host(page), frozenset(shingles([block.text for block in page.blocks if block.text]))
