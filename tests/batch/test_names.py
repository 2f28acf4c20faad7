"""Names of outputs: stable, apart from each other, and safe everywhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.batch.names import folded, marked_name, plain_name, rank

MARK = r"~[0-9a-f]{10}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html", "a.md"),
        ("a/b.html", "a/b.md"),
        ("a.htm", "a.htm.md"),
        ("a.HTML", "a.HTML.md"),
        ("a.txt", "a.txt.md"),
        ("a", "a.md"),
        ("a.html.html", "a.html.md"),
        ("-rf.html", "-rf.md"),
        ("日本 🎌.html", "日本 🎌.md"),
        ("/data/a.html", "data/a.md"),
        ("../../etc/passwd", "etc/passwd.md"),
        ("./a//b.html", "a/b.md"),
        ("crawl.jsonl.gz/00000017", "crawl.jsonl.gz/00000017.md"),
        (".html", ".html.md"),
    ],
)
def test_mirrors_the_input(name: str, expected: str) -> None:
    assert plain_name(name, ".md") == expected


@pytest.mark.parametrize(
    "name",
    [
        "line\nbreak.html",
        "tab\t.html",
        "what?.html",
        'quote".html',
        "back\\slash.html",
        "CON.html",
        "nul",
        "com1.txt.html",
        "trailing./x.html",
        "blank /x.html",
        "\udcff\udcfe.html",
        "a.md/x.html",
        ".articlex/x.html",
        ".ARTICLEX/x.html",
        "x" * 300 + ".html",
        "y" * 255 + "/x.html",
        "/".join(["deep"] * 400) + "/x.html",
    ],
)
def test_a_name_that_had_to_change_is_marked(name: str) -> None:
    import re

    path = plain_name(name, ".md")
    assert re.search(r"(~|/)[0-9a-f]{10}(\.md|/|$)", path)
    assert path.isprintable()


def test_names_that_share_a_beginning_of_255_bytes_stay_apart() -> None:
    assert plain_name("é" * 200 + "1.html", ".md") != plain_name("é" * 200 + "2.html", ".md")


names = st.text(st.characters(codec=None, exclude_characters="\0"), min_size=1, max_size=300)


@given(names)
def test_any_name_gives_a_safe_path(name: str) -> None:
    for path in (plain_name(name, ".json"), marked_name(name, ".json")):
        parts = path.split("/")
        assert path.endswith(".json")
        assert all(part not in ("", ".", "..", ".articlex") for part in parts)
        assert all(len(part.encode()) <= 255 for part in parts)
        assert len(path.encode()) <= 760
        assert not any(char in path for char in '<>:"|?*\\\n\r\0')


@pytest.mark.parametrize("form", [str, str.upper, lambda name: name.replace("ff", "ﬀ")])
@pytest.mark.parametrize("name", ["b", "p2", "deep/" * 200 + "x"])
def test_no_plain_name_is_the_marked_name_of_another_input(name: str, form: Callable[[str], str]) -> None:
    marked = marked_name(name, ".md")
    alike = form(marked.removesuffix(".md"))
    assert folded(plain_name(f"{alike}.html", ".md")) != folded(marked)
    assert folded(plain_name(alike, ".md")) != folded(marked)


@given(names, names)
def test_marked_names_differ_where_inputs_differ(one: str, other: str) -> None:
    same = folded(marked_name(one, ".md")) == folded(marked_name(other, ".md"))
    assert same == (one == other)


def test_rank_prefers_the_plainest_name() -> None:
    assert sorted(["../a.html", "A.html", "a", "a.html"], key=rank) == ["a.html", "a", "A.html", "../a.html"]
