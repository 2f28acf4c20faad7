"""The containers around a run of blocks, rebuilt as a tree from the blocks' ``within`` paths; and what of the
tree is a list, a footnote or a summary to the writers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from articlex.page import Block, Container, Kind, Node, Run, Style, Wrap
from articlex.signs.summaries import is_summary

#: Containers nested deeper than this are left out of the tree: the writers recurse, and a page that nests
#: hundreds means nothing by it. A list is two, itself and its item; of 663 pages of the corpora one nests
#: eight lists, none more. CommonMark parsers stop at 20, a paragraph counted (markdown-it's ``maxNesting``).
MAX_DEPTH = 18


_HEADING, _RULE = Kind.HEADING, Kind.RULE  # see articlex.write.markdown
#: Boxes that pages print, or say to those who hear the page, before what one may tick.
_BOXES = frozenset("▢☐□◻⬜")
#: Those that Org writes, in code.
_WRITTEN_BOXES = frozenset({"[X]", "[ ]", "[\xa0]"})


class Branch(NamedTuple):
    """A container with what of it is kept."""

    container: Container
    children: list[Branch | Block]


Tree = list["Branch | Block"]


def nest(blocks: Iterable[Block]) -> Tree:
    """The blocks as a tree of containers, in document order.

    Neighbours that share a container share a branch. A container that comes back after other blocks is a
    second branch, so the order is never changed.
    """
    top: Tree = []
    open_branches: list[Branch] = []
    for block in _with_pictures_apart(blocks):
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
            if container.checked is not None:
                block = _without_box(block)
        (open_branches[-1].children if open_branches else top).append(block)
    return top


def _with_pictures_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; a picture before words that are called its caption is one of its own."""
    for block in blocks:
        runs = block.runs
        is_pictured = len(runs) > 1 and runs[0].src is not None and block.kind is Kind.PARAGRAPH
        if is_pictured and "caption" in block.inline_words and block.text:
            yield replace(block, kind=Kind.IMAGE, runs=runs[:1], text="")
            at = next(n for n, run in enumerate(runs[1:], 1) if run.src is not None or run.text.strip())
            block = replace(block, runs=runs[at:])
        yield block


def _without_box(block: Block) -> Block:
    """The first block of a task without the box in its text, where the writers set their own."""
    head = block.runs[0] if block.runs else None
    if head is None or head.src is not None:
        return block
    is_written = head.style & Style.CODE and head.text in _WRITTEN_BOXES
    if not is_written and head.text[:1] not in _BOXES:
        return block
    rest = "" if is_written else head.text[1:].lstrip()
    runs = block.runs[1:] if not rest else (head._replace(text=rest), *block.runs[1:])
    if is_written and runs:
        runs = (runs[0]._replace(text=runs[0].text.lstrip()), *runs[1:])
    return replace(block, runs=runs) if runs else block


def with_items_alone(tree: Tree) -> Tree:
    """The tree as Markdown has it: nothing but items right inside a list, and no figures.

    A list right inside a list belongs to the item above it, and stands on its own where there is none. What
    else stands between items, such as a heading, ends the list; the next item begins another.
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
            out += _lists(child)
    return out


def _lists(branch: Branch) -> Tree:
    """The lists that a list is, and what stands between them."""
    out: Tree = []
    items: Tree = []
    for child in with_items_alone(branch.children):
        wrap = child.container.wrap if isinstance(child, Branch) else None
        last = items[-1] if items else None
        if wrap is Wrap.ITEM:
            if not items:
                out.append(Branch(branch.container, items))
            items.append(child)
        elif wrap is Wrap.LIST and isinstance(last, Branch):
            last.children.append(child)
        else:
            out.append(child)
            items = []
    return out


def without_idle_rules(tree: Tree) -> Tree:
    """The tree without the rules that part nothing: those at its ends and below others, and so inside of each
    container. One in the first line would open front matter, and an item of nothing else has no text.

    Cards, and what a page shows until a script has filled a list, have a rule in each item.
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
    """The anchors of the footnotes that stand in ``body``, in their order."""
    containers = (c for block in body for c in block.within[:MAX_DEPTH] if c.wrap is Wrap.FOOTNOTE)
    return tuple(dict.fromkeys(container.label for container in containers if container.label))


def note_of(sign: Run) -> str:
    """The anchor of the footnote to which a run is the sign; "" when it is none."""
    return (sign.href or "").rpartition("#")[2] if sign.style & Style.FOOTNOTE else ""


def take_footnotes(tree: Tree) -> tuple[Tree, list[Branch]]:
    """(the tree without its footnotes, the footnotes in order, wherever they stood)."""
    notes: list[Branch] = []
    return _without(tree, notes), notes


def _without(tree: Tree, notes: list[Branch]) -> Tree:
    """The tree without footnotes, which go to ``notes``."""
    rest: Tree = []
    for child in tree:
        if not isinstance(child, Branch):
            rest.append(child)
        elif child.container.wrap is Wrap.FOOTNOTE:
            notes.append(Branch(child.container, _without(child.children, notes)))
        else:
            inner = _without(child.children, notes)
            if inner:
                rest.append(Branch(child.container, inner))
    return rest


def take_headings_of_notes(
    tree: Tree, printed: frozenset[int]
) -> tuple[Tree, list[tuple[Block, frozenset[int]]]]:
    """(the tree without the headings below which there are ``printed`` notes alone, these with their notes).

    Notes are printed last, and so are their headings; both have the notes by the ids of their containers.
    """
    rest: Tree = []
    headings: list[tuple[Block, frozenset[int]]] = []
    place = 0
    while place < len(tree):
        child, end = tree[place], place + 1
        while end < len(tree) and _is_note(tree[end], printed):
            end += 1
        is_last = end == len(tree) or _is_heading(tree[end])
        if _is_heading(child) and end > place + 1 and is_last and not isinstance(child, Branch):
            notes = (each.container.id for each in tree[place + 1 : end] if isinstance(each, Branch))
            headings.append((child, frozenset(notes)))
            rest += tree[place + 1 : end]
        else:
            rest += tree[place:end]
        place = end
    return rest, headings


def _is_note(child: Branch | Block, printed: frozenset[int]) -> bool:
    return (
        isinstance(child, Branch) and child.container.wrap is Wrap.FOOTNOTE and child.container.id in printed
    )


def _is_heading(child: Branch | Block) -> bool:
    return not isinstance(child, Branch) and child.kind is Kind.HEADING


def without_summaries(blocks: Iterable[Block], nodes: Sequence[Node]) -> list[Block]:
    """The blocks whose levels count among the headings: one in a <summary> is printed as that."""
    return [block for block in blocks if not is_summary(block, nodes)]
