"""Every construct of the page that the table of docs/figures.md speaks of, once its article is kept whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlex.article import Article, Verdict
from articlex.page import Block, Mark, Page, Role
from articlex.read.html.reader import read_html
from articlex_lab.checks.output.constructs import ADDRESS, CHECKS, PAGE, Output, output_of


def _in_article(page: Page, block: Block) -> bool:
    node = block.node
    while node >= 0:
        if page.nodes[node].tag == "article":
            return True
        node = page.nodes[node].parent
    return False


@pytest.fixture(scope="module")
def output() -> Output:
    page = read_html(PAGE.read_text(encoding="utf-8"), url=ADDRESS)
    roles = [Role.BODY if _in_article(page, block) else Role.NAV for block in page.blocks]
    page = replace(page, marks=tuple(Mark(n, role, "") for n, role in enumerate(roles)))
    return output_of(Article(Verdict.OK, 1.0, page, title="A garden of constructs").markdown)


@pytest.mark.parametrize("name", CHECKS)
def test_construct(output: Output, name: str) -> None:
    assert CHECKS[name](output), output.markdown
