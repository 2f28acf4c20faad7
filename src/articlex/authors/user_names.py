"""Candidates that may be user names: short lines beside a dateline, and single words of raw page text. In a
thread these are the posters."""

from __future__ import annotations

from collections import Counter

from articlex.authors.fields import is_field
from articlex.authors.gathering import Gathering, dated_lines, signs_beside
from articlex.bylines.given import has_given_name
from articlex.bylines.leads import strip_local
from articlex.bylines.lines import greets, read_line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_handle
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.page import Page, Role
from articlex.page_kinds import page_kind
from articlex.punctuation import COLONS, COMMAS, OTHER_ENDS, has_colon
from articlex.ranking import binned
from articlex.signs import once_a_page

#: Datelines beside which a name is looked for; characters and words of the longest name.
_MOST_DATES, _MAX_BESIDE, _MAX_WORDS = 4, 40, 3
#: Single words of raw page text that are read as user names, at most, and characters of each, at least.
_MOST_HANDLES, _LEAST_HANDLE = 12, 3
#: Rows that begin with the same button, at least.
_LEAST_ROWS = 2
#: What a sentence ends with in a script that sets no spaces, and what closes a quotation behind that.
_SENTENCE_ENDS = OTHER_ENDS.union("…」』”")
#: Blocks above the first and below the last of headline and text in which single words are looked for.
_ABOVE, _REACH = 8, 60
_NEVER = frozenset((
    Role.LANGUAGE_MENU, Role.BREADCRUMB, Role.PAGINATION, Role.CONSENT, Role.TAGS, Role.SHARE, Role.DATE
))  # fmt: skip


def add_beside_dates(found: Gathering) -> None:
    """Add short lines next to a dateline: in a thread, the user name of who wrote the post."""
    page = found.page
    dates = dated_lines(page)[:_MOST_DATES]
    for number, date in enumerate(dates):
        for away in (-2, -1, 1, 2):
            index = date + away
            if not 0 <= index < len(page.blocks) or index == found.zones.title or found.signs.labels[index]:
                continue
            text = page.blocks[index].text
            if not 1 < len(text) <= _MAX_BESIDE or len(text.split()) > _MAX_WORDS or index in dates:
                continue
            # "王小明。(资料图)" is a caption.
            if _is_bracketed(text) or "。" in text or is_field(page.blocks[index]) or _is_of_other(text):
                continue
            if greets(text) or _opens_letter(found, index) or _heads_section(found, index):
                continue
            if _is_of_values(text):
                continue
            names = read_names(strip_local(text, found.local))
            if len(names) == 1:
                candidate = found.entry(names, index)
                candidate.features.add(f"beside-date:{away}")
                candidate.features.add(f"beside-date:{'later' if number else 'first'}")
                candidate.features.update(found.placed("beside-date", index))
                candidate.features.update(signs_beside(page.blocks, index, names[0]))


def _opens_letter(found: Gathering, index: int) -> bool:
    """Whether a line ends with a comma and text follows it: the salutation of a letter, in any language."""
    prose = found.signs.prose
    return found.page.blocks[index].text[-1] in COMMAS and index + 1 < len(prose) and bool(prose[index + 1])


def _heads_section(found: Gathering, index: int) -> bool:
    """Whether a block is a lesser heading below the headline, outside a thread, and no known name."""
    block = found.page.blocks[index]
    if block.level < 2 or block.links or index < found.zones.title or has_given_name(block.text):
        return False
    return page_kind(found.page).kind != "forum"


def _is_of_values(text: str) -> bool:
    """Whether a line is a label that leads to no name, a colon and a list: "対象プラン：標準、上級"."""
    return has_colon(text) and not COMMAS.isdisjoint(text) and read_line(text) is None


def _is_of_other(text: str) -> bool:
    """Whether a line begins with a label and a colon for somebody who is no author: "Foto: Bo Sample"."""
    size = byline_words().other.at(fold_in_place(text)) if has_colon(text) else 0
    return size > 0 and text[size : size + 1] in COLONS


def add_handles(found: Gathering) -> None:
    """Add lines of raw page text that are one word, near the headline or the start of the text.

    In a thread such a word is the user name of who wrote the post.
    """
    page, zones = found.page, found.zones
    blocks = page.blocks
    taken = 0
    last = max(zones.title, zones.start) + _REACH
    for index in range(max(0, min(zones.title, zones.start) - _ABOVE), min(last, len(blocks))):
        text = blocks[index].text
        if index == zones.title or not _may_be_handle(text) or not _may_be_of_poster(found, index):
            continue
        names = read_names(text)
        if len(names) != 1:
            continue
        candidate = found.entry(names, index)
        if "handle" not in candidate.features:
            taken += 1
            candidate.features.update(("handle", f"handle:{binned(taken, (1, 2, 4, 8))}"))
            candidate.features.add(f"handle:{_look(text)}")
            candidate.features.update(found.placed("handle", index))
            candidate.features.update(signs_beside(blocks, index, text))
            beside = blocks[max(0, index - 2) : index + 3]
            if any(any(map(str.isdigit, other.text)) for other in beside if other.index != index):
                candidate.features.add("handle-number")
        if taken == _MOST_HANDLES:
            return


def _may_be_handle(text: str) -> bool:
    """Whether a line is one word that may be a user name: no job, button, sentence or picture."""
    if " " in text or len(text) < _LEAST_HANDLE or not is_handle(text):
        return False
    is_other = text[-1] in _SENTENCE_ENDS or _is_bracketed(text)
    return not is_other and text.casefold() not in byline_words().ordinary


def _may_be_of_poster(found: Gathering, index: int) -> bool:
    """Whether a line may stand at a post: it has no label's meaning and is in no other part of the page."""
    page = found.page
    if found.signs.labels[index] or page.role(index) in _NEVER:
        return False
    return page.blocks[index].text not in _first_buttons(page)


def _is_bracketed(text: str) -> bool:
    """Whether a line is in square brackets, as w3m and lynx print pictures and form fields: "[rail.jpg]"."""
    return text[0] == "[" and text[-1] == "]"


@once_a_page
def _first_buttons(page: Page) -> frozenset[str]:
    """The words that begin several rows of lower-case words, one below each post: "edit flag delete"."""
    rows = [block.text.split() for block in page.blocks if block.text.islower()]
    firsts = (row[0] for row in rows if len(row) > 2 and all(w.islower() or w.isdecimal() for w in row))
    return frozenset(
        word for word, times in Counter(firsts).items() if times >= _LEAST_ROWS and word.islower()
    )


def _look(word: str) -> str:
    """How a word is written: "signs" (with figures, "_", "-"), "other", "small", "title" or "mixed"."""
    if any(map(str.isdigit, word)) or "_" in word or "-" in word:
        return "signs"
    if not word.isascii():
        return "other"
    return "small" if word.islower() else "title" if word.istitle() else "mixed"
