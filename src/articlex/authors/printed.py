"""Candidates that the page prints: bylines in lines of their own, with or without a byline word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import ELSEWHERE, Authors, Gathering, has_bio_below
from articlex.authors.given import givenness
from articlex.authors.lines import Line, is_label, is_person, label_starts, may_be_labelled, read_line
from articlex.authors.names import read_names
from articlex.data.bylines import byline_words
from articlex.page import Block, Role
from articlex.titles.candidate import binned

#: Lines with a byline word elsewhere on the page that are looked at, and the longest one.
_MOST_LABELLED, _MAX_LABELLED = 6, 140
_FAR_SHAPES = frozenset(("by-person", "colon-person", "word-other", "by-other"))
#: Datelines beside which a name is looked for, and the longest name there.
_MOST_DATES, _MAX_BESIDE, _MAX_WORDS = 4, 40, 3
_MOST_FAR, _MAX_FAR = 20, 40


def add_lines(found: Gathering) -> None:
    """Bylines around the headline and the ends of the text, and labelled ones anywhere."""
    page, zones = found.page, found.zones
    blocks = page.blocks
    last: tuple[int, Line] | None = None
    for index in [*zones.near, *_labelled_lines(found)]:
        if index == zones.title or len(blocks[index].text) < 2:
            continue
        line, is_elsewhere = _read(found, index)
        if line is None or (is_elsewhere and line.shape.startswith(("dated", "inside"))):
            continue
        candidate = found.entry(line.names, index)
        _describe(found, candidate, line, index)
        if last and index - last[0] <= 2 and last[1].names != line.names and last[1].shape == line.shape:
            both = tuple(dict.fromkeys((*last[1].names, *line.names)))
            joined = found.entry(both)
            joined.blocks += [last[0], index]
            joined.features.add("joined-lines")
        last = (index, line)


def _read(found: Gathering, index: int) -> tuple[Line | None, bool]:
    """A block read as a byline, and whether it stands in a part of the page that is not the article's."""
    page, zones = found.page, found.zones
    blocks = page.blocks
    role = page.role(index)
    beside_text = zones.is_beside_text(index)
    # In raw text a name between headline and body looks like a line of a menu.
    as_menu = zones.is_text and role is Role.NAV and (0 < index - zones.title <= 6 or beside_text)
    elsewhere = role in ELSEWHERE and not as_menu
    # Without a byline word, a name is a byline beside the headline or in a box about the author alone.
    text = blocks[index].text
    bare = not elsewhere and (
        zones.part(index) == "title" or beside_text or has_bio_below(blocks, index, text)
    )
    return _label_above(blocks, index) or read_line(text, bare=bare), elsewhere


def _describe(found: Gathering, candidate: Authors, line: Line, index: int) -> None:
    features = candidate.features
    if not candidate.facts:
        features.add(f"only:{line.shape}")
        features.add(f"only:{line.shape}@{found.zones.part(index)}")
    features.add(f"line:{line.shape}")
    features.update(found.placed(f"line:{line.shape.split('-')[0]}", index))
    features.update(_beside(line, found.page.blocks, index))


def _labelled_lines(found: Gathering) -> Iterator[int]:
    """Other lines of the page that begin with a byline word and name a person: "Written by Ann Example"."""
    page = found.page
    near = set(found.zones.near)
    starts = label_starts()
    taken = 0
    for block in page.blocks:
        text = block.text
        if not 5 < len(text) <= _MAX_LABELLED or text[:2].casefold() not in starts:
            continue
        if block.index in near or not may_be_labelled(text):
            continue
        role = page.role(block.index)
        if role in ELSEWHERE and not (found.zones.is_text and role is Role.NAV):
            continue
        line = read_line(text, bare=False)
        if line and line.shape in _FAR_SHAPES:
            yield block.index
            taken += 1
            if taken == _MOST_LABELLED:
                return


def _label_above(blocks: Sequence[Block], index: int) -> Line | None:
    """The names in a block below a label alone: "Author" and, in the next line, "Ann Example"."""
    if index == 0 or not is_label(blocks[index - 1].text) or len(blocks[index].text) > 120:
        return None
    names = read_names(blocks[index].text)
    return Line("below-label", names) if names else None


def _beside(line: Line, blocks: Sequence[Block], index: int) -> Iterator[str]:
    """What stands beside the line: a date, a text that begins with the same name, a job."""
    if has_bio_below(blocks, index, line.names[0]):
        yield "bio-below"
    jobs = byline_words().jobs
    for other in (*blocks[max(0, index - 2) : index], *blocks[index + 1 : index + 3]):
        text = other.text
        if len(text) < 60 and any(map(str.isdigit, text)):
            yield "number-near"
        if len(text) < 80 and not jobs.isdisjoint(text.casefold().replace(",", " ").split()):
            yield "job-near"


def add_beside_dates(found: Gathering) -> None:
    """A short line beside a dateline of raw page text: in a thread, the name under which somebody posts."""
    page = found.page
    dates = [mark.block for mark in page.marks if mark.role is Role.DATE][:_MOST_DATES]
    for number, date in enumerate(dates):
        for away in (-2, -1, 1, 2):
            index = date + away
            if not 0 <= index < len(page.blocks) or index == found.zones.title or found.signs.labels[index]:
                continue
            text = page.blocks[index].text
            if not 1 < len(text) <= _MAX_BESIDE or len(text.split()) > _MAX_WORDS or index in dates:
                continue
            names = read_names(text)
            if len(names) == 1:
                candidate = found.entry(names, index)
                candidate.features.add(f"beside-date:{away}")
                candidate.features.add(f"beside-date:{'later' if number else 'first'}")
                candidate.features.update(found.placed("beside-date", index))


def add_far(found: Gathering) -> None:
    """Lines of raw page text that are a person's name and nothing else, wherever they stand."""
    first, last = found.signs.core
    taken = 0
    for block in found.page.blocks:
        text, index = block.text, block.index
        if not 4 < len(text) <= _MAX_FAR or not is_person(text) or givenness(text) != "first":
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
        if has_bio_below(found.page.blocks, index, text):
            candidate.features.add("bio-below")
        if taken == _MOST_FAR:
            return
