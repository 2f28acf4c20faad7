"""Odd attributes of the elements whose meaning hangs on them."""

from __future__ import annotations

import pytest

from articlex.page import Kind
from articlex.read.html.reader import read_html


@pytest.mark.parametrize(
    "html",
    [
        '<a id="" href="#">x</a>',
        '<p>x<sup><a href="#">1</a></sup></p>',
        '<li id="">x',
        "<math></math>x",
        '<span class="katex"></span>x',
        '<script type="math/mml"><math</script>x',
        '<span class="MathJax" data-mathml="<math">x</span>',
        "<ruby>x<rt></rt></ruby>",
        '<li><input type="checkbox">x</li>',
        "<table class='hljs-ln'>x</table>",
    ],
)
def test_an_odd_attribute_is_no_crash_and_loses_no_text(html: str) -> None:
    assert "x" in " ".join(block.text for block in read_html(html).blocks)


@pytest.mark.parametrize("html", ['<pre class=""><table></table></pre>', '<img alt="$$">'])
def test_an_odd_element_without_text_is_no_crash(html: str) -> None:
    assert "".join(block.text for block in read_html(html).blocks) == ""


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("<h2><p>Rain</p></h2>", "Rain"),
        ("<h2 class=a>\n <p class=b>Rain</h2>", "Rain"),
        ("<H3><P>Rain</P></H3>", "Rain"),
        ("<h2> </h2><h2>Rain<p>falls</p></h2>", "Rain"),
        ("<h1><div><p>Rain</p></div></h1>", "Rain"),
        ("<h1><span>Rain</span><div><p>falls</p></div></h1>", "Rain"),
    ],
)
def test_a_paragraph_in_a_heading_is_the_heading(heading: str, text: str) -> None:
    first, *rest = read_html(f"{heading}<p>More rain.").blocks
    assert (first.kind, first.text) == (Kind.HEADING, text)
    assert rest[-1].kind is Kind.PARAGRAPH


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("<h1 role=heading>Rain</h1>", 1),
        ("<h3 role=heading>Rain</h3>", 3),
        ("<h3 role=heading aria-level=1>Rain</h3>", 1),
        ("<div role=heading>Rain</div>", 2),
        ("<div role=heading aria-level=9>Rain</div>", 6),
        ("<heading>Rain</heading>", 3),
    ],
)
def test_the_level_of_a_heading(heading: str, level: int) -> None:
    (block,) = read_html(heading).blocks
    assert (block.kind, block.level) == (Kind.HEADING, level)


def test_what_a_class_and_an_id_say_together() -> None:
    # The class of a button to copy code, and an id that names it a button.
    copied = '<pre>x = 1</pre><div class="copy" id="code-btn">Copy</div><p>Rain.'
    assert [block.text for block in read_html(copied).blocks] == ["x = 1", "Rain."]
    plain = '<div class="Wide item" id="menuItem-7">Rain.</div>'
    node = read_html(plain).nodes[-1]
    assert (node.words, node.shape) == (("wide", "item", "menu", "item", "7"), "Wide item menuItem-7")


def test_what_is_a_table_by_its_role_and_lays_out_a_list_is_one_element() -> None:
    rows = (f"<div role=row><div role=cell>{n}.</div><div role=cell>Rain.</div></div>" for n in (1, 2))
    page = read_html(f"<div role=table>{''.join(rows)}</div>")
    assert [node.tag for node in page.nodes] == ["", "html", "body", "table", "li", "div", "li", "div"]
    assert [block.within[0].ordered for block in page.blocks] == [True, True]
