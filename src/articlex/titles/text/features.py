"""The features of the candidates for the headline of raw page text, above all of their words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, compress

from articlex.character_classes import alphanumerics_in, capitals_in, digits_in
from articlex.page import Block, Page
from articlex.signs import Signs
from articlex.titles.candidate import Candidate
from articlex.titles.text.echoes import NAMES, STEM, Echoes, add_repeats
from articlex.titles.text.lines import MAX_CHARS, Lines
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, tokens, width, word_count, words_of

#: Characters of running text in which the candidates' words are sought, and of each paragraph.
MAX_PROSE, MAX_PARAGRAPH = 4_000, 1_000
#: Lines below a candidate in which the next paragraph is sought, and the distance to it if there is none.
_MAX_AHEAD = 25
_NO_NEXT = 99.0
#: Lines from the top in which the words of candidates are counted.
_MAX_COUNTED = 300
#: Times that a word counts, at most: in running text, in lines above a candidate, in lines below it; and the
#: lines that have a rare word, at most.
_MAX_OFTEN, _MAX_ABOVE, MAX_BELOW, _MAX_RARE = 5, 10, 20, 3
#: Lines above a candidate in which a breadcrumb that ends with it is sought.
_CRUMBS = 6


def describe(page: Page, signs: Signs, lines: Lines, candidates: Sequence[Candidate]) -> None:
    """Add features of each candidate's words in the text and in other lines, and of the other candidates."""
    read = lines.echoes.words
    by_paragraph = _prose_words(page, signs, read)
    prose = Counter(chain.from_iterable(by_paragraph.values()))
    places = _word_places(page, candidates, lines.echoes)
    paragraphs = list(compress(range(len(page.blocks)), signs.prose))
    for candidate in candidates:
        features, words = candidate.features, candidate.words
        count = len(words) or 1
        index = candidate.blocks[0]
        _shape(candidate)
        often = [min(prose[word], _MAX_OFTEN) for word in words if word in prose]
        features["in-prose"] = len(often) / count
        features["shared"] = len(often)
        features["often-in-prose"] = sum(often) / count
        after = bisect_right(paragraphs, index)
        if after < len(paragraphs) and paragraphs[after] < index + _MAX_AHEAD:
            paragraph = paragraphs[after]
            if paragraph not in by_paragraph:
                by_paragraph[paragraph] = _paragraph_words(page.blocks[paragraph], read)
            following = by_paragraph[paragraph]
            features["to-next"] = paragraph - index
            features["in-next"] = len(words & following) / count if following else -1.0
        else:
            features["to-next"], features["in-next"] = _NO_NEXT, -1.0
        features.update(_elsewhere(words, index, places))
        features["crumb"] = float(_ends_crumb(page, index, candidate.text))
    _add_echoes(lines, candidates)
    _add_head(lines.head, candidates)
    add_repeats(page, signs, candidates)
    _rivalry(candidates)


def _add_echoes(lines: Lines, candidates: Sequence[Candidate]) -> None:
    """Add what the text says of each candidate's words; for a whole line that is known already."""
    places = {index: place for place, index in enumerate(lines.indices)}
    others: list[Candidate] = []
    terms: list[frozenset[str]] = []
    for candidate in candidates:
        own = frozenset([word[:STEM] for word in candidate.words])
        place = places[candidate.blocks[0]]
        if own == lines.terms[place]:
            candidate.features.update(zip(NAMES, lines.said[place].tolist(), strict=True))
        else:
            others.append(candidate)
            terms.append(own)
    if others:
        said = lines.echoes.describe(terms, [each.blocks[0] for each in others]).tolist()
        for candidate, row in zip(others, said, strict=True):
            candidate.features.update(zip(NAMES, row, strict=True))


def _add_head(head: Block | None, candidates: Sequence[Candidate]) -> None:
    """Add how each candidate compares with the first line, which may be the <title>."""
    head_key = fold(head.text[:MAX_CHARS]) if head else ""
    parts = split_title(clean_title(head.text)).parts if head and len(head.text) <= MAX_CHARS else ()
    head_words, head_first = frozenset(tokens(head_key)), fold(parts[0]) if parts else ""
    for candidate in candidates:
        features, words = candidate.features, candidate.words
        features["head-parts"] = len(parts)
        features["is-head"] = float(candidate.key == head_key)
        common = len(words & head_words)
        features["like-head"] = common / (len(words | head_words) or 1)
        features["words-in-head"] = common / (len(words) or 1)
        features["inside-head"] = float(len(candidate.key) > 3 and candidate.key in head_key)
        features["starts-head"] = float(head_key.startswith(candidate.key))
        features["first-of-head"] = float(candidate.key == head_first)


