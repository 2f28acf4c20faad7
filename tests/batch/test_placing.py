"""What stands at the place of an output stays what it is, whichever command writes it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import articlex
from articlex.batch.plan import target
from articlex.errors import UsageError
from articlex.placing import placed

from .conftest import Runner, fill, page
from .test_faults import done_pages, wait_for


@pytest.fixture(params=["output", "report"])
def write(request: pytest.FixtureRequest, tmp_path: Path, batch: Runner) -> Callable[[Path], None]:
    """A batch that writes to a path: its one file, or its report."""
    site = fill(tmp_path / "site", {"a.html": page("a")})

    def run(path: Path) -> None:
        if request.param == "output":
            batch(site, output=path)
        else:
            batch(site, output=tmp_path / "out", report=path)

    return run


def test_a_link_stays_a_link(write: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real.json").write_text("old")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "far" / "real.json")
    for _ in range(2):
        write(link)
    assert link.is_symlink()
    assert b'"' in (tmp_path / "far" / "real.json").read_bytes()
    assert [path.name for path in (tmp_path / "far").iterdir()] == ["real.json"]


def test_a_pipe_is_written_into_at_every_run(write: Callable[[Path], None], tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    for _ in range(2):
        read: list[bytes] = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)  # noqa: B023
        reader.start()
        write(pipe)
        reader.join(30)
        assert b'"' in read[0]
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    "command",
    [
        ["site/a.html", "-o", "/dev/stdout"],
        ["site/a.html", "-o", "/dev/fd/1"],
        ["batch", "-q", "site", "-o", "out", "--report", "/dev/stdout"],
        ["batch", "-q", "site", "-o", "out", "--report", "-"],
    ],
)
def test_what_others_write_to_our_standard_output_stays(command: list[str], tmp_path: Path) -> None:
    fill(tmp_path / "site", {"a.html": page("a")})
    environment = {**os.environ, "PYTHONPATH": str(Path(articlex.__file__).parents[1])}
    with (tmp_path / "log").open("wb", buffering=0) as log:
        log.write(b"before\n")
        program = [sys.executable, "-m", "articlex", *command]
        subprocess.run(program, stdout=log, cwd=tmp_path, env=environment, check=True)
        log.write(b"after\n")
    lines = (tmp_path / "log").read_bytes().splitlines()
    assert (lines[0], lines[-1]) == (b"before", b"after")
    assert len(lines) > 3


def test_a_batch_that_waits_for_a_reader_can_be_ended(tmp_path: Path) -> None:
    site, pipe = fill(tmp_path / "site", {"a.html": page("a")}), tmp_path / "pipe.json"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "articlex", "batch", "-q", "-j", "1", str(site), "-o", str(pipe)]
    with subprocess.Popen(command) as waiting:
        try:
            wait_for(lambda: done_pages(target(str(pipe), None).state) == 1)
            with pytest.raises(subprocess.TimeoutExpired):
                waiting.wait(1)
            waiting.terminate()
            assert waiting.wait(20) == 130
        finally:
            waiting.kill()


def test_a_file_keeps_its_mode(write: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.touch(0o600)
    path.chmod(0o640)
    write(path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_disk_without_modes_takes_the_file(
    write: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "chmod", refuse)
    write(tmp_path / "x.json")
    assert (tmp_path / "x.json").exists()


def test_no_file_can_be_written_at_a_loop_of_links(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(UsageError, match="symbolic links"), placed(loop):
        pass


def test_a_link_into_a_folder_that_is_not_there_names_that_folder(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "missing" / "file")
    with pytest.raises(UsageError, match=r"missing$"), placed(link):
        pass


@pytest.mark.parametrize(("name", "at"), [("out", "out/c/d.md"), ("out.jsonl", "out.jsonl")])
def test_a_file_that_no_run_wrote_is_replaced_and_counted_once(
    name: str, at: str, tmp_path: Path, batch: Runner
) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a"), "c/d.html": page("d"), "e.html": page("e")})
    fill(tmp_path, {at: b"mine", "out/e.md": b"", "out/mine.md": b"mine"})
    first = batch(site, output=tmp_path / name).summary
    assert (first.replaced, first.first_replaced) == (1, str(tmp_path / at))
    assert (tmp_path / at).read_bytes() != b"mine"
    assert (tmp_path / "out/mine.md").read_bytes() == b"mine"
    (site / "c" / "d.html").write_bytes(page("another"))
    assert batch(site, output=tmp_path / name).summary.replaced == 0
    assert batch(site, output=tmp_path / name, force=True).summary.replaced == 0


def test_what_an_output_cannot_replace_is_not_counted(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})
    fill(tmp_path, {"out/a.md/mine.txt": b"mine"})
    assert batch(site, output=tmp_path / "out").summary.replaced == 0
    os.mkfifo(tmp_path / "pipe.jsonl")
    reading = threading.Thread(target=(tmp_path / "pipe.jsonl").read_bytes)
    reading.start()
    assert batch(site, output=tmp_path / "pipe.jsonl").summary.replaced == 0
    reading.join()
