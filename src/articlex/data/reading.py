"""Labels before a link to another story, "Read also", from ``reading_words.tsv``; read on first use."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.data.labels import labels, normal
from articlex.language_tags import primary_subtag

#: Words of the longest label, and letters that an ending may add to the beginning of a word.
MAX_WORDS, MAX_ENDING = 5, 4

#: The words for Norwegian are those of Bokmål.
_SAME = {"no": "nb", "nn": "nb"}
#: From this character on, scripts have no spaces between words, or endings cannot be counted in letters.
_UNSPACED = "\u0e00"


class ReadingWords(NamedTuple):
    """The words of one language: beginnings of words for "read" and "related", words for "also", and
    labels."""

    beginnings: tuple[str, ...]
    words: frozenset[str]
    labels: frozenset[str]


def is_reading_label(text: str, language: str) -> bool:
    """Whether ``text`` invites to read another story, in ``language`` (a language tag) or in English.

    Such a text is a label of the list, or has few words with one for "read", "also" or "related" among them.
    """
    label = normal(text)
    if not label or len(label.split()) > MAX_WORDS:
        return False
    if labels().get(label) == "related":
        return True
    code = primary_subtag(language)
    return any(_is_of(label, _table().get(one)) for one in (_SAME.get(code, code), "en"))


def _is_of(label: str, known: ReadingWords | None) -> bool:
    """Whether a label is such an invitation by the words of one language."""
    if known is None:
        return False
    if label in known.labels:
        return True
    words = label.split()
    if not known.words.isdisjoint(words):
        return True
    return any(
        beginning in label
        if beginning >= _UNSPACED
        else any(word.startswith(beginning) and len(word) <= len(beginning) + MAX_ENDING for word in words)
        for beginning in known.beginnings
    )


@cache
def _table() -> dict[str, ReadingWords]:
    """The words by language."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in read_data("reading_words.tsv").splitlines():
        kind, language, words = line.split("\t")
        found.setdefault(language, {})[kind] = words.split("|")
    return {
        language: ReadingWords(
            tuple(kinds.get("read", []) + kinds.get("related", [])),
            frozenset(kinds.get("also", ())),
            frozenset(kinds.get("label", ())),
        )
        for language, kinds in found.items()
    }
