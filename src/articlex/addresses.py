"""Web addresses as pages and callers state them, some of them invalid."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, unquote, urlsplit

from articlex.regex import regex

_NOTHING = SplitResult("", "", "", "", "")
#: The timestamp of a copy in a web archive, and the archived address.
_COPY = regex(r"/(?:\d{14}(?:\w\w_)?|\d{4}\.\d\d\.\d\d-\d{6})/(https?:/.*)", re.ASCII | re.DOTALL)
#: How the file names of pictures end, as alternatives of a pattern: those made of dots, and all.
DOTTED = "jpe?g|png|gif|webp|avif"
PICTURES = f"{DOTTED}|svg"
#: Names, without ending, of the file of a front page.
FRONT_FILES = ("index", "default", "home")
#: Paths to a front page: "/", "../../", "index.html", "./index.php". (With "./" a page of MkDocs links to
#: itself.)
_FRONT = regex(rf"/|(?:\.\./)+|(?:/|\./|(?:\.\./)+)?(?:{'|'.join(FRONT_FILES)})\.\w{{3,5}}")


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
    copy = _COPY.search(address) if "/http" in address else None
    return copy[1] if copy else address


def host_of(address: str | None) -> str:
    """The host of an address in lower case, without "www."; "" if it has none."""
    return (split_address(address).hostname or "").removeprefix("www.")


def same_site(host: str, other: str) -> bool:
    """Whether two hosts have the same last two labels: "news.example.org" and "example.org"."""
    return host.split(".")[-2:] == other.split(".")[-2:]


def folders(href: str) -> list[str]:
    """The parts of an address but for the last, in lower case: ["", "tag"] of "/tag/rivers/"."""
    return href.partition("?")[0].rstrip("/").lower().split("/")[:-1]


def address_key(address: str) -> str:
    """Host and path of an address, for comparison: without scheme, "www.", "m.", query, fragment and final
    slash; "" without a host or a path."""
    host = host_of(address.strip()).removeprefix("m.")
    path = unquote(split_address(address.strip()).path).rstrip("/").lower()
    return f"{host}{path}" if host and path else ""


def is_front(href: str) -> bool:
    """Whether the target of a link has the form of a front page's: "/", "../", "index.html"."""
    address = split_address(href.strip())
    if address.query or address.fragment:
        return False
    return _FRONT.fullmatch(address.path or ("/" if address.netloc else "")) is not None
