"""The sink that collects all rows in one file, compressed if its extension says so.

Rows go to a spool as they come. The file itself is written at the end, in the order of the input, to a
temporary file that then takes its place. So the file is always that of a complete run, and its bytes depend
neither on the number of workers nor on how often the run was killed.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from articlex.batch.codecs import packed, split_ending
from articlex.batch.entry import Entry, Where
from articlex.batch.manifest import Manifest
from articlex.batch.sinks import OutputError, Sink, output_errors
from articlex.batch.spool import Spool
from articlex.batch.unit import Item, Row
from articlex.errors import UsageError
from articlex.placing import is_special, placed
from articlex.write.control import as_utf8, escape_controls, json_shown
from articlex.write.formats import FORMATS, together
from articlex.write.options import RenderOptions


def row_format(name: str) -> str:
    """The format of the rows of a file in format ``name``: Parquet is made from JSON rows."""
    return "jsonl" if name == "parquet" else name


class OneFileSink(Sink):
    """The file ``path`` in format ``name``, a key of FORMATS or "parquet", with rows made with ``render``.
    ``state`` is the folder of the manifest."""

    def __init__(self, path: Path, name: str, state: Path, render: RenderOptions, manifest: Manifest) -> None:
        self._path = path
        self._name = name
        self._render = render
        self._temporary = state / "assembled"
        self._manifest = manifest
        self._spool = Spool(state, manifest.run)

    def holds(self, entry: Entry) -> bool:
        """Whether the row is in the spool."""
        return not entry.bytes or self._spool.holds(entry)

    def write(self, item: Item, row: Row, entry: Entry | None) -> Where:
        """Append the row to the spool."""
        output = row.output
        if output is None and row.status == "failed" and self._records_failures:
            output = self._failure(item, row)
        return self._spool.append(output) if output is not None else Where()

    def planned(self, item: Item) -> str:
        """The file."""
        return os.fspath(self._path)

    def sync(self) -> None:
        """Flush the spool to the disk."""
        self._spool.sync()

    def finish(self, changed: bool, interrupted: Callable[[], int]) -> None:
        """Write the file, unless it exists and nothing has changed."""
        there = self._stamp()
        is_foreign = self._manifest.meta("assembled") is None and self._holds_text
        # A pipe or a device does not keep what was written to it.
        if changed or is_special(self._path) or not there or self._manifest.meta("assembled") != there:
            # Committed before the file is there: after a kill, the next run must know the file as its own.
            self._manifest.set_meta("assembled", "")
            self._manifest.commit()
            self._assemble(interrupted)
            self._manifest.set_meta("assembled", self._stamp())
            if is_foreign:
                self._note_replaced(os.fspath(self._path))
        self._spool.compact(self._manifest)

    def close(self) -> None:
        """Close the spool."""
        self._spool.close()

    def _stamp(self) -> str:
        """Size and modification time of the file, to recognise it as ours; "" if there is none."""
        try:
            info = self._path.stat()
        except OSError:
            return ""
        return f"{info.st_size} {info.st_mtime_ns}"

    @property
    def _holds_text(self) -> bool:
        """Whether there is a file that is not empty."""
        try:
            return self._path.is_file() and self._path.stat().st_size > 0
        except OSError:
            return False

    @property
    def _records_failures(self) -> bool:
        """Whether a page that failed has a row: only our own schema has fields for that."""
        return row_format(self._name) in ("json", "jsonl") and self._render.schema == "articlex"

    def _failure(self, item: Item, row: Row) -> bytes:
        """The row of a page that failed."""
        from articlex.write.json import failure_record

        record = failure_record(
            as_utf8(item.name), row.code, row.error, item.kept if self._render.input is not None else None
        )
        if self._render.fields:
            record = {name: record.get(name) for name in self._render.fields}
        indent = 2 if self._name == "json" else None
        return (json_shown(record, indent) + "\n").encode()

    def _assemble(self, interrupted: Callable[[], int]) -> None:
        """Write all rows to a temporary file that then takes the place of the file."""
        try:
            with output_errors(self._path), placed(self._path, self._temporary, interrupted) as draft:
                self._fill(draft.file)
        except UsageError as error:
            raise OutputError(str(error)) from None

    def _fill(self, file: IO[bytes]) -> None:
        """Write all rows to ``file``, in its format."""
        if self._name == "parquet":
            from articlex.batch.parquet import write_parquet

            write_parquet((row for _, row in self._rows()), file, self._render)
            return
        fit = self._in_columns if self._name == "csv" else bytes
        rows = ((escape_controls(name), fit(row)) for name, row in self._rows())
        with packed(file, split_ending(self._path.name)[1]) as stream:
            for piece in together(rows, self._name, self._render):
                stream.write(piece)

    def _in_columns(self, row: bytes) -> bytes:
        """``row``, a header and a row of CSV, in this run's columns: an older run may have had others."""
        header = FORMATS["csv"].head(self._render)
        if row.startswith(header.encode()):
            return row
        limit = csv.field_size_limit(len(row))
        try:
            old_names, values = csv.reader(io.StringIO(row.decode(), newline=""))
        finally:
            csv.field_size_limit(limit)
        (names,) = csv.reader([header])
        moved = io.StringIO()
        value_of = dict(zip(old_names, values, strict=True))
        csv.writer(moved, lineterminator="\n").writerow(value_of.get(name, "") for name in names)
        return (header + moved.getvalue()).encode()

    def _rows(self) -> Iterator[tuple[str, bytes]]:
        """The names and rows of the inputs, in the order of the input, after those that this run did not see.

        If any row is damaged, raises OutputError after the last one; the next run makes the row anew.
        """
        damaged = []
        for entry in self._manifest.entries("bytes > 0 ORDER BY run, seq, sub"):
            row = self._spool.read(entry)
            if row is None:
                damaged.append(entry.input)
            else:
                yield entry.input, row
        for name in damaged:
            self._manifest.update(name, bytes=0, version="")
        if damaged:
            many = f"{len(damaged):,} rows are" if len(damaged) > 1 else "a row is"
            raise OutputError(f"cannot write {self._path}: {many} damaged; run again")
