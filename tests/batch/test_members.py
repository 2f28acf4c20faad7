"""Pages in archives: what they are to the reader, and archives that cannot be read as they come."""

from __future__ import annotations

import gzip
import json
import tarfile
from pathlib import Path

import pytest

from articlex.batch.member import Reading
from articlex.batch.sources import Sources, read_sources
from articlex.batch.unit import Item, Job
from articlex.write.options import RenderOptions

from .conftest import Runner, tarred

KEEPING = RenderOptions(input="{}")


def test_text_in_json_lines_is_no_matter_of_encodings(tmp_path: Path, batch: Runner) -> None:
    """Neither what the page says of its bytes, nor half of a character, makes the page another one."""
    text = "".join(f"<p>Der {word} Absatz über Möwen, Füße und Bäume.</p>" for word in ("erste", "zweite"))
    pages = [{"html": f"<meta charset={label}><h1>Möwen</h1>{text}"} for label in ("gbk", "utf-16")]
    pages.append({"html": f"<h1>Möwen\ud83d</h1>{text}"})
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(page) + "\n" for page in pages))
    done = batch(tmp_path / "x.jsonl", output=tmp_path / "out.json", job=Job(encoding="gbk"))
    assert done.exit_code == 0
    records = json.loads((tmp_path / "out.json").read_bytes())
    assert [record["title"] for record in records] == ["Möwen", "Möwen", "Möwen\ufffd"]
    assert [(record["encoding"], record["warnings"]) for record in records] == 3 * [(None, [])]


@pytest.mark.parametrize("names", [("a", "a", "a"), ("a#3", "a", "a"), ("a#5#5", "a#5", "a", "a", "a")])
def test_members_of_one_name_are_pages_of_their_own(
    names: tuple[str, ...], tmp_path: Path, batch: Runner
) -> None:
    """However the number that is added to a name reads."""
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(name))
    done = batch(tmp_path / "x.tar", output=tmp_path / "out.jsonl")
    assert (done.summary.pages, done.summary.repeated) == (len(names), 0)


def test_an_archive_that_is_named_twice_is_read_once(tmp_path: Path, batch: Runner) -> None:
    (tmp_path / "x.tar").write_bytes(tarred({"a.html": b"", "b.html": b""}))
    archive = str(tmp_path / "x.tar")
    assert batch(archive, archive, archive, output=tmp_path / "out.jsonl").summary.pages == 2


@pytest.mark.parametrize("name", ["x.zip.gz", "x.parquet.zst"])
def test_an_archive_that_is_compressed_once_more_says_what_to_do(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(gzip.compress(b"any"))
    (found,) = read_sources(Sources((str(tmp_path / name),)), {})
    assert isinstance(found, Item)
    assert (found.code, found.error) == (
        "archive",
        f"a compressed {name.split('.')[1]} is not read, unpack it first",
    )


def test_a_field_nested_too_deeply_is_one_failed_page(tmp_path: Path, batch: Runner) -> None:
    """What the reader of JSON takes just so is too deep for those who write it."""
    depths = (1, 50, *range(900, 1_000, 5), 100_000)
    lines = [f'{{"html": "<p>It rained.", "id": {"[" * depth}{"]" * depth}}}\n' for depth in depths]
    (tmp_path / "x.jsonl").write_text("".join(lines))
    reading = {"reading": Reading(keep=("id",))}
    done = batch(tmp_path / "x.jsonl", output=tmp_path / "out.jsonl", select=reading, job=Job(render=KEEPING))
    failures = done.report["failures"]
    assert (len(failures), {failure["code"] for failure in failures}) == (len(depths) - 2, {"field", "json"})
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == len(depths)
