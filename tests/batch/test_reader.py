"""Archives that harm whoever reads them."""

from __future__ import annotations

import bz2
import gzip
import io
import random
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from articlex.batch.reader import ArchiveReader
from articlex.batch.sources import Archive, Opener, Sources, members, read_sources
from articlex.batch.unit import Item
from articlex.batch.worker import Limits

from .conftest import Runner, page, tree
from .test_sources import PAGES, json_lines, tarred, zipped
from .units import misread

pytestmark = pytest.mark.usefixtures("forked_workers")

#: Four times this is what an archive may take in these tests.
MEMORY = 8 << 20


def read(
    folder: Path, memory: int = MEMORY, cpu_seconds: int = 20, opener: Opener = members
) -> list[Item | Archive]:
    with closing(ArchiveReader(memory, cpu_seconds, opener)) as reader:
        return list(read_sources(Sources((str(folder),)), {}, open_archive=reader))


def test_what_is_read_elsewhere_is_what_is_read_here(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(tarred(PAGES))
    (tmp_path / "b.zip").write_bytes(zipped(PAGES))
    (tmp_path / "c.jsonl").write_bytes(json_lines({"html": "x"}, []))
    (tmp_path / "d.tar").write_bytes(b"no tar at all" * 100)
    assert read(tmp_path) == list(read_sources(Sources((str(tmp_path),)), {}))


def _with_large_header() -> bytes:
    """A tar whose first header says that 60 MB of header follow, and they do; 60 KB compressed."""
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 60 << 20
    return gzip.compress(info.tobuf() + b"\0" * info.size, 1)


def _zip_with_bomb() -> bytes:
    """A zip in which a member that states 100 bytes unpacks to 60 MB."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.html", b"\0" * (60 << 20), compresslevel=1)
        archive.writestr("b.html", PAGES["a.html"])
        archive.getinfo("a.html").file_size = 100
    return buffer.getvalue()


def test_headers_that_ask_for_much_memory_are_the_failure_of_one_archive(tmp_path: Path) -> None:
    (tmp_path / "a.tar.gz").write_bytes(_with_large_header())
    (tmp_path / "b.tar").write_bytes(tarred(PAGES))
    bad, *good, end = read(tmp_path)
    assert isinstance(bad, Item)
    assert (bad.name, bad.code) == ("a.tar.gz", "memory")
    assert [item.name for item in good] == ["b.tar/a.html", "b.tar/b/c.html"]
    assert isinstance(end, Archive)


def test_a_member_that_is_a_bomb_is_one_failed_member(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(_zip_with_bomb())
    bad, good, end = read(tmp_path)
    assert isinstance(bad, Item)
    assert (bad.name, bad.code) == ("x.zip/a.html", "archive")
    assert isinstance(good, Item)
    assert good.data == PAGES["a.html"]
    assert isinstance(end, Archive)


@pytest.mark.parametrize(("order", "code"), [("crash", "crash"), ("spin", "time"), ("eat", "memory")])
def test_a_reader_that_dies_costs_one_archive(order: str, code: str, tmp_path: Path) -> None:
    (tmp_path / f"a-{order}.tar").write_bytes(tarred(PAGES))
    (tmp_path / "b.tar").write_bytes(tarred(PAGES))
    found = read(tmp_path, cpu_seconds=1, opener=misread)
    first, bad, *rest = found
    assert isinstance(first, Item)
    assert first.error == ""
    assert isinstance(bad, Item)
    assert (bad.name, bad.code, bad.sub) == (f"a-{order}.tar", code, 2)
    assert [item.name for item in rest] == ["b.tar/a.html", "b.tar/b/c.html", "b.tar"]


@pytest.mark.parametrize("kind", ["tar", "zip", "parquet", "warc.gz", "jsonl.bz2"])
def test_corrupted_bytes_never_end_the_reading_of_others(kind: str, tmp_path: Path) -> None:
    whole = _archive(kind)
    chance = random.Random(kind)
    for number in range(12):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / f"{number:02}.{kind}").write_bytes(data)
    (tmp_path / f"last.{kind}").write_bytes(whole)
    found = read(tmp_path, memory=1 << 28)
    assert [item.name for item in found[-3:]][-1] == f"last.{kind}"
    assert isinstance(found[-1], Archive)


def _archive(kind: str) -> bytes:
    pages = {f"{number}.html": page(f"page {number}") for number in range(20)}
    if kind == "tar":
        return tarred(pages)
    if kind == "zip":
        return zipped(pages)
    if kind == "jsonl.bz2":
        return bz2.compress(json_lines(*({"html": data.decode()} for data in pages.values())))
    if kind == "parquet":
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        buffer = io.BytesIO()
        parquet.write_table(pyarrow.table({"html": list(pages.values())}), buffer)
        return buffer.getvalue()
    pytest.importorskip("warcio")
    from .test_warc import PAGE_RECORDS

    return b"".join(PAGE_RECORDS)


def test_a_run_over_hostile_archives_names_each_and_does_the_rest(tmp_path: Path, batch: Runner) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "a.tar.gz").write_bytes(_with_large_header())
    (site / "b.zip").write_bytes(_zip_with_bomb())
    (site / "c.html").write_bytes(page("c"))
    done = batch(site, output=tmp_path / "out", limits=Limits(seconds=30, memory=MEMORY))
    assert done.codes == {"a.tar.gz": "memory", "b.zip/a.html": "archive"}
    assert sorted(tree(tmp_path / "out")) == ["b.zip/b.md", "c.md"]


def test_closing_ends_a_reading_that_waits(tmp_path: Path) -> None:
    (tmp_path / "a-wait.tar").write_bytes(tarred(PAGES))
    reader = ArchiveReader(MEMORY, opener=misread)
    found: Iterator[Item | Archive] = read_sources(Sources((str(tmp_path),)), {}, open_archive=reader)
    next(found)
    reader.close()
    assert list(found) == []
