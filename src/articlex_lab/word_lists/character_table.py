"""Write ``articlex/data/characters.bin``: the class of each code point of the basic plane.

Source: the Unicode character database as Python's ``unicodedata`` ships it. Run
``python -m articlex_lab.word_lists.character_table``; one Unicode version gives the same file, byte for byte.
"""

from __future__ import annotations

import unicodedata
import zlib

from articlex.punctuation import COLONS, COMMAS, SENTENCE_ENDS
from articlex.scoring.characters import CODE
from articlex_lab.repository import DATA

TARGET = DATA / "characters.bin"

#: Beside those that the stages know. In Japanese science "．" and "，" stand for "。" and "、": a paper in
#: raw page text lost half of its paragraphs and more.
_STOPS = SENTENCE_ENDS | set("．‥｡৷؞‽‼⁇⁈⁉⸮﹒﹖﹗፨៕܀܁܂߹᠃᠉꓿꘎꘏")
_COMMAS = COMMAS | set(";；؛､፣၊·・;፤﹐﹑﹔߸᠂᠈꓾꘍")
_COLONS = set(COLONS) | set("︰﹕")
_QUOTES = set("\"'“”‘’«»„‟‚‹›「」『』《》〈〉”＂")
_BARS = set("|｜/\\»›·•►▶→>~—–_")

#: Scripts written without spaces between words, where ``\w+`` would make a token of a whole clause.
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "BOPOMOFO", "TIBETAN", "YI ")


def class_of(char: str) -> str:
    """The class of a character, a name in :data:`articlex.scoring.characters.CODE`."""
    for name, members in (
        ("stop", _STOPS),
        ("comma", _COMMAS),
        ("colon", _COLONS),
        ("quote", _QUOTES),
        ("bar", _BARS),
    ):
        if char in members:
            return name
    category = unicodedata.category(char)
    if category in ("Ll", "Lu", "Nd", "Sc"):
        return {"Ll": "lower", "Lu": "upper", "Nd": "digit", "Sc": "currency"}[category]
    if category.startswith(("L", "M", "N")):
        if unicodedata.name(char, "").startswith(_UNSPACED):
            return "ideograph"
        return "mark" if category.startswith("M") else "letter"
    if category.startswith("Z") or char.isspace():
        return "space"
    if category in ("Ps", "Pe"):
        return "bracket"
    return "symbol" if category.startswith("S") else "other"


def build() -> bytes:
    """The bytes of the file."""
    table = bytes(CODE[class_of(chr(code))] for code in range(0x10000))
    return zlib.compress(table, 9)


if __name__ == "__main__":
    TARGET.write_bytes(build())
