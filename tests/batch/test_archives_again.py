"""Archives at a second run: read again when what they yield, or what became of it, is no more what it was."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from articlex.batch.dry import dry_run
from articlex.batch.manifest import Manifest
from articlex.batch.member import Reading
from articlex.batch.plan import Plan, target
from articlex.batch.selection import Selection
from articlex.batch.sources import Archive, Sources
from articlex.batch.unit import Item

from .conftest import Runner, fill, page, tree
from .test_sources import json_lines, tarred

NAMES = {"a.html": page("a"), "b.html": page("b"), ".c.html": page("c"), "drafts/d.html": page("d")}


def archive_and_page(folder: Path) -> Path:
    """A site of an archive and a page beside it."""
    return fill(folder / "site", {"x.tar": tarred(NAMES), "y.html": page("y")})


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        (Selection(include=("a.*",)), Selection(), ["a.md", "b.md", "drafts/d.md"]),
        (Selection(exclude=("drafts",)), Selection(), ["a.md", "b.md", "drafts/d.md"]),
        (Selection(), Selection(hidden=True), [".c.md", "a.md", "b.md", "drafts/d.md"]),
    ],
)
def test_another_selection(
    first: Selection, second: Selection, names: list[str], tmp_path: Path, batch: Runner
) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred(NAMES)})
    batch(site, output=tmp_path / "out", select={"selection": first})
    batch(site, output=tmp_path / "out", select={"selection": second})
    assert list(tree(tmp_path / "out")) == [f"x.tar/{name}" for name in names]
    assert batch(site, output=tmp_path / "out", select={"selection": second}).summary.extracted == 0


def test_another_field(tmp_path: Path, batch: Runner) -> None:
    record = {"html": page("one").decode(), "raw": page("two").decode()}
    site = fill(tmp_path / "site", {"x.jsonl": json_lines(record)})
    batch(site, output=tmp_path / "out")
    batch(site, output=tmp_path / "out", select={"reading": Reading("raw")})
    assert b"# two" in tree(tmp_path / "out")["x.jsonl/00000001.md"]


def test_an_output_that_was_lost(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred(NAMES)})
    batch(site, output=tmp_path / "out")
    (tmp_path / "out" / "x.tar" / "b.md").unlink()
    assert batch(site, output=tmp_path / "out").summary.extracted == 1
    assert "x.tar/b.md" in tree(tmp_path / "out")


def test_a_part_that_was_lost(tmp_path: Path, batch: Runner) -> None:
    site, output = archive_and_page(tmp_path), tmp_path / "o.jsonl"
    batch(site, output=output)
    whole = output.read_bytes()
    for part in (tmp_path / ".o.jsonl.articlex" / "parts").iterdir():
        part.unlink()
    assert batch(site, output=output).exit_code == 0
    assert output.read_bytes() == whole


def test_a_part_that_was_lost_of_inputs_that_are_not_there(tmp_path: Path, batch: Runner) -> None:
    site, output = fill(tmp_path / "site", {"x.html": page("x"), "y.html": page("y")}), tmp_path / "o.jsonl"
    batch(site / "x.html", site / "y.html", output=output)
    for part in (tmp_path / ".o.jsonl.articlex" / "parts").iterdir():
        part.unlink()
    assert batch(site / "x.html", output=output).exit_code == 3
    assert batch(site / "x.html", output=output).exit_code == 0
    assert output.read_bytes().count(b"\n") == 1
    batch(site / "x.html", site / "y.html", output=output)
    assert output.read_bytes().count(b"\n") == 2


def test_a_part_that_is_damaged_is_mended_by_the_next_run(tmp_path: Path, batch: Runner) -> None:
    site, output = archive_and_page(tmp_path), tmp_path / "o.jsonl"
    batch(site, output=output)
    whole = output.read_bytes()
    (part,) = (tmp_path / ".o.jsonl.articlex" / "parts").iterdir()
    part.write_bytes(b"\0" * part.stat().st_size)
    os.utime(output, (5, 5))
    stopped = batch(site, output=output)
    assert stopped.exit_code == 3
    assert stopped.summary.error == f"cannot write {output}: 4 rows are damaged; run again [output]"
    assert output.read_bytes() == whole
    assert batch(site, output=output).summary.extracted == 4
    assert output.read_bytes() == whole


@pytest.mark.parametrize(("url", "day"), [("https://a.example/x", None), (None, "https://b.example/y")])
def test_the_same_page_with_another_address(
    url: str | None, day: str | None, tmp_path: Path, batch: Runner
) -> None:
    def record(address: str | None) -> dict[str, Any]:
        return {"html": page("one").decode(), "url": address}

    site = fill(tmp_path / "site", {"x.jsonl": json_lines(record(url))})
    batch(site, output=tmp_path / "out", format="json")
    fill(site, {"x.jsonl": json_lines(record(day), {})})
    batch(site, output=tmp_path / "out", format="json")
    assert json.loads(tree(tmp_path / "out")["x.jsonl/00000001.json"])["url"] == day


@pytest.mark.parametrize("prune", [False, True])
def test_only_inputs_that_are_gone_are_pruned(prune: bool, tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {name: page(name) for name in ("a.html", "b.html", "c.html")})
    fill(site, {"x.tar": tarred(NAMES), "y.tar": tarred(NAMES)})
    batch(*sorted(site.iterdir()), output=tmp_path / "out")
    before = len(tree(tmp_path / "out"))
    (site / "c.html").unlink()
    (site / "x.tar").write_bytes(tarred({"a.html": NAMES["a.html"]}))
    done = batch(site / "a.html", site / "x.tar", output=tmp_path / "out", prune=prune)
    assert done.summary.pruned == (3 if prune else 0)
    assert len(tree(tmp_path / "out")) == before - done.summary.pruned


def test_pages_that_are_not_selected_are_not_pruned(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred(NAMES)})
    batch(site, output=tmp_path / "out")
    before = tree(tmp_path / "out")
    chosen = {"selection": Selection(include=("a.*",))}
    assert batch(site, output=tmp_path / "out", select=chosen, prune=True).summary.pruned == 0
    assert tree(tmp_path / "out") == before
    assert batch(site, output=tmp_path / "out", prune=True).summary.pruned == 0


def test_a_style_sheet_that_was_read_once_is_not_pruned(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred({"a.css": page("a"), "b.html": page("b")})})
    batch(site, output=tmp_path / "out", select={"selection": Selection(include=("*.css", "*.html"))})
    assert batch(site, output=tmp_path / "out", prune=True).summary.pruned == 0


def test_a_note_called_like_a_script_is_pruned_once_it_is_gone(tmp_path: Path, batch: Runner) -> None:
    note = "<note><title>{}</title><content><![CDATA[<en-note>Text of a note</en-note>]]></content></note>"
    js, other = note.format("Node.js"), note.format("Other")
    site = fill(tmp_path / "site", {"x.enex": f"<en-export>{js}{other}</en-export>".encode()})
    batch(site, output=tmp_path / "out")
    fill(site, {"x.enex": f"<en-export>{other}</en-export>".encode()})
    assert batch(site, output=tmp_path / "out", prune=True).summary.pruned == 1


def test_what_is_no_more_in_an_archive_chosen_by_its_name_is_pruned(tmp_path: Path, batch: Runner) -> None:
    site, chosen = fill(tmp_path / "site", {"x.tar": tarred(NAMES)}), {"selection": Selection(("*.tar",))}
    batch(site, output=tmp_path / "out", select=chosen)
    (site / "x.tar").write_bytes(tarred({"a.html": NAMES["a.html"]}))
    assert batch(site, output=tmp_path / "out", select=chosen, prune=True).summary.pruned == 2
    assert list(tree(tmp_path / "out")) == ["x.tar/a.md"]


def test_a_dry_run_says_what_is_pruned_from_an_archive(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred(NAMES)})
    batch(site, output=tmp_path / "out")
    (site / "x.tar").write_bytes(tarred({"a.html": NAMES["a.html"]}))
    lines = dry_run(Plan(Sources((str(site),)), target(str(tmp_path / "out"), None), prune=True))
    assert [line.output.rpartition("/")[2] for line in lines if line.todo == "pruned"] == ["b.md", "d.md"]


def test_pages_of_one_archive_are_found_by_the_index(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, "options", "1")
    asked: list[str] = []
    manifest._db.set_trace_callback(asked.append)
    archive = Archive(Item("x.tar", "x.tar", size=1, mtime_ns=1), skipped=True)
    manifest.see_archive(archive)
    manifest.counts_of("x.tar")
    list(manifest.pages_of("x.tar"))
    manifest._db.set_trace_callback(None)
    of_pages = [query for query in asked if "page" in query and "archive = " in query]
    assert len(of_pages) == 4
    for query in of_pages:
        plan = [row[3] for row in manifest._db.execute(f"EXPLAIN QUERY PLAN {query}")]
        assert "page_archive" in plan[0]
    manifest.close()


def test_standard_input_and_a_file_of_its_name(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, {"stdin": page("file"), "typed": page("typed")})
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        with (tmp_path / "typed").open() as typed, monkeypatch.context() as patch:
            patch.setattr("sys.stdin", typed)
            done = batch("-", "stdin", output=tmp_path / "out")
        assert (done.summary.pages, done.summary.repeated) == (2, 0)
        assert len(tree(tmp_path / "out")) == 2


@pytest.mark.parametrize("later", [0, 1])
def test_archives_of_one_name_in_two_folders_are_two(later: int, tmp_path: Path, batch: Runner) -> None:
    """The second is read, although size and time may be those of the first, whose pages are not gone."""
    out = tmp_path / "out"
    for month, time in (("jan", 10**18), ("feb", 10**18 + later)):
        archive = fill(tmp_path / month, {"a.tar": tarred({"x.html": page(month)})}) / "a.tar"
        os.utime(archive, ns=(time, time))
        assert batch(tmp_path / month, output=out, prune=True).summary.extracted == 1
    written = tree(out)
    assert [b"of jan" in text for text in written.values()] == [True, False]
    for month in ("jan", "feb"):
        again = batch(tmp_path / month, output=out, prune=True).summary
        assert (again.unchanged, again.extracted, again.pruned) == (1, 0, 0)
    assert tree(out) == written
