"""What of the body's structure XML-TEI says."""

from __future__ import annotations

from handmade import article, block, paragraph
from lxml import etree

from articlex.page import Block, Container, Kind, Run, Style, Wrap
from articlex.write.formats import render


def body_of(*blocks: Block) -> str:
    """What stands between the tags of ``<body>``, whose XML is well-formed."""
    written = render(article(*blocks), "tei")
    etree.fromstring(written.encode())
    return written.split("<body>")[1].split("</body>")[0].strip()


def test_a_link_around_several_styles_is_one_reference() -> None:
    runs = (Run("a ", 0, "/x"), Run("b", Style.STRONG, "/x"), Run("c", Style.CODE, "/x"))
    assert body_of(paragraph(runs)) == (
        '<p><ref target="/x">a <hi rend="bold">b</hi><code>c</code></ref></p>'
    )


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
