"""What an address says of the name that it is linked with."""

from __future__ import annotations

import pytest

from articlex.authors.links import says_name
from articlex.page import Block, Kind, Run
from articlex.signs.links import linked_names
from articlex.signs.person_addresses import of_persons, says_person


@pytest.mark.parametrize(
    "href",
    [
        "/author/ann-example",
        "https://x.example/?author=3",
        "/u/ann",
        "/forum/member.php?u=12",
        "/redaktion/ann/",
        "/@ann",
        "https://social.example/@ann@quay.example/?page=2",
        "/tac-gia/ann-1",
    ],
)
def test_address_of_a_person(href: str) -> None:
    assert says_person(href)


@pytest.mark.parametrize(
    "href",
    [
        "/authority/rules",
        "/news/bridge",
        "",
        "#",
        "/business/",
        "/@ann/a-post-12",
        "/dir//Ex+St/@38.57,-92.1,0z",
    ],
)
def test_other_address(href: str) -> None:
    assert not says_person(href)


@pytest.mark.parametrize(
    ("href", "name", "same"),
    [
        ("/people/ann-example/", "Ann Example", True),
        ("/ann_example?x=1", "Ann Example", True),
        ("/ann_example", "@ann_example", True),
        ("/authors/1234-ann-example", "Ann Example", True),
        ("/%E5%B1%B1%E7%94%B0%E5%A4%AA%E9%83%8E", "山田太郎", True),
        ("/news/ann-example-opens-a-bridge-in-the-city", "Ann Example", False),
        ("/", "Ann Example", False),
        ("/ann", "Ann", False),
    ],
)
def test_address_that_is_the_name(href: str, name: str, same: bool) -> None:
    assert says_name(href, name) is same


def test_links_of_a_block() -> None:
    runs = (
        Run("By "),
        Run("Ann ", href="/a"),
        Run("Example", style=2, href="/a"),
        Run(", "),
        Run("B", href="/b"),
    )
    block = Block(0, Kind.PARAGRAPH, "By Ann Example, B", runs)
    assert list(linked_names(block)) == [("Ann Example", "/a")]


def test_addressesof_persons_are_found_together() -> None:
    addresses = ["/author/ann", "/a\n/author", "/a\nauthor", "/News", "", "/U/ann?x=1", "İ/user", "/@ann"]
    assert of_persons(addresses) == set(filter(says_person, addresses))
    assert of_persons(["/news", "/a\n"]) == set()
