"""The options of one extraction, in one frozen record that every stage and writer receives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from articlex.site_profiles import SiteProfile

Engine = Literal["articlex", "readability"]
Favor = Literal["balanced", "precision", "recall"]
#: The form of a page, or "auto" to decide by its content.
FormName = Literal["auto", "html", "text"]

#: Most bytes of a page, before and after decompression. The largest page in all corpora we know has 12 MB.
MAX_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Options:
    """The options of an extraction. The figures in the README are measured with the defaults.

    * ``engine``: what finds the body: our scorer, or "readability", which is readability-lxml choosing among
      our blocks (only in HTML).
    * ``favor``: the trade-off for the body: "precision" keeps less, but surely right, "recall" all that may
      belong.
    * ``reference_date``: the day from which relative dates ("3 hours ago") count; without it they are
      ignored. A date more than a day later is not believed; without it, one after next year.
    * ``site_profile``: what the pages of the site have in common (:func:`articlex.learn`) and is not part of
      the article.
    * ``max_bytes``: the largest page, before and after decompression.
    * ``disabled_stages``: names of stages to skip, for experiments.
    * ``strict``: whether an exception or a breach of contract in a stage is raised (for tests) instead of
      recorded in ``Article.warnings``.

    Raises ValueError for an unknown ``engine`` or ``favor`` and for ``max_bytes`` below 1, TypeError for
    values of the wrong type.
    """

    engine: Engine = "articlex"
    favor: Favor = "balanced"
    reference_date: date | None = None
    site_profile: SiteProfile | None = None
    max_bytes: int = MAX_BYTES
    disabled_stages: frozenset[str] = frozenset()
    strict: bool = False

    def __post_init__(self) -> None:
        # Inside a stage, wrong values would fail that stage, and the page would have no article.
        if self.engine not in get_args(Engine):
            raise ValueError(f"no engine is called {self.engine!r}; there are {', '.join(get_args(Engine))}")
        if self.favor not in get_args(Favor):
            raise ValueError(f"favor is {', '.join(get_args(Favor))}, not {self.favor!r}")
        day = self.reference_date
        if isinstance(day, datetime):
            object.__setattr__(self, "reference_date", day.date())
        elif not isinstance(day, date | None):
            raise TypeError(f"reference_date must be a date, not {type(day).__name__}")
        if self.site_profile is not None:
            from articlex.site_profiles import SiteProfile

            _require("site_profile", self.site_profile, SiteProfile)
        names = several_names("disabled_stages", self.disabled_stages)
        object.__setattr__(self, "disabled_stages", frozenset(names))
        _require("strict", self.strict, bool)
        _require("max_bytes", self.max_bytes, int)
        if self.max_bytes < 1:
            raise ValueError(f"max_bytes must be 1 or more, not {self.max_bytes}")


def several_names(option: str, value: object) -> tuple[str, ...]:
    """The names that an option holds. Raises TypeError if it does not hold several, or something else."""
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise TypeError(f"{option} must be several names, not one {type(value).__name__}")
    names = tuple(value)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"{option} must be names, not {type(name).__name__}")
    return names


def _require(name: str, value: object, kind: type) -> None:
    """Raise TypeError for a value of another type."""
    if type(value) is not kind:  # isinstance() would take True for an int
        raise TypeError(f"{name} must be {kind.__name__}, not {type(value).__name__}")
