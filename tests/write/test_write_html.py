"""HTML is semantic, safe, and keeps the structure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import article, block, heading, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from articlex.article import Article, Verdict
from articlex.page import Cell, Container, Kind, Mark, Role, Run, Style, Table, Wrap
from articlex.read.html.reader import read_html
from articlex.write.formats import render
from articlex.write.html import write_fragment


def fragment(*blocks: object, **fields: object) -> str:
    return write_fragment(article(*blocks, url="https://ex.org/", **fields))  # type: ignore[arg-type]


def test_text_is_escaped() -> None:
    assert fragment(paragraph("<script>alert(1)</script> & co")) == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; co</p>"
    )


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", " java\tscript:x", "vbscript:x"])
def test_links_that_run_something_are_gone(href: str) -> None:
    assert fragment(paragraph((Run("t", 0, href), Run("a", 0, None, href)))) == "<p>t</p>"


def test_styles_share_what_they_have_in_common() -> None:
    runs = (Run("a", Style.STRONG), Run("b", Style.STRONG | Style.EM), Run("c"))
    assert fragment(paragraph(runs)) == "<p><strong>a<em>b</em></strong>c</p>"


def test_a_quotation_is_one_whatever_stands_in_it() -> None:
    quoted = (Run("a ", Style.QUOTE), Run("b", Style.QUOTE | Style.EM), Run(" c", Style.QUOTE, "/c"))
    made = fragment(paragraph(quoted))
    assert made == '<p><q>a <em>b</em><a href="https://ex.org/c"> c</a></q></p>'


def test_keys_and_pieces_of_code_side_by_side_are_one_each() -> None:
    keys = (Run("Ctrl", Style.KBD), Run("C", Style.KBD), Run("x", Style.CODE), Run("y", Style.CODE))
    assert fragment(paragraph(keys)) == "<p><kbd>Ctrl</kbd><kbd>C</kbd><code>x</code><code>y</code></p>"


def test_lists_keep_their_numbers() -> None:
    def within(n: int) -> tuple[Container, ...]:
        return Container(Wrap.LIST, 1, True, 3), Container(Wrap.ITEM, n, number=n)

    made = fragment(paragraph("a", within=within(3)), paragraph("b", within=within(7)))
    assert made == '<ol start="3">\n<li>a</li>\n<li value="7">b</li>\n</ol>'


def test_tables_keep_their_spans() -> None:
    table = Table(((Cell((Run("A"),), header=True, colspan=2),), (Cell((Run("1"),)), Cell((Run("2"),)))), 1)
    made = fragment(block(Kind.TABLE, (), table=table))
    assert '<th colspan="2">A</th>' in made
    assert made.count("<td>") == 2


def test_headings_are_re_based_and_the_title_is_not_repeated() -> None:
    assert fragment(heading("T", 1), heading("A", 4), title="T") == "<h2>A</h2>"


def test_a_document_states_its_metadata() -> None:
    made = article(
        paragraph("x"), title='A "q"', language="ar", dir="rtl", authors=("N",), url="https://ex.org/"
    )
    root = lxml_html.document_fromstring(render(made, "html"))
    assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
    assert root.findtext(".//title") == 'A "q"'
    assert root.find(".//link").get("href") == "https://ex.org/"  # type: ignore[union-attr]


ATTACKS = st.sampled_from(
    ['"', "'", "<", ">", "&", "javascript:", "onerror=", "<img src=x onerror=alert(1)>", "\x00", "\x1b",
     "]]>", "<!--", "</p>", "<svg/onload=x>", "x", " ", "\n", "\ud800"]
)  # fmt: skip
hostile = st.lists(ATTACKS, min_size=1, max_size=5).map("".join)


@settings(max_examples=60, deadline=None)
@given(text=hostile, href=hostile, label=hostile, language=hostile)
def test_nothing_in_a_block_becomes_markup(text: str, href: str, label: str, language: str) -> None:
    within = (Container(Wrap.DETAILS, 1, label=label), Container(Wrap.FOOTNOTE, 2, label=label))
    made = fragment(
        paragraph((Run(text, Style.MATH, href), Run(text, 0, href, href)), within=within),
        block(Kind.CODE, text, language=language),
    )
    root = lxml_html.fragment_fromstring(made, create_parent="div")
    assert not list(root.iter("script", "svg", "iframe", "style"))
    for element in root.iter():
        assert not [name for name in element.keys() if name.startswith("on")]  # noqa: SIM118 (lxml)
        assert not (element.get("href") or "").lower().startswith("javascript")


def test_the_box_of_a_task_stands_in_its_paragraph() -> None:
    within = (Container(Wrap.LIST, 1), Container(Wrap.ITEM, 2, checked=False))
    written = write_fragment(article(paragraph("one", within=within), paragraph("two", within=within)))
    assert "<li><p>☐ one</p>\n<p>two</p></li>" in written


def read_back(source: str) -> str:
    """The fragment of all blocks of a page."""
    page = read_html(source, url="https://ex.org/")
    page = replace(page, marks=tuple(Mark(block.index, Role.BODY, "") for block in page.blocks))
    return write_fragment(Article(Verdict.OK, 1.0, page))


def test_a_table_holds_its_caption() -> None:
    rows = "<tr><th>x</th><th>y</th></tr><tr><td>1</td><td>2</td></tr>"
    source = f"<table><caption>A <b>b</b></caption>{rows}</table>"
    assert read_back(source).startswith("<table>\n<caption>A <strong>b</strong></caption>\n<thead>")


def test_what_belongs_to_a_definition_stands_in_it() -> None:
    source = "<dl><dt>T</dt><dd><p>d</p><ul><li>x</li></ul></dd><dd>e</dd></dl>"
    assert read_back(source) == "<dl>\n<dt>T</dt>\n<dd>d\n<ul>\n<li>x</li>\n</ul></dd>\n<dd>e</dd>\n</dl>"


def test_a_heading_in_a_summary_is_the_summary() -> None:
    source = "<details><summary><h3>Why?</h3></summary><p>So.</p></details>"
    assert read_back(source) == "<details>\n<summary>Why?</summary>\n<p>So.</p>\n</details>"


def test_the_sign_of_a_footnote_leads_to_the_note_in_the_document() -> None:
    note = (Container(Wrap.FOOTNOTE, 1, label="fn1"),)
    signs = (Run("Text"), Run("1", Style.FOOTNOTE, "#fn1"), Run("2", Style.FOOTNOTE, "#fn2"))
    table = Table(((Cell(signs[1:2]),),))
    made = fragment(
        paragraph(signs),
        paragraph("A note.", within=note),
        block(Kind.TABLE, (), table=table),
        paragraph("More.", within=note),
    )
    assert made.count('id="fn1"') == 1
    assert made.count('<sup><a href="#fn1">1</a>') == 2
    assert '<a href="https://ex.org/#fn2">2</a></sup>' in made


NOTES = (
    '<p>A<sup><a href="#a">1</a></sup> b<a href="#b"><sup>*</sup></a> c <sup><a href="#c">[3]</a></sup></p>'
    '<p id="a"><sup>1</sup> First.</p><p id="b">* Second.</p><div id="c"><pre>third</pre></div>'
)


def test_a_footnote_has_the_sign_that_stands_in_the_text() -> None:
    made = read_back(NOTES)
    assert '<div class="footnote" id="a">\n<p><sup>1</sup> First.</p>\n</div>' in made
    assert '<div class="footnote" id="b">\n<p><sup>*</sup> Second.</p>\n</div>' in made
    assert '<div class="footnote" id="c">\n<p><sup>[3]</sup></p>\n<pre>' in made
    assert read_back(made) == made


def test_captions_side_by_side_are_one() -> None:
    captions = "<figcaption>What it shows.</figcaption><figcaption>Who took it.</figcaption>"
    made = read_back(f'<figure><img src="/a.png" alt="a">{captions}</figure>')
    assert made.count("<figcaption>") == 1
    assert "<p>What it shows.</p>\n<p>Who took it.</p>" in made
    assert read_back(made) == made


def test_paragraphs_of_a_definition_stay_in_it() -> None:
    made = read_back("<dl><dt>Weir</dt><dd><p>A wall.</p><p>Of stone.</p></dd><dd>A trap.</dd></dl>")
    assert "<dt>Weir</dt>\n<dd><p>A wall.</p>\n<p>Of stone.</p></dd>\n<dd>A trap.</dd>" in made
    assert read_back(made) == made


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("type=a", 'type="a"'),
        ("type=I start=3", 'type="I" start="3"'),
        ("style='list-style: upper-latin inside'", 'type="A"'),
    ],
)
def test_a_list_keeps_the_type_of_its_numbers(attributes: str, expected: str) -> None:
    made = read_back(f"<ol {attributes}><li>wool<li>silk</ol>")
    assert made == f"<ol {expected}>\n<li>wool</li>\n<li>silk</li>\n</ol>"


def test_details_without_a_summary_have_no_frame() -> None:
    assert read_back("<details open><p>Why?</p><p>So.</p></details>") == "<p>Why?</p>\n<p>So.</p>"


def test_the_head_has_the_description_and_the_day() -> None:
    page = article(paragraph("It rained."), description='A "wet" day', date_published="2024-05-03")
    head = render(page, "html").partition("</head>")[0]
    assert '<meta name="description" content="A &quot;wet&quot; day">' in head
    assert '<meta name="date" content="2024-05-03">' in head


def test_formulas_and_definitions_are_elements() -> None:
    within = (Container(Wrap.DEFINITIONS, 1),)
    made = fragment(
        block(Kind.MATH, "a < b"),
        block(Kind.TERM, "Mill", within=within),
        block(Kind.DEFINITION, "An old house", within=within),
    )
    assert '<span class="math">\\[a &lt; b\\]</span>' in made
    assert "<dl>\n<dt>Mill</dt>\n<dd>An old house</dd>\n</dl>" in made
