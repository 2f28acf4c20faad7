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
from articlex.dates import find_dates
from articlex.page import Block, Kind, Node, Page, Role
from articlex.page_kinds import page_kind
from articlex.regex import DIGIT, NUMBER
from articlex.signs.boxes import is_box_title
from articlex.stages.parts.bold_lines import is_headed, may_be_heading
from articlex.stages.parts.pull_quotes import PULLED

_PARAGRAPH, _TERM, _CAPTION, _IMAGE = Kind.PARAGRAPH, Kind.TERM, Kind.CAPTION, Kind.IMAGE  # see articlex.page

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
    """The headings of that kind that have one of ``roles`` and stand above one of the blocks ``kept``.

    Of those on 3,736 annotated pages above gold text, 21 of 29 are gold; pictures have captions and threads
    the places that people are from in such lines.
    """
    if page_kind(page).kind == "forum":
        return
    # A heading may stand above the first text.
    span = range(max(min(kept) - 1, 0), max(kept) + 1)
    lines: list[Block] = []
    below: dict[int, Block] = {}
    text: Block | None = None
    for block in reversed(page.blocks[span.start : span.stop]):
        index = block.index
        may_be_line = block.kind is _PARAGRAPH and (index in kept or page.role(index) in roles)
        if may_be_line and text is not None and text.index - index <= _NEAR:
            lines.append(block)
            below[index] = text
        if index in kept and block.text and block.kind is not _CAPTION:
            text = block
    found = lines_of_a_class(lines, below, page.nodes, span)
    yield from (i for i in sorted(found.difference(kept)) if not _is_of_picture(page, i, found))


def _is_of_picture(page: Page, index: int, found: Collection[int]) -> bool:
    """Whether a line stands right below a picture, as captions do, or below one in an element around it that
    has no other of those ``found``: a card."""
    card = page.nodes[page.nodes[page.blocks[index].node].parent]
    above = page.blocks[card.first : index] or page.blocks[max(index - 1, 0) : index]
    is_alone = sum(i in found for i in range(card.first, card.last)) == 1
    pictures = [block.index for block in above if block.kind is _IMAGE]
    return bool(pictures) and (is_alone or pictures[-1] == index - 1)


def _is_line(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether a paragraph is a line that may be a heading, alone in an element with a class."""
    if block.kind is not _PARAGRAPH or not block.text or block.node >= len(nodes):
        return False
    node = nodes[block.node]
    is_alone = bool(node.shape) and node.last - node.first == 1 and PULLED.isdisjoint(node.words)
    return is_alone and may_be_heading(block, are_asked=False) and not is_box_title(block, nodes)


def _class_of(node: Node, shapes: Counter[tuple[str, str]]) -> tuple[str, str]:
    """The tag and class of an element, without the id that no other has."""
    name = (node.tag, node.shape)
    return (node.tag, node.shape.rpartition(" ")[0] or node.shape) if shapes[name] == 1 else name


def _are_headings(group: Sequence[Block], below: Mapping[int, Block]) -> bool:
    """Whether lines of one class all stand above a text of their own, each says something else, and they are
    neither what that text begins with, names with or without days, nor credits of pictures. Those that count
    need no long text below them."""
    texts = [below[line.index] for line in group]
    if all(find_dates(line.text) for line in group):
        return False
    if any(text.text.startswith(line.text) for line, text in zip(group, texts, strict=True)):
        return False
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
