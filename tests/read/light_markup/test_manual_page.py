"""Pages of the Unix manual as ``man`` prints them, read as the Markdown that says the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex import extract
from articlex.read.light_markup import as_markdown

HEAD = "CRANE(1)                         User Commands                         CRANE(1)"
FOOT = "GNU harbour 9.1                  September 2022                        CRANE(1)"
NAME = "NAME\n       crane - lift boats out of the water"
TEXT = """\
       Lift every BOAT (the nearest one by default) out of the water and put it
       on the quay, in the order in which they are named on the command line.
"""


def body(text: str, name: str = NAME) -> str:
    """The Markdown of ``text`` below the names, blank lines once."""
    made = as_markdown(f"{HEAD}\n\n{name}\n\nDESCRIPTION\n{text}\n{FOOT}\n") or ""
    rows = made.partition("## DESCRIPTION\n")[2].split("\n")
    return "\n".join(row for place, row in enumerate(rows) if row or (place and rows[place - 1])).strip()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (NAME, "crane - lift boats out of the water"),
        ("名前\n       crane - 船を吊り上げる", "crane - 船を吊り上げる"),
        (
            "NOM\n       crane, winch, jib - lever les bateaux hors de l'eau du port, avec pa‐\n"
            "       tience",
            "crane, winch, jib - lever les bateaux hors de l'eau du port, avec patience",
        ),
    ],
)
def test_the_title_is_the_name_and_what_the_page_is_about(name: str, title: str) -> None:
    text = f"{TEXT}\n" * 4
    assert extract(f"{HEAD}\n\n{name}\n\nDESCRIPTION\n{text}\n{FOOT}\n").title == title


def test_a_page_whose_names_have_no_dash_is_called_as_its_head_line_says() -> None:
    made = as_markdown(f"{HEAD}\n\nUSE\n       crane BOAT\n\nDESCRIPTION\n{TEXT}")
    assert made is not None
    assert made.lstrip().startswith("# CRANE(1)\n")
    assert "## USE" in made


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            TEXT,
            "Lift every BOAT (the nearest one by default) out of the water and put it on the quay, in the "
            "order in which they are named on the command line.",
        ),
        (
            "       -a, --all\n              lift all\n\n              even ferries\n",
            "-a, --all\n: lift all\n\n  even ferries",
        ),
        ("       -a\n       --all\n              lift all\n", "-a, --all\n: lift all"),
        (
            "       -a     lift all\n\n       --boat\n              lift one\n",
            "-a\n: lift all\n\n--boat\n: lift one",
        ),
        ("       Lift:\n\n           $ crane -a\n             up\n", "Lift:\n\n```\n$ crane -a\n  up\n```"),
        ("       •   boats\n\n       •   ferries\n", "- boats\n\n- ferries"),
        ("       crane --all\n       crane BOAT\n", "crane --all\\\ncrane BOAT"),
        ("   Weights\n       They are in tons.\n", "### Weights\n\nThey are in tons."),
        ("       It  lifts  a_b_c.\n", "It lifts a\\_b\\_c."),
    ],
)
def test_what_is_set_in_has_the_meaning_that_the_manual_gives_it(text: str, wanted: str) -> None:
    assert body(text) == wanted


def test_signs_that_make_letters_bold_on_a_terminal_are_no_text() -> None:
    head = HEAD.replace("CRANE", "\x1b[4mCRANE\x1b[24m")
    made = as_markdown(f"{head}\n\n\x1b[1mNAME\x1b[0m{NAME[4:]}\n\nUSE\n{TEXT}")
    assert made is not None
    assert "\x1b" not in made


@pytest.mark.parametrize(
    "text",
    [
        "crane(1)\n\nNAME\n       crane - lift boats\n\nUSE\n       crane\n",
        "crane(1) is the page of crane(1)\n\nIt lifts boats.\n\nIt runs.\n",
        f"{HEAD}\n\n{TEXT}",
    ],
)
def test_other_texts_with_a_name_of_the_manual_are_left_as_they_are(text: str) -> None:
    assert as_markdown(text) is None


@given(
    st.lists(
        st.sampled_from(["\n", "\n\n", "       ", "    ", "a", "b  ", "-a ", "• ", "1. ", "CRANE(1)"]),
        max_size=60,
    )
)
def test_any_page_is_made_into_markdown(parts: list[str]) -> None:
    assert as_markdown(f"{HEAD}\n\n{NAME}\n\nUSE\n{TEXT}{''.join(parts)}") is not None
