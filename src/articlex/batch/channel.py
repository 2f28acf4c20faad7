"""Pickled messages over a socket, each preceded by its length.

The parent's end never blocks: a worker that hangs with a full socket must not keep the parent from enforcing
the time limits of the others. The worker's end blocks, as it has nothing else to do.
"""

from __future__ import annotations

import pickle
import socket
import struct
from typing import IO, Any

_LENGTH = struct.Struct("!Q")
_CHUNK = 1 << 18


def pack(message: Any) -> bytes:
    """``message`` as one frame."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(body)) + body


def read_message(stream: IO[bytes]) -> Any:
    """The next message from a blocking stream. Raises EOFError when the other end is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return pickle.loads(body)


class Channel:
    """The parent's end of the socket, which never blocks."""

    __slots__ = ("_in", "_out", "closed", "socket")

    def __init__(self, sock: socket.socket) -> None:
        sock.setblocking(False)
        self.socket = sock
        self.closed = False
        self._in = bytearray()
        self._out = bytearray()

    @property
    def pending(self) -> bool:
        """Whether bytes wait until the socket accepts them."""
        return bool(self._out) and not self.closed

    def send(self, frame: bytes) -> None:
        """Send a frame; what the socket does not accept now is kept for :meth:`flush`."""
        self._out += frame
        self.flush()

    def flush(self) -> None:
        """Send as much as the socket accepts."""
        try:
            while self._out:
                sent = self.socket.send(memoryview(self._out)[:_CHUNK])
                del self._out[:sent]
        except BlockingIOError:
            return
        except OSError:
            # The other end is gone, but what it sent last may still be received.
            self._out.clear()

    def receive(self) -> list[Any]:
        """The complete messages that have arrived. Sets ``closed`` when the other end is gone."""
        try:
            while chunk := self.socket.recv(_CHUNK):
                self._in += chunk
                if len(chunk) < _CHUNK:
                    break  # that was all; an end of the stream shows at the next call
            else:
                self.closed = True
        except BlockingIOError:
            pass
        except OSError:
            self.closed = True
        return self._messages()

    def _messages(self) -> list[Any]:
        """The messages that have arrived whole; what is left of them stays."""
        messages: list[Any] = []
        start = 0
        while len(self._in) - start >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._in, start)
            end = start + _LENGTH.size + length
            if len(self._in) < end:
                break
            messages.append(pickle.loads(memoryview(self._in)[start + _LENGTH.size : end]))
            start = end
        del self._in[:start]
        return messages

    def close(self) -> None:
        """Close the socket, upon which the worker at the other end stops."""
        self.closed = True
        self.socket.close()
