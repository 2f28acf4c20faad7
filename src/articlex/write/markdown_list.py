"""Lists and definition lists as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlex.page import Block, Container, Kind, Wrap
from articlex.write.one_line import on_one_line
from articlex.write.structure import Branch, Tree

if TYPE_CHECKING:
    from articlex.write.markdown import MarkdownWriter

#: CommonMark reads at most nine digits in front of an item.
_LARGEST_NUMBER = 999_999_999
#: Blocks that begin with a sign of Markdown.
_SIGNED = frozenset({Kind.HEADING, Kind.CODE, Kind.TABLE, Kind.MATH, Kind.RULE})
#: What a picture in an element of a definition list is.
_KIND_OF_TAG = {"dl": None, "dt": Kind.TERM, "dd": Kind.DEFINITION}


def render_list(branch: Branch, writer: MarkdownWriter, marker: int) -> list[str]:
    """A list of nothing but items. ``marker`` is 0 or 1: two lists that follow each other have different
    markers, or they would be read as one."""
    ordered = branch.container.ordered
    tight = all(_is_tight(child) for child in branch.children)
    lines: list[str] = []
    for child in branch.children:
        if not isinstance(child, Branch):
            continue
        content = _item(child, writer, _sign(child.container, ordered, marker), tight)
        if content and lines and not tight:
            lines.append("")
        lines += content
    return lines


def _sign(item: Container, ordered: bool, marker: int) -> str:
    if not ordered:
        return "*" if marker else "-"
    number = min(max(item.number, 0), _LARGEST_NUMBER)
    return f"{number}{')' if marker else '.'}"


def _item(branch: Branch, writer: MarkdownWriter, sign: str, tight: bool) -> list[str]:
    """The lines of an item: its ``sign`` before the first, the others as far in as its text."""
    content = _tight_lines(branch.children, writer) if tight else writer.blocks(branch.children)
    if not content:
        return []
    indent = " " * (len(sign) + 1)
    first = content[0]
    checked = branch.container.checked
    if checked is not None and _takes_box(branch.children[0]):
        first = f"[{'x' if checked else ' '}] {first}"
    elif first[:1] == "[" and first[:4].lower() in ("[ ] ", "[x] "):
        first = "\\" + first
    return [f"{sign} {first}", *(indent + line if line else "" for line in content[1:])]


def _takes_box(child: Branch | Block) -> bool:
    """Whether a check box can stand before it: behind one, the sign of a heading would be mere text."""
    return not isinstance(child, Branch) and child.kind not in _SIGNED


def _tight_lines(children: Tree, writer: MarkdownWriter) -> list[str]:
    lines: list[str] = []
    for child in children:
        lines += writer.blocks([child])
    return lines


def _is_tight(child: Branch | Block) -> bool:
    """An item of one line of text, with nothing below it but such items."""
    if not isinstance(child, Branch) or child.container.wrap is not Wrap.ITEM:
        return False
    for number, inner in enumerate(child.children):
        if isinstance(inner, Branch):
            container = inner.container
            if container.wrap is not Wrap.LIST or not all(_is_tight(item) for item in inner.children):
                return False
            if number > 1 or (container.ordered and number and _first_number(inner) != 1):
                return False
        elif number or inner.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            return False
    return True


def _first_number(branch: Branch) -> int:
    first = branch.children[0]
    return first.container.number if isinstance(first, Branch) else 1


def render_definitions(branch: Branch, writer: MarkdownWriter) -> list[str]:
    """A definition list: the term on a line, each definition behind ``: `` below it.

    PHP Markdown Extra, pandoc and their likes read it as one. CommonMark reads a paragraph: nothing is
    lost, and what else belongs to a definition is indented by two, which CommonMark does not mind. A list
    right inside another is further definitions of its term: indented by four, what belongs to them would be
    code. What has no term before it is written as it would be outside of the list.
    """
    lines: list[str] = []
    before: Kind | None = None
    outer = 0
    tight = False
    for child, depth in _parts(branch):
        kind = _kind(child, writer)
        content = writer.blocks([child])
        if kind is Kind.TERM and isinstance(child, Block):
            content = [" ".join(writer.paragraph(on_one_line(child.runs)))] if content else []
            outer = depth if before is None else outer
        if not content:
            continue
        defines = before is not None and (kind is Kind.DEFINITION or (kind is Kind.TERM and depth > outer))
        if defines:
            content = [": " + content[0], *("  " + line for line in content[1:])]
            before = Kind.DEFINITION
        elif before is Kind.DEFINITION and kind is None:
            content = ["  " + line if line else "" for line in content]
        else:
            before = Kind.TERM if kind is Kind.TERM else None
        if lines and not (defines and tight):
            lines.append("")
        lines += content
        tight = kind is not None
    return lines


def _parts(branch: Branch, depth: int = 0) -> Iterator[tuple[Branch | Block, int]]:
    """What stands in a definition list, and in how many such lists right inside it."""
    for child in branch.children:
        if isinstance(child, Branch) and child.container.wrap is Wrap.DEFINITIONS:
            yield from _parts(child, depth + 1)
        else:
            yield child, depth


def _kind(child: Branch | Block, writer: MarkdownWriter) -> Kind | None:
    """TERM or DEFINITION for one line of text, or a picture in its place; else None."""
    if isinstance(child, Branch):
        return None
    if child.kind is not Kind.IMAGE:
        return child.kind if child.kind in (Kind.TERM, Kind.DEFINITION) else None
    at = child.node
    while at > 0:
        tag = writer.nodes[at].tag
        if tag in _KIND_OF_TAG:
            return _KIND_OF_TAG[tag]
        at = writer.nodes[at].parent
    return None
