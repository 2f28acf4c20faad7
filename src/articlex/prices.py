"""Prices: an amount with the sign or the short name of a currency."""

from __future__ import annotations

from articlex.regex import regex

_SIGNS = "$€£¥₹₽₪₺₴₩฿₫₸₦₱元円원"
#: Short names that are whole words, and the beginning of one that may end in several ways.
_WORDS, _BEGINNING = ("zł", "kr", "Kč", "Ft", "лв"), "руб"
_NAMES = rf"(?:(?:{'|'.join(_WORDS)})\b|{_BEGINNING})"
_NAMED = regex(_NAMES)
#: The signs, and the letters of the names.
_MARKS = (*_SIGNS, *_WORDS, _BEGINNING)
PRICE = regex(rf"[{_SIGNS}]\s?\d|\d\s?(?:[{_SIGNS}]|{_NAMES})")


def holds_price(text: str) -> bool:
    """Whether a long text holds a price. Most have neither sign nor name, which is found out sooner."""
    marks = [mark for mark in _MARKS if mark in text]
    may_hold = bool(marks) and (marks[0] in _SIGNS or _NAMED.search(text) is not None)
    return may_hold and PRICE.search(text) is not None
