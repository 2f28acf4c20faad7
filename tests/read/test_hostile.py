"""Input that nobody writes by accident: extraction ends, raises nothing and loses no text.

There is no clock here: calls are counted, and a pattern that backtracks would not end at these sizes.
"""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

import articlex
from articlex.batch.bodies import unpacked_body
from articlex.bylines.persons import is_person
from articlex.dates.fold import without_accents
from articlex.errors import TooLargeError
from articlex.page import Form, Kind, Page, Wrap
from articlex.read import limits, read_page
from articlex.read.decoding.double_encoding import undo
from articlex.read.html.formulas.mathml import latex_of
from articlex.read.html.reader import read_html
from articlex.read.text.lines import has_leader
from articlex_lab.checks.fuzzing.pumps import PAGES, patterns, strings
from work import IN_PROPORTION, growth

MATRIX = "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>"
DECLARED = '<?xml version="1.0" encoding="UTF-16"?><math><mi>x</mi></math>'


def texts(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_was_slow_once_takes_work_in_proportion_to_its_length(name: str) -> None:
    assert growth(articlex.extract, PAGES[name]) < IN_PROPORTION


def test_no_pattern_tries_all_ways_to_part_a_string() -> None:
    """One that does never ends: after some minutes pytest prints where the test hangs."""
    found = [pattern for _, pattern in patterns()]
    assert len(found) > 900
    for pattern in found:
        is_text = isinstance(pattern.pattern, str)
        for text in strings(pattern, 48):
            pattern.search(text if is_text else text.encode())


_SHORT_OF_MEMORY = """
import resource
from articlex.read.html.reader import read_html
read_html("<p>Rain.")
now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + (64 << 20), -1))
try:
    print(len(read_html("<p>Rain " * 1_000_000).blocks))
except MemoryError:
    print("MemoryError")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads its own size from /proc")
def test_a_page_that_the_parser_has_no_memory_for_is_not_an_empty_one() -> None:
    command = [sys.executable, "-c", _SHORT_OF_MEMORY]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout == "MemoryError\n"


@pytest.mark.parametrize(("source", "form"), [("<p>rain" * 4, Form.HTML), ("rain\n\n" * 4, Form.TEXT)])
def test_a_page_of_more_blocks_than_memory_would_hold_is_too_large(
    source: str, form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_BLOCKS", 3)
    with pytest.raises(TooLargeError, match="more than 3 blocks"):
        read_page(source, form=form.value)


def test_a_text_of_more_lines_than_memory_would_hold_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_LINES", 3)
    assert len(read_page("rain\n\n" * 3, form="text").blocks) == 3
    with pytest.raises(TooLargeError, match="more than 3 lines"):
        read_page("rain\n" * 4, form="text")


def test_a_page_of_more_tags_than_memory_would_hold_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_TAGS", 3)
    assert read_page("<p>rain<br>rain<br>rain</p>", form="html").blocks
    with pytest.raises(TooLargeError, match="more than 3 tags"):
        read_page("<p>rain<br>rain<br>rain<br>rain</p>", form="html")


def test_the_members_of_a_packed_body_are_not_copied_each_time() -> None:
    data = PAGES["gzip members"](40_000)
    assert isinstance(data, bytes)
    assert unpacked_body(data, "gzip", 1 << 20) == b"<p>rain"


def test_letters_of_another_script_without_any_of_the_declared_one_are_left_alone() -> None:
    articlex.extract(b"<meta charset=tis-620><p>" + ("ÑÔÕÖØÙÚ" * 10).encode())
    assert undo("ÑÔÕÖØÙÚ" * 10, "cp874") is None


@pytest.mark.parametrize(
    "html",
    [
        f'<p>x <script type="math/mml">{DECLARED}</script></p>',
        f"<p>x <span class='MathJax' data-mathml='{DECLARED}'>y</span></p>",
    ],
)
def test_mathml_may_declare_its_encoding(html: str) -> None:
    assert texts(read_html(html)) == ["x x"]


@pytest.mark.parametrize("namespace", ["", ' xmlns="http://www.w3.org/1998/Math/MathML"'])
def test_a_matrix_is_read_in_any_namespace(namespace: str) -> None:
    html = f"<p><span class='MathJax' data-mathml='<math{namespace}>{MATRIX}</math>'>y</span></p>"
    assert texts(read_html(html)) == [r"\begin{matrix}a & b\end{matrix}"]


@pytest.mark.parametrize("margin", ["1.2.3pt", ".pt", "1e9pt", "9" * 400 + "pt", "1.5pt"])
def test_an_odd_margin_of_word_is_no_crash(margin: str) -> None:
    sign = '<span style="mso-list:Ignore">1.</span>'
    html = f'<p class="MsoListParagraph" style="margin-left:{margin}">{sign}x</p>'
    assert [(block.kind, block.text) for block in read_html(html).blocks] == [(Kind.LIST_ITEM, "x")]


def test_lists_of_word_have_nine_levels() -> None:
    page = read_html(PAGES["word"](40))  # type: ignore[arg-type]
    assert max(len(block.within) for block in page.blocks) == 2 * 9


def test_tables_in_tables_lose_no_text() -> None:
    head, foot = "<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td>", "</td></tr></table>"
    page = read_html(head * 300 + "innermost" + foot * 300 + "<p>after")
    assert sum("innermost" in text for text in texts(page)) == 1
    assert page.blocks[-1].text == "after"


def test_what_is_nested_deeper_than_any_list_stands_in_the_innermost() -> None:
    blocks = read_html("<ul><li>a" * 200 + "<blockquote><p>b</blockquote>").blocks
    assert [block.text for block in blocks] == ["a"] * 200 + ["b"]
    assert max(len(block.within) for block in blocks) < 100
    assert blocks[-1].within[-1].wrap in (Wrap.ITEM, Wrap.LIST)


@pytest.mark.parametrize(
    ("repeated", "text"),
    [
        ("rain<wbr>fall ", "rainfall " * 2_500),
        ('<picture><source srcset="a"><img src="a.jpg"></picture>', ""),
        ("<b><div>x</b>", "x"),
        ("<x-a>x", "x"),
    ],
    ids=["wbr", "source", "b", "x-a"],
)
def test_elements_that_nothing_closes_lose_no_text(repeated: str, text: str) -> None:
    page = read_html(f"<div>{repeated * 2_500}</div><p>the end")
    assert page.blocks[-1].text == "the end"
    assert page.blocks[0].text.startswith(text.strip()[:100])
    assert page.warnings or not text


@pytest.mark.parametrize("tag", ["p", "li", "td", "tr", "option", "dt", "dd"])
def test_a_deep_place_does_not_flatten_elements_without_end_tags(tag: str) -> None:
    deep = "<div>" * 2_100 + "deep" + "</div>" * 2_100
    around = {"li": "ul", "td": "tr", "tr": "table", "option": "select", "dt": "dl", "dd": "dl"}.get(
        tag, "main"
    )
    page = read_html(f"<{around}>" + f"<{tag}>line" * 1_600 + f"</{around}>{deep}<p>one<p>two")
    assert texts(page)[-3:] == ["deep", "one", "two"]
    assert sum("line" in text for text in texts(page)) == 1_600
    assert page.warnings


def test_a_row_of_dots_before_a_page_is_looked_at_from_its_end() -> None:
    assert not has_leader("." * 50_000 + "y")
    assert has_leader("Preface " + ". " * 25_000 + "vii")


def test_no_long_string_of_a_page_outlives_it() -> None:
    for function in (is_person, without_accents):
        long = "Ann " + "b" * 100_000
        before = sys.getrefcount(long)
        function(long)
        gc.collect()
        assert sys.getrefcount(long) == before


def test_long_commands_stand_apart_from_letters() -> None:
    from lxml import etree

    math = etree.fromstring("<math><mo>α</mo><mi>x</mi><mo>β</mo><mn>2</mn><mi>y</mi></math>")
    assert latex_of(math) == r"\alpha x\beta2y"


def test_half_of_a_character_in_a_string_of_json_is_written_as_what_it_is_not() -> None:
    data = r'{"@type": "NewsArticle", "headline": "Rain \ud83d", "author": {"name": "Ann \udc00 Lowe"}}'
    formula = r"""<div class="latex-rendered" data-attrs='{"persistentExpression":"\ud835 x"}'></div>"""
    rain = "<p>Rain fell on the town, and the river rose.</p>" * 20
    page = (
        f'<script type="application/ld+json">{data}</script>'
        f'<meta name="keywords" content=\'["rain", "\\ud83d"]\'>'
        f"<article><h1>Rain</h1>{rain}{formula}{rain}</article>"
    )
    article = articlex.extract(page)
    assert article.warnings == ()
    repr(article.to_dict()).encode()
    str(article.to_dict()).encode()
    assert "\ufffd x" in article.markdown
