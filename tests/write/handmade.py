"""Hand-built articles for the tests of the writers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from articlex.article import Article, Verdict
from articlex.markup import Markup
from articlex.page import Block, Form, Kind, Mark, Node, Page, Role, Run

Runs = str | tuple[Run, ...]


def runs_of(content: Runs) -> tuple[Run, ...]:
    return (Run(content),) if isinstance(content, str) else content


def block(kind: Kind, content: Runs = "", **fields: Any) -> Block:
    runs = runs_of(content)
    text = "".join(run.text for run in runs if run.src is None)
    return Block(0, kind, fields.pop("text", text), runs, **fields)


def paragraph(content: Runs, **fields: Any) -> Block:
    return block(Kind.PARAGRAPH, content, **fields)


def heading(content: Runs, level: int, **fields: Any) -> Block:
    return block(Kind.HEADING, content, level=level, **fields)


def article(
    *blocks: Block,
    title: str | None = None,
    url: str | None = None,
    roles: dict[int, Role] | None = None,
    **fields: Any,
) -> Article:
    """An article whose body is ``blocks``, save those that ``roles`` gives another role."""
    roles = roles or {}
    numbered = tuple(replace(b, index=i) for i, b in enumerate(blocks))
    marks = tuple(Mark(i, roles.get(i, Role.BODY), "") for i in range(len(blocks)))
    node = Node("html", -1, 0, (), 0, len(blocks))
    page = Page(Form.HTML, numbered, (node,), fields.pop("markup", Markup()), url, "utf-8", marks)
    verdict = fields.pop("verdict", Verdict.OK if blocks else Verdict.EMPTY)
    return Article(verdict, 0.9, page, title=title, url=fields.pop("canonical", url), **fields)
