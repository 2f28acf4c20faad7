"""Input that exposes quadratic steps and backtracking patterns: one piece, repeated as often as one likes.

:data:`PAGES` are whole pages, of a size that can be chosen, which were slow once. :data:`PLACES` put a pumped
string into one place of a page. :func:`patterns` are all regular expressions of the package, on which
:func:`strings` are tried. The tests show that small ones end; ``make fuzz`` compares the times of two sizes.
"""

from __future__ import annotations

import gzip
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from string import ascii_lowercase
from typing import Any, NamedTuple

import articlex
from articlex.regex import regex

_PRINTED = '<p style="position:absolute;top:9px;white-space:nowrap" class="ft00">rain fell and</p>'
_WORD = "<meta name=generator content='Microsoft Word'>"
_PDF = "<meta name=generator content='pdftohtml 0.36'>"
_ROW = "<div role=row><i role=cell>a</i><i role=cell>b</i></div>"
_PROSE = "Rain fell on the town, and the river rose. " * 20

#: What patterns repeat: letters of several scripts, figures, signs of prose, markup, code and formulas.
PIECES = (
    "a", "1", " ", "\t", "\n", "a ", "a.", "1.", "1/", "(", "[", "<", "<a", "<a ", "&", "a-", "-", "_", "*",
    "`", "\\", "\\(", "$", '"', "'", ":", ",", "|", "| ", "a b ", "ab ", "A", "A ", "Aa ", "Aa. ", "a,",
    "a@", "a@a.", "[a", "](", "![", "/", "../", "=", "é ", "中", "ا ", "Ab Cd ", "by ", "12:00 ", "2020-",
    "1 ", "a:", "&amp;", "#", "~", "+", 'a="', "{", "}", ";", "१", "ก",
)  # fmt: skip

#: What may stand before a pumped string, and after it so that a pattern fails at its end and backtracks.
STARTS = ("", "x ", "<", "(", "中")
ENDS = ("\x01", " !", "a")


def article(inner: str, head: str = "") -> str:
    """A page with ``inner`` below the text of its article, and ``head`` in its head."""
    return f"<head>{head}</head><body><article><h1>Rain</h1><p>{_PROSE}</p>{inner}</article>"


def _word(number: int) -> str:
    sign = '<span style="mso-list:Ignore">1.</span>'
    return f'<p class="MsoListParagraph" style="margin-left:{number}pt">{sign}x</p>'


def _day(number: int) -> str:
    day = date(1995, 1, 1) + timedelta(days=number)
    return f'<meta name="x{number}-published-date" content="{day}">'


def _posts(size: int) -> str:
    posts = ", ".join(f'{{"text": "the {n} of them went on and on, as {n} do"}}' for n in range(size))
    data = f'{{"@type": "DiscussionForumPosting", "text": "x", "comment": [{posts}]}}'
    shown = "".join(f"<p>{number} is few</p>" for number in range(size))
    return article(shown, f'<script type="application/ld+json">{data}</script>')


def _recipe(size: int) -> str:
    steps = ", ".join(f'"stir the pot for the {number}th time, and taste"' for number in range(size))
    data = f'{{"@type": "Recipe", "recipeInstructions": [{steps}]}}'
    shown = "".join(f"<li>{number} is few</li>" for number in range(size))
    return article(f"<ul>{shown}</ul>", f'<script type="application/ld+json">{data}</script>')


def _contents(size: int, text: str = "\n") -> str:
    return "".join(f"part {number}{text}" for number in range(size))


