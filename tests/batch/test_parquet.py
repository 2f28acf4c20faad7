"""One Parquet file of many pages."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest

from articlex.batch.member import Reading
from articlex.batch.unit import Job
from articlex.write.options import RenderOptions, Schema
from articlex.write.schemas import record_names

from .conftest import Runner, fill, page

parquet = pytest.importorskip("pyarrow.parquet")
_LIST = "list<element: string>"
_TEXT = "string"


def written(batch: Runner, tmp_path: Path, **options: Any) -> Any:
    fill(tmp_path / "site", {"a.html": page("rain"), "b.html": b"<p>Page not found"})
    output = tmp_path / "out.parquet"
    batch(tmp_path / "site", output=output, job=Job(render=RenderOptions(**options)))
    return parquet.read_table(output)


def test_the_rows_are_those_of_the_pages(tmp_path: Path, batch: Runner) -> None:
    table = written(batch, tmp_path)
    assert table["source"].to_pylist() == ["a.html", "b.html"]


@pytest.mark.parametrize(
    ("schema", "types"),
    [
        ("articlex", {"authors": _LIST, "word_count": "int64", "coverage": "double"}),
        ("articlex", {"reading_time": "int64", "title": _TEXT}),
        ("trafilatura", {"tags": _TEXT, "categories": _TEXT}),
        ("newspaper", {"authors": _LIST, "tags": _LIST, "images": _LIST}),
        ("schemaorg", {"keywords": _LIST, "wordCount": "int64", "isAccessibleForFree": "bool"}),
    ],
)
def test_a_column_has_the_type_of_its_field(
    schema: Schema, types: dict[str, str], tmp_path: Path, batch: Runner
) -> None:
    found = written(batch, tmp_path, schema=schema).schema
    assert {name: str(found.field(name).type) for name in types} == types


def test_a_row_of_an_older_run_with_another_schema_fits_the_types_of_this_one(
    tmp_path: Path, batch: Runner
) -> None:
    """Its page is gone, and trafilatura's tags are one text."""
    tagged = page("rain").replace(b"<head>", b'<head><meta name="keywords" content="rain, river">')
    output = tmp_path / "out.parquet"
    runs: dict[str, Schema] = {"a.html": "trafilatura", "b.html": "articlex"}
    for name, schema in runs.items():
        fill(tmp_path / "site", {name: tagged})
        render = RenderOptions(schema=schema, fields=("title", "tags"))
        batch(tmp_path / "site", output=output, job=Job(render=render))
        (tmp_path / "site" / name).unlink()
    assert parquet.read_table(output)["tags"].to_pylist() == [["rain;river"], ["rain", "river"]]


@pytest.mark.parametrize("schema", get_args(Schema))
def test_a_file_without_rows_has_its_columns(schema: Schema, tmp_path: Path, batch: Runner) -> None:
    (tmp_path / "site").mkdir()
    output = tmp_path / "out.parquet"
    options = RenderOptions(schema=schema, with_blocks=True)
    batch(tmp_path / "site", output=output, job=Job(render=options))
    assert parquet.read_table(output).schema.names == list(record_names(options))


def test_values_of_columns_for_which_json_has_no_type(tmp_path: Path, batch: Runner) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    columns = {
        "html": [page("rain")],
        "day": [date(2024, 5, 6)],
        "at": [datetime(2024, 5, 6, 10, 30, tzinfo=UTC)],
        "raw": ["é".encode() + b"\xff"],
        "score": [float("nan")],
        "price": [Decimal("1.50")],
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "in.parquet")
    reading = Reading(keep=tuple(columns)[1:])
    job = Job(render=RenderOptions(fields=("input",), input="{}"))
    batch(tmp_path / "in.parquet", output=tmp_path / "out.jsonl", job=job, select={"reading": reading})
    assert json.loads((tmp_path / "out.jsonl").read_text())["input"] == {
        "day": "2024-05-06",
        "at": "2024-05-06T10:30:00+00:00",
        "raw": "é\ufffd",
        "score": None,
        "price": "1.50",
    }
