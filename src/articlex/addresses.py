"""Addresses as pages and callers state them, some of which are none."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

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
