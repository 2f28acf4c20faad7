"""Addresses of links and images, made absolute and safe to follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from articlex.page import Block, Kind, Run
from articlex.placeholders import is_unfilled_address
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.article import Article

#: Allowed schemes; a link with another one ("javascript:", "data:", "blob:", "file:", ...) is dropped.
SCHEMES = frozenset(
    "http https ftp ftps sftp mailto tel sms xmpp irc ircs news nntp geo magnet gopher gemini webcal"
    " matrix urn doi".split()
)

_ORIGIN = regex(r"https?://[^/?#\s]+")
_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]*):")

#: Characters that the URL standard (url.spec.whatwg.org, "percent-encode sets") encodes in a path, a query or
#: a fragment, and all white space and control characters.
_UNSAFE = regex(r"""[\x00-\x20"<>\\^`{|}\x7f-\xa0\u2028\u2029\ud800-\udfff]""")

#: The address that Chrome writes for a picture saved beside the page, which exists on no server.
_SAVED_BESIDE = regex(r"\./[^/?#]{1,250}_files/")

#: Characters that are removed before a URL is parsed (url.spec.whatwg.org), and those stripped from its ends.
_IGNORED = regex("[\t\r\n]")
_PADDING = "".join(map(chr, range(0x21))) + "\u00a0"


class Links:
    """Resolves the raw addresses of one page, against ``page_url`` and its ``<base href>``."""

    __slots__ = ("_base", "_known", "_origin")

    def __init__(self, page_url: str | None, base: str = "") -> None:
        base = base.strip()
        # A base may be of no use: "file:" of a saved page; "data:", which browsers ignore.
        self._base = _join(page_url or "", base if _is_allowed(base) else "")
        found = _ORIGIN.match(self._base)
        self._origin = found[0] if found else ""
        self._known: dict[str, str | None] = {}

    def resolve(self, href: str) -> str | None:
        """The absolute address, percent-encoded where necessary; None for one that must not or cannot be
        followed.

        If the address of the page is unknown, a relative address stays relative.
        """
        try:
            return self._known[href]
        except KeyError:
            url = self._known[href] = self._resolve(href)
            return url

    def _resolve(self, href: str) -> str | None:
        """The absolute address; most links take one of two short ways."""
        if "&amp;" in href:  # escaped twice: no real address has that
            href = href.replace("&amp;", "&")
        if href.startswith(("https://", "http://")):
            url = href
        elif href[:1] == "/" and href[1:2] != "/" and self._origin and "/." not in href:
            url = self._origin + href
        else:
            return self._joined(href)
        return url if _UNSAFE.search(url) is None else self._joined(url)

    def _joined(self, href: str) -> str | None:
        """The address joined to the base and checked."""
        url = _IGNORED.sub("", href).strip(_PADDING)
        # "#" is the top of the page, and in fact a button for a script.
        if not url or url == "#" or is_unfilled_address(url):
            return None
        if _SCHEME.match(url) is None and not _SAVED_BESIDE.match(url):
            url = _join(self._base, url)
        if not _is_allowed(url):
            return None
        return _UNSAFE.sub(lambda found: quote(found[0], errors="replace"), url)


def links_of(article: Article) -> Links:
    """The resolver of the addresses on the page of ``article``.

    The base is the address given by the caller, else the one that the page states, if it is absolute: with
    "ex.org/a" or the name of a file, links could not become web addresses.
    """
    page = article.page
    address = next((url for url in (page.url, article.url) if url and _is_of_the_web(url)), None)
    return Links(address, page.markup.base)


def _is_allowed(url: str) -> bool:
    """Whether ``url`` is relative or has one of the SCHEMES."""
    scheme = _SCHEME.match(url)
    return scheme is None or scheme[1].lower() in SCHEMES


def _is_of_the_web(url: str) -> bool:
    return _SCHEME.match(url) is not None and "://" in url and _is_allowed(url)


def _join(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:  # an invalid IPv6 host: "http://[x"
        return url


def shown_runs(block: Block, links: Links) -> Sequence[Run]:
    """The runs of a block; those of an embed are links, of which one without a text shows its address."""
    if block.kind is not Kind.EMBED:
        return block.runs
    shown = [
        run if run.text or run.href is None else run._replace(text=links.resolve(run.href) or "")
        for run in block.runs
    ]
    return [run for run in shown if run.text]
