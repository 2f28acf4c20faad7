"""The manifest takes whatever names and reasons there are."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from articlex.batch.entry import Where
from articlex.batch.manifest import Manifest
from articlex.batch.manifest_file import read_manifest
from articlex.batch.unit import Item, Row

from .conftest import Runner, fill
from .units import puzzling


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
def test_any_text_can_be_the_reason_of_a_failure(output: str, tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": b"", "b.html": b""})
    done = batch(site, output=tmp_path / output, unit=puzzling)
    assert [failure["error"] for failure in done.report["failures"]] == ["ValueError: \\ud800 \\xff"] * 2


def test_a_name_that_is_no_utf8_comes_back_as_it_was(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, "options", "1")
    manifest.record(Item("a\udcff", "b\udcff"), Row("a\udcff", "done"), Where("c\udcff"))
    entry = manifest.get("a\udcff")
    assert entry is not None
    assert (entry.input, entry.output) == ("a\udcff", "c\udcff")
    manifest.close()


def test_the_room_kept_for_the_last_commit_is_given_back_for_it(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path, "options", "1")
    assert (tmp_path / "room").stat().st_size == 1 << 20
    manifest.record(Item("a", "a"), Row("a", "done"), Where())
    manifest.rescue()
    assert not (tmp_path / "room").exists()
    manifest.close()
    with closing(read_manifest(tmp_path)) as read:
        assert read.execute("SELECT count(*) FROM page").fetchone() == (1,)


def test_entries_that_nobody_reads_to_the_end_do_not_outlive_the_manifest(tmp_path: Path) -> None:
    """As when a run ends with an error of which nobody knew: Python would print another one behind it."""
    manifest = Manifest(tmp_path, "options", "1")
    for name in ("a", "b"):
        manifest.record(Item(name, name), Row(name, "done"), Where())
    entries = manifest._rows("SELECT input FROM page")
    next(entries)
    manifest.close()
    entries.close()  # type: ignore[attr-defined]  # it is a generator
