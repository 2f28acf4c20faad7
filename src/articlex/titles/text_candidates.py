"""The candidates for the headline of raw page text: short lines, weighed by their place and their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from articlex.page import Block, Page
from articlex.regex import regex
from articlex.signs import Signs, signs_of
from articlex.titles.candidate import Candidate, binned, role_feature
from articlex.titles.fold import fold
from articlex.titles.trim import clean_title, is_site, site_names, split_title

#: Lines that are looked at: the first ones, and those around the places where the body may begin.
HEAD_LINES, LINES_ABOVE, LINES_BELOW = 60, 60, 12
MIN_CHARS, MAX_CHARS = 2, 300
#: What a paragraph counts for at most and what a line that is none costs, in bytes, when the body is sought.
MAX_PARAGRAPH, SHORT_LINE = 800, 60
_DISTANCES = (-20, -5, -1, 0, 1, 2, 3, 5, 8, 13, 20, 40)
#: Characters of running text whose words are compared with the candidates'.
MAX_PROSE = 12_000

#: The features of the choice that no line is the headline.
NO_HEADLINE = frozenset(("none",))

_TOKEN = regex(r"[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef]|[^\W\d_]{2,}")
_YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)|\d{1,2}[./]\d{1,2}[./]\d{2,4}|年|\d{1,2}:\d\d")
_BULLET = regex(r"(?:[*•·+▪●○◦–-]|\(?\d{1,2}[.)]|\[\d+\])\s")
_MARKS = regex(r"^(?:\[\d+\]|[*•#+]+\s|={2,}\s?)|\s*(?:\[(?:edit|\d+)\]|={2,})$")


def text_candidates(page: Page) -> list[Candidate]:
    """The candidates of a flattened page in their order."""
    blocks = page.blocks
    signs = signs_of(page)
    body = _body_start(blocks, signs)
    words = _prose_words(blocks[body:], signs)
    counts = Counter(block.text for block in blocks if len(block.text) <= MAX_CHARS)
    first = next((block for block in blocks if block.text), None)
    head = fold(first.text) if first else ""
    found: dict[str, Candidate] = {}
    for block in _lines(blocks, body, signs.first):
        text = clean_title(_MARKS.sub("", block.text))
        key = fold(text)
        if not key:
            continue
        candidate = found.setdefault(key, Candidate(text))
        candidate.blocks.append(block.index)
        if len(candidate.blocks) == 1:
            candidate.features.update(_line_features(block, blocks, signs, body))
            candidate.features.update(_word_features(key, words))
            candidate.features.add(role_feature(page, block.index))
            candidate.features.add(f"printed:{min(counts[block.text], 4)}")
            candidate.features.update(_head_features(key, head))
        else:
            candidate.features.update(f"again-{name}" for name in _line_features(block, blocks, signs, body))
    _add_head_parts(first, found, words)
    return list(found.values())


def _lines(blocks: Sequence[Block], *starts: int) -> Iterator[Block]:
    """The lines that can be the headline: the first ones, and those around ``starts``."""
    wanted = set(range(min(HEAD_LINES, len(blocks))))
    for start in starts:
        if start < len(blocks):
            wanted.update(range(max(0, start - LINES_ABOVE), min(start + LINES_BELOW, len(blocks))))
    for index in sorted(wanted):
        if MIN_CHARS <= len(blocks[index].text) <= MAX_CHARS:
            yield blocks[index]


def _line_features(block: Block, blocks: Sequence[Block], signs: Signs, body: int) -> Iterator[str]:
    index = block.index
    yield f"line:{binned(index, (0, 1, 4, 12, 40, 120))}"
    yield f"to-prose:{binned(signs.first - index, _DISTANCES)}"
    after = blocks[index + 1 : index + 4]
    near = binned(body - index, _DISTANCES)
    size = binned(len(block.text.encode()), (12, 25, 45, 90, 150))
    yield f"to-body:{near}"
    yield f"to-body:{near}:{size}"
    yield f"gap:{min(block.gap, 3)}:{min(after[0].gap, 3) if after else 'end'}"
    if signs.prose[index]:
        yield "prose"
    if after and signs.prose[after[0].index]:
        yield "prose-after"
    if signs.labels[index]:
        yield "label"
    yield from _shape(block.text)
    yield from _neighbours(block, blocks)


def _shape(text: str) -> Iterator[str]:
    if _YEAR.search(text) and len(text) < 40:
        yield "date"
    if _BULLET.match(text):
        yield "bullet"
    if text[-1] in ".。":
        yield "ends:stop"
    elif text[-1] in "?!？！":
        yield "ends:question"
    elif text[-1] in ":：,，;":
        yield "ends:colon"
    if text[:1].islower():
        yield "lower"
    elif len(text) > 8 and text.isupper():
        yield "upper"


def _neighbours(block: Block, blocks: Sequence[Block]) -> Iterator[str]:
    index = block.index
    after = blocks[index + 1 : index + 4]
    before = blocks[max(0, index - 3) : index]
    if any(_YEAR.search(other.text) for other in after if len(other.text) < 80):
        yield "date-after"
    if before and len(before[-1].text) < 60 and _YEAR.search(before[-1].text):
        yield "date-before"
    longest = max((len(other.text) for other in before), default=0)
    yield f"before:{binned(longest, (0, 15, 30, 60, 120))}"
    if after:
        yield f"next:{binned(len(after[0].text), (15, 30, 60, 120, 300))}"
    longest = max((len(other.text) for other in after), default=0)
    yield f"after:{binned(longest, (0, 15, 30, 60, 120, 300))}"
    if before and after and before[-1].indent == block.indent == after[0].indent:
        yield "same-indent"


def _body_start(blocks: Sequence[Block], signs: Signs) -> int:
    """Where the stretch begins that has the most running text for its other lines (Kadane's algorithm)."""
    best = total = 0
    start = best_start = 0
    for block in blocks:
        prose = signs.prose[block.index]
        total += min(len(block.text.encode()), MAX_PARAGRAPH) if prose else -SHORT_LINE
        if total <= 0:
            total, start = 0, block.index + 1
        elif total > best:
            best, best_start = total, start
    return best_start if best else len(blocks)


def _prose_words(blocks: Sequence[Block], signs: Signs) -> frozenset[str]:
    """The words of the running text, from where it begins."""
    words: set[str] = set()
    size = 0
    for block in blocks:
        if signs.prose[block.index]:
            words.update(_TOKEN.findall(block.text[:MAX_PROSE].casefold()))
            size += len(block.text)
            if size > MAX_PROSE:
                break
    return frozenset(words)


def _word_features(key: str, words: frozenset[str]) -> Iterator[str]:
    tokens = _TOKEN.findall(key)
    wide = sum(token >= "\u0e00" for token in tokens)
    count = len(tokens) - wide + wide // 3
    yield f"words:{binned(count, (0, 1, 2, 3, 5, 8, 13, 20, 30))}"
    shared = len(words.intersection(tokens))
    distinct = len(set(tokens)) or 1
    yield f"in-prose:{binned(10 * shared // distinct, (0, 2, 4, 6, 8, 9))}"
    yield f"shared:{binned(shared, (0, 1, 2, 4, 7))}"


def _head_features(key: str, head: str) -> Iterator[str]:
    """How the line relates to the first one, which is the <title> in the output of several programs."""
    if key == head:
        yield "is-head"
    elif head.startswith(key):
        yield "starts-head"
    elif f" {key} " in f" {head} " and len(key) > 8:
        yield "inside-head"
    elif key.startswith(head) and len(head) > 8:
        yield "holds-head"


def _add_head_parts(first: Block | None, found: dict[str, Candidate], words: frozenset[str]) -> None:
    """Parts of the first line, if it is a <title> with a site name."""
    if first is None or len(first.text) > MAX_CHARS:
        return
    split = split_title(clean_title(first.text))
    count = len(split.parts)
    if not 1 < count <= 6:
        return
    site = site_names([split.parts[-1]], "")
    for last in range(1, count):
        text = clean_title(split.joined(0, last))
        key = fold(text)
        if not key:
            continue
        candidate = found.get(key)
        if candidate is None:
            candidate = found[key] = Candidate(text, [first.index])
            candidate.features.update(_word_features(key, words))
            candidate.features.add("only-in-head")
        candidate.features.add("head-first" if last == 1 else "head-prefix")
        if last == count - 1:
            candidate.features.add("head-but-last")
        if is_site(text, site):
            candidate.features.add("head-site")
