"""Web addresses as pages and callers state them, some of them invalid."""

from __future__ import annotations

from urllib.parse import SplitResult, unquote, urlsplit

_NOTHING = SplitResult("", "", "", "", "")
#: Lengths of the timestamp of a copy in a web archive, and the removal of its separators.
_MOMENT, _MARKED, _NO_MARKS = len("20090712103000"), len("2009.07.12-103000"), str.maketrans("", "", ".-")
#: How the file names of pictures end, as alternatives of a pattern: those made of dots, and all.
DOTTED = "jpe?g|png|gif|webp|avif"
PICTURES = f"{DOTTED}|svg"


def split_address(address: str | None) -> SplitResult:
    """The parts of an address; all are empty if it is invalid (``http://[x``).

    For a copy in a web archive they are those of the archived address, as in
    ``https://web.archive.org/web/20090712103000/http://example.org/``.
    """
    try:
        return urlsplit(archived_address(address or ""))
    except ValueError:
        return _NOTHING


def archived_address(address: str) -> str:
    """The archived address in that of a copy, which follows a timestamp: that of the Wayback Machine,
    OpenWayback and pywb, perhaps with a modifier ("20090712103000im_"), or of archive.today
    ("2009.07.12-103000"). Any other address is returned as it is."""
    before, found, rest = address.partition("/http")
    moment = before.rpartition("/")[2] if found and rest.startswith((":/", "s:/")) else ""
    moment = moment.translate(_NO_MARKS) if len(moment) == _MARKED else moment
    is_copy = len(moment) in (_MOMENT, _MOMENT + len("im_")) and moment[:_MOMENT].isdecimal()
    return f"http{rest}" if is_copy else address


def host_of(address: str | None) -> str:
    """The host of an address in lower case, without "www."; "" if it has none."""
    return (split_address(address).hostname or "").removeprefix("www.")


def same_site(host: str, other: str) -> bool:
    """Whether two hosts have the same last two labels: "news.example.org" and "example.org"."""
    return host.split(".")[-2:] == other.split(".")[-2:]


def address_key(address: str) -> str:
    """Host and path of an address, for comparison: without scheme, "www.", "m.", query, fragment and final
    slash; "" without a host or a path."""
    host = host_of(address.strip()).removeprefix("m.")
    path = unquote(split_address(address.strip()).path).rstrip("/").lower()
    return f"{host}{path}" if host and path else ""
