from __future__ import annotations

import pytest

from articlex.metadata.values import address_value

BASE = "https://example.org/a/"


@pytest.mark.parametrize("raw", ["/b", "https://example.org/b", " https://example.org/b\n"])
def test_an_address_is_absolute(raw: str) -> None:
    assert address_value(raw, BASE) == "https://example.org/b"


@pytest.mark.parametrize(
    "raw", ["https://example.org/\x01b", "https://example.org/\x9bb", "https://exam\x7fple.org/", "b c"]
)
def test_what_holds_a_control_character_or_a_space_is_no_address(raw: str) -> None:
    assert address_value(raw, BASE) == ""
