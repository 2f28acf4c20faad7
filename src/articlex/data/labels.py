"""The labels of what stands around an article, from ``labels.tsv``; read on first use."""

from __future__ import annotations

from functools import cache
from itertools import repeat

from articlex.data import read_data
from articlex.memoize import memoized
from articlex.regex import regex

#: What may stand around a label on a page: counts, brackets, arrows, colons, bullets, icons.
_AROUND = (
    " \t\n\u00a00123456789.,:;!?…·•*|/\\()[]{}<>+-–—=_~#@&\"'“”‘’«»‹›"
    "→←↑↓▸▶►▼▲△▽◀◄×✕✖✓✔★☆：；。、，・｜،؛؟！？「」【】（）፦៖＞〉"
)
#: The ending of a plural in brackets; :data:`_AROUND` may have taken the second bracket off: "comment(s".
_PLURAL = regex(r"(?<=[^\W\d_])\(([^\W\d_]{1,3})(?:\)|\Z)")

#: Size of the cache of normalised texts: several stages look up the same short blocks.
_REMEMBERED = 1024


def case_folded(text: str) -> str:
    """``text`` case-folded as labels are: without the dot above the "i" that the Turkish "İ" becomes."""
    return text.casefold().replace("i\u0307", "i")


@memoized(_REMEMBERED)
def normal(text: str) -> str:
    """The form of ``text`` in which labels are looked up: case-folded, on one line, without counts and signs
    around it. "Comments (12)" becomes "comments"."""
    text = case_folded(text).replace("\u200b", "").strip(_AROUND)
    if "(" in text:  # "Comment(s)"
        text = _PLURAL.sub(r"\1", text)
    return " ".join(text.split()) if "\n" in text or "\t" in text or "  " in text else text


def meaning_of(text: str) -> str:
    """The meaning of ``text`` as a label, one of :func:`labels`; "" if it is none."""
    return labels().get(normal(text), "")


def says_powered(text: str) -> bool:
    """Whether the first two words of ``text`` mean "powered by": "Powered by Trac 1.6"."""
    return meaning_of(" ".join(text.split(None, 2)[:2])) == "powered"


@cache
def labels() -> dict[str, str]:
    """The meaning ("related", "comments", "share", "menu", ...) of each label in its normal form. Read
    only."""
    # Lines are read from last to first, so that of several meanings the first one stays.
    lines = map(str.split, reversed(read_data("labels.tsv").splitlines()), repeat("\t"))
    return {text: meaning for meaning, _, texts in lines for text in texts.split("|")}
