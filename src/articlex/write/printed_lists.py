"""Lists typed as text on the page ("• oil", "• wicks", in paragraphs or lines), as lists.

The runs of their items have no sign, since every format has signs of its own; the text keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, groupby
from typing import NamedTuple

from articlex.page import Block, Container, Kind, Run, Style, Wrap, runs_text
from articlex.punctuation import BULLETS, COLONS
from articlex.regex import regex

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page
_OF_LINES = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})

#: Signs that begin nothing but items. Dashes also begin direct speech, and count only behind a colon.
_BULLETS = tuple(f"{BULLETS}・･")
_BULLET = regex(rf"[{''.join(_BULLETS)}]\s*")
_DASH = regex(r"[-*](?:\s+|\Z)")
#: Numbers in the digits of any script; Chinese and Japanese, Burmese and Bengali signs need no blank behind.
_NUMBER = regex(r"(\d{1,3})(?:[.)-](?:\s+|\Z)|[、．။।]\s*(?!\d))")
#: What any of these begin with.
_SIGNED = regex(rf"[{''.join(_BULLETS)}*\d-]")
#: Fewest items of a list, and fewest numbered paragraphs: two may be the articles of a law.
_FEWEST, _FEWEST_NUMBERED = 2, 3

Runs = list[Run]


class _Line(NamedTuple):
    """A line of a paragraph, or a paragraph of one line."""

    block: Block
    runs: Runs

    @property
    def start(self) -> str:
        """The text at its beginning, where a sign would be; "" for a picture."""
        return self.runs[0].text if self.runs and self.runs[0].src is None else ""

    @property
    def text(self) -> str:
        return runs_text(self.runs).strip()


def with_printed_lists(body: Iterable[Block]) -> list[Block]:
    """The body, with lists in place of paragraphs, or of lines in a paragraph, that begin with such signs."""
    blocks = list(body)
    #: The numbers of new containers.
    free = count(1 + max([container.id for block in blocks for container in block.within], default=-1))
    out: list[Block] = []
    for (kind, many_lines, _), group in groupby(blocks, _line_like):
        if kind is _PARAGRAPH and not many_lines:
            out += _of_paragraphs(list(group), free)
        elif many_lines and kind in _OF_LINES:
            out += (part for block in group for part in _of_lines(block, free))
        else:
            out += group
    return out


def _line_like(block: Block) -> tuple[Kind, bool, tuple[Container, ...]]:
    """(the kind of a block, whether it has several lines, the containers around it): paragraphs that become
    one list have these in common."""
    return block.kind, "\n" in block.text, block.within


def _of_paragraphs(blocks: Sequence[Block], free: Iterator[int]) -> Sequence[Block]:
    """Paragraphs of one line, or lists in place of them."""
    if not any(_SIGNED.match(block.text) for block in blocks):  # on most pages
        return blocks
    return _with_lists([_Line(block, [*block.runs]) for block in blocks], _FEWEST_NUMBERED, free)


def _of_lines(block: Block, free: Iterator[int]) -> Sequence[Block]:
    """A paragraph of several lines, or lists in place of some of them."""
    return _with_lists(_lines(block), _FEWEST, free) if _SIGNED.search(block.text) else (block,)


def _with_lists(lines: Sequence[_Line], least: int, free: Iterator[int]) -> list[Block]:
    """``lines`` with lists in place of those that begin with signs; ``least`` numbers make a list."""
    out: list[Block] = []
    rest: list[_Line] = []
    place = 0
    while place < len(lines):
        size, number = _signed(lines, place)
        listed = lines[place : place + size]
        items = [_without_sign(line.runs) for line in listed]
        if size >= (_FEWEST if number is None else least) and all(items):
            out += [*_paragraphs(rest), *_list(listed, items, number, free)]
            rest = []
        else:
            rest += lines[place : place + max(size, 1)]
        place += max(size, 1)
    return [*out, *_paragraphs(rest)]


def _lines(block: Block) -> list[_Line]:
    """The lines of a paragraph."""
    lines: list[_Line] = [_Line(block, [])]
    for run in block.runs:
        if run.style & Style.BREAK:
            lines.append(_Line(block, []))
        else:
            lines[-1].runs.append(run)
    return lines


def _signed(lines: Sequence[_Line], place: int) -> tuple[int, int | None]:
    """(how many lines from ``place`` on have signs of one kind, the first number or None for bullets)."""
    start = lines[place].start
    if start.startswith(_BULLETS):
        return _stretch(lines, place, _BULLETS), None
    if _DASH.match(start) and place and _ends_in_colon(lines[place - 1]):
        return _stretch(lines, place, (start[0],)), None
    first = _NUMBER.match(start)
    number = int(first[1]) if first else 0
    count = 0
    while place + count < len(lines) and (found := _NUMBER.match(lines[place + count].start)):
        if int(found[1]) != number + count:
            break
        count += 1
    return count, number


def _ends_in_colon(line: _Line) -> bool:
    return bool(line.runs) and line.runs[-1].text.rstrip()[-1:] in COLONS


def _stretch(lines: Sequence[_Line], place: int, signs: tuple[str, ...]) -> int:
    end = place + 1
    while end < len(lines) and lines[end].start.startswith(signs):
        end += 1
    return end - place


def _without_sign(line: Runs) -> Runs:
    """The runs of an item behind its sign; none if there is no sign, or nothing behind it."""
    if not line or line[0].src is not None:
        return []
    first = line[0].text
    found = _BULLET.match(first) or _DASH.match(first) or _NUMBER.match(first)
    if found is None:
        return []
    runs = [line[0]._replace(text=first[found.end() :]), *line[1:]]
    while runs and runs[0].src is None and not runs[0].text.strip():
        runs = runs[1:]
    if runs and runs[0].src is None:
        runs = [runs[0]._replace(text=runs[0].text.lstrip()), *runs[1:]]
    return runs if any(run.src is not None or any(map(str.isalnum, run.text)) for run in runs) else []


def _list(
    lines: Sequence[_Line], items: Sequence[Runs], number: int | None, free: Iterator[int]
) -> Iterator[Block]:
    """The items of a list numbered from ``number`` on, or of a bulleted one if that is None. Items with
    another bullet than the first item become lists inside the item above."""
    numbers = count(1 if number is None else number)
    around = Container(Wrap.LIST, next(free), ordered=number is not None, number=number or 1)
    item = inner = around
    for line, runs in zip(lines, items, strict=True):
        if number is not None or line.start[0] == lines[0].start[0]:
            item = inner = Container(Wrap.ITEM, next(free), number=next(numbers))
            path: tuple[Container, ...] = (around, item)
        else:
            inner = Container(Wrap.LIST, next(free)) if inner is item else inner
            path = (around, item, inner, Container(Wrap.ITEM, next(free)))
        within = (*line.block.within, *path)
        yield replace(line.block, kind=Kind.LIST_ITEM, runs=tuple(runs), text=line.text, within=within)


def _paragraphs(lines: Iterable[_Line]) -> Iterator[Block]:
    """Lines outside of lists: those of one paragraph are a paragraph again, the same if none is missing."""
    for _, group in groupby(lines, lambda line: id(line.block)):
        first, *others = group
        block = first.block
        breaks = sum(bool(run.style & Style.BREAK) for run in block.runs)
        for line in others:
            first.runs.extend((Run("\n", Style.BREAK), *line.runs))
        is_whole = len(others) == breaks
        yield block if is_whole else replace(block, runs=tuple(first.runs), text=first.text)
