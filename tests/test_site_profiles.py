"""Profiles of sites: what counts as shared, and the file."""

from __future__ import annotations

import json
import pickle
from itertools import permutations

import pytest

from articlex.options import Options
from articlex.site_profiles import LEAST_PAGES, Counts, parse_profile, shingles

NOTICE = shingles(["Every Friday in your mail.", "Written in the harbour office."])


def counted(*pages: tuple[str, list[int]]) -> Counts:
    counts = Counts()
    for site, found in pages:
        counts.add(site, found)
    return counts


def test_a_shingle_is_two_texts_in_their_order() -> None:
    assert len(shingles(["a", "b", "c"])) == 2
    assert shingles(["a", "b"]) != shingles(["b", "a"])
    assert shingles(["a"]) == shingles([]) == []


def test_texts_that_run_together_alike_are_other_shingles() -> None:
    assert shingles(["ab", "c"]) != shingles(["a", "bc"])


@pytest.mark.parametrize(("pages", "shared"), [(LEAST_PAGES, NOTICE), (LEAST_PAGES - 1, [])])
def test_a_shingle_is_shared_from_three_pages_on(pages: int, shared: list[int]) -> None:
    assert counted(*[("example.org", NOTICE)] * pages).shared("example.org") == shared


def test_what_stands_twice_on_a_page_counts_once() -> None:
    assert counted(("example.org", NOTICE * 3)).shared("example.org") == []


def test_pages_of_other_sites_do_not_count() -> None:
    counts = counted(*[(site, NOTICE) for site in ("a.example", "b.example", "c.example")])
    assert [counts.shared(site) for site in counts.pages] == [[], [], []]


def test_the_file_is_the_same_in_every_order_of_the_pages() -> None:
    pages = [("b.example", [1, 2]), ("a.example", [2, 1]), ("b.example", [2]), ("b.example", [2, 3])]
    assert len({counted(*order).text() for order in permutations(pages)}) == 1


def test_a_file_that_was_written_is_read_again() -> None:
    text = counted(*[("example.org", NOTICE)] * LEAST_PAGES).text()
    assert parse_profile(text.encode()).shared == {"example.org": frozenset(NOTICE)}


def test_no_text_of_a_page_stands_in_the_file() -> None:
    found = json.loads(counted(*[("example.org", [15])] * LEAST_PAGES).text())["sites"]["example.org"]
    assert found == {"pages": LEAST_PAGES, "shared": ["000000000000000f"]}


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"[]", b"3", b'"x"', b"{}", b'{"articlex_site_profile": 1}', b"[" * 9999]
    + [b'{"articlex_site_profile": 1, "sites": %s}' % sites for sites in (b"[]", b'{"a": {}}', b'{"a": 3}')]
    + [b'{"articlex_site_profile": 1, "sites": {"a": {"shared": ["xyz"]}}}'],
)
def test_another_file_is_no_profile(data: bytes) -> None:
    with pytest.raises(ValueError, match="no profile of a site"):
        parse_profile(data)


def test_a_profile_of_a_later_version_says_so() -> None:
    with pytest.raises(ValueError, match="version 2; this articlex reads version 1"):
        parse_profile(b'{"articlex_site_profile": 2, "sites": {}}')


def test_options_with_a_profile_are_compared_hashed_and_pickled() -> None:
    one, other = (parse_profile(counted(("a.example", found)).text().encode()) for found in (NOTICE, []))
    options = Options(site_profile=one)
    assert pickle.loads(pickle.dumps(options)) == options
    assert len({options, Options(site_profile=one), Options()}) == 2
    assert one == other, "two files with the same bytes"


def test_the_file_is_parsed_from_its_bytes() -> None:
    text = counted(("example.org", NOTICE)).text()
    with pytest.raises(TypeError, match="data must be bytes, not str"):
        parse_profile(text)  # type: ignore[arg-type]
