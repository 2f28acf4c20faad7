"""Feeds (RSS 0.9 to 2.0, Atom of RFC 4287) as HTML: a single entry is the article, several are a list.

A feed often has the whole texts of a site's articles, and users may pipe it in place of a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape, unescape
from typing import NamedTuple

from lxml import etree

from articlex.regex import regex

#: What may stand above the root of an XML document: its declaration, comments, a document type.
PROLOG = (
    r"\s*(?:(?:<\?[^>]{0,500}\?>|<!--(?s:.{0,2000}?)-->"
    r"|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>)\s*){0,5}"
)
_FEED = regex(rf"{PROLOG}<(?:rss|feed|rdf:RDF)[\s>]")
#: Names of the elements for each field of an entry, the best first, in any namespace.
_NAMES = {
    "title": ("title",),
    "author": ("creator", "author"),
    "date": ("published", "pubDate", "date", "issued", "updated", "modified"),
    "text": ("encoded", "content", "description", "summary"),
}
_ENTRIES = ("item", "entry")
#: Atom's types of a text: plain, escaped HTML, and a part of the feed's own XML.
_PLAIN, _HTML, _INLINE = "text", "html", "xhtml"
_TAG = regex(r"<[^<>]{1,400}>")


class Entry(NamedTuple):
    """An article as a feed states it; ``text`` is HTML, missing fields are "". Several authors are separated
    by semicolons, as a comma may be part of a name."""

    title: str
    author: str
    date: str
    text: str
    url: str


def feed_entries(source: str) -> tuple[list[Entry], str]:
    """(the entries of a feed, the name of its site or ""); no entries for any other document."""
    root = xml_root(source) if _FEED.match(source) else None
    if root is None:
        return [], ""
    entries = [_entry(element) for element in root.iter() if _name(element) in _ENTRIES]
    channel = next((element for element in root if _name(element) == "channel"), root)
    return entries, _field(channel, "title")


def html_of(entries: list[Entry], site: str = "") -> str:
    """The HTML of the only article of a file, or of its several articles; ``site`` is the name of their
    site."""
    return article_html(entries[0], site) if len(entries) == 1 else list_html(entries, site)


def xml_root(source: str, *, huge_tree: bool = False) -> etree._Element | None:
    """The root of an XML document, however broken, or None. ``huge_tree`` allows texts of more than 10 MB."""
    # Nothing outside the document is read, and no entity is expanded.
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, encoding="utf-8", huge_tree=huge_tree
    )
    return etree.fromstring(source.encode("utf-8", "replace"), parser)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children of ``element`` with these names, in the order of the names."""
    for name in names:
        yield from (child for child in element if _name(child) == name)


def _field(entry: etree._Element, field: str) -> str:
    """The first text that an element for ``field`` has, "" if there is none."""
    found = _children(entry, *_NAMES[field])
    texts = (text_of(_line(each)) if each.get("type") == _HTML else _line(each) for each in found)
    return next(filter(None, texts), "")


def _line(element: etree._Element) -> str:
    """The text of an element on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def text_of(html: str) -> str:
    """The text of a title in HTML: "Rain &amp; <b>wind</b>" → "Rain & wind"."""
    return unescape(_TAG.sub("", html))


def _entry(entry: etree._Element) -> Entry:
    # Media RSS calls a picture or a video <media:content>, which has no text.
    texts = map(_html, _children(entry, *_NAMES["text"]))
    authors = (map(_author, _children(entry, name)) for name in _NAMES["author"])
    return Entry(
        _field(entry, "title"),
        next(filter(None, ("; ".join(filter(None, each)) for each in authors)), ""),
        _field(entry, "date"),
        next(filter(str.strip, texts), ""),
        _address(entry),
    )


def _author(element: etree._Element) -> str:
    return _line(next(_children(element, "name"), element))


def _html(text: etree._Element) -> str:
    if text.get("type") == _INLINE:
        return "".join(etree.tostring(child, encoding="unicode") for child in text)
    whole = "".join(map(str, text.itertext()))
    return f"<p>{escape(whole)}</p>" if text.get("type") == _PLAIN else whole


def _address(entry: etree._Element) -> str:
    """The address of the article: the text of RSS's <link>, the target of Atom's alternate one."""
    for link in _children(entry, "link"):
        address = (link.get("href") or link.text or "").strip()
        if address and link.get("rel", "alternate") == "alternate":
            return address
    return ""


def article_html(entry: Entry, site: str) -> str:
    """The HTML page of one article, with its metadata; ``site`` is the name of its site or ""."""
    stated = {
        "og:title": entry.title,
        "og:site_name": site,
        "og:url": entry.url,
        "author": entry.author,
        "article:published_time": entry.date,
    }
    metas = "".join(
        f'<meta property="{name}" content="{escape(value)}">' for name, value in stated.items() if value
    )
    heading = f"<h1>{escape(entry.title)}</h1>" if entry.title else ""
    return (
        f"<html><head><title>{escape(entry.title)}</title>{metas}</head>"
        f"<body><article>{heading}<div>{entry.text}</div></article></body></html>"
    )


def list_html(entries: list[Entry], site: str) -> str:
    """The HTML page of several articles, one below the other; ``site`` is the name of their site or ""."""
    articles = (
        f'<article><h2><a href="{escape(one.url)}">{escape(one.title)}</a></h2>{one.text}</article>'
        for one in entries
    )
    head, heading = f"<title>{escape(site)}</title>", f"<h1>{escape(site)}</h1>" if site else ""
    return f"<html><head>{head}</head><body>{heading}{''.join(articles)}</body></html>"
