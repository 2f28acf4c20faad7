"""The labels of what stands around an article, from ``labels.tsv``; loaded on first use, read-only."""

from __future__ import annotations

from functools import cache
from itertools import repeat

from articlex.data import read_data
from articlex.memoize import memoized
from articlex.regex import regex

#: What may stand around a label on a page: counts, brackets, arrows, colons, bullets, icons.
_AROUND = (
    " \t\n\u00a0\u200b0123456789.,:;!?…·•*|/\\()[]{}<>+-–—=_~#@&\"'“”‘’«»‹›"
    "→←↑↓▸▶►▼▲△▽◀◄×✕✖✓✔★☆：；。、，・｜،؛؟！？「」【】（）"
)


#: The end of a plural in brackets, of which the second may be off: "comment(s".
_PLURAL = regex(r"(?<=[^\W\d_])\(([^\W\d_]{1,3})(?:\)|\Z)")

#: Texts that are remembered: several stages look up the same short blocks.
_REMEMBERED = 1024


@memoized(_REMEMBERED)
def normal(text: str) -> str:
    """``text`` as a label is looked up: case-folded, on one line, without the counts and signs around it."""
    text = text.casefold().strip(_AROUND)
    if "(" in text:  # "Comment(s)"
        text = _PLURAL.sub(r"\1", text)
    return " ".join(text.split()) if "\n" in text or "\t" in text or "  " in text else text


def meaning_of(text: str) -> str:
    """What ``text`` means as a label, "" if it is none."""
    return labels().get(normal(text), "")


def says_powered(text: str) -> bool:
    """Whether ``text`` begins with two words that say what the site is made with: "Powered by Trac 1.6"."""
    return meaning_of(" ".join(text.split(None, 2)[:2])) == "powered"


@cache
def labels() -> dict[str, str]:
    """Label, normalised, to its meaning: "related", "comments", "share", "menu", ... Do not write to it."""
    # From the last line to the first: of several meanings the first one stays.
    lines = map(str.split, reversed(read_data("labels.tsv").splitlines()), repeat("\t"))
    return {text: meaning for meaning, _, texts in lines for text in texts.split("|")}
