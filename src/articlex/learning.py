"""Learning a profile of sites from their pages (:mod:`articlex.site_profiles`)."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.extraction import DEFAULTS
from articlex.options import FormName, Options
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.site_profiles import Counts, SiteProfile, parse_profile, shingles
from articlex.stages.shared_blocks import site_of


def learn(pages: Iterable[tuple[bytes | str, str | None]]) -> SiteProfile:
    """The profile of the sites of ``pages``, pairs of a source as for :func:`articlex.extract` and an
    address.

    Their order makes no difference. Raises what :func:`articlex.extract` raises.
    """
    counts = Counts()
    for source, url in pages:
        counts.add(*read_shingles(source, url=url))
    return parse_profile(counts.text().encode())


def read_shingles(
    source: bytes | str,
    *,
    url: str | None = None,
    form: FormName = "auto",
    encoding: str | None = None,
    charset: str | None = None,
    options: Options = DEFAULTS,
) -> tuple[str, frozenset[int]]:
    """The site of a page and the shingles of its blocks. Arguments and errors are those of
    :func:`articlex.extract`."""
    page = read_page(
        source, url=url, form=form, encoding=encoding, charset=charset, max_bytes=options.max_bytes
    )
    # The first stage reads the markup, which may state the address of the page.
    page = run(page, options, ORDER[:1])
    return site_of(page), frozenset(shingles([block.text for block in page.blocks if block.text]))
