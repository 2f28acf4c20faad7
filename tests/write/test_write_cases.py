"""Cases in fixtures/write: HTML, and the Markdown of all its blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from articlex.article import Article, Verdict
from articlex.page import Mark, Role
from articlex.read.html.reader import read_html
from articlex_lab.checks.cases import divided, sections
from articlex_lab.repository import FIXTURES

FOLDER = FIXTURES / "write"


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.cases")):
        for line, title, lines in sections(path):
            html, markdown = ("\n".join(part) for part in divided(lines, "=>", f"{path.name}:{line}"))
            yield pytest.param(html, markdown.strip("\n"), id=f"{path.stem}: {title}")


@pytest.mark.parametrize(("html", "markdown"), list(cases()))
def test_case(html: str, markdown: str) -> None:
    page = read_html(html, url="https://ex.org/page")
    page = replace(page, marks=tuple(Mark(block.index, Role.BODY, "") for block in page.blocks))
    assert Article(Verdict.OK, 1.0, page).markdown.rstrip("\n") == markdown
