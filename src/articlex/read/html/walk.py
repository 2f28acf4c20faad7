"""One walk over the parsed tree: elements in, blocks and nodes out.

The walk keeps no part of the tree out by its tag name: where a browser's parser would have ended an
unclosed <button>, <svg> or <noscript>, libxml2 leaves the whole article inside it. What a browser would not
show is read and flagged (:class:`~articlex.page.Hidden`).
"""

from __future__ import annotations

from itertools import chain

from lxml import etree

from articlex.page import Block, Cell, Container, Hidden, Kind, Markup, Node, Run, Style, Wrap
from articlex.read.html import tables
from articlex.read.html.annotations import MAX_LEVEL, PARTS, TIMES, annotate, note_part
from articlex.read.html.apart import AS_WRITTEN, set_apart, stands_apart
from articlex.read.html.attributes import (
    ANNOTATED,
    STYLED,
    Look,
    conceals,
    emphasis,
    is_shown_as_block,
    line_keeping,
    look_in,
    look_of,
)
from articlex.read.html.elements import SPECIAL, WIDGETS
from articlex.read.html.equations import number_formula, with_number
from articlex.read.html.figures import is_right_in_figure, without_picture
from articlex.read.html.footnotes import begins_with_heading, in_note, name_at_head, within_note
from articlex.read.html.formulas import split_formulas
from articlex.read.html.inline import RunBuilder, runs_text, stands_in_line, without_permalink
from articlex.read.html.item_signs import with_sign
from articlex.read.html.scopes import BEGINS_ITEM, Scope, scope_inside
from articlex.read.html.sign_blocks import MOST_SIGN, with_sign_before
from articlex.read.html.state import KEEPS_LINES, PLAIN, State, new_state
from articlex.read.html.structure import SHAPES, aria_level
from articlex.read.html.tags import BLOCK, ENDS_SVG, INLINE_STYLE, is_block
from articlex.read.html.tree import Attributes, Element
from articlex.read.html.unseen import is_said_before
from articlex.read.html.whole import Whole
from articlex.read.html.widgets import QUOTED
from articlex.read.limits import check_blocks

# Python 3.11 takes as long to find a member of an enumeration as to make a block's text.
_HEADING, _PARAGRAPH, _LIST_ITEM, _ITEM = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM, Wrap.ITEM

#: What an element without attributes looks like.
_NO_LOOK = look_of({})


