"""Candidates that the page prints: bylines that are blocks of their own, with or without a byline word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.authors.below_label import is_face, line_below_label
from articlex.authors.fields import is_of_field, labelled_text, text_of
from articlex.authors.gathering import (
    ELSEWHERE,
    Authors,
    Gathering,
    dated_lines,
    has_bio_below,
    signs_beside,
)
from articlex.authors.links import with_bar_behind_link
from articlex.authors.signatures import is_signature
from articlex.bylines.given import begins_as_name
from articlex.bylines.impossible import is_name
from articlex.bylines.indexed import indexed_names
from articlex.bylines.label_tests import is_label, label_heads, label_starts, may_be_credited, may_be_labelled
from articlex.bylines.leads import strip_local
from articlex.bylines.lines import LABELLED_SHAPES, Line, greets, read_line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_caseless, is_person
from articlex.bylines.side_by_side import persons_apart, with_commas
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.page import Block, Role
from articlex.punctuation import COMMAS
from articlex.ranking import binned
from articlex.signs.links import leads_into_page
from articlex.signs.listed_days import listed_days

_AUTHOR_BIO, _RELATED, _NAV = Role.AUTHOR_BIO, Role.RELATED, Role.NAV  # see articlex.page

#: Lines with a byline word in other parts of the page that are looked at, and characters of the longest.
_MOST_LABELLED, _MAX_LABELLED = 6, 140
#: Characters of the longest line beside the names that has a figure, or a job title.
_MAX_DAY, _MAX_JOB = 60, 80
#: Characters of the longest line elsewhere with the byline word behind the name: "홍길동 기자".
_MAX_CREDITED = 40
#: Lines of one block, parted by <br>, in which a byline is looked for, and their characters together.
_FIRST_LINES, _MAX_FIRST_LINES = 4, 400
#: Names in lines of their own that make one list: blocks from one to the next, and names, at most.
_GAP, _MOST_JOINED = 3, 12
#: Rows of the longest table that may say who wrote the page.
_MOST_ROWS = 40
#: Blocks below the headline of raw page text in which a line of a menu may be a byline.
_BELOW_TITLE = 6
#: In a menu to sort a list by "Author" the next option is nobody's name.
_CHOICE = "option"
#: Shapes of lines that are bylines in any part of the page.
_FAR_SHAPES = frozenset(("by-person", "colon-person", "word-other", "by-other"))
#: Features that the stage asks for by name. The first of several names in a line, without the others.
FIRST_OF_LINE = "first-of:line"
#: A name below a label, and several of them.
BELOW_LABEL, JOINED_BELOW_LABEL = "line:below-label", "joined-lines:below-label"
#: Lines that are a name alone, in any part of the page, and characters of the longest.
_MOST_FAR, _MAX_FAR = 20, 40


class _Printed(NamedTuple):
    """A byline and the index of the block that it is."""

    block: int
    line: Line


def add_lines(found: Gathering) -> None:
    """Add bylines around the headline and both ends of the text, and those with a byline word anywhere."""
    page, zones = found.page, found.zones
    blocks = page.blocks
    run: list[_Printed] = []
    listed: set[int] = set()
    # The line with the day of the page is a byline where a name is beside it, wherever that stands.
    for index in dict.fromkeys([*zones.near, *_labelled_lines(found), *dated_lines(page)]):
        if index == zones.title or index in listed or len(blocks[index].text) < 2:
            continue
        if blocks[index].tag == _CHOICE:
            continue
        follows = bool(run) and run[0].line.shape == "below-label" and index - run[-1].block == 1
        line = _read(found, index, follows)
        if line is None:
            continue
        candidate = found.entry(line.names, index)
        _describe(found, candidate, line, index)
        if line.shape == "below-label":
            rest = range(index + 1, index + len(indexed_names(blocks, index)))
            found.entry(line.names, *rest)
            listed.update(rest)
        if len(line.names) > 1 and not _are_persons(line.names):
            _add_first(found, line, index)
        alike = bool(run) and (run[-1].line.shape == line.shape or (follows and line.shape == "bare"))
        alike = alike and not _is_below_other(blocks, index)
        if run and not (alike and 0 < index - run[-1].block <= _GAP):
            _join(found, run)
            run = []
        run.append(_Printed(index, line))
    _join(found, run)


def _is_below_other(blocks: Sequence[Block], index: int) -> bool:
    """Whether the block above is a label for an editor, or for another who is no author: "Edited by:"."""
    words, label = byline_words(), fold_in_place(blocks[index - 1].text if index else "").strip(" :：")
    tables = (words.other, words.spare)
    return bool(label) and (label in words.editors or any(table.at(label) == len(label) for table in tables))


def _add_first(found: Gathering, line: Line, index: int) -> None:
    """Add the first of several names alone: the others may be a newspaper, a place, a job."""
    first = found.entry(line.names[:1], index)
    first.features.add(FIRST_OF_LINE)
    first.features.add(f"{FIRST_OF_LINE}:{line.shape}")
    first.features.update(found.placed("first", index))


def _are_persons(names: Sequence[str]) -> bool:
    """Whether all names begin with a known given name, as newspapers, places and jobs hardly do."""
    return all(is_person(name) and begins_as_name(name) for name in names)


def _join(found: Gathering, run: Sequence[_Printed]) -> None:
    """Add one candidate of all names that stand in lines of their own, one below the other."""
    names = tuple(dict.fromkeys(name for each in run for name in each.line.names))
    if len(run) < 2 or not 1 < len(names) <= _MOST_JOINED:
        return
    joined = found.entry(names, *(each.block for each in run))
    joined.features.add("joined-lines")
    joined.features.add(f"joined-lines:{binned(len(names), (2, 3, 5))}")
    joined.features.add(f"joined-lines:{run[0].line.shape}")
    joined.features.update(found.placed("joined-lines", run[0].block))


def _read(found: Gathering, index: int, follows: bool) -> Line | None:
    """The byline that a block is, or None.

    ``follows`` is whether the block before is a name below a label: this may be another one.
    """
    page, block = found.page, found.page.blocks[index]
    # In a script without capitals a name looks as what a button says does.
    if (block.tag == "button" and is_caseless(block.text)) or index in listed_days(page):
        return None
    if block.level and page.role(index) is _RELATED:
        return None  # "Interview: Ann Example" is the headline of another story
    if leads_into_page(block) or _is_torn_off(block.text):
        return None
    text, is_elsewhere = _text(found, index), _is_elsewhere(found, index)
    bare = (not is_elsewhere and _may_be_bare(found, index, text)) or (follows and is_person(text))
    bare = bare or (not found.zones.is_text and is_signature(page, index))
    line = line_below_label(page, index, text) or _line_of_block(text) or read_line(text, bare=bare)
    if line is None or is_of_field(block, line):
        return None
    return None if is_elsewhere and line.shape.startswith(("dated", "inside")) else line


def _is_torn_off(text: str) -> bool:
    """Whether flattening has torn a line off a name, and it has no other: ", Science Correspondent"."""
    rest = text.lstrip(" ,،、，")
    return text[0] in COMMAS and not begins_as_name(rest)


def _is_elsewhere(found: Gathering, index: int) -> bool:
    """Whether a block is in a part of the page that is not the article's."""
    role, zones = found.page.role(index), found.zones
    if role is _NAV and zones.is_text:
        # In raw text a name between headline and body looks like a line of a menu.
        return not (0 < index - zones.title <= _BELOW_TITLE or zones.is_beside_text(index))
    return role in ELSEWHERE


