import pytest

from articlex.bylines.persons import is_person, is_team

PERSONS = (
    "Ann Example|José de Ejemplo|王小明|山田 太郎|홍길동|ジョン・スミス|Benoît d’Aubigny|Piero dell'Acqua|"
    "Omar al-Farouk|علی حسین\u200cپور|ג׳ורג׳ כהן|ד״ר דנה כהן|François\u2011Xavier Modèle"
)


@pytest.mark.parametrize("name", PERSONS.split("|"))
def test_person(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "text",
    [
        "Read More",
        "ann example",
        "Example",
        "Ann Example 3",
        "Senior Editor",
        "",
        "Team e-Sport",
        "Anne d’exemple",
    ],
)
def test_no_person(text):
    assert not is_person(text)


def test_team():
    assert is_team("The Example Team")
    assert not is_team("Team")
