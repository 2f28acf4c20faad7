"""The peers that are written in JavaScript: one process of Node for each process that asks.

Their packages are in ``node`` below the environment's folder, where ``make .venv/.peers`` installs what
``package.json`` beside this file names; ``extract.mjs`` is what runs there.
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

#: Seconds for a page, less than what a benchmark gives it: nothing else could end the process of Node.
_LIMIT = 25.0


class Answer(NamedTuple):
    """What an extractor made of a page, and the processor seconds that its process took."""

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
    """Version of an npm package, "" where it or Node is not there."""
    stated = FOLDER / "node_modules" / package / "package.json"
    if which("node") is None or not stated.is_file():
        return ""
    return str(json.loads(stated.read_text(encoding="utf-8"))["version"])


def ask(engine: str, page: bytes, url: str | None) -> Answer:
    """What ``engine``, one of the names in ``extract.mjs``, makes of a page.

    Raises RuntimeError with what the engine raised, and where the process ended or took too long; the next
    page then has a new one.
    """
    asked = json.dumps({"engine": engine, "html": decode(page), "url": url or "https://page.invalid/"})
    node = _started()
    with suppress(BrokenPipeError):  # it ended: there is no answer to read either
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
    # A module given as an argument finds its packages from the folder that it is run in.
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
