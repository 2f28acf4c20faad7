"""Word lists and the model; each file has a line on where it comes from in README.md beside it."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def read_data(name: str) -> str:
    """The text of the data file ``name``."""
    return read_packed(name).decode("utf-8")


def read_packed(name: str) -> bytes:
    """The bytes of the data file ``name``. (``importlib.resources`` would take 10 ms to import.)"""
    return (_FOLDER / name).read_bytes()