class Walker:
    """The state of one page's walk; a second tree's blocks come after those of the first."""

    def __init__(self, markup: Markup) -> None:
        self.markup = markup
        self.blocks: list[Block] = []
        self.nodes: list[Node] = [Node("", -1, 0, (), 0, 0)]
        self.runs = RunBuilder()
        #: Words of the inline elements inside the block that is being read.
        self._inline_words: list[tuple[str, ...]] = []
        self._anchor = ""
        self._looks: dict[object, Look] = {}
        self._containers = 0
        self._begun_items: set[int] = set()
        self.list_numbers: dict[int, int] = {}
        #: Address, alternative text and hidden bits of the image that was read last.
        self.image = ("", "", 0)
        #: Id of the outermost list that Word's paragraphs are in, and the indents of its levels.
        self.office_list = 0
        self.office_indents: list[float] = []
        #: Ids of the lists whose numbers go down.
        self.countdowns: set[int] = set()
        #: Ids of the footnotes whose signs have been read.
        self.notes: set[str] = set()
        #: Notes that stand in the block that is being read, and come after it.
        self.side_notes: list[tuple[tuple[Run, ...], State]] = []
        #: The node of each element that is called a piece of writing, and the number of the one around it.
        self.articles: list[tuple[int, int]] = []
        #: Walks around this one, which is that over a cell of a data table or a note.
        self.walks_around = 0
        self.whole = Whole()

    def walk(self, root: Element, hidden: int = 0) -> None:
        """Read everything below and including ``root``; ``hidden`` are bits that all of it has."""
        state = State(0, hidden=hidden)
        stack: list[State] = []
        runs, nodes, blocks = self.runs, self.nodes, self.blocks
        unseen = False  # whether an element of a line that is not shown has ended
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                stack.append(state)
                inner = self._start(element, state)
                if inner is None:
                    walker.skip_subtree()
                    continue
                state = inner
                text = element.text
            else:
                outer = stack.pop()
                if state is not outer and state.node != outer.node:
                    if runs.begun:
                        self.flush()
                    nodes[state.node].last = len(blocks)
                elif state.hidden != outer.hidden:
                    unseen = True
                state = outer
                text = element.tail if stack else None
            if text and not state.mute:
                if text.isspace():
                    runs.space = True
                else:
                    unseen = unseen and runs.leave_unseen(state)
                    self._add(text, state)
        self.flush()
        nodes[0].last = len(blocks)

    def _start(self, element: Element, state: State) -> State | None:
        """The state inside ``element``; None when nothing below it is to be read."""
        tag = element.tag
        if not isinstance(tag, str):  # an entity or instruction that the parser kept
            return None
        stated = element.items()
        attributes: Attributes = dict(stated) if stated else {}  # type: ignore[arg-type]  # no bytes in HTML
        special = SPECIAL.get(tag)
        if special is not None:
            handled = special(self, element, attributes, state)
            if handled is not PLAIN:
                return handled  # type: ignore[return-value]  # PLAIN is the only one of its type
        is_own = "-" in tag
        if tag in BLOCK or (is_own and is_block(tag)):
            if (is_own or tag == "button") and stands_in_line(element):
                self.runs.space = self.runs.space or tag == "button"
                return self.open_inline(tag, attributes, state, element)
            return self.open_block(tag, attributes, state, element)
        if "aria-hidden" in attributes and is_said_before(element):
            return None
        return self.open_inline(tag, attributes, state, element)

    def open_block(self, tag: str, attributes: Attributes, state: State, element: Element) -> State | None:
        """Begin a block-level element: the state inside it; None when nothing in it is to be read."""
        if self.runs.begun:
            self.flush()
        parent, kind, level, style, href, within, hidden, scope, mute, _ = state
        look = look_in(self._looks, attributes) if attributes else _NO_LOOK
        # Half of the blocks have a class alone, which says nothing more.
        if attributes and (look.telling or len(attributes) > 1 or "class" not in attributes):
            if look.widget and WIDGETS[look.widget](self, element, attributes, state) is None:
                return None
            hidden |= self._heed(element, attributes, look, scope)
            style = line_keeping(style, attributes)
            if not BEGINS_ITEM.isdisjoint(attributes):
                scope = scope_inside(attributes, scope, self.articles, len(self.nodes))
        nodes, place = self.nodes, len(self.blocks)
        node = len(nodes)
        nodes.append(Node(tag, parent, nodes[parent].depth + 1, look.words, place, place, look.shape))
        if mute and tag in ENDS_SVG:
            mute = False
        inner = new_state(State, (node, kind, level, style, href, within, hidden, scope, mute, tag))
        shaper = SHAPES.get(tag)
        if shaper is not None:
            inner = shaper(self, element, attributes, inner)
        if look.widget == QUOTED:
            inner = SHAPES["blockquote"](self, element, attributes, inner)
        if self.notes and inner.kind is not _HEADING and self._begins_note(element, attributes, inner):
            return self._note(inner)
        return inner.of_kind(_HEADING, aria_level(attributes)) if look.heading else inner

    def _heed(self, element: Element, attributes: Attributes, look: Look, scope: Scope) -> int:
        """What hides a block-level element; its anchor and annotations are stored."""
        if "id" in attributes:
            self._anchor = attributes["id"]
        if look.byline or not ANNOTATED.isdisjoint(attributes):
            annotate(self.markup.annotations, element, attributes, look.byline, len(self.blocks), scope)
        is_concealed = "style" in attributes and conceals(attributes["style"])
        return look.hidden | Hidden.STYLE if is_concealed else look.hidden

    def close(self, state: State) -> None:
        """End the block-level element that ``state`` is the inside of."""
        if self.runs.begun:
            self.flush()
        self.nodes[state.node].last = len(self.blocks)

    def container(self, wrap: Wrap, *, ordered: bool = False, number: int = 1, label: str = "") -> Container:
        """A new structure around blocks, with an id of its own."""
        self._containers += 1
        return new_state(Container, (wrap, self._containers, ordered, number, None, label))

    def _begins_note(self, element: Element, attributes: Attributes, state: State) -> bool:
        """Whether a block-level element is a footnote whose sign has been read."""
        if "id" in attributes and self._anchor in self.notes:
            return not begins_with_heading(element)
        name = "" if in_note(state.within) else name_at_head(element, self.notes)
        self._anchor = name or self._anchor
        return bool(name)

    def announce(self, name: str) -> None:
        """The next block is the one that is linked to by ``name``."""
        self._anchor = name

    def _note(self, state: State) -> State:
        """The state inside a footnote whose sign has been read."""
        note = self.container(Wrap.FOOTNOTE, label=self._anchor)
        return state._replace(within=within_note(state.within, note), kind=Kind.PARAGRAPH, level=0)

    def is_in_note(self, state: State) -> bool:
        """Whether what comes next stands in a footnote whose sign has been read."""
        return in_note(state.within) or (not self.runs.begun and self._anchor in self.notes)

    def open_inline(self, tag: str, attributes: Attributes, state: State, element: Element) -> State | None:
        """Begin an inline element: the state inside it; None when nothing in it is to be read."""
        inner = self._styled(tag, state)
        if 0 < state.level <= MAX_LEVEL and tag in PARTS:
            note_part(self.markup.annotations, element, len(self.blocks))
        if not attributes and tag not in ("ins", "label", "small", "span"):
            return inner
        is_apart = (
            self.runs.begun and not state.style & AS_WRITTEN and stands_apart(element, self.runs.last())
        )
        self.runs.space |= is_apart
        if "style" in attributes:
            if self.runs.begun and is_shown_as_block(attributes["style"]):
                self.runs.begin_line(state.kind is not _HEADING)
            if tag in STYLED:
                inner = inner.styled(emphasis(inner.style, attributes))
        byline = ""
        if "class" in attributes or "id" in attributes:
            look = look_in(self._looks, attributes)
            if look.widget and WIDGETS[look.widget](self, element, attributes, state) is None:
                return None
            byline = look.byline
            self._inline_words.append(look.words)
            set_apart(element, state.style)
        self._heed_inline(element, attributes, byline, state)
        if not BEGINS_ITEM.isdisjoint(attributes):
            inner = inner._replace(scope=scope_inside(attributes, state.scope, self.articles, -1))
        if "hidden" in attributes or ("style" in attributes and conceals(attributes["style"])):
            # In a line a browser shows nothing; as a block of its own it may be a tab.
            in_line = self.runs.begun or bool((element.tail or "").strip())
            inner = inner._replace(hidden=inner.hidden | Hidden.STYLE, mute=inner.mute or in_line)
        return inner

    def _heed_inline(self, element: Element, attributes: Attributes, byline: str, state: State) -> None:
        """Store the anchor and the annotations of an inline element."""
        tag = element.tag
        if not self.runs.begun and ("id" in attributes or (tag == "a" and "name" in attributes)):
            self._anchor = attributes.get("id") or attributes.get("name", "")
        if byline or tag in TIMES or not ANNOTATED.isdisjoint(attributes):
            annotate(self.markup.annotations, element, attributes, byline, len(self.blocks), state.scope)

    def _styled(self, tag: str, state: State) -> State:
        """The state inside an inline element, by what its tag says of the type."""
        style = INLINE_STYLE.get(tag)
        if not style:
            return state
        if style & AS_WRITTEN and not state.style & style:
            self.runs.begin_apart()
        return state.styled(state.style | style)

    def read_cell(self, element: Element) -> Cell:
        """The content of one cell, read by a walk of its own."""
        inner = Walker(self.markup)
        inner.walks_around = self.walks_around + 1
        inner._looks = self._looks
        inner._containers = self._containers
        inner.whole = self.whole
        inner.notes = self.notes
        known = len(self.markup.annotations)
        inner.walk(element)
        self._containers = inner._containers
        place = len(self.blocks)
        notes = self.markup.annotations
        notes[known:] = [note._replace(block=place, article=0) for note in notes[known:]]
        return tables.cell_of(inner.blocks)

    # Text and blocks

    def _add(self, text: str, state: State) -> None:
        if state.style & KEEPS_LINES:
            self._add_lines(text, state.styled(state.style & ~KEEPS_LINES))
        else:
            self.runs.add(text, state)

    def _add_lines(self, text: str, state: State) -> None:
        """Text whose line feeds a browser shows; an empty line parts two paragraphs."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.break_line()
            if line and not line.isspace():
                self.runs.add(line, state)
            elif line:
                self.runs.space = True

    def break_line(self) -> None:
        """A line break; the second in a row ends the block."""
        if self.runs.broken:
            self.flush()
        elif self.runs.begun:
            self.runs.add_break()

    def add_run(self, run: Run, state: State) -> None:
        """Take a run that was read whole: an image, a formula, the sign of a footnote."""
        if run.style & KEEPS_LINES:
            run = run._replace(style=run.style & ~KEEPS_LINES)
        self.runs.add_run(run, state)

    def flush(self) -> None:
        """End the block that is being read, if there is one."""
        if not self.runs.begun:
            return
        state = self.runs.state
        runs = self.runs.take()
        text = runs_text(runs).strip()
        is_pictured = text != "" and runs[0].src is not None and is_right_in_figure(state)
        runs = self._append_picture(runs, state) if is_pictured else runs
        if "\\" in text or "$" in text:
            runs = with_number(split_formulas(runs, text, self.whole.typeset))
            text = runs_text(runs).strip()
        if text and not (text[0] == "(" and number_formula(self.blocks, self.nodes, text, state.node)):
            kind = self._kind(state)
            if kind is _HEADING and len(runs) > 1:
                runs = without_permalink(runs)
                text = runs_text(runs).strip()
            if kind is _PARAGRAPH and len(runs) == 1 and runs[0].style & Style.MATH_DISPLAY:
                kind = Kind.MATH
            is_note = bool(self._anchor) and self._anchor in self.notes and kind is not _HEADING
            if is_note and not in_note(state.within):
                state = self._note(state)
            self.append(kind, text, runs, state)
        else:
            for run in runs:
                if run.src is not None:
                    self.append(Kind.IMAGE, "", (run,), state)
        self._inline_words.clear()
        if self.side_notes:
            self._append_side_notes()

    def _append_picture(self, runs: tuple[Run, ...], state: State) -> tuple[Run, ...]:
        """Add the picture that ``runs`` begin with as a block of its own: those behind it."""
        self.append(Kind.IMAGE, "", runs[:1], state)
        return without_picture(runs)

    def _append_side_notes(self) -> None:
        notes, self.side_notes = self.side_notes, []
        for runs, state in notes:
            self.append(_PARAGRAPH, runs_text(runs).strip(), runs, state)

    def _kind(self, state: State) -> Kind:
        """The block's kind; only the first paragraph of a list item is the item."""
        if state.kind is not _LIST_ITEM:
            return state.kind
        item = 0
        for container in reversed(state.within):
            if container.wrap is _ITEM:
                item = container.id
                break
        if item in self._begun_items:
            return _PARAGRAPH
        self._begun_items.add(item)
        return _LIST_ITEM

    def append(self, kind: Kind, text: str, runs: tuple[Run, ...], state: State) -> Block:
        """Add a block that was read whole."""
        if kind is _PARAGRAPH and text and self.blocks and len(self.blocks[-1].text) <= MOST_SIGN:
            text, runs = with_sign_before(self, text, runs, state)
        link_chars = links = 0
        text = with_sign(text, state.within) if kind is _LIST_ITEM else text
        last: str | None = None
        for run in runs:
            href = run.href
            if run.src is None:
                if href is not None:
                    link_chars += len(run.text)
                    links += href != last
                last = href
        check_blocks(len(self.blocks))
        block = Block(
            len(self.blocks),
            kind,
            text,
            runs,
            state.node,
            state.tag,
            state.level if kind is _HEADING else 0,
            link_chars,
            links,
            state.within,
            state.hidden,
            tuple(dict.fromkeys(chain.from_iterable(self._inline_words))) if self._inline_words else (),
        )
        if self._anchor:
            block.anchor = self._anchor
            self._anchor = ""
        self.blocks.append(block)
        return block
