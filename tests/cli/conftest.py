from pathlib import Path

import pytest

import articlex


@pytest.fixture(autouse=True)
def importable_in_subprocesses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests that start a process of their own run the same code as the others."""
    monkeypatch.setenv("PYTHONPATH", str(Path(articlex.__file__).parents[1]))
