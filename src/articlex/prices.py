"""Prices: an amount with the sign or the short name of a currency."""

from __future__ import annotations

from articlex.regex import regex

_SIGNS = "$€£¥₹₽₪₺₴₩฿₫₸₦₱元円원"
_NAMES = r"(?:(?:zł|kr|Kč|Ft|лв)\b|руб)"
_NAMED = regex(_NAMES)
PRICE = regex(rf"[{_SIGNS}]\s?\d|\d\s?(?:[{_SIGNS}]|{_NAMES})")


def holds_price(text: str) -> bool:
    """Whether a long text holds a price. Most have neither sign nor name, which is found out sooner."""
    may_hold = any(sign in text for sign in _SIGNS) or _NAMED.search(text) is not None
    return may_hold and PRICE.search(text) is not None
