"""What a first line says without its first or last parts."""

from articlex.titles.text.document_title import stated_titles


def test_the_parts_of_the_first_line():
    assert stated_titles("Old ropes of the harbour : Harbour Days") == ["Old ropes of the harbour"]


def test_a_first_line_of_megabytes_is_no_title():
    assert stated_titles(" | ".join(["word " * 100_000] * 19)) == []
