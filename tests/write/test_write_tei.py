"""XML-TEI: the header, and what it says of the body's structure."""

from __future__ import annotations

import re

import pytest
from handmade import article, block, heading, paragraph
from lxml import etree

from articlex.page import Block, Cell, Container, Kind, Run, Style, Table, Wrap
from articlex.write.formats import render, together


def body_of(*blocks: Block) -> str:
    """What stands between the tags of ``<body>``, whose XML is well-formed."""
    written = render(article(*blocks), "tei")
    etree.fromstring(written.encode())
    return written.split("<body>")[1].split("</body>")[0].strip()


TEI = "{http://www.tei-c.org/ns/1.0}"


def elements_of(*blocks: Block) -> etree._Element:
    """The element ``<body>``."""
    body = etree.fromstring(render(article(*blocks), "tei").encode()).find(f".//{TEI}body")
    assert body is not None
    return body


def test_the_header_has_title_and_authors() -> None:
    made = article(paragraph("x"), title="T", authors=("A", "B"))
    statement = render(made, "tei").split("<titleStmt>")[1].split("</titleStmt>")[0]
    assert "".join(statement.split()) == "<title>T</title><author>A</author><author>B</author>"


def test_a_heading_opens_a_division_and_its_sign_of_a_terminal_is_gone() -> None:
    body = body_of(heading("Part \x1b[1m one", 2), paragraph("x"))
    assert "".join(body.split("\n")) == "<div><head>Part [1m one</head><p>x</p></div>"


def test_divisions_lie_in_each_other_by_level_and_none_is_empty() -> None:
    body = elements_of(heading("A", 2), heading("B", 3), paragraph("b"), heading("C", 2))
    assert [child.findtext(f"{TEI}head") for child in body] == ["A", "C"]
    assert all(len(division) > 1 for division in body.iter(f"{TEI}div"))


def test_several_articles_are_a_corpus() -> None:
    document = render(article(paragraph("x")), "tei").encode()
    root = etree.fromstring(b"".join(together([("a", document), ("b", document)], "tei")))
    assert root.tag == f"{TEI}teiCorpus"
    assert len(root.findall(f"{TEI}TEI")) == 2


def test_an_address_is_whole() -> None:
    made = article(paragraph((Run("t", 0, "/there"),)), url="https://www.ex.org/a")
    assert '<ref target="https://www.ex.org/there">' in render(made, "tei")


def test_a_list_holds_items_alone() -> None:
    outer, inner = Container(Wrap.LIST, 1), Container(Wrap.LIST, 3)
    body = elements_of(
        paragraph("one", within=(outer, Container(Wrap.ITEM, 2))),
        heading("between", 3, within=(outer,)),
        paragraph("two", within=(outer, inner, Container(Wrap.ITEM, 4))),
    )
    for lists in body.iter(f"{TEI}list"):
        assert {child.tag for child in lists} == {f"{TEI}item"}
    assert [text for text in "".join(map(str, body.itertext())).split("\n") if text.strip()] == [
        "one",
        "between",
        "two",
    ]


@pytest.mark.parametrize(("ordered", "rendition"), [(True, "numbered"), (False, "bulleted")])
def test_a_list_says_whether_it_has_numbers(ordered: bool, rendition: str) -> None:
    within = (Container(Wrap.LIST, 1, ordered), Container(Wrap.ITEM, 2))
    assert body_of(paragraph("one", within=within)).startswith(f'<list rend="{rendition}">')


def test_a_table_says_which_rows_are_its_header_and_what_a_cell_spans() -> None:
    header, row = (Cell((Run("Day"),), colspan=2),), (Cell((Run("Tue"),), rowspan=2), Cell((Run("3"),)))
    body = body_of(block(Kind.TABLE, (), table=Table((header, row), header_rows=1)))
    assert body.splitlines() == [
        "<table>",
        '<row role="label"><cell cols="2" rows="1">Day</cell></row>',
        '<row role="data"><cell cols="1" rows="2">Tue</cell><cell cols="1" rows="1">3</cell></row>',
        "</table>",
    ]


