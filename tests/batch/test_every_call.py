"""Each call by which a run touches its output fails once: nothing half-written stands under its final name,
the exit code tells, and the next run ends as an undisturbed one does."""

from __future__ import annotations

import builtins
import errno
import io
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from articlex.batch import manifest
from articlex.errors import ArticlexError

from .conftest import Runner, fill, page
from .titled import titled

#: Calls of the system, in the modules that pathlib too takes them from.
CALLS = [(os, name) for name in "open replace unlink mkdir rmdir chmod fsync ftruncate pwrite".split()]
CALLS += [(builtins, "open"), (io, "open")]


class Faults:
    """Counts the calls on paths below ``folder``, and lets one of them fail."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self._folder = f"{folder}/"
        self._wanted = self._count = 0
        for module, name in CALLS:
            patch.setattr(module, name, self._faulty(getattr(module, name)))

    def arm(self, wanted: int) -> None:
        """Let the call with this number fail, counted from now; 0: none."""
        self._wanted, self._count = wanted, 0

    @property
    def met(self) -> bool:
        """Whether there was such a call."""
        return self._count >= self._wanted

    def _faulty(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def faulty(path: Any, *arguments: Any, **options: Any) -> Any:
            known = str(Path(f"/proc/self/fd/{path}").readlink() if isinstance(path, int) else path)
            if known.startswith(self._folder):
                self._count += 1
                if self._count == self._wanted:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)
            return call(path, *arguments, **options)

        return faulty


def rows_of(state: Path) -> list[tuple[Any, ...]]:
    """The rows of a manifest, without times and where in the spool an output lies."""
    columns = "input, path, size, sha256, options, status, verdict, output, claim, bytes, code, seq, sub"
    with closing(sqlite3.connect(state / "manifest.sqlite")) as db:
        (last,) = db.execute("SELECT value FROM meta WHERE name = 'run'").fetchone()
        return db.execute(f"SELECT {columns}, run = {last} FROM page ORDER BY input").fetchall()


def outputs(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    names = {path.relative_to(folder).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in names.items() if ".articlex/" not in name}


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs the names of open files")
@pytest.mark.parametrize(
    ("name", "state", "resuming"),
    [
        ("out", "out/.articlex", True),
        ("out.jsonl.gz", ".out.jsonl.gz.articlex", True),
        ("out.jsonl", ".out.jsonl.articlex", False),
    ],
)
def test_a_call_that_fails(
    name: str, state: str, resuming: bool, tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(manifest, "_COMMIT_ROWS", 2)
    old, new, broken = tmp_path / "old", tmp_path / "new", tmp_path / "broken"

    def run(folder: Path) -> int:
        return batch(site, output=folder / name, unit=titled, prune=True, report=None).exit_code

    site = fill(tmp_path / "site", {"a.html": page("a"), "gone.html": page("gone"), "none.html": b""})
    old.mkdir()
    if resuming:
        run(old)
    (site / "gone.html").unlink()
    fill(site, {"A.html": page("A"), "a.html": page("another"), "b/c.html": page("c")})
    shutil.copytree(old, new)
    assert run(new) == 1
    with monkeypatch.context() as patch:
        faults = Faults(broken, patch)
        for number in range(1, 100):
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(old, broken)
            faults.arm(number)
            try:
                code = run(broken)
            except ArticlexError as error:
                code = error.exit_code
            met = faults.met
            faults.arm(0)
            assert code == 3 or (code == 1 and outputs(broken) == outputs(new)), number
            assert set(outputs(broken).values()) <= {*outputs(old).values(), *outputs(new).values()}, number
            assert run(broken) == 1
            assert outputs(broken) == outputs(new), number
            assert rows_of(broken / state) == rows_of(new / state), number
            if not met:
                break
    assert 10 < number < 99
