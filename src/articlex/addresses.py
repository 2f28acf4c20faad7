"""Addresses as pages and callers state them, some of which are none."""

from __future__ import annotations

from urllib.parse import SplitResult, unquote, urlsplit

_NOTHING = SplitResult("", "", "", "", "")


def split_address(address: str | None) -> SplitResult:
    """The parts of an address, all empty where it is none (``http://[x``)."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return _NOTHING


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
