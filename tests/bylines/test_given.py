"""The lists of given names, and what they say of a name."""

from __future__ import annotations

from collections import defaultdict

import pytest

from articlex.bylines.given import _beginning, _names, givenness

KINDS = ("given-ascii", "given-other", "surname")


@pytest.mark.parametrize("kind", KINDS)
def test_the_names_of_each_letter_are_found_by_halves(kind: str) -> None:
    names = defaultdict(set)
    for name in _names(kind).split():
        names[name[0]].add(name)
    assert {letter: _beginning(kind, letter) for letter in names} == names


@pytest.mark.parametrize("letter", ["", "!", "\U0010ffff"])
def test_no_name_begins_with_what_is_no_letter(letter: str) -> None:
    assert not any(_beginning(kind, letter) for kind in KINDS)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("Ann Example", "first"),
        ("JOSÉ de Ejemplo", "first"),
        ("Example Maria", "other"),
        ("Key Features", "none"),
        ("山田太郎", "first"),
        ("工藤あき", "first"),
        ("홍길동", "first"),
        ("김서연", "first"),
        ("王小明", "first"),
        ("अंकिता शर्मा", "first"),
        ("Анна Петрова", "first"),
        ("", "none"),
    ],
)
def test_given_names(name: str, given: str) -> None:
    assert givenness(name) == given


def test_what_is_remembered_of_the_letters_of_all_pages_has_a_bound():
    for code in range(0x4E00, 0x9FFF):
        givenness(f"{chr(code)}小明")
    info = _beginning.cache_info()
    assert info.maxsize is not None and info.currsize <= info.maxsize
