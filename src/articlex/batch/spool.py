"""Where the rows of a one-file output are kept until all are there: compressed, in append-only parts.

Each run appends to a part of its own. Whatever a part holds beyond the last committed entry, after a
SIGKILL, is never read.
"""

from __future__ import annotations

import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import IO

from articlex.batch.entry import Entry, Where
from articlex.batch.manifest import AT_ONCE, Manifest
from articlex.batch.sinks import output_errors
from articlex.streams import write_all

#: Level 1 makes records 2.5 to 3 times smaller; higher levels cost more time than they save in writing.
_LEVEL = 1
#: The spool is rewritten when it is larger than its live rows by this factor.
_SLACK = 2


class Spool:
    """The parts in the folder ``state``/parts; this run appends to part ``run``."""

    def __init__(self, state: Path, run: int) -> None:
        self._folder = state / "parts"
        self._run = run
        self._offset = 0
        self._out: IO[bytes] | None = None

    def append(self, data: bytes) -> Where:
        """Write a row and return where it is. Raises OutputError."""
        packed = zlib.compress(data, _LEVEL)
        where = Where(None, len(packed), self._run, self._offset)
        with output_errors(self._path(self._run)):
            write_all(self._opened(), packed)
        self._offset += len(packed)
        return where

    def holds(self, entry: Entry) -> bool:
        """Whether the bytes that the entry refers to are there."""
        return entry.offset + entry.bytes <= self._size(entry.part)

    def read(self, entry: Entry) -> bytes | None:
        """The row of an entry; None if it is damaged or its part is gone. Raises OutputError."""
        path = self._path(entry.part)
        with output_errors(path), suppress(FileNotFoundError, zlib.error), path.open("rb") as file:
            file.seek(entry.offset)
            return zlib.decompress(file.read(entry.bytes))
        return None

    def sync(self) -> None:
        """Flush what was appended to the disk. Raises OutputError."""
        if self._out is None:
            return
        with output_errors(self._path(self._run)):
            os.fsync(self._out.fileno())

    def close(self) -> None:
        """Close this run's part. A disk that fails only now has taken all rows: they were synced."""
        if self._out is not None:
            with suppress(OSError):
                self._out.close()

    def compact(self, manifest: Manifest) -> None:
        """Copy the live rows to this run's part and delete the other parts, if that halves the spool."""
        live = manifest.total_bytes()
        parts = list(self._folder.glob("*.part"))
        if sum(path.stat().st_size for path in parts) <= live * _SLACK:
            return
        while moving := list(manifest.entries("bytes > 0 AND part <> ? LIMIT ?", self._run, AT_ONCE)):
            for entry in moving:
                row = self.read(entry)
                if row is None:
                    manifest.update(entry.input, bytes=0, version="")
                    continue
                where = self.append(row)
                manifest.update(entry.input, part=where.part, offset=where.offset)
        self.sync()
        manifest.commit()
        for path in parts:
            if path != self._path(self._run):
                path.unlink()

    def _opened(self) -> IO[bytes]:
        if self._out is None:
            self._folder.mkdir(exist_ok=True)
            self._out = self._path(self._run).open("wb", buffering=0)
        return self._out

    def _size(self, part: int) -> int:
        """The size of a part in bytes, 0 if it is gone."""
        if part == self._run:
            return self._offset
        try:
            return self._path(part).stat().st_size
        except OSError:
            return 0

    def _path(self, part: int) -> Path:
        return self._folder / f"{part:06}.part"
