"""The feature matrix: one row a block with text, the same in every script."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from articlex.page import Fact, Field, Form, Mark, Page, Role
from articlex.read import read_page
from articlex.scoring.characters import count
from articlex.scoring.features import build_matrix
from articlex.scoring.score import score_page

PAGE = "<nav><a href=/>Home</a></nav><h1>Storm</h1><p>{}</p><img src=a.png><p>{}</p>"
SCRIPTS = {
    "zh": "风在中午转了向，等船回来的时候，整个海湾都是白色的泡沫，从码头一直到灯塔。" * 3,
    "ar": "تغيرت الريح عند الظهر، وعندما عادت القوارب كان الخليج كله أبيض من الزبد. " * 3,
    "th": "ลมเปลี่ยนทิศตอนเที่ยงและเมื่อเรือกลับมาทั้งอ่าวก็ขาวไปด้วยฟอง " * 3,
    "hi": "दोपहर में हवा बदल गई और जब नावें लौटीं तो पूरी खाड़ी झाग से सफेद थी। " * 3,
    "ru": "В полдень ветер переменился, и вся бухта была белой от пены. " * 3,
    "el": "Το μεσημέρι ο άνεμος γύρισε και όλος ο κόλπος ήταν άσπρος από τον αφρό. " * 3,
    "he": "בצהריים התהפכה הרוח, וכל המפרץ היה לבן מקצף. " * 3,
    "ja": "正午に風向きが変わり、船が戻る頃には湾全体が泡で白くなっていた。" * 3,
}


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_running_text_is_long_in_every_script(text: str) -> None:
    matrix = build_matrix(read_page(PAGE.format(text, text)))
    assert matrix is not None
    good = matrix.values[:, matrix.names.index("good")]
    assert (good > 0).tolist() == [False, False, True, True]


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_running_text_is_likelier_than_the_menu_in_every_script(text: str) -> None:
    scores = score_page(read_page(PAGE.format(text, text)))
    assert scores is not None
    assert scores.probabilities[2:].min() > scores.probabilities[0]


@pytest.mark.parametrize("form", Form)
def test_a_page_without_text_has_no_matrix(form: Form) -> None:
    assert build_matrix(read_page("<img src=a.png>" if form is Form.HTML else "\n", form=form.value)) is None


@pytest.mark.parametrize("form", Form)
def test_one_block_gives_one_finite_row(form: Form) -> None:
    source = "<p>x</p>" if form is Form.HTML else "x"
    matrix = build_matrix(read_page(source, form=form.value))
    assert matrix is not None
    assert matrix.values.shape == (1, len(matrix.names))
    assert np.isfinite(matrix.values).all()


def test_places_count_from_the_headline_not_from_the_menu_above_that_names_it() -> None:
    page = read_page("Storm\nHarbour\n\nStorm\n\nThe wind turned at noon.", form="text")
    roles = {0: Mark(0, Role.TITLE, "repeats-title"), 2: Mark(2, Role.TITLE, "printed")}
    page = replace(
        page, marks=tuple(roles.get(b.index, Mark(b.index, Role.UNKNOWN, "")) for b in page.blocks)
    )
    matrix = build_matrix(page)
    assert matrix is not None
    since, begun = (matrix.values[:, matrix.names.index(name)] for name in ("since_headline", "beginnings"))
    assert since.tolist() == [-2, -1, 0, 1]
    assert begun.tolist() == [0, 0, 1, 1]


def _with_second(line: str, role: Role, reason: str) -> Page:
    """Raw page text of three blocks of which the second has a role."""
    page = read_page(f"The wind turned.\n\n{line}\n\nThen it rained.", form="text")
    marks = (Mark(0, Role.UNKNOWN, ""), Mark(1, role, reason), Mark(2, Role.UNKNOWN, ""))
    return replace(page, marks=marks)


def test_what_an_editor_set_between_two_paragraphs_of_raw_page_text_is_no_row() -> None:
    matrix = build_matrix(_with_second("Read also: Calm over the bay", Role.RELATED, "reading-line"))
    assert matrix is not None
    assert matrix.rows == [0, 2]


def test_ideographs_are_tokens_and_letters_make_words() -> None:
    counts = count(["two words", "风在中午", "ลม"])
    assert counts.tokens.tolist() == [2.0, 4.0, 2.0]


def _column(source: str, name: str) -> list[float]:
    matrix = build_matrix(read_page(source))
    assert matrix is not None
    return [round(float(value), 2) for value in matrix.values[:, matrix.names.index(name)]]


@pytest.mark.parametrize("text", SCRIPTS.values(), ids=SCRIPTS)
def test_a_run_that_is_said_again_is_longer_than_a_label_that_recurs(text: str) -> None:
    said = f"<p>{text}</p><p>{text[:40]}</p><p>New</p>"
    source = f"{said}{said}<p>x</p><p>New</p>"
    assert _column(source, "copy") == [0, 0, 0, 1, 1, 1, 0, 2]
    run = _column(source, "copy_run")
    assert run[:3] == [0, 0, 0]
    assert run[3] == run[4] == run[5] > run[7] > run[6] == 0


def test_a_title_as_long_as_a_book_takes_no_more_memory_than_its_page() -> None:
    title = " ".join(f"word{number}" for number in range(30_000))
    page = read_page(f"<title>{title}</title><h1>{title}</h1><p>word1 word2</p>")
    page = replace(page, facts=(Fact(Field.TITLE, title, "title", title, "", 0.5),))
    tracemalloc.start()
    matrix = build_matrix(page)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100 * len(title)
    assert matrix is not None
    assert matrix.values[1, matrix.names.index("title_overlap")] == pytest.approx(2 / 30_000)


def test_words_of_the_title_are_found_in_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read_page(PAGE.format("The storm came at noon.", "After the storm, calm."))
    page = replace(page, facts=(Fact(Field.TITLE, "The storm at noon", "title", "", "", 0.5),))
    compared = build_matrix(page)
    monkeypatch.setattr("articlex.scoring.blocks._MOST_PAIRS", 0)
    looked_up = build_matrix(page)
    assert compared is not None
    assert looked_up is not None
    assert compared.values[:, compared.names.index("title_overlap")].max() > 0.5
    assert (compared.values == looked_up.values).all()
