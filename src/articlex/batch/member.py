"""How archives are read: each page comes as an :class:`~articlex.batch.unit.Item` under its name there, or
with the code and reason why it cannot be read."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

from articlex.batch.unit import Item
from articlex.errors import UsageError, over_limit

TOO_LARGE = "too-large"


class Reading(NamedTuple):
    """How archives are read: fields of JSON Lines and Parquet, and the size limit of a page in bytes."""

    html_field: str = "html"
    url_field: str = "url"
    max_bytes: int = 64 << 20
    #: More fields, which the record of the article repeats (--keep-fields).
    keep: tuple[str, ...] = ()


class MissingPackageError(UsageError):
    """A package for files of a format is not installed."""

    code = "package"


def package(module: str, format: str) -> Any:
    """A module of a package that only files of one ``format`` need, as does the extra of that name. Raises
    MissingPackageError."""
    try:
        return import_module(module)
    except ImportError:
        name, extra = module.partition(".")[0], format.lower()
        told = f"{format} needs the package {name} (pip install 'articlex[{extra}]')"
        raise MissingPackageError(told) from None


def too_large(name: str, max_bytes: int, what: str = "") -> Item:
    """The member ``name``, which is over the limit, or ``what`` holds it. How large it is may be unknown: no
    more is read of it."""
    return Item(name, code=TOO_LARGE, error=over_limit(max_bytes, what))
