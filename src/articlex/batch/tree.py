"""The sink that mirrors the input: one file for each page, below one folder."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from articlex.batch.entry import Entry, Where
from articlex.batch.listing import Listed
from articlex.batch.manifest import Manifest
from articlex.batch.names import STATE, folded, marked_name, plain_name, rank
from articlex.batch.sinks import MisplacedError, OutputError, Sink, output_errors
from articlex.batch.unit import Item, Row
from articlex.errors import UsageError
from articlex.placing import same_file


class TreeSink(Sink):
    """Files with the extension ``extension`` below ``folder``.

    A file appears whole, by ``os.replace``, or not at all. None is synced: one whose data was lost in a crash
    has another size, and is written again. Nothing is written outside ``folder``, not through a symbolic link
    either, and no input is replaced; ``listed`` knows those that are no SOURCE.
    """

    def __init__(self, folder: Path, extension: str, manifest: Manifest, listed: Listed) -> None:
        self._folder = os.fspath(folder)
        self._real = os.path.realpath(folder)
        self._extension = extension
        self._manifest = manifest
        self._listed = listed
        self._temporary = os.path.join(self._folder, STATE, "tmp")
        self._dry = True

    def open(self) -> None:
        """Make the folder for temporary files, and remove what a killed run left there."""
        self._dry = False
        with output_errors(self._temporary):
            os.makedirs(self._temporary, exist_ok=True)
            for left in os.listdir(self._temporary):
                os.unlink(os.path.join(self._temporary, left))

    def place(self, item: Item) -> None:
        """Claim the plain name for the item, or the marked one if an input of lower rank holds the plain one.

        Raises UsageError where :meth:`write` would, in a dry run.
        """
        self._claim(item)
        if self._dry:
            self._spare_input(self._path(item.name), item, self._manifest.get(item.name))

    def _claim(self, item: Item) -> None:
        """Give the item its claim, and move the file of an input that has to give up the plain name."""
        claim = folded(plain_name(item.name, self._extension))
        holder = self._manifest.claimant(claim)
        if holder == item.name:
            return
        if holder is not None:
            if rank(holder) < rank(item.name):
                self._manifest.set_claim(item, folded(marked_name(item.name, self._extension)))
                return
            self._evict(holder)
        self._manifest.set_claim(item, claim)

    def holds(self, entry: Entry) -> bool:
        """Whether the file is there with its size, under the name that the input has today."""
        if entry.output is None:
            return True
        if entry.output != self._path(entry.input):
            return False
        try:
            return os.lstat(os.path.join(self._folder, entry.output)).st_size == entry.bytes
        except OSError:
            return False

    def write(self, item: Item, row: Row, entry: Entry | None) -> Where:
        """Write the file, and remove the item's old one if it has another name, or none today.

        Raises UsageError if an input is at that path.
        """
        old = entry.output if entry else None
        where = Where()
        if row.output is not None:
            path = self._path(item.name)
            self._spare_input(path, item, entry)
            if old is None:
                self._manifest.announce(item, path)
            is_foreign = old != path and self._holds_text(path)
            self._put(path, row.output)
            if is_foreign:
                self._note_replaced(os.path.join(self._folder, path))
            where = Where(path, len(row.output))
        if old is not None and old != where.output and not self._is_taken(old, item.name):
            self._unlink(old)
        return where

    def planned(self, item: Item) -> str:
        """The path of the file below the folder."""
        return os.path.join(self._folder, self._path(item.name))

    def remove(self, entry: Entry) -> None:
        """Remove the file, and the folders that become empty by it."""
        if entry.output is None or self._is_taken(entry.output, entry.input):
            return
        self._unlink(entry.output)
        # The output folder itself holds that of the manifest.
        with suppress(OSError):
            os.removedirs(os.path.join(self._folder, os.path.dirname(entry.output)))

    def _path(self, name: str) -> str:
        """The path below the folder that belongs to the input by its claim."""
        plain = plain_name(name, self._extension)
        holder = self._manifest.claimant(folded(plain))
        return plain if holder in (None, name) else marked_name(name, self._extension)

    def _is_taken(self, path: str, name: str) -> bool:
        """Whether the file that was the output of the input ``name`` is now that of another one, which is
        entitled to the path."""
        holder = self._manifest.claimant(folded(path))
        other = self._manifest.get(holder) if holder is not None and holder != name else None
        if other is None or other.output is None:
            return False
        return same_file(os.path.join(self._folder, path), os.path.join(self._folder, other.output))

    def _spare_input(self, path: str, item: Item, entry: Entry | None) -> None:
        """Raise UsageError if the file at ``path`` is an input and not the output of an earlier run."""
        full = os.path.join(self._folder, path)
        if entry is not None and entry.output == path:
            return
        if same_file(item.path, full) or self._listed.names(full):
            raise UsageError(f"the output {full} would replace an input: choose another folder")

    def _evict(self, holder: str) -> None:
        """Move the output of an input of higher rank, which has to give up its plain name, to its marked
        name.

        It is committed as lost before it is moved. After a kill in between, the next run makes it anew
        instead of taking another page's file for it.
        """
        marked = marked_name(holder, self._extension)
        entry = self._manifest.get(holder)
        self._manifest.update(holder, version="", claim=folded(marked))
        if entry is None or entry.output is None:
            return
        self._manifest.commit()
        self._move(entry.output, marked)
        self._manifest.update(holder, version=entry.version, output=marked)

    def _move(self, old: str, new: str) -> None:
        """Move a file within the folder, if it is there."""
        if self._dry:
            return
        full = os.path.join(self._folder, new)
        try:
            with output_errors(full), suppress(FileNotFoundError):
                self._prepare(new)
                os.replace(os.path.join(self._folder, old), full)
        except MisplacedError as error:
            raise OutputError(str(error)) from None

    def _holds_text(self, path: str) -> bool:
        """Whether there is a file, or a link, that is not empty."""
        try:
            return os.lstat(os.path.join(self._folder, path)).st_size > 0
        except OSError:
            return False

    def _put(self, path: str, data: bytes) -> None:
        """Write a file to a temporary place and move it to ``path``."""
        self._prepare(path)
        temporary, full = os.path.join(self._temporary, "page"), os.path.join(self._folder, path)
        with output_errors(full, of_page=True):
            with open(temporary, "wb") as file:
                file.write(data)
            os.replace(temporary, full)

    def _prepare(self, path: str) -> None:
        """Make the folders of ``path``. Raises MisplacedError if they lead out of the output folder."""
        full = os.path.join(self._folder, os.path.dirname(path))
        if not self._is_inside(full):
            raise MisplacedError(f"{full} leads out of the output folder")
        with output_errors(full, of_page=True):
            os.makedirs(full, exist_ok=True)

    def _is_inside(self, folder: str) -> bool:
        """Whether ``folder``, which need not exist yet, lies in the output folder once links are resolved."""
        return os.path.join(os.path.realpath(folder), "").startswith(os.path.join(self._real, ""))

    def _unlink(self, path: str) -> None:
        """Remove a file, unless links lead out of the folder."""
        full = os.path.join(self._folder, path)
        if not self._is_inside(os.path.dirname(full)):
            return
        with output_errors(full), suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            os.unlink(full)
