"""The sink that mirrors the input."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from articlex.batch.entry import Entry
from articlex.batch.listing import Listed
from articlex.batch.manifest import Manifest
from articlex.batch.names import marked_name
from articlex.batch.sources import Sources
from articlex.batch.tree import TreeSink
from articlex.batch.unit import Item, Row

from .conftest import Runner, fill, page, tree


def test_a_name_that_another_page_took_over_meanwhile_is_left_to_it(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    manifest = Manifest(state, "options", "version")
    sink = TreeSink(tmp_path / "out", ".md", manifest, Listed(Sources(())))
    sink.open()

    def settle(item: Item, entry: Entry | None) -> None:
        row = Row(item.name, "done", output=item.name.encode())
        manifest.record(item, row, sink.write(item, row, entry))

    bare, html = Item("a", "a"), Item("a.html", "a.html")
    sink.place(bare)
    settle(bare, None)
    at_work = manifest.get("a")
    sink.place(bare)
    sink.place(html)
    settle(html, None)
    settle(bare, at_work)
    assert tree(tmp_path / "out") == {"a.md": b"a.html", marked_name("a", ".md"): b"a"}
    manifest.close()


def test_what_stands_in_the_place_of_one_output_does_not_stop_the_others(
    tmp_path: Path, batch: Runner
) -> None:
    blocked = ["a/page.html", "b/deep/page.html", "c.html"]
    pages = {name: page(name) for name in (*blocked, "d.html")}
    (tmp_path / "out" / "c.md").mkdir(parents=True)
    for name in ("a", "b"):
        (tmp_path / "out" / name).write_text("in the way")
    done = batch(fill(tmp_path / "site", pages), output=tmp_path / "out")
    assert done.codes == dict.fromkeys(blocked, "output")
    assert done.summary.counts["ok"] == 1
    assert (tmp_path / "out" / "a").read_text() == "in the way"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EXDEV])
def test_a_folder_that_is_not_ours_does_not_stop_the_others(
    code: int, tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {f"{name}.html": page(name) for name in ("a", "b/c", "d")}
    site, out = fill(tmp_path / "site", pages), tmp_path / "out"
    replace = os.replace

    def refusing(old: str, new: str) -> None:
        if "/b/" in str(new):
            raise OSError(code, os.strerror(code))
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refusing)
        done = batch(site, output=out)
    assert (done.codes, done.summary.counts["ok"]) == ({"b/c.html": "output"}, 2)
    assert batch(site, output=out).summary.extracted == 1
    assert list(tree(out)) == ["a.md", "b/c.md", "d.md"]


def test_an_output_that_cannot_make_room_for_another_one_stops_the_run(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, out = fill(tmp_path / "site", {"A.html": page("upper"), "b.html": page("b")}), tmp_path / "out"
    batch(site, output=out)
    fill(site, {"a.html": page("lower")})
    replace = os.replace

    def refusing(old: str, new: str) -> None:
        if "~" in str(new):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refusing)
        assert "permission denied [output]" in batch(site, output=out).summary.error
    assert batch(site, output=out).exit_code == 0
    names = {marked_name("A.html", ".md"): b"# upper", "a.md": b"# lower", "b.md": b"# b"}
    assert {name: data.splitlines()[0] for name, data in tree(out).items()} == names


@pytest.mark.parametrize(("old", "new"), [("A.html", page("a")), ("a", page("a")), ("a", b"")])
@pytest.mark.parametrize("stays", [True, False])
def test_a_run_that_dies_as_an_output_makes_room_leaves_none_behind(
    old: str, new: bytes, stays: bool, tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, out = fill(tmp_path / "site", {old: page("old")}), tmp_path / "out"
    batch(site, output=out)
    fill(site, {"a.html": new})
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):

        def dying(*_: object) -> None:
            patch.setattr(Manifest, "close", lambda manifest: manifest._db.close())
            raise KeyboardInterrupt

        patch.setattr(TreeSink, "_move", dying)
        batch(site, output=out)
    if not stays:
        (site / old).unlink()
    batch(site, output=out, prune=True)
    assert set(tree(out)) == {*([marked_name(old, ".md")] if stays else []), *(["a.md"] if new else [])}


def test_what_stood_in_the_place_of_an_output_and_is_gone_is_no_failure_any_more(
    tmp_path: Path, batch: Runner
) -> None:
    site, out = fill(tmp_path / "site", {"a.html": page("a")}), tmp_path / "out"
    (out / "a.md").mkdir(parents=True)
    assert batch(site, output=out).codes == {"a.html": "output"}
    (out / "a.md").rmdir()
    assert batch(site, output=out).exit_code == 0
    assert list(tree(out)) == ["a.md"]
