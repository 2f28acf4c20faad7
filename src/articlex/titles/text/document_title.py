"""The <title> of raw page text: as a crawler has written it above the page, or as its first line: "Old ropes
: Harbour Days".

Above a short article there may be dozens of teasers, one of which is taken for the headline. A part of the
first line that is a line of its own below, however far, is the headline all the same.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from articlex.addresses import host_of
from articlex.page import Fact, Field, Page
from articlex.ranking import Weighed
from articlex.titles.candidate import Candidate, Ranked
from articlex.titles.site_names import site_names
from articlex.titles.trim import clean_title, split_by_site, split_title, trim_title
from articlex.tokens import fold, overlap, width

#: Columns of the shortest headline; a section is shorter: "Climate Change | Research Service".
_LEAST = 20
#: Parts of the first line, at most; a row of links has more.
_MOST_PARTS = 20
#: The share of the first line that the headline is, at least, and characters of the longest such line: none
#: of 2,000 headlines is half as long.
_MOST_OF, _LONGEST = 0.5, 600
#: Characters of the longest label that is stuck to a headline.
_LONGEST_LABEL = 40
#: The share of words in common from which on the likeliest line is another form of the headline.
_ALIKE = 0.34
#: The chance of the stated title if a line prints it, and if none does, so that nothing tells where it ends
#: and the site's name begins.
_PRINTED, _UNPRINTED = 0.95, 0.9


def headline_in_first_line(page: Page, ranked: Ranked) -> Candidate | None:
    """The headline in the first line, if the likeliest line is of another story."""
    best, head = ranked[0].candidate, next((block for block in page.blocks if block.text), None)
    if head is None or best.blocks[:1] == [head.index] or best.key in fold(head.text):
        return None
    for text in stated_titles(head.text):
        key = fold(text)
        below = [block.index for block in page.blocks[head.index + 1 :] if says(block.text, text, key)]
        if below:
            candidate = Candidate(text, key, below)
            return candidate if overlap(candidate.words, best.words) < _ALIKE else None
    return None


def headline_before_section(page: Page, ranked: Ranked) -> Candidate | None:
    """The first parts of the first line, if a line below ends with them, and the likeliest line is its last
    part: "Old ropes wear out > Questions" where "MooringOld ropes wear out" follows."""
    best, head = ranked[0].candidate, next((block for block in page.blocks if block.text), None)
    if head is None or best.blocks[:1] == [head.index] or not fold(head.text).endswith(best.key):
        return None
    for text in stated_titles(head.text):
        if not head.text.startswith(text) or width(best.text) >= width(text):
            continue
        below = [block.index for block in page.blocks[head.index + 1 :] if _ends_with(block.text, text)]
        if below:
            return Candidate(text, fold(text), below)
    return None


def past_kicker(page: Page, ranked: Ranked) -> Candidate | None:
    """The end of the likeliest line, if the first line of the page begins with it, and what stands before it
    does not lead to it by a sign: "Mooring Old ropes wear out in the rain"."""
    best, head = ranked[0].candidate, next((block for block in page.blocks if block.text), None)
    if head is None or best.blocks[:1] == [head.index]:
        return None
    for text in stated_titles(head.text):
        if head.text.startswith(text) and best.text.endswith(text) and len(text) < len(best.text):
            before = best.text[: -len(text)].rstrip()
            return replace(best, text=text, key=fold(text)) if before[-1:].isalnum() else None
    return None


def _ends_with(line: str, text: str) -> bool:
    """Whether a line is ``text``, perhaps behind a short label."""
    return len(line) - len(text) <= _LONGEST_LABEL and line.endswith(text)


def stated_titles(first: str) -> list[str]:
    """The first line without its first or last parts, or both, the longest first."""
    if len(first) > _LONGEST:
        return []
    parts = split_title(first)
    count = len(parts.parts)
    if count > _MOST_PARTS:
        return []
    spans = [span for span in combinations(range(count + 1), 2) if span != (0, count)]
    texts = {clean_title(parts.joined(*span)) for span in spans}
    least = max(_LEAST, _MOST_OF * width(first))
    return sorted((text for text in texts if width(text) >= least), key=lambda text: (-len(text), text))


def says(line: str, text: str, key: str) -> bool:
    """Whether ``line`` says ``text``, folded ``key``, and nothing else; only lines as long are folded."""
    return abs(len(line) - len(text)) <= 4 and fold(line) == key


def stated_first(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the stated title first; as it is if there is none."""
    if not page.markup.title:
        return ranked
    variants = _variants(page)
    keys = [fold(text) for text in variants]
    for text, key in zip(variants, keys, strict=True):
        printed = next((each for _, each in ranked if each.key == key or _goes_on(text, each.text)), None)
        if printed:
            return [Weighed(_PRINTED, printed), *(one for one in ranked if one.candidate is not printed)]
    best, best_key = variants[-1], keys[-1]
    if not best_key:
        return ranked
    chance = max([_UNPRINTED, *(chance for chance, _ in ranked[:1])])
    fact = Fact(Field.TITLE, best, "title", page.markup.title, "stated", 0.4)
    return [Weighed(chance, Candidate(best, best_key, facts=[fact])), *ranked]


def _goes_on(cut: str, whole: str) -> bool:
    """Whether ``whole`` begins with ``cut``, which ends inside a word, as in the head of a printed page."""
    size = len(cut)
    return (
        size >= _LEAST
        and whole.startswith(cut)
        and whole[size - 1 : size + 1].isalpha()
        and size < len(whole)
    )


def _variants(page: Page) -> list[str]:
    """The title, then without one, two and more parts at its end, and last as it is taken if no line prints
    any of these: without the site's name, or without the last part if that is shorter than the rest."""
    names = site_names((), host_of(page.url))
    title = clean_title(page.markup.title)
    split = split_by_site(title, names)
    count = len(split.parts)
    shorter = [clean_title(split.joined(0, last)) for last in range(count - 1, 0, -1)]
    trimmed = trim_title(title, names)
    if trimmed == title and count > 1 and 2 * len(split.parts[-1]) < len(title):
        trimmed = shorter[0]
    return [title, *shorter, trimmed]
