"""What a line says about a page that is not read: which field there is, which option helps."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from articlex.batch.member import Reading
from articlex.batch.sources import Sources, read_sources
from articlex.batch.unit import Item, Job, process
from articlex.options import Options

LARGE = b"<p>" + b"x" * 5000


def only_item(path: Path, max_bytes: int = 10_000_000) -> Item:
    """The one page of a source, or why it cannot be read."""
    found = read_sources(Sources((str(path),), reading=Reading(max_bytes=max_bytes)), {})
    (item,) = (item for item in found if isinstance(item, Item))
    return item


def packed(name: str) -> bytes:
    """The large page in a file of this name."""
    buffer = io.BytesIO()
    if name.endswith(".tar"):
        with tarfile.open(fileobj=buffer, mode="w") as tar:
            info = tarfile.TarInfo("a.html")
            info.size = len(LARGE)
            tar.addfile(info, io.BytesIO(LARGE))
    elif name.endswith(".zip"):
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.html", LARGE)
    elif name.endswith(".gz"):
        buffer.write(gzip.compress(LARGE))
    else:
        buffer.write(json.dumps({"html": LARGE.decode()}).encode() if name.endswith(".jsonl") else LARGE)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ({"body": "<p>x", "id": 1}, "no field 'html' (there are: body, id); --html-field names another one"),
        ({}, "no field 'html'; --html-field names another one"),
        ({"html": None, "id": 1}, "the field 'html' is empty: there is no page in it"),
        ({"html": 3}, "the field 'html' holds no text; --html-field names another one"),
    ],
)
def test_a_record_without_a_page_says_what_there_is(record: dict[str, Any], why: str, tmp_path: Path) -> None:
    """Who has not named the field sees at once which one it is."""
    (tmp_path / "x.jsonl").write_text(json.dumps(record))
    assert only_item(tmp_path / "x.jsonl").error == why


def test_a_record_of_many_fields_does_not_name_them_all(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps({f"field{number}": "" for number in range(500)}))
    error = only_item(tmp_path / "x.jsonl").error
    assert "field0, field1, " in error
    assert ", ...)" in error
    assert len(error) < 300


def test_a_table_without_the_column_says_which_option_names_it(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"content": ["<p>x"]}), tmp_path / "x.parquet")
    error = only_item(tmp_path / "x.parquet").error
    assert error == "no column 'html' (there are: content); --html-field names another one"


@pytest.mark.parametrize("name", ["x.tar", "x.zip", "x.jsonl", "x.html", "x.html.gz"])
def test_a_page_over_the_limit_says_what_raises_it(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(packed(name))
    item = only_item(tmp_path / name, max_bytes=100)
    row = process(item, Job(options=Options(max_bytes=100)))
    assert row.code == "too-large"
    assert row.error.endswith("; --max-size (max_bytes) raises it")
