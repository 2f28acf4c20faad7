"""Blocks and containers in Markdown."""

from __future__ import annotations

import pytest
import yaml
from handmade import article, block, heading, paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from articlex.article import Verdict
from articlex.markup import Markup
from articlex.page import Block, Cell, Container, Kind, Run, Style, Table, Wrap
from articlex.write.markdown import write_markdown
from articlex.write.options import RenderOptions


def body(*blocks: Block, options: RenderOptions | None = None) -> str:
    return write_markdown(article(*blocks, url="https://ex.org/"), options or RenderOptions())


def item(list_id: int, item_id: int, number: int = 1, *, ordered: bool = False, checked: bool | None = None):  # type: ignore[no-untyped-def]
    return (
        Container(Wrap.LIST, list_id, ordered, number),
        Container(Wrap.ITEM, item_id, number=number, checked=checked),
    )


def table(*rows: tuple[Cell, ...], header_rows: int = 1) -> Block:
    return block(Kind.TABLE, (), table=Table(rows, header_rows))


def cell(text: str, **fields: object) -> Cell:
    return Cell((Run(text),), **fields)  # type: ignore[arg-type]


def test_headings_move_under_the_title_and_do_not_repeat_it() -> None:
    made = article(heading("The Title!", 1), heading("A", 3), heading("B", 5), title="The title")
    assert made.markdown == "# The title\n\n## A\n\n#### B\n"


def test_a_heading_that_is_not_printed_does_not_say_what_a_picture_shows() -> None:
    picture = block(Kind.IMAGE, (Run("The title", 0, None, "/a.png"),))
    made = article(picture, heading("The title", 1), paragraph("Rain."), title="The title")
    assert "![The title](/a.png)" in made.markdown


def test_a_first_paragraph_that_is_the_title_is_not_printed_again() -> None:
    made = article(paragraph("灯台の朝！"), paragraph("波が高い。"), paragraph("灯台の朝"), title="灯台の朝")
    assert made.markdown == "# 灯台の朝\n\n波が高い。\n\n灯台の朝\n"
    assert article(paragraph("A day"), title="A day").markdown == "# A day\n\nA day\n"


def test_a_heading_that_differs_from_the_title_in_vowel_signs_stays() -> None:
    made = article(paragraph("दान पुण्य है।"), heading("दिन", 2), paragraph("दिन लंबा था।"), title="दान")
    assert "\n## दिन\n" in made.markdown


def test_headings_stay_where_there_is_no_title() -> None:
    assert body(heading("A", 3)) == "### A\n"


def test_a_heading_that_ends_in_a_number_sign_keeps_it() -> None:
    assert body(heading("About C #", 1)) == "# About C \\#\n"


def test_numbers_are_those_of_the_page_where_items_were_dropped() -> None:
    two = (
        paragraph("a", within=item(1, 2, 2, ordered=True)),
        paragraph("b", within=item(1, 5, 5, ordered=True)),
    )
    assert body(*two) == "2. a\n\n5) b\n"


def test_a_list_that_counts_on_from_the_one_above_is_one_with_it() -> None:
    two = (
        paragraph("a", within=item(1, 2, 3, ordered=True)),
        paragraph("b", within=item(3, 4, 4, ordered=True)),
    )
    assert body(*two) == "3. a\n4. b\n"


def test_a_list_that_counts_on_after_a_picture_begins_anew() -> None:
    three = (
        paragraph("a", within=item(1, 2, 1, ordered=True)),
        paragraph("between"),
        paragraph("b", within=item(3, 4, 2, ordered=True)),
    )
    assert body(*three) == "1. a\n\nbetween\n\n2. b\n"


def test_two_lists_in_a_row_stay_two() -> None:
    assert body(paragraph("a", within=item(1, 2)), paragraph("b", within=item(3, 4))) == "- a\n\n* b\n"


