"""Headings that only their place gives away: between long paragraphs, or left of all the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from articlex.page import Block, Kind, Run, Style
from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import has_leader
from articlex.read.text.scripts import dense_characters
from articlex.regex import LETTER, regex

#: Characters of a long paragraph, and what a Han, kana, Hangul or Thai character counts beyond its one: it
#: says as much as two and a half Latin letters.
LONG = 120
DENSE_WEIGHT = 1.5
#: Of the lines found so that belong to the article, 93 % (html-text), 95 % (w3m, inscriptis) and 91 %
#: (get_text) are <h1> to <h6> or bold paragraphs, on 222 pages of the development corpora. Where only the
#: following paragraph has to be long it is 88 %, so that is not enough.
LONGEST = 80
LONGEST_OUTDENTED = 160
#: A heading may end with a question mark, but not as other sentences end, and it has no colon: that would be a
#: label ("Photo: ...").
ENDS = (SENTENCE_ENDS - frozenset("?？؟፧")) | frozenset(';；؛,，、،)）]」»”"')
LABEL = regex(r"[:：@|]|://|^\W*\[")
#: Lynx sets text three columns in and headings at the margin. Of such lines in the article 98 % are <h1> to
#: <h6> on the same pages.
MARGIN = 3
MIN_INDENTED = 0.7
#: Paragraphs set in that a page must have for that.
FEWEST_INDENTED = 3

#: "2 Methods", "2.1 Readings": as papers and reports count their sections, the text right below.
NUMBERED = regex(r"(\d{1,2})((?:\.\d{1,2}){0,3})\.? (?=[^\W\d_])")
FEWEST_NUMBERED = 3

#: Lines in capitals that are headings; fewer may be what parts advertisements.
FEWEST_CAPITALS = 3
#: Lines in bold that are headings, as in newsletters.
FEWEST_BOLD = 2
#: Characters of a sentence below such a number.
SENTENCE = 40

#: What counts an entry of a table of contents and its heading; headings that one names, and those of them
#: with a text right below.
COUNTED = regex(r"\W*(?:\d{1,2}[.)]?(?:\d{1,2}\.?){0,3}[.)]? +)?")
FEWEST_LISTED, FEWEST_ABOVE_TEXT = 3, 2

#: The headline is above them.
SECTION_LEVEL = 2


def sections(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs that are headings by their place on the page.

    A text that comes back on the page is a label or a button and never one, but in a table of contents.
    """
    found: dict[str, Block] = {}
    outdented = _indents_its_text(blocks)
    for place, (block, following) in enumerate(pairwise(blocks)):
        if not following.gap or not _stands_alone(block, place):
            continue
        at_margin = outdented and block.indent == 0 and len(block.text) <= LONGEST_OUTDENTED
        if at_margin or (place and _divides(blocks[place - 1], block, following)):
            found[block.text] = block
    found.update((block.text, block) for block in _numbered(blocks))
    found.update((block.text, block) for block in _above_texts(blocks, _is_capital, FEWEST_CAPITALS))
    found.update((block.text, block) for block in _above_texts(blocks, _is_bold, FEWEST_BOLD))
    found.update((block.text, block) for block in _left_of_texts(blocks))
    times = Counter(block.text for block in blocks if block.text in found)
    once = (block for text, block in found.items() if times[text] == 1)
    return [*{block.index: block for block in (*once, *_listed(blocks))}.values()]