def _shape(candidate: Candidate) -> None:
    """Add how the text is written."""
    features, text = candidate.features, candidate.text
    features["words"], features["length"] = word_count(candidate.key), width(text)
    features["upper-share"] = capitals_in(text) / len(text)
    features["digit-share"] = digits_in(text) / len(text)
    features["signs"] = 1.0 - (alphanumerics_in(text) + text.count(" ")) / len(text)
    parts = text.split()
    features["capitals"] = sum(part[0].isupper() for part in parts) / (len(parts) or 1)


def _paragraph_words(block: Block, read: Mapping[int, list[str]]) -> frozenset[str]:
    """The words of a paragraph; ``read`` are those of blocks that have been read already."""
    words = read.get(block.index)
    return frozenset(words_of(block.text[:MAX_PARAGRAPH]) if words is None else words)


def _prose_words(page: Page, signs: Signs, read: Mapping[int, list[str]]) -> dict[int, frozenset[str]]:
    """The words of the paragraphs of running text, from its densest part on, by block."""
    words: dict[int, frozenset[str]] = {}
    size = 0
    for block in page.blocks[signs.core.first :]:
        if signs.prose[block.index]:
            words[block.index] = _paragraph_words(block, read)
            size += min(len(block.text), MAX_PARAGRAPH)
            if size > MAX_PROSE:
                break
    return words


def _word_places(page: Page, candidates: Sequence[Candidate], echoes: Echoes) -> dict[str, list[int]]:
    """For each word of a candidate, the lines that have it, in order; long blocks are left out."""
    sought = frozenset[str]().union(*(each.words for each in candidates))
    places: dict[str, list[int]] = {word: [] for word in sought}
    terms, read = echoes.terms, echoes.words
    beginnings = frozenset([word[:STEM] for word in sought])
    for block in page.blocks[:_MAX_COUNTED]:
        text = block.text
        # A line without their terms has none of the words.
        if len(text) <= MAX_CHARS and not beginnings.isdisjoint(terms.get(block.index, beginnings)):
            words = text.lower().split() if text.isascii() else read.get(block.index) or words_of(text)
            for word in sought.intersection(words):
                places[word].append(block.index)
    return places


def _elsewhere(words: frozenset[str], index: int, places: dict[str, list[int]]) -> dict[str, float]:
    """How often the words of a line stand above and below it, and how many are rare, each per word."""
    above = below = rare = 0
    for word in words:
        lines = places[word]
        above += min(bisect_left(lines, index), _MAX_ABOVE)
        below += min(len(lines) - bisect_right(lines, index), MAX_BELOW)
        rare += len(lines) <= _MAX_RARE
    count = len(words) or 1
    return {"words-above": above / count, "words-below": below / count, "rare": rare / count}


def _ends_crumb(page: Page, index: int, text: str) -> bool:
    """Whether a longer line just above ends with the candidate, as a breadcrumb does."""
    size = len(text)
    return any(
        len(block.text) > size and block.text.endswith(text)
        for block in page.blocks[max(0, index - _CRUMBS) : index]
    )


def _rivalry(candidates: Sequence[Candidate]) -> None:
    """Add how each candidate compares with the best of all, and contains or is contained in others."""
    if not candidates:
        return
    likeness = max(each.features["like-head"] for each in candidates)
    inside = max(len(each.key) * each.features["inside-head"] for each in candidates)
    told = sorted(each.features["told"] for each in candidates)
    weights = [each.features["in-prose"] * min(1.0, each.features["words"] / 4) for each in candidates]
    best = max(weights)
    ordered = sorted(weights)
    keys = [each.key for each in candidates]
    holds = [[key in other for key in keys] for other in keys]
    held_by = map(sum, zip(*holds, strict=True))
    for candidate, weight, held, holding in zip(candidates, weights, held_by, holds, strict=True):
        features = candidate.features
        features["page:candidates"] = len(candidates)
        features["page:like-head"], features["page:inside-head"] = likeness, inside
        features["less-like-head"] = likeness - features["like-head"]
        features["less-told"] = told[-1] - features["told"]
        features["told-rank"] = len(told) - bisect_right(told, features["told"])
        features["less-in-prose"] = best - weight
        features["prose-rank"] = len(ordered) - bisect_right(ordered, weight)
        features["held-by"] = held - 1
        features["holds"] = sum(holding) - 1
