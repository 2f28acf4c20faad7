"""Kinds of characters, as a line begins or ends with one: numbers, by Unicode's categories."""

from __future__ import annotations

from unicodedata import category

from articlex.memoize import CharacterTable
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.scripts import is_unspaced
from articlex.regex import regex

#: The kinds; those that go on with a sentence have the small numbers.
COMMA, END, COLON, CLOSING, _QUOTE, SMALL, UNCASED, UNSPACED, DIGIT, CAPITAL, _OPENING = range(11)
_DASH, _TAG, _SYMBOL, _OTHER = range(11, 15)
_KINDS = {
    "Pe": CLOSING, "Pf": CLOSING, "Ll": SMALL, "Nd": DIGIT, "Nl": DIGIT, "No": DIGIT, "Lu": CAPITAL,
    "Lt": CAPITAL, "Ps": _OPENING, "Pi": _OPENING, "Pd": _DASH, "Sc": _SYMBOL, "Sk": _SYMBOL, "Sm": _SYMBOL,
    "So": _SYMBOL, "Mn": UNCASED, "Mc": UNCASED, "Lm": UNCASED, "Lo": UNCASED,
}  # fmt: skip
#: What parts or ends sentences, in any script.
STOP = regex(r"[,.;:!?…،؛؟۔।。．、，；：！？]")
_COMMAS = frozenset(",;、،，؛；·")


def _kind(char: str) -> int:
    if char in _COMMAS:
        return COMMA
    if char in SENTENCE_ENDS or char == "…":
        return END
    if char in COLONS:
        return COLON
    if char in "\"'":
        return _QUOTE
    if char in "#@&%":
        return _TAG
    kind = _KINDS.get(category(char), _OTHER)
    return UNSPACED if kind == UNCASED and is_unspaced(char) else kind


#: The kind of each character that was asked about.
KIND = CharacterTable(_kind)
