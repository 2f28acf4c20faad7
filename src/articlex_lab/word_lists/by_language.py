"""Tables of words with the languages that use them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping


def table(words: Mapping[str, Collection[str]]) -> Iterator[str]:
    """A line for each word, sorted: the word, a tab, and the codes of its languages."""
    for word, languages in sorted(words.items()):
        yield f"{word}\t{' '.join(sorted(languages))}\n"
