from __future__ import annotations

import random

from lxml import html

from articlex_lab.training.made.plainer import make_plainer

PAGE = """<html><body><article class="post main" itemprop="articleBody"><h1>A title</h1>
<p>One.</p><p class="lead">Two.</p><ul><li>Three</li></ul></article></body></html>"""


def _variants() -> list[str]:
    found = []
    for seed in range(40):
        root = html.document_fromstring(PAGE)
        make_plainer(root, random.Random(seed))
        found.append(html.tostring(root, encoding="unicode"))
    return found


def test_the_text_stays() -> None:
    texts = {"".join(html.fromstring(page).text_content().split()) for page in _variants()}
    assert texts == {"AtitleOne.Two.Three"}


def test_some_pages_lose_sections_names_and_paragraphs() -> None:
    pages = _variants()
    assert any("<article" not in page for page in pages)
    assert any("class" not in page for page in pages)
    assert any("<p" not in page and "<br" in page for page in pages)
    assert any("itemprop" not in page for page in pages)
