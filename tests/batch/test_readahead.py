"""A source that is read by a thread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articlex.batch.readahead import ReadAhead
from articlex.errors import UsageError


def broken() -> Iterator[bytes]:
    yield b"one"
    raise UsageError("the output would replace an input")


def test_a_source_that_fails_is_not_exhausted_before_somebody_is_told() -> None:
    """A run ends where it is: it would take the failure for the end of the pages."""
    ahead = ReadAhead(broken(), len)
    ahead._thread.join(30)
    assert ahead.take() == b"one"
    assert not ahead.exhausted
    with pytest.raises(UsageError):
        ahead.take()
    assert ahead.exhausted
