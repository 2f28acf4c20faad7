import pytest

from articlex.bylines import names
from articlex.bylines.lines import read_line
from articlex.bylines.shapes import is_plain, may_name_person


@pytest.mark.parametrize(
    "text",
    [
        "Ann Example",
        "ANN EXAMPLE",
        "Ann Maria Example",
        "annexample",
        "Sustainable Rivers",
        "Dennis Example",
        "Byron Sample",
        "January Sample",
        "Anonymous",
    ],
)
def test_a_plain_text_is_read_as_it_is_without_the_short_way(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_plain(text)
    short = names.read_names.__wrapped__(text)  # type: ignore[attr-defined]
    monkeypatch.setattr(names, "is_plain", lambda _: False)
    assert names.read_names.__wrapped__(text) == short  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "By Ann Example",
        "Ann Example Editor",
        "Ann Example MD",
        "Ann and Bo",
        "Ann Example Ann Example",
        "Ann Example in Paris",
        "ExampleUpdated",
        "Ann  Example",
        "Ann Example 2",
        "Änne Example",
    ],
)
def test_what_may_be_stuck_to_a_name_is_not_plain(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Example",
        "who is Ann de Example of the river",
        "Example, Ann",
        "Example + Ann",
        "Ann (the first) Example",
        "Ann @ann Example",
        "Ann 1.2.2024 Example",
        "d'Aubigny Example",
        "ByAnn Example",
        "Ann ExampleUpdated",
        "Ann de Example",
        "Άννα Παράδειγμα",
        "Анна Пример",
        "山田太郎",
        "דנה כהן",
        "Ann &Eacute;xample",
    ],
)
def test_a_text_with_two_words_of_a_name_may_name_a_person(text: str) -> None:
    assert may_name_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sustainable houses of the river",
        "Read the article",
        "Learn More",
        "Ligne de vie",
        "12 Beispiele",
        "Путь к реке",
    ],
)
def test_a_text_without_them_names_nobody(text: str) -> None:
    assert not may_name_person(text)
    assert read_line(text) is None