def test_an_item_holds_paragraphs_code_and_lists() -> None:
    within = item(1, 2, 10, ordered=True)
    nested = (*within, *item(3, 4))
    code = block(Kind.CODE, "x\n  y", language="py", within=within)
    made = body(paragraph("a", within=within), code, paragraph("n", within=nested))
    assert made == "10. a\n\n    ```py\n    x\n      y\n    ```\n\n    - n\n"


def test_task_lists_have_boxes() -> None:
    done, open_ = item(1, 2, checked=True), item(1, 3, checked=False)
    assert body(paragraph("a", within=done), paragraph("b", within=open_)) == "- [x] a\n- [ ] b\n"


def test_text_that_looks_like_a_box_is_not_one() -> None:
    assert body(paragraph("[x] marks the spot", within=item(1, 2))) == "- \\[x] marks the spot\n"


def test_a_rule_alone_in_an_item_parts_nothing() -> None:
    assert body(block(Kind.RULE, (), within=item(1, 2)), paragraph("x")) == "x\n"


def test_quotes_nest() -> None:
    outer = Container(Wrap.QUOTE, 1)
    made = body(paragraph("a", within=(outer,)), paragraph("b", within=(outer, Container(Wrap.QUOTE, 2))))
    assert made == "> a\n>\n> > b\n"


def test_definitions() -> None:
    within = (Container(Wrap.DEFINITIONS, 1),)
    made = body(
        block(Kind.TERM, "T", within=within),
        block(Kind.DEFINITION, "one", within=within),
        block(Kind.DEFINITION, "two", within=within),
        block(Kind.TERM, "U", within=within),
        block(Kind.DEFINITION, "three", within=within),
    )
    assert made == "T\n: one\n: two\n\nU\n: three\n"


def test_details_keep_their_summary() -> None:
    within = (Container(Wrap.DETAILS, 1),)
    made = body(paragraph("More & more", tag="summary", within=within), paragraph("*x*", within=within))
    assert made == "<details>\n<summary>More &amp; more</summary>\n\n\\*x\\*\n\n</details>\n"


def test_footnotes_go_to_the_end_with_their_labels() -> None:
    note = (Container(Wrap.FOOTNOTE, 1, label="fn:a"),)
    made = body(
        paragraph((Run("Text"), Run("a", Style.FOOTNOTE, "#fn:a"), Run("."))),
        paragraph("Note one.", within=note),
        paragraph("More.", within=note),
        paragraph("After."),
    )
    assert made == "Text[^a].\n\nAfter.\n\n[^a]: Note one.\n\n    More.\n"


def test_signs_that_are_no_label_or_taken_get_the_next_free_number() -> None:
    signs = ["*", "2", "*", "2", "†"]
    notes = [
        paragraph("A note.", within=(Container(Wrap.FOOTNOTE, at, label=f"n{at}"),))
        for at in range(len(signs))
    ]
    made = body(
        paragraph(tuple(Run(sign, Style.FOOTNOTE, f"#n{at}") for at, sign in enumerate(signs))), *notes
    )
    assert made.splitlines()[0] == "[^1][^2][^3][^4][^5]"


def test_a_footnote_that_nothing_refers_to_is_a_paragraph() -> None:
    assert body(paragraph("Lost.", within=(Container(Wrap.FOOTNOTE, 1, label="x"),))) == "Lost.\n"


def test_a_fence_is_longer_than_those_in_the_code() -> None:
    assert body(block(Kind.CODE, "```\nx\n```", language="md")) == "````md\n```\nx\n```\n````\n"


def test_captions_are_set_off() -> None:
    image = block(Kind.IMAGE, (Run("alt", 0, None, "/i.png"),))
    assert body(image, block(Kind.CAPTION, "What it shows")) == (
        "![alt](https://ex.org/i.png)\n\n*What it shows*\n"
    )


def test_display_math() -> None:
    assert body(block(Kind.MATH, "a\n\nb")) == "$$\na\nb\n$$\n"


