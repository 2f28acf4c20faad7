"""The site a page comes from, for folds in which no site stands on both sides."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from articlex_lab.corpora.annotated import Record

#: Second-level labels under which two-letter countries register names (``example.co.uk``).
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
    """The part of a host that one owner registers: ``news.bbc.co.uk`` gives ``bbc.co.uk``.

    A heuristic that needs no list: the last two labels, or three where the last is a country and the
    one before it a generic name. "" where ``url`` has no host.
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

    From ``url``; else from the page's canonical or OpenGraph address; else the domain that most of its
    absolute links point to; else the page's own name.
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