def _names(size: int) -> Iterator[str]:
    letters = ascii_lowercase
    ends = ("".join((letters[n % 26], letters[n // 26 % 26], letters[n // 676 % 26])) for n in range(size))
    return (f"Ann Lee{end}" for end in ends)


def _signers(size: int) -> str:
    return "".join(f"<span class=author>{name}</span> " for name in _names(size))


def _labelled_signers(size: int) -> str:
    return "".join(f"<div class=author><p>Authors</p><p>{name}</p></div>" for name in _names(size))


def _panes(number: int) -> str:
    tabs = f"<a role=tab href=#a{number}>x{number}</a><a role=tab href=#b{number}>y{number}</a>"
    first = f"<div id=b{number}><p>Rain {number} fell on the town.</p></div>"
    return f"<div role=tablist>{tabs}</div>{first}<div id=a{number}><p>The river rose by {number} feet.</p>"


def _tables(size: int) -> str:
    head = "<table><tr><th>a</th><th>b</th></tr><tr><td>"
    return head * 400 + "<table>" + "<tr><td>x</td><td>y</td></tr>" * size + "</table>"


_MIXED = b"From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
_IN_MAILBOX = (
    b"From a@b.c Mon Nov  2 10:00:00 2026\n"
    b"From: a@b.c\nSubject: Re: rain\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nrain\n\n"
)

#: Pages by name, each made from its size.
PAGES: dict[str, Callable[[int], bytes | str]] = {
    "charset": lambda n: b"<meta " * 80 + b"charset=" + b" " * n + b"<",
    "gzip members": lambda n: gzip.compress(b"", mtime=0) * n + gzip.compress(b"<p>rain", mtime=0),
    "parts of a first line": lambda n: (
        "rain and wind | " * n + "\n\nThe storm\n\n" + "The rain fell on. " * 40
    ),
    "tables": lambda n: article(_tables(n)),
    "sources": lambda n: article("<picture>" + "<source></source>" * n + "<img>" * n + "</picture>"),
    "images": lambda n: article("<picture>" + "<img>" * n + "</picture>"),
    "srcset": lambda n: article(f'<img srcset="{"a" * min(n, 3_990)} b">' * (n // 3_990 + 1)),
    "readings": lambda n: article("<ruby>x" + "<rp>(</rp>" * n + "<rt>y</rt></ruby>"),
    "printed lines": lambda n: "<body><div>" + _PRINTED * n + "</div>",
    "printed lines without places": lambda n: f"<head>{_PDF}</head><body>" + "a line of it <br/>" * n,
    "tables by role": lambda n: "<div role=table>" * 300 + f"<i role=cell>{_ROW * 10 * n}",
    "side notes": lambda n: article("<p>rain" + "<sup>1</sup><span class=sidenote>fell" * n),
    "text for hearers in a piece": lambda n: "<p>x" + "<span class=sr-only>" * 300 + "rain fell " * 50 * n,
    "text for hearers": lambda n: "<p>x" + "<span class=sr-only>" * 250 + "<b>rain</b> fell " * 20 * n,
    "white space for hearers": lambda n: "<p>x" + "<span class=sr-only>" * 250 + "<b> </b>" * 10 * n,
    "spans": lambda n: article("<div><b>x</b>" + "<span class='rain'></span>" * n + "</div>"),
    "equations": lambda n: article("<p><math display=block><mi>x</mi></math></p>" * n),
    "terms": lambda n: article("<dl>" + "<dt>Rain</dt>" * n + "<dd>Fell.</dd></dl>"),
    "signatures": lambda n: article("<pre>" + "Rain fell, and the river rose.\n-- \n" * n + "</pre>"),
    "formulas": lambda n: article("<p>" + "\\\\(" * n),
    "number": lambda n: article(f"<p>x <math><mn>α{'x' * n}</mn></math>"),
    "borders": lambda n: f"{_PROSE}\n\n" + "+--+--+\n| a | b |\n| a |\n" * n,
    "word": lambda n: article("".join(map(_word, range(n)))),
    "lists": lambda n: article("<ul><li>" * 600 + "<li>x" * n),
    "first line without blanks": lambda n: article(f"<p class=byline>a{'_' * 10 * n}a</p>"),
    "parts of <title>": lambda n: article("", f"<title>{'a|' * n}a</title>"),
    "large type": lambda n: "<font size=5>Rain</font><br>" * n + f"<p>{_PROSE * 2}",
    "nested large type": lambda n: "<b><font size=5>" * n + f"<p>{_PROSE * 2}",
    "posts": _posts,
    "recipe": _recipe,
    "deep": lambda n: b"<div>" * 3_000 + b"<a" * n,
    "unclosed": lambda n: "<div>" * 2_200 + "<b>" * n + "</i>" * n,
    "crossed": lambda n: "<b><div></b>" * (2_000 + n) + article(""),
    "blanks before the text": lambda n: " " * 20 * n + _PROSE,
    "pres": lambda n: "<pre>rain\nfell<h2>x</h2>" * n,
    "icons": lambda n: article(f"<img src='/{'icon-' * n}'><p>{_PROSE}</p>"),
    "captions of a figure": lambda n: article(
        "<figure>" + "<img src=a.jpg><figcaption>rain</figcaption>" * n + f"</figure><p>{_PROSE}</p>"
    ),
    "pages in an element": lambda n: article(
        "<div>" + "<iframe src=/a></iframe>" * n + f"</div><p>{_PROSE}</p>"
    ),
    "windows": lambda n: f"<main><p>{_PROSE}</p></main><div class=popup>rain</div>" * n,
    "blanks in breadcrumbs": lambda n: article(
        f"<p>{_PROSE * (n // 200)}</p><div class=breadcrumb><pre>Home &gt; rain{' ' * n}x</pre></div>"
    ),
    "boxes about authors": lambda n: article(
        "<h2>Comments</h2>" + "<h2>About the author</h2><p>rain</p>" * n
    ),
    "states": lambda n: article("x", '<script type=application/json>{"a": 1}</script>' * n),
    "code between paragraphs": lambda n: article("<p>rain fell on the river.<pre>x = 1</pre>" * n),
    "parts of a mail": lambda n: _MIXED + b"--a\nContent-Type: image/png\n\nx\n" * n,
    "entries of a feed": lambda n: (
        "<rss><channel>" + "<item><title>rain</title></item>" * n + "</channel></rss>"
    ),
    "addresses in brackets": lambda n: f"{_PROSE}\n\n" + "rain [/a/b.html], " * n,
    "lines on cookies": lambda n: "cookies are eaten here\nAccept all now\n" * n + "\n" + _PROSE,
    "lines of addresses": lambda n: article("<p>https://rain.example/a</p>" * n),
    "mails of a thread": lambda n: _IN_MAILBOX * n,
    "code": lambda n: "x = f(1);\n" + "ab " * n + "\ny = 2;\n",
    "a long word in code": lambda n: f"{_PROSE}\n\nx = {'a' * 100 * n}\ny = f(2);\n\n{_PROSE}",
    "buttons": lambda n: f"{_PROSE}\n\nrain{' (BUTTON)' * 50 * n}fell (BUTTON)\n",
    "rows with one blank between columns": lambda n: (
        "menu aa    text goes\n" * 6 + "menu aaaaaa text goes\nmenuaaaaaaaaaaa\n" * 6 * n
    ),
    "a fence with a language and a backtick": lambda n: f"{_PROSE}\n\n```{'a' * 100 * n}`x\n\n{_PROSE}",
    "a command": lambda n: f"{_PROSE}\n\n$ {'a-' * 50 * n})x\n\n{_PROSE}",
    "links of AsciiDoc": lambda n: "= Rain\n\n== Fall\n\n" + "http://a[" * 20 * n,
    "targets of reStructuredText": lambda n: "Rain\n====\n\n" + ".. _rain\n" * 6 * n,
    "borders in reStructuredText": lambda n: "Rain\n====\n\n``a`` ``b``\n\n" + "+--+\n" * 10 * n,
    "links in a bracket": lambda n: f"::: a\n:::\n\n{_PROSE}\n\n{{ [" + "[a](b) " * n + "\n",
    "references": lambda n: f"{_PROSE}\n\n1. " + "a." * n + " b\n",
    "line of elements": lambda n: "<p>" + "<a>x</a><span class=sr-only>x y</span>" * n,
    "pictures in an element of a line": lambda n: "<p><span>" + "<img src=a.jpg>" * n,
    "links to places": lambda n: "<p>" + "<a href=#a>x</a>" * n,
    "icons of a font": lambda n: "<p>" + "<i class=material-icons>close</i>" * n,
    "images loaded late": lambda n: article(f'<img src=a.png data-src="{".jpg?" * n}{{">'),
    "name of a file": lambda n: article("", f"{_WORD}<title>{'/' * n} x</title>"),
    "style without rules": lambda n: f"<font>x</font><style>{'a' * 10 * n}</style>",
    "links to notes": lambda n: "<p>x<sup>" + "<a href=#a>1</a>" * n,
    "tabs in tabs": lambda n: article("<div role=tab>a</div><div role=tab>" * n),
    "panes in panes": lambda n: article("".join(map(_panes, range(n)))),
    "labels": lambda n: "<div>" + "<h2>Tags</h2><p>rain" * n,
    "contents": lambda n: _contents(n) + "\n" + _contents(n, f"\n{_PROSE}\n\n"),
    "title": lambda n: article("", f"<title>{'| a ' * n}</title>"),
    "days": lambda n: article("", "".join(map(_day, range(min(n, 11_000))))),
    "authors": lambda n: article(f"<p>{_signers(n)}</p>"),
    "authors below labels": lambda n: article(_labelled_signers(n)),
    "author's footnotes": lambda n: article("", f'<meta name="author" content="Ann Example {"1" * n}!">'),
    "footnotes in Chinese": lambda n: article("", f'<meta name="author" content="王小明{"1" * n}!">'),
    "author's address": lambda n: article("", f'<meta name="author" content="{"a@" * min(n, 1_000)}">'),
}

#: Pages by the place in which they hold a string, each made from the string.
PLACES: dict[str, Callable[[str], str]] = {
    "text": lambda text: f"{_PROSE}\n\n{text}\n",
    "paragraph": lambda text: article(f"<p>{text}</p>"),
    "heading": lambda text: article(f"<h2>{text}</h2>"),
    "code": lambda text: article(f"<pre>{text}</pre>"),
    "byline": lambda text: article(f'<p class="byline">{text}</p>'),
    "title": lambda text: article("", f"<title>{text}</title>"),
    "author": lambda text: article("", f"<meta name=author content='{text}'>"),
    "date": lambda text: article("", f"<meta property='article:published_time' content='{text}'>"),
    "name": lambda text: article("", f"<meta name='{text}' content='rain'>"),
    "class": lambda text: article(f"<div class='{text}'>x</div>"),
    "style": lambda text: article(f"<div style='{text}'>x</div>"),
    "href": lambda text: article(f"<p><a href='{text}'>x</a></p>"),
    "src": lambda text: article(f"<img src='{text}' srcset='{text}' alt='{text}'>"),
    "json": lambda text: article("", f'<script type="application/ld+json">{{"headline": "{text}"}}</script>'),
    "script": lambda text: article(f"<script>{text}</script>"),
    "tex": lambda text: article(f'<p>x<script type="math/tex">{text}</script></p>'),
    "mathml": lambda text: article(f"<math><mtext>{text}</mtext></math>"),
    "tags": lambda text: text,
}


class Pump(NamedTuple):
    """A string that can be made of any length: ``piece``, repeated between ``start`` and ``end``."""

    start: str
    piece: str
    end: str

    def of(self, size: int) -> str:
        """The string of about ``size`` characters."""
        return self.start + self.piece * (size // len(self.piece)) + self.end


def patterns() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """All regular expressions in the modules of the package, each with ``module.variable`` that holds it."""
    lazy = type(regex(""))
    seen: set[int] = set()
    for module in pkgutil.walk_packages(articlex.__path__, "articlex."):
        if module.name.endswith("__main__"):
            continue
        for name, value in list(vars(importlib.import_module(module.name)).items()):
            for found in _inside(value, 3):
                if isinstance(found, lazy | re.Pattern) and id(found) not in seen:
                    seen.add(id(found))
                    yield f"{module.name}.{name}", found


def _inside(value: object, levels: int) -> Iterator[object]:
    yield value
    if levels and isinstance(value, tuple | list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _inside(each, levels - 1)


def strings(pattern: re.Pattern[Any], size: int) -> Iterator[str]:
    """Strings of about ``size`` characters to try a pattern on: of all :data:`PIECES` and its own words."""
    source = pattern.pattern
    words = re.findall(r"[A-Za-z]{3,}", source if isinstance(source, str) else source.decode("latin-1"))
    own = sorted(set(words))[:4]
    yield from _for_all_patterns(size)
    yield from _pumped(own, PIECES, size)
    yield from _pumped((*STARTS, *own), own, size)


@cache
def _for_all_patterns(size: int) -> tuple[str, ...]:
    """What is tried on all patterns alike: made once, as there are a thousand patterns."""
    return tuple(_pumped(STARTS, PIECES, size))


def _pumped(starts: Iterable[str], pieces: Iterable[str], size: int) -> Iterator[str]:
    return (Pump(start, piece, end).of(size) for start in starts for piece in pieces for end in ENDS)


def seconds(page: bytes | str) -> float:
    """The processor seconds that ``extract`` takes for a page, whether or not it raises InputError."""
    before = time.process_time()
    with suppress(articlex.InputError):
        articlex.extract(page)
    return time.process_time() - before
