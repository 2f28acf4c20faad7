"""Word lists and models; README.md beside them says where each file comes from."""

from __future__ import annotations

import os
from typing import Any

#: As it is written: a Path would be without the "./" by which ``./articlex.pyz`` knows its own files.
_FOLDER = os.path.dirname(__file__)  # noqa: PTH120
_LOADER: Any = __spec__.loader


def read_data(name: str) -> str:
    """The text of the data file ``name``."""
    return read_packed(name).decode("utf-8")


def read_packed(name: str) -> bytes:
    """The bytes of the data file ``name``, in a folder or in a zip archive that the package is imported from.
    (``importlib.resources`` would take 10 ms to import.)"""
    data: bytes = _LOADER.get_data(f"{_FOLDER}{os.sep}{name}")
    return data