def test_terms_and_definitions_alternate() -> None:
    within = (Container(Wrap.DEFINITIONS, 1),)
    kinds = [Kind.DEFINITION, Kind.TERM, Kind.TERM, Kind.DEFINITION, Kind.DEFINITION]
    body = elements_of(*(Block(0, kind, "x", (Run("x"),), within=within) for kind in kinds))
    (glosses,) = body.iter(f"{TEI}list")
    assert [child.tag.removeprefix(TEI) for child in glosses] == ["label", "item"] * 3
    assert [len(item) for item in glosses.iter(f"{TEI}item")] == [1, 0, 2]


def test_a_cell_holds_its_list() -> None:
    inner = paragraph("item", within=(Container(Wrap.LIST, 1), Container(Wrap.ITEM, 2)))
    body = elements_of(Block(0, Kind.TABLE, "", (), table=Table(((Cell((), blocks=(inner,)),),))))
    assert [found.text for found in body.iterfind(f".//{TEI}cell/{TEI}list/{TEI}item/{TEI}p")] == ["item"]


def test_a_link_around_several_styles_is_one_reference() -> None:
    runs = (Run("a ", 0, "/x"), Run("b", Style.STRONG, "/x"), Run("c", Style.CODE, "/x"))
    assert body_of(paragraph(runs)) == (
        '<p><ref target="/x">a <hi rend="bold">b</hi><code>c</code></ref></p>'
    )


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://ex.org/#a#b", "https://ex.org/#a%23b"),
        ("https://ex.org/[x]%20%zz", "https://ex.org/%5Bx%5D%20%25zz"),
        ("https://ex.org/ä?a=1&b=2#c", "https://ex.org/ä?a=1&amp;b=2#c"),
        ("http://[x/", "http://%5Bx/"),
        ("http://ex.org:80/a:b", "http://ex.org:80/a:b"),
        ("http://user:word@ex.org/", "http://user:word@ex.org/"),
        ("mailto:ida@ex.org", "mailto:ida@ex.org"),
    ],
)
def test_an_address_is_what_a_schema_allows(address: str, target: str) -> None:
    assert f'<ref target="{target}">' in body_of(paragraph((Run("t", 0, address),)))


def test_a_linked_image_keeps_its_link() -> None:
    body = body_of(paragraph((Run("A", 0, "/big", "/small.png"), Run(" text"))))
    assert body.startswith('<p><ref target="/big"><figure><graphic url="/small.png"/>')


def test_styles_lie_in_each_other_and_formulas_beside_each_other() -> None:
    runs = (Run("a", Style.DEL | Style.EM | Style.SUP), Run("x", Style.MATH), Run("y", Style.MATH))
    assert body_of(paragraph(runs)) == (
        '<p><del><hi rend="italic sup">a</hi></del>'
        '<formula notation="TeX">x</formula><formula notation="TeX">y</formula></p>'
    )


def test_items_keep_their_numbers_and_boxes() -> None:
    ordered, tasks = Container(Wrap.LIST, 1, True, 4), Container(Wrap.LIST, 3)
    body = body_of(
        paragraph("four", within=(ordered, Container(Wrap.ITEM, 2, number=4))),
        paragraph("done", within=(tasks, Container(Wrap.ITEM, 4, checked=True))),
    )
    assert '<item n="4"><p>four</p></item>' in body
    assert "<item>☑ <p>done</p></item>" in body


def test_an_embed_without_a_title_shows_its_address() -> None:
    assert body_of(block(Kind.EMBED, (Run("", 0, "https://ex.org/v"),))) == (
        '<p><ref target="https://ex.org/v">https://ex.org/v</ref></p>'
    )


