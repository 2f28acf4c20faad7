"""The walk through a folder."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from articlex.batch import walk as walk_module
from articlex.batch.selection import Selection
from articlex.batch.unit import Item
from articlex.batch.walk import identity, walk

from .conftest import fill

NAMES = ["b.html", "a/z.html", "a/b/c.html", "a-c.html", "\n.html", "-x.html", "🎌.html"]
ALL = Selection()


def paths(folder: Path, selection: Selection = ALL) -> list[str]:
    return [found.name for found in walk(str(folder), selection, {})]


def by_path(folder: Path, selection: Selection = ALL) -> dict[str, Item]:
    return {found.name: found for found in walk(str(folder), selection, {})}


def test_files_come_sorted_folder_by_folder(tmp_path: Path) -> None:
    fill(tmp_path, dict.fromkeys(NAMES, b""))
    expected = ["\n.html", "-x.html", "a/b/c.html", "a/z.html", "a-c.html", "b.html", "🎌.html"]
    assert paths(tmp_path) == expected


@pytest.mark.parametrize("names", [0, 1, 2, 3, 4, 6, 7, 50])
def test_a_large_folder_is_listed_part_by_part(
    names: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk_module, "NAMES_AT_ONCE", 3)
    expected = sorted(f"{number * 37 % 101}.html" for number in range(names))
    fill(tmp_path, dict.fromkeys(reversed(expected), b""))
    assert paths(tmp_path) == expected


def test_size_and_time_are_those_of_the_file(tmp_path: Path) -> None:
    fill(tmp_path, {"a": b"12345"})
    os.utime(tmp_path / "a", ns=(1, 2))
    assert by_path(tmp_path)["a"] == Item("a", str(tmp_path / "a"), size=5, mtime_ns=2)


def test_names_that_are_no_utf8_are_found(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff\xfe.html")).write_bytes(b"")
    except OSError:
        pytest.skip("the file system takes UTF-8 alone")
    assert paths(tmp_path) == ["\udcff\udcfe.html"]


def test_links_are_passed_over(tmp_path: Path) -> None:
    fill(tmp_path, {"real/a.html": b""})
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("nowhere")
    assert paths(tmp_path) == ["real/a.html"]


def test_followed_links_walk_each_folder_once(tmp_path: Path) -> None:
    fill(tmp_path, {"real/a.html": b""})
    (tmp_path / "real" / "loop").symlink_to("..")
    (tmp_path / "again").symlink_to("real")
    (tmp_path / "root").symlink_to(".")
    assert paths(tmp_path, Selection(follow_links=True)) == ["again/a.html"]


def test_a_dangling_link_that_is_followed_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x").symlink_to("nowhere")
    assert by_path(tmp_path, Selection(follow_links=True))["x"].code == "not-found"


def test_what_is_not_a_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "fifo")
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("sock")
        found = by_path(tmp_path)
    assert found["fifo"].error == "is a FIFO, not a file"
    assert found["sock"].error == "is a socket, not a file"


def test_a_folder_that_cannot_be_listed_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, {"closed/a.html": b"", "open/a.html": b""})
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    found = by_path(tmp_path)
    assert found["closed"].code == "permission"
    assert "open/a.html" in found


def test_a_folder_that_cannot_be_listed_to_its_end_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walk_module, "NAMES_AT_ONCE", 2)
    fill(tmp_path, dict.fromkeys(("d/1.html", "d/2.html", "d/3.html", "e.html"), b""))
    scandir, listed = os.scandir, []

    def failing(path: str) -> object:
        listed.append(path)
        if listed.count(path) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", failing)
    found = by_path(tmp_path)
    assert list(found) == ["d/1.html", "d/2.html", "d", "e.html", "."]
    assert found["d"].error == found["."].error == "input/output error"


@pytest.mark.parametrize(("code", "told"), [(errno.EACCES, True), (errno.EIO, True), (errno.ENOENT, False)])
def test_what_may_be_a_folder_of_selected_files_is_an_error(
    code: int, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, {"b/c.html": b"", "d/e.html": b"", "out/f.html": b""})
    lstat = os.lstat

    def failing(path: str) -> os.stat_result:
        if path.endswith(("/b", "/out")):
            raise OSError(code, os.strerror(code))
        return lstat(path)

    monkeypatch.setattr(os, "lstat", failing)
    selection = Selection(include=("*.html",), exclude=("out",))
    assert paths(tmp_path, selection) == (["b", "d/e.html"] if told else ["d/e.html"])


def test_what_is_to_be_avoided_is_not_entered(tmp_path: Path) -> None:
    fill(tmp_path, {"out/a.md": b"", "a.html": b""})
    avoid = {identity((tmp_path / "out").stat()): ""}
    assert [found.name for found in walk(str(tmp_path), Selection(), avoid)] == ["a.html"]


def test_the_output_of_other_runs_is_not_read(tmp_path: Path) -> None:
    fill(tmp_path, {"old/a.md": b"", "old/.articlex/manifest.sqlite": b"", "a.html": b"", "x.jsonl": b""})
    (tmp_path / ".x.jsonl.articlex").mkdir()
    assert paths(tmp_path) == ["a.html"]


def test_a_tree_as_deep_as_the_system_allows(tmp_path: Path) -> None:
    deep = tmp_path / "/".join(["d"] * 400)
    deep.mkdir(parents=True)
    (deep / "a.html").write_bytes(b"")
    assert len(paths(tmp_path)) == 1
