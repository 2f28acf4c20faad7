"""The files below a folder, sorted, as they are found: a folder of a million files starts at once."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlex.batch.names import STATE, state_beside
from articlex.batch.selection import Selection
from articlex.batch.unit import io_code, kind_of
from articlex.errors import UsageError
from articlex.stderr import reason

#: Device and inode: what a file is, whatever its name.
Identity = tuple[int, int]
#: What is not read, and why it must not be an input either; "" where it is simply passed over.
Avoid = Mapping[Identity, str]

NOT_A_FILE = "not-a-file"

#: Names of one folder in memory, at most twice as many.
NAMES_AT_ONCE = 1 << 16


class Found(NamedTuple):
    """A file: its path within the folder, size and modification time, or why it cannot be read."""

    path: str
    size: int = -1
    mtime_ns: int = 0
    code: str = ""
    error: str = ""


def identity(info: os.stat_result) -> Identity:
    """What the file is, whatever its name."""
    return info.st_dev, info.st_ino


def modified(info: os.stat_result) -> int:
    """The time of the last change in nanoseconds, in the 64 bits of the manifest: a clock that was wrong may
    have said a year after 2262."""
    return (info.st_mtime_ns + (1 << 63)) % (1 << 64) - (1 << 63)


def walk(root: str, selection: Selection, avoid: Avoid) -> Iterator[Found]:
    """The selected files below the folder ``root`` in the order of their names, folder by folder.

    Never enters a folder or takes a file in ``avoid``, nor what an earlier run wrote. Symbolic links are
    passed over; with ``selection.follow_links`` they are followed, and each folder is walked once. Raises
    UsageError for a file that this run is to replace.
    """
    visited = {identity(os.stat(root))}
    stack: list[Iterator[tuple[str, bool]]] = []
    yield from _enter(root, "", stack)
    while stack:
        try:
            path, is_output = next(stack[-1])
        except StopIteration:
            stack.pop()
            continue
        try:
            info = _info(root, path, selection)
        except OSError as error:
            if selection.takes(path) and not is_output:
                yield Found(path, code=io_code(error), error=reason(error))
            continue
        if info is None or is_avoided(info, avoid, selection.takes(path)) or is_output:
            continue
        if stat.S_ISDIR(info.st_mode):
            if selection.enters(path) and identity(info) not in visited:
                visited.add(identity(info))
                yield from _enter(root, path, stack)
        elif selection.takes(path):
            yield _found(path, info)


def is_avoided(info: os.stat_result, avoid: Avoid, taken: bool = True) -> bool:
    """Whether a file is in ``avoid``. Raises UsageError when it must not be ``taken`` as an input."""
    refusal = avoid.get(identity(info))
    if refusal and taken:
        raise UsageError(refusal)
    return refusal is not None


def _info(root: str, path: str, selection: Selection) -> os.stat_result | None:
    """The file's data; None for a link that is not to be followed."""
    full = os.path.join(root, path)
    info = os.lstat(full)
    if not stat.S_ISLNK(info.st_mode):
        return info
    return os.stat(full) if selection.follow_links else None


def _found(path: str, info: os.stat_result) -> Found:
    if stat.S_ISREG(info.st_mode):
        return Found(path, info.st_size, modified(info))
    return Found(path, code=NOT_A_FILE, error=f"is {kind_of(info.st_mode)}, not a file")


def _enter(root: str, path: str, stack: list[Iterator[tuple[str, bool]]]) -> Iterator[Found]:
    """Put the names in a folder on the stack; a folder that cannot be listed is found as an error."""
    folder = os.path.join(root, path)
    try:
        names = _first_names(folder, "")
    except OSError as error:
        yield Found(path or ".", code=io_code(error), error=reason(error))
        return
    if path and os.path.lexists(os.path.join(folder, STATE)):
        return  # the output folder of another run
    stack.append(_children(folder, path, names))


def _children(folder: str, path: str, names: list[str]) -> Iterator[tuple[str, bool]]:
    """(path, whether it is the one-file output of an earlier run) of each name in ``folder``.

    A folder that goes away meanwhile has no further names.
    """
    while names:
        for name in names:
            is_output = os.path.lexists(os.path.join(folder, state_beside(name)))
            yield f"{path}/{name}" if path else name, is_output
        try:
            names = _first_names(folder, names[-1]) if len(names) == NAMES_AT_ONCE else []
        except OSError:
            return


def _first_names(folder: str, after: str) -> list[str]:
    """The first names in ``folder`` behind ``after``, sorted: no more at once than memory should hold.

    A folder of a million files is listed sixteen times for that, which is nothing beside its pages.
    """
    first: list[str] = []
    limit = ""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name <= after or (limit and name > limit):
                continue
            first.append(name)
            if len(first) == 2 * NAMES_AT_ONCE:
                first.sort()
                del first[NAMES_AT_ONCE:]
                limit = first[-1]
    first.sort()
    return first[:NAMES_AT_ONCE]
