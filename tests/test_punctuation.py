"""Signs of punctuation in the scripts of the world."""

from __future__ import annotations

import pytest

from articlex.punctuation import without_tags


@pytest.mark.parametrize(
    ("post", "bare"),
    [
        ("The crane sang. #harbour #гавань", "The crane sang."),
        ("The crane sang. [7]#harbour # 港", "The crane sang."),
        ("We are #1 in row #", "We are #1 in row #"),
        ("We sang # ", "We sang # "),
        ("#harbour", "#harbour"),
        ("", ""),
    ],
)
def test_the_tags_behind_a_post_are_no_part_of_it(post: str, bare: str) -> None:
    assert without_tags(post) == bare


def test_a_text_of_nothing_but_tags_is_not_copied_for_each() -> None:
    assert without_tags("#a " * 500_000 + "#a") == "#a"
