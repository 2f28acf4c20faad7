"""Lists typed as text on the page ("• oil", "• wicks", in paragraphs or lines), as lists in Markdown.

Only Markdown needs this: its lists have signs of their own, which these are not. The blocks stay as on the
page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from articlex.page import Block, Container, Kind, Run, Style, Wrap, runs_text
from articlex.punctuation import BULLETS, COLONS
from articlex.regex import regex
from articlex.write.structure import Branch, Tree

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


def with_printed_lists(tree: Tree) -> Tree:
    """The tree, with lists in place of paragraphs, or of lines in a paragraph, that begin with such signs."""
    out: Tree = []
    paragraphs: list[Block] = []
    for child in tree:
        if isinstance(child, Block) and child.kind is Kind.PARAGRAPH and "\n" not in child.text:
            paragraphs.append(child)
            continue
        out += _of_paragraphs(paragraphs)
        paragraphs = []
        if isinstance(child, Branch):
            out.append(Branch(child.container, with_printed_lists(child.children)))
        elif (
            child.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
            and "\n" in child.text
            and _SIGNED.search(child.text)
        ):
            out += _with_lists(_lines(child), _FEWEST)
        else:
            out.append(child)
    return out + _of_paragraphs(paragraphs)


def _of_paragraphs(blocks: Sequence[Block]) -> Tree:
    """Paragraphs of one line, or lists in place of them."""
    if not any(_SIGNED.match(block.text) for block in blocks):  # on most pages
        return [*blocks]
    return _with_lists([_Line(block, [*block.runs]) for block in blocks], _FEWEST_NUMBERED)


def _with_lists(lines: Sequence[_Line], least: int) -> Tree:
    """``lines`` with lists in place of those that begin with signs; ``least`` numbers make a list."""
    out: Tree = []
    rest: list[_Line] = []
    place = 0
    while place < len(lines):
        count, number = _signed(lines, place)
        listed = lines[place : place + count]
        items = [_without_sign(line.runs) for line in listed]
        if count >= (_FEWEST if number is None else least) and all(items):
            out += [*_paragraphs(rest), _list(listed, items, number)]
            rest = []
        else:
            rest += lines[place : place + max(count, 1)]
        place += max(count, 1)
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


def _list(lines: Sequence[_Line], items: Sequence[Runs], number: int | None) -> Branch:
    """A list numbered from ``number`` on, or a bulleted one if that is None. Items with another bullet than
    the first item become lists inside the item above."""
    first = 1 if number is None else number
    branches: list[Branch] = []
    for line, runs in zip(lines, items, strict=True):
        item = Branch(Container(Wrap.ITEM, -1, number=first + len(branches)), [_piece(line.block, runs)])
        if number is not None or line.start[0] == lines[0].start[0]:
            branches.append(item)
        elif len(branches[-1].children) > 1 and isinstance(below := branches[-1].children[-1], Branch):
            below.children.append(item)
        else:
            branches[-1].children.append(Branch(Container(Wrap.LIST, -1), [item]))
    return Branch(Container(Wrap.LIST, -1, ordered=number is not None, number=first), [*branches])


def _paragraphs(lines: Iterable[_Line]) -> Tree:
    """Lines outside of lists: those of one paragraph are a paragraph again, the same if none is missing."""
    out: Tree = []
    for _, group in groupby(lines, lambda line: id(line.block)):
        (block, runs), *others = group
        breaks = sum(bool(run.style & Style.BREAK) for run in block.runs)
        for line in others:
            runs += [Run("\n", Style.BREAK), *line.runs]
        out.append(block if len(others) == breaks else _piece(block, runs))
    return out


def _piece(block: Block, runs: Runs) -> Block:
    """A part of ``block``, with these runs."""
    return replace(block, kind=Kind.PARAGRAPH, runs=tuple(runs), text=runs_text(runs).strip())
