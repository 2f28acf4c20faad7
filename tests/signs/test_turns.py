"""The turns of an interview are told by sentences of any script that ends them with a sign."""

from __future__ import annotations

import pytest

from articlex.options import Options
from articlex.pipeline import run
from articlex.read import read_page
from articlex.signs.turns import speaker_lines

TURNS = {
    "en": (("ANN", "BO"), "Yes, we came home."),
    "el": (("ΑΝΝΑ", "ΒΑΣΩ"), "Και πότε γυρίσατε;"),
    "ja": (("安藤", "馬場"), "はい、帰りました。"),
    "hi": (("अनु", "बीना"), "हाँ, हम घर आए।"),
    "ur": (("علی", "بانو"), "جی ہاں، ہم گھر آئے۔"),
    "hy": (("Արամ", "Բելա"), "Այո, մենք եկանք։"),
    "am": (("አበበ", "በላይ"), "አዎ መጣን።"),
    "my": (("မောင်", "ဗိုလ်"), "ငါတို့ လာသည်။"),
}


@pytest.mark.parametrize("language", TURNS)
def test_who_speaks_is_told(language: str) -> None:
    names, said = TURNS[language]
    turns = "".join(f"<p>{name}</p><p>{said}</p>" for name in names * 3)
    page = run(read_page(f"<h1>The ferry</h1>{turns}", form="html"), Options(), ())
    assert speaker_lines(page) == {1, 3, 5, 7, 9, 11}
