"""The manifest records in SQLite what was done with each input, so that a second run does only the rest.

The file is ``.articlex/manifest.sqlite`` in the output folder. In WAL mode, what is committed survives a
SIGKILL at any point, and ``articlex status`` can read while a run writes. A row is committed only after
its output is in place; a run killed in between does those pages again and writes the same bytes. Where a
first output is about to appear is committed before.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from articlex.batch.entry import Entry, Where, given, is_selected, stored
from articlex.batch.manifest_file import ManifestError, guarded, read_manifest
from articlex.batch.selection import Selection
from articlex.batch.sources import Archive, Known
from articlex.batch.unit import Item, Row

#: Incremented when a column is removed or changes its meaning; a manifest of another format is started anew.
_FORMAT = 1

#: Seconds between two commits: the most work that the next run repeats after a SIGKILL.
_COMMIT_SECONDS = 1.0
_COMMIT_ROWS = 256
#: Bytes reserved for the last commit of a run that has filled the disk: _COMMIT_ROWS rows and their indexes
#: take a quarter of it if the names come in order.
_ROOM = 1 << 20
#: Entries that are in memory at once when many are changed.
AT_ONCE = 10_000

#: The pages of one archive. The second condition lets SQLite use the partial index instead of reading all
#: rows.
_OF_ARCHIVE = "archive = ? AND archive <> ''"

#: What a page is in its file: the name of a page of an archive without that of the archive. As bytes, since
#: that is how a name that is not UTF-8 is stored.
_MEMBER = (
    "CASE archive WHEN '' THEN '' ELSE substr(CAST(input AS BLOB), length(CAST(archive AS BLOB)) + 1) END"
)
#: The pages that a run did not see under their names, but has read under others. Standard input has the path
#: of a file called "-".
_NAMED_OTHERWISE = (
    f"run < ? AND path NOT LIKE '%/-' AND (path, {_MEMBER}) IN "
    f"(SELECT path, {_MEMBER} FROM page WHERE run = ? AND status NOT IN ('failed', 'pending'))"
)

#: The run that last read an archive to its end.
_LAST = "(SELECT run FROM archive WHERE input = ?)"
#: The columns of a page that are fields of its row.
_OF_ROW = ("status", "verdict", "confidence", "ms", "code", "error")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (
  input TEXT PRIMARY KEY, path TEXT NOT NULL, archive TEXT NOT NULL,
  size INTEGER, mtime_ns INTEGER, sha256 TEXT NOT NULL,
  options TEXT NOT NULL, version TEXT NOT NULL,
  status TEXT NOT NULL, verdict TEXT NOT NULL, confidence REAL NOT NULL,
  output TEXT, claim TEXT UNIQUE, bytes INTEGER NOT NULL DEFAULT 0,
  part INTEGER NOT NULL DEFAULT 0, offset INTEGER NOT NULL DEFAULT 0,
  ms REAL NOT NULL, code TEXT NOT NULL, error TEXT NOT NULL,
  run INTEGER NOT NULL, seq INTEGER NOT NULL, sub INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS page_order ON page (run, seq, sub);
CREATE INDEX IF NOT EXISTS page_archive ON page (archive) WHERE archive <> '';
CREATE TABLE IF NOT EXISTS archive (
  input TEXT PRIMARY KEY, size INTEGER, mtime_ns INTEGER, options TEXT NOT NULL, version TEXT NOT NULL,
  run INTEGER NOT NULL
);
"""


