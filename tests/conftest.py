"""What holds for all tests."""

import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from hypothesis import settings

from articlex.batch.process import usable_cpus
from fork_server import ForkServer

# The suite says the same on every run and every machine; searching for new examples is fuzzing's task.
settings.register_profile("suite", derandomize=True, deadline=None)
settings.load_profile("suite")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are CPUs: a test that waits for a process of its own leaves one idle.

    On two the suite took 188 and 198 s with three, 222 and 207 s with two, in turn.
    """
    return usable_cpus() + 1


@pytest.fixture(scope="session", autouse=True)
def year() -> Iterator[None]:
    """All tests run in one year, whenever they do: the last one that is believed follows the clock."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articlex.extraction.this_year", lambda: 2026)
        yield


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


@pytest.fixture(scope="session")
def fork_server() -> Iterator[ForkServer]:
    """The process that the workers of this session's tests are forked from."""
    server = ForkServer()
    yield server
    server.close()


@pytest.fixture
def forked_workers(fork_server: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches in the process of the test have warm workers: see :mod:`fork_server`."""
    monkeypatch.setattr("articlex.batch.pool.spawn", fork_server.spawn)
    monkeypatch.setattr("articlex.batch.reader.spawn", fork_server.spawn)
