"""The options of one extraction, in one frozen record that every stage and writer receives."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from articlex.site_profiles import SiteProfile

Engine = Literal["articlex", "readability"]
Favor = Literal["balanced", "precision", "recall"]
#: What a page is said to be: a form, or "auto" for what its bytes look like.
FormName = Literal["auto", "html", "text"]

#: Bytes of one page, before and after decompression. The largest page of any corpus we know is 12 MB.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """What a caller can choose. The defaults are what the figures in the README are measured with.

    Raises ValueError for an unknown engine or trade-off and for ``max_bytes`` below 1, TypeError for a day, a
    size or names of stages of another type.
    """

    #: Who finds the body: our scorer, or readability-lxml, which chooses among the same blocks (HTML alone).
    engine: Engine = "articlex"
    #: Moves the trade-off of the body: keep less but surely right, or all that may belong.
    favor: Favor = "balanced"
    #: The day that relative dates ("3 hours ago") count from; without it they are not read. A date that
    #: lies more than a day after it is not believed.
    reference_date: date | None = None
    #: What the pages of the site have in common (:func:`articlex.learn`): it is no part of the article.
    site_profile: SiteProfile | None = None
    #: The largest page, before and after decompression.
    max_bytes: int = MAX_BYTES
    #: Names of stages that are left out, to see what they are good for.
    disabled_stages: frozenset[str] = frozenset()
    #: A stage that raises or breaks its contract ends the run (in tests), instead of being noted.
    strict: bool = False

    def __post_init__(self) -> None:
        # Inside a stage each of these would be a failed stage, and the page one without an article.
        if self.engine not in get_args(Engine):
            raise ValueError(f"no engine is called {self.engine!r}; there are {', '.join(get_args(Engine))}")
        if self.favor not in get_args(Favor):
            raise ValueError(f"favor is {', '.join(get_args(Favor))}, not {self.favor!r}")
        day = self.reference_date
        if isinstance(day, datetime):
            object.__setattr__(self, "reference_date", day.date())
        elif not isinstance(day, date | None):
            raise TypeError(f"reference_date must be a date, not {type(day).__name__}")
        if isinstance(self.disabled_stages, str) or not isinstance(self.disabled_stages, Collection):
            given = type(self.disabled_stages).__name__
            raise TypeError(f"disabled_stages must be several names, not one {given}")
        object.__setattr__(self, "disabled_stages", frozenset(self.disabled_stages))
        if not isinstance(self.max_bytes, int):
            raise TypeError(f"max_bytes must be int, not {type(self.max_bytes).__name__}")
        if self.max_bytes < 1:
            raise ValueError(f"max_bytes must be 1 or more, not {self.max_bytes}")
