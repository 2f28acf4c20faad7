"""What tests of made pages share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from articlex_lab.corpora.annotated import Record


@pytest.fixture
def make_gold(
    make_record: Callable[..., Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Record]:
    """Makes records, as ``make_record`` does, whose pages are flattened into a folder of the test's own."""
    pytest.importorskip("rapidfuzz")  # which the tests alone do not install
    monkeypatch.setenv("ARTICLEX_CACHE", str(tmp_path))
    return make_record