def test_a_table_with_alignment_pipes_and_a_list_in_a_cell() -> None:
    listed = Cell(
        (Run("x\ny"),),
        blocks=(paragraph("x", within=item(1, 2)), paragraph("y", within=item(1, 3))),
    )
    made = body(table((cell("A"), cell("B", align="right")), (cell("a|b"), listed)))
    assert made == "| A | B |\n| --- | --- |\n| a\\|b | - x<br>- y |\n"


def test_columns_that_agree_on_an_alignment_have_it() -> None:
    right = {"align": "right"}
    made = body(table((cell("A"), cell("B", **right)), (cell("1"), cell("2", **right))))
    assert made == "| A | B |\n| --- | ---: |\n| 1 | 2 |\n"


def test_a_table_without_header_has_an_empty_one() -> None:
    assert body(table((cell("a"), cell("b")), header_rows=0)) == "|  |  |\n| --- | --- |\n| a | b |\n"


def test_spans_are_expanded() -> None:
    made = body(table((cell("A", colspan=2),), (cell("x", rowspan=2), cell("1")), (cell("2"),)))
    assert made == "| A |  |\n| --- | --- |\n| x | 1 |\n|  | 2 |\n"


def test_an_enormous_span_is_bounded() -> None:
    made = body(table((cell("A", colspan=10**9),), (cell("x"), cell("y", rowspan=10**9))))
    assert made == "| A |  |\n| --- | --- |\n| x | y |\n"


@pytest.mark.parametrize(
    ("choice", "start"), [("gfm", "| A |  |"), ("html", "<table>"), ("text", "```\nA\nx\ty\n```")]
)
def test_a_complex_table_is_what_the_caller_wants(choice: str, start: str) -> None:
    made = body(
        table((cell("A", colspan=2),), (cell("x"), cell("y"))),
        options=RenderOptions(tables=choice),  # type: ignore[arg-type]
    )
    assert made.startswith(start)


@pytest.mark.parametrize("choice", ["gfm", "html", "text"])
def test_a_table_that_gfm_can_show_is_gfm_whatever_the_caller_wants(choice: str) -> None:
    options = RenderOptions(tables=choice)  # type: ignore[arg-type]
    made = body(table((cell("A"), cell("B")), (cell("x"), cell("y"))), options=options)
    assert made == "| A | B |\n| --- | --- |\n| x | y |\n"


def test_deep_nesting_is_cut_off() -> None:
    within = tuple(Container(Wrap.QUOTE, n) for n in range(5000))
    assert body(paragraph("deep", within=within)).endswith("> deep\n")


def test_relative_links_use_the_base_element() -> None:
    made = article(
        paragraph((Run("t", 0, "x"),)), url="https://ex.org/a/", markup=Markup(base="https://other.org/b/")
    )
    assert made.markdown == "[t](https://other.org/b/x)\n"


@pytest.mark.parametrize("title", ['"Quoted": yes', "no", "- x", "a\u2028b", "#", "'", "\\", "null", "2024"])
def test_front_matter_is_yaml_whatever_the_title(title: str) -> None:
    made = article(
        paragraph("x"), title=title, authors=("A: b", "C"), date_published="2024-05-06", tags=("#t",)
    )
    markdown = write_markdown(made, RenderOptions(front_matter=True))
    front = yaml.safe_load(markdown.split("\n---\n")[0])
    assert front["title"] == title
    assert front["authors"] == ["A: b", "C"]
    assert front["date"].isoformat() == "2024-05-06"


def test_front_matter_has_all_that_is_known_of_an_article_in_one_order() -> None:
    stated = {
        "title": "T",
        "authors": ("A",),
        "date": "2024-05-06",
        "date_modified": "2024-05-07",
        "url": "https://ex.org/a",
        "sitename": "S",
        "description": "D",
        "language": "en",
        "categories": ("C",),
        "tags": ("G",),
        "image": "https://ex.org/i.png",
        "license": "L",
    }
    names = {"date": "date_published"}
    made = article(paragraph("x"), **{names.get(name, name): value for name, value in stated.items()})
    front = write_markdown(made, RenderOptions(front_matter=True)).split("\n---\n")[0]
    assert [line.split(":")[0] for line in front.splitlines() if line[:1].isalpha()] == list(stated)


