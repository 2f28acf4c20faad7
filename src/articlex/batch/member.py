"""A page in an archive, and how archives are read."""

from __future__ import annotations

from typing import NamedTuple

from articlex.errors import UsageError
from articlex.options import FormName

TOO_LARGE = "too-large"


class Reading(NamedTuple):
    """How archives are read: fields of JSON Lines and Parquet, and the size limit of a page in bytes."""

    html_field: str = "html"
    url_field: str = "url"
    max_bytes: int = 64 << 20
    #: More fields, which the record of the article repeats (--keep-fields).
    keep: tuple[str, ...] = ()


class Member(NamedTuple):
    """A page in an archive under its name there, or the code and reason why it cannot be read."""

    name: str
    #: A str if the archive holds text: then no encoding, stated or given, applies to it.
    data: bytes | str = b""
    url: str | None = None
    form: FormName = "auto"
    charset: str | None = None
    #: A JSON object with the fields to repeat, "" for none.
    kept: str = ""
    code: str = ""
    error: str = ""


class MissingPackageError(UsageError):
    """The package that reads archives of a kind is not installed."""

    code = "package"


def too_large(name: str, size: int) -> Member:
    """The member ``name``, whose ``size`` in bytes is over the limit."""
    return Member(name, code=TOO_LARGE, error=f"{size:,} bytes, over the limit")
