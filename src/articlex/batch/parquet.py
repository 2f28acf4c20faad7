"""JSON rows as one Parquet file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import chain, islice
from typing import IO, Any

from articlex.errors import UsageError

#: Rows of a row group: of records of 10 KB, 10 MB in memory.
_GROUP = 1000
_LISTS = frozenset({"authors", "categories", "tags", "warnings"})
_NUMBERS = frozenset({"confidence", "coverage", "reading_time"})
_INTEGERS = frozenset({"word_count"})


def require_pyarrow() -> None:
    """Raise UsageError when pyarrow is not installed."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise UsageError("Parquet needs the package pyarrow (pip install 'articlex[parquet]')") from None


def write_parquet(rows: Iterable[bytes], file: IO[bytes]) -> None:
    """Write rows, each a JSON object with the same fields as the first one, to ``file``.

    Lists of names become lists of strings, numbers numbers, and anything nested its JSON text.
    """
    import pyarrow
    from pyarrow import parquet

    rows = iter(rows)
    first = next(rows, None)
    names = list(json.loads(first)) if first else []
    schema = pyarrow.schema([(name, _type(name)) for name in names])
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        rows = chain([first] if first else [], rows)
        while records := [json.loads(row) for row in islice(rows, _GROUP)]:
            columns = {name: [_value(name, record.get(name)) for record in records] for name in names}
            writer.write_table(pyarrow.table(columns, schema=schema))


def _type(name: str) -> Any:
    import pyarrow

    if name in _LISTS:
        return pyarrow.list_(pyarrow.string())
    if name in _NUMBERS:
        return pyarrow.float64()
    return pyarrow.int64() if name in _INTEGERS else pyarrow.string()


def _value(name: str, value: Any) -> Any:
    if value is None or isinstance(value, str):
        return [value] if name in _LISTS and value is not None else value
    if name in _LISTS or name in _NUMBERS or name in _INTEGERS:
        return value
    return json.dumps(value, ensure_ascii=False)
