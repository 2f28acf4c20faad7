"""The file of a manifest: opening it to read, and errors of SQLite that name it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from articlex.errors import ArticlexError


class ManifestError(ArticlexError):
    """The manifest cannot be read or written."""

    code = "manifest"


class guarded:  # noqa: N801 -- reads as a statement: with guarded(file)
    """Turn what SQLite raises into a ManifestError with the file's name."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.Error):
            raise ManifestError(f"{self._file}: {error}") from error


def read_manifest(state: Path) -> sqlite3.Connection:
    """The manifest in the folder ``state``, opened read-only; a run may be writing it.

    Raises ManifestError if there is none.
    """
    file = state / "manifest.sqlite"
    if not file.is_file():
        raise ManifestError(f"no manifest at {file}")
    with guarded(file):
        try:
            return _opened(file, "mode=ro")
        except sqlite3.OperationalError:
            log = Path(f"{file}-wal")
            if log.exists() and log.stat().st_size:
                raise
            # Even for reading, SQLite creates a file beside it, and we may not write there.
            return _opened(file, "immutable=1")


def has_assembled(state: Path) -> bool:
    """Whether a run with its manifest in ``state`` has written its one file."""
    try:
        with closing(read_manifest(state)) as manifest:
            return manifest.execute("SELECT 1 FROM meta WHERE name = 'assembled'").fetchone() is not None
    except (ManifestError, sqlite3.Error):
        return False


def _opened(file: Path, how: str) -> sqlite3.Connection:
    """A connection to the manifest in ``file``. Raises ManifestError if it is none."""
    db = sqlite3.connect(f"{file.absolute().as_uri()}?{how}", uri=True)
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'page'").fetchone():
        db.close()
        raise ManifestError(f"{file} is no manifest of articlex, or a run is just beginning it")
    return db
