"""Lists and definition lists as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Block, Container, Kind, Wrap
from articlex.write.structure import Branch, Tree

if TYPE_CHECKING:
    from articlex.write.markdown import MarkdownWriter

#: CommonMark reads at most nine digits in front of an item.
_LARGEST_NUMBER = 999_999_999


def render_list(branch: Branch, writer: MarkdownWriter, marker: int) -> list[str]:
    """A list. ``marker`` is 0 or 1: two lists that follow each other have different markers, or they
    would be read as one."""
    ordered = branch.container.ordered
    tight = all(_is_tight(child) for child in branch.children)
    lines: list[str] = []
    indent = ""
    for child in branch.children:
        if isinstance(child, Branch) and child.container.wrap is Wrap.ITEM:
            sign = _sign(child.container, ordered, marker)
            content = _item(child, writer, sign, tight)
            indent = " " * (len(sign) + 1) if content else indent
        elif isinstance(child, Branch) and child.container.wrap is Wrap.LIST:
            # A list right inside a list is shown below the item above it.
            content = [indent + line if line else "" for line in writer.blocks([child])]
        else:  # a heading between items: the list is broken there
            content = writer.blocks([child])
            indent = ""
        if not content:
            continue
        if lines and not tight:
            lines.append("")
        lines += content
    return lines


def _sign(item: Container, ordered: bool, marker: int) -> str:
    if not ordered:
        return "*" if marker else "-"
    number = min(max(item.number, 0), _LARGEST_NUMBER)
    return f"{number}{')' if marker else '.'}"


def _item(branch: Branch, writer: MarkdownWriter, sign: str, tight: bool) -> list[str]:
    content = _tight_lines(branch.children, writer) if tight else writer.blocks(branch.children)
    if not content:
        return []
    indent = " " * (len(sign) + 1)
    first = content[0]
    checked = branch.container.checked
    if checked is not None:
        first = f"[{'x' if checked else ' '}] {first}"
    elif first[:1] == "[" and first[:4].lower() in ("[ ] ", "[x] "):
        first = "\\" + first
    elif first == "---":  # "- ---" is one rule, and no item
        first = "___"
    return [f"{sign} {first}", *(indent + line if line else "" for line in content[1:])]


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


def render_definitions(branch: Branch, writer: MarkdownWriter, *, inner: bool = False) -> list[str]:
    """A definition list: the term on a line, each definition behind ``: `` below it.

    PHP Markdown Extra, pandoc and their likes read it as one. CommonMark reads a paragraph: nothing is
    lost, and what else belongs to a definition is indented by two, which CommonMark does not mind. An
    ``inner`` list, right inside another, is further definitions of its term: indented by four, what
    belongs to them would be code.
    """
    lines: list[str] = []
    tight = False
    for child in branch.children:
        kind = None if isinstance(child, Branch) else child.kind
        if isinstance(child, Branch) and child.container.wrap is Wrap.DEFINITIONS:
            content = render_definitions(child, writer, inner=True)
        else:
            content = _defined(kind, writer.blocks([child]), inner)
        if not content:
            continue
        if lines and not (tight and kind is Kind.DEFINITION):
            lines.append("")
        lines += content
        tight = kind in (Kind.TERM, Kind.DEFINITION)
    return lines


def _defined(kind: Kind | None, content: list[str], inner: bool) -> list[str]:
    """The lines of a term, of a definition, or of what else belongs to a definition."""
    if not content:
        return []
    if kind is Kind.TERM:
        return [(": " if inner else "") + " ".join(line.strip() for line in content)]
    if kind is Kind.DEFINITION:
        return [": " + content[0], *("  " + line for line in content[1:])]
    return ["  " + line if line else "" for line in content]
