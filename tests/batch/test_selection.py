"""Globs."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlex.batch.selection import Selection, opens_as_html
from articlex.errors import UsageError

from .conftest import Runner, fill, page
from .test_sources import PAGES, items, tarred


@pytest.mark.parametrize(
    ("glob", "path", "taken"),
    [
        ("*.html", "a.html", True),
        ("*.html", "deep/er/a.html", True),
        ("*.html", "a.htm", False),
        ("a/*.html", "a/b.html", True),
        ("a/*.html", "a/b/c.html", False),
        ("a/**/*.html", "a/b/c.html", True),
        ("a/**/*.html", "a/c.html", True),
        ("**/x.html", "x.html", True),
        ("a/**", "a/b/c", True),
        ("?.html", "é.html", True),
        ("[a-c]x", "bx", True),
        ("[!a-c]x", "bx", False),
        ("[", "[", True),
        ("a.b", "axb", False),
        ("*", "line\nbreak", True),
        ("./a/*", "a/b", True),
        ("**/drafts/*.html", "drafts/x.html", True),
        ("**/drafts/*.html", "a/b/drafts/x.html", True),
        ("**/drafts/*.html", "a/drafts/b/x.html", False),
        ("**/drafts/*.html", "a/drafts/b/drafts/x.html", True),
        ("**/drafts/*.html", "a/undrafts/x.html", False),
        ("a/**/b/**/c", "a/b/x/b/y/c", True),
        ("a/**/b/**/c", "a/x/c", False),
        ("**/a*b/c", "axb/d/ab/c", True),
        ("**/*a*b", "x/ab/xaxb", True),
        ("**/[ab]/?.*", "z/b/c.d", True),
        ("**/2024/**", "a/2024/b/c", True),
        ("**/2024/**", "a/2025/b/c", False),
        ("a/x*y*z", "a/x1y2y3z", True),
        ("a/x*y*z", "a/x1z2y3", False),
        ("a/[!b]", "a/b", False),
        ("a[!b]c", "a/c", False),
        ("a/[]]", "a/]", True),
        ("a[*]b", "a*b", True),
        ("a[*]b", "axb", False),
        ("[**]*", "*b", True),
        ("x/[*][?]/**", "x/*?/y/z", True),
        ("[!]a]x", "bx", True),
        ("[!]a]x", "]x", False),
        ("[^]]", "b", True),
        ("[a&&b]", "&", True),
        ("[a~~b||]", "~", True),
        ("[[b]", "[", True),
        ("[+--]x", ",x", True),
    ],
)
@pytest.mark.filterwarnings("error")
def test_a_glob_takes_the_paths_that_it_matches(glob: str, path: str, taken: bool) -> None:
    assert Selection(include=(glob,)).takes(path) is taken


def test_exclude_wins_over_include() -> None:
    selection = Selection(include=("*.html",), exclude=("draft*",))
    assert selection.takes("a.html")
    assert not selection.takes("draft.html")


def test_exclude_prunes_folders() -> None:
    assert not Selection(exclude=("node_modules",)).enters("a/node_modules")


def test_hidden_names_are_passed_over_unless_asked_for() -> None:
    assert not Selection().takes("a/.b.html")
    assert Selection(hidden=True).takes("a/.b.html")


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("static/site.css", False),
        ("app.min.JS", False),
        ("wp-includes/style.css?ver=6.1", False),
        ("logo@2x.png", False),
        ("font.woff2?#iefix", False),
        ("film.mp4", False),
        ("index.php?img=a.png", True),
        ("node.js.html", True),
        ("paper.pdf", True),
        ("feed.xml", True),
        ("data.json", True),
        ("css", True),
        ("LICENSE", True),
    ],
)
def test_what_is_only_part_of_pages_is_passed_over_by_its_name(path: str, taken: bool) -> None:
    assert Selection().takes(path) is taken


def test_a_glob_takes_what_is_only_part_of_pages() -> None:
    assert Selection(include=("*",)).takes("static/site.css")


def test_parts_of_pages_in_a_folder_and_its_archives_are_no_pages(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_bytes(b"body { margin: 0 }")
    (tmp_path / "x.tar").write_bytes(tarred({**PAGES, "a_files/logo.png": b"\x89PNG"}))
    assert [item.name for item in items(tmp_path)] == ["x.tar/a.html", "x.tar/b/c.html"]


@pytest.mark.parametrize(
    "data", [page("Node.js"), b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE HTML><p>Text"]
)
def test_a_page_called_like_a_script_is_read(data: bytes, tmp_path: Path) -> None:
    fill(tmp_path, {"wiki/Node.js": data, "x.tar": tarred({"wiki/Node.js": data})})
    assert [item.name for item in items(tmp_path)] == ["wiki/Node.js", "x.tar/wiki/Node.js"]


def test_a_script_that_writes_html_is_none() -> None:
    assert not opens_as_html(b"document.write('<html>')")


def test_a_part_of_pages_that_is_named_itself_is_read(tmp_path: Path) -> None:
    (tmp_path / "site.css").write_bytes(b"body { margin: 0 }")
    assert [item.name for item in items(tmp_path / "site.css")] == [str(tmp_path / "site.css")]


def test_a_note_called_like_a_script_is_read(tmp_path: Path) -> None:
    note = "<note><title>Node.js</title><content><![CDATA[<en-note>Text</en-note>]]></content></note>"
    (tmp_path / "x.enex").write_text(f"<en-export>{note}</en-export>")
    assert [item.name for item in items(tmp_path)] == ["x.enex/Node.js"]


@pytest.mark.parametrize(
    ("glob", "path"),
    [
        ("/".join(["**"] * 20 + ["b"]), "a/" * 4000 + "c"),
        ("a/" + "*a" * 20 + "b", "a/" + "a" * 8000),
        ("**/" + "a*/" * 10 + "b", "a/" * 4000 + "c"),
        ("a/" + "**a" * 20 + "b", "a/" * 4000 + "c"),
    ],
)
def test_many_stars_on_a_long_path_come_to_an_end(glob: str, path: str) -> None:
    assert not Selection(include=(glob,)).takes(path)


@pytest.mark.parametrize("glob", ["[z-a]", "", "./"])
def test_a_glob_that_is_none_is_wrong_usage(glob: str) -> None:
    with pytest.raises(UsageError, match="not a valid glob"):
        Selection(include=(glob,)).check()


def test_a_glob_that_is_none_is_wrong_usage_of_a_run_over_files(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})
    selection = Selection(exclude=("[z-a]",))
    with pytest.raises(UsageError, match="not a valid glob"):
        batch(site / "a.html", output=tmp_path / "out", select={"selection": selection})


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("site/a.html", True),
        ("./site/a.html", True),
        ("/site/a.html", True),
        ("../site/a.html", True),
        ("site/drafts/a.html", False),
        ("drafts/b/a.html", False),
        ("site/.git/a.html", False),
        ("site/.a.html", False),
    ],
)
def test_a_member_of_an_archive_is_taken_as_a_walk_would(path: str, taken: bool) -> None:
    assert Selection(exclude=("drafts",)).takes_member(path) is taken


def test_a_glob_with_a_path_is_matched_without_the_point_that_tar_writes() -> None:
    assert Selection(include=("site/*.html",)).takes_member("./site/a.html")


@pytest.mark.parametrize(
    ("source", "selection", "names"),
    [
        ("site", Selection(include=("*.tar",)), ["a.html", "c.html"]),
        ("site", Selection(include=("deep/*",)), ["a.html", "c.html"]),
        ("site", Selection(include=("*.tar", "*.jsonl"), exclude=("b",)), ["a.html"]),
        ("site", Selection(include=("*.tar",), exclude=("c.*",)), ["a.html"]),
        ("site", Selection(include=("*.html",)), []),
        ("site/deep/x.tar", Selection(include=("*.tar",)), ["a.html", "c.html"]),
        ("site/deep/x.tar", Selection(include=("b/*",)), ["c.html"]),
    ],
)
def test_an_archive_chosen_by_its_name_is_read_whole(
    source: str, selection: Selection, names: list[str], tmp_path: Path
) -> None:
    (tmp_path / "site" / "deep").mkdir(parents=True)
    (tmp_path / "site" / "deep" / "x.tar").write_bytes(tarred(PAGES))
    found = items(tmp_path / source, selection=selection)
    assert [item.name.rpartition("/")[2] for item in found] == names
