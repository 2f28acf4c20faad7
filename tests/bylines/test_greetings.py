"""Lines that greet somebody and name nobody."""

import pytest

from articlex.bylines.lines import greets


@pytest.mark.parametrize("text", ["Dear Ann,", "Здравствуйте, друзья!", "السلام عليكم", "Merhaba, Ayşe!"])
def test_a_greeting_is_known_with_a_comma_behind_its_first_word(text):
    assert greets(text)
