"""Archives as streams of pages: tar, zip, JSON Lines, Parquet, WARC, WET, mailboxes and notes.

Each reader takes an open binary stream and yields members as they come. None holds more than one page, or one
bounded batch of rows, in memory.
"""

from __future__ import annotations

import json
import tarfile
import zipfile
from collections.abc import Callable, Collection, Iterator
from datetime import date, time
from functools import partial
from itertools import islice
from typing import IO, Any

from articlex.batch.codecs import ARCHIVES, broken_stream, split_ending
from articlex.batch.enex import read_enex
from articlex.batch.mbox import read_mbox
from articlex.batch.member import Reading, package, too_large
from articlex.batch.unit import OVER_MEMORY, Item
from articlex.batch.warc import read_warc
from articlex.errors import InputError
from articlex.write.control import LONE

#: Rows of a Parquet file read at once: of pages of 100 KB, a batch is 2 MB.
_PARQUET_ROWS = 16
#: Bytes of a column read at once, so that a row group of gigabytes is never loaded whole.
_PARQUET_BUFFER = 1 << 20
#: A line of JSON may be longer than the page by this factor, because of escapes; a longer one is not read.
_LINE_FACTOR = 2
#: Fields that a message names at most.
_NAMED_FIELDS = 12
#: Most levels of lists and objects in a field that the record repeats. Python's JSON fails near 1,000 levels,
#: and earlier the deeper its caller is nested.
_MAX_DEPTH = 100
#: The name of a mailbox in the folders that Apple Mail exports ("Inbox.mbox/mbox"), and on mail servers.
_MBOX = "mbox"
#: The flag of a zip member that needs a password.
_ENCRYPTED = 1

Reader = Callable[[IO[bytes], Reading], Iterator[Item]]


def archive_kind(name: str) -> str:
    """The key in :data:`READERS` for a file, by its name; "" for a single page."""
    lower = split_ending(name)[0].lower()
    for ending, kind in ARCHIVES.items():
        if lower.endswith(ending):
            return kind
    return "mbox" if lower.rpartition("/")[2] == _MBOX else ""


def prepare(kind: str) -> None:
    """Import the package that reads archives of ``kind``, if it is installed."""
    try:
        if kind == "parquet":
            import pyarrow.parquet

            # Its own allocator reserves a gigabyte of addresses, which counts towards the memory limit.
            pyarrow.set_memory_pool(pyarrow.system_memory_pool())
        elif kind in ("warc", "wet"):
            import warcio.archiveiterator  # noqa: F401
    except ImportError:
        return


class _Header(tarfile.TarInfo):
    """A header in a tar archive. For tarfile a broken or missing header ends the archive, just as its end
    mark does, and the members behind it are lost silently; here it is an error."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> _Header:
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]  # not in typeshed
            raise
        except tarfile.EmptyHeaderError:  # type: ignore[attr-defined]  # not in typeshed
            raise tarfile.ReadError("cut off before its end mark") from None
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from None


def read_tar(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The files in a tar archive, which need not be seekable."""
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
        while (info := archive.next()) is not None:
            # tarfile remembers every member, which on a large archive takes unbounded memory.
            archive.members.clear()  # type: ignore[attr-defined]  # not in typeshed
            if info.islnk():
                # A second name for an earlier file, to which a stream cannot go back.
                yield Item(info.name, code="link", error=f"is a hard link to {info.linkname!r}")
            if not info.isfile():
                continue
            if info.size > reading.max_bytes:
                yield too_large(info.name, reading.max_bytes)
                continue
            file = archive.extractfile(info)
            yield Item(info.name, data=file.read() if file else b"")


