"""Texts by their letters, to find one in another whatever stands between the words."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of a text, without what stands between them."""
    return _BETWEEN.sub("", text)
