"""The tree of containers, rebuilt from the ``within`` paths of blocks, and what writers need of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from articlex.page import Block, Container, Kind, Node, Run, Style, Wrap
from articlex.signs.summaries import is_summary
from articlex.write.floating_pictures import with_pictures_apart

#: Containers nested more deeply are left out: the writers recurse, and hundreds of levels have no meaning. A
#: list is two levels, itself and its item; of 663 pages of the corpora one nests eight lists, none more.
#: CommonMark parsers stop at 20, including the paragraph (markdown-it's ``maxNesting``).
MAX_DEPTH = 18

_HEADING, _RULE = Kind.HEADING, Kind.RULE  # see articlex.page


class Branch(NamedTuple):
    """A container with its kept children."""

    container: Container
    children: list[Branch | Block]


Tree = list["Branch | Block"]


def nest(blocks: Iterable[Block]) -> Tree:
    """The blocks as a tree of containers, in document order.

    Neighbours in the same container share a branch. A container that continues after other blocks becomes a
    second branch, so the order never changes.
    """
    top: Tree = []
    open_branches: list[Branch] = []
    for block in with_pictures_apart(blocks):
        path = block.within
        if not path:
            if open_branches:
                open_branches = []
            top.append(block)
            continue
        path = path[:MAX_DEPTH]
        shared = 0
        for branch, container in zip(open_branches, path, strict=False):
            if branch.container.id != container.id:
                break
            shared += 1
        del open_branches[shared:]
        for container in path[shared:]:
            branch = Branch(container, [])
            (open_branches[-1].children if open_branches else top).append(branch)
            open_branches.append(branch)
        (open_branches[-1].children if open_branches else top).append(block)
    return top


def with_items_alone(tree: Tree) -> Tree:
    """The tree for Markdown, without figures and with nothing but items directly inside a list.

    A list directly inside a list moves into the item above it, or out of the list if there is none. Anything
    else between items, such as a heading, ends the list, and the next item begins another one. So does an
    item with another number than the next: parsers count from the first one.
    """
    out: Tree = []
    for child in tree:
        if not isinstance(child, Branch):
            out.append(child)
        elif child.container.wrap is Wrap.FIGURE:
            out += with_items_alone(child.children)
        elif child.container.wrap is not Wrap.LIST:
            out.append(Branch(child.container, with_items_alone(child.children)))
        else:
            for part in _lists(child):
                last = out[-1] if out else None
                if isinstance(part, Branch) and isinstance(last, Branch) and _goes_on(last, part):
                    last.children.extend(part.children)
                else:
                    out.append(part)
    return out


def _goes_on(last: Branch, part: Branch) -> bool:
    """Whether a list counts on from the list right above it, of which it is a part: pages part lists at
    pictures and notes."""
    is_numbered = all(each.container.wrap is Wrap.LIST and each.container.ordered for each in (last, part))
    if not is_numbered:
        return False
    item, other = part.children[0], last.children[-1]
    return isinstance(item, Branch) and isinstance(other, Branch) and _follows(item, other)


def _lists(branch: Branch) -> Tree:
    """The lists into which a list is divided, and what is between them."""
    out: Tree = []
    items: Tree = []
    for child in with_items_alone(branch.children):
        wrap = child.container.wrap if isinstance(child, Branch) else None
        last = items[-1] if items else None
        if isinstance(child, Branch) and wrap is Wrap.ITEM:
            if not isinstance(last, Branch) or (branch.container.ordered and not _follows(child, last)):
                items = []
                out.append(Branch(branch.container, items))
            items.append(child)
        elif wrap is Wrap.LIST and isinstance(last, Branch):
            last.children.append(child)
        else:
            out.append(child)
            items = []
    return out


def _follows(item: Branch, other: Branch) -> bool:
    return item.container.number == other.container.number + 1


def without_idle_rules(tree: Tree) -> Tree:
    """The tree without rules that separate nothing: at both ends, below other rules, and so in each
    container.

    One in the first line would open front matter. Some pages have a rule in each item of a list, such as
    cards and placeholders that a script would have filled; an item with nothing else disappears.
    """
    kept: Tree = []
    for child in tree:
        if isinstance(child, Branch):
            inner = without_idle_rules(child.children)
            if inner:
                kept.append(Branch(child.container, inner))
        elif child.kind is not _RULE or (kept and not _is_rule(kept[-1])):
            kept.append(child)
    return kept[:-1] if kept and _is_rule(kept[-1]) else kept


def _is_rule(child: Branch | Block) -> bool:
    return not isinstance(child, Branch) and child.kind is _RULE


def printed_notes(body: Iterable[Block]) -> tuple[str, ...]:
    """The anchors of the footnotes in ``body``, in order."""
    containers = (c for block in body for c in block.within[:MAX_DEPTH] if c.wrap is Wrap.FOOTNOTE)
    return tuple(dict.fromkeys(container.label for container in containers if container.label))


def note_of(sign: Run) -> str:
    """The anchor of the footnote to which a run refers; "" if it is no reference."""
    return (sign.href or "").rpartition("#")[2] if sign.style & Style.FOOTNOTE else ""


def take_footnotes(tree: Tree) -> tuple[Tree, list[Branch]]:
    """(the tree without footnotes, the footnotes from anywhere in it, in order)."""
    rest: Tree = []
    notes: list[Branch] = []
    for child in tree:
        if not isinstance(child, Branch):
            rest.append(child)
            continue
        inner, found = take_footnotes(child.children)
        notes += found
        if child.container.wrap is Wrap.FOOTNOTE:
            notes.append(Branch(child.container, inner))
        elif inner:
            rest.append(Branch(child.container, inner))
    return rest, notes


def going_on(tree: Tree, nodes: Sequence[Node]) -> frozenset[int]:
    """The indices of the blocks right in a definition list that go on with the definition before them: those
    of one <dd>."""
    found: list[int] = []
    last = -1
    for child in tree:
        if isinstance(child, Branch) or child.kind is not Kind.DEFINITION:
            continue
        around = _definition_around(child, nodes)
        if around == last >= 0:
            found.append(child.index)
        last = around
    return frozenset(found)


def _definition_around(block: Block, nodes: Sequence[Node]) -> int:
    """The place of the <dd> that a block stands in, in ``nodes``; -1 if there is none in its list."""
    place = block.node
    while 0 <= place < len(nodes) and nodes[place].tag != "dl":
        if nodes[place].tag == "dd":
            return place
        place = nodes[place].parent
    return -1


def without_summaries(blocks: Iterable[Block], nodes: Sequence[Node]) -> list[Block]:
    """The blocks without those in a <summary>, which are printed as such and never as headings."""
    return [block for block in blocks if not is_summary(block, nodes)]
