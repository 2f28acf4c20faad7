"""Headings that nothing but their class marks: short lines, each alone in an element of one and the same
class, each right above a text.

What a class is called says little (labels, prices and captions are called titles as well), but that a page
has several such elements, and in each a line of its own above a text, does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from articlex.bylines.given import begins_as_name
from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Kind, Node, Page, Role
from articlex.regex import DIGIT, NUMBER
from articlex.signs.boxes import is_box_title
from articlex.stages.parts.bold_lines import is_headed, may_be_heading

_PARAGRAPH, _TERM, _CAPTION = Kind.PARAGRAPH, Kind.TERM, Kind.CAPTION  # see articlex.page

#: Fewest lines of one class. Pairs are labels, captions and names as often as not.
_FEWEST = 3
#: Lines that begin with a given name, from which on they are who says what stands below.
_NAMES = 2
#: The share of the elements of that class, between the first and the last text of the article, that hold
#: such lines.
_SHARE = 0.5
#: Blocks from a line that was left out to the text that it heads: a picture, a caption or a mark in figures
#: may stand between them.
_NEAR = 3


def lines_of_a_class(
    lines: Sequence[Block], below: Mapping[int, Block], nodes: Sequence[Node], span: range
) -> set[int]:
    """The indices of those of the ``lines`` that are headings by their class, on a page of these ``nodes``.

    ``below`` has the next text of the body behind each of them, and ``span`` the blocks from its first to its
    last text.
    """
    lines = [line for line in lines if line.index in below and _is_line(line, nodes)]
    if len(lines) < _FEWEST:
        return set()
    inside = [node for node in nodes if node.shape and node.last > node.first and node.first in span]
    shapes = Counter((node.tag, node.shape) for node in inside)
    groups: dict[tuple[str, str], list[Block]] = {}
    for line in lines:
        groups.setdefault(_class_of(nodes[line.node], shapes), []).append(line)
    groups = {name: group for name, group in groups.items() if len(group) >= _FEWEST}
    if not groups:
        return set()
    named = [(_class_of(node, shapes), node) for node in inside]
    holding = {name for name, node in named if node.last - node.first > 1}
    elements = Counter(name for name, _ in named)
    return {
        line.index
        for name, group in groups.items()
        if name not in holding and len(group) >= _SHARE * elements[name] and _are_headings(group, below)
        for line in group
    }


def lines_left_out(page: Page, kept: Collection[int], roles: Collection[Role]) -> Iterator[int]:
    """The headings of that kind that have one of ``roles`` and stand above one of the blocks ``kept``."""
    # A heading may stand above the first text.
    span = range(max(min(kept) - 1, 0), max(kept) + 1)
    lines: list[Block] = []
    below: dict[int, Block] = {}
    text = None
    for block in reversed(page.blocks[span.start : span.stop]):
        index = block.index
        is_near = text is not None and text.index - index <= _NEAR
        if is_near and block.kind is _PARAGRAPH and (index in kept or page.role(index) in roles):
            lines.append(block)
            below[index] = text
        if index in kept and block.text and block.kind is not _CAPTION:
            text = block
    found = lines_of_a_class(lines, below, page.nodes, span)
    yield from sorted(found.difference(kept))


def _is_line(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether a paragraph is a line that may be a heading, alone in an element with a class."""
    if block.kind is not _PARAGRAPH or not block.text or block.node >= len(nodes):
        return False
    node = nodes[block.node]
    is_alone = bool(node.shape) and node.last - node.first == 1
    return is_alone and may_be_heading(block, are_asked=False) and not is_box_title(block, nodes)


def _class_of(node: Node, shapes: Counter[tuple[str, str]]) -> tuple[str, str]:
    """The tag and class of an element, without the id that no other has."""
    name = (node.tag, node.shape)
    return (node.tag, node.shape.rpartition(" ")[0] or node.shape) if shapes[name] == 1 else name


def _are_headings(group: Sequence[Block], below: Mapping[int, Block]) -> bool:
    """Whether lines of one class all stand above a text of their own, each says something else, and they are
    neither names nor credits of pictures. Those that count need no long text below them."""
    texts = [below[line.index] for line in group]
    own = {text.index for text in texts}
    if len(own) < len(texts) or not own.isdisjoint(line.index for line in group):
        return False
    if not _count(group) and not all(is_headed(text) or text.kind is _TERM for text in texts):
        return False
    # Counters ("2 of 7") and labels ("Photo: Ann Lee") say the same but for a number and what they label.
    said = {DIGIT.sub("0", line.text).partition(":")[0] for line in group}
    names = sum(begins_as_name(line.text) for line in group)
    return len(said) == len(group) and names < _NAMES and not any(credits_picture(b.text) for b in group)


def _count(group: Sequence[Block]) -> bool:
    """Whether lines begin with numbers that count, up from 1 or down to it."""
    numbers = [int(found[0]) if (found := NUMBER.match(line.text)) else 0 for line in group]
    counted = list(range(1, len(numbers) + 1))
    return numbers in (counted, counted[::-1])
