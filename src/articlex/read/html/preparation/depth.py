"""Documents that are nested deeper than libxml2 reads.

libxml2 gives up at 2,048 levels, even with its limits lifted, and loses the rest of the page. The few pages
that go beyond that are unwrapped before a second parse: below a depth that no reader needs, tags are taken
out and their text stays. How libxml2 nests elements whose end tags are left out was found out element by
element, from version 2.14; should another version nest deeper still, nothing but paragraphs is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from articlex.regex import regex

#: libxml2 opens up to three elements of its own (html, body, p).
_MOST_LEVELS = 1500

#: A tag. (Matched up to the last ">" of a page alone: else each "<" behind that would be read to the end.)
_TAG = regex(rb"<(/?)([A-Za-z][^\s/>]*+)[^>]*+>")

_VOID = frozenset(b"area base basefont br col frame hr img input isindex link meta param".split())
#: Elements that never have an end tag, which libxml2 does not know: all that follows would be inside them.
_UNKNOWN_VOID = frozenset(b"command embed keygen source track wbr".split())

#: Elements that end where one of certain others begins, if nothing is open inside them.
_ENDED_BY = {
    name: frozenset(others.split())
    for names, others in (
        (b"li", b"li"),
        (
            b"p",
            b"address blockquote caption center col colgroup dd div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr "
            b"li menu ol p pre table tbody td tfoot th title tr ul",
        ),
        (b"td th", b"tbody td tfoot th tr"),
        (b"tr", b"tbody tfoot tr"),
        (b"tbody thead", b"tbody tfoot"),
        (b"option", b"optgroup option"),
        (b"dt", b"dd dl"),
        (b"dd", b"dt"),
        (b"h1 h2 h3 h4 h5 h6", b"fieldset form li p table"),
        (b"a", b"a fieldset table td th"),
        (b"b i u", b"p td th"),
        (b"big s small strike tt", b"p"),
        (b"font span", b"td th"),
    )
    for name in names.split()
}

#: Elements that end where the next of the same name begins, which libxml2 does not know.
_ENDING_ITSELF = frozenset((b"dt", b"dd"))

#: An end tag does not reach out of an element that weighs more than its own. Elements not listed weigh 100.
_WEIGHTS = {
    b"div": 150,
    b"td": 160,
    b"th": 160,
    b"tr": 170,
    b"thead": 180,
    b"tbody": 180,
    b"tfoot": 180,
    b"table": 190,
    b"head": 200,
    b"body": 200,
    b"html": 220,
}

#: Elements that become paragraphs where only paragraphs are kept, and those without text.
_PARTS = frozenset(
    b"address article aside blockquote body dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header li main "
    b"nav ol p pre section table td th tr ul".split()
)
_KEPT = frozenset(b"base html link meta script style title".split())


def limit_depth(data: bytes) -> bytes:
    """``data`` without the tags of elements that libxml2 would nest too deep, in one linear pass."""
    opened = _Open()

    def keep(match: re.Match[bytes]) -> bytes:
        closing, name = match.group(1), match.group(2).lower()
        if name in _VOID:
            return match.group(0)
        if name in _UNKNOWN_VOID:
            return b"" if closing else match.group(0) + b"</" + name + b">"
        if name in _ENDING_ITSELF and not closing and opened.last == name and opened.end(name):
            opened.begin(name)
            return b"</" + name + b">" + match.group(0)
        return match.group(0) if (opened.end(name) if closing else opened.begin(name)) else b" "

    return _in_tags(keep, data)


def only_paragraphs(data: bytes) -> bytes:
    """``data`` with a paragraph for each block-level element, and no other tags but those of its head."""

    def keep(match: re.Match[bytes]) -> bytes:
        name = match.group(2).lower()
        if name in _KEPT:
            return match.group(0)
        return b"<p>" if name in _PARTS else b" "

    return _in_tags(keep, data)


class _Open:
    """The elements that are open at some point of the document, as libxml2 nests them."""

    def __init__(self) -> None:
        self._names: list[bytes] = []
        #: The places in ``_names`` of each name.
        self._places: dict[bytes, list[int]] = {}
        #: How many open elements of each name have their tags taken out; all are in the last one.
        self._left_out: dict[bytes, int] = {}

    @property
    def last(self) -> bytes:
        """The name of the innermost element; empty if none is open."""
        return self._names[-1] if self._names else b""

    def begin(self, name: bytes) -> bool:
        """Begin an element; whether its start tag stays."""
        while self._names and name in _ENDED_BY.get(self._names[-1], ()):
            self._end_last()
        if len(self._names) < _MOST_LEVELS:
            self._places.setdefault(name, []).append(len(self._names))
            self._names.append(name)
            return True
        self._left_out[name] = self._left_out.get(name, 0) + 1
        return False

    def end(self, name: bytes) -> bool:
        """End an element; whether its end tag stays."""
        if self._left_out.get(name):
            self._left_out[name] -= 1
            return False
        places = self._places.get(name)
        if places:
            place, weight = places[-1], _WEIGHTS.get(name, 100)
            barred = (self._places.get(other) for other, more in _WEIGHTS.items() if more > weight)
            if all(not others or others[-1] < place for others in barred):
                while len(self._names) > place:
                    self._end_last()
        return True

    def _end_last(self) -> None:
        self._places[self._names.pop()].pop()
        self._left_out.clear()


def _in_tags(keep: Callable[[re.Match[bytes]], bytes], data: bytes) -> bytes:
    last = data.rfind(b">") + 1
    return _TAG.sub(keep, data[:last]) + data[last:]
