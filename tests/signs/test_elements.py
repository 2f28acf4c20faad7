"""The elements of a page by what they are called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articlex.page import Node
from articlex.signs.elements import read_elements

_WORDS = (("post", "body"), ("post",), ("nav",), ())


def node(tag: str, words: tuple[str, ...], shape: str = "") -> Node:
    return Node(tag, -1, 0, words, 0, 0, shape)


def test_what_is_called_alike_is_told_once() -> None:
    post, nav = ("post",), ("nav",)
    elements = read_elements([node("div", post), node("ul", nav), node("div", post), node("div", post, "a1")])
    assert elements.number == [0, 1, 0, 2]
    assert [each.tag for each in elements.named] == ["div", "ul", "div"]
    assert elements.called(frozenset({"post", "body"})) == [0, 2, 3]
    assert elements.tagged(frozenset({"ul", "ol"})) == [1]
    assert elements.are_called(frozenset({"nav"}))
    assert not elements.are_called(frozenset({"body"}))


def test_words_of_one_phrase_are_those_of_one_element() -> None:
    elements = read_elements(
        [node("p", ("error",)), node("p", ("page", "error", "404")), node("p", ("404",))]
    )
    error, gate = frozenset({"error", "404"}), frozenset({"age", "gate"})
    assert elements.called_all(gate, error) == [1]
    assert elements.called_all(gate) == []


def test_a_page_without_elements_has_none() -> None:
    elements = read_elements([])
    assert elements.called(frozenset({"nav"})) == elements.tagged(frozenset({"nav"})) == []
    assert not elements.are_called(frozenset({"nav"}))


@given(st.lists(st.tuples(st.sampled_from(("div", "p")), st.sampled_from(_WORDS))), st.booleans())
def test_all_that_have_a_word_or_a_tag_are_found(
    found: list[tuple[str, tuple[str, ...]]], same: bool
) -> None:
    # Equal words need not be the same tuple.
    nodes = [node(tag, words if same else (*list(words),)) for tag, words in found]
    elements = read_elements(nodes)
    for word in ("post", "body", "nav"):
        has_word = [place for place, (_, words) in enumerate(found) if word in words]
        assert elements.called(frozenset({word})) == has_word
        assert elements.are_called(frozenset({word})) == bool(has_word)
    assert elements.tagged(frozenset({"p"})) == [place for place, (tag, _) in enumerate(found) if tag == "p"]
