"""Lines on stderr."""

from __future__ import annotations

import io

import pytest

from articlex.stderr import say


def test_a_stderr_that_is_closed_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr("sys.stderr", closed)
    say("nobody hears it")
