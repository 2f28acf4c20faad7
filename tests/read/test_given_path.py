"""A path or an address in place of the page: the page is a line of text, and says so."""

from __future__ import annotations

import pytest

import articlex


@pytest.mark.parametrize("given", ["page.html", "pages/My page.HTM", "https://ex.org/a?b=1\n", "./notes.txt"])
@pytest.mark.parametrize("encoded", [False, True])
def test_it_is_warned_of(given: str, encoded: bool) -> None:
    (warning,) = articlex.extract(given.encode() if encoded else given).warnings
    assert warning.startswith(f"the page is {given.strip()!r} alone: ")


@pytest.mark.parametrize(
    "page", ["", "Rain", "<p>page.html</p>", "Rain fell.\nSee page.html", "See https://ex.org"]
)
def test_a_page_is_not(page: str) -> None:
    assert articlex.extract(page).warnings == ()
