"""The files below a folder in sorted order, as they are found: even a million of them need no wait."""

from __future__ import annotations

import heapq
import os
import stat
from collections.abc import Container, Iterator, Mapping
from pathlib import PurePath

from articlex.batch.names import STATE, state_beside
from articlex.batch.selection import Selection, opens_as_html
from articlex.batch.unit import Item, kind_of
from articlex.errors import UsageError, reason_and_code

#: Device and inode, which identify a file under any name.
Identity = tuple[int, int]
#: Files that are never read: "" if the file is skipped, or the error if it must not be an input at all.
Avoid = Mapping[Identity, str]

#: Names of one folder that are sorted at once, and in memory.
NAMES_AT_ONCE = 1 << 16
#: Bytes by which HTML is told.
_START = 1 << 10


def identity(info: os.stat_result) -> Identity:
    """The identity of the file, whatever its name."""
    return info.st_dev, info.st_ino


def is_below(path: str, folders: Container[str]) -> bool:
    """Whether an absolute path lies in one of ``folders``, which are absolute too."""
    return any(str(parent) in folders for parent in PurePath(path).parents)


def walk(root: str, selection: Selection, avoid: Avoid) -> Iterator[Item]:
    """The selected files below the folder ``root``, each named by its path within it, in the order of their
    names, folder by folder.

    Skips what is in ``avoid``, and what an earlier run wrote. Symbolic links are skipped too, unless
    ``selection.follow_links``; then each folder is walked once. Raises UsageError for a file that this run
    is going to replace, and OSError if there is no folder.
    """
    visited = {identity(os.stat(root))}
    stack = [_children(root, "")]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        if isinstance(child, Item):
            yield child
            continue
        path, is_output = child
        try:
            info = _info(root, path, selection)
        except OSError as error:
            # Nobody knows whether it is a folder, whose files might be selected; what has gone is not one.
            is_missed = selection.enters(path) and not isinstance(error, FileNotFoundError)
            if (is_missed or selection.takes(path)) and not is_output:
                yield _failed(root, path, error)
            continue
        if info is None or is_avoided(info, avoid, selection.takes(path)) or is_output:
            continue
        if stat.S_ISDIR(info.st_mode):
            is_new = selection.enters(path) and identity(info) not in visited
            if is_new and not os.path.lexists(os.path.join(root, path, STATE)):  # as another run's output has
                visited.add(identity(info))
                stack.append(_children(root, path))
        elif selection.takes(path) or (selection.takes(path, html=True) and _is_html(root, path, info)):
            yield file_item(path, os.path.join(root, path), info)


def is_avoided(info: os.stat_result, avoid: Avoid, taken: bool = True) -> bool:
    """Whether a file is in ``avoid``. Raises UsageError if it is ``taken`` and must not be an input."""
    refusal = avoid.get(identity(info))
    if refusal and taken:
        raise UsageError(refusal)
    return refusal is not None


def _info(root: str, path: str, selection: Selection) -> os.stat_result | None:
    """The status of the file; None for a link that is not followed."""
    full = os.path.join(root, path)
    info = os.lstat(full)
    if not stat.S_ISLNK(info.st_mode):
        return info
    return os.stat(full) if selection.follow_links else None


def file_item(name: str, path: str, info: os.stat_result) -> Item:
    """What is at ``path``, if it is no folder: a file, or an error."""
    if not stat.S_ISREG(info.st_mode):
        return Item(name, path, code="not-a-file", error=f"is {kind_of(info.st_mode)}, not a file")
    # Wrapped to the signed 64 bits of SQLite: a wrong clock may have set a year after 2262.
    modified = (info.st_mtime_ns + (1 << 63)) % (1 << 64) - (1 << 63)
    return Item(name, path, size=info.st_size, mtime_ns=modified)


def _is_html(root: str, path: str, info: os.stat_result) -> bool:
    """Whether a file opens as HTML; False if it cannot be read, or is a pipe, which might keep us waiting."""
    if not stat.S_ISREG(info.st_mode):
        return False
    try:
        with open(os.path.join(root, path), "rb") as file:
            return opens_as_html(file.read(_START))
    except OSError:
        return False


def _failed(root: str, name: str, error: OSError) -> Item:
    """A file, or without a name the folder itself, that cannot be read."""
    path = os.path.join(root, name) if name else root
    told, code = reason_and_code(error)
    return Item(name or ".", path, code=code, error=told)


def _children(root: str, path: str) -> Iterator[tuple[str, bool] | Item]:
    """(path, whether it is the one-file output of an earlier run) for each name in a folder; in the end why
    there are no more of them, if it cannot be listed to its end."""
    folder, last = os.path.join(root, path), ""
    while True:
        try:
            names = _first_names(folder, last)
        except OSError as error:
            yield _failed(root, path, error)
            return
        for name in names:
            is_output = os.path.lexists(os.path.join(folder, state_beside(name)))
            yield f"{path}/{name}" if path else name, is_output
        if len(names) < NAMES_AT_ONCE:
            return
        last = names[-1]


def _first_names(folder: str, after: str) -> list[str]:
    """The first NAMES_AT_ONCE names in ``folder`` that sort after ``after``, in order.

    A folder of a million files is listed sixteen times this way, which costs nothing beside its pages.
    """
    with os.scandir(folder) as entries:
        return heapq.nsmallest(NAMES_AT_ONCE, (entry.name for entry in entries if entry.name > after))
