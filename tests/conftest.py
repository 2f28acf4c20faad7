"""What holds for all tests."""

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from hypothesis import settings

# The suite says the same on every run and every machine; searching for new examples is fuzzing's task.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")


@pytest.fixture
def inherited() -> Callable[[signal.Signals, signal.Handlers], AbstractContextManager[None]]:
    """``with inherited(signal, action)``: what a process does with a signal that is started meanwhile.

    Tests that are started by nohup, or behind an ``&``, hand on that SIGHUP or SIGINT is ignored.
    """

    @contextmanager
    def during(number: signal.Signals, action: signal.Handlers) -> Iterator[None]:
        before = signal.signal(number, action)
        try:
            yield
        finally:
            signal.signal(number, before)

    return during
