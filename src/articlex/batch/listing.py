"""The inputs named in a list of files, any of which may be in the place of an output."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from articlex.batch.names import STATE
from articlex.batch.sinks import output_errors
from articlex.batch.sources import Sources, listed_paths, opened
from articlex.batch.walk import Identity, identity


def keep_list(sources: Sources, folder: Path, copy: Path) -> Sources:
    """``sources`` with its list copied to ``copy``, if the list comes from standard input, which can be read
    only once, and there are files in the output ``folder`` that it might name. Raises OutputError.

    Otherwise the list is read as it comes: nothing that it names can be in the place of an output.
    """
    if sources.files_from != "-" or sys.stdin is None or not _holds_files(folder):
        return sources
    with output_errors(copy), opened("-") as stream, copy.open("wb") as file:
        shutil.copyfileobj(stream, file)
    return sources._replace(list_copy=str(copy))


def _holds_files(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return any(entry.name != STATE for entry in entries)
    except OSError:
        return False


class Listed:
    """The files and folders in the list of ``sources``, which is read on first use, and the files that are
    ``needed`` besides."""

    def __init__(self, sources: Sources, needed: Sequence[str] = ()) -> None:
        self._sources = sources
        self._needed = needed
        self._files: set[Identity] | None = None
        self._folders: list[str] = []

    def names(self, path: str) -> bool:
        """Whether there is a file ``path`` that is needed, in the list, or selected from a folder in it."""
        try:
            info = os.stat(path)
        except (OSError, ValueError):
            return False
        if self._files is None:
            self._files = self._read()
        if identity(info) in self._files:
            return True
        return any(self._sources.selection.takes_from(folder, path) for folder in self._folders)

    def _read(self) -> set[Identity]:
        """The files in the list and those that are needed; its folders are kept apart. A list that cannot be
        read has none."""
        files = set()
        try:
            for path in chain(self._needed, listed_paths(self._sources)):
                try:
                    info = os.stat(path)
                except (OSError, ValueError):
                    continue
                if stat.S_ISDIR(info.st_mode):
                    self._folders.append(path)
                else:
                    files.add(identity(info))
        except OSError:
            pass  # the run itself reports that the list cannot be read
        return files
