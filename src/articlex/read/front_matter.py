"""Front matter, the metadata above a Markdown document, as YAML between "---", TOML between "+++" or JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlex.regex import regex

#: Longest front matter in characters.
_LONGEST = 20_000
#: YAML: an entry, then entries, indented lines, list items (indented or not), comments and blank lines.
_YAML = regex(
    r"\A\ufeff?---[ \t]*\r?\n"
    r"((?:#.*\n)*[\w-]+:.*\n(?:[\w-]+:.*\n|[ \t]+\S.*\n|-[ \t].*\n|#.*\n|[ \t]*\r?\n)*?)"
    r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
#: TOML, as for Hugo and Zola: https://gohugo.io/content-management/front-matter/
_TOML = regex(r"\A\ufeff?\+\+\+[ \t]*\r?\n((?:(?!\+\+\+).*\n)+)\+\+\+[ \t]*(?:\r?\n|\Z)")
_ENTRY = regex(r"(?:([\w-]+):|[ \t]*-(?=[ \t]))[ \t]*(.*)")
#: The name of a person with several values ("- name: Ann Example", "  email: ..."), and any such value.
_NAMED = regex(r"[ \t]+(?:-[ \t]+)?name:[ \t]+(.*)|-[ \t]+name:[ \t]+(.*)")
_KEYED = regex(r"[ \t]*(?:-[ \t]+)?[\w-]+:(?:[ \t]|\Z)")
_MEMBER = regex(r"\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*'|[^,\s\[\]][^,\[\]]*")
_BLOCK = regex(r"[|>][+-]?\d?\Z")
#: A list in brackets and a quoted scalar, both with the comment behind them, and a comment.
_LIST = regex(r"\[(.*)\](?:[ \t]+#.*)?")
_QUOTED = regex(r"(\"(?:\\.|[^\"\\])*\"|'(?:''|[^'])*')[ \t]+#.*")
_COMMENT = regex(r"(?:\A|(?<![ \t])[ \t]+)#.*")
#: An entry whose value may continue on indented lines: no block, comment, anchor or tag.
_SCALAR = regex(r"[\w-]+:[ \t]+(?![|>#&!])\S")
#: Escapes in double quotation marks: by code point, or one character, which may stand for another one.
_ESCAPE = regex(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U(00(?:0[\da-fA-F]|10)[\da-fA-F]{4})|(.))")
_SHORT = {"n": "\n", "t": "\t", "_": "\xa0"}
#: A line added behind the last one, which ends an open block.
_END = "---"

#: A link to another note, as which Obsidian's clipper states an author.
_NOTE = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
#: Names of entries, by that of the <meta> in HTML. Other entries are dropped.
_ENTRIES = {
    "og:title": "title",
    "author": "author authors",
    "article:published_time": "date date_published publishdate pubdate published",
    "article:modified_time": "date_modified lastmod updated modified",
    "og:url": "url source",
    "og:site_name": "sitename site",
    "description": "description",
    "og:image": "image",
    "article:tag": "tags",
    "article:section": "categories",
}
_METAS = {entry: name for name, entries in _ENTRIES.items() for entry in entries.split()}
_LANGUAGES = frozenset(("language", "lang"))
#: The address of a page, or in words who told it.
_SOURCE = "source"


class FrontMatter(NamedTuple):
    """(name of <meta>, value) pairs; the language, "" if not stated; where the document itself begins."""

    metas: tuple[tuple[str, str], ...]
    language: str
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of ``text``, or None."""
    if not text.startswith(("---", "+++", "{", "\ufeff")):
        return None
    start = text[:_LONGEST]
    if stated := _json(start):
        record, end = stated
        entries = list(_flat(record))
    elif found := _YAML.match(start):
        entries, end = list(_yaml(found[1])), found.end()
    elif found := _TOML.match(start):
        table = _toml(found[1])
        if table is None:
            return None
        entries, end = list(_flat(table)), found.end()
    else:
        return None
    metas = tuple(
        (_METAS[name], _NOTE.sub(r"\1", value))
        for name, value in entries
        if name in _METAS and value and not (name == _SOURCE and "://" not in value)
    )
    return FrontMatter(metas, next((value for name, value in entries if name in _LANGUAGES), ""), end)


def _json(text: str) -> tuple[Mapping[str, object], int] | None:
    """The record that ``text`` opens with if it has a title and a text below, as for Hugo, and its end."""
    if not text.startswith("{"):
        return None
    try:
        record, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    below = text[end:].lstrip(" \t")
    has_text = below.startswith(("\n", "\r")) and below.strip() and below.strip()[0] not in "{[,"
    return (record, end) if has_text and isinstance(record, dict) and "title" in record else None


def _toml(text: str) -> Mapping[str, object] | None:
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return None


def _flat(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """(name, value) pairs of a record and its tables (as Zola has them), one for each member of a list."""
    for name, value in record.items():
        if isinstance(value, Mapping) and "name" not in value:
            for inner, each in value.items():
                yield from _members(inner, each)
        else:
            yield from _members(name, value)


def _members(name: str, value: object) -> Iterator[tuple[str, str]]:
    for member in value if isinstance(value, list) else [value]:
        given = member.get("name", "") if isinstance(member, Mapping) else member
        yield name.casefold(), str(given).strip()


def _yaml(text: str) -> Iterator[tuple[str, str]]:
    """(name, value) pairs of a flat YAML record, one for each member of a list; blocks become one line."""
    name = ""
    block: list[str] | None = None
    for line in (*_unfolded(text), _END):
        if block is not None and (not line.strip() or line[0] in " \t"):
            block.append(line.strip())
            continue
        if block is not None:
            yield name, " ".join(filter(None, block))
            block = None
        if named := _NAMED.fullmatch(line):
            yield name, _plain((named[1] or named[2] or "").strip())
            continue
        found = _ENTRY.fullmatch(line)
        if found is None or (not found[1] and _KEYED.match(line)):
            continue
        name = found[1].casefold() if found[1] else name
        value = found[2].strip()
        if _BLOCK.match(_COMMENT.sub("", value)):
            block = []
        elif listed := _LIST.fullmatch(value):
            yield from ((name, _plain(member.strip())) for member in _MEMBER.findall(listed[1]))
        else:
            yield name, _plain(value)


def _unfolded(text: str) -> list[str]:
    """The lines of a YAML record, with each scalar that spans several of them joined to one."""
    lines: list[str] = []
    for line in text.splitlines():
        if lines and line[:1] in (" ", "\t") and _SCALAR.match(lines[-1]):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return lines


def _plain(value: str) -> str:
    """The value of a scalar, without quotation marks, escapes and the comment behind it."""
    if quoted := _QUOTED.fullmatch(value):
        value = quoted[1]
    if len(value) > 1 and value[0] == value[-1] == '"':
        # In JSON style a character beyond the Basic Multilingual Plane is two escapes, joined here.
        return (
            _ESCAPE.sub(_unescaped, value[1:-1]).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        )
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return _COMMENT.sub("", value)


def _unescaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    return chr(int(code, 16)) if code else _SHORT.get(found[4], found[4])
