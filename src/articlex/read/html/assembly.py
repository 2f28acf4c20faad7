"""How a walk over the parsed tree puts blocks together, with what it has to remember from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, dropwhile
from typing import NamedTuple

from articlex.markup import Markup
from articlex.page import Block, Container, Kind, Node, Run, Style, Wrap, new_tuple, runs_text
from articlex.read.html.footnotes import in_note, within_note
from articlex.read.html.formulas.equations import number_formula, with_number
from articlex.read.html.formulas.sources import split_formulas
from articlex.read.html.inline import RunBuilder
from articlex.read.html.lists.item_markers import item_around
from articlex.read.html.lists.marker_blocks import MOST_MARKER, with_marker_before
from articlex.read.html.state import KEEPS_LINES, State
from articlex.read.limits import check_blocks
from articlex.read.permalinks import without_permalink

# See articlex.page on members of enumerations.
_HEADING, _PARAGRAPH, _LIST_ITEM, _IMAGE = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.IMAGE


class Whole(NamedTuple):
    """What is known of a page before it is walked, or found out when first asked for. The walk over it shares
    this with those over the cells of its tables."""

    #: The page's own address, without a fragment; "" if it is not known.
    address: str = ""
    #: Whether a script typesets TeX in the page's text; asked when a dollar sign comes.
    typeset: Callable[[], bool] = lambda: False
    #: Whether any list item may have a check box.
    has_boxes: Callable[[], bool] = lambda: True
    #: For each link within the page, each of its names with the name of the place to which it leads.
    links: Callable[[], frozenset[tuple[str, str]]] = frozenset


class BlockAssembly:
    """The blocks and nodes of one walk, and the block that is being read."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.blocks: list[Block] = []
        self.nodes: list[Node] = [Node("", -1, 0, (), 0, 0)]
        #: The place in ``nodes`` of the element in which the walk stands.
        self.node = 0
        self.runs = RunBuilder()
        #: Class and id words of the inline elements inside the block that is being read.
        self._inline_words: list[tuple[str, ...]] = []
        self._words_in_order = _WordsInOrder()
        self._anchor = ""
        self._containers = 0
        self._begun_items: set[int] = set()
        #: Ids of the footnotes that the text has referred to so far.
        self.notes: set[str] = set()
        #: Notes that stand inside the block that is being read, and become blocks behind it.
        self.side_notes: list[tuple[tuple[Run, ...], State]] = []
        self.whole = Whole()

    def close(self) -> None:
        """End the block-level element in which the walk stands."""
        if self.runs.begun:
            self.flush()
        node = self.nodes[self.node]
        node.last = len(self.blocks)
        self.node = node.parent

    def container(self, wrap: Wrap, *, ordered: bool = False, number: int = 1, label: str = "") -> Container:
        """A new structure (list, item, quotation, ...) to put around blocks, with an id of its own."""
        self._containers += 1
        return new_tuple(Container, (wrap, self._containers, ordered, number, None, label))

    def announce(self, name: str) -> None:
        """Have the next block be the one that links reach by ``name``."""
        self._anchor = name

    def _note(self, state: State) -> State:
        """The state inside a footnote that the text has referred to, and which the anchor names."""
        note = self.container(Wrap.FOOTNOTE, label=self._anchor)
        return state._replace(within=within_note(state.within, note), kind=Kind.PARAGRAPH, level=0)

    def is_in_note(self, state: State) -> bool:
        """Whether what comes next stands in a footnote that the text has referred to."""
        if not self.notes:  # as on nearly all pages
            return False
        return in_note(state.within) or (not self.runs.begun and self._anchor in self.notes)

    def break_line(self, state: State) -> None:
        """Take a line break; the second in a row ends the block."""
        if self.runs.broken:
            self.flush()
        elif self.runs.begun:
            self.runs.add_break(state.style)

    def add_text(self, text: str, state: State) -> None:
        """Take the text that an element stands for: an emoji."""
        self.runs.add(text, state.styled(state.style & ~KEEPS_LINES))

    def add_run(self, run: Run, state: State) -> None:
        """Take a run that was read whole: an image, a formula, a reference to a footnote."""
        if run.style & KEEPS_LINES:
            run = run._replace(style=run.style & ~KEEPS_LINES)
        self.runs.add_run(run, state)

    def flush(self) -> None:
        """End the block that is being read, if there is one."""
        builder = self.runs
        if not builder.begun:
            return
        state = builder.state
        runs, text = builder.take()
        if text and len(runs) > 1 and runs[0].src is not None and _is_right_in_figure(state):
            self.append(_IMAGE, "", runs[:1], state)
            runs = _without_picture(runs)
        if "\\" in text or "$" in text:
            runs = with_number(split_formulas(runs, text, self.whole.typeset))
            text = runs_text(runs).strip()
        if text and not (text[0] == "(" and number_formula(self.blocks, self.nodes, text, self.node)):
            self._append_text(text, runs, state)
        else:
            self._append_pictures(runs, state)
        self._inline_words.clear()
        if self.side_notes:
            self._append_side_notes()

    def _append_text(self, text: str, runs: tuple[Run, ...], state: State) -> None:
        """Append the block of these runs, which have text: as a heading, an item, a formula, a note, ..."""
        kind, item = state.kind, None
        if kind is _LIST_ITEM:
            item = item_around(state.within)
            kind = self._kind_in(item)
        elif kind is _HEADING and len(runs) > 1:
            runs = without_permalink(runs)
            text = runs_text(runs).strip()
        if kind is _PARAGRAPH and len(runs) == 1 and runs[0].style & Style.MATH_DISPLAY:
            kind = Kind.MATH
        if self.notes and self._anchor in self.notes and kind is not _HEADING:
            state = state if in_note(state.within) else self._note(state)
            item = item_around(state.within)
        if kind is _LIST_ITEM and item is not None and item.label:
            text = f"{item.label} {text}"
        self.append(kind, text, runs, state)

    def _append_pictures(self, runs: tuple[Run, ...], state: State) -> None:
        for run in runs:
            if run.src is not None:
                self.append(_IMAGE, "", (run,), state)

    def _append_side_notes(self) -> None:
        notes, self.side_notes = self.side_notes, []
        for runs, state in notes:
            self.append(_PARAGRAPH, runs_text(runs).strip(), runs, state)

    def _kind_in(self, item: Container | None) -> Kind:
        """The kind of a block in an item: the first is the item's own text, others are paragraphs in it."""
        number = 0 if item is None else item.id
        if number in self._begun_items:
            return _PARAGRAPH
        self._begun_items.add(number)
        return _LIST_ITEM

    def append(self, kind: Kind, text: str, runs: tuple[Run, ...], state: State) -> Block:
        """Add a block of this ``text`` and these ``runs`` that stands at ``state``."""
        blocks = self.blocks
        if kind is _PARAGRAPH and text and blocks and len(blocks[-1].text) <= MOST_MARKER:
            kind, text, runs = with_marker_before(self, text, runs, state)
        link_chars = links = 0
        last: str | None = None
        for words, _, href, src in runs:
            if src is None:
                if href is not None:
                    link_chars += len(words)
                    links += href != last
                last = href
        place, node, inline_words = len(blocks), self.node, self._inline_words
        check_blocks(place)
        _, level, _, _, within, hidden, _, _ = state
        block = Block(
            place,
            kind,
            text,
            runs,
            node,
            self.nodes[node].tag,
            level if kind is _HEADING else 0,
            link_chars,
            links,
            within,
            hidden,
            self._words_in_order[tuple(inline_words)] if inline_words else (),
        )
        if self._anchor:
            block.anchor = self._anchor
            self._anchor = ""
        blocks.append(block)
        return block


def _is_right_in_figure(state: State) -> bool:
    """Whether text begins right inside a <figure>, and is no caption: a credit."""
    return state.kind is _PARAGRAPH and bool(state.within) and state.within[-1].wrap is Wrap.FIGURE


def _without_picture(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs behind the picture that they begin with, and the white space there; some of them has text."""
    return tuple(dropwhile(lambda run: run.src is None and not run.text.strip(), runs[1:]))


class _WordsInOrder(dict[tuple[tuple[str, ...], ...], tuple[str, ...]]):
    """All of the words of several elements, without repeats. Remembered, which takes 0.3 of the time: the
    blocks of a page are made of the same elements again and again."""

    def __missing__(self, words: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
        found = self[words] = tuple(dict.fromkeys(chain.from_iterable(words)))
        return found
