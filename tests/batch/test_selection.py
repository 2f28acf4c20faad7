"""Globs."""

from __future__ import annotations

import pytest

from articlex.batch.selection import Selection


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
    ],
)
def test_include(glob: str, path: str, taken: bool) -> None:
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
