"""A profile of a site, on pages that have nothing to compare with it."""

from __future__ import annotations

import pytest

import articlex
from articlex.options import Options
from articlex.site_profiles import SiteProfile

PROFILE = SiteProfile("", {"example.org": frozenset({1})})


@pytest.mark.parametrize("source", ["", "<img src=a.jpg>", "<p>The wind turned at noon.</p>"])
def test_a_page_of_no_block_or_one_shares_none(source: str) -> None:
    found = articlex.extract(source, url="https://example.org/a", options=Options(site_profile=PROFILE))
    assert [step for step in found.page.trace if step.error] == []
