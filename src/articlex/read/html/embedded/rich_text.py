"""Running text that a content system keeps as nodes, not as HTML: blocks with the pieces of their text.

Sanity, Contentful, Editor.js, ProseMirror, Slate, Lexical, Draft.js and WordPress's blocks use names of their
own, but are alike: a node has its kind under one of a few keys, and under another its text, or children that
have it.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articlex.regex import regex

_DEEPEST = 30
#: The smallest share of nodes of a known kind in a running text.
_LEAST_KNOWN = 0.7

#: Keys for the kind of a node, for its parts, and for its text, which may be HTML.
_KINDS = ("_type", "type", "nodeType", "blockType", "blockName", "name", "__typename")
_PARTS = tuple("children content nodes items data attributes attrs root blocks innerBlocks".split())
_TEXTS = ("text", "value", "content", "html", "innerHTML", "code")

_PARAGRAPH = frozenset(
    "paragraph p block text normal unstyled core/paragraph paragraphblock textblock richtext".split()
)
_HEADING = regex(
    r"(?:core/)?(?:heading|header|title)s?(?:[-_ ]?block)?[-_ ]?([1-6]|one|two|three|four)?\Z|h([1-6])\Z"
)
_LEVELS = {"one": 1, "two": 2, "three": 3, "four": 4}
_ITEM = regex(r"(?:core/)?(?:un)?(?:ordered)?[-_]?(?:list|todo|check)[-_]?item|li\Z|listitem\Z")
_LIST = regex(r"(?:core/)?(?:un|bullet(?:ed)?|number(?:ed)?)?[-_]?(?:ordered)?[-_]?list\Z|[uo]l\Z")
_QUOTE = regex(r"(?:core/)?(?:block|pull)?[-_]?quote\Z")
_CODE = regex(r"(?:core/)?code(?:[-_]?block)?\Z")
_MARKUP = regex(r"<[a-zA-Z/][^<>]{0,400}>")
#: Marks of a piece of text, with the element that each stands for.
_MARKS = {"strong": "strong", "bold": "strong", "em": "em", "italic": "em", "code": "code"}


def rich_text(nodes: Any) -> str:
    """The HTML of a list of nodes; "" for any other value."""
    return "".join(_grouped(nodes)) if _is_rich(nodes) else ""


def _is_rich(nodes: Any) -> bool:
    """Whether a value is a list of nodes, most of them of a known kind and at least one a paragraph."""
    if not isinstance(nodes, list) or not nodes or not all(isinstance(node, dict) for node in nodes):
        return False
    kinds = [_kind(node) for node in nodes]
    known = sum(bool(kind) for kind in kinds)
    return "p" in kinds and known >= _LEAST_KNOWN * len(kinds) and any(map(_has_blocks, nodes))


def _has_blocks(node: Mapping[str, Any]) -> bool:
    """Whether a node is a block, not a piece of a line, which has nothing but text and perhaps marks."""
    if _kind_name(node) in ("text", "span"):
        return False
    return bool(_own_text(node)) or any(isinstance(node.get(key), (list, dict)) for key in _PARTS)


def _kind_name(node: Mapping[str, Any]) -> str:
    return next((node[key].lower() for key in _KINDS if isinstance(node.get(key), str)), "")


def _kind(node: Mapping[str, Any]) -> str:
    """The tag of the element that a node stands for; "" if its kind is not known."""
    further = [node[key].lower() for key in ("style", "tag") if isinstance(node.get(key), str)]
    name = _kind_name(node)
    if node.get("listItem"):
        return "li"
    for word in (*further, name):
        if found := _HEADING.match(word):
            level = found[1] or found[2] or _level(node)
            return f"h{_LEVELS.get(level, level)}"
        if _QUOTE.match(word):
            return "blockquote"
    if _ITEM.match(name):
        return "li"
    if _LIST.match(name):
        return "ul"
    if _CODE.match(name):
        return "pre"
    return "p" if name in _PARAGRAPH else ""


def _level(node: Mapping[str, Any]) -> str:
    """The level of a heading, which it, or one of its parts, may state as a number; else "2"."""
    for held in (node, *map(node.get, ("data", "attributes", "attrs"))):
        level = held.get("level") if isinstance(held, dict) else None
        if isinstance(level, (int, float)) and level in range(1, 7) and level is not True:
            return str(int(level))  # JSON may write 2.0
    return "2"


def _own_text(node: Mapping[str, Any]) -> str:
    return next((node[key] for key in _TEXTS if isinstance(node.get(key), str) and node[key]), "")


def _grouped(nodes: Sequence[Any]) -> Iterator[str]:
    """The HTML of each node, with items that follow each other in one list."""
    open_list = ""
    for node in nodes:
        kind = _kind(node) if isinstance(node, dict) else ""
        if kind == "li":
            wanted = "ol" if _is_ordered(node) else "ul"
            if wanted != open_list:
                yield (f"</{open_list}>" if open_list else "") + f"<{wanted}>"
                open_list = wanted
        elif open_list:
            yield f"</{open_list}>"
            open_list = ""
        yield _block(node, kind, 0)
    if open_list:
        yield f"</{open_list}>"


def _is_ordered(node: Mapping[str, Any]) -> bool:
    said = [node.get(key) for key in (*_KINDS, "listItem", "style")]
    data = node.get("data")
    said.append(data.get("style") if isinstance(data, dict) else None)
    words = " ".join(word.lower() for word in said if isinstance(word, str))
    return "number" in words or ("ordered" in words and "unordered" not in words)


def _block(node: Any, kind: str, level: int) -> str:
    if kind == "ul":
        tag = "ol" if isinstance(node, dict) and _is_ordered(node) else "ul"
        return f"<{tag}>{''.join(_items(node, level))}</{tag}>"
    inner = _inner(node, level)
    return f"<{kind}>{inner}</{kind}>" if kind and inner else inner


def _items(node: Mapping[str, Any], level: int) -> Iterator[str]:
    """The items of a list: nodes, or plain strings."""
    for key in _PARTS:
        held = node.get(key)
        if isinstance(held, dict) and level < _DEEPEST:
            yield from _items(held, level + 1)
        elif isinstance(held, list):
            yield from (f"<li>{_inner(item, level + 1)}</li>" for item in held)


def _inner(node: Any, level: int) -> str:
    """The content of a node as HTML: its own text with its marks, else its parts."""
    if level > _DEEPEST:
        return ""
    if isinstance(node, str):
        return node if _MARKUP.search(node) else html.escape(node, quote=False)
    if isinstance(node, list):
        return "".join(_part(item, level) for item in node)
    if not isinstance(node, dict):
        return ""
    if text := _own_text(node):
        return _marked(_inner(text, level), node)
    return "".join(_inner(node[key], level + 1) for key in _PARTS if isinstance(node.get(key), (list, dict)))


def _part(item: Any, level: int) -> str:
    """The HTML of a part of a node, which is a piece of its line or a block inside of it."""
    kind = _kind(item) if isinstance(item, dict) else ""
    if kind in ("", "p") or (isinstance(item, dict) and not _has_blocks(item)):
        return _inner(item, level + 1) + ("<br>" if kind == "p" and _has_blocks(item) else "")
    return _block(item, kind, level + 1)


def _marked(text: str, node: Mapping[str, Any]) -> str:
    """``text`` in the elements that the marks of its node stand for."""
    given = node.get("marks")
    marks = list(given) if isinstance(given, list) else []
    marks = [mark.get("type") if isinstance(mark, dict) else mark for mark in marks]
    marks += [key for key in _MARKS if node.get(key) is True]
    for mark in marks:
        if isinstance(mark, str) and (tag := _MARKS.get(mark)):
            text = f"<{tag}>{text}</{tag}>"
    return text