def read_zip(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The files in a zip archive; the stream must be seekable."""
    # RuntimeError: an unknown compression is a NotImplementedError, which is one.
    # MemoryError: bzip2 and LZMA unpack a bomb in full, whatever size the member states.
    broken: tuple[type[Exception], ...] = (*broken_stream(), zipfile.BadZipFile, RuntimeError, MemoryError)
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            if info.is_dir():
                continue
            if info.flag_bits & _ENCRYPTED:
                yield Item(info.filename, code="archive", error="is encrypted")
                continue
            if info.file_size > reading.max_bytes:
                yield too_large(info.filename, reading.max_bytes)
                continue
            try:
                yield Item(info.filename, data=archive.read(info))
            except broken as error:
                yield Item(info.filename, code="archive", error=str(error) or OVER_MEMORY)


def read_jsonl(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The objects of a JSON Lines file, named by the number of their line, from 1."""
    limit = reading.max_bytes * _LINE_FACTOR
    for number, line in enumerate(iter(partial(stream.readline, limit), b""), 1):
        name = f"{number:08}"
        if len(line) == limit and not line.endswith(b"\n"):
            _skip_line(stream, limit)
            yield too_large(name, limit, "a line")
        elif line.strip():
            yield _json_member(name, line, reading)


def _skip_line(stream: IO[bytes], limit: int) -> None:
    while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
        pass


def _json_member(name: str, line: bytes, reading: Reading) -> Item:
    """The page in a line of JSON Lines, or why it cannot be read."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Item(name, code="json", error=f"not JSON: {error}")
    if not isinstance(record, dict):
        return Item(name, code="json", error="not a JSON object")
    return _field_member(name, record, reading)


def _field_member(name: str, record: dict[str, Any], reading: Reading) -> Item:
    """The page in the fields of a record, or why it cannot be read."""
    page, url = record.get(reading.html_field), record.get(reading.url_field)
    fields = {field: record[field] for field in reading.keep if field in record}
    if _is_too_deep(fields):
        return Item(name, code="field", error=f"a field to keep is nested over {_MAX_DEPTH} levels deep")
    kept = _kept_json(fields) if reading.keep else ""
    if not isinstance(page, bytes | str):
        return Item(name, kept=kept, code="field", error=_why_no_page(record, reading.html_field))
    return Item(name, data=page, url=url if isinstance(url, str) and url else None, kept=kept)


def _why_no_page(record: dict[str, Any], field: str) -> str:
    """Why there is no page in ``field``."""
    if field not in record:
        return _no_field("field", field, record)
    if record[field] is None:
        return f"the field {field!r} is empty: there is no page in it"
    return f"the field {field!r} holds no text; --html-field names another one"


def _no_field(kind: str, field: str, names: Collection[str]) -> str:
    """That there is no ``field``, and the first of those that there are."""
    there = ", ".join((*islice(names, _NAMED_FIELDS), *["..."] * (len(names) > _NAMED_FIELDS)))
    known = f" (there are: {there})" if there else ""
    return f"no {kind} {field!r}{known}; --html-field names another one"


def _is_too_deep(value: Any) -> bool:
    """Whether lists and objects are nested too deep."""
    level = [value]
    for _ in range(_MAX_DEPTH):
        held = [outer.values() if isinstance(outer, dict) else outer for outer in level]
        level = [inner for values in held for inner in values if isinstance(inner, dict | list)]
    return bool(level)


def _kept_json(kept: dict[str, Any]) -> str:
    """The fields that the record repeats as strict JSON.

    A lone surrogate, which no encoding can write, becomes U+FFFD; NaN and the infinities become null.
    """
    text = json.dumps(kept, ensure_ascii=False, default=_as_text)
    if "NaN" in text or "Infinity" in text:
        text = json.dumps(json.loads(text, parse_constant=lambda name: None), ensure_ascii=False)
    return LONE.sub("\ufffd", text)


def _as_text(value: Any) -> str:
    """A value of Parquet for which JSON has no type, as text."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def read_parquet(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The rows of a Parquet file, named by their number, from 1; the stream must be seekable."""
    parquet = package("pyarrow.parquet", "Parquet")
    file = parquet.ParquetFile(stream, buffer_size=_PARQUET_BUFFER, pre_buffer=False)
    names = file.schema_arrow.names
    if reading.html_field not in names:
        raise InputError(_no_field("column", reading.html_field, names), "field")
    columns = [name for name in (reading.html_field, reading.url_field, *reading.keep) if name in names]
    batches = file.iter_batches(batch_size=_PARQUET_ROWS, columns=columns, use_threads=False)
    records = (record for batch in batches for record in batch.to_pylist())
    for number, record in enumerate(records, 1):
        yield _field_member(f"{number:08}", record, reading)


#: Reader of each kind of archive.
READERS: dict[str, Reader] = {
    "tar": read_tar,
    "zip": read_zip,
    "jsonl": read_jsonl,
    "parquet": read_parquet,
    "warc": read_warc,
    "wet": read_warc,
    "mbox": read_mbox,
    "enex": read_enex,
}
#: Kinds that need a seekable file, not a pipe or a compressed stream.
SEEKING = frozenset({"zip", "parquet"})
