"""Reading ahead of the workers, in a thread, within bounds.

A source may wait for a slow disk or a pipe; meanwhile the parent must go on collecting results and enforcing
time limits. The thread pauses when it is ahead by a certain number of items or bytes.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")

#: Most items that may wait, and most bytes of them; a single item may be larger.
_MAX_ITEMS = 64
MAX_BYTES = 64 << 20


class ReadAhead(Generic[T]):
    """The items of ``source``, read by a thread. ``weigh`` gives the bytes that an item takes in memory."""

    def __init__(self, source: Iterable[T], weigh: Callable[[T], int]) -> None:
        self._weigh = weigh
        self._items: deque[T] = deque()
        self._bytes = 0
        self._condition = threading.Condition()
        self._stopped = False
        self._finished = False
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._read, args=(source,), daemon=True)
        self._thread.start()

    @property
    def exhausted(self) -> bool:
        """Whether every item of the source has been taken, and its error raised."""
        with self._condition:
            return self._finished and not self._items and self._error is None

    def take(self) -> T | None:
        """The next item, or None if there is none right now. Raises what the source raised."""
        with self._condition:
            if self._items:
                item = self._items.popleft()
                self._bytes -= self._weigh(item)
                # Not for every item: waking a thread costs more than reading a name.
                if len(self._items) <= _MAX_ITEMS // 2 or self._bytes <= MAX_BYTES // 2:
                    self._condition.notify()
                return item
            if self._error is not None:
                error, self._error = self._error, None
                raise error
            return None

    def stop(self) -> None:
        """Read no further. What the thread is reading now is dropped."""
        with self._condition:
            self._stopped = True
            self._condition.notify()

    def _read(self, source: Iterable[T]) -> None:
        """The thread: read all items, then say that they are all."""
        try:
            for item in source:
                if not self._put(item):
                    return
        except BaseException as error:
            self._error = error
        finally:
            with self._condition:
                self._finished = True

    def _put(self, item: T) -> bool:
        """Add an item when there is room; False if nobody wants it any more."""
        weight = self._weigh(item)
        with self._condition:
            while not self._stopped and self._full(weight):
                self._condition.wait()
            if self._stopped:
                return False
            self._items.append(item)
            self._bytes += weight
        return True

    def _full(self, weight: int) -> bool:
        return bool(self._items) and (len(self._items) >= _MAX_ITEMS or self._bytes + weight > MAX_BYTES)
