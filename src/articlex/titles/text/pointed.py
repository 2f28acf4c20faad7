"""Headlines of raw page text that others point at: labels, breadcrumbs, comments, clocks."""

from __future__ import annotations

from itertools import pairwise

from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.data.title_labels import TITLE_LABELS
from articlex.page import Kind, Page, Role
from articlex.punctuation import split_at_colon
from articlex.ranking import Weighed
from articlex.signs.accounts import is_account
from articlex.titles.candidate import Candidate, Ranked, with_first
from articlex.titles.text.printed_line import printed
from articlex.titles.trim import clean_title, trailed_steps
from articlex.tokens import fold

#: Blocks from the top among which a title with a label is sought.
_MOST_ABOVE = 60
#: Characters of a quoted title, at least, and around it, at most.
_SHORTEST, _MOST_AROUND = 12, 60
#: Lines that are clock times, one for each entry of a live report, at least, and characters of each, at most.
_LEAST_CLOCKS, _LONGEST_CLOCK = 2, 8
#: Characters of a label with its colon, at most.
_MOST_LABEL = 40
#: Lines of the head of a post.
_HEAD_OF_POST = 8
#: Turns of a conversation that are looked at.
_FIRST_TURNS = 4
_QUOTES = ("“”", "„“", "””", '""', "«»", "‘’", "「」", "『』")
_OPENING = frozenset(quotes[0] for quotes in _QUOTES)
#: In shapes of bylines with a label and a colon.
_COLON = "colon"
#: The chance of a title that a line names, and, at least, of one that outranks the likeliest.
_SURE, _UNLIKELY = 0.9, 0.05


