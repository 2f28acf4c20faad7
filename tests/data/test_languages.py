import pytest

from articlex.data.languages import WORD_END, languages


@pytest.mark.parametrize(
    ("name", "code"),
    [("deutsch", "de"), ("中文", "zh"), ("繁體中文", "zh"), ("ไทย", "th"), ("עברית", "he"), ("हिन्दी", "hi")],
)
def test_own_names(name, code):
    assert languages().own[name] == code


@pytest.mark.parametrize(("name", "code"), [("german", "de"), ("немецкий", "de"), ("日本語", "ja")])
def test_names_in_any_language(name, code):
    known = languages()
    assert (known.own | known.other)[name] == code


def test_codes_are_those_of_translated_sites():
    assert {"en", "fr", "ar", "zh"} <= languages().codes
    assert "tlh" not in languages().codes


def test_heads_are_the_first_words_of_all_names():
    known = languages()
    assert known.heads == {WORD_END.split(name)[0] for name in (*known.own, *known.other, *known.codes)}
