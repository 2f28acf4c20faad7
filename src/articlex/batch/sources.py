"""Where pages come from: folders, files, lists of files, archives, standard input.

:func:`read_sources` yields, in a fixed order and as they are found, the pages as
:class:`~articlex.batch.unit.Item`, and of each archive an :class:`Archive` behind its pages.
"""

from __future__ import annotations

import codecs
import errno
import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import IO, Any, NamedTuple

from articlex.batch.archives import READERS, SEEKING, archive_kind
from articlex.batch.codecs import ShortReads, packed_stream, split_ending
from articlex.batch.member import TOO_LARGE, MissingPackageError, Reading
from articlex.batch.selection import NOT_EXPANDED, Selection, is_glob, opens_as_html
from articlex.batch.unit import OVER_MEMORY, Item
from articlex.batch.walk import Avoid, file_item, is_avoided, walk
from articlex.errors import brief, io_code, over_limit, reason, reason_and_code
from articlex.placing import same_file
from articlex.read.decoding.compression import SIGNATURE, compression_of
from articlex.read.limits import read_bounded
from articlex.streams import in_blocking_mode

#: Most bytes of one path in a list of files.
_MAX_PATH_BYTES = 1 << 16
_CHUNK = 1 << 16
#: The name of what comes from standard input.
STDIN_NAME = "stdin"
_CLOSED = "standard input is closed"
_NOT_FETCHED = "nothing is fetched; a SOURCE is a file, a folder or an archive"
_IS_LIST = "standard input is the list of files; a file of this name is ./-"

NOTHING: Avoid = MappingProxyType({})


class Known(NamedTuple):
    """An archive of an earlier run: its file, and the :attr:`Item.stamp` with which it need not be opened
    again."""

    path: str
    stamp: tuple[int, int] | None


class Sources(NamedTuple):
    """What to read. ``files_from`` is a file that names files ("-": standard input), one per line or, with
    ``null``, each followed by a NUL byte; ``list_copy`` is a copy of it, read in its place ("": none).
    ``input_format`` is "auto" (by the extension), "page", or the kind of an archive.
    """

    paths: tuple[str, ...]
    files_from: str | None = None
    null: bool = False
    selection: Selection = Selection()
    reading: Reading = Reading()
    input_format: str = "auto"
    list_copy: str = ""


class Archive(NamedTuple):
    """The end of an archive: all its pages have been yielded or, if it is unchanged and ``skipped``, none."""

    item: Item
    skipped: bool = False

    @property
    def name(self) -> str:
        """The name of the archive."""
        return self.item.name


#: Reads an archive of a given kind: yields its pages, then an Archive, or an item that says what went wrong.
Opener = Callable[[Item, str, Sources], Iterator[Item | Archive]]


def read_sources(
    sources: Sources,
    known: Mapping[str, Known],
    avoid: Avoid = NOTHING,
    open_archive: Opener | None = None,
    empty: set[str] | None = None,
) -> Iterator[Item | Archive]:
    """The pages of ``sources``, each with its place in the order.

    Archives that are in ``known`` with the same stamp are not opened, nor is one that was named before; one
    whose name is that of another file there is named by its whole path. Nothing in ``avoid`` is read.
    Archives are read by ``open_archive``, or else by :func:`members`. The absolute paths of the sources in
    which no file was found are added to ``empty``.
    """
    read_archive = open_archive or members
    archives: set[tuple[str, str]] = set()
    for seq, (item, in_folder) in enumerate(_files(sources, avoid, set() if empty is None else empty)):
        item = item._replace(seq=seq)
        kind = _kind(item, sources.input_format)
        if item.error or (not kind and item.path != "-"):
            yield item
            continue
        if not kind:
            yield _standard_input(item, sources.reading.max_bytes)
            continue
        if item.name in known and is_other_file(known[item.name].path, item.path):
            item = item._replace(name=os.path.normpath(item.path))
        archive = item.name, os.path.realpath(item.path)
        if archive in archives:
            continue  # named twice
        archives.add(archive)
        if item.name in known and item.size >= 0 and known[item.name].stamp == item.stamp:
            yield Archive(item, skipped=True)
        else:
            chosen = in_folder or sources.selection.takes(item.name)
            yield from read_archive(item, kind, _whole(sources) if chosen else sources)


