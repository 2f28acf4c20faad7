"""Failures of an earlier run: what is mended is forgotten, what is not is told again."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from articlex.batch.manifest_file import read_manifest
from articlex.batch.plan import target
from articlex.cli.status import take_stock

from .conftest import Runner, fill, page
from .test_sources import tarred


def failures(output: Path) -> list[str]:
    """The inputs that ``articlex status`` lists as failed."""
    with closing(read_manifest(target(str(output), None).state)) as manifest:
        return [failure["input"] for failure in take_stock(manifest, None)["failures"]]


@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_the_failure_of_an_archive_is_forgotten_once_it_is_read_whole(
    name: str, tmp_path: Path, batch: Runner
) -> None:
    archive, output = tmp_path / "x.tar", tmp_path / name
    whole = tarred({"a.html": page("a"), "b.html": page("b")})
    archive.write_bytes(whole[:-11000])
    assert batch(archive, output=output).exit_code == 3
    assert failures(output) == [str(archive)]
    archive.write_bytes(whole)
    assert batch(archive, output=output).exit_code == 0
    assert failures(output) == []
    if name == "out.jsonl":
        assert output.read_text().count("\n") == 2


def test_the_failure_of_a_folder_is_forgotten_once_it_is_listed(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, output = fill(tmp_path / "site", {"closed/a.html": page("a")}), tmp_path / "out"
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refusing)
        assert batch(site, output=output).exit_code == 3
    assert failures(output) == ["closed"]
    assert batch(site, output=output).exit_code == 0
    assert failures(output) == []


def test_the_failure_of_a_list_of_files_is_forgotten_once_it_is_read(tmp_path: Path, batch: Runner) -> None:
    names, output = tmp_path / "names.txt", tmp_path / "out"
    fill(tmp_path, {"a.html": page("a")})
    assert batch(output=output, select={"files_from": str(names)}).exit_code == 3
    assert failures(output) == [str(names)]
    names.write_text(str(tmp_path / "a.html"))
    assert batch(output=output, select={"files_from": str(names)}).exit_code == 0
    assert failures(output) == []


def test_failures_outside_of_the_sources_are_kept(tmp_path: Path, batch: Runner) -> None:
    fill(tmp_path, {"a.html": page("a"), "x.tar": b"no tar"})
    batch(tmp_path / "a.html", tmp_path / "x.tar", output=tmp_path / "out")
    batch(tmp_path / "a.html", tmp_path / "a.html", output=tmp_path / "out")
    assert failures(tmp_path / "out") == [str(tmp_path / "x.tar")]
