"""Worker processes that begin where a warm one stands.

``articlex batch`` starts each worker as a fresh interpreter, which takes half a second to load what pages
need: a hundred times what the pages of a test take. Here one such interpreter has loaded it, and each worker
of a test is a fork of it. It has no thread and never sees a page, so every worker begins in the same state,
whatever ran before. That a fresh interpreter serves as well is what the tests of the pool are about, and
those that run the command in a process of its own.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

from articlex.address_space import require_room
from articlex.batch.process import spawn

_NUMBER = struct.Struct("!q")

#: A page like those of the tests, whose patterns are compiled once.
_PAGE = b"<title>Rain</title><h1>Rain</h1>" + 3 * b"<p>It rained all day, and the river rose over its banks."


class Forked:
    """A forked worker, as much of a ``subprocess.Popen`` as the pool and the reader of archives need."""

    def __init__(self, minder: socket.socket) -> None:
        self._minder = minder
        self.returncode: int | None = None
        self.pid = self._told()

    def _told(self) -> int:
        number: int = _NUMBER.unpack(self._minder.recv(_NUMBER.size, socket.MSG_WAITALL))[0]
        return number

    def wait(self, timeout: float | None = None) -> int:
        """The exit status. Raises TimeoutExpired."""
        if self.returncode is None:
            self._minder.settimeout(timeout)
            try:
                self.returncode = self._told()
            except (TimeoutError, BlockingIOError):
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0.0) from None
            self._minder.close()
        return self.returncode

    def poll(self) -> int | None:
        """The exit status, None while it runs."""
        try:
            return self.wait(0.0)
        except subprocess.TimeoutExpired:
            return None

    def kill(self) -> None:
        """End it, if it has not ended."""
        if self.poll() is None:
            # It may have ended, and its minder not have said so yet.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)


class ForkServer:
    """A process that has loaded what pages need, and is forked for each worker."""

    def __init__(self) -> None:
        self._process, self._sock = spawn(__name__)

    def spawn(
        self, module: str, *, with_stdin: bool = False
    ) -> tuple[Forked | subprocess.Popen[bytes], socket.socket]:
        """What :func:`articlex.batch.process.spawn` gives, which serves whoever wants our standard input."""
        if with_stdin:
            return spawn(module, with_stdin=True)
        (ours, theirs), (minder, theirs_too) = socket.socketpair(), socket.socketpair()
        with theirs, theirs_too:
            request = pickle.dumps((module, str(Path.cwd()), sys.path, dict(os.environ)))
            handles = [theirs.fileno(), theirs_too.fileno()]
            socket.send_fds(self._sock, [_NUMBER.pack(len(request)), request], handles)
        return Forked(minder), ours

    def close(self) -> None:
        """End the process. A fork that is still at work ends when its socket does."""
        self._sock.close()
        self._process.wait()


def main(handle: int) -> None:
    """The process: forks itself for each request until the socket ends."""
    from articlex.batch import reader, unit, worker  # noqa: F401 -- what the forks will run

    unit.warm_up(unit.process, unit.Job())
    unit.process(unit.Item("page", "", _PAGE), unit.Job())
    # What the batch asks of a worker first, for which its fork needs no page more.
    unit.warm_up = lambda *_: require_room()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.collect()
    gc.freeze()
    sock = socket.socket(fileno=handle)
    while True:
        size, handles, _, _ = socket.recv_fds(sock, _NUMBER.size, 2)
        if not handles:
            return
        request = pickle.loads(sock.recv(_NUMBER.unpack(size)[0], socket.MSG_WAITALL))
        if not os.fork():
            sock.close()
            _mind(socket.socket(fileno=handles[1]), handles[0], *request)
        for received in handles:
            os.close(received)
        _bury()


def _bury() -> None:
    """Take note of the minders that have ended: the time that their workers took is ours then."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _mind(told: socket.socket, handle: int, *request: Any) -> NoReturn:
    """Fork the worker; tell its number, and when it has ended its status."""
    if not (pid := os.fork()):
        told.close()
        _work(handle, *request)
    os.close(handle)
    told.sendall(_NUMBER.pack(pid))
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    told.sendall(_NUMBER.pack(status))
    os._exit(0)


def _work(handle: int, module: str, cwd: str, path: list[str], environ: dict[str, str]) -> NoReturn:
    status = 1
    try:
        os.setsid()
        os.chdir(cwd)
        sys.path[:] = path
        os.environ.clear()
        os.environ.update(environ)
        importlib.import_module(module).main(handle)
        status = 0
    finally:
        os._exit(status)
