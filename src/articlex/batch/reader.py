"""Archives are read in a process of their own.

What an archive claims about itself, and the library that unpacks it, are no safer than a page: a header may
ask for gigabytes, a native library may crash on a corrupted file. So a separate process reads one archive
after the other, with limits of memory and of CPU time between two pages. If it dies, one archive has failed,
and the next one gets a new process.
"""

from __future__ import annotations

import resource
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple

from articlex.batch.archives import prepare
from articlex.batch.channel import pack, read_message
from articlex.batch.pool import Loss, exit_status, loss_by
from articlex.batch.process import limit_memory, served, set_soft_limit, spawn
from articlex.batch.sources import Archive, Opener, Sources, members
from articlex.batch.unit import Item
from articlex.errors import ArticlexError

#: Seconds of CPU time, which waiting for a disk or a pipe does not use, until the next page is there.
#: Skipping a film of some gigabytes in a compressed tar takes a minute.
_CPU_SECONDS = 120
#: The memory limit of an archive, in limits of a page: Parquet unpacks a thousand rows at once.
_MEMORY_FACTOR = 4


class _Raised(NamedTuple):
    """An error that ends not only the archive but the run: a package is missing."""

    error: ArticlexError


class ArchiveReader:
    """Reads archives in a process that is started for the first one. ``memory`` is the limit of a page in
    bytes, 0 for none. It is called by one thread; :meth:`close` may be called by another."""

    def __init__(self, memory: int, cpu_seconds: int = _CPU_SECONDS, opener: Opener = members) -> None:
        self._hello = pack((opener, memory * _MEMORY_FACTOR, cpu_seconds))
        self._cpu_seconds = cpu_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._sock: socket.socket | None = None
        self._stream: IO[bytes] | None = None
        self._lock = threading.Lock()
        self._busy = False
        self._closed = False

    def __call__(self, item: Item, kind: str, sources: Sources) -> Iterator[Item | Archive]:
        """What :func:`~articlex.batch.sources.members` yields, made in the other process."""
        sub, ended = 0, False
        self._busy = True
        try:
            stream = self._asked((item, kind, sources))
            while True:
                message = read_message(stream)
                if isinstance(message, _Raised):
                    raise message.error
                if message is None:
                    ended = True
                    return
                sub = message.sub if isinstance(message, Item) else sub
                yield message
        except (EOFError, OSError):
            ended = self._closed
            if not ended:
                yield self._lost(item._replace(sub=sub + 1), kind)
        finally:
            self._busy = False
            if not ended or self._closed:
                self._end()

    def close(self) -> None:
        """End the process; an archive that is being read is dropped."""
        self._closed = True
        if not self._busy:
            self._end()
        elif self._process is not None:
            # The thread that reads sees the end of the stream, and cleans up.
            self._process.kill()

    def _asked(self, request: tuple[Item, str, Sources]) -> IO[bytes]:
        """The stream on which the answer to ``request`` comes. Raises OSError."""
        with self._lock:
            if self._closed:
                raise OSError("closed")
            with_stdin = request[0].path == "-"
            if self._process is not None and (with_stdin or self._process.poll() is not None):
                self._forget()  # it has no standard input, or has died since the last archive
            if self._sock is None or self._stream is None:
                self._process, self._sock = spawn("articlex.batch.reader", with_stdin=with_stdin)
                self._stream = self._sock.makefile("rb")
                self._sock.sendall(self._hello)
            self._sock.sendall(pack(request))
            return self._stream

    def _lost(self, item: Item, kind: str) -> Item:
        """The failure of an archive whose reading killed the process."""
        status = exit_status(self._process) if self._process else 0
        loss = loss_by(status)
        if status == -signal.SIGXCPU:
            loss = Loss("time", f"no page in {self._cpu_seconds} s of computing")
        return item._replace(code=loss.code, error=f"broken {kind}: {loss.message}")

    def _end(self) -> None:
        with self._lock:
            self._forget()

    def _forget(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        for closing in (self._stream, self._sock):
            if closing is not None:
                closing.close()
        self._process = self._sock = self._stream = None


def main(handle: int) -> None:
    """The process: answers requests until the socket ends."""
    sock, stream = served(handle)
    opener, memory, cpu_seconds = read_message(stream)
    while True:
        try:
            request = read_message(stream)
        except EOFError:
            return
        # Loading a package must not count towards the limits of the archive.
        prepare(request[1])
        limit_memory(memory)
        _limit_cpu(cpu_seconds)
        for message in _answers(opener, request):
            sock.sendall(pack(message))
            _limit_cpu(cpu_seconds)
        limit_memory(0)


def _answers(opener: Callable[..., Iterator[Any]], request: tuple[Any, ...]) -> Iterator[Any]:
    try:
        yield from opener(*request)
        yield None
    except ArticlexError as error:
        yield _Raised(error)


def _limit_cpu(seconds: int) -> None:
    """Let the kernel end this process after so many seconds of CPU time from now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    set_soft_limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds)
