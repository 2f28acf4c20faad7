"""A page in an archive, and how archives are read."""

from __future__ import annotations

from typing import NamedTuple

from articlex.errors import UsageError
from articlex.options import FormName

TOO_LARGE = "too-large"


class Reading(NamedTuple):
    """How archives are read: the fields of JSON Lines and Parquet, and the limit for one page."""

    html_field: str = "html"
    url_field: str = "url"
    max_bytes: int = 64 << 20
    #: Further fields, which the record of the article repeats.
    keep: tuple[str, ...] = ()


class Member(NamedTuple):
    """A page in an archive, under the name that it has there, or why it cannot be read."""

    name: str
    #: As text where the archive holds text: nothing that is said of bytes holds for it.
    data: bytes | str = b""
    url: str | None = None
    form: FormName = "auto"
    charset: str | None = None
    #: JSON of an object with the further fields; "" where none are kept.
    kept: str = ""
    code: str = ""
    error: str = ""


class MissingPackageError(UsageError):
    """The package that reads archives of a kind is not installed."""

    code = "package"


def too_large(name: str, size: int) -> Member:
    """The page ``name`` that is over the limit."""
    return Member(name, code=TOO_LARGE, error=f"{size:,} bytes, over the limit")
