"""What -o and -f ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from articlex.batch.plan import target
from articlex.errors import UsageError


@pytest.mark.parametrize(
    ("output", "format", "kind", "name"),
    [
        ("out", None, "tree", "md"),
        ("out.d", "json", "tree", "json"),
        ("out.jsonl/", None, "tree", "md"),
        ("out.jsonl", None, "file", "jsonl"),
        ("out.ndjson.zst", None, "file", "jsonl"),
        ("out.xml", None, "file", "tei"),
        ("out.htm.gz", "html", "file", "html"),
        ("out.JSON.GZ", None, "file", "json"),
        ("out.parquet", None, "file", "parquet"),
        ("all.md", "md", "file", "md"),
        ("out.zip/", None, "tree", "md"),
        ("out.db", "json", "tree", "json"),
        ("example.org", None, "tree", "md"),
        ("v2.1", None, "tree", "md"),
    ],
)
def test_the_ending_chooses_the_kind_of_output(output: str, format: str | None, kind: str, name: str) -> None:
    chosen = target(output, format)
    assert (chosen.kind, chosen.format) == (kind, name)


def test_an_ending_that_contradicts_the_format_is_refused() -> None:
    with pytest.raises(UsageError):
        target("out.jsonl", "md")
    with pytest.raises(UsageError):
        target("out.parquet.gz", None)


@pytest.mark.parametrize(
    ("name", "format", "chosen"),
    [("pf", "csv", "csv"), ("pf", None, "jsonl"), ("pf.gz", "md", "md"), ("pf.json", None, "json")],
)
def test_a_pipe_is_a_file_whatever_its_name(
    name: str, format: str | None, chosen: str, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / name)
    found = target(str(tmp_path / name), format)
    assert (found.kind, found.format, found.state.parent) == ("file", chosen, tmp_path)


def test_a_device_is_a_file_under_a_name_beside_which_a_manifest_can_be(tmp_path: Path) -> None:
    (tmp_path / "null").symlink_to("/dev/null")
    assert target(str(tmp_path / "null"), "csv").kind == "file"
    for name in ("/dev/null", "/dev/stdout", "/dev/fd/1"):
        with pytest.raises(UsageError, match=f"{name}: a batch keeps its manifest beside .* ln -s {name} "):
            target(name, "jsonl")


@pytest.mark.parametrize("output", ["out.zip", "out.tsv", "out.sqlite", "out.gz", "out.csv.zip", "out.PDF"])
def test_a_new_folder_that_reads_like_a_file_is_refused(output: str, tmp_path: Path) -> None:
    output = str(tmp_path / output)
    with pytest.raises(UsageError, match=f"a folder: {output}/"):
        target(output, None)
    Path(output).mkdir()
    assert target(output, None).kind == "tree"
