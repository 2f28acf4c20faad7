"""The names of languages, from ``languages.tsv``; loaded on first use, read-only."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.regex import regex

#: What ends the first word of a name.
WORD_END = regex(r"[\s(（\[_/,-]")
_HEAD = regex(r"^[^\s(（\[_/,-]*", re.MULTILINE)


class Languages(NamedTuple):
    """``own`` maps what speakers call their language to its code, ``other`` what others call it; names are
    case-folded. ``codes`` are ISO 639 codes of the languages that sites are translated to. ``heads`` are the
    first words of all names and codes. Do not write to them."""

    own: dict[str, str]
    other: dict[str, str]
    codes: frozenset[str]
    heads: frozenset[str]


@cache
def languages() -> Languages:
    """The names of about 300 languages."""
    own: dict[str, str] = {}
    other: dict[str, str] = {}
    codes: set[str] = set()
    text = read_data("languages.tsv")
    for line in text.splitlines():
        code, own_names, other_names = line.split("\t")
        own |= dict.fromkeys(own_names.split("|"), code)
        if other_names:
            codes.add(code)
            other |= dict.fromkeys(other_names.split("|"), code)
    own.pop("", None)
    heads = frozenset(_HEAD.findall("\n".join((*own, *other, *codes))))
    return Languages(own, other, frozenset(codes), heads)