def test_a_title_that_looks_like_a_day_is_a_string_in_front_matter() -> None:
    made = article(paragraph("x"), title="2020-01-01", tags=("2024-05-06",), date_published="2024-05-06")
    front = yaml.safe_load(write_markdown(made, RenderOptions(front_matter=True)).split("\n---\n")[0])
    assert (front["title"], front["tags"]) == ("2020-01-01", ["2024-05-06"])
    assert front["date"].isoformat() == "2024-05-06"


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_title_comes_back_from_front_matter(title: str) -> None:
    front = write_markdown(article(paragraph("x"), title=title), RenderOptions(front_matter=True))
    assert yaml.safe_load(front.split("\n---\n")[0]) == {"title": title}


def test_one_blank_line_follows_front_matter() -> None:
    options = RenderOptions(front_matter=True)
    assert write_markdown(article(paragraph("x"), title="T"), options) == "---\ntitle: T\n---\n\n# T\n\nx\n"
    assert write_markdown(article(paragraph("x"), title=None), options) == "---\n---\n\nx\n"


def test_a_page_with_nothing_has_no_front_matter_either() -> None:
    options = RenderOptions(front_matter=True)
    assert write_markdown(article(title=None, verdict=Verdict.EMPTY), options) == ""
    stated = article(title="T", verdict=Verdict.NO_ARTICLE)
    assert write_markdown(stated, options) == "---\ntitle: T\n---\n\n# T\n"


@pytest.mark.parametrize("title", ["Safiri rejects claim", "Don't", "Ärger, (neu)", "https://ex.org/a-b"])
def test_plain_words_need_no_quotes(title: str) -> None:
    front = write_markdown(article(paragraph("x"), title=title), RenderOptions(front_matter=True))
    assert front.startswith(f"---\ntitle: {title}\n---\n")


def test_a_day_that_there_is_not_is_a_string_in_front_matter() -> None:
    made = article(paragraph("x"), date_published="2024-02-31")
    front = write_markdown(made, RenderOptions(front_matter=True)).split("\n---\n")[0]
    assert yaml.safe_load(front) == {"date": "2024-02-31"}


def test_a_line_break_in_a_caption_is_in_no_style() -> None:
    runs = (Run("A bay"), Run("\n", Style.BREAK), Run("Photo: Ida", Style.STRONG))
    caption = Block(0, Kind.CAPTION, "A bay\nPhoto: Ida", runs)
    assert article(caption).markdown == "*A bay*  \n**_Photo: Ida_**\n"


def test_a_definition_list_in_a_definition_is_further_definitions() -> None:
    outer, within = Container(Wrap.DEFINITIONS, 1), Container(Wrap.DEFINITIONS, 2)
    made = article(
        block(Kind.TERM, "class", within=(outer,)),
        block(Kind.DEFINITION, "A thing.", within=(outer,)),
        block(Kind.TERM, "method", within=(outer, within)),
        block(Kind.DEFINITION, "It does.", within=(outer, within)),
        block(Kind.CODE, "x = 1", within=(outer, within)),
    )
    expected = "class\n: A thing.\n: method\n: It does.\n\n  ```\n  x = 1\n  ```\n"
    assert made.markdown == expected


def test_lists_around_one_that_prints_nothing_stay_two() -> None:
    picture = Run("", 0, None, "/picture.png")
    made = [
        paragraph("a", within=item(1, 2)),
        paragraph((picture,), within=item(3, 4)),
        paragraph("b", within=item(5, 6)),
    ]
    assert body(*made, options=RenderOptions(images=False)) == "- a\n\n* b\n"
