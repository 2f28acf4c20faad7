"""Signs of punctuation in the scripts of the world."""

from __future__ import annotations

import pytest

from articlex.punctuation import asks, without_tags


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


@pytest.mark.parametrize(
    "text",
    [
        "What, here?",
        "Interview: “What, here?”",
        "»Was, hier?«",
        "【どこですか？】",
        "どうして駅に本棚を置いたのですか。",
        "ماذا هنا؟",
        "Πότε φεύγει το πλοίο;",
        "ለምን እዚህ፧",
    ],
)
def test_a_question_ends_with_its_mark_or_what_closes_behind_it(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ["", "?!.", "int x;", "文・はるか。", "What is new"])
def test_other_texts_do_not(text: str) -> None:
    assert not asks(text)


def test_a_text_of_nothing_but_tags_is_not_copied_for_each() -> None:
    assert without_tags("#a " * 500_000 + "#a") == "#a"
