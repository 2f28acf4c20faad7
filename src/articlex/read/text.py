"""The reader of raw page text: lines become blocks."""

from __future__ import annotations

from articlex.page import Block, Form, Kind, Markup, Node, Page, Run


def read_text(
    source: str, *, url: str | None = None, encoding: str = "", warnings: tuple[str, ...] = ()
) -> Page:
    """The page in ``source``, a page flattened to plain text."""
    lines = [line.strip() for line in source.splitlines()]
    blocks = [
        Block(i, Kind.PARAGRAPH, line, (Run(line),), line=number)
        for i, (number, line) in enumerate((n, t) for n, t in enumerate(lines, 1) if t)
    ]
    root = Node("", -1, 0, (), 0, len(blocks))
    return Page(Form.TEXT, tuple(blocks), (root,), Markup(), url, encoding, warnings=warnings)
