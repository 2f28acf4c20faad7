"""Inline runs in Markdown: one line of input, one of output."""

from __future__ import annotations

import pytest

from articlex.page import Run, Style
from articlex.write.links import Links
from articlex.write.markdown_escape import escape_line_starts
from articlex.write.markdown_inline import Inline, render_inline
from articlex.write.options import RenderOptions

EM, STRONG, CODE, DEL = Style.EM, Style.STRONG, Style.CODE, Style.DEL
BASE = "https://ex.org/dir/page"


def written(*runs: Run | str, options: RenderOptions | None = None) -> str:
    made = tuple(Run(run) if isinstance(run, str) else run for run in runs)
    inline = Inline(Links(BASE), options or RenderOptions(), {"fn1": "1"})
    return escape_line_starts(render_inline(made, inline))


@pytest.mark.parametrize(
    "text",
    ["snake_case", "2 * 3 * 4", "a < b > c", "[sic]", "AT&T", "C:\\dir", "price* once", "$5", "$5 and $10",
     "~5 km", "x^2", "[1] and [2]", "100%", "a | b", "-5 degrees", "#hashtag", "1.5 times", "e.g. (so)"],
)  # fmt: skip
def test_prose_that_is_no_markup_is_not_escaped(text: str) -> None:
    assert written(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("__init__", r"\_\_init\_\_"),
        ("*both*", r"\*both\*"),
        ("<b>", r"\<b>"),
        ("&amp;", r"\&amp;"),
        ("[a](b)", r"[a\](b)"),
        ("[^1]", r"\[^1]"),
        ("a^[1]", r"a\^[1]"),
        ("`x`", r"\`x\`"),
        (r"\*", r"\\*"),
        ("~~gone~~", r"\~\~gone\~\~"),
        ("$x$ is", r"\$x\$ is"),
        ("1. one", r"1\. one"),
        ("1986) A year", r"1986\) A year"),
        ("# no heading", r"\# no heading"),
        ("+ plus", r"\+ plus"),
        ("- minus", r"\- minus"),
        ("> more", r"\> more"),
        ("---", r"\---"),
        ("===", r"\==="),
        ("* * *", r"\* * \*"),
        ("~~~", r"\~\~\~"),
        (": colon", r"\: colon"),
        ("[x]: http://y", r"[x\]: http://y"),
    ],
)
def test_prose_that_would_be_markup_is_escaped(text: str, markdown: str) -> None:
    assert written(text) == markdown


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ([Run("b", STRONG), Run(" "), Run("i", EM)], "**b** *i*"),
        ([Run("b", STRONG), Run("i", EM)], "__b__*i*"),
        ([Run("a"), Run("b", STRONG), Run("c")], "a**b**c"),
        ([Run("中"), Run("“强”", STRONG), Run("文")], "中<strong>“强”</strong>文"),
        ([Run("a"), Run(" padded ", EM), Run("x")], "a *padded* x"),
        ([Run("x", EM | STRONG), Run(" y", EM)], "*__x__ y*"),
        ([Run("x", DEL)], "~~x~~"),
        ([Run("2"), Run("nd", Style.SUP)], "2<sup>nd</sup>"),
        ([Run("Ctrl", Style.KBD)], "<kbd>Ctrl</kbd>"),
        ([Run("hi", Style.MARK)], "<mark>hi</mark>"),
        ([Run("a`b", CODE)], "``a`b``"),
        ([Run("`", CODE)], "`` ` ``"),
        ([Run("漢字"), Run("(かんじ)", Style.RUBY)], "漢字(かんじ)"),
        ([Run("said", Style.QUOTE)], "“said”"),
        ([Run(r"\frac{a}{b}", Style.MATH)], r"$\frac{a}{b}$"),
        ([Run("x^2", Style.MATH | Style.MATH_DISPLAY)], "$$x^2$$"),
        ([Run("one"), Run("\n", Style.BREAK), Run("- two")], "one  \n\\- two"),
        ([Run("see"), Run("1", Style.FOOTNOTE, "#fn1")], "see[^1]"),
        ([Run("see"), Run("2", Style.FOOTNOTE, "#no")], "see[<sup>2</sup>](https://ex.org/dir/page#no)"),
    ],
)  # fmt: skip
def test_styles(runs: list[Run], markdown: str) -> None:
    assert written(*runs) == markdown


@pytest.mark.parametrize(
    ("href", "markdown"),
    [
        ("/a b", "[t](https://ex.org/a%20b)"),
        ("x_(y)", "[t](https://ex.org/dir/x_(y))"),
        ("a)b", "[t](https://ex.org/dir/a%29b)"),
        ("#fn1", "[t](https://ex.org/dir/page#fn1)"),
        ("//cdn.org/x", "[t](https://cdn.org/x)"),
        ("?q=1&copy;2", "[t](https://ex.org/dir/page?q=1&amp;copy;2)"),
        ("mailto:a@b.org", "[t](mailto:a@b.org)"),
        ("javascript:alert(1)", "t"),
        ("java\nscript:alert(1)", "t"),
        ("\x01JavaScript:alert(1)", "t"),
        ("data:text/html,x", "t"),
        ("http://[bad", "[t](http://[bad)"),
    ],
)
def test_links_are_absolute_and_safe(href: str, markdown: str) -> None:
    assert written(Run("t", 0, href)) == markdown


