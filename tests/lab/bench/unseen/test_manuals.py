"""Gold and samples of manuals, on a manual of two pages written here."""

from __future__ import annotations

import pytest
from lxml import etree

from articlex_lab.bench.unseen.manuals import Manual, gold_text, manuals, measure, sample
from articlex_lab.peers.engines import Engine, Output, Source

MANUAL = Manual("crane", "crane-doc", ["doc/*.html"], "//main | //main//section", "//nav")
TEXT = "The crane is <b>greased</b>, each spring, by the keeper of the <em>har</em>bour. " * 40
PLAIN = "The crane is greased, each spring, by the keeper of the harbour. " * 40
PAGE = f"<main><h1>Grease</h1><nav>Up</nav><section><p>{TEXT}</p><p>Twice.</p></section></main><p>Foot</p>"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "doc").mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "doc" / f"{name}.html").write_text(PAGE, "utf-8")
    (tmp_path / "doc" / "moved.html").write_text("<p>Moved</p>", "utf-8")
    return tmp_path


def test_gold_is_the_main_content_once_without_headline_and_menu():
    assert gold_text(PAGE.encode(), MANUAL).split() == [*PLAIN.split(), "Twice."]


def test_gold_has_no_heading_with_which_the_main_content_begins():
    page = f"<main><div><a name='g'></a><h3>3.7 Grease</h3><p>{TEXT}</p><h3>3.8 Oil</h3></div></main>"
    assert gold_text(page.encode(), MANUAL).split() == [*PLAIN.split(), "3.8", "Oil"]


def test_gold_has_the_heading_right_below_the_headline():
    page = f"<main><h1>Crane</h1><h2>Grease</h2><p>{TEXT}</p></main>"
    assert gold_text(page.encode(), MANUAL).split() == ["Grease", *PLAIN.split()]


def test_a_page_of_next_to_no_text_has_no_gold():
    assert gold_text(b"<main><p>Moved</p></main>", MANUAL) == ""


def test_the_sample_is_always_the_same_and_has_no_short_page(folder):
    paths = sample(MANUAL, folder, 10)
    assert paths == sample(MANUAL, folder, 10)
    assert sorted(path.name for path in paths) == ["a.html", "b.html", "c.html"]


def test_the_row_of_a_manual_has_its_pages_and_means(folder):
    half = Engine("half", "", lambda source: Output(text=f"{PLAIN} Foot " * 2), frozenset(("text",)))
    whole = Engine("whole", "", lambda source: Output(text=f"{PLAIN} Twice."), frozenset(("text",)))
    result = measure(MANUAL, folder, 2, "html", [half, whole])
    precision, recall = 480 / 962, 480 / 481
    f1 = 2 * precision * recall / (precision + recall)
    assert result.row("crane")[:2] == ["crane", "2"]
    assert result.row("crane")[4:] == [f"{f1:.3f}", "1.000"]


def test_a_peer_that_raises_has_nothing_of_the_page(folder):
    def broken(source: Source) -> Output:
        raise LookupError("no words for this language")

    engines = [Engine(name, "", broken, frozenset(("text",))) for name in ("first", "second")]
    assert measure(MANUAL, folder, 1, "html", engines).row("crane")[4:] == ["0.000", "0.000"]


@pytest.mark.parametrize("manual", manuals(), ids=lambda manual: manual.name)
def test_the_paths_of_each_manual_can_be_read(manual):
    etree.XPath(manual.main)
    etree.XPath(manual.without)
    assert manual.pages
