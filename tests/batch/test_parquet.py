"""One Parquet file of many pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

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


@pytest.mark.parametrize("schema", get_args(Schema))
def test_a_file_without_rows_has_its_columns(schema: Schema, tmp_path: Path, batch: Runner) -> None:
    (tmp_path / "site").mkdir()
    output = tmp_path / "out.parquet"
    options = RenderOptions(schema=schema, with_blocks=True)
    batch(tmp_path / "site", output=output, job=Job(render=options))
    assert parquet.read_table(output).schema.names == list(record_names(options))
