"""Runs that are killed, interrupted or out of disk: what they leave behind, and how the next one ends."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from articlex.batch import run as run_module
from articlex.batch.manifest import Manifest
from articlex.batch.manifest_file import ManifestError, read_manifest
from articlex.batch.plan import Plan, target
from articlex.batch.pool import PoolError
from articlex.batch.sinks import OutputError
from articlex.batch.sources import Sources, read_sources
from articlex.batch.unit import Item
from articlex.errors import UsageError

from .conftest import Runner, fill, page, tree
from .titled import titled

PAGES = 150

#: What the system says of a disk that fails.
ERROR = "input/output error"

Inherited = Callable[[signal.Signals, signal.Handlers], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """150 pages: files, an archive in the middle, names that clash, pages without an article."""
    folder = tmp_path_factory.mktemp("faults") / "site"
    pages = {f"{number % 7}/{number:03}.html": page(f"page {number}") for number in range(PAGES - 4)}
    pages |= {"3/a.html": page("lower"), "3/A.html": page("upper"), "3/a": page("bare"), "4/none.html": b""}
    return fill(folder, pages)


def start(
    site: Path, output: Path, *arguments: str, module: str = "articlex", **variables: str
) -> subprocess.Popen[bytes]:
    """``articlex batch``, or a test's variant of it, in a process of its own with these ``variables`` of the
    environment."""
    quiet = () if "--log-format" in arguments else ("-q",)
    words = ["batch", *quiet, *arguments, str(site), "-o", str(output)]
    environment = {**os.environ, **variables, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen([sys.executable, "-m", module, *words], env=environment, stderr=subprocess.PIPE)


def done_pages(state: Path) -> int:
    """Number of pages that the manifest has recorded so far."""
    try:
        db = read_manifest(state)
    except ManifestError:
        return 0
    count: int = db.execute("SELECT count(*) FROM page WHERE status <> 'pending'").fetchone()[0]
    db.close()
    return count


def outputs(output: Path) -> dict[str, bytes]:
    return tree(output) if output.is_dir() else {output.name: output.read_bytes()}


@pytest.mark.parametrize(("name", "kills"), [("out", 10), ("out.jsonl.gz", 5)])
def test_killed_and_resumed_the_bytes_are_those_of_an_unbroken_run(
    name: str, kills: int, site: Path, tmp_path: Path, batch: Runner
) -> None:
    unbroken, broken = tmp_path / "unbroken", tmp_path / "broken"
    unbroken.mkdir()
    broken.mkdir()
    assert batch(site, output=unbroken / name, unit=titled, jobs=2).exit_code == 1
    chance = random.Random(name)
    progress = []
    for _ in range(kills):
        point = f"{chance.randint(1, 12)}:{chance.uniform(0, 0.004):.4f}"
        process = start(site, broken / name, "-j", "1", module="batch.killed", KILLED_AT=point)
        assert process.wait() == -signal.SIGKILL
        progress.append(done_pages(target(str(broken / name), None).state))
    assert progress == sorted(progress)
    assert 2 * kills < progress[-1] < PAGES
    last = batch(site, output=broken / name, unit=titled, jobs=2)
    assert last.summary.pages == PAGES
    assert 0 < last.summary.extracted < PAGES - 2 * kills
    assert outputs(broken / name) == outputs(unbroken / name)
    assert batch(site, output=broken / name, unit=titled).summary.extracted == 0


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert condition()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_run_with_a_valid_manifest(
    number: signal.Signals, site: Path, tmp_path: Path, batch: Runner, inherited: Inherited
) -> None:
    with inherited(number, signal.SIG_DFL):
        process = start(site, tmp_path / "out", "-j", "1", module="batch.slowed")
    wait_for(lambda: len(tree(tmp_path / "out")) > 3)
    process.send_signal(number)
    assert process.wait(30) == 130
    written = tree(tmp_path / "out")
    assert done_pages(tmp_path / "out" / ".articlex") >= len(written) > 0
    resumed = batch(site, output=tmp_path / "out", unit=titled, jobs=2)
    assert resumed.summary.unchanged >= len(written)
    assert len(tree(tmp_path / "out")) == PAGES - 1


def test_a_signal_that_is_ignored_is_ignored(site: Path, tmp_path: Path, inherited: Inherited) -> None:
    with inherited(signal.SIGHUP, signal.SIG_IGN):  # as nohup does
        process = start(site, tmp_path / "out", "-j", "1")
    wait_for(lambda: len(tree(tmp_path / "out")) > 3)
    process.send_signal(signal.SIGHUP)
    assert process.wait(60) == 1
    assert len(tree(tmp_path / "out")) == PAGES - 1


def test_an_interrupted_run_leaves_the_one_file_as_it_was(site: Path, tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("the file of last night")
    process = start(site, tmp_path / "out.jsonl", "-j", "1", module="batch.slowed")
    wait_for(lambda: any((tmp_path / ".out.jsonl.articlex").glob("parts/*")))
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 130
    assert (tmp_path / "out.jsonl").read_text() == "the file of last night"


def test_a_full_disk_stops_the_run_and_loses_nothing(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = fill(tmp_path / "site", {f"{number:02}.html": page(f"page {number}") for number in range(20)})
    replace, written = os.replace, []

    def filling_up(old: str, new: str) -> None:
        if len(written) == 7:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(new)
        replace(old, new)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", filling_up)
        stopped = batch(site, output=tmp_path / "out")
    assert stopped.exit_code == 3
    assert "no space left on device [output]" in stopped.summary.error
    assert len(tree(tmp_path / "out")) == 7
    resumed = batch(site, output=tmp_path / "out")
    assert (resumed.summary.unchanged, resumed.summary.extracted) == (7, 13)


def test_a_one_file_that_could_not_be_written_is_written_by_the_next_run(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, output = fill(tmp_path / "site", {"a.html": page("a")}), tmp_path / "out.jsonl"
    batch(site, output=output)
    fill(site, {"a.html": page("another")})

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr("articlex.batch.onefile.placed", full)
        assert batch(site, output=output).exit_code == 3
    assert batch(site, output=output).exit_code == 0
    assert '"another"' in output.read_text()


@pytest.mark.parametrize("is_placed", [True, False])
def test_a_run_that_dies_as_it_places_the_one_file_leaves_its_own_to_the_next_one(
    is_placed: bool, tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file lies in the SOURCE, where one of somebody else would be refused."""
    site = fill(tmp_path / "site", {"a.html": page("a"), "b.html": page("b")})
    replace = Path.replace

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):

        def dying(old: Path, new: Path) -> None:
            if is_placed:
                replace(old, new)
            patch.setattr(Manifest, "close", lambda manifest: manifest._db.close())
            raise KeyboardInterrupt

        patch.setattr(Path, "replace", dying)
        batch(site, output=site / "out.jsonl")
    assert batch(site, output=site / "out.jsonl").summary.pages == 2
    assert (site / "out.jsonl").read_bytes().count(b"\n") == 2


