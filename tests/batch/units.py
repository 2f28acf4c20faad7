"""Units of work that misbehave, for tests of the pool and of whole runs. Workers import this module."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from articlex import pipeline
from articlex.batch.sources import Archive, Sources, members
from articlex.batch.unit import Item, Job, Row, process
from articlex.options import Options
from articlex.page import Fact, Mark, Page
from articlex.stages.contract import Stage


def double(number: int) -> int:
    return 2 * number


def act(order: str) -> str:
    """Do what the first word of ``order`` says, and return the order or what it has made."""
    word, _, rest = order.partition(" ")
    return ACTS.get(word, lambda _: None)(rest) or order


def _sleep(_: str) -> None:
    time.sleep(60)


def _doze(_: str) -> None:
    time.sleep(0.3)


def _raise(_: str) -> None:
    raise ValueError("asked to")


def _segfault(_: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _exit(_: str) -> None:
    os._exit(7)


def _eat(_: str) -> str:
    return str(len(bytearray(1 << 34)))


def _pid(_: str) -> str:
    return str(os.getpid())


def _print(_: str) -> None:
    print("on stdout", flush=True)  # noqa: T201 -- what a page's library may do


def _grow(_: str) -> str:
    KEPT.append(bytearray(os.urandom(1 << 20)) * 64)
    return str(os.getpid())


def _crash_once(marker: str) -> None:
    if not Path(marker).exists():
        Path(marker).touch()
        _segfault("")


ACTS: dict[str, Callable[[str], str | None]] = {
    "sleep": _sleep,
    "doze": _doze,
    "raise": _raise,
    "segfault": _segfault,
    "exit": _exit,
    "eat": _eat,
    "pid": _pid,
    "print": _print,
    "grow": _grow,
    "crash-once": _crash_once,
}

KEPT: list[bytearray] = []


def with_hostile_stage(item: Item, job: Job) -> Row:
    """The unit, with one more stage in front: pages whose text asks for it make it misbehave."""
    if pipeline.ORDER[0] is not HOSTILE:
        pipeline.run.__defaults__ = ((HOSTILE, *pipeline.ORDER),)
    return process(item, job)


def _hostile(page: Page, options: Options) -> Iterator[Mark | Fact]:
    text = " ".join(block.text for block in page.blocks[:3])
    if "LOOP" in text:
        while True:
            time.sleep(0.01)  # a loop all the same, that leaves the machine to the other tests
    if "SEGFAULT" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "MEMORY" in text:
        kept = []
        while True:
            kept.append(bytearray(os.urandom(1 << 10)) * (1 << 14))
    if "RAISE" in text:
        raise ValueError("a stage that fails")
    yield from ()


def misread(item: Item, kind: str, sources: Sources) -> Iterator[Item | Archive]:
    """The pages of an archive; after the first one, what the archive's name asks for."""
    for member in members(item, kind, sources):
        yield member
        if "crash" in item.name:
            _segfault("")
        if "wait" in item.name:
            time.sleep(60)
        if "eat" in item.name:
            os.kill(os.getpid(), signal.SIGKILL)  # as the kernel does when memory is short
        while "spin" in item.name:
            pass


HOSTILE = Stage("hostile", _hostile, {"none": "Says nothing."})


def puzzling(item: Item, job: Job) -> Row:
    """A unit that fails with a message that UTF-8 cannot hold."""
    raise ValueError("\ud800 \udcff")