def is_other_file(known: str, path: str) -> bool:
    """Whether the file ``known`` from an earlier run still exists and is not the one at ``path``."""
    return known != os.path.abspath(path) and os.path.exists(known) and not same_file(known, path)


def _kind(item: Item, input_format: str) -> str:
    if input_format == "auto":
        return archive_kind(item.path)
    return "" if input_format == "page" else input_format


def _whole(sources: Sources) -> Sources:
    """``sources`` for an archive that a glob has chosen by its name: the globs that choose among its pages
    are those that exclude."""
    return sources._replace(selection=sources.selection._replace(include=()))


def _files(sources: Sources, avoid: Avoid, empty: set[str]) -> Iterator[tuple[Item, bool]]:
    """The files of all sources, each with whether it was selected from a folder. Archives are not opened
    yet."""
    for path in sources.paths:
        yield from _source(path, sources, avoid, empty)
    if sources.files_from is not None:
        try:
            for path in listed_paths(sources):
                yield from _source(path, sources, avoid, empty)
        except OSError as error:
            yield _failed(sources.files_from, error, sources), False


def _source(path: str, sources: Sources, avoid: Avoid, empty: set[str]) -> Iterator[tuple[Item, bool]]:
    """The files that one SOURCE, or one line of the list of files, stands for."""
    item = None
    for item in _found(path, sources, avoid):
        yield item, item.path != path
    if item is None:
        empty.add(os.path.abspath(path))


def _found(path: str, sources: Sources, avoid: Avoid) -> Iterator[Item]:
    """The file at ``path``, or the files in that folder."""
    if path == "-":
        error = _CLOSED if sys.stdin is None else _IS_LIST if sources.files_from == "-" else ""
        yield Item(STDIN_NAME, "-", code="io" if error else "", error=error)
        return
    try:
        info = os.stat(path)
    except (OSError, ValueError) as error:
        yield _failed(path, error, sources)
        return
    if stat.S_ISDIR(info.st_mode):
        # A file is named within its folder if that is the only SOURCE.
        is_only = len(sources.paths) == 1 and sources.files_from is None
        try:
            for found in walk(path, sources.selection, avoid) if not is_avoided(info, avoid) else ():
                yield found if is_only else found._replace(name=_name(found.path, sources))
        except OSError as error:
            yield _failed(path, error, sources)
    elif not is_avoided(info, avoid):
        yield file_item(_name(path, sources), path, info)


def _standard_input(item: Item, max_bytes: int) -> Item:
    """The item with the page on standard input, which a worker could not read."""
    try:
        with opened("-") as stream:
            data = read_bounded(stream, max_bytes)
    except OSError as error:
        told, code = reason_and_code(error)
        return item._replace(code=code, error=told)
    if len(data) > max_bytes:
        return item._replace(code=TOO_LARGE, error=over_limit(max_bytes))
    return item._replace(data=data)


def _failed(path: str, error: OSError | ValueError, sources: Sources) -> Item:
    """A file that cannot be read, with the reason."""
    if isinstance(error, OSError):
        told = reason(error)
        if isinstance(error, FileNotFoundError):
            if path.startswith(("http://", "https://")):
                told = _NOT_FETCHED
            elif is_glob(path):
                told = f"{told}; {NOT_EXPANDED}; --include takes one"
        return Item(_name(path, sources), path, code=io_code(error), error=told)
    # No file name contains NUL, so the list is separated by it.
    told = "a NUL byte in the name; is the list NUL-separated (-0)?" if "\0" in path else str(error)
    return Item(_name(path, sources), path, code="not-found", error=told)


def _name(path: str, sources: Sources) -> str:
    name = os.path.normpath(path)
    # The bare word is the name of standard input, when that is read.
    return f"./{name}" if "-" in sources.paths and name.split("/", 1)[0] == STDIN_NAME else name


