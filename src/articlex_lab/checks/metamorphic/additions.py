"""What pages have beside their articles, put into a page: a reader would still find the same article in it.

``additions.txt`` has each by its name, a line for each block: "# " a heading, "> " a link, "@ " a field with
its label, "[…]" a button, all else a paragraph. The elements have no telling names, as on pages whose names
are made by a program, so that texts, links and buttons alone tell what they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from importlib import resources

_MARKED = re.compile(r"(?P<sign>[#>@]) (?P<text>.+)|\[(?P<button>.+)\]")
_ELEMENTS = {
    "#": "<h2>{}</h2>",
    ">": '<a href="/q">{}</a>',
    "@": '<label>{} <input type="text" name="q"></label>',
    "": "<p>{}</p>",
    "button": '<button type="button">{}</button>',
}
_BODY = re.compile(r"(?i)<body\b[^>]*>")
_BODY_END = re.compile(r"(?i)</body\s*>|\Z")
_BETWEEN = re.compile(r"(?i)(?<=</p>)\s*(?=<p\b)")
#: Between two lines, the first of which ends as a sentence does.
_BLANK = re.compile(r"(?<=[.!?。！？।؟…\"”»])[ \t]*\n\s*\n(?=\s*\S)")


def _sections() -> Iterator[tuple[str, list[str]]]:
    source = (resources.files(__package__) / "additions.txt").read_text(encoding="utf-8")
    for section in source.split("=== ")[1:]:
        name, *lines = section.rstrip().split("\n")
        yield name, lines


def _block(line: str) -> tuple[str, str]:
    """The sign of a line, and its text without it."""
    marked = _MARKED.fullmatch(line)
    if marked is None:
        return "", line
    return ("button", marked["button"]) if marked["button"] else (marked["sign"], marked["text"])


def as_html(lines: list[str]) -> str:
    """The blocks of an addition in an element of their own."""
    made = (_ELEMENTS[sign].format(escape(text)) for sign, text in map(_block, lines))
    return f'<div class="q7">{"".join(made)}</div>\n'


def as_text(lines: list[str]) -> str:
    """The blocks of an addition, one in a line."""
    return "\n".join(text for _, text in map(_block, lines)) + "\n"


def _at_top(added: str, source: str) -> str:
    body = _BODY.search(source)
    place = body.end() if body else 0
    return source[:place] + added + source[place:]


def _at_end(added: str, source: str) -> str:
    ends = list(_BODY_END.finditer(source))
    place = ends[-2].start() if len(ends) > 1 else len(source)
    return source[:place] + added + source[place:]


def _below(added: str, source: str) -> str:
    return f"{source.rstrip()}\n\n{added}"


def _in_middle(places: re.Pattern[str], added: str, source: str) -> str:
    """Between two paragraphs in the middle; the source itself where there are fewer than six such places."""
    found = list(places.finditer(source))
    if len(found) < 6:
        return source
    place = found[len(found) // 2].end()
    return source[:place] + added + source[place:]


def _html() -> Iterator[tuple[str, Callable[[str], str]]]:
    for name, lines in _sections():
        added = as_html(lines)
        yield f"{name}, at the top", partial(_at_top, added)
        yield f"{name}, in the middle", partial(_in_middle, _BETWEEN, added)
        yield f"{name}, at the end", partial(_at_end, added)


def _text() -> Iterator[tuple[str, Callable[[str], str]]]:
    for name, lines in _sections():
        added = as_text(lines)
        yield f"{name}, at the top", f"{added}\n".__add__
        yield f"{name}, in the middle", partial(_in_middle, _BLANK, f"{added}\n")
        yield f"{name}, at the end", partial(_below, added)


HTML_ADDITIONS = dict(_html())
TEXT_ADDITIONS = dict(_text())
