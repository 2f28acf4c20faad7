"""Archives and lists of files."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import random
import subprocess
import sys
import tarfile
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from articlex.batch.archives import archive_kind
from articlex.batch.codecs import packed_stream, split_ending
from articlex.batch.member import Reading
from articlex.batch.selection import Selection
from articlex.batch.sources import Archive, Sources, members, read_sources
from articlex.batch.unit import Item

from .conftest import Runner, fill, page, tarred, tree

PAGES = {"a.html": page("a"), "b/c.html": page("c")}


def items(*paths: Path | str, **options: object) -> list[Item]:
    """The pages that the sources hold."""
    found = read_sources(Sources(tuple(map(str, paths)), **options), {})  # type: ignore[arg-type]
    return [item for item in found if isinstance(item, Item)]


def zipped(pages: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in pages.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def json_lines(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", ""),
        ("a.html.gz", ""),
        ("a.tar", "tar"),
        ("a.TGZ", "tar"),
        ("a.tar.zst", "tar"),
        ("a.zip", "zip"),
        ("a.zip.gz", "zip"),
        ("a.jsonl.bz2", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.parquet", "parquet"),
        ("CC-MAIN-1.warc.gz", "warc"),
        ("CC-MAIN-1.warc.wet.gz", "wet"),
        ("2026-November.mbox.gz", "mbox"),
        ("Inbox.mbox/mbox", "mbox"),
        ("mbox.html", ""),
        (".gz", ""),
    ],
)
def test_kind_by_ending(name: str, kind: str) -> None:
    assert archive_kind(name) == kind


@pytest.mark.parametrize("ending", ["", ".gz", ".zst", ".bz2", ".xz"])
def test_what_is_compressed_is_read_back_and_is_the_same_each_time(ending: str) -> None:
    made = []
    for _ in range(2):
        raw = io.BytesIO()
        stream = packed_stream(raw, ending, "wb")
        stream.write(b"rain " * 1000)
        if stream is not raw:
            stream.close()
        made.append(raw.getvalue())
    assert made[0] == made[1]
    assert packed_stream(io.BytesIO(made[0]), ending, "rb").read() == b"rain " * 1000


@pytest.mark.parametrize("ending", [".gz", ".bz2", ".xz", ".zst"])
def test_several_compressed_streams_in_a_row_are_one(ending: str) -> None:
    raw = io.BytesIO()
    for word in (b"rain ", b"and snow"):
        stream = packed_stream(raw, ending, "wb")
        stream.write(word)
        stream.close()
    raw.seek(0)
    assert packed_stream(raw, ending, "rb").read() == b"rain and snow"


def test_shorthand_endings() -> None:
    assert split_ending("x.tgz") == ("x.tar", ".gz")


@pytest.mark.parametrize("name", ["x.tar", "x.tar.gz", "x.tgz", "x.tar.xz", "x.tar.zst", "x.zip"])
def test_members_of_tar_and_zip(name: str, tmp_path: Path) -> None:
    raw = io.BytesIO()
    if name == "x.zip":
        raw.write(zipped(PAGES))
    else:
        stream = packed_stream(raw, split_ending(name)[1], "wb")
        stream.write(tarred(PAGES))
        if stream is not raw:
            stream.close()
    (tmp_path / name).write_bytes(raw.getvalue())
    found = items(tmp_path)
    assert [(item.name, item.data, item.sub) for item in found] == [
        (f"{name}/a.html", PAGES["a.html"], 1),
        (f"{name}/b/c.html", PAGES["b/c.html"], 2),
    ]
    assert {item.archive for item in found} == {name}


def test_selection_holds_for_members(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(tarred({**PAGES, "logo.png": b"", ".hidden.html": b""}))
    found = items(tmp_path / "x.tar", selection=Selection(include=("*.html",), exclude=("b/*",)))
    assert [item.name.rpartition("/")[2] for item in found] == ["a.html"]


def test_an_archive_is_yielded_behind_its_pages(tmp_path: Path) -> None:
    (tmp_path / "x.tar").write_bytes(tarred(PAGES))
    *_, last = read_sources(Sources((str(tmp_path),)), {})
    assert isinstance(last, Archive)
    assert not last.skipped


def test_json_lines(tmp_path: Path) -> None:
    good = {"html": "<p>x</p>", "url": "https://example.org/a"}
    (tmp_path / "x.jsonl").write_bytes(json_lines(good, {"html": 3}, [], good) + b"\n{broken\n")
    found = items(tmp_path / "x.jsonl")
    assert [(item.name.rpartition("/")[2], item.code) for item in found] == [
        ("00000001", ""),
        ("00000002", "field"),
        ("00000003", "json"),
        ("00000004", ""),
        ("00000006", "json"),
    ]
    assert (found[0].data, found[0].url) == ("<p>x</p>", "https://example.org/a")


def test_fields_of_json_lines_have_names(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(json_lines({"raw": "x", "address": "https://example.org"}))
    (found,) = items(tmp_path / "x.jsonl", reading=Reading("raw", "address"))
    assert (found.data, found.url) == ("x", "https://example.org")


def test_a_line_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b'{"html": "' + b"x" * 5000 + b'"}\n' + json_lines({"html": "y"}))
    found = items(tmp_path / "x.jsonl", reading=Reading(max_bytes=100))
    assert [item.code for item in found] == ["too-large", ""]


def test_parquet(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pyarrow.table({"html": [b"<p>x</p>", None], "url": ["https://example.org", None], "n": [1, 2]})
    parquet.write_table(table, tmp_path / "x.parquet")
    found = items(tmp_path / "x.parquet")
    assert [(item.data, item.url, item.code) for item in found] == [
        (b"<p>x</p>", "https://example.org", ""),
        (None, None, "field"),
    ]


def test_a_parquet_file_without_the_field_is_an_error(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"page": ["x"]}), tmp_path / "x.parquet")
    (found,) = items(tmp_path / "x.parquet")
    assert "no column 'html'" in found.error


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.tar.gz", gzip.compress(tarred(PAGES))[:-50]),
        ("x.tar.xz", lzma.compress(tarred(PAGES))[:-50]),
        ("x.tar.bz2", bz2.compress(tarred(PAGES))[:-50]),
        ("x.tar", b"no tar at all" * 100),
        ("x.zip", b"no zip at all"),
        ("x.jsonl.gz", b"no gzip at all"),
        ("x.parquet", b"no parquet at all"),
        ("x.warc.gz", b"no warc at all"),
        ("x.jsonl.zst", b"\x28\xb5\x2f\xfd\x00"),
    ],
)
def test_a_broken_archive_is_one_error_that_names_it(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    *pages, last = items(tmp_path)
    assert last.name == name
    assert last.code == "archive"
    assert all(not item.error for item in pages)


@pytest.mark.parametrize("harm", ["cut off between two members", "a header is broken"])
def test_a_tar_that_ends_without_its_end_mark_is_broken(harm: str, tmp_path: Path) -> None:
    data = bytearray(tarred({f"{number}.html": page(str(number)) for number in range(3)}))
    header = data.find(b"2.html")
    if harm == "a header is broken":
        data[header + 148 : header + 156] = b"9999999\0"  # its checksum
    else:
        del data[header:]
    (tmp_path / "x.tar").write_bytes(data)
    *pages, last = items(tmp_path)
    assert [item.name for item in pages] == ["x.tar/0.html", "x.tar/1.html"]
    assert (last.name, last.code) == ("x.tar", "archive")


def test_an_encrypted_member_is_one_failed_page(tmp_path: Path) -> None:
    data = bytearray(zipped(PAGES))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(head) + flags] |= 1
    (tmp_path / "x.zip").write_bytes(data)
    secret, other = items(tmp_path)
    assert (secret.code, secret.error) == ("archive", "is encrypted")
    assert not other.error


def test_a_hard_link_in_a_tar_is_a_page_that_could_not_be_read(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "x.tar", "w") as archive:
        for name, kind in (("a.html", tarfile.LNKTYPE), ("b.html", tarfile.SYMTYPE), ("c", tarfile.FIFOTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "elsewhere.html"
            archive.addfile(info)
    (item,) = items(tmp_path)
    assert (item.name, item.code) == ("x.tar/a.html", "link")


def _noise(seed: int) -> bytes:
    """A comment of 20 KB that does not compress well."""
    return b"<!--" + random.Random(seed).randbytes(10000).hex().encode() + b"-->"


def test_pages_before_the_break_are_done(tmp_path: Path, batch: Runner) -> None:
    pages = {f"{number}.html": page(str(number)) + _noise(number) for number in range(5)}
    (tmp_path / "x.tar.gz").write_bytes(gzip.compress(tarred(pages))[:-15000])
    done = batch(tmp_path / "x.tar.gz", output=tmp_path / "out")
    assert done.codes == {str(tmp_path / "x.tar.gz"): "archive"}
    assert len(tree(tmp_path / "out")) == 3


def test_an_unchanged_archive_is_not_opened_again(tmp_path: Path, batch: Runner) -> None:
    (tmp_path / "x.tar").write_bytes(tarred(PAGES))
    batch(tmp_path / "x.tar", output=tmp_path / "out.jsonl")
    before = (tmp_path / "out.jsonl").read_bytes()
    info = (tmp_path / "x.tar").stat()
    (tmp_path / "x.tar").write_bytes(b"?" * info.st_size)
    os.utime(tmp_path / "x.tar", ns=(info.st_atime_ns, info.st_mtime_ns))
    again = batch(tmp_path / "x.tar", output=tmp_path / "out.jsonl")
    assert again.summary.unchanged == 2
    assert (tmp_path / "out.jsonl").read_bytes() == before


def test_of_a_changed_archive_only_changed_members_are_done(tmp_path: Path, batch: Runner) -> None:
    (tmp_path / "x.tar").write_bytes(tarred(PAGES))
    batch(tmp_path / "x.tar", output=tmp_path / "out")
    (tmp_path / "x.tar").write_bytes(tarred({**PAGES, "a.html": page("new a")}))
    os.utime(tmp_path / "x.tar", ns=(7, 7))
    again = batch(tmp_path / "x.tar", output=tmp_path / "out")
    assert [name.rpartition("/")[2] for name in again.rows] == ["a.html"]


def test_two_members_of_one_name_are_two_pages(tmp_path: Path, batch: Runner) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for word in ("one", "two"):
            info = tarfile.TarInfo("a.html")
            info.size = len(page(word))
            archive.addfile(info, io.BytesIO(page(word)))
    (tmp_path / "x.tar").write_bytes(buffer.getvalue())
    batch(tmp_path / "x.tar", output=tmp_path / "out")
    assert len(tree(tmp_path / "out")) == 2


def test_members_never_leave_the_output_folder(tmp_path: Path, batch: Runner) -> None:
    evil = {"../../evil.html": page("one"), "/abs.html": page("two"), "a/../../b.html": page("three")}
    (tmp_path / "x.tar").write_bytes(tarred(evil))
    batch(tmp_path / "x.tar", output=tmp_path / "in" / "out")
    assert len(tree(tmp_path / "in" / "out")) == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "x.tar"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["out"]


@pytest.mark.parametrize(("null", "end"), [(False, b"\n"), (False, b"\r\n"), (True, b"\0")])
def test_files_from_a_list(null: bool, end: bytes, tmp_path: Path) -> None:
    fill(tmp_path, PAGES)
    names = [os.fsencode(tmp_path / name) for name in PAGES]
    (tmp_path / "list").write_bytes(end.join(names) + end)
    found = items(files_from=str(tmp_path / "list"), null=null)
    assert [os.fsencode(item.path) for item in found] == names


def test_the_mark_of_a_windows_editor_is_no_part_of_the_first_name(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"\xef\xbb\xbfa.html\r\n\xef\xbb\xbfb.html\r\n")
    found = items(files_from=str(tmp_path / "list"))
    assert [item.path for item in found] == ["a.html", "\ufeffb.html"]


def test_a_missing_file_in_a_list_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "list").write_text(f"{tmp_path}/gone.html\n{tmp_path}/list\n")
    assert [item.code for item in items(files_from=str(tmp_path / "list"))] == ["not-found", ""]


def test_a_list_that_is_not_nul_separated_is_refused(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"a/b.html\n" * 10000)
    (found,) = items(files_from=str(tmp_path / "list"), null=True)
    assert "NUL-separated" in found.error


def test_a_list_that_is_nul_separated_without_being_called_so_is_told(tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(b"a.html\0b.html\0")
    (found,) = items(files_from=str(tmp_path / "list"))
    assert "NUL-separated (-0)" in found.error


def test_a_folder_in_place_of_a_list_has_a_code_of_its_own(tmp_path: Path) -> None:
    (found,) = items(files_from=str(tmp_path))
    assert (found.code, found.error) == ("is-directory", "is a directory")


def test_a_missing_source_is_one_error(tmp_path: Path) -> None:
    (found,) = items(tmp_path / "gone")
    assert found.code == "not-found"


def test_names_are_taken_from_the_one_folder_or_as_given(tmp_path: Path) -> None:
    fill(tmp_path, PAGES)
    assert [item.name for item in items(tmp_path)] == ["a.html", "b/c.html"]
    both = items(tmp_path / "a.html", tmp_path / "b")
    assert [item.name for item in both] == [f"{tmp_path}/a.html", f"{tmp_path}/b/c.html"]


def test_places_in_the_order_grow(tmp_path: Path) -> None:
    fill(tmp_path, {**PAGES, "aa.tar": tarred(PAGES)})
    assert [(item.seq, item.sub) for item in items(tmp_path)] == [(0, 0), (1, 1), (1, 2), (2, 0)]


def test_standard_input(tmp_path: Path) -> None:
    script = (
        "from articlex.batch.sources import *\n"
        "for item in read_sources(Sources(('-',), input_format='jsonl'), {}): print(item.name)"
    )
    code = f"import sys; sys.path[:] = {sys.path!r}\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", code], input=json_lines({"html": "x"}), capture_output=True, check=True
    )
    assert done.stdout.split() == [b"stdin/00000001", b"stdin"]


@pytest.mark.parametrize("name", ["BZhello.html", "BZh9.html", "a.html"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
def test_an_archive_on_a_slow_pipe_is_told_by_all_its_first_bytes(
    name: str, pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = pack(tarred({name: page("a")}))
    read, write = os.pipe()

    def dribble() -> None:
        with os.fdopen(write, "wb", 0) as pipe:
            for start, end in ((0, 1), (1, 4), (4, len(data))):
                pipe.write(data[start:end])
                time.sleep(0.05)

    writer = threading.Thread(target=dribble, daemon=True)
    with os.fdopen(read) as stdin, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", stdin)
        writer.start()
        found = list(members(Item("stdin", "-"), "tar", Sources(("-",))))
        writer.join(30)
    assert [item.name for item in found] == [f"stdin/{name}", "stdin"]
    assert isinstance(found[0], Item)
    assert found[0].data == page("a")
