"""A limited address space, as under ``ulimit -v``: every command says in one line that it is too small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_SHORT_OF_MEMORY = """
import resource
import articlex.batch.run, articlex.cli.main, articlex.extraction, lxml.etree
now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + (64 << 20), -1))
articlex.cli.main.main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads its own size from /proc")
@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("page.html", "articlex: page.html: out of memory [memory]\n"),
        ("explain page.html", "articlex: page.html: out of memory [memory]\n"),
        ("batch -q -j 1 page.html -o out", "workers do not start: out of memory [workers]"),
    ],
)
def test_no_room_for_numpy_is_a_failure_and_not_an_article_that_is_missing(
    command: str, message: str, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text("<h1>Rain</h1><p>It rained all day, and the river rose.</p>")
    words = [sys.executable, "-c", _SHORT_OF_MEMORY, *command.split()]
    told = subprocess.run(words, capture_output=True, text=True, check=False, cwd=tmp_path, timeout=60)
    assert (told.returncode, told.stdout) == (3, "")
    assert message in told.stderr
    assert told.stderr.count("\n") == 1
