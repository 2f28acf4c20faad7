"""Constructs of reStructuredText for which Markdown has no syntax, or another one; docutils is the judge."""

from __future__ import annotations

import pytest

from articlex.read.light_markup import as_markdown

HEAD = "=========\nThe crane\n=========\n\nIt has a ``jib`` and a ``hook``.\n\n"


def body(text: str) -> str:
    """The Markdown of ``text``, blank lines once."""
    made = as_markdown(HEAD + text) or ""
    rows = made.partition("`hook`.\n")[2].split("\n")
    return "\n".join(row for place, row in enumerate(rows) if row or (place and rows[place - 1])).strip()


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("a. oil it\nb. lift it\n   by hand\nc. drop it\n", "1. oil it\n2. lift it\n   by hand\n3. drop it"),
        ("(iii) oil\n(iv) lift\n\n     Twice.\n", "1. oil\n2. lift\n\n   Twice."),
        ("1. one\n\n   A) alpha\n   B) beta\n\n2. two\n", "1. one\n\n   1. alpha\n   2. beta\n\n2. two"),
        ("A. Einstein came to see it\nand went.\n", "A. Einstein came to see it\nand went."),
        ("By hand, e.g.\na. with oil\n", "By hand, e.g.\na. with oil"),
        ("ic. no number\n\ncivil. nor this\n", "ic. no number\n\ncivil. nor this"),
    ],
    ids=["letters", "Roman", "nested", "an initial", "within a text", "no number"],
)
def test_items_with_letters_or_roman_numbers_are_counted(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "-f FILE, --file=FILE  the file\n                      to lift\n--dry\n    Only *says* so.\n",
            "`-f FILE, --file=FILE`\n: the file\n  to lift\n\n`--dry`\n: Only *says* so.",
        ),
        (
            ":Weight: 20 tons\n:Built by:\n   the yard\n:param str name: its name\n",
            "Weight\n: 20 tons\n\nBuilt by\n: the yard\n\nparam str name\n: its name",
        ),
        ("-5 degrees  was cold.\n\n-x\n\n- an item\n", "-5 degrees  was cold.\n\n-x\n\n- an item"),
        ("It is\n:old: and slow.\n", "It is\n:old: and slow."),
    ],
)
def test_options_and_fields_are_terms_with_what_they_mean(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Ann said:\n\n    It *lifts*.\n\n    -- Ann Reid\n\nSo.\n",
         "Ann said:\n\n> It *lifts*.\n>\n> — Ann Reid\n\nSo."),
        (".. epigraph::\n\n   It lifts.\n\n   -- Ann\n", "> It lifts.\n>\n> — Ann"),
        ("- an item\n\n  goes on\n", "- an item\n\n  goes on"),
        ("Text.\n\n..\n\n    It lifts.\n", "Text.\n\n> It lifts."),
    ],
)  # fmt: skip
def test_a_paragraph_that_is_set_in_is_a_quotation(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (".. admonition:: By the way\n\n   It lifts.\n", "By the way\n\nIt lifts."),
        (".. versionadded:: 2.1\n   It lifts.\n", "**Added in version**\n\n2.1\n\nIt lifts."),
        (".. table:: Fats\n\n   ==  ==\n   a   b\n   ==  ==\n", "Fats\n\n|  |  |\n| --- | --- |\n| a | b |"),
        (".. container:: wide\n\n   It lifts.\n", "It lifts."),
        (".. class:: lead\n\nIt lifts.\n", "It lifts."),
        (".. class:: Crane(jib)\n\n   It lifts.\n", "Crane(jib)\n\nIt lifts."),
    ],
)
def test_a_directive_shows_its_own_label_or_none(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("See `it`__ and more__.\n\n.. __: https://a.example/1\n__ https://a.example\n", "See it and more."),
        ("See two_ or `this <two_>`_.\n\n.. _two:\n   https://a.example/2\n",
         "See [two](<https://a.example/2>) or [this](<https://a.example/2>)."),
        ("See `this <that_>`_ and _`a place` (:pep:`8`).\n",
         "See this and a place ([PEP 8](<https://peps.python.org/pep-0008>))."),
        ("A |hook|.\n\n.. |hook| image:: a.png\n   :alt: the hook\n", "A the hook."),
        ("|a|\n\n.. |a| image:: a.png\n   :alt: passing\n", ""),
        ("One [*]_, two [#]_.\n\n.. [*] First\n   note.\n\n   - Its item.\n.. [#] Second.\n",
         "One [^*], two [^1].\n\n[^*]: First\n    note.\n\n    - Its item.\n\n[^1]: Second."),
    ],
)  # fmt: skip
def test_references_are_what_they_stand_for(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "=====  =====\n  A      B\n=====  =====\n1      0\n\n\\      1\n=====  =====\n",
            "| A | B |\n| --- | --- |\n| 1 | 0 |\n|  | 1 |",
        ),
        ("====  ====\n名称  说明\n====  ====\n起重  机\n====  ====\n",
         "| 名称 | 说明 |\n| --- | --- |\n| 起重 | 机 |"),
        (
            "+-----+-----+\n| 名  | b   |\n+=====+=====+\n| p q | s   |\n| r   |     |\n+-----+-----+\n"
            "| t   |     |\n+-----+-----+\n",
            "| 名 | b |\n| --- | --- |\n| p q r | s |\n| t |  |",
        ),
        (
            "+---+---+\n| a     |\n+---+---+\n| x | y |\n+---+---+\n",
            "```\n+---+---+\n| a     |\n+---+---+\n| x | y |\n+---+---+\n```",
        ),
    ],
    ids=["simple", "wide letters", "drawn", "drawn, spanned"],
)  # fmt: skip
def test_cells_of_tables_are_what_is_drawn(source: str, wanted: str) -> None:
    assert body(source) == wanted


@pytest.mark.parametrize("source", ["+---+---+\n| a | b\n+---+---+\n", "==  ==\na   b\n\nIt lifts.\n"])
def test_a_table_that_is_not_whole_is_text(source: str) -> None:
    assert "| ---" not in body(source)


def test_a_title_may_be_as_short_as_two_letters() -> None:
    assert body("Go\n--\n\nIt lifts.\n\nSo::\n\n  x\n") == "## Go\n\nIt lifts.\n\nSo:\n\n```\nx\n```"


def test_references_to_long_words_and_addresses_do_not_multiply_a_page() -> None:
    defined = f".. |a| replace:: {'word ' * 400}\n.. _x: https://x.example/{'y' * 2000}\n\n"
    text = f"Title\n=====\n\n``a`` ``b``\n\n{defined}" + "|a| and x_ here\n\n" * 400
    made = as_markdown(text)
    assert made is not None
    assert len(made) < 3 * len(text)
