"""Pipes that whoever started us has made non-blocking, as some runtimes leave them to their children."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "articlex"]
#: Seconds in which nothing comes, or nothing goes.
PAUSE = 0.2


@pytest.mark.parametrize(
    "arguments",
    [["-f", "jsonl"], ["explain", "--json"], ["batch", "-q", "-", "-o", "out.jsonl"]],
)
def test_an_input_that_comes_slowly_is_read_to_its_end(arguments: list[str], site: Path) -> None:
    page = (site / "a.html").read_bytes()
    read, write = os.pipe()
    os.set_blocking(read, False)
    with subprocess.Popen([*COMMAND, *arguments], stdin=read, stdout=subprocess.PIPE) as process:
        os.close(read)
        for part in (b"", page[:300], page[300:]):
            time.sleep(PAUSE)
            os.write(write, part)
        os.close(write)
        assert process.stdout is not None
        shown = process.stdout.read() or Path("out.jsonl").read_bytes()
    assert process.returncode == 0
    assert json.loads(shown)["verdict"] == "ok"
    assert b"third paragraph" in shown


def test_names_that_come_slowly_are_all_read(site: Path) -> None:
    read, write = os.pipe()
    os.set_blocking(read, False)
    command = [*COMMAND, "batch", "-q", "--files-from", "-", "-o", "out"]
    with subprocess.Popen(command, stdin=read) as process:
        os.close(read)
        for part in (b"", b"site/a.h", b"tml\n"):
            time.sleep(PAUSE)
            os.write(write, part)
        os.close(write)
    assert process.returncode == 0
    assert Path("out/site/a.md").exists()


@pytest.mark.parametrize("arguments", [[], ["-o", "/dev/stdout"]])
def test_an_output_that_is_taken_slowly_is_written_to_its_end(arguments: list[str], site: Path) -> None:
    read, write = os.pipe()
    os.set_blocking(write, False)
    with subprocess.Popen([*COMMAND, *arguments, *["site/a.html"] * 60], stdout=write) as process:
        os.close(write)
        time.sleep(3 * PAUSE)
        with os.fdopen(read, "rb") as pipe:
            shown = pipe.read()
    assert process.returncode == 0
    assert len([json.loads(line) for line in shown.splitlines()]) == 60