def test_a_full_disk_under_the_manifest_stops_the_run(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {f"{number:03}{'x' * 200}.html": page(f"page {number}") for number in range(60)}
    site = fill(tmp_path / "site", pages)
    opened = run_module.open_manifest

    def on_a_small_disk(plan: Plan, *, dry: bool) -> Manifest:
        manifest = opened(plan, dry=dry)
        manifest._db.execute("PRAGMA cache_size=1")
        manifest._db.execute("PRAGMA max_page_count=12")
        return manifest

    with monkeypatch.context() as patch:
        patch.setattr(run_module, "open_manifest", on_a_small_disk)
        stopped = batch(site, output=tmp_path / "out")
    assert stopped.exit_code == 3
    assert "database or disk is full [manifest]" in stopped.summary.error
    resumed = batch(site, output=tmp_path / "out")
    assert resumed.exit_code == 0
    assert len(tree(tmp_path / "out")) == 60


def test_an_output_that_cannot_be_made_is_one_clear_error(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})
    (tmp_path / "out").write_text("a file")
    for place in ("out", "out/below"):
        with pytest.raises(UsageError, match="out is no folder"):
            batch(site, output=tmp_path / place)
    with pytest.raises(OutputError, match="cannot write"):
        batch(site, output=tmp_path / ("n" * 300))


def test_a_call_that_the_system_interrupts_is_a_failure_and_not_our_interrupt(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})

    def interrupt(*_: object) -> None:
        raise OSError(errno.EINTR, os.strerror(errno.EINTR))

    monkeypatch.setattr(Path, "replace", interrupt)
    stopped = batch(site, output=tmp_path / "out.jsonl")
    assert "interrupted system call" in stopped.summary.error
    assert stopped.exit_code == 3


def test_a_read_only_output_stops_the_run(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})

    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "replace", refuse)
    stopped = batch(site, output=tmp_path / "out")
    assert "read-only file system" in stopped.summary.error
    assert stopped.exit_code == 3


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_folder_that_fails_for_a_moment_is_one_failure_and_its_pages_keep_their_names(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, stat, calls = fill(tmp_path / "site", {"a.html": page("a")}), os.stat, []

    def failing(path: str, **options: Any) -> os.stat_result:
        calls.append(path)
        if len(calls) == number:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return stat(path, **options)

    monkeypatch.setattr(os, "stat", failing)
    (found,) = read_sources(Sources((str(site),)), {})
    assert isinstance(found, Item)
    assert (found.name, found.error) in (("a.html", ""), (str(site), ERROR))


def test_a_run_that_lacks_file_descriptors_says_so(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})

    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    with monkeypatch.context() as patch, pytest.raises(PoolError, match="not start: too many open files"):
        patch.setattr("articlex.batch.pool.selectors.DefaultSelector", refuse)
        batch(site, output=tmp_path / "out")
    assert batch(site, output=tmp_path / "out").exit_code == 0


def test_a_manifest_that_is_none_is_one_clear_error(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})
    fill(tmp_path, {"out/.articlex/manifest.sqlite": b"no database at all" * 1000})
    with pytest.raises(ManifestError, match="not a database"):
        batch(site, output=tmp_path / "out")


def test_what_a_killed_run_left_in_the_temporary_folder_is_removed(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a")})
    fill(tmp_path, {"out/.articlex/tmp/page": b"half a pa"})
    batch(site, output=tmp_path / "out")
    assert list((tmp_path / "out" / ".articlex" / "tmp").iterdir()) == []


def test_two_runs_at_once_do_not_meet(site: Path, tmp_path: Path) -> None:
    first = start(site, tmp_path / "out", "-j", "1")
    wait_for(lambda: (tmp_path / "out" / ".articlex" / "manifest.sqlite").exists())
    # On a busy machine it may be done before the second one has begun.
    first.send_signal(signal.SIGSTOP)
    second = start(site, tmp_path / "out", "--log-format", "json")
    _, said = second.communicate()
    first.send_signal(signal.SIGCONT)
    assert second.returncode == 0
    assert json.loads(said)["code"] == "locked"
    third = start(site, tmp_path / "out", "-j", "1", "--lock-wait", "60")
    assert first.wait(60) == 1
    assert third.wait(60) == 1
    assert len(tree(tmp_path / "out")) == PAGES - 1