def _may_be_bare(found: Gathering, index: int, text: str) -> bool:
    """Whether a name without a byline word counts: beside the headline, at the start of the text, above a
    biography."""
    is_near = found.zones.part(index) == "title" or found.zones.is_beside_text(index)
    if is_near and not _may_head_section(found.page.blocks[index], text):
        return True
    return has_bio_below(found.page.blocks, index, text)


def _may_head_section(block: Block, text: str) -> bool:
    """Whether a block is a lower heading in a script without capitals, where what it says looks as a name
    does, and no known name begins it: "ملاحظات للحضور"."""
    return block.level > 1 and not block.links and is_caseless(text) and not begins_as_name(text)


def _text(found: Gathering, index: int) -> str:
    """The text of a block to read for names: with commas between persons side by side, a bar behind a link
    with a label; of a table of labels and values, the row on the author."""
    block = found.page.blocks[index]
    if block.table is not None:
        return labelled_text(block)
    notes = found.notes.get(index, ())
    text = with_bar_behind_link(block) if block.links == 1 else block.text
    if notes or block.links > 1:
        text = with_commas(text, persons_apart(block, notes))
    return strip_local(text, found.local) if found.local else text


def _line_of_block(text: str) -> Line | None:
    """The first line of a block that is a byline: "By Ann Example" below "The headline" in one element."""
    if "\n" not in text[:_MAX_FIRST_LINES]:
        return None
    for part in text[:_MAX_FIRST_LINES].split("\n")[:_FIRST_LINES]:
        line = read_line(part, bare=False) if may_be_labelled(part) else None
        if line and line.shape in LABELLED_SHAPES:
            return line
    return None


