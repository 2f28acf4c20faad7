"""Markdown parsers from the outside read back what the blocks hold, whatever they hold."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from handmade import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articlex.page import Block, Cell, Container, Kind, Run, Style, Table, Wrap
from articlex.write.links import Links
from articlex_lab.checks.output.markdown_shape import (
    PARSERS,
    cmark_html,
    differences,
    parsed,
    shape_of_article,
    shape_of_html,
    shown_text,
)

MARKUP = [
    "*", "**", "_", "__", "`", "``", "~", "~~", "[", "]", "(", ")", "![", "](", "]:", "<b>", "</b>", "<",
    ">", "&amp;", "&", "\\", "\\*", "#", "##", "-", "+", "---", "===", "1.", "2)", "|", "$", "$5", "!",
    "[^1]", "[x]", "<!--", "http://a.b/c_d_", "'", '"', ":", "~~~", "* * *", "_a_", "a_b",
]  # fmt: skip
WORDS = ["word", "two", "naïve", "中文", "ไทย", "العربية", "1", "2024", "x", "€", "“q”", "。"]

fragment = st.sampled_from(MARKUP) | st.sampled_from(WORDS)
#: Text as the reader gives it: white space collapsed, none at the edges.
text = st.lists(st.tuples(fragment, st.sampled_from(["", " "])), min_size=1, max_size=6).map(
    lambda parts: " ".join("".join(a + b for a, b in parts).split()) or "word"
)
address = st.sampled_from(
    ["https://ex.org/a", "/b c", "https://ex.org/x_(y)", "javascript:alert(1)", "?q=a&amp;b", "a)b", "#top"]
)
style = st.sampled_from(
    [0, 0, 0, Style.EM, Style.STRONG, Style.EM | Style.STRONG, Style.CODE, Style.DEL, Style.SUP, Style.MARK]
)
separator = st.sampled_from([Run(" "), Run(" "), Run("\n", Style.BREAK), None])


@st.composite
def runs(draw: st.DrawFn, breaks: bool = True, text: st.SearchStrategy[str] = text) -> tuple[Run, ...]:
    """Runs as the reader makes them: two neighbours differ, spaces and breaks stand between them."""
    out: list[Run] = []
    run = st.builds(Run, text, style, st.none() | address, src=st.none())
    for piece in draw(st.lists(run, min_size=1, max_size=4)):
        between = draw(separator)
        if out and between and (breaks or not between.style):
            out.append(between)
        if out and out[-1].style == piece.style and out[-1].href == piece.href:
            out[-1] = out[-1]._replace(text=out[-1].text + piece.text)
        else:
            out.append(piece)
    return tuple(out)


@st.composite
def blocks(draw: st.DrawFn) -> list[Block]:
    out: list[Block] = []
    ids = iter(range(1, 1000))

    def leaf(within: tuple[Container, ...]) -> None:
        kind = draw(st.sampled_from([Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.HEADING, Kind.CODE, Kind.TABLE]))
        if kind is Kind.CODE:
            lines = draw(
                st.lists(st.sampled_from(["x = 1", "  y", "```", "", "\ttab", "~~~", "# no"]), max_size=4)
            )
            code = "\n".join(["first", *lines, "last"])
            out.append(Block(0, kind, code, (Run(code),), within=within, language="py"))
        elif kind is Kind.TABLE:
            width = draw(st.integers(1, 3))
            row = st.lists(runs().map(Cell), min_size=width, max_size=width).map(tuple)
            table = Table(tuple(draw(st.lists(row, min_size=1, max_size=3))), draw(st.integers(0, 1)))
            out.append(Block(0, kind, "", (), within=within, table=table))
        else:
            content = draw(runs(kind is Kind.PARAGRAPH))
            shown = "".join(r.text for r in content)
            out.append(Block(0, kind, shown, content, within=within, level=draw(st.integers(1, 6))))

    def grow(within: tuple[Container, ...], depth: int) -> None:
        for _ in range(draw(st.integers(1, 3))):
            shape = draw(st.sampled_from(["leaf", "leaf", "quote", "list"])) if depth < 3 else "leaf"
            if shape == "leaf":
                leaf(within)
            elif shape == "quote":
                grow((*within, Container(Wrap.QUOTE, next(ids))), depth + 1)
            else:
                ordered = draw(st.booleans())
                start = draw(st.sampled_from([1, 1, 3, 99]))
                holder = Container(Wrap.LIST, next(ids), ordered, start)
                number = start
                for _ in range(draw(st.integers(1, 3))):
                    item = Container(Wrap.ITEM, next(ids), number=number)
                    grow((*within, holder, item), depth + 1)
                    number += draw(st.sampled_from([1, 1, 2, 0]))  # items were dropped

    grow((), 0)
    return out


@pytest.mark.parametrize("parser", PARSERS.values(), ids=list(PARSERS))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(runs())
def test_a_paragraph_comes_back(parser: Callable[[str], str], content: tuple[Run, ...]) -> None:
    shown = "".join(r.text for r in content)
    given_article = article(Block(0, Kind.PARAGRAPH, shown, content), url="https://ex.org/p/")
    _compare(parser, given_article)


@pytest.mark.parametrize("parser", PARSERS.values(), ids=list(PARSERS))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(blocks())
def test_a_tree_of_blocks_comes_back(parser: Callable[[str], str], content: list[Block]) -> None:
    _compare(parser, article(*content, url="https://ex.org/p/"))


ADDRESSES = [
    "https://ex.org/", "http://a.b/c_d_", "ftp://ex.org/~x", "www.ex.org/", "HTTPS://ex.org", "://", "www.",
]  # fmt: skip
PARTS = [
    "__init__", "*a*", "~x", "_", "*", "~~", "[1]", "](", "(b)", ")", "`", "\\", "\\_", "&amp;", "&copy",
    "?a=1&b", "$x$", "<b>", "<", ">", "!", "^", ".", ",", "'", '"', "word", "中文", "。", " ",
    " ", "\u3000", "/",
]  # fmt: skip
addressed = st.lists(st.sampled_from(ADDRESSES) | st.sampled_from(PARTS), min_size=1, max_size=7).map(
    lambda parts: "".join(parts).strip() or "word"
)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(runs(breaks=False, text=addressed))
def test_addresses_in_the_text_come_back_from_gfm(content: tuple[Run, ...]) -> None:
    shown = "".join(r.text for r in content)
    markdown = article(Block(0, Kind.PARAGRAPH, shown, content), url="https://ex.org/p/").markdown
    root = parsed(cmark_html(markdown, "autolink"))
    assert " ".join(shown_text(root).split()) == " ".join(shown.split()), markdown
    stated = {unquote(Links("https://ex.org/p/").resolve(r.href or "") or "") for r in content}
    for link in root.iter("a"):
        target = unquote(link.get("href"))
        own = shown_text(link)
        assert target in stated or target in (own, f"http://{own}", f"mailto:{own}"), markdown


def _compare(parser: Callable[[str], str], given_article: object) -> None:
    markdown = given_article.markdown  # type: ignore[attr-defined]
    found = shape_of_html(parser(markdown))
    assert not differences(shape_of_article(given_article), found), markdown  # type: ignore[arg-type]
