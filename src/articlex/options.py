"""The options of one extraction, in one frozen record that every stage and writer receives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Engine = Literal["articlex", "readability"]
Favor = Literal["balanced", "precision", "recall"]

#: Bytes of one page after decompression. The largest page of any corpus we know is 12 MB.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can choose. The defaults are what the figures in the README are measured with.

    ``favor`` moves the trade-off between precision and recall of the body. ``reference_date`` is the day
    that relative dates ("3 hours ago") count from; without one they are not read, and it also bounds
    what counts as the future. ``strict`` makes a breach of the stage contract raise (used in tests).
    """

    engine: Engine = "articlex"
    favor: Favor = "balanced"
    reference_date: date | None = None
    max_bytes: int = MAX_BYTES
    disabled_stages: frozenset[str] = frozenset()
    strict: bool = False