def test_a_footnote_is_referred_to_by_its_name_in_the_file() -> None:
    def note(label: str, number: int) -> Block:
        return paragraph("A note.", within=(Container(Wrap.FOOTNOTE, number, label=label),))

    sign, other = Run("1", Style.FOOTNOTE, "#1:脚 注"), Run("2", Style.FOOTNOTE, "#elsewhere")
    made = article(
        paragraph((Run("Text"), sign, other)), note("1:脚 注", 1), paragraph("x"), note("1:脚 注", 1)
    )
    root = etree.fromstring(render(made, "tei").encode())
    names = root.xpath("//@xml:id")
    assert len(names) == 1
    assert names[0][0].isalpha() and names[0].replace("-", "").isalnum()
    assert root.xpath("//*[local-name()='ref']/@target") == ["#" + names[0], "#elsewhere"]
    assert root.xpath("//*[local-name()='note']/@n") == ["1"] * 2


def test_a_footnote_has_the_sign_in_the_text_as_its_number() -> None:
    def note(text: str, label: str) -> Block:
        return paragraph(text, within=(Container(Wrap.FOOTNOTE, len(label), label=label),))

    signs = (Run("Text"), Run("[1]", Style.FOOTNOTE, "#a"), Run("*", Style.FOOTNOTE, "#bb"))
    body = body_of(paragraph(signs), note("[1] First.", "a"), note("* Second.", "bb"), note("Third.", "ccc"))
    notes = [re.sub(' xml:id="[^"]*"', "", line) for line in body.split("\n")[1:]]
    assert notes == [
        '<note place="end" n="1"><p>First.</p></note>',
        '<note place="end" n="*"><p>Second.</p></note>',
        '<note place="end"><p>Third.</p></note>',
    ]


def test_footnotes_of_two_articles_in_one_file_have_two_names() -> None:
    def names(url: str) -> list[str]:
        note = paragraph("A note.", within=(Container(Wrap.FOOTNOTE, 1, label="fn1"),))
        return etree.fromstring(render(article(note, url=url), "tei").encode()).xpath("//@xml:id")

    assert names("https://ex.org/a") != names("https://ex.org/b")


@pytest.mark.parametrize("site", [None, "The Site"])
def test_a_licence_is_stated_with_and_without_a_publisher(site: str | None) -> None:
    made = article(paragraph("x"), license="CC BY 4.0", sitename=site, date_published="2024-05-06")
    statement = render(made, "tei").split("<publicationStmt>")[1].split("</publicationStmt>")[0]
    assert statement == (
        ("<publisher>The Site</publisher>" if site else "<publisher/>")
        + "<availability><licence>CC BY 4.0</licence></availability>"
        + '<date when="2024-05-06"/>'
    )


@pytest.mark.parametrize(
    "alone",
    [
        block(Kind.CAPTION, "A bridge", within=(Container(Wrap.FIGURE, 1),)),
        paragraph("A note.", within=(Container(Wrap.FOOTNOTE, 1, label="fn1"),)),
        block(Kind.RULE),
    ],
)
def test_a_body_has_a_paragraph_where_nothing_in_it_is_one(alone: Block) -> None:
    assert body_of(alone).endswith("\n<p/>")
    assert "<p/>" not in body_of(alone, paragraph("x"))


def test_code_formulas_and_a_quotation_over_a_line_break() -> None:
    quoted = (
        Run("one", Style.QUOTE),
        Run("\n", Style.BREAK | Style.QUOTE),
        Run("two", Style.QUOTE, "https://ex.org/c"),
    )
    made = render(
        article(block(Kind.CODE, "a < b", language="c"), block(Kind.MATH, "x^2"), paragraph(quoted)), "tei"
    )
    assert '<ab><code lang="c" xml:space="preserve">a &lt; b</code></ab>' in made
    assert '<p><formula notation="TeX">x^2</formula></p>' in made
    assert '<p><q>one<lb/><ref target="https://ex.org/c">two</ref></q></p>' in made
