"""Authors of a paper whose page sets no sign between a name and what follows it: "Anna Example Department of
Ice, University of Holm Peter Sample Institute of Snow", "Anna Example Peter Sample"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import Authors, Gathering
from articlex.authors.outranking import Outranking, by_feature
from articlex.authors.papers import above_abstract
from articlex.bylines.given import begins_as_name
from articlex.bylines.persons import is_caseless, is_person
from articlex.data.bylines import byline_words
from articlex.page import Page

_FEATURE = "paper-head"
#: Characters of the head of a paper, spaces left out, and authors in it, at most.
_MAX_CHARS, _MOST = 1500, 20
#: Where East Asian scripts begin, and characters of a name in them, at most.
_WIDE, _LONGEST_HAN = "\u3000", 4


def add_paper_head(found: Gathering) -> None:
    """Add the persons between title and abstract, where there are no other blocks but their affiliations."""
    blocks = above_abstract(found.page)
    tokens = " ".join([block.text for block in blocks]).split()
    if not tokens or sum(map(len, tokens)) > _MAX_CHARS:
        return
    names = _names(tokens)
    if 1 < len(names) <= _MOST:
        found.entry(names, *(block.index for block in blocks)).features.add(_FEATURE)


def paper_head_over_all(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """The candidate in the head of a paper outranks all others."""
    return by_feature(candidates, _FEATURE)


def _names(tokens: Sequence[str]) -> tuple[str, ...]:
    """The names, in order; () if other words come first, or stand behind some names and not behind others."""
    starts: list[tuple[int, int]] = []
    for start in range(len(tokens)):
        end = starts[-1][1] if starts else 0
        if size := _size(tokens, start) if start >= end else 0:
            starts.append((start, start + size))
        elif not start:
            return ()
    following = [start for start, _ in starts[1:]] + [len(tokens)]
    gaps = {end < after for (_, end), after in zip(starts, following, strict=True)}
    return tuple(" ".join(tokens[start:end]) for start, end in starts) if len(gaps) == 1 else ()


def _size(tokens: Sequence[str], start: int) -> int:
    """How many words the name has that begins at ``start``: a known given name, initials and particles, one
    word more; 0 without one. Behind a lower-case word stands a place: "University of Florence"."""
    first = tokens[start]
    if not begins_as_name(first) or (start and tokens[start - 1].islower()):
        return 0
    if first >= _WIDE:
        return 1 if len(first) <= _LONGEST_HAN and is_person(first) else 0
    size = 1 + sum(1 for _ in _inner(tokens[start + 1 :])) + 1
    name = " ".join(tokens[start : start + size])
    return size if is_person(name) and (first[0].isupper() or is_caseless(first)) else 0


def _inner(tokens: Sequence[str]) -> Iterator[str]:
    """The initials and particles at the start of ``tokens``."""
    for token in tokens:
        is_initial = len(token) == len("A.") and token[0].isupper() and token[1] == "."
        if not is_initial and token not in byline_words().particles:
            return
        yield token