def pointed_first(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the headline first that another line points at; as it is if none does."""
    labelled = _labelled(page) or _end_of_path(page)
    if labelled:
        chance = max([_SURE, *(chance for chance, _ in ranked[:1])])
        others = (one for one in ranked if labelled.blocks[0] not in one.candidate.blocks)
        return [Weighed(chance, labelled), *others]
    if len(ranked) < 2:
        return ranked
    found = _begun(page, ranked) or _discussed(page, ranked)
    found = found or _above_clocks(page, ranked) or _above_talk(page, ranked)
    return with_first(found, ranked) if found else ranked


def _labelled(page: Page) -> Candidate | None:
    """The title with a label, if authors with a label stand right below: "Title: ...", "Authors: ..."."""
    blocks = [block for block in page.blocks[:_MOST_ABOVE] if block.text]
    found = [pair for pair in pairwise(blocks) if _label(pair[0].text).casefold() in TITLE_LABELS]
    if len(found) != 1:
        return None
    [(block, below)] = found
    if not _is_labelled_byline(below.text):
        return None
    text = clean_title(block.text[len(_label(block.text)) :].lstrip(" :："))
    return Candidate(text, fold(text), [block.index]) if fold(text) else None


def _label(text: str) -> str:
    """What stands before the first colon of a line, among its first characters; "" without one."""
    label, colon, _ = split_at_colon(text[:_MOST_LABEL])
    return label.strip() if colon else ""


def _is_labelled_byline(text: str) -> bool:
    """Whether a line names authors behind a label with a colon."""
    line = read_line(text)
    return line is not None and _COLON in line.shape


def _end_of_path(page: Page) -> Candidate | None:
    """The last step of a breadcrumb that is the first line of the page."""
    steps = trailed_steps(page.blocks[0].text) if page.blocks and page.role(0) is Role.BREADCRUMB else []
    text = clean_title(steps[-1]) if steps else ""
    return Candidate(text, fold(text), [0]) if fold(text) else None


def _begun(page: Page, ranked: Ranked) -> Candidate | None:
    """The line right above "Thread starter ann_e", as boards print it, if the likeliest is the forum right
    above that line, or a poster below."""
    starters = byline_words().starters
    for above, block in pairwise(page.blocks):
        # Most lines are one word, or a paragraph.
        if " " not in block.text or len(block.text) > _MOST_AROUND or not starters.may_begin(block.text):
            continue
        folded = fold_in_place(block.text)
        label = starters.at(folded)
        if not label or folded[label : label + 1] != " ":
            continue
        if is_account(above.text) or read_line(block.text) is None:
            # On some boards the words are a rank below the name of a poster.
            continue
        text, around = printed(above), range(above.index - 1, block.index + _HEAD_OF_POST)
        is_near = any(index in around for index in ranked[0].candidate.blocks)
        return Candidate(text, fold(text), [above.index]) if is_near and fold(text) else None
    return None


def _discussed(page: Page, ranked: Ranked) -> Candidate | None:
    """The line that the heading of the comments quotes, with their number: "2 thoughts on “...”"."""
    # Few lines have quotation marks. To compare all with each candidate took five times as long.
    longest = max(len(candidate.text) for _, candidate in ranked) + _MOST_AROUND
    lines = [block for block in page.blocks if len(block.text) <= longest]
    whole = "\n".join([block.text for block in lines])
    quoting = [block for sign in _OPENING if sign in whole for block in lines if sign in block.text]
    for _, candidate in ranked:
        if len(candidate.text) >= _SHORTEST and any(
            _quotes(block.text, candidate.text) for block in quoting if block.index > candidate.blocks[0]
        ):
            return candidate
    return None


def _quotes(text: str, title: str) -> bool:
    """Whether a line is a number, a few words, and ``title`` between quotation marks."""
    if not len(title) + 3 < len(text) <= len(title) + _MOST_AROUND or title not in text:
        return False
    before, _, after = text.partition(title)
    before, after = before.rstrip(), after.lstrip()
    if before[-1:] + after[:1] not in _QUOTES:
        return False
    return any(map(str.isdecimal, before + after)) and after[-1:] not in ".!?" and before[:1].isalnum()


def _above_clocks(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line above the first clock time, if the likeliest of all is an entry of a live report,
    right below a clock time."""
    blocks = page.blocks
    first = ranked[0].candidate.blocks[0]
    if not first or not _is_clock(blocks[first - 1].text):
        return None
    clocks = [block.index for block in blocks if _is_clock(block.text)]
    if len(clocks) < _LEAST_CLOCKS:
        return None
    return _above(page, ranked, clocks[0])


def _above(page: Page, ranked: Ranked, first: int) -> Candidate | None:
    """The likeliest line above block ``first`` that is likely, no list item and no credit; else None."""
    for chance, candidate in ranked:
        block = page.blocks[candidate.blocks[0]]
        is_line = block.index < first and block.kind is not Kind.LIST_ITEM
        if chance >= _UNLIKELY and is_line and not _credits(candidate.text):
            return candidate
    return None


def _credits(text: str) -> bool:
    """Whether a person stands behind the last colon, whatever the label is."""
    return is_person(text.replace("：", ":").rpartition(":")[2].strip())


def _above_talk(page: Page, ranked: Ranked) -> Candidate | None:
    """The likeliest line above the likeliest of all, if that is the first turn of a conversation: from there
    on the names of two speakers, in turn, begin the lines."""
    first = ranked[0].candidate.blocks[0]
    label = _label(page.blocks[first].text)
    if not label:
        return None
    labels = [_label(block.text) for block in page.blocks[first : first + _FIRST_TURNS]]
    other = labels[1] if len(labels) == _FIRST_TURNS else ""
    if not other or other == label or labels != [label, other] * (_FIRST_TURNS // 2):
        return None
    return _above(page, ranked, first)


def _is_clock(text: str) -> bool:
    """Whether a line is nothing but a clock time: "18:42", "6:42 pm"."""
    hours, colon, minutes = text.partition(":")
    return (
        len(text) <= _LONGEST_CLOCK
        and bool(colon)
        and hours.isdecimal()
        and minutes[:2].isdecimal()
        and minutes[2:].strip(" .").casefold() in ("", "am", "pm")
    )
