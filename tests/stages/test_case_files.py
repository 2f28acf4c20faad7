"""The reader of ``.cases`` files, which every other stage test stands on."""

import pytest

from articlex_lab.checks.cases import read_cases


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "body.cases"

    def write(text):
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_parts_of_a_case(file):
    [case] = read_cases(
        file("=== a title\nform: html\nurl: https://a.example/\n\n<p>x\n---\n---\nbody r x\n")
    )
    assert (case.stage, case.title, case.line) == ("body", "a title", 1)
    assert case.settings == {"form": "html", "url": "https://a.example/"}
    assert case.source == "<p>x\n---\n"
    assert case.expected == ("body r x",)


def test_a_separator_that_ends_no_line_of_the_file_ends_none_of_the_page(file):
    [case] = read_cases(file("=== a\n\none\x0ctwo\u2028three\x85four\n---\n"))
    assert case.source == "one\x0ctwo\u2028three\x85four\n"


def test_empty_expectation(file):
    first, second = read_cases(file("=== a\n\nx\n---\n\n=== b\n\ny\n---\nbody r y\n"))
    assert first.expected == ()
    assert second.line == 6


@pytest.mark.parametrize(
    "text",
    ["x\n=== a\n\nx\n---\n", "=== a\n\nx\n", "=== a\nform: text\nx\n---\n"],
    ids=["text before the first title", "no separator", "no blank line after the settings"],
)
def test_malformed(file, text):
    with pytest.raises(ValueError, match=r"body.cases:\d+"):
        list(read_cases(file(text)))
