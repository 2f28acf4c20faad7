"""Headings in bold that are no paragraphs of their own: the first line of a paragraph, above a break, and the
only item of a list, as editors without a style for headings leave them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from articlex.bylines.given import begins_as_name
from articlex.page import Block, Kind, Node, Run, Style, Wrap, runs_text
from articlex.punctuation import asks
from articlex.read.text.sections import is_bold
from articlex.signs.boxes import opens_box
from articlex.stages.parts.bold_lines import ELLIPSES, is_headed, is_interview, may_be_heading

_PARAGRAPH, _ITEM = Kind.PARAGRAPH, Kind.LIST_ITEM  # see articlex.page

#: Fewest first lines, and fewest lists of one item, that are headings. One or two are labels.
_FEWEST, _FEWEST_LISTS = 3, 2
#: Lines that begin with a given name, from which on they are who says what stands below: guests of an event,
#: readers who comment. On 64 pages with three and more such lines they are that on three.
_NAMES, _LONGEST_NAME = 2, 40

#: A line in bold, and the paragraph below it.
_Parted = tuple[Block, Block]


def with_first_lines(body: Sequence[Block], nodes: Sequence[Node]) -> tuple[Sequence[Block], frozenset[int]]:
    """The ``body`` of an article in HTML with such lines as paragraphs of their own, and their places."""
    parted = _first_lines(body, nodes)
    items = _lone_items(body)
    if not parted and not items:
        return body, frozenset()
    made: list[Block] = []
    found: list[int] = []
    for place, block in enumerate(body):
        if place in parted:
            found.append(len(made))
            made.extend(parted[place])
        elif place in items:
            found.append(len(made))
            made.append(_as_line(block))
        else:
            made.append(block)
    return made, frozenset(found)


def _first_lines(body: Sequence[Block], nodes: Sequence[Node]) -> dict[int, _Parted]:
    """The paragraphs whose first line is a heading, by their places, each parted from the rest. The first
    line of a box is its label."""
    parted = {
        place: both
        for place, block in enumerate(body)
        if block.kind is _PARAGRAPH
        and (both := _parted(block)) is not None
        and not opens_box(block, nodes, fewest=1)
    }
    if len(parted) < _FEWEST:
        return {}
    are_asked = is_interview(line for line, _ in parted.values())
    found = {
        place: (line, rest)
        for place, (line, rest) in parted.items()
        if may_be_heading(line, are_asked) and not line.text.endswith(ELLIPSES) and is_headed(rest)
    }
    names = sum(_may_name_somebody(line.text) for line, _ in parted.values())
    return found if len(found) >= _FEWEST and names < _NAMES else {}


def _may_name_somebody(line: str) -> bool:
    """Whether a line may be the name of a person: "Will I lose it?" begins as one."""
    return len(line) <= _LONGEST_NAME and not asks(line) and begins_as_name(line)


def _parted(block: Block) -> _Parted | None:
    """The first line of a paragraph and the rest, if that line alone is in bold."""
    runs = block.runs
    if not runs or not runs[0].style & Style.STRONG:
        return None
    end = next((place for place, run in enumerate(runs) if run.style & Style.BREAK), 0)
    if not end or any(run.src is not None or not run.style & Style.STRONG for run in runs[:end]):
        return None
    start = next((place for place in range(end, len(runs)) if not runs[place].style & Style.BREAK), len(runs))
    return (_with_runs(block, runs[:end]), _with_runs(block, runs[start:])) if start < len(runs) else None


def _with_runs(block: Block, runs: tuple[Run, ...]) -> Block:
    """A paragraph of some of the runs of a block."""
    links = sum(run.href is not None for run in runs)
    return replace(block, runs=runs, text=runs_text(runs).strip(), links=links)


def _lone_items(body: Sequence[Block]) -> frozenset[int]:
    """The places of lists of one item, all of it in bold, that stand above a paragraph each."""
    items = [place for place, block in enumerate(body) if block.kind is _ITEM and is_bold(block)]
    if len(items) < _FEWEST_LISTS:
        return frozenset()
    sizes = Counter(container.id for block in body for container in block.within)
    lines = {
        place
        for place in items
        if _is_alone(body[place], sizes)
        and may_be_heading(replace(body[place], within=()), are_asked=False)
        and not body[place].text.endswith(ELLIPSES)
        and place + 1 < len(body)
        and body[place + 1].kind is _PARAGRAPH
        and not body[place + 1].within
        and is_headed(body[place + 1])
    }
    return frozenset(lines) if len(lines) >= _FEWEST_LISTS else frozenset()


def _is_alone(block: Block, sizes: Counter[int]) -> bool:
    """Whether an item is all of a list that is in no other structure."""
    wraps = [container.wrap for container in block.within]
    return wraps == [Wrap.LIST, Wrap.ITEM] and sizes[block.within[0].id] == 1


def _as_line(item: Block) -> Block:
    """An item as a paragraph, with its number."""
    container = item.within[-1]
    if not item.within[0].ordered:
        return replace(item, kind=_PARAGRAPH, within=())
    number = container.label or f"{container.number}."
    runs = (Run(f"{number} ", Style.STRONG), *item.runs)
    return replace(item, kind=_PARAGRAPH, within=(), runs=runs, text=f"{number} {item.text}")
