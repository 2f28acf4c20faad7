"""The reader of raw page text: lines become blocks."""

from __future__ import annotations

from articlex.page import Block, Form, Kind, Markup, Node, Page, Run
from articlex.read.text_lines import Line, split_lines
from articlex.read.text_wrap import flows, join, wrap_widths


def read_text(
    source: str, *, url: str | None = None, encoding: str = "", warnings: tuple[str, ...] = ()
) -> Page:
    """The page in ``source``, a page flattened to plain text."""
    lines = split_lines(source)
    blocks = _blocks(lines)
    root = Node("", -1, 0, (), 0, len(blocks))
    return Page(Form.TEXT, tuple(blocks), (root,), Markup(), url, encoding, warnings=warnings)


def _blocks(lines: list[Line]) -> list[Block]:
    widths = wrap_widths(lines)
    blocks: list[Block] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _continues(lines[end - 1], lines[end], widths[end - 1]):
            end += 1
        blocks.append(_paragraph(len(blocks), lines[start:end]))
        start = end
    return blocks


def _continues(line: Line, following: Line, width: int) -> bool:
    return line.indent == following.indent and flows(line, following, width)


def _paragraph(index: int, lines: list[Line]) -> Block:
    text = join(lines)
    first = lines[0]
    return Block(
        index,
        Kind.PARAGRAPH,
        text,
        (Run(text),),
        line=first.number,
        indent=first.indent,
        gap=first.gap,
        lines=tuple(line.raw for line in lines),
    )
