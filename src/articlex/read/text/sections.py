"""Headings that nothing but their place gives away: between long paragraphs, outdented, named by a table of
contents, numbered, behind a shape, or all in capitals or bold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from articlex.memoize import memoized
from articlex.page import Block, Kind, Run, Style
from articlex.punctuation import QUESTION_MARKS, SENTENCE_ENDS
from articlex.read.text.lines import has_leader
from articlex.read.text.scripts import dense_characters
from articlex.regex import LETTER, regex
from articlex.tokens import said_twice

_PARAGRAPH, _TABLE, _CODE = Kind.PARAGRAPH, Kind.TABLE, Kind.CODE  # see articlex.page

#: Characters of a long paragraph. A Han, kana, Hangul or Thai character says as much as two and a half Latin
#: letters, so it counts for DENSE_WEIGHT characters more.
LONG = 120
DENSE_WEIGHT = 1.5
#: Characters of the longest heading between two long paragraphs, and of the longest outdented one. Of the
#: lines found between such paragraphs, in the article, 93 % (html-text), 95 % (w3m, inscriptis) and 91 %
#: (get_text) are <h1> to <h6> or bold paragraphs, on 222 pages of the development corpora. If only the
#: paragraph below had to be long, it would be 88 %, which is not enough.
_LONGEST = 80
_LONGEST_OUTDENTED = 160
#: A heading may end as a question, but as no other sentence, and has no colon: "Photo: ..." has a label.
ENDS = (SENTENCE_ENDS - QUESTION_MARKS) | frozenset(';；؛,，、،)）]」»”"')
_LABEL = regex(r"[:：@|]|://|^\W*\[")
#: Lynx indents text by three columns and leaves headings at the margin. Of such lines in the article 98 % are
#: <h1> to <h6> on the same pages. Such a page has so many indented paragraphs, of which most by MARGIN.
MARGIN = 3
_MIN_INDENTED = 0.7
FEWEST_INDENTED = 3

#: "2 Methods", "2.1 Readings": how papers and reports number their sections.
_NUMBERED = regex(r"(\d{1,2})((?:\.\d{1,2}){0,3})\.? (?=[^\W\d_])")
_FEWEST_NUMBERED = 3

#: Bullets that stand before the names of sections as well: "■ Opening hours". Fewest such headings: a single
#: one may be the name of a reporter.
SHAPES = "■□●○◆◇"
_FEWEST_SHAPES = 2

#: Fewest headings in capitals; fewer such lines may be what separates advertisements.
_FEWEST_CAPITALS = 3
#: Fewest headings in bold, as in newsletters.
_FEWEST_BOLD = 2
#: Size of the cache of names: a line is looked up as a heading and as an entry.
_REMEMBERED = 512
#: Characters of the shortest sentence that may be all of a section.
_SENTENCE = 40

#: The number before an entry of a table of contents, or before its heading. Fewest headings that a table of
#: contents names, and fewest of them with a text right below.
_COUNTED = regex(r"\W*(?:\d{1,2}[.)]?(?:\d{1,2}\.?){0,3}[.)]? +)?")
_FEWEST_LISTED, _FEWEST_ABOVE_TEXT = 3, 2

#: The headline is above them.
SECTION_LEVEL = 2


def sections(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs that are headings by their place on the page.

    A text that occurs twice is a label or a button, not a heading, unless a table of contents names it.
    """
    found = {
        block.text: block
        for block in (
            *_alone(blocks),
            *_numbered(blocks),
            *_behind_shapes(blocks),
            *_above_texts(blocks, _is_capital, _FEWEST_CAPITALS),
            *_above_texts(blocks, is_bold, _FEWEST_BOLD),
        )
    }
    times = Counter(block.text for block in blocks if block.text in found)
    # What a line says twice stands in for a picture.
    once = (block for text, block in found.items() if times[text] == 1 and not said_twice(text))
    return [*{block.index: block for block in (*once, *_listed(blocks))}.values()]


