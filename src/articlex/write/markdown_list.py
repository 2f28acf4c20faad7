"""Lists and definition lists as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlex.page import Block, Container, Kind, Wrap
from articlex.write.one_line import on_one_line
from articlex.write.structure import Branch, going_on

if TYPE_CHECKING:
    from articlex.write.markdown import MarkdownWriter

#: CommonMark reads at most nine digits in front of an item.
_LARGEST_NUMBER = 999_999_999
_DEFINING = frozenset({Kind.TERM, Kind.DEFINITION})
#: Blocks that begin with Markdown syntax.
_SIGNED = frozenset({Kind.HEADING, Kind.CODE, Kind.TABLE, Kind.MATH, Kind.RULE})


def render_list(branch: Branch, writer: MarkdownWriter, marker: int) -> list[str]:
    """The lines of a list, which has only items in it. ``marker`` is 0 or 1: consecutive lists need different
    ones."""
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
    """The lines of an item: the first behind its ``sign``, the others indented as far as its text."""
    parts = [[child] for child in branch.children] if tight else [branch.children]
    content = [line for part in parts for line in writer.blocks(part)]
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
    """Whether a check box can precede ``child``: behind one, syntax like that of a heading is plain text."""
    return not isinstance(child, Branch) and child.kind not in _SIGNED


def _is_tight(child: Branch | Block) -> bool:
    """Whether ``child`` is an item of one paragraph, with nothing below it but lists of such items."""
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
    """The lines of a definition list: each term on a line, its definitions below it behind ``: ``.

    PHP Markdown Extra, pandoc and others read it as one; for CommonMark it is a paragraph, in which nothing
    is lost. Other blocks of a definition, and its second paragraph, are indented by two, which CommonMark
    ignores. A list directly inside another becomes further definitions of its term, because blocks indented
    by four would be code. What has no term before it is written as outside the list.
    """
    lines: list[str] = []
    before: Kind | None = None
    outer = 0
    tight = False
    parts = [*_parts(branch)]
    paragraphs = going_on([child for child, _ in parts], writer.nodes)
    for child, depth in parts:
        content = writer.blocks([child])
        if not content:
            continue
        kind = None
        if isinstance(child, Block) and child.kind in _DEFINING and child.index not in paragraphs:
            kind = child.kind
            if kind is Kind.TERM:
                content = [" ".join(writer.paragraph(on_one_line(child.runs)))]
                outer = depth if before is None else outer
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
    """(child, depth) for all children of a definition list and of such lists directly inside it."""
    for child in branch.children:
        if isinstance(child, Branch) and child.container.wrap is Wrap.DEFINITIONS:
            yield from _parts(child, depth + 1)
        else:
            yield child, depth
