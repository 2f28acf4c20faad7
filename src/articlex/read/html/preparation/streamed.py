"""Parts of a page that a server sends behind the rest of it, which scripts put into their places.

What is late on the server has a place in the page from the first, often with a text to show meanwhile
("Loading"), and comes at the end of the page, hidden. Without scripts, an article would lack paragraphs or
stand below its footer. Read of what each of these writes:

* React, and so Next.js, Remix and others: ``<div hidden id="S:2">`` goes to ``<template id="P:2">``, or to
  ``<template id="B:1">`` where a script says ``$RC("B:1","S:2")``, in place of all up to a comment ``/$``.
  Rows of tables come in a hidden table.
* Hono: ``<template data-hono-target="H:1">`` goes to ``<template id="H:1">``, up to ``/$``.
* Solid: ``<template id="1">`` goes to ``<template id="pl-1">``, up to a comment ``pl-1``.
* Preact: ``<preact-island data-target="1">`` goes between the comments ``$s:1`` and ``/$s:1``.
* Marko: ``<t M_=1>`` goes between the comments ``M_!^1`` and ``M_!1``, or in place of ``M_#1``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from articlex.read.html.tree import Element, take_out
from articlex.regex import regex

#: The elements that are such parts, or places of them.
_ISLAND, _LATE = "preact-island", "t"
TAGS_OF_PARTS = ("template", _ISLAND, _LATE)

#: Ids of places: in React, whose ids may all have a prefix; in Hono and in Solid.
_OF_REACT = regex(r"(.*)([BP]):([0-9a-f]+)")
_HONO, _SOLID = "H:", "pl-"
#: How a script of React says what goes where: ``$RS`` names the part first, the others the place.
_CALL = regex(rb"""\$R([CRS])\(\s*+["']([^"'<>]{1,80})["']\s*+,\s*+["']([^"'<>]{1,80})["']""")
#: Attributes that name the place of a part. That of Marko begins with a name that each page may choose.
_HONO_TARGET, _ISLAND_TARGET = "data-hono-target", "data-target"
_MARKO_TARGET = regex(r"\w*_\w*")

#: Parts of which links make up more than this stay where they are, hidden: menus and cards of other
#: pages. Of 89 parts of 60 characters and more, on 37 annotated pages of React, 27 have more links, one
#: of which is in the gold text; of 62 with fewer 37 are. On these pages word F1 is, in sum, 0.49 better
#: than with all parts hidden for 1/5, 0.45 for 1/3, 0.35 for 1/2, and 0.45 worse if all are placed.
#: Characters are counted up to the other.
_MOST_LINKED, _COUNTED = 1 / 3, 20_000
_CODE = frozenset(("script", "style"))

#: Comments around what React shows at first. Those of one place may stand in those of another.
_BEGINS, _ENDS = frozenset(("$", "$?", "$!", "$~", "&")), frozenset(("/$", "/&"))


class _Part(NamedTuple):
    """An element whose content goes in place of all nodes from ``first`` to ``last``, which are siblings."""

    element: Element
    first: Element
    last: Element


class _Names(NamedTuple):
    """What is found by its name in a tree; of several, the first."""

    elements: dict[str, Element]
    #: In lower case, as the parser has the names of attributes.
    comments: dict[str, Element]
    #: The comment that ends what is shown at first, by the comment or the element that begins it.
    ends: dict[Element, Element]
    #: The ids of the parts of React, by those of their places.
    called: Mapping[str, str]


def is_streamed(root: Element) -> bool:
    """Whether a tree, which may be one without comments, seems to have such parts."""
    for element in root.iter(*TAGS_OF_PARTS):
        name = element.get("id") or ""
        if element.tag == "template":
            if name.startswith((_HONO, _SOLID)) or _OF_REACT.fullmatch(name):
                return True
        elif element.tag == _ISLAND or _target_of_marko(element):
            return True
    return False


def place_streamed(root: Element, data: bytes) -> None:
    """Move the parts of a tree, which has its comments still, to their places, and take the comments out;
    ``data`` is the source of the page."""
    for part in [*_parts(root, _names(root, data))]:
        _place(part)
    etree.strip_tags(root, etree.Comment)


def _names(root: Element, data: bytes) -> _Names:
    names = _Names({}, {}, {}, _called(data))
    begun: defaultdict[Element | None, list[Element]] = defaultdict(list)
    for node in root.iter():
        name = node.get("id") or ""
        text = (node.text or "").lower() if isinstance(node, etree._Comment) else ""
        if name:
            names.elements.setdefault(name, node)
        if text:
            names.comments.setdefault(text, node)
        if text in _BEGINS or name.startswith(_HONO):
            begun[node.getparent()].append(node)
        elif text and (begin := _begin(text, names, begun[node.getparent()])) is not None:
            names.ends.setdefault(begin, node)
    return names


def _begin(text: str, names: _Names, begun: list[Element]) -> Element | None:
    """What begins that of which a comment is the end: the last that was ``begun``, or what has its name."""
    if text in _ENDS:
        return begun.pop() if begun else None
    if text.startswith(_SOLID):
        return names.elements.get(text)
    if text[0] == "/":
        return names.comments.get(text[1:])
    return names.comments.get(text.replace("!", "!^", 1)) if "!" in text else None


def _called(data: bytes) -> dict[str, str]:
    calls = ([found.decode("utf-8", "replace") for found in call.groups()] for call in _CALL.finditer(data))
    return dict((second, first) if kind == "S" else (first, second) for kind, first, second in calls)


def _parts(root: Element, names: _Names) -> Iterator[_Part]:
    """The parts that have a place, and no other before."""
    for element in root.iter(*TAGS_OF_PARTS):
        name = element.get("id") or ""
        part: Element | None = element
        first: Element | None = None
        if element.tag == _ISLAND:
            first = names.comments.get(f"$s:{element.get(_ISLAND_TARGET)}".lower())
        elif element.tag == _LATE:
            target = _target_of_marko(element)
            first = names.comments.get(
                target.replace("!", "!^"), names.comments.get(target.replace("!", "#"))
            )
        elif place := element.get(_HONO_TARGET):
            first = names.elements.pop(place, None)
        elif name.startswith(_SOLID):
            part, first = names.elements.pop(name.removeprefix(_SOLID), None), element
        elif of_react := _OF_REACT.fullmatch(name):
            # Where the scripts are gone the numbers tell: of "P" in any case, of "B" from React 19 on.
            part = names.elements.pop(names.called.get(name, f"{of_react[1]}S:{of_react[3]}"), None)
            before = element.getprevious()
            first = before if before in names.ends else element
        if part is not None and first is not None and not _is_linked(part):
            yield _Part(part, first, names.ends.get(first, first))


def _target_of_marko(element: Element) -> str:
    """What the comments call the place of an element; "" where it has none."""
    name = next(filter(_MARKO_TARGET.fullmatch, map(str, element.keys())), "")
    return f"{name}!{element.get(name)}".lower() if name else ""


def _is_linked(part: Element) -> bool:
    """Whether links make up more of a part than they do of a text."""
    inside = linked = whole = 0
    for event, node in etree.iterwalk(part, events=("start", "end", "comment")):
        if event == "start":
            inside += node.tag == "a"
            text = node.text if node.tag not in _CODE else None
        else:
            inside -= event == "end" and node.tag == "a"
            text = node.tail if node is not part else None
        size = len((text or "").strip())
        whole += size
        linked += size if inside else 0
        if whole > _COUNTED:
            break
    return linked > _MOST_LINKED * whole


def _place(part: _Part) -> None:
    """Move the content of a part to its place; what is shown there at first, and the element, go."""
    around = part.first.getparent()
    if around is None or any(each is part.element for each in part.first.iterancestors()):
        return  # the place went with what another part replaced, or is in the part
    _add_text(part.first, part.element.text)
    for child in [*part.element]:
        part.first.addprevious(child)
    last = part.last if part.last.getparent() is around else part.first
    for node in _siblings(part.first, last):
        if node is not last:
            node.tail = None
        take_out(node)
    table = part.element.getparent()
    take_out(part.element)
    if table is not None and table.tag == "table" and "hidden" in table.attrib and not len(table):
        take_out(table)


def _siblings(first: Element, last: Element) -> list[Element]:
    """The nodes from the one to the other; the first alone where the other does not follow."""
    found, node = [first], first
    while node is not last:
        behind = node.getnext()
        if behind is None:
            return [first]
        node = behind
        found.append(node)
    return found


def _add_text(element: Element, text: str | None) -> None:
    """Put text right before an element."""
    before, around = element.getprevious(), element.getparent()
    if text and before is not None:
        before.tail = (before.tail or "") + text
    elif text and around is not None:
        around.text = (around.text or "") + text
