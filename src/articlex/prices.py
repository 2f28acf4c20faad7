"""Prices: an amount with the sign or the short name of a currency."""

from __future__ import annotations

from articlex.regex import regex

_SIGNS = "$€£¥₹₽₪₺₴₩฿₫₸₦₱元円원"
_NAMES = r"(?:(?:zł|kr|Kč|Ft|лв)\b|руб)"
PRICE = regex(rf"[{_SIGNS}]\s?\d|\d\s?(?:[{_SIGNS}]|{_NAMES})")
