"""Who began a thread of raw page text that prints the age of each post: "ann_e 9 hours ago"."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.authors.gathering import Gathering
from articlex.authors.threads.opener_candidates import OPENER
from articlex.authors.threads.post_names import is_called
from articlex.bylines.lines import read_line
from articlex.bylines.names import read_names
from articlex.dates.relative import MAX_CHARS, relative_start
from articlex.page import Page
from articlex.signs import headline_block, signs_of
from articlex.signs.accounts import without_server

#: Feature of who began such a thread.
AGED = "opener:aged"

#: Posts of the shortest thread, and blocks between the headline and the age of the first post, at most.
_LEAST, _NEAR = 3, 4
#: Shapes of lines that may name who began it.
_NAMING = frozenset(("inside-word", "inside-by", "dated", "dated-word"))
#: What parts a name from the age.
_APART = " \u00a0·•|,–—-"


def add_aged_opener(found: Gathering) -> None:
    """Add whoever the line with an age near the headline names, if such lines below name several others."""
    page = found.page
    title = headline_block(page)
    if title < 0:
        return
    near = next(_ages(page, range(title - _NEAR, title + _NEAR + 1)), None)
    if near is None:
        return
    first, start = near
    below = _ages(page, range(max(first, title) + 1, len(page.blocks)))
    heads = [name for index, at in below if (name := _head(page, index, at))]
    if len(heads) < _LEAST or len(set(heads)) < _LEAST - 1:
        return
    if signs_of(page).has_text_between(first, title):
        return
    name = _head(page, first, start) or _named(page, first)
    if name:
        found.entry(read_names(name) or (name,), first).features.update((OPENER, AGED))


def _ages(page: Page, among: range) -> Iterator[tuple[int, int]]:
    """The blocks ``among`` some that are short and have an age, and where in its text that begins."""
    for index in signs_of(page).with_digits:
        text = page.blocks[index].text
        start = relative_start(text) if index in among and len(text) <= MAX_CHARS else -1
        if start >= 0:
            yield index, start


def _head(page: Page, index: int, start: int) -> str:
    """The name before the age, or in the block above if no letter is before it; "" if that is no name."""
    before = page.blocks[index].text[:start].strip(_APART)
    line = before if any(map(str.isalpha, before)) or not index else page.blocks[index - 1].text
    name = without_server(line)
    return name if is_called(name) else ""


def _named(page: Page, index: int) -> str:
    """The name behind a byline word or before a server in a line, or else below the line; "" for none."""
    text = page.blocks[index].text
    line = read_line(text, bare=False)
    if line and line.shape in _NAMING and len(line.names) == 1 and "/" not in text:
        return line.names[0]
    before, found, rest = text.partition("@")
    account = f"{before}@{rest.partition(' ')[0]}" if found else ""
    name = without_server(account)
    return name if name != account and is_called(name) else _below(page, index)


def _below(page: Page, index: int) -> str:
    """The text of the block below, if it is a name and not the headline; else ""."""
    text = page.blocks[index + 1].text if index + 1 < len(page.blocks) else ""
    return text if index + 1 != headline_block(page) and is_called(text) else ""
