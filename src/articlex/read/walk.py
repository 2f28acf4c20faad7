"""One walk over the parsed tree: elements in, blocks and nodes out.

The walk keeps no part of the tree out by its tag name: where a browser's parser would have ended an
unclosed <button>, <svg> or <noscript>, libxml2 leaves the whole article inside it. What a browser would not
show is read and flagged (:class:`~articlex.page.Hidden`).
"""

from __future__ import annotations

from lxml import etree

from articlex.page import Block, Cell, Container, Hidden, Kind, Markup, Node, Run, Wrap
from articlex.read import tables
from articlex.read.annotations import annotate
from articlex.read.attributes import conceals, hidden_bits, shape_of, split_words
from articlex.read.elements import SPECIAL, Plain
from articlex.read.inline import RunBuilder, runs_text
from articlex.read.state import State
from articlex.read.structure import SHAPES, aria_level
from articlex.read.tags import ENDS_SVG, INLINE_STYLE, is_block


class _OpenNode:
    """A node whose last block is not known yet."""

    __slots__ = ("depth", "first", "last", "parent", "shape", "tag", "words")

    def __init__(self, tag: str, parent: int, depth: int, shape: str, words: tuple[str, ...], first: int):
        self.tag, self.parent, self.depth = tag, parent, depth
        self.shape, self.words = shape, words
        self.first = self.last = first


