"""Invitations to read another story right below the day: nobody's name."""

import pytest

from articlex import extract

PORTUGUESE = (
    "A ponte abriu\n\n6 de maio de 2024\n\n{}\n\nA ponte sobre o rio abriu na segunda-feira, dois anos "
    "depois de a antiga ter sido fechada.\n\nNinguém na cidade esperava que viesse tanta gente para a ver."
)
GERMAN = (
    "Die Brücke ist offen\n\n6. Mai 2024\n\n{}\n\nDie Brücke über den Fluss wurde am Montag geöffnet, zwei "
    "Jahre nachdem die alte geschlossen worden war.\n\nNiemand in der Stadt hatte mit so vielen gerechnet."
)
FRENCH = (
    "Le pont est ouvert\n\n6 mai 2024\n\n{}\n\nLe pont sur la rivière a ouvert lundi, deux ans après la "
    "fermeture de l'ancien.\n\nPersonne dans la ville ne s'attendait à voir venir autant de monde ce jour."
)
SPANISH = (
    "El puente está abierto\n\n6 de mayo de 2024\n\n{}\n\nEl puente sobre el río se abrió el lunes, dos "
    "años después de que se cerrara el viejo.\n\nNadie en la ciudad esperaba que viniera tanta gente."
)


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (PORTUGUESE, "LEIA TAMBÉM"),
        (PORTUGUESE, "Leia Também"),
        (GERMAN, "Mehr Zum Thema"),
        (GERMAN, "Lesen Sie auch"),
        (GERMAN, "Verwandte Artikel"),
        (FRENCH, "À Lire Aussi"),
        (SPANISH, "Lea También"),
        (SPANISH, "NOTAS RELACIONADAS"),
    ],
)
def test_an_invitation_is_nobody(page, line):
    assert extract(page.format(line), form="text").authors == ()


@pytest.mark.parametrize("name", ["Anna Lesen", "Leslie Example"])
def test_a_name_with_such_a_word_is_somebody(name):
    assert extract(GERMAN.format(f"Von {name}"), form="text").authors == (name,)
