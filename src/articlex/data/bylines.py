"""The words of bylines in many languages, from the ``.tsv`` files here; loaded on first use, read-only."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.regex import regex

#: Conjunctions of one language that are prepositions in one with more pages: "Ann Example in New York".
PREPOSITIONS = frozenset(("in", "at", "an", "so", "no", "ha", "un", "be", "k"))


class BylineWords(NamedTuple):
    """Case-folded words, by what they tell about a name next to them.

    ``before`` matches a byline word at the start of a text ("By", "Autor:", "文／"), ``after`` one at its
    end ("기자", "tarafından"). ``labels`` are the words of ``before`` alone; a line that is one of them
    names the author in the next line.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    #: The words that ``after`` matches.
    suffixes: frozenset[str]
    labels: frozenset[str]
    #: Those of ``labels`` that are no noun: they may stand before any name without a colon.
    prepositions: frozenset[str]
    #: Further ones that stand before a name at the start of a line alone: inside a sentence they are common.
    openers: frozenset[str]
    #: Matches what names somebody who is no author: "Edited by", "Photo:".
    other: re.Pattern[str]
    conjunctions: frozenset[str]
    #: Conjunctions that are written together with the next word ("و").
    prefixes: tuple[str, ...]
    jobs: frozenset[str]
    noise: frozenset[str]
    #: Jobs and noise together: words that are no part of a name.
    ordinary: frozenset[str]
    nobody: frozenset[str]
    agencies: frozenset[str]
    credentials: frozenset[str]
    #: Lower-case words inside names, in the languages that write them so.
    particles: frozenset[str]
    #: Given names that begin with a letter of ``prefixes``.
    given: frozenset[str]


@cache
def byline_words() -> BylineWords:
    """The lists of ``byline_words.tsv``, ``name_words.tsv`` and ``conjunctions.tsv``."""
    kinds: dict[str, set[str]] = {}
    for name in ("byline_words.tsv", "name_words.tsv"):
        for line in _lines(name):
            kind, word = line.split("\t")[:2]
            # Case-folded: the final sigma of Greek is a sigma.
            kinds.setdefault(kind, set()).add(word.casefold())
    conjunctions = {line.split("\t")[0] for line in _lines("conjunctions.tsv")}
    finals = {re.sub(r"σ(?!\w)", "ς", word) for word in kinds["of"] | kinds["label"]}
    labels = kinds["by"] | kinds["label"] | kinds["of"]
    return BylineWords(
        before=regex(rf"(?:{_alternatives(labels | finals)})", re.IGNORECASE),
        after=regex(rf"(?:{_alternatives(kinds['after'])})\Z", re.IGNORECASE),
        suffixes=frozenset(kinds["after"]),
        labels=frozenset(labels),
        other=regex(rf"(?:{_alternatives(kinds['other'])})(?!\w)", re.IGNORECASE),
        prepositions=frozenset(kinds["by"]),
        openers=frozenset(kinds["of"]),
        conjunctions=frozenset(word for word in conjunctions if not word.endswith("-")) - PREPOSITIONS,
        prefixes=tuple(word[:-1] for word in conjunctions if word.endswith("-") and len(word) == 2),
        jobs=frozenset(kinds["job"]),
        noise=frozenset(kinds["noise"]),
        ordinary=frozenset(kinds["job"] | kinds["noise"]),
        nobody=frozenset(kinds["nobody"]),
        agencies=frozenset(kinds["agency"]),
        credentials=frozenset(kinds["credential"]),
        particles=frozenset(kinds["particle"]),
        given=frozenset(kinds["given"]),
    )


def _lines(name: str) -> list[str]:
    return read_data(name).splitlines()


def _alternatives(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
