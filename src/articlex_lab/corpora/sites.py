"""The site that a page comes from, for crossvalidation in which no site is on both sides of a split."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from articlex_lab.corpora.annotated import Record

#: Labels under which names are registered in countries with a code of two letters (``example.co.uk``).
_GENERIC = frozenset(
    {"ac", "co", "com", "edu", "gob", "gov", "gouv", "go", "gr", "govt", "in", "info", "ltd", "mil"}
    | {"ne", "net", "nom", "or", "org", "sch", "web"}
)

_CANONICAL = re.compile(
    rb"""<(?:link|meta)\b[^>]*?(?:rel\s*=\s*["']?canonical|og:url)[^>]*?(?:href|content)\s*=\s*["']?(https?://[^"'\s>]+)""",
    re.IGNORECASE,
)
_LINK = re.compile(rb"""<a\b[^>]{0,300}?\bhref\s*=\s*["']?(https?://[^"'\s>]{1,300})""", re.IGNORECASE)

#: Bytes searched for the page's own address and links.
_WINDOW = 400_000


def registered_domain(url: str) -> str:
    """The part of a host that is registered by one owner: ``bbc.co.uk`` for ``http://news.bbc.co.uk/1``.

    A heuristic instead of the Public Suffix List: the last two labels, or three where the last is a country
    code and the one before it is in :data:`_GENERIC`. "" where ``url`` has no host.
    """
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    labels = host.split(".")
    if labels[-1].isdigit() or len(labels) <= 2:
        return host
    generic = len(labels[-1]) == 2 and labels[-2] in _GENERIC
    return ".".join(labels[-3 if generic else -2 :])


def site(record: Record) -> str:
    """The registered domain of a record's page.

    That of its ``url``; else of the canonical or OpenGraph URL in the page; else the domain that most of its
    absolute links lead to; else the name of the page stands for its site.
    """
    if record.url and (domain := registered_domain(record.url)):
        return domain
    window = record.read()[:_WINDOW]
    if stated := _CANONICAL.search(window):
        return registered_domain(_text(stated[1])) or record.name
    counts = Counter(registered_domain(_text(link)) for link in _LINK.findall(window))
    counts.pop("", None)
    return min(counts, key=lambda domain: (-counts[domain], domain)) if counts else record.name


def _text(raw: bytes) -> str:
    return raw.decode("ascii", "replace")
