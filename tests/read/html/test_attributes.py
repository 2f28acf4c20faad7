import pytest

from articlex.read.html.attributes import look_of, split_words
from articlex.read.html.widgets import FORMULA, RENDERED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("postMeta by-line_2", ["post", "meta", "by", "line", "2"]),
        ("FAQItem menuTopABC x2Y", ["faqitem", "menu", "top", "abc", "x2", "y"]),
        ("md:flex w-1/2 [hidden]", ["md", "flex", "w", "1", "2", "hidden"]),
        ("", []),
    ],
)
def test_words_of_class_and_id(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_a_rendered_formula_is_known_by_its_class(name: str) -> None:
    assert look_of({"class": f"wide {name}"}).widget == FORMULA
