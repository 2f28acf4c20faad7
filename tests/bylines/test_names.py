"""``read_names`` on ``fixtures/metadata/names.cases``, and on anything at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.bylines.impossible import MAX_NAME_CHARS
from articlex.bylines.names import MAX_AUTHORS, read_names
from articlex.data.bylines import byline_words

FILE = Path(__file__).parents[2] / "fixtures" / "metadata" / "names.cases"
CASES = [line.split("->") for line in FILE.read_text("utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("raw", "names"), CASES, ids=[raw.strip() for raw, _ in CASES])
def test_names(raw, names):
    assert "; ".join(read_names(raw.strip())) == names.strip()


def test_a_list_has_an_end():
    letters = "abcdefgh"
    listed = [f"Ann {one.upper()}{other}" for one in letters for other in letters]
    assert read_names(", ".join(listed)) == tuple(listed[:MAX_AUTHORS])


def test_a_text_is_no_list_of_authors():
    assert read_names("Ann Example, " * 200) == ()


@given(st.text(max_size=300))
def test_the_names_in_any_text_are_few_and_short(text):
    names = read_names(text)
    assert len(names) <= MAX_AUTHORS
    assert all(name == name.strip() and len(name) <= MAX_NAME_CHARS for name in names)


PIECES = "Ann|Example|and|und|و|,|-|:|／|3|ago|(|)|@x|王小明|。|Jr.|By|Von|記者|Reporter|\n".split("|")


@given(st.lists(st.sampled_from(PIECES + sorted(byline_words().labels)[:60]), max_size=12).map(" ".join))
def test_near_bylines(text):
    for name in read_names(text):
        assert name in " ".join(text.replace("@x", "").split()) or "," in text
