"""How archives are read: each page comes as an :class:`~articlex.batch.unit.Item` under its name there, or
with the code and reason why it cannot be read."""

from __future__ import annotations

from typing import NamedTuple

from articlex.batch.unit import Item
from articlex.errors import UsageError

TOO_LARGE = "too-large"


class Reading(NamedTuple):
    """How archives are read: fields of JSON Lines and Parquet, and the size limit of a page in bytes."""

    html_field: str = "html"
    url_field: str = "url"
    max_bytes: int = 64 << 20
    #: More fields, which the record of the article repeats (--keep-fields).
    keep: tuple[str, ...] = ()


class MissingPackageError(UsageError):
    """The package that reads archives of a kind is not installed."""

    code = "package"


def too_large(name: str, size: int) -> Item:
    """The member ``name``, whose ``size`` in bytes is over the limit."""
    return Item(name, code=TOO_LARGE, error=f"{size:,} bytes, over the limit")
