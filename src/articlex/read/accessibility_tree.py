"""Accessibility trees, as browsers and the tools that drive them print a page: HTML with the same elements.

Each line is a node, with its role and its name, below the one that it belongs to and set in from it. The
roles are those of WAI-ARIA 1.2 (https://www.w3.org/TR/wai-aria-1.2/#role_definitions) and a few of Chromium's
own, such as "StaticText". Chromium and tools for it print ``[12] heading 'The bridge' level=1``, Playwright's
snapshots (https://playwright.dev/docs/aria-snapshots) have ``- heading "The bridge" [level=1]``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import islice

from articlex.regex import regex

#: Lines from which a tree is told, the least number of them, and the share that has to be nodes.
_LOOKED_AT, _LEAST, _SHARE = 60, 8, 0.9
#: Characters of the longest first line.
_FIRST = 500
#: White space, the sign of an item or the number of the node, the role, and the rest.
_NODE = regex(r"(\s*)(?:- |\[\w+\]\s+|uid=\S+\s+)?(/?[A-Za-z]+)\b(.*)\Z")
#: A name as a string of JSON.
_STRING = regex(r'"(?:[^"\\]|\\.)*+"')
#: The whole key of a line of YAML in quotation marks: ``- 'heading "A: b" [level=1]'``.
_KEY = regex(r"(\s*- )'((?:[^']|'')*)'(:?.*)\Z")
_LEVEL, _URL = regex(r"level[=:]\s?([1-6])"), regex(r"\burl[=:]\s?(\S+)")
#: The elements of roles, in lower case. Those of other roles are <div>.
_TAGS = dict(
    pair.split(":")
    for pair in """
    main:main article:article form:form figure:figure figcaption:figcaption blockquote:blockquote table:table
    caption:caption button:button time:time code:code strong:strong section:section banner:header
    navigation:nav complementary:aside contentinfo:footer paragraph:p list:ul listitem:li link:a image:img
    img:img row:tr cell:td gridcell:td columnheader:th rowheader:th region:section search:form term:dt
    definition:dd emphasis:em separator:hr linebreak:br deletion:del insertion:ins descriptionlist:dl
    """.split()
)
#: Elements of which what is inside stands in a line.
_OF_A_LINE = frozenset("p a td th li button time figcaption dt dd strong em code h1 h2 h3 h4 h5 h6".split())
_TEXTS = frozenset({"statictext", "text"})
_SHOWN = _TEXTS | {"heading", "paragraph"}
_ROOTS = frozenset({"rootwebarea", "webarea", "document"})
#: What a reader does not see, sees twice, or fills in.
_SILENT = frozenset(
    """inlinetextbox listmarker textbox searchbox combobox checkbox radio slider spinbutton option listbox
    progressbar scrollbar""".split()
)
#: Roles whose name says what they hold, and not what is in them.
_LABELLED = frozenset(
    """banner navigation main complementary contentinfo region section form search article figure list table
    row rowgroup group generic dialog alertdialog toolbar tablist menu menubar iframe none status alert
    document rootwebarea webarea blockquote feed""".split()
)
_INLINE = frozenset({"link", "time", "code", "strong", "emphasis", "deletion", "insertion", *_TEXTS})
_KNOWN = (
    _SILENT | _LABELLED | _INLINE | _ROOTS | _TAGS.keys() | {"heading", "tab", "menuitem", "tabpanel", "math"}
)
#: What opens a bracket or quotation; from here on scripts set no spaces between words.
_OPENS, _WIDE = frozenset("([{«“„‘'\"-/@#$£€¿¡"), "\u2e80"
#: Nodes inside each other, at most: what is deeper belongs to the last.
_DEEPEST = 100
#: What begins a text that goes on with the node before it.
_GOES_ON = frozenset(" \t,.;:!?)”»，。；：！？）」』、…’'")


@dataclass(slots=True)
class _Node:
    role: str
    name: str = ""
    level: str = ""
    url: str = ""
    parts: list[_Node] = field(default_factory=list)
    #: A node inside of it has a text.
    is_filled: bool = False


def tree_html(text: str) -> str | None:
    """The HTML of a page of which ``text`` is the accessibility tree; None for any other text."""
    if not _is_tree(text):
        return None
    root = _parsed(text)
    title = next((node.name for node in root.parts if node.role in _ROOTS), "")
    body = "".join(_written(root))
    return f"<!DOCTYPE html>\n<html><head><title>{escape(title)}</title></head><body>{body}</body></html>"


def _is_tree(text: str) -> bool:
    """Whether nearly all of the first lines are nodes of a tree, some of them headings or texts."""
    if not _role(text[:_FIRST].lstrip().partition("\n")[0]):
        return False
    lines = list(islice((line for line in text.splitlines() if line.strip()), _LOOKED_AT))
    roles = [role for line in lines if (role := _role(line))]
    is_shown = not _SHOWN.isdisjoint(roles)
    return is_shown and len(lines) >= _LEAST and len(roles) >= _SHARE * len(lines)


def _role(line: str) -> str:
    """The role of the node in a line, in lower case; "" if it is no node."""
    node = _NODE.match(_plain(line))
    role, rest = (node[2].lower(), node[3].lstrip()) if node else ("", "")
    is_node = (role in _KNOWN or role.startswith("/")) and (not rest or rest[0] in "\"'[:")
    return role if is_node else ""


def _plain(line: str) -> str:
    """A line without the quotation marks of YAML around its key."""
    key = _KEY.match(line)
    return key[1] + key[2].replace("''", "'") + key[3] if key else line


def _parsed(text: str) -> _Node:
    """The tree, below a node without a role."""
    root = _Node("")
    stack = [(-1, root)]
    for line in text.splitlines():
        found = _NODE.match(_plain(line.expandtabs(4)))
        if found is None or not line.strip():
            continue
        indent, role, rest = len(found[1]), found[2].lower(), found[3]
        while stack[-1][0] >= indent:
            stack.pop()
        parent = stack[-1][1]
        if role.startswith("/"):
            parent.url = rest.lstrip(": ").strip() if role == "/url" else parent.url
            continue
        node = _node(role, rest)
        parent.parts.append(node)
        if node.is_filled or (role not in _LABELLED | _SILENT and node.name.strip()):
            for _, around in stack:
                around.is_filled = True
        if len(stack) < _DEEPEST:
            stack.append((indent, node))
    return root


def _node(role: str, rest: str) -> _Node:
    """A node from its role and what follows it on the line: its name and properties, or its text."""
    rest = rest.strip()
    if string := _STRING.match(rest):
        name, known = _unescaped(string[0]), rest[string.end() :]
    elif rest[:1] == "'" and (end := rest.rfind("'")):
        name, known = rest[1:end], rest[end + 1 :]
    else:
        said = rest.partition(": ")[2] if ": " in rest else ""
        text = _unescaped(said) if _STRING.fullmatch(said) else said
        parts = [_Node("text", text)] if text and role not in _TEXTS else []
        return _Node(role, text if role in _TEXTS else "", parts=parts, is_filled=bool(parts))
    level, url = _LEVEL.search(known), _URL.search(known)
    return _Node(role, name, level[1] if level else "", url[1] if url else "")


def _unescaped(string: str) -> str:
    """The text of a string of JSON, or what is between its quotation marks."""
    try:
        return str(json.loads(string, strict=False))
    except ValueError:
        return string[1:-1]


def _written(node: _Node) -> Iterator[str]:
    """The HTML of what is inside ``node``: nodes in a line, and others in elements of their own."""
    open_line = False
    before = ""
    for part in node.parts:
        if part.role in _SILENT:
            continue
        is_inline = part.role in _INLINE
        goes_on = is_inline and (before[-1:].isspace() or part.name[:1] in _GOES_ON) and bool(before)
        if open_line and not goes_on:
            yield "</div>"
        if is_inline and not (open_line and goes_on):
            yield "<div>"
        open_line, before = is_inline, part.name if is_inline else ""
        yield from _element(part)
    if open_line:
        yield "</div>"


def _element(node: _Node) -> Iterator[str]:
    """The element of a node, with its name in it if that is the text that it shows."""
    if node.role in _TEXTS:
        yield escape(node.name)
        return
    tag = f"h{node.level or 2}" if node.role == "heading" else _TAGS.get(node.role, "div")
    if tag in ("hr", "br"):
        yield f"<{tag}>"
    elif tag == "img":
        yield f'<img alt="{escape(node.name)}" src="{escape(node.url)}">'
    else:
        address = f' href="{escape(node.url)}"' if tag == "a" and node.url else ""
        is_text = node.role not in _LABELLED and not node.is_filled
        inside = _inside(node, tag)
        yield f"<{tag}{address}>{escape(node.name) if is_text else ''}{inside}</{tag}>"


def _inside(node: _Node, tag: str) -> str:
    """What is inside an element: in a line where the element is one, as a paragraph is."""
    if tag not in _OF_A_LINE:
        return "".join(_written(node))
    line, last = "", ""
    for part in node.parts:
        if part.role not in _SILENT:
            line += (" " if _are_apart(last, part.name) else "") + "".join(_element(part))
            last = part.name
    return line


def _are_apart(before: str, after: str) -> bool:
    """Whether a space was lost between two texts: snapshots are without those at the ends of a text."""
    if not before or not after or before[-1].isspace() or after[0] >= _WIDE or before[-1] >= _WIDE:
        return False
    return (after[0].isalnum() or after[0] in _OPENS) and before[-1] not in _OPENS