def _describe(found: Gathering, candidate: Authors, line: Line, index: int) -> None:
    """Add the features of a line that names the candidate: its shape, its place and what is beside it."""
    features = candidate.features
    if not candidate.facts:
        features.add(f"only:{line.shape}")
        features.add(f"only:{line.shape}@{found.zones.part(index)}")
    features.add(f"line:{line.shape}")
    features.update(found.placed(f"line:{line.shape.split('-')[0]}", index))
    features.update(_beside(line, found.page.blocks, index))


def _labelled_lines(found: Gathering) -> Iterator[int]:
    """The blocks elsewhere on the page that name a person with a byline word beside or above the name."""
    page = found.page
    near = set(found.zones.near)
    starts, heads = label_starts(), label_heads()
    taken = 0
    for block in page.blocks:
        text = block.text
        # The first letters rule out most blocks, so they are asked first.
        labelled = text[:2].casefold() in starts
        if not labelled and (text[:1] < "\u3000" or len(text) > _MAX_CREDITED):
            continue
        head = text[:3].casefold()
        if text < "\u0e00" and head[:3] not in heads and head[:2] not in heads:
            continue
        if not 1 < len(text) <= _MAX_LABELLED or block.index in near or block.tag == _CHOICE:
            continue
        index = _labelled_line(found, block, labelled)
        if index is not None and index not in near:
            yield index
            taken += 1
            if taken == _MOST_LABELLED:
                return


def _labelled_line(found: Gathering, block: Block, labelled: bool) -> int | None:
    """The index of the block with a person's name: ``block``, or the next if it is a label; None for neither.

    ``labelled`` is whether it may begin with a byline word.
    """
    page, text = found.page, block.text
    wide = text[0] >= "\u3000"
    if labelled and is_label(text):
        # "Posted by", with the name in the next block.
        below = block.index + 1 + is_face(page.blocks, block.index + 1)
        return below if below < len(page.blocks) else None
    credited = wide and len(text) <= _MAX_CREDITED and may_be_credited(text)
    if not (credited or (labelled and may_be_labelled(text))):
        return None
    role = page.role(block.index)
    if role in ELSEWHERE and not (found.zones.is_text and role is _NAV):
        return None
    line = read_line(text, bare=wide)
    return block.index if line and line.shape in _FAR_SHAPES else None


def _beside(line: Line, blocks: Sequence[Block], index: int) -> Iterator[str]:
    """Features of the blocks beside the line: a figure, a biography, a job title."""
    if has_bio_below(blocks, index, line.names[0]):
        yield "bio-below"
    yield from signs_beside(blocks, index, line.names[0])
    jobs = byline_words().jobs
    for other in (*blocks[max(0, index - 2) : index], *blocks[index + 1 : index + 3]):
        text = other.text
        if len(text) < _MAX_DAY and any(map(str.isdigit, text)):
            yield "number-near"
        if len(text) < _MAX_JOB and not jobs.isdisjoint(text.casefold().replace(",", " ").split()):
            yield "job-near"


def add_rows(found: Gathering) -> None:
    """Add rows of tables in raw page text that are a label and a person: "Author" | "Ann Example"."""
    for block in found.page.blocks:
        for row in block.table.rows if block.table and len(block.table.rows) <= _MOST_ROWS else ():
            label, *values = map(text_of, row)
            names = read_names(values[0]) if len(values) == 1 and is_label(label) else ()
            if names and all(map(is_person, names)):
                _describe(found, found.entry(names, block.index), Line("below-label", names), block.index)


def add_far(found: Gathering) -> None:
    """Add lines of raw page text that are a person's name and nothing else, in any part of the page."""
    first, last = found.signs.core
    taken = 0
    for block in found.page.blocks:
        text = block.text
        if not 4 < len(text) <= _MAX_FAR or (" " not in text and text.isascii()):
            continue
        index = block.index
        # More lines have the shape of a person's name, so that is asked later: it takes 0.75 of the time.
        if not begins_as_name(text) and found.page.role(index) is not _AUTHOR_BIO:
            continue
        if not is_person(text) or not is_name(text) or greets(text):
            continue
        candidate = found.entry((text,))
        if index in candidate.blocks:
            continue
        candidate.blocks.append(index)
        taken += 1
        side = "before" if index < first else "after" if index > last else "in"
        candidate.features.update(
            (f"far:{binned(taken, (1, 2, 4, 8))}", f"far:{found.page.role(index)}", f"far:{side}")
        )
        candidate.features.update(found.placed("far", index))
        candidate.features.update(signs_beside(found.page.blocks, index, text))
        if has_bio_below(found.page.blocks, index, text):
            candidate.features.add("bio-below")
        if taken == _MOST_FAR:
            return
