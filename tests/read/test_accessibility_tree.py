"""Accessibility trees as pages: what browsers and the tools that drive them print of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.page import Form
from articlex.read import read_page
from articlex.read.accessibility_tree import tree_html

CHROMIUM = """RootWebArea 'Bridge opens - Harbour Post' focused: True
\t[3] banner ''
\t\t[4] link 'Harbour Post'
\t\t[5] navigation 'Main'
\t\t\t[6] link 'News'
\t\t\t[7] link 'Sport'
\t[9] main ''
\t\t[10] heading 'Bridge opens' level: 1
\t\t[11] StaticText 'By '
\t\t[12] link 'Ann O'Example' url: https://post.example/ann
\t\t[13] time '6 May 2024'
\t\t[14] button 'Share'
\t\t[15] paragraph ''
\t\t\t[16] StaticText 'The bridge over the river opened on Monday.'
\t\t\t\t[17] InlineTextBox 'The bridge over the river opened on Monday.'
\t\t[18] paragraph ''
\t\t\t[19] StaticText '"Nobody had expected it," said '
\t\t\t[20] link 'the mayor'
\t\t\t[21] StaticText ', who crossed it on foot before the trams did.'
\t[22] contentinfo ''
\t\t[23] StaticText '© 2024 Harbour Post'
"""
PLAYWRIGHT = """- banner:
  - link "Harbour Post":
    - /url: /
- main:
  - 'heading "Bridge opens: two years late" [level=1]'
  - text: By
  - link "Ann Example" [ref=e12]:
    - /url: /people/ann
  - paragraph: The bridge over the river opened on Monday.
  - paragraph:
    - text: "\\"Nobody had expected it,\\" said"
    - link "the mayor":
      - /url: https://post.example/mayor
    - text: ", who crossed it on foot before the trams did."
  - list:
    - listitem: forty million for the steel
    - listitem: nine million for the ramps
  - table:
    - row "Year Cost":
      - columnheader "Year"
      - columnheader "Cost"
    - row "2022 20":
      - cell "2022"
      - cell "20"
"""


def _texts(source: str) -> list[str]:
    return [block.text for block in read_page(source).blocks if block.text]


def test_the_tree_that_chromium_prints_is_read_as_its_page() -> None:
    page = read_page(CHROMIUM)
    assert (page.form, page.markup.title) == (Form.HTML, "Bridge opens - Harbour Post")
    assert _texts(CHROMIUM) == [
        "Harbour Post",
        "News",
        "Sport",
        "Bridge opens",
        "By Ann O'Example",
        "6 May 2024",
        "Share",
        "The bridge over the river opened on Monday.",
        '"Nobody had expected it," said the mayor, who crossed it on foot before the trams did.',
        "© 2024 Harbour Post",
    ]


def test_a_snapshot_of_playwright_is_read_as_its_page() -> None:
    article = extract(PLAYWRIGHT)
    assert (article.title, article.authors) == ("Bridge opens: two years late", ("Ann Example",))
    assert article.markdown == (
        "# Bridge opens: two years late\n\n"
        "The bridge over the river opened on Monday.\n\n"
        '"Nobody had expected it," said [the mayor](https://post.example/mayor), '
        "who crossed it on foot before the trams did.\n\n"
        "- forty million for the steel\n- nine million for the ramps\n\n"
        "| Year | Cost |\n| --- | --- |\n| 2022 | 20 |\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "- main point: the bridge\n- article about it\n- list of what it cost\n" * 4,
        "main:\n  article: 1\n  heading: Bridge\nThe bridge opened on Monday, and everybody came to see it.\n"
        * 4,
        "\n".join(PLAYWRIGHT.splitlines()[:5]),
    ],
    ids=["a list", "settings", "too short"],
)
def test_other_texts_are_no_trees(text: str) -> None:
    assert tree_html(text) is None


def test_a_tree_is_read_where_the_caller_says_that_it_is_text_as_a_markdown_document_is() -> None:
    assert read_page(CHROMIUM, form="text").form is Form.HTML


def test_a_deep_tree_keeps_its_texts() -> None:
    deep = "\n".join(f"{' ' * depth}- generic:" for depth in range(3000))
    text = f"{deep}\n{' ' * 3000}- text: The bridge opened on Monday."
    assert "The bridge opened on Monday." in (tree_html(f'- heading "A" [level=1]\n{text}') or "")


@given(st.lists(st.sampled_from([*CHROMIUM.splitlines(), *PLAYWRIGHT.splitlines()]), min_size=8, max_size=40))
def test_no_order_of_lines_makes_it_raise(lines: list[str]) -> None:
    made = tree_html("\n".join(lines))
    assert made is None or made.startswith("<!DOCTYPE html>")
