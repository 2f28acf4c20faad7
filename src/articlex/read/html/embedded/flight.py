"""What Next.js streams into a page beside its HTML: ``self.__next_f.push([1,"..."])``.

The strings of all such scripts are one stream of rows. A row is a value in JSON, in which ``["$", name, key,
properties]`` is an element and ``"$4"`` stands for row 4 (``3:["$","article",null,{"children":"Rain"}]``), or
a long text (``4:T1a2,`` and 0x1a2 bytes).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articlex.read.html.embedded.flat_values import MOST_CHARS
from articlex.read.html.embedded.lenient_json import strings_behind
from articlex.regex import regex

_DEEPEST = 60

_PUSHED = regex(r"__next_f(?:\s*=\s*[^)]{0,60}\))?\.push\(\s*\[\s*1\s*,\s*(?=\")")
_ROW = regex(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),|([^\n]*)(?:\n|\Z))")
#: A paragraph of running text, and the bytes that all of them have at least in an article.
_PARAGRAPH = regex(r"<p(?: [^<>]{0,400})?>([^<]{30,})")
_LEAST_PROSE = 600
_ELEMENT = regex(r"[a-z][a-z0-9-]{0,30}\Z")
_REFERENCE = regex(r"\$([0-9a-f]{1,8})\Z")
_VOID = frozenset("br hr img input link meta source wbr".split())
_UNSEEN = frozenset("head link meta nav script style svg template title".split())
#: Properties that are kept, as they matter for what an element shows.
_KEPT = {"href": "href", "src": "src", "alt": "alt", "dateTime": "datetime", "className": "class"}


def part_of_stream(script: str) -> str:
    """The part of the stream that a script holds; "" if it holds none."""
    return "".join(strings_behind(_PUSHED, script))


def flight_values(stream: str) -> Iterator[Any]:
    """The values of a stream's rows; running text that their elements show as HTML: {"html": "<p>..."}."""
    rows = dict(_rows(stream))
    texts = _Texts(rows)
    for value in rows.values():
        if not isinstance(value, str):
            whole = _with_texts(value, texts, 0)
            yield whole
            shown = "".join(_shown(whole, 0)) if isinstance(whole, list) else ""
            if len("".join(_PARAGRAPH.findall(shown)).encode("utf-8", "replace")) >= _LEAST_PROSE:
                yield {"html": shown}


def _rows(stream: str) -> Iterator[tuple[str, Any]]:
    """(name, value) of each row that is a text or a value in JSON."""
    data = stream.encode("utf-8", "replace")
    at = 0
    while at < len(data):
        row = _ROW.match(data, at)
        if not row:
            at = data.find(b"\n", at) + 1 or len(data)
            continue
        at = row.end()
        name = row[1].decode()
        if row[2]:
            end = at + int(row[2], 16)
            yield name, data[at:end].decode("utf-8", "replace")
            at = end
        elif row[3][:1] in (b"[", b"{", b'"'):
            try:
                yield name, json.loads(row[3])
            except (ValueError, RecursionError):
                continue


class _Texts:
    """The texts of a stream's rows, each as often as it is referred to, up to so many characters in all."""

    def __init__(self, rows: Mapping[str, Any]) -> None:
        self._rows, self._left = rows, MOST_CHARS

    def get(self, name: str, reference: str) -> str:
        """The text of a row; the ``reference`` where the row holds none, or too many have been taken."""
        text = self._rows.get(name)
        if not isinstance(text, str) or len(text) > self._left:
            return reference
        self._left -= len(text)
        return text


def _with_texts(value: Any, texts: _Texts, level: int) -> Any:
    """``value`` with the texts of other rows in place of references to them."""
    if level > _DEEPEST:
        return None
    if isinstance(value, str):
        if value[:1] != "$":
            return value
        if found := _REFERENCE.match(value):
            return texts.get(found[1], value)
        # "$$" is a dollar sign, "$D" a date.
        return value[1:] if value[1:2] == "$" else value[2:] if value[1:2] == "D" else value
    if isinstance(value, list):
        if len(value) == 4 and value[0] == "$":
            return [*value[:3], _with_texts(value[3], texts, level + 1)]
        return [_with_texts(item, texts, level + 1) for item in value]
    if isinstance(value, dict):
        return {key: _with_texts(item, texts, level + 1) for key, item in value.items()}
    return value


def _shown(value: Any, level: int) -> Iterator[str]:
    """What a text, a number, an element, or a list of these shows, as HTML."""
    if isinstance(value, str) and value[:1] != "$":
        yield html.escape(value, quote=False)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and level <= _DEEPEST:
        if len(value) == 4 and value[0] == "$" and isinstance(value[1], str):
            yield from _element(value, level)
        else:
            for item in value:
                yield from _shown(item, level + 1)


def _element(value: Sequence[Any], level: int) -> Iterator[str]:
    """An element as HTML, with the attributes that matter for what it shows."""
    name, given = value[1], value[3]
    if not isinstance(given, dict) or name in _UNSEEN:
        return
    # Any other name is that of a component, of which only the children are known.
    tag = name if _ELEMENT.match(name) else ""
    if tag:
        stated = ((_KEPT[key], item) for key, item in given.items() if key in _KEPT and isinstance(item, str))
        yield f"<{tag}" + "".join(f' {key}="{html.escape(item)}"' for key, item in stated) + ">"
    if tag not in _VOID:
        markup = given.get("dangerouslySetInnerHTML")
        if isinstance(markup, dict) and isinstance(markup.get("__html"), str):
            yield markup["__html"]
        yield from _shown(given.get("children"), level + 1)
        if tag:
            yield f"</{tag}>"
