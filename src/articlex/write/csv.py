"""The article as a row of a CSV file (RFC 4180, but with line feeds)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from articlex.write.control import strip_controls
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.schemas import record_for, record_names

if TYPE_CHECKING:
    from articlex.article import Article


def write_csv(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """One row. Lists of strings are joined by ``; ``, other structures are JSON, None is an empty cell."""
    return _row(strip_controls(_flat(value)) for value in record_for(article, options).values())


def csv_header(options: RenderOptions = DEFAULTS) -> str:
    """The header row, with the names of the fields."""
    return _row(record_names(options))


def _row(values: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerow(values)
    return buffer.getvalue()


def _flat(value: Any) -> str:
    """A value as the text of a cell."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
