"""The names of languages, from ``languages.tsv``; read on first use."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.regex import regex

#: What ends the first word of a name.
WORD_END = regex(r"[\s(（\[_/,-]")
#: The same and the rest of the line. White space is spelt out, which takes a fifth of the time of ``\\s``.
_REST = regex("[ \t\u00a0\u2000-\u200a\u202f\u3000(（\\[_/,-].*")


class Languages(NamedTuple):
    """``own`` maps the name of a language in that language to its ISO 639 code, ``other`` its names in other
    languages; names are case-folded. ``codes`` are those of languages into which sites are translated.
    ``heads`` are the first words of all names and codes. Read only."""

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
        for name in own_names.split("|"):
            own[name] = code
        if other_names:
            codes.add(code)
            for name in other_names.split("|"):
                other[name] = code
    own.pop("", None)
    heads = frozenset(_REST.sub("", "\n".join((*own, *other, *codes))).split("\n"))
    return Languages(own, other, frozenset(codes), heads)
