"""Signals that ask a run to end: they are noted, and the run ends when it next looks."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def noted_signals() -> Iterator[list[int]]:
    """A list to which SIGINT, SIGTERM and SIGHUP are appended as they come in, instead of ending the process.

    Outside the main thread the list stays empty: whoever runs us there handles signals.
    """
    caught: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        caught.append(number)

    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    # A signal that our parent has set to be ignored, as nohup does, stays ignored.
    wanted = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    try:
        before = {number: signal.signal(number, note) for number in wanted}
    except ValueError:
        # Not the main thread.
        yield caught
        return
    try:
        yield caught
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
