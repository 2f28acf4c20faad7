"""The words of bylines in many languages, from the ``.tsv`` files here; read on first use."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.data.label_words import Words, word_table

#: First and last letters of Thai with Lao, Burmese, Khmer and Chinese, which set no spaces between words.
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3400", "\u9fff"))

#: Conjunctions of one language that are prepositions or names in another one with more pages: "Ann Example in
#: New York", "Nguyễn Thị Lan".
_NO_CONJUNCTIONS = frozenset(("in", "at", "an", "so", "no", "ha", "un", "be", "k", "da", "lan"))


class BylineWords(NamedTuple):
    """Case-folded words, by what they say about a name beside them.

    ``before`` are those at the beginning of a byline ("By", "Autor:", "文／"), ``after`` those at its end
    ("기자", "tarafından"), longest first. ``labels`` are the words of ``before``: if a line is one of them,
    the next line names the author.
    """

    before: Words
    #: Those of ``before`` that are a preposition of several letters.
    inside: Words
    #: Words behind a name, longest first.
    after: tuple[str, ...]
    #: The words of ``after``.
    suffixes: frozenset[str]
    #: Those of ``after`` by which the name is the author's: neither forms of address nor photographers.
    credits: tuple[str, ...]
    labels: frozenset[str]
    #: Those of ``labels`` for who began a thread; they may stand before or behind the name.
    starters: Words
    #: Those of ``labels`` that are not nouns: they may stand before any name without a colon.
    prepositions: frozenset[str]
    #: Those of ``labels`` that count only at the beginning of a line: inside a sentence they are common
    #: words.
    openers: frozenset[str]
    #: Words before somebody who is not the author: "Edited by", "Photo:".
    other: Words
    #: Those of ``other`` before a photographer or illustrator.
    pictures: Words
    #: Words before somebody who counts as the author only if nobody else is one: "撮影", "责任编辑".
    spare: Words
    #: Those of ``labels`` before an editor of the text or of the paper.
    editors: frozenset[str]
    #: Those of ``openers`` that are part of a name if they are capitalised: "De Example".
    small: frozenset[str]
    #: "And", by CLDR and by hand: "ও" in Bengali.
    conjunctions: frozenset[str]
    #: Conjunctions that are joined to the next word ("و").
    prefixes: tuple[str, ...]
    jobs: frozenset[str]
    noise: frozenset[str]
    #: Jobs and noise together: words that are not part of a name.
    ordinary: frozenset[str]
    #: Names of sections of a paper; they are among ``nobody`` too.
    sections: frozenset[str]
    #: Words that make several words the name of a section: "Vie locale", "Lokales Leben".
    kickers: frozenset[str]
    nobody: frozenset[str]
    agencies: frozenset[str]
    credentials: frozenset[str]
    #: Lower-case words inside names, in the languages that write them so.
    particles: frozenset[str]
    #: Given names that begin with a letter of ``prefixes``.
    given: frozenset[str]
    #: Headings of the summary of a scholarly paper, which stands below its authors.
    abstracts: frozenset[str]
    #: Words for minutes, and those of them in scripts without spaces.
    minutes: frozenset[str]
    unspaced_minutes: tuple[str, ...]
    #: First words of letters and posts: "Dear Ann,", "السلام عليكم".
    greetings: frozenset[str]
    #: Prepositions that begin names in other languages ("Theo", "Le"), each with its language.
    local: frozenset[tuple[str, str]]
    #: Texts of the button beside a member's name.
    follow: frozenset[str]
    #: Parts of Chinese buttons and sentences that no name contains; endings of the names of papers and
    #: offices.
    furniture: tuple[str, ...]
    bodies: tuple[str, ...]


@cache
def byline_words() -> BylineWords:
    """The lists of ``byline_words.tsv``, ``name_words.tsv``, ``countries.tsv``, ``conjunctions.tsv`` and
    ``minutes.tsv``."""
    kinds: dict[str, set[str]] = {}
    for name in ("byline_words.tsv", "name_words.tsv"):
        for line in _lines(name):
            kind, word, *languages = line.split("\t")
            if kind == "local":
                word = f"{word}/{languages[0]}"
            # Case-folded: the final sigma of Greek is a sigma.
            kinds.setdefault(kind, set()).add(word.casefold())
    conjunctions = kinds["conjunction"] | {line.split("\t")[0] for line in _lines("conjunctions.tsv")}
    countries = {line.split("\t")[0] for line in _lines("countries.tsv")}
    minutes = frozenset(line.split("\t")[0] for line in _lines("minutes.tsv"))
    starters = kinds["starter"]
    labels = kinds["by"] | kinds["label"] | kinds["of"] | kinds["small"] | starters
    after = kinds["after"] | starters
    behind = after | kinds["behind"]
    return BylineWords(
        before=word_table(labels),
        inside=word_table(word for word in kinds["by"] if len(word) > 1),
        after=tuple(sorted(behind, key=lambda word: (-len(word), word))),
        suffixes=frozenset(behind),
        credits=tuple(sorted(after)),
        labels=frozenset(labels),
        starters=word_table(starters),
        other=word_table(kinds["other"] | kinds["picture"]),
        pictures=word_table(kinds["picture"]),
        spare=word_table(kinds["spare"]),
        editors=frozenset(kinds["editor"]),
        prepositions=frozenset(kinds["by"]),
        openers=frozenset(kinds["of"] | kinds["small"]),
        small=frozenset(kinds["small"]),
        conjunctions=frozenset(word for word in conjunctions if not word.endswith("-")) - _NO_CONJUNCTIONS,
        prefixes=tuple(word[:-1] for word in conjunctions if word.endswith("-") and len(word) == 2),
        jobs=frozenset(kinds["job"]),
        noise=frozenset(kinds["noise"]),
        ordinary=frozenset(kinds["job"] | kinds["noise"]),
        sections=frozenset(kinds["section"]),
        kickers=frozenset(kinds["kicker"]),
        nobody=frozenset(kinds["nobody"] | kinds["section"] | countries | starters),
        agencies=frozenset(kinds["agency"]),
        credentials=frozenset(kinds["credential"]),
        particles=frozenset(kinds["particle"]),
        given=frozenset(kinds["given"]),
        abstracts=frozenset(kinds["abstract"]),
        minutes=minutes,
        unspaced_minutes=tuple(sorted(word for word in minutes if _is_unspaced(word[0]))),
        greetings=frozenset(kinds["greeting"]),
        local=frozenset((word, language) for word, language in (each.split("/") for each in kinds["local"])),
        follow=frozenset(kinds["follow"]),
        furniture=tuple(sorted(kinds["furniture"])),
        bodies=tuple(sorted(kinds["body"])),
    )


def _is_unspaced(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _UNSPACED)


def _lines(name: str) -> list[str]:
    return read_data(name).splitlines()
