from __future__ import annotations

import pytest

from articlex.metadata.values import address_value, list_value

BASE = "https://example.org/a/"


@pytest.mark.parametrize("raw", ["/b", "https://example.org/b", " https://example.org/b\n"])
def test_an_address_is_absolute(raw: str) -> None:
    assert address_value(raw, BASE) == "https://example.org/b"


@pytest.mark.parametrize(
    "raw", ["https://example.org/\x01b", "https://example.org/\x9bb", "https://exam\x7fple.org/", "b c"]
)
def test_what_holds_a_control_character_or_a_space_is_no_address(raw: str) -> None:
    assert address_value(raw, BASE) == ""


def test_pairs_that_a_program_sorts_by_are_no_keywords_however_many_they_are() -> None:
    assert list_value(["bridge", *(f"Category: {number}" for number in range(30_000))]) == ("bridge",)
    assert list_value(["bridge", "Category: Travel"]) == ("bridge", "Category: Travel")
