"""Who began a thread and who only answers: by markup, numbers, mail headers or the heads of posts."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.bylines.lines import LABELLED_SHAPES, MAX_CHARS, read_line
from articlex.bylines.names import read_names
from articlex.dates import find_dates
from articlex.facts import day_of
from articlex.page import Field, Page
from articlex.read.html.embedded.item_types import is_post
from articlex.regex import NUMBER, regex
from articlex.signs import headline_block, signs_of
from articlex.signs.letters import SENDER, letters

#: The number at the start of the head of a post, and signs that may stand before it.
_NUMBER = regex(r"[(\[#]{1,2}(\d{1,3})[)\].:]?\s+(?=\D)")
_BEFORE_NUMBER = ("(", "[", "#")
#: Blocks from the headline to the head of the first post, and characters of a post, at least.
_NEAR, _POST = 8, 20
#: Shapes of what stands behind the number and names the author.
_HEADS = frozenset((*LABELLED_SHAPES, "by-other", "inside-by", "inside-word"))


def first_post_over_later(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those who wrote the first post outrank those who name the author of a later one and not of the first,
    where the posts can be told apart."""
    read = (posts for reader in (_marked, _numbered, _sent) if len(posts := reader(page)) > 1)
    posts = next(read, {}) or _dated(page, candidates)
    if len(posts) < 2:
        return NO_OUTRANKING
    first = posts[min(posts)]
    others = set().union(*posts.values()) - first
    keys = [set(map(name_key, candidate.names)) for candidate in candidates]
    began = {place for place, names in enumerate(keys) if names <= first}
    return outranking(began, {place for place, names in enumerate(keys) if names & others})


def _marked(page: Page) -> dict[int, set[str]]:
    """The folded names of the authors of each post by microdata; keys are in the order of the page."""
    posts: dict[int, set[str]] = {}
    for note in page.markup.annotations:
        if note.name == "itemprop" and note.value.lower() == "author" and is_post(note.scope):
            names = map(name_key, read_names(note.text or note.content))
            posts.setdefault(note.article, set()).update(names)
    return posts


def _numbered(page: Page) -> dict[int, set[str]]:
    """The authors of each post by heads that count from one: "(1) By Ann Example on 6 May 2024"."""
    posts: dict[int, set[str]] = {}
    texts = (page.blocks[index].text for index in signs_of(page).with_digits)
    for text in texts:
        found = _NUMBER.match(text) if len(text) <= MAX_CHARS and text.startswith(_BEFORE_NUMBER) else None
        if not found or int(found[1]) != len(posts) + 1:
            continue
        line = read_line(text[found.end() :], bare=False)
        if line and line.shape in _HEADS:
            posts[len(posts) + 1] = set(map(name_key, line.names))
    return posts


def _sent(page: Page) -> dict[int, set[str]]:
    """The authors of each post where a page shows mails one below the other: their senders."""
    posts: dict[int, set[str]] = {}
    for index in letters(page.blocks):
        names = read_names(page.blocks[index].text.removeprefix(SENDER))
        posts[index] = set(map(name_key, names))
    return posts


def _dated(page: Page, candidates: Sequence[Authors]) -> dict[int, set[str]]:
    """The authors of each post by lines that differ only in name, day and number: "ann_e wrote on 6 May 2024
    #1". The first has to be right below the headline and to have the day of the page."""
    title = headline_block(page)
    days = {day_of(fact) for fact in page.facts if fact.field is Field.DATE_PUBLISHED and fact.value}
    if title < 0 or not days:
        return {}
    names = {(index, each.names[0]) for each in candidates if len(each.names) == 1 for index in each.blocks}
    posts: dict[int, set[str]] = {}
    head, last = "", title
    for index, name in sorted(names):
        text = page.blocks[index].text
        dates = find_dates(text) if text.startswith(name) and len(text) <= MAX_CHARS else []
        if not dates or index <= last:
            continue
        words = NUMBER.sub("", text[len(name) : dates[0].start] + text[dates[0].end :]).strip()
        if not posts:
            is_day = dates[0].value.day_iso() in days
            is_near = index - title <= _NEAR and not signs_of(page).has_text_between(title, index)
            if not (is_day and is_near and words):
                return {}
            head = words
        elif words != head or not _has_text(page, last, index):
            continue
        posts[index], last = {name_key(name)}, index
    return posts


def _has_text(page: Page, start: int, end: int) -> bool:
    """Whether a text stands between the heads of two posts."""
    return any(len(block.text) >= _POST for block in page.blocks[start + 1 : end])
