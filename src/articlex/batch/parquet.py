"""JSON rows as one Parquet file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import islice
from typing import IO, Any

from articlex.write.json import LISTS
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.schemas import record_names

#: Rows of a row group: with records of 10 KB, 10 MB in memory.
_GROUP = 1000
#: Types of the fields of each schema, named as in pyarrow. All others are text, nested values as JSON.
_LIST = "list"
_TYPES = {
    "articlex": {
        **dict.fromkeys(LISTS, _LIST),
        **dict.fromkeys(("confidence", "coverage"), "float64"),
        **dict.fromkeys(("word_count", "reading_time"), "int64"),
    },
    "newspaper": dict.fromkeys(("images", "movies", "keywords", "meta_keywords", "tags", "authors"), _LIST),
    "schemaorg": {"keywords": _LIST, "wordCount": "int64", "isAccessibleForFree": "bool_"},
}


def write_parquet(rows: Iterable[bytes], file: IO[bytes], options: RenderOptions = DEFAULTS) -> None:
    """Write rows, each a JSON object made with ``options``, to ``file``. The columns depend on the options
    alone, not on what the rows contain or whether there are any."""
    import pyarrow
    from pyarrow import parquet

    types = _TYPES.get(options.schema, {})
    names = record_names(options)
    schema = pyarrow.schema([(name, _type(types.get(name))) for name in names])
    rows = iter(rows)
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        while records := [json.loads(row) for row in islice(rows, _GROUP)]:
            columns = {
                name: [_value(record.get(name), types.get(name)) for record in records] for name in names
            }
            writer.write_table(pyarrow.table(columns, schema=schema))


def _type(name: str | None) -> Any:
    import pyarrow

    return pyarrow.list_(pyarrow.string()) if name == _LIST else getattr(pyarrow, name or "string")()


def _value(value: Any, type_name: str | None) -> Any:
    """A value of a record for a column of this type (a value of ``_TYPES``, None for text)."""
    if isinstance(value, str):
        # A row that an older run made under another schema may have text where this one has a list.
        return [value] if type_name == _LIST else value
    return value if type_name or value is None else json.dumps(value, ensure_ascii=False)
