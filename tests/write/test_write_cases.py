"""Cases in fixtures/write: HTML, and the Markdown of all its blocks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from articlex.article import Article, Verdict
from articlex.page import Mark, Role
from articlex.read.html.reader import read_html

FOLDER = Path(__file__).parents[2] / "fixtures" / "write"


def cases() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.cases")):
        for case in path.read_text(encoding="utf-8").split("=== ")[1:]:
            title, _, rest = case.partition("\n")
            html, _, markdown = rest.partition("\n=>\n")
            found.append((f"{path.stem}: {title}", html, markdown.strip("\n")))
    return found


CASES = cases()


@pytest.mark.parametrize(("html", "markdown"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(html: str, markdown: str) -> None:
    page = read_html(html, url="https://ex.org/page")
    page = replace(page, marks=tuple(Mark(block.index, Role.BODY, "") for block in page.blocks))
    assert Article(Verdict.OK, 1.0, page).markdown.rstrip("\n") == markdown
