"""Odd attributes of the elements whose meaning hangs on them."""

from __future__ import annotations

import pytest

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
