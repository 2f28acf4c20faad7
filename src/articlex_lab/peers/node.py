"""The peers that are written in JavaScript: each process that asks keeps one process of Node.

Their packages are in the folder ``node`` of the virtual environment, where ``make .venv/.peers`` installs
what ``package.json`` beside this file names. The program is ``extract.mjs``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from multiprocessing.connection import wait
from pathlib import Path
from shutil import which
from typing import IO, Any, NamedTuple

from articlex_lab.corpora.flatteners import decode

#: Where the packages are installed.
FOLDER = Path(sys.prefix) / "node"
_PROGRAM = Path(__file__).with_name("extract.mjs")

#: Seconds for a page: fewer than in a benchmark, which would kill the asking process and leave Node running.
_LIMIT = 25.0


class Answer(NamedTuple):
    """What an extractor made of a page, and the processor seconds that it took."""

    text: str
    title: str | None
    author: str | None
    date: str | None
    seconds: float


class _Node(NamedTuple):
    process: subprocess.Popen[str]
    pages: IO[str]
    answers: IO[str]


def installed_version(package: str) -> str:
    """The installed version of an npm package, "" where it or Node is missing."""
    stated = FOLDER / "node_modules" / package / "package.json"
    if which("node") is None or not stated.is_file():
        return ""
    return str(json.loads(stated.read_text(encoding="utf-8"))["version"])


def ask(engine: str, page: bytes, url: str | None) -> Answer:
    """What ``engine``, one of the names in ``extract.mjs``, makes of a page.

    Raises RuntimeError with the message of what the engine raised, or when the process ended or took too
    long; the next page then starts a new one.
    """
    asked = json.dumps({"engine": engine, "html": decode(page), "url": url or "https://page.invalid/"})
    node = _started()
    with suppress(BrokenPipeError):  # it has ended: reading the answer will tell
        node.pages.write(asked + "\n")
        node.pages.flush()
    answer = node.answers.readline() if wait([node.answers.fileno()], timeout=_LIMIT) else ""
    if not answer:
        node.process.kill()
        node.process.wait()
        _started.cache_clear()
        raise RuntimeError("Node ended or took too long")
    found: dict[str, Any] = json.loads(answer)
    if "error" in found:
        raise RuntimeError(found["error"])
    text = import_module("html_text").extract_text(found.get("content") or "", guess_layout=True)
    title, author, date = (found.get(field) or None for field in ("title", "author", "date"))
    return Answer(text, title, author, date, found["seconds"])


@cache
def _started() -> _Node:
    # As an argument, not as a file: then Node looks for packages in its working directory.
    command = ["node", "--input-type=module", "--eval", _PROGRAM.read_text(encoding="utf-8")]
    process = subprocess.Popen(
        command,
        cwd=FOLDER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None and process.stdout is not None
    return _Node(process, process.stdin, process.stdout)
