"""Addresses as pages and callers state them, some of which are none."""

from __future__ import annotations

from urllib.parse import SplitResult, unquote, urlsplit

_NOTHING = SplitResult("", "", "", "", "")
#: Figures of the moment of a copy in a web archive.
_MOMENT, _MARKED, _NO_MARKS = len("20090712103000"), len("2009.07.12-103000"), str.maketrans("", "", ".-")


def split_address(address: str | None) -> SplitResult:
    """The parts of an address, all empty where it is none (``http://[x``).

    Those of what a web archive keeps are those of the address that was archived:
    ``https://web.archive.org/web/20090712103000/http://example.org/``.
    """
    try:
        return urlsplit(archived_address(address or ""))
    except ValueError:
        return _NOTHING


def archived_address(address: str) -> str:
    """The address behind the moment of a copy, as the Wayback Machine, OpenWayback and pywb write it, maybe
    with what the copy is used for ("im_"), and as archive.today does ("2009.07.12-103000"); any other address
    as it is."""
    before, found, rest = address.partition("/http")
    moment = before.rpartition("/")[2] if found and rest.startswith((":/", "s:/")) else ""
    moment = moment.translate(_NO_MARKS) if len(moment) == _MARKED else moment
    is_copy = len(moment) in (_MOMENT, _MOMENT + len("im_")) and moment[:_MOMENT].isdecimal()
    return f"http{rest}" if is_copy else address


def host_of(address: str | None) -> str:
    """The host of an address, lower-cased, without "www."; "" if it has none."""
    return (split_address(address).hostname or "").removeprefix("www.")


def same_site(host: str, other: str) -> bool:
    """Whether two hosts share their last two labels."""
    return host.split(".")[-2:] == other.split(".")[-2:]


def address_key(address: str) -> str:
    """Host and path of an address, for comparison: no scheme, "www.", query, fragment or trailing slash."""
    host = host_of(address.strip()).removeprefix("m.")
    path = unquote(split_address(address.strip()).path).rstrip("/").lower()
    return f"{host}{path}" if host and path else ""
