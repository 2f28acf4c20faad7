"""The inner text of a page, as browsers give it."""

from __future__ import annotations

import pytest

from articlex_lab.corpora.inner_text import inner_text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<h2>Ropes</h2><p>One.</p><p>Two.</p>", "Ropes\n\nOne.\n\nTwo."),
        ("<div>One</div><div>Two <b>and</b>  three</div>", "One\nTwo and three"),
        ("<ul>\n <li>Oak</li>\n <li>Elm</li></ul>", "Oak\nElm"),
        ("<table><tr><th>Year<th>Cost<tr><td>2022<td>20</table>", "Year\tCost\n2022\t20"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<pre>if a:\n    b()</pre>", "if a:\n    b()"),
        ("<p>One <img alt=sign> <script>x()</script>two</p>", "One two"),
        ("<p>One</p><div style='display: none'>x</div><div hidden>y</div>", "One"),
        ("<title>Ropes</title><p>One", "One"),
        ("", ""),
    ],
    ids=[
        "paragraphs",
        "blocks",
        "a list",
        "a table",
        "a break",
        "code",
        "silent",
        "hidden",
        "title",
        "nothing",
    ],
)
def test_inner_text_of(page: str, text: str) -> None:
    assert inner_text(page) == text