def _alone(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines between blank lines that divide two long paragraphs, or are outdented."""
    outdented = _indents_its_text(blocks)
    for place, (block, following) in enumerate(pairwise(blocks)):
        if following.gap and _stands_alone(block, place):
            at_margin = outdented and block.indent == 0 and len(block.text) <= _LONGEST_OUTDENTED
            if at_margin or (place and _divides(blocks[place - 1], block, following)):
                yield block


def _listed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The headings that short lines farther up name in the same order: those are a table of contents.

    42 of 748 pages of eight corpora have such; by eye nearly all are headings, and 74 % are in the gold text.
    """
    heads = _heads(blocks)
    last = max((head.index for head in heads.values()), default=0)
    initials = frozenset(name[0] for name in heads)
    places: dict[str, list[int]] = {}
    place = 0
    while len(heads) >= _FEWEST_ABOVE_TEXT and place < last:
        end = place
        while end < len(blocks) and len(blocks[end].text) <= _LONGEST:
            end += 1
        named = _named(blocks[place:end], heads, initials)
        if len({head.text for head in named.values()}) >= _FEWEST_ABOVE_TEXT:
            places = places or _places(blocks)  # only now, as hardly any page has such a run
            named |= _named_beside(blocks, range(place, end), named, places)
            if len({head.text for head in named.values()}) >= _FEWEST_LISTED:
                yield from named.values()
        place = end + 1


def _heads(blocks: Sequence[Block]) -> dict[str, Block]:
    """The lines that may be headings and have a text right below, by the name that an entry would have."""
    return {
        name: block
        for block, below in pairwise(blocks)
        if _is_part(below) and _may_be_heading(block) and (name := entry_name(block.text))
    }


def _named(run: Sequence[Block], heads: dict[str, Block], initials: frozenset[str]) -> dict[int, Block]:
    """The headings that the short lines of a ``run`` name in their order, by the places of the entries.
    ``initials`` are those of the names."""
    named: dict[int, Block] = {}
    last = apart = 0
    for block in run:
        first = block.text[:1]
        may_name = not first.isalpha() or first.casefold()[0] in initials
        head = heads.get(entry_name(block.text)) if may_name else None
        if head is not None and head.index > (last if named else block.index):
            named[block.index] = head
            last, apart = head.index, 0
        else:
            apart += 1
            if apart > len(named) and len(named) < _FEWEST_LISTED:
                named.clear()
                apart = 0
    return named


def _places(blocks: Sequence[Block]) -> dict[str, list[int]]:
    """The places of all lines that may be headings, by the name that an entry would have."""
    places: dict[str, list[int]] = {}
    for block in blocks:
        if _may_be_heading(block) and (name := entry_name(block.text)):
            places.setdefault(name, []).append(block.index)
    return places


def _named_beside(
    blocks: Sequence[Block], run: range, named: dict[int, Block], places: dict[str, list[int]]
) -> dict[int, Block]:
    """More headings, by the places of their entries: those next to the entries in ``named``, outwards. Each
    heading must be the only line of its name between the headings of the neighbouring entries. It needs no
    text below, as a section may begin with a list or a table in short lines."""
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


@memoized(_REMEMBERED)
def entry_name(text: str) -> str:
    """The name that a heading shares with its entry in a table of contents: ``text`` without its number,
    casefolded; "" if it has no letters. "2.1 Readings" → "readings"."""
    begins = text[:1].isalpha()
    if not begins:
        text = _COUNTED.sub("", text, count=1)
    text = " ".join(text.casefold().split())
    return text if begins or LETTER.search(text) else ""


def _numbered(blocks: Sequence[Block]) -> list[Block]:
    """The headings of chapters numbered from 1 on, each above a text, a table or its first subsection."""
    found: list[Block] = []
    numbered = [block.index for block in blocks[:-1] if block.text[:1].isdigit()]
    for place in reversed(numbered):
        block, below = blocks[place], blocks[place + 1]
        if _NUMBERED.match(block.text) and _may_be_heading(block):
            # The heading of a first subsection may come right below that of its section.
            apart = block.gap or (place and _NUMBERED.match(blocks[place - 1].text))
            if apart and (_is_part(below) or below in found[-1:]):
                found.append(block)
    found.reverse()
    chapters = [int(match[1]) for block in found if (match := _NUMBERED.match(block.text)) and not match[2]]
    counted = len(chapters) > 1 and chapters == list(range(1, len(chapters) + 1))
    return found if counted and len(found) >= _FEWEST_NUMBERED else []


def _behind_shapes(blocks: Sequence[Block]) -> list[Block]:
    """The lines that a shape begins, each above a text; the reader has taken none of them for an item."""
    found = [
        block
        for block, below in pairwise(blocks)
        if block.text
        and block.text[0] in SHAPES
        and _may_be_heading(block)
        and LETTER.search(block.text)
        and not _LABEL.search(block.text)
        and _is_part(below)
        and below.text[0] not in SHAPES
    ]
    return found if len(found) >= _FEWEST_SHAPES else []


def _above_texts(blocks: Sequence[Block], is_set: Callable[[Block], bool], fewest: int) -> list[Block]:
    """The lines that are set apart, in capitals or in bold as ``is_set`` tells, above a long paragraph that
    is not, as in letters and manuals; none unless there are ``fewest``."""
    found = [
        block
        for block, below in pairwise(blocks)
        if block.gap
        and below.gap
        and is_set(block)
        and _may_be_heading(block)
        and not _LABEL.search(block.text)
        and _is_long(below)
        and not is_set(below)
    ]
    return found if len(found) >= fewest else []


def _is_capital(block: Block) -> bool:
    return block.text.isupper()


def is_bold(block: Block) -> bool:
    """Whether all of a block is in bold."""
    runs = block.runs
    is_begun = bool(runs) and runs[0].style & Style.STRONG > 0  # as in few blocks
    return is_begun and all(run.style & Style.STRONG for run in runs)


def plain_runs(block: Block) -> tuple[Run, ...]:
    """The runs of a heading, not in bold if all of them are: a heading is bold anyway."""
    if not is_bold(block):
        return block.runs
    return tuple([run._replace(style=run.style & ~Style.STRONG) for run in block.runs])


def _is_part(block: Block) -> bool:
    """Whether a block may be the text of a section: a table, code, a sentence or a long paragraph."""
    if block.kind is not _PARAGRAPH:
        return block.kind is _TABLE or block.kind is _CODE
    # A paragraph of fewer characters is not long in any script either.
    return len(block.text) >= _SENTENCE and (block.text[-1] in SENTENCE_ENDS or _is_long(block))


def _may_be_heading(block: Block) -> bool:
    if block.kind is not _PARAGRAPH or block.within or len(block.lines) > 1:
        return False
    return len(block.text) <= _LONGEST and block.text[-1] not in ENDS and not has_leader(block.text)


def _stands_alone(block: Block, place: int) -> bool:
    """Whether a block is a paragraph with letters and has a blank line above."""
    if (place and not block.gap) or block.kind is not _PARAGRAPH or block.within:
        return False
    return block.text[:1].isalpha() or LETTER.search(block.text) is not None


def _divides(before: Block, block: Block, following: Block) -> bool:
    text = block.text
    if not 2 <= len(text) <= _LONGEST or len(block.lines) > 1 or text[-1] in ENDS:
        return False
    return _is_long(before) and _is_long(following) and not _LABEL.search(text)


def _is_long(block: Block) -> bool:
    if block.kind is not _PARAGRAPH:
        return False
    size = len(block.text)
    if size >= LONG or block.text.isascii() or size * (1 + DENSE_WEIGHT) < LONG:
        return size >= LONG
    return size + DENSE_WEIGHT * dense_characters(block.text) >= LONG


def _indents_its_text(blocks: Sequence[Block]) -> bool:
    indents = [block.indent for block in blocks if block.kind is _PARAGRAPH and not block.within]
    # In a letter the address and the date are indented, and the text is not.
    if indents.count(MARGIN) <= indents.count(0):
        return False
    indented = max(sum(indent > 0 for indent in indents), FEWEST_INDENTED)
    return indents.count(MARGIN) >= _MIN_INDENTED * indented
