"""The forms of a label that its capitals stand for, case-folded: "ΣΧΟΛΙΑ" is "σχόλια", "A LIRE AUSSI" is "à
lire aussi".

Greek has no accents over capitals, and in some languages many writers leave them out. The capital of the
Turkish "ı" is that of the English "i".
"""

from __future__ import annotations

from unicodedata import combining, normalize

#: ISO 639 codes of languages whose capitals are written without accents, always or by many.
_UNACCENTED = frozenset(("az", "ca", "el", "es", "fr", "gl", "it", "pt", "tr"))


def forms(text: str, language: str) -> list[str]:
    """A case-folded text in ``language`` (a language tag), and what its capitals are case-folded to if that
    is not the same.

    >>> forms("σχόλια", "el"), forms("φωτο", "el"), forms("größe", "de")
    (['σχόλια', 'σχολια'], ['φωτο'], ['größe'])
    """
    if language.replace("_", "-").split("-")[0] not in _UNACCENTED:
        return [text]
    letters = (char for char in normalize("NFD", text) if not combining(char))
    return list(dict.fromkeys([text, normalize("NFC", "".join(letters)).replace("ı", "i")]))
