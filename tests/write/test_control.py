from __future__ import annotations

import pytest

from articlex import extract
from articlex.write.control import as_utf8, strip_controls
from articlex.write.csv import write_csv
from articlex.write.json import article_record

PAGE = """<html><head><title>The lig\x01ht</title>
<meta property="og:type" content="pro\x01duct"><meta property="og:url" content="https://example.org/\x01a">
<meta property="og:site_name" content="The \x1bPaper"></head><body><h1>The light</h1>
<p>The keeper wrote down \x9bwhat the weather did, and nobody read it.</p></body></html>"""


@pytest.mark.parametrize("name", ["title", "pagetype", "url", "sitename", "text", "markdown"])
def test_no_field_of_the_record_holds_a_control_character(name: str) -> None:
    value = article_record(extract(PAGE))[name] or ""
    assert value == strip_controls(value)


def test_a_row_of_csv_holds_no_control_character() -> None:
    row = write_csv(extract(PAGE))
    assert row == strip_controls(row)


def test_names_that_are_no_utf8_are_shown_with_their_bytes() -> None:
    assert as_utf8("a\udcff.html") == r"a\xff.html"
    assert as_utf8("日本\ud800") == r"日本\ud800"
