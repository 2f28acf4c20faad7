"""Word lists and the model; each file has a line on where it comes from in README.md beside it."""

from __future__ import annotations

from pathlib import Path


def read_data(name: str) -> str:
    """The text of the data file ``name``. (``importlib.resources`` would take 10 ms to import.)"""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
