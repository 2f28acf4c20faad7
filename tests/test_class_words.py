"""Words of class and id."""

import pytest

from articlex.class_words import split_words


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