class Manifest:
    """The manifest in the folder ``state``, opened for one run.

    ``options`` and ``version`` say how pages are extracted now, ``selection`` which pages of an archive are
    taken, and ``reading`` how they are found in it; entries made otherwise are out of date. With ``dry``,
    only a temporary copy of the file is changed.

    Raises ManifestError if the file is not a manifest or the disk refuses it.
    """

    def __init__(
        self,
        state: Path,
        options: str,
        version: str,
        selection: str = "",
        reading: str = "",
        *,
        dry: bool = False,
    ) -> None:
        self.file = state / "manifest.sqlite"
        self._options, self._version = options, version
        self._of_members = f"{options} {reading}"
        self._of_archives = f"{options} {reading} {selection}"
        self._dirty = 0
        self._committed = time.monotonic()
        with guarded(self.file):
            self._db = sqlite3.connect("" if dry else self.file, isolation_level=None)
            if dry and self.file.exists():
                with closing(read_manifest(state)) as there:
                    there.backup(self._db)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._open_format()
            self._db.execute("BEGIN")
            self.run = int(self.meta("run") or 0) + 1
            self.set_meta("run", self.run)
        self._room = state / "room"
        if not dry:
            self._keep_room()

    def _open_format(self) -> None:
        self._db.executescript(_SCHEMA)
        if self.meta("format") not in (None, _FORMAT):
            self._db.executescript("DROP TABLE page; DROP TABLE archive; DROP TABLE meta;" + _SCHEMA)
        self.set_meta("format", _FORMAT)

    def meta(self, name: str) -> Any:
        """A value kept for the whole output, or None."""
        return self._value("SELECT value FROM meta WHERE name = ?", name)

    def set_meta(self, name: str, value: Any) -> None:
        """Keep a value for the whole output."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def outdate(self) -> None:
        """Note that the one file is no longer what the entries say."""
        self._write("UPDATE meta SET value = '' WHERE name = 'assembled'")

    def get(self, name: str) -> Entry | None:
        """The entry of an input."""
        return next(self.entries("input = ?", name), None)

    def is_current(self, entry: Entry) -> bool:
        """Whether the entry was made with the options and version of this run."""
        return entry.options == self._options_of(entry.archive) and entry.version == self._version

    def _options_of(self, archive: str) -> str:
        return self._of_members if archive else self._options

    def record(self, item: Item, row: Row, where: Where) -> None:
        """Record what became of an item in this run. Its claim on an output path is kept."""
        columns = self._seen(item) | where._asdict() | {"sha256": row.digest}
        columns |= {name: getattr(row, name) for name in _OF_ROW}
        names = ("input", *columns)
        updates = ",".join(f"{name}=excluded.{name}" for name in columns)
        self._write(
            f"INSERT INTO page ({','.join(names)}) VALUES ({','.join('?' * len(names))}) "
            f"ON CONFLICT (input) DO UPDATE SET {updates}",
            *(item.name, *columns.values()),
        )

    def see(self, item: Item) -> None:
        """Record that an unchanged item was seen: its place in this run, its size and its time."""
        self.update(item.name, **self._seen(item))

    def _seen(self, item: Item) -> dict[str, Any]:
        """The columns that say where an item was seen, and how it is extracted now."""
        return {
            "path": os.path.abspath(item.path),
            "archive": item.archive,
            "size": item.size,
            "mtime_ns": item.mtime_ns,
            "options": self._options_of(item.archive),
            "version": self._version,
            "run": self.run,
            "seq": item.seq,
            "sub": item.sub,
        }

    def claimant(self, claim: str) -> str | None:
        """The input that holds the claim on an output path, or None."""
        name: str | None = self._value("SELECT input FROM page WHERE claim = ?", claim)
        return name

    def set_claim(self, item: Item, claim: str | None) -> None:
        """Give an input the claim on an output path, or none."""
        self._write(
            "INSERT INTO page (input, path, archive, sha256, options, version, status, verdict, confidence,"
            " ms, code, error, run, seq, sub, claim) VALUES (?,?,?,'','','','pending','',0,0,'','',0,0,0,?)"
            " ON CONFLICT (input) DO UPDATE SET claim=excluded.claim",
            *(item.name, os.path.abspath(item.path), item.archive, claim),
        )

    def announce(self, item: Item, output: str) -> None:
        """Commit where the first output of an item is about to appear: if the run is killed before it records
        the item, and the input goes, the file would otherwise be nobody's."""
        self.update(item.name, output=output)
        self.commit()

    def update(self, name: str, **columns: Any) -> None:
        """Change columns in the entry of an input. Without a version, its output is not relied on."""
        changes = ", ".join(f"{column} = ?" for column in columns)
        self._write(f"UPDATE page SET {changes} WHERE input = ?", *columns.values(), name)

    def see_archive(self, archive: Archive) -> bool:
        """Record that an archive, and so all its pages, are unchanged. Returns whether its place in the order
        is another one. Pages that were not in the archive when it was last read stay unseen.
        """
        name, seq = archive.name, archive.item.seq
        query = f"SELECT 1 FROM page WHERE {_OF_ARCHIVE} AND seq <> ? AND run = {_LAST} LIMIT 1"
        moved = self._value(query, name, seq, name)
        self._write(
            f"UPDATE page SET run=?, seq=? WHERE {_OF_ARCHIVE} AND run = {_LAST}",
            *(self.run, seq, name, name),
        )
        self._write("UPDATE archive SET run = ? WHERE input = ?", self.run, name)
        return moved is not None

    def finish_archive(self, archive: Archive) -> None:
        """Record that all pages of an archive are done."""
        item = archive.item
        self._write(
            "INSERT OR REPLACE INTO archive VALUES (?,?,?,?,?,?)",
            *(item.name, item.size, item.mtime_ns, self._of_archives, self._version, self.run),
        )

    def has_read(self, archive: str) -> bool:
        """Whether all pages of an archive were seen in this run."""
        query = "SELECT 1 FROM archive WHERE input = ? AND run = ?"
        return self._value(query, archive, self.run) is not None

    def has_seen_any(self) -> bool:
        """Whether this run has seen a page."""
        return self._value("SELECT 1 FROM page WHERE run = ? LIMIT 1", self.run) is not None

    def known_archives(self) -> dict[str, Known]:
        """The archives that were read to their end, with a stamp if that was with the options of this run."""
        path = f"SELECT path FROM page WHERE {_OF_ARCHIVE.replace('?', 'known.input')} LIMIT 1"
        query = (
            f"SELECT input, coalesce(({path}), ''), size, mtime_ns, options = ? AND version = ? "
            "FROM archive AS known"
        )
        return {
            name: Known(path, (size, mtime_ns) if current else None)
            for name, path, size, mtime_ns, current in self._rows(query, self._of_archives, self._version)
        }

    def pages_of(self, archive: str) -> Iterator[Entry]:
        """The pages that were in an archive when it was last read to its end."""
        return self.entries(f"{_OF_ARCHIVE} AND run >= {_LAST}", archive, archive)

    def counts_of(self, archive: str) -> dict[tuple[str, str], int]:
        """The number of pages of an archive that this run has seen, by (status, verdict)."""
        query = f"SELECT status, verdict, count(*) FROM page WHERE {_OF_ARCHIVE} AND run = ? GROUP BY 1, 2"
        rows = self._rows(query, archive, self.run)
        return {(status, verdict): count for status, verdict, count in rows}

    def gone(self, selection: Selection) -> Iterator[Entry]:
        """The entries that this run did not see, and whose file is gone or is an archive that was read and
        does not contain them. Pages of archives that ``selection`` skips are not known to be gone. The caller
        may forget entries as they come."""
        for entry in self._by_name("run < ?", self.run):
            missed = entry.archive and self.has_read(entry.archive)
            if _is_gone(entry.path) or (missed and is_selected(entry, selection)):
                yield entry

    def named_otherwise(self) -> Iterator[Entry]:
        """The entries that this run did not see, but whose pages it has read, without failing, under other
        names: those of another SOURCE. The caller may forget entries as they come."""
        return self._by_name(_NAMED_OTHERWISE, self.run, self.run)

    def count_named_otherwise(self) -> int:
        """How many entries :meth:`named_otherwise` has."""
        count: int = self._value(f"SELECT count(*) FROM page WHERE {_NAMED_OTHERWISE}", self.run, self.run)
        return count

    def _by_name(self, where: str, *values: Any) -> Iterator[Entry]:
        """The entries that an SQL condition selects, in the order of their names. The caller may forget
        entries as they come."""
        last = ""
        query = f"{where} AND input > ? ORDER BY input LIMIT ?"
        while found := list(self.entries(query, *values, last, AT_ONCE)):
            last = found[-1].input
            yield from found

    def entries(self, where: str, *values: Any) -> Iterator[Entry]:
        """The entries that an SQL condition, with or without an order, selects."""
        return map(
            Entry._make, self._rows(f"SELECT {','.join(Entry._fields)} FROM page WHERE {where}", *values)
        )

    def total_bytes(self) -> int:
        """The size of all outputs together, in bytes."""
        total: int = self._value("SELECT coalesce(sum(bytes), 0) FROM page")
        return total

    def forget(self, name: str) -> None:
        """Remove an input's entry. Its archive, unless this run has read it, is no longer one whose pages are
        all known: were it to come back as it was, it would else be left alone, without pages."""
        archive = "(SELECT archive FROM page WHERE input = ?)"
        self._write(f"DELETE FROM archive WHERE input = {archive} AND run < ?", name, self.run)
        self._write("DELETE FROM page WHERE input = ?", name)

    def due(self) -> bool:
        """Whether it is time to commit."""
        if not self._dirty:
            return False
        return self._dirty >= _COMMIT_ROWS or time.monotonic() - self._committed > _COMMIT_SECONDS

    def commit(self) -> None:
        """Commit what was recorded."""
        with guarded(self.file):
            self._db.execute("COMMIT")
            self._db.execute("BEGIN")
        self._dirty = 0
        self._committed = time.monotonic()

    def rescue(self) -> None:
        """Commit what was recorded before the run failed; on a full disk this uses the reserved room."""
        self._give_room()
        try:
            self.commit()
        except ManifestError:
            # SQLite has rolled back by itself if the disk refused its own file.
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            self._db.execute("BEGIN")

    def _keep_room(self) -> None:
        """Reserve the bytes for the last commit, if the disk has them."""
        try:
            if not self._room.exists():
                # Random bytes, as zeros would take no room on a file system that compresses.
                self._room.write_bytes(os.urandom(_ROOM))
        except OSError:
            self._give_room()

    def _give_room(self) -> None:
        try:
            self._room.unlink(missing_ok=True)
        except OSError:
            return

    def close(self) -> None:
        """Commit and close."""
        self._give_room()
        with guarded(self.file):
            if self._db.in_transaction:
                self._db.execute("COMMIT")
            self._db.close()

    def _rows(self, query: str, *values: Any) -> Iterator[tuple[Any, ...]]:
        with guarded(self.file):
            for row in self._db.execute(query, [*map(stored, values)]):
                yield tuple(map(given, row))

    def _value(self, query: str, *values: Any) -> Any:
        """The first column of the first row, None if there is none."""
        return next(self._rows(query, *values), (None,))[0]

    def _write(self, query: str, *values: Any) -> None:
        with guarded(self.file):
            self._db.execute(query, [*map(stored, values)])
        self._dirty += 1


def _is_gone(path: str) -> bool:
    """Whether a file is known not to exist: not so if we are not permitted to look."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
