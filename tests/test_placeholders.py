"""What templates hold in place of a value."""

import pytest

from articlex.placeholders import is_unfilled, is_unfilled_address


@pytest.mark.parametrize(
    "text",
    [
        "{{ title }}",
        "{% include x %}",
        "${price} zł",
        "#{user.name}",
        "<%= x %>",
        "*|FNAME|*",
        "%%UNSUBSCRIBE%%",
    ],
)
def test_placeholders_of_each_kind_are_unfilled(text: str) -> None:
    assert is_unfilled(text)


@pytest.mark.parametrize(
    "text", ["A sentence with {{ one }} in it.", "{x}", "100 %% sure", "US$ {5}", "C# {a}"]
)
def test_text_that_says_more_than_its_placeholders_is_text(text: str) -> None:
    assert not is_unfilled(text)


def test_an_address_with_a_placeholder_leads_nowhere() -> None:
    assert is_unfilled_address("/products/{{ id }}")
    assert not is_unfilled_address("/products/{id}")