def test_a_link_that_shows_its_address_is_an_autolink() -> None:
    assert written(Run("https://a.org/x_y", 0, "https://a.org/x_y")) == "<https://a.org/x_y>"


def test_an_address_that_reads_as_an_entity_is_no_autolink() -> None:
    address = "https://ex.org/?a=&lt;"
    assert written(Run(address, href=address)) == r"[https://ex.org/?a=\&lt;](https://ex.org/?a=&amp;lt;)"


def test_brackets_in_link_text_are_escaped() -> None:
    assert written(Run("a [b", 0, "https://a.org")) == r"[a \[b](https://a.org)"


def test_an_image_keeps_its_alternative_text_and_its_link() -> None:
    assert written(Run("alt", 0, "/to", "i.png")) == ("[![alt](https://ex.org/dir/i.png)](https://ex.org/to)")


def test_a_circumflex_behind_a_bracket_opens_no_note() -> None:
    assert written(Run("^[a", src="/i.png")) == r"![\^\[a](https://ex.org/i.png)"
    assert written(Run("^up", href="/u")) == r"[\^up](https://ex.org/u)"
    assert written("2^", Run("up", href="/u")) == r"2\^[up](https://ex.org/u)"


def test_links_and_images_can_be_left_out() -> None:
    options = RenderOptions(links=False, images=False)
    assert written("a ", Run("t", 0, "/x"), Run("alt", 0, None, "i.png"), options=options) == "a t"


def test_a_base_element_goes_before_the_address_of_the_page() -> None:
    assert Links("https://ex.org/a/b", "/base/").resolve("c") == "https://ex.org/base/c"


@pytest.mark.parametrize("base", ["data:,", "javascript:void(0)", "about:blank", "file:///C:/pages/", " "])
def test_a_base_that_leads_nowhere_does_not_count(base: str) -> None:
    assert Links("https://ex.org/a/b", base).resolve("c") == "https://ex.org/a/c"


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        (["see https://ex.org/a_b?c=1, then"], "see https://ex.org/a_b?c=1, then"),
        (["see https://ex.org/pkg/__init__.py."], "see <https://ex.org/pkg/__init__.py>."),
        (["https://ex.org/a*b*c"], "<https://ex.org/a*b*c>"),
        (
            ["https://ex.org/~ida and https://ex.org/~bo"],
            "<https://ex.org/~ida> and <https://ex.org/~bo>",
        ),
        (["(https://ex.org/__a__)"], "(<https://ex.org/__a__>)"),
        (["https://ex.org/__(a)__)"], "<https://ex.org/__(a)__>)"),
        (["来源：https://ex.org/__a__。"], "来源：<https://ex.org/__a__>。"),
        (["来源：https://ex.org/a", Run("链接", 0, "/b")], "来源：<https://ex.org/a>[链接](https://ex.org/b)"),
        (["https://ex.org/a ", Run("b", 0, "/b")], "https://ex.org/a [b](https://ex.org/b)"),
        (["https://ex.org/a", Run("1", Style.FOOTNOTE, "#fn1")], "<https://ex.org/a>[^1]"),
        (["https://ex.org/a", Run("b", STRONG)], "<https://ex.org/a>**b**"),
        ([Run("https://ex.org/a", STRONG), " b"], "**https://ex.org/a** b"),
        ([Run("https://ex.org/a", STRONG), "。"], "**<https://ex.org/a>**。"),
        (["*https://ex.org/a*"], r"\*<https://ex.org/a>\*"),
        (["https://ex.org/a<b>"], "<https://ex.org/a>\\<b>"),
        (
            ["www.ex.org/__a__ b"],
            r"[www.ex.org/\_\_a\_\_](http://www.ex.org/__a__) b",
        ),
        (["!www.ex.org/a", Run("b", 0, "/b")], "!www.ex.org/a[b](https://ex.org/b)"),
        (["www.ex.org", Run("b", 0, "/b")], "[www.ex.org](http://www.ex.org)[b](https://ex.org/b)"),
        (
            ["https://ex.org/?a=1&lt;=__b__"],
            r"[https://ex.org/?a=1\&lt;=\_\_b\_\_](https://ex.org/?a=1&amp;lt;=__b__)",
        ),
        ([Run("https://ex.org/__a__", 0, "/b")], r"[https://ex.org/\_\_a\_\_](https://ex.org/b)"),
    ],
)  # fmt: skip
def test_an_address_in_the_text_is_whole(runs: list[Run | str], markdown: str) -> None:
    assert written(*runs) == markdown