def _listed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines above a text that short lines farther up name in the same order: a table of contents.

    On 42 of 748 pages of eight corpora there are such, by eye nearly all of them headings; 74 % are gold.
    """
    heads = _heads(blocks)
    places: dict[str, list[int]] = {}
    place = 0
    while heads and place < len(blocks):
        end = place
        while end < len(blocks) and len(blocks[end].text) <= LONGEST:
            end += 1
        named = _named(blocks[place:end], heads)
        if len({head.text for head in named.values()}) >= FEWEST_ABOVE_TEXT:
            # Hardly a page has such a run.
            places = places or _places(blocks)
            named |= _named_beside(blocks, range(place, end), named, places)
            if len({head.text for head in named.values()}) >= FEWEST_LISTED:
                yield from named.values()
        place = end + 1


def _heads(blocks: Sequence[Block]) -> dict[str, Block]:
    """The lines that may be headings and have a text right below them, by what an entry would call them."""
    return {
        name: block
        for block, below in pairwise(blocks)
        if _may_be_heading(block)
        and (_is_long(below) or _is_part(below))
        and (name := entry_name(block.text))
    }


def _named(run: Sequence[Block], heads: dict[str, Block]) -> dict[int, Block]:
    """The headings farther down that the short lines of a ``run`` name one after the other, by the places of
    those."""
    named: dict[int, Block] = {}
    last = apart = 0
    for block in run:
        head = heads.get(entry_name(block.text))
        if head is not None and head.index > (last if named else block.index):
            named[block.index] = head
            last, apart = head.index, 0
        else:
            apart += 1
            if apart > len(named) and len(named) < FEWEST_LISTED:
                named.clear()
                apart = 0
    return named


def _places(blocks: Sequence[Block]) -> dict[str, list[int]]:
    """Where the lines stand that may be headings, by what an entry would call them."""
    places: dict[str, list[int]] = {}
    for block in blocks:
        if _may_be_heading(block) and (name := entry_name(block.text)):
            places.setdefault(name, []).append(block.index)
    return places


def _named_beside(
    blocks: Sequence[Block], run: range, named: dict[int, Block], places: dict[str, list[int]]
) -> dict[int, Block]:
    """The lines below a ``run`` that the entries right before and behind those of ``named`` name, each
    between the headings that its neighbours name: below them may be a list, or a table in short lines."""
    found: dict[int, Block] = {}
    for step in (-1, 1):
        ends = [*named][::step]
        for entry, next_entry in pairwise([*ends, run.stop if step > 0 else run.start - 1]):
            at, end = named[entry].index, named.get(next_entry)
            limit = end.index if end else len(blocks) if step > 0 else run.stop - 1
            for beside in range(entry + step, next_entry, step):
                low, high = sorted((at, limit))
                lines = places.get(entry_name(blocks[beside].text), [])
                first = bisect_right(lines, low)
                if bisect_left(lines, high) - first != 1 or beside in found:
                    break
                at = lines[first]
                found[beside] = blocks[at]
    return found


def entry_name(text: str) -> str:
    """What a table of contents calls a heading, or an entry of it: ``text`` without its number; "" without
    letters."""
    if not text[:1].isalpha():
        text = COUNTED.sub("", text, count=1)
    text = " ".join(text.casefold().split())
    return text if LETTER.search(text) else ""


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    """The headings whose numbers count on from 1, each above a text, a table or the first of its parts."""
    found: list[Block] = []
    numbered = [block.index for block in blocks[:-1] if block.text[:1].isdigit()]
    for place in reversed(numbered):
        block, below = blocks[place], blocks[place + 1]
        if NUMBERED.match(block.text) and _may_be_heading(block):
            # The first part of a section may stand right below its heading.
            apart = block.gap or (place and NUMBERED.match(blocks[place - 1].text))
            if apart and (_is_long(below) or _is_part(below) or below in found[-1:]):
                found.append(block)
    found.reverse()
    chapters = [int(match[1]) for block in found if (match := NUMBERED.match(block.text)) and not match[2]]
    counted = len(chapters) > 1 and chapters == list(range(1, len(chapters) + 1))
    return found if counted and len(found) >= FEWEST_NUMBERED else []


def _above_texts(blocks: Sequence[Block], is_set: Callable[[Block], bool], fewest: int) -> list[Block]:
    """The lines set so, in capitals or in bold, with a long paragraph that is not below each, as letters and
    pages of manuals have them; none where there are not so many."""
    found = [
        block
        for block, below in pairwise(blocks)
        if is_set(block)
        and block.gap
        and below.gap
        and _may_be_heading(block)
        and not LABEL.search(block.text)
        and _is_long(below)
        and not is_set(below)
    ]
    return found if len(found) >= fewest else []


def _left_of_texts(blocks: Sequence[Block]) -> list[Block]:
    """The lines in capitals at the margin, right below which a text is set in, as in manual pages."""
    found = [
        block
        for block, below in pairwise(blocks)
        if _is_capital(block)
        and block.indent == 0
        and (block.gap or not block.index)
        and not below.gap
        and below.indent >= MARGIN
        and _may_be_heading(block)
    ]
    return found if len(found) >= FEWEST_CAPITALS else []


def _is_capital(block: Block) -> bool:
    return block.text.isupper()


def _is_bold(block: Block) -> bool:
    runs = block.runs
    is_begun = bool(runs) and runs[0].style & Style.STRONG > 0  # as in few blocks
    return is_begun and all(run.style & Style.STRONG for run in runs)


def plain_runs(block: Block) -> tuple[Run, ...]:
    """The runs of a heading: what is in bold as a whole is plain, as a heading is bold anyway."""
    if not _is_bold(block):
        return block.runs
    return tuple([run._replace(style=run.style & ~Style.STRONG) for run in block.runs])


def _is_part(block: Block) -> bool:
    """Whether a block is a table, code or a sentence, as sections that are short have below their number."""
    if block.kind in (Kind.TABLE, Kind.CODE):
        return True
    return block.kind is Kind.PARAGRAPH and len(block.text) >= SENTENCE and block.text[-1] in SENTENCE_ENDS


def _may_be_heading(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH or block.within or len(block.lines) > 1:
        return False
    return len(block.text) <= LONGEST and block.text[-1] not in ENDS and not has_leader(block.text)


def _stands_alone(block: Block, place: int) -> bool:
    """Whether a block, below which a blank line stands, has one above and is a paragraph with letters."""
    apart = bool(block.gap or not place)
    if not apart or block.kind is not Kind.PARAGRAPH or block.within:
        return False
    return block.text[:1].isalpha() or LETTER.search(block.text) is not None


def _divides(before: Block, block: Block, following: Block) -> bool:
    text = block.text
    if not 2 <= len(text) <= LONGEST or len(block.lines) > 1 or text[-1] in ENDS:
        return False
    return _is_long(before) and _is_long(following) and not LABEL.search(text)


def _is_long(block: Block) -> bool:
    if block.kind is not Kind.PARAGRAPH:
        return False
    size = len(block.text)
    if size >= LONG or block.text.isascii() or size * (1 + DENSE_WEIGHT) < LONG:
        return size >= LONG
    return size + DENSE_WEIGHT * dense_characters(block.text) >= LONG


def _indents_its_text(blocks: Sequence[Block]) -> bool:
    indents = [block.indent for block in blocks if block.kind is Kind.PARAGRAPH and not block.within]
    # The address and the date of a letter are set in; its text is not.
    if indents.count(MARGIN) <= indents.count(0):
        return False
    indented = max(sum(indent > 0 for indent in indents), FEWEST_INDENTED)
    return indents.count(MARGIN) >= MIN_INDENTED * indented
