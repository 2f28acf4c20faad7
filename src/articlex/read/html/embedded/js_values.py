"""Values as JavaScript writes them: keys without quotes, ``'...'``, ``!0``, ``void 0``, names of arguments.

Frameworks write the state of a page so: ``window.__NUXT__=(function(a,b){return {title:a}}("..."))``. Nothing
is run: reading ends at anything that is not a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from articlex.read.html.embedded.lenient_json import loads
from articlex.regex import regex

#: Nesting that is followed, and characters of a script beyond which it is not read so.
_DEEPEST, _MOST = 100, 1_500_000
#: Characters of the longest number that is read. (To make one of many digits takes quadratic time.)
_LONGEST_NUMBER = 30
#: How many assigned values are read.
_MOST_ASSIGNED = 20

_SPACE = regex(r"(?:\s|/\*(?:[^*]|\*(?!/))*\*/)*")
_STRING = regex(
    r'"((?:[^"\\]|\\[\s\S])*)"' r"|'((?:[^'\\]|\\[\s\S])*)'" r"|`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`"
)
_NUMBER = regex(r"-?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?n?")
_NAME = regex(r"[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*")
_ESCAPE = regex(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": "", "\r\n": ""}
_CONSTANTS = {"true": True, "false": False, "null": None, "undefined": None, "NaN": None, "Infinity": None}

#: Where a value is assigned, and a function whose arguments stand behind it, as Nuxt 2 writes.
_ASSIGNED = regex(r"[\w$\]]\s*=\s*(?=[\[{(]|JSON\.parse\()")
_FUNCTION = regex(r"\(\s*function\s*\(([\w$,\s]*)\)\s*\{(?:[^{}]{0,2000};)?\s*return\s*")
_ARGUMENTS = regex(r"\s*;?\s*\}\s*\)?\s*\(")


class _NoValueError(ValueError):
    """What stands here is no value."""


def assigned_values(script: str) -> Iterator[Any]:
    """The values that a script assigns to names; none of those inside another."""
    at = 0
    for _ in range(_MOST_ASSIGNED if len(script) <= _MOST else 0):
        if not (found := _ASSIGNED.search(script, at)):
            return
        at = found.end()
        try:
            value, at = _called(script, at) if script[at] == "(" else _value(script, at, {}, 0)
        except _NoValueError:
            continue
        yield value


def _called(text: str, at: int) -> tuple[Any, int]:
    """What a function called where it stands returns, and where the returned value ends in ``text``."""
    head = _FUNCTION.match(text, at)
    if not head:
        raise _NoValueError
    _, end = _value(text, head.end(), {}, 0)
    if not (call := _ARGUMENTS.match(text, end)):
        raise _NoValueError
    given, _ = _items(text, call.end(), ")", {}, 0)
    names = dict(zip("".join(head[1].split()).split(","), given, strict=False))
    return _value(text, head.end(), names, 0)


def _value(text: str, at: int, names: Mapping[str, Any], level: int) -> tuple[Any, int]:
    """The value that begins at ``at``, and where it ends."""
    at = _past_space(text, at)
    if level > _DEEPEST or at >= len(text):
        raise _NoValueError
    mark = text[at]
    if mark == "{":
        return _object(text, at + 1, names, level + 1)
    if mark == "[":
        return _items(text, at + 1, "]", names, level + 1)
    if found := _STRING.match(text, at):
        return _unescaped(next(part for part in found.groups() if part is not None)), found.end()
    if found := _NUMBER.match(text, at):
        return _number(found[0]), found.end()
    if mark == "!":
        value, at = _value(text, at + 1, names, level + 1)
        return not value, at
    if found := _NAME.match(text, at):
        return _named(text, found[0], found.end(), names, level)
    raise _NoValueError


def _named(text: str, name: str, at: int, names: Mapping[str, Any], level: int) -> tuple[Any, int]:
    """The value of a name; for the call of a function its first argument, as in ``new Date("...")``."""
    if name in ("void", "new"):
        value, at = _value(text, at, names, level + 1)
        return (None if name == "void" else value), at
    if name in ("function", "async", "class"):
        raise _NoValueError
    if text[at : at + 1] != "(":
        return names.get(name, _CONSTANTS.get(name)), at
    given, at = _items(text, at + 1, ")", names, level + 1)
    first = given[0] if given else None
    if name == "JSON.parse" and isinstance(first, str):
        first = next(iter(loads(first)), None)
    elif name.startswith("decodeURI") and isinstance(first, str):
        first = unquote(first)
    return first, at


def _items(text: str, at: int, end: str, names: Mapping[str, Any], level: int) -> tuple[list[Any], int]:
    """The values up to the closing bracket ``end``, and where that ends."""
    items: list[Any] = []
    while True:
        at = _past_space(text, at)
        if text[at : at + 1] == end:
            return items, at + 1
        value, at = (None, at) if text[at : at + 1] == "," else _value(text, at, names, level)
        items.append(value)
        at = _past_comma(text, at, end)


def _object(text: str, at: int, names: Mapping[str, Any], level: int) -> tuple[dict[str, Any], int]:
    """The object whose brace is just before ``at``, and where it ends."""
    value: dict[str, Any] = {}
    while True:
        at = _past_space(text, at)
        if text[at : at + 1] == "}":
            return value, at + 1
        key = _STRING.match(text, at) or _NAME.match(text, at) or _NUMBER.match(text, at)
        if not key:
            raise _NoValueError
        name = key[0][1:-1] if key[0][0] in "\"'`" else key[0]
        at = _past_space(text, key.end())
        if text[at : at + 1] == ":":
            value[name], at = _value(text, at + 1, names, level)
        else:
            value[name] = names.get(name)
        at = _past_comma(text, at, "}")


def _past_space(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing, too


def _past_comma(text: str, at: int, end: str) -> int:
    """Behind the comma at ``at``; the place itself before a closing bracket."""
    at = _past_space(text, at)
    if text[at : at + 1] == ",":
        return at + 1
    if text[at : at + 1] != end:
        raise _NoValueError
    return at


def _number(text: str) -> float | int | None:
    text = text.replace("_", "").rstrip("n")
    if len(text) > _LONGEST_NUMBER:
        return None
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _unescaped(text: str) -> str:
    """The content of a string with its escapes resolved."""
    if "\\" not in text:
        return text
    whole = _ESCAPE.sub(
        lambda found: (
            _LETTERS.get(found[4], found[4])
            if found[4] is not None
            else chr(min(int(found[1] or found[2] or found[3], 16), 0x10FFFF))
        ),
        text,
    )
    # A character beyond U+FFFF may be written as two halves.
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