class Walker:
    """The state of one walk. Make one for each tree; :meth:`walk` once."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.blocks: list[Block] = []
        self.open_nodes: list[_OpenNode] = [_OpenNode("", -1, 0, "", (), 0)]
        self.runs = RunBuilder()
        self._first_state = State(0)
        self._inline_words: dict[str, None] = {}
        self._anchor = ""
        self._words: dict[str, tuple[str, ...]] = {}
        self._containers = 0
        self._begun_items: set[int] = set()
        self.list_numbers: dict[int, int] = {}

    def walk(self, root: etree._Element) -> None:
        """Read everything below and including ``root``."""
        state = State(0)
        stack: list[State] = []
        add = self._add
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                stack.append(state)
                inner = self._start(element, state)
                if inner is None:
                    walker.skip_subtree()
                    continue
                state = inner
                if element.text:
                    add(element.text, state)
            else:
                outer = stack.pop()
                if state.node != outer.node:
                    self.close(state)
                state = outer
                if element.tail and stack:
                    add(element.tail, state)
        self.flush()
        self.open_nodes[0].last = len(self.blocks)

    def nodes(self) -> tuple[Node, ...]:
        """The nodes of the finished walk; node 0 is the document."""
        return tuple(
            Node(n.tag, n.parent, n.depth, n.words, n.first, n.last, n.shape) for n in self.open_nodes
        )

    def _start(self, element: etree._Element, state: State) -> State | None:
        """The state inside ``element``; None when nothing below it is to be read."""
        tag = element.tag
        if not isinstance(tag, str):  # an entity or instruction that the parser kept
            return None
        attributes: dict[str, str] = dict(element.items())  # type: ignore[arg-type]
        special = SPECIAL.get(tag)
        if special is not None:
            handled = special(self, element, attributes, state)
            if not isinstance(handled, Plain):
                return handled
        if is_block(tag):
            return self.open_block(tag, attributes, state, element)
        return self.open_inline(tag, attributes, state, element)

    def open_block(
        self, tag: str, attributes: dict[str, str], state: State, element: etree._Element
    ) -> State:
        self.flush()
        words: tuple[str, ...] = ()
        shape = ""
        hidden = state.hidden
        scope = state.scope
        if attributes:
            shape = shape_of(attributes)
            words = self._split(shape, attributes)
            hidden |= hidden_bits(attributes, words)
            scope = attributes.get("itemtype", scope)
            self._anchor = attributes.get("id", self._anchor)
        index = len(self.open_nodes)
        depth = self.open_nodes[state.node].depth + 1
        self.open_nodes.append(_OpenNode(tag, state.node, depth, shape, words, len(self.blocks)))
        if attributes:
            annotate(self.markup.annotations, element, attributes, words, len(self.blocks), scope)
        mute = state.mute and tag not in ENDS_SVG
        inner = state._replace(node=index, hidden=hidden, scope=scope, mute=mute, tag=tag)
        shaper = SHAPES.get(tag)
        if shaper is not None:
            return shaper(self, attributes, inner)
        if attributes.get("role") == "heading":
            return inner._replace(kind=Kind.HEADING, level=aria_level(attributes))
        if tag == "p" and state.kind is Kind.HEADING:
            return inner._replace(kind=Kind.PARAGRAPH, level=0)
        return inner

    def _split(self, shape: str, attributes: dict[str, str]) -> tuple[str, ...]:
        extra = [attributes[name] for name in ("itemprop", "aria-label") if name in attributes]
        key = f"{shape} {' '.join(extra)}" if extra else shape
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = split_words(key)
        return words

    def close(self, state: State) -> None:
        self.flush()
        self.open_nodes[state.node].last = len(self.blocks)

    def container(self, wrap: Wrap, *, ordered: bool = False, number: int = 1, label: str = "") -> Container:
        self._containers += 1
        return Container(wrap, self._containers, ordered, number, None, label)

    def open_inline(
        self, tag: str, attributes: dict[str, str], state: State, element: etree._Element
    ) -> State:
        style = INLINE_STYLE.get(tag)
        inner = state._replace(style=state.style | style) if style else state
        if not attributes:
            return inner
        shape = attributes.get("class") or attributes.get("id")
        words: tuple[str, ...] = ()
        if shape:
            words = self._split(shape, attributes)
            self._inline_words.update(dict.fromkeys(words))
        annotate(self.markup.annotations, element, attributes, words, len(self.blocks), state.scope)
        if "id" in attributes and not self.runs:
            self._anchor = attributes["id"]
        if "hidden" in attributes or conceals(attributes.get("style", "")):
            # In the middle of a line a browser shows nothing; as a block of its own it may be a tab.
            inner = inner._replace(hidden=inner.hidden | Hidden.STYLE, mute=inner.mute or bool(self.runs))
        return inner

    def read_cell(self, element: etree._Element) -> Cell:
        """The content of one cell, read by a walk of its own."""
        inner = Walker(self.markup)
        inner._words = self._words
        inner._containers = self._containers
        known = len(self.markup.annotations)
        inner.walk(element)
        self._containers = inner._containers
        place = len(self.blocks)
        notes = self.markup.annotations
        notes[known:] = [note._replace(block=place) for note in notes[known:]]
        return tables.cell_of(inner.blocks)

    # Text and blocks

    def _add(self, text: str, state: State) -> None:
        if state.mute:
            return
        runs = self.runs
        fresh = not runs
        if runs.add(text, state.style, state.href) and fresh:
            self._first_state = state

    def add_run(self, run: Run, state: State) -> None:
        if not self.runs:
            self._first_state = state
        self.runs.add_run(run)

    def flush(self) -> None:
        """End the block that is being read, if there is one."""
        builder = self.runs
        if not builder:
            builder.broken = False
            return
        runs = builder.take()
        state = self._first_state
        text = runs_text(runs).strip()
        if text:
            self.append(self._kind(state), text, runs, state)
        else:
            for run in runs:
                if run.src is not None:
                    self.append(Kind.IMAGE, "", (run,), state)
        self._inline_words = {}

    def _kind(self, state: State) -> Kind:
        """The block's kind; only the first paragraph of a list item is the item."""
        if state.kind is not Kind.LIST_ITEM:
            return state.kind
        item = next((c.id for c in reversed(state.within) if c.wrap is Wrap.ITEM), 0)
        if item in self._begun_items:
            return Kind.PARAGRAPH
        self._begun_items.add(item)
        return Kind.LIST_ITEM

    def append(self, kind: Kind, text: str, runs: tuple[Run, ...], state: State) -> Block:
        link_chars = links = 0
        last: str | None = None
        for run in runs:
            href = run.href
            if href is not None and run.src is None:
                link_chars += len(run.text)
                links += href != last
            last = href
        block = Block(
            len(self.blocks),
            kind,
            text,
            runs,
            state.node,
            state.tag,
            state.level if kind is Kind.HEADING else 0,
            link_chars,
            links,
            state.within,
            state.hidden,
            tuple(self._inline_words) if self._inline_words else (),
        )
        if self._anchor:
            block.anchor = self._anchor
            self._anchor = ""
        self.blocks.append(block)
        return block
