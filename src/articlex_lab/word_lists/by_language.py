"""Tables of words with the languages that use them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def table(words: Mapping[str, Collection[str]]) -> Iterator[str]:
    """One line for each word: the word, and its languages in order of their codes."""
    for word, languages in sorted(words.items()):
        yield f"{word}\t{' '.join(sorted(languages))}\n"
