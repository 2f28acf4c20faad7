"""What a site is called, and parts of titles that say so."""

from __future__ import annotations

import pytest

from articlex.titles.site_names import is_site, site_names


@pytest.mark.parametrize(
    ("stated", "host", "part"),
    [
        ("Example News", "", "Example News Today"),
        ("The Example News", "", "Example News"),
        ("", "abc.example", "The ABC"),
        ("", "abc.example", "www.ABC"),
        ("", "www.harbour.example", "Harbour"),
        ("", "harbour-post.example", "Harbour Post"),
        ("", "", "–"),
    ],
)
def test_a_part_is_the_site(stated, host, part):
    assert is_site(part, site_names([stated], host))


@pytest.mark.parametrize(
    ("stated", "host", "part"),
    [
        ("Example News", "", "Example"),
        ("Example News", "", "Why nobody in town reads Example News"),
        ("Example", "", "Example accused of bias"),
        ("An", "", "An example"),
        ("", "ab.example", "AB"),
        ("", "harbour.com.example", "COM"),
        ("", "news.harbour.example", "News"),
        ("", "abc.example", "ABC 12"),
        ("", "abyss.example", "Aby"),
        ("", "tdhpne.example", "The Daily Harbour Post North East"),
    ],
)
def test_a_part_is_not_the_site(stated, host, part):
    assert not is_site(part, site_names([stated], host))
