import pytest

from articlex.conflicts import conflicts
from articlex.page import Fact, Field


def fact(field, value, source, score, block=None):
    return Fact(field, value, source, str(value), "r", score, block)


AGREE = {
    "one source": [fact(Field.AUTHORS, ("Ann Example",), "json-ld", 0.9)],
    "same person in other words": [
        fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
        fact(Field.AUTHORS, ("Ann B. Example",), "json-ld", 0.4),
    ],
    "titles": [fact(Field.TITLE, "A", "h1", 0.9), fact(Field.TITLE, "B", "og", 0.8)],
    "no author wins": [
        fact(Field.AUTHORS, (), "byline", 0.9),
        fact(Field.AUTHORS, ("Example News",), "json-ld", 0.4),
    ],
}


@pytest.mark.parametrize("facts", AGREE.values(), ids=AGREE.keys())
def test_no_conflict(facts):
    assert conflicts({facts[0].field: facts}) == ()


def test_two_people():
    facts = [
        fact(Field.AUTHORS, ("Ann Example",), "byline", 0.9, 3),
        fact(Field.AUTHORS, ("Bo Sample",), "json-ld", 0.4),
    ]
    assert conflicts({Field.AUTHORS: facts}) == ("authors: byline says Ann Example, json-ld says Bo Sample",)


def test_language_of_the_text():
    facts = [fact(Field.LANGUAGE, "en", "html", 0.7), fact(Field.LANGUAGE, "de", "text", 0.6)]
    assert conflicts({Field.LANGUAGE: facts}) == ("language: html says en, text says de",)
