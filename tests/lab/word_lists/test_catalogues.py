"""Readers of translation catalogues, on the smallest files that have their form."""

from articlex_lab.word_lists.catalogues import (
    read_adverts,
    read_english_json,
    read_keyed,
    read_python,
    read_shariff,
)


def test_python_dictionary():
    files = {"a/messages_de.py": b'MESSAGES = {"Next": "Weiter", "Up": ""}\n'}
    assert list(read_python(files)) == [("de", "Next", "Weiter")]


def test_json_with_english_keys():
    assert list(read_english_json({"locales/fr/x.json": b'{"Next": "Suivant"}'})) == [
        ("fr", "Next", "Suivant")
    ]


def test_keys_are_joined_with_the_english_file():
    files = {
        "lang/en.js": b'x = {"a.b": "Next", "c": "Up"}',
        "lang/de.js": b'x = {"a.b": "Weiter", "d": "!"}',
    }
    assert list(read_keyed(files)) == [("de", "Next", "Weiter")]


def test_tables_of_share_buttons():
    files = {"x.js": b"shareText: {\n de: 'teilen',\n en: 'share',\n},"}
    assert list(read_shariff(files)) == [("de", "share", "teilen"), ("en", "share", "share")]


def test_what_a_player_calls_an_advert_stands_before_its_number():
    files = {
        "ui/locales/el.json": '{"AD_TIME": "Διαφήμιση: [AD_TIME]", "SKIP_AD": "Παράβλεψη"}'.encode(),
        "languages/de.json": b'{"ads.adNumberOfTotal": "Anzeige {index} von {count}"}',
        "languages/hu.json": b'{"ads.adNumberOfTotal": "{index}. of {count}"}',
    }
    assert list(read_adverts(files)) == [("el", "Ad", "Διαφήμιση:"), ("de", "Ad", "Anzeige")]
