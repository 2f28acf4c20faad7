"""Addresses in running text, which GFM turns into links ("autolinks") together with markup right behind them.

A backslash becomes part of such a link (``https://ex.org/\\_\\_a\\_\\_`` leads nowhere), and so does
everything up to the next white space (``https://ex.org/a[b](c)`` is one link). Angle brackets prevent both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articlex.regex import regex
from articlex.write.links import Links

#: An autolink of GFM 0.29, except that punctuation that no address contains ends it here.
_ADDRESS = regex(
    r"(?:(?<![A-Za-z])(?:[Hh][Tt][Tt][Pp][Ss]?|[Ff][Tt][Pp])://[^\W_]|(?<![^\s*_~(])www\.)"
    r"[^\s<>“”„‟‘’‚«»‹›。，、；：！？．「」『』（）【】《》〈〉〔〕［］…،؛؟।॥]*"
)
#: How far an autolink extends in GFM: to white space in ASCII, or the start of a tag.
_REACH = regex(r"[^ \t\n\r\f\v<]*")
#: Characters that do not belong to the end of an address; nor do closing brackets without the opening one.
_TRAILING = "?!.,:;*'\""
_BRACKETS = {")": "(", "]": "["}
_ENTITY = regex(r"&(?=#?\w{1,32};)")
_AUTOLINK = regex(r"(?:https?|ftp)://[^\s<>]+\Z")


class Address(NamedTuple):
    """An address in a text, at ``[start:end]``; GFM's link of it extends at most to ``reach``."""

    text: str
    start: int
    end: int
    reach: int


def may_hold_address(text: str) -> bool:
    """False if :func:`addresses` finds nothing in ``text``."""
    return "://" in text or "www." in text


def addresses(text: str) -> Iterator[Address]:
    """The addresses that GFM turns into links, in order."""
    reach = 0
    for found in _ADDRESS.finditer(text):
        start, end = found.start(), _trimmed_end(found[0]) + found.start()
        if reach < found.end():
            reaching = _REACH.match(text, found.end())
            reach = reaching.end() if reaching else found.end()
        yield Address(text[start:end], start, end, reach)


def _trimmed_end(text: str) -> int:
    """The end of the address at the start of ``text``, without the punctuation of the sentence behind it."""
    end = len(text)
    spare = {closing: text.count(closing) - text.count(opening) for closing, opening in _BRACKETS.items()}
    while end > len("www.") and ((last := text[end - 1]) in _TRAILING or spare.get(last, 0) > 0):
        spare[last] = spare.get(last, 0) - 1
        end -= 1
    return end


def linked_address(address: str, label: str) -> str:
    """``address`` as an explicit link; ``label`` is its text, escaped for a link.

    Angle brackets require a scheme, and parsers differ on entities between them.
    """
    has_scheme = not address.startswith("www.")
    if has_scheme and not _ENTITY.search(address):
        return f"<{address}>"
    url = Links(None).resolve(address if has_scheme else f"http://{address}")
    return f"[{label}]({destination(url)})" if url else label


def destination(url: str) -> str:
    """``url`` as the target of a link: with balanced parentheses, and nothing that looks like an entity."""
    if "(" in url or ")" in url:
        depth = 0
        for char in url:
            depth += (char == "(") - (char == ")")
            if depth < 0 or depth > 30:
                break
        if depth:
            url = url.replace("(", "%28").replace(")", "%29")
    return _ENTITY.sub("&amp;", url) if "&" in url else url


def is_autolink(url: str) -> bool:
    """Whether ``url`` can be written as a link between angle brackets."""
    return _AUTOLINK.match(url) is not None and not _ENTITY.search(url)
