"""Prices: an amount with the sign or the short name of a currency."""

from __future__ import annotations

from articlex.regex import regex

_SIGNS = "$€£¥₹₽₪₺₴₩฿₫₸₦₱元円원"
_NAMES = r"(?:(?:zł|kr|Kč|Ft|лв)\b|руб)"
_NAMED = regex(_NAMES)
#: The signs, and the letters of the names.
_MARKS = (*_SIGNS, "zł", "kr", "Kč", "Ft", "лв", "руб")
PRICE = regex(rf"[{_SIGNS}]\s?\d|\d\s?(?:[{_SIGNS}]|{_NAMES})")


def holds_price(text: str) -> bool:
    """Whether a long text holds a price. Most have neither sign nor name, which is found out sooner."""
    marks = [mark for mark in _MARKS if mark in text]
    may_hold = bool(marks) and (marks[0] in _SIGNS or _NAMED.search(text) is not None)
    return may_hold and PRICE.search(text) is not None