def listed_paths(sources: Sources) -> Iterator[str]:
    """The paths in the list of files, as they come. A list written on Windows may end its lines in CR LF and
    begin with a byte order mark. Raises OSError."""
    file, end = sources.list_copy or sources.files_from, b"\0" if sources.null else b"\n"
    if file is None:
        return
    with opened(file) as stream:
        rest, mark = b"", b"" if sources.null else codecs.BOM_UTF8
        pieces = ShortReads(stream)
        while chunk := pieces.read(_CHUNK):
            *lines, rest = (rest + chunk).removeprefix(mark).split(end)
            mark = b""
            yield from _decoded(lines, end)
            if len(rest) > _MAX_PATH_BYTES:
                raise OSError(0, f"a path over {_MAX_PATH_BYTES:,} bytes; is it NUL-separated (-0)?")
        yield from _decoded([rest], end)


def _decoded(lines: Iterable[bytes], end: bytes) -> Iterator[str]:
    for line in lines:
        path = line.removesuffix(b"\r") if end == b"\n" else line
        if path:
            yield os.fsdecode(path)


def opened(path: str) -> IO[bytes]:
    """The bytes of a file, "-" for standard input. Raises OSError."""
    if path != "-":
        return open(path, "rb")
    if sys.stdin is None:
        raise OSError(errno.EBADF, _CLOSED)
    # A duplicate, so that closing it leaves standard input itself alone.
    return in_blocking_mode(os.fdopen(os.dup(sys.stdin.fileno()), "rb"))


def _with_ending(path: str, raw: IO[bytes]) -> tuple[IO[bytes], str]:
    """The stream and the extension of its compression ("": none), which is that of the file's name; standard
    input is told by its first bytes, which a pipe may deliver one at a time."""
    if path != "-":
        return raw, split_ending(path)[1]
    start = raw.read(SIGNATURE)
    if raw.seekable():
        raw.seek(-len(start), os.SEEK_CUR)
        return raw, compression_of(start)
    return io.BufferedReader(ShortReads(raw, start)), compression_of(start)


def members(item: Item, kind: str, sources: Sources) -> Iterator[Item | Archive]:
    """The pages in an archive, then its Archive unless it turned out to be broken."""
    sub, selection = 0, sources.selection.within(kind)
    # What its pages have of the file.
    file: dict[str, Any] = {"path": item.path, "archive": item.name, "seq": item.seq}
    file |= {"size": item.size, "mtime_ns": item.mtime_ns}
    try:
        with opened(item.path) as raw:
            begun, ending = _with_ending(item.path, raw)
            if kind in SEEKING and (ending or not begun.seekable()):
                packed = f"a compressed {kind} is not read, unpack it first"
                piped = f"{kind} is read from a file, not from a pipe"
                yield item._replace(code="archive", error=packed if ending else piped)
                return
            with packed_stream(begun, ending, "rb") as stream:
                for member in READERS[kind](stream, sources.reading):
                    # Members that are not selected count too: the number tells members of one name apart.
                    sub += 1
                    if not selection.takes_member(member.name, opens_as_html(member.data)):
                        continue
                    yield member._replace(name=f"{item.name}/{member.name}", sub=sub, **file)
    # Readers of broken archives raise anything; it is the failure of one archive, not of the run.
    except Exception as error:
        is_only = sources.paths == (item.path,) and sources.files_from is None
        if isinstance(error, MissingPackageError) and is_only:
            raise  # there is nothing else to do
        told, code = _reason_and_code(kind, error)
        yield item._replace(sub=sub + 1, code=code, error=told)
        return
    yield Archive(item)


def _reason_and_code(kind: str, error: Exception) -> tuple[str, str]:
    """Why an archive was not read to its end."""
    told, code = reason_and_code(error, f"broken {kind}: {OVER_MEMORY}")
    # Readers raise an OSError without a number too for what is wrong with the bytes.
    is_of_bytes = code == "internal" or (isinstance(error, OSError) and not error.errno)
    return (f"broken {kind}: {brief(error)}", "archive") if is_of_bytes else (told, code)
