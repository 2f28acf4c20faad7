"""One walk over the parsed tree: elements in, blocks and nodes out.

The walk keeps no part of the tree out by its tag name: where a browser's parser would have ended an
unclosed <button>, <svg> or <noscript>, libxml2 leaves the whole article inside it. What a browser would not
show is read and flagged (:class:`~articlex.page.Hidden`).
"""

from __future__ import annotations

from collections.abc import Callable

from articlex.markup import Markup
from articlex.page import Cell, Hidden, Kind, Node
from articlex.read.html.annotations import MAX_LEVEL, PARTS, TIMES, TOOLTIPS, annotate, note_day, note_part
from articlex.read.html.apart.neighbours import stands_apart
from articlex.read.html.apart.phrases import AS_WRITTEN, set_apart
from articlex.read.html.assembly import BlockAssembly
from articlex.read.html.attributes import (
    ANNOTATED,
    HEEDED,
    HEEDED_IN_LINE,
    STYLED,
    Look,
    Looks,
    conceals,
    emphasis,
    is_shown_as_block,
    line_keeping,
)
from articlex.read.html.element_text import first_text, stands_in_line
from articlex.read.html.elements import SPECIAL, WIDGETS, Handler
from articlex.read.html.footnotes import begins_with_heading, in_note, name_at_head
from articlex.read.html.line_controls import is_word_of_sentence
from articlex.read.html.preparation.tabs import PANE, read_pane
from articlex.read.html.scopes import BEGINS_ITEM, scope_inside
from articlex.read.html.state import KEEPS_LINES, PLAIN, Plain, State
from articlex.read.html.structure import STRUCTURES, aria_level
from articlex.read.html.tables import reading as tables
from articlex.read.html.tags import ENDS_SVG, INLINE_STYLE, is_block
from articlex.read.html.tree import Attributes, Element, has_tail
from articlex.read.html.unseen import is_said_before

_HEADING = Kind.HEADING  # see articlex.page

#: Inline elements whose words a style sheet may set apart from those before, even without attributes.
_MAY_STAND_APART = frozenset({"ins", "label", "small", "span"})
#: Attributes beside class for which an inline element is looked at.
_ASKED_IN_LINE = HEEDED_IN_LINE | TOOLTIPS


#: How an element begins: the state inside; None when nothing below it is to be read.
_Begin = Callable[["Walker", Element, Attributes, State], State | None]


class Walker(BlockAssembly):
    """The state of one page's walk; a second tree's blocks come after those of the first."""

    def __init__(self, markup: Markup) -> None:
        super().__init__(markup)
        self.looks = Looks()
        self._tags = _Tags()
        self.list_numbers: dict[int, int] = {}
        #: Address, alternative text and hidden bits of the image that was read last.
        self.image = ("", "", 0)
        #: Id of the outermost list that Word's paragraphs are in, and the indents of its levels in points.
        self.office_list = 0
        self.office_indents: list[float] = []
        #: Ids of the lists that count down.
        self.countdowns: set[int] = set()
        #: Each item whose type is that of an article: its node (-1 for an inline element), and the number of
        #: the article around it (0: none).
        self.articles: list[tuple[int, int]] = []
        #: Walks around this one: cells of data tables, and side notes, have walks of their own.
        self.walks_around = 0
        #: Whether an inline element that is not shown has ended since the last text.
        self._unseen = False

    def walk(self, root: Element, hidden: int = 0) -> None:
        """Read everything below and including ``root``; ``hidden`` are bits that all of it has.

        It goes from element to element by itself: an iterator of lxml has an event more for each of them.
        """
        stack: list[tuple[Element, State, int]] = []  # the elements around, with what is around each
        tags = self._tags
        element, state, place = root, State(hidden=hidden), self.node
        self._unseen = False
        while True:
            attributes: Attributes = dict(element.items())  # type: ignore[arg-type]  # no bytes in HTML
            inner = tags[element.tag](self, element, attributes, state)
            if inner is not None:
                if text := element.text:
                    self._take(text, inner)
                if len(element):
                    stack.append((element, state, place))
                    element, state, place = element[0], inner, self.node
                    continue
            inner = inner or state
            # It ends, and so do those around it of which it is the last.
            while True:
                if self.node != place or inner is not state:
                    self._leave(inner, state, place)
                if not stack:
                    self.flush()
                    self.nodes[0].last = len(self.blocks)
                    return
                if text := element.tail:
                    self._take(text, state)
                following = element.getnext()
                if following is not None:
                    element = following
                    break
                inner = state
                element, state, place = stack.pop()

    def _leave(self, inner: State, state: State, place: int) -> None:
        """End an element with text at ``inner`` inside; around it are ``state`` and the node ``place``."""
        if self.node != place:
            self.close()
        elif inner.hidden != state.hidden:
            self._unseen = True

    def _take(self, text: str, state: State) -> None:
        """Take text as it stands in the markup at ``state``."""
        if state.mute:
            return
        runs = self.runs
        if text.isspace() and not (state.style & KEEPS_LINES and "\n" in text):
            runs.space = True
            return
        if self._unseen:
            self._unseen = False
            if not text.isspace():
                runs.leave_unseen(state)
        if state.style & KEEPS_LINES:
            self._add_lines(text, state.styled(state.style & ~KEEPS_LINES))
        else:
            runs.add(text, state)

    def open_block(
        self, element: Element, attributes: Attributes, state: State, tag: str = ""
    ) -> State | None:
        """Begin a block-level element: the state inside it; None when nothing in it is to be read. ``tag`` is
        that of its node, if not its own."""
        if self.runs.begun:
            self.flush()
        tag, parent = tag or element.tag, self.node
        if HEEDED.isdisjoint(attributes):
            look = self.looks[attributes.get("class")]
            is_heeded = look.telling
        else:
            look, is_heeded = self.looks.of(attributes), True
        if is_heeded:
            handled = WIDGETS[look.widget](self, element, attributes, state) if look.widget else PLAIN
            if not isinstance(handled, Plain):
                return handled
            state = self._heed(element, attributes, look, state)
        nodes, place = self.nodes, len(self.blocks)
        self.node = len(nodes)
        nodes.append(Node(tag, parent, nodes[parent].depth + 1, look.words, place, place, look.shape))
        if state.mute and tag in ENDS_SVG:
            state = state._replace(mute=False)
        if tag in STRUCTURES:
            state = STRUCTURES[tag](self, element, attributes, state)
        if not look.telling and not self.notes:
            return state
        if look.widget == "quoted":
            state = STRUCTURES["blockquote"](self, element, attributes, state)
        if self.notes and state.kind is not _HEADING and self._begins_note(element, attributes, state):
            return self._note(state)
        return state.of_kind(_HEADING, aria_level(tag, attributes)) if look.heading else state

    def _heed(self, element: Element, attributes: Attributes, look: Look, state: State) -> State:
        """Store the anchor and annotations of a block-level element; ``state`` as its attributes have it."""
        if "id" in attributes:
            self._anchor = attributes["id"]
        if PANE in attributes:
            self.markup.panes[len(self.nodes)] = read_pane(attributes[PANE])
        if look.byline or not ANNOTATED.isdisjoint(attributes):
            annotate(self, element, attributes, state, look.byline)
        hidden = look.hidden
        if "style" in attributes and conceals(attributes["style"]):
            hidden |= Hidden.STYLE
        if hidden:
            state = state.flagged(hidden)
        if "style" in attributes or "space" in look.shape:
            state = state.styled(line_keeping(state.style, attributes))
        if not BEGINS_ITEM.isdisjoint(attributes):
            scope = scope_inside(attributes, state.scope, self.articles, len(self.nodes))
            state = state._replace(scope=scope)
        return state

    def _begins_note(self, element: Element, attributes: Attributes, state: State) -> bool:
        """Whether a block-level element is a footnote that the text has referred to."""
        if "id" in attributes and self._anchor in self.notes:
            return not begins_with_heading(element)
        name = "" if in_note(state.within) else name_at_head(element, self.notes)
        self._anchor = name or self._anchor
        return bool(name)

    def open_unless_said(self, element: Element, attributes: Attributes, state: State) -> State | None:
        """Begin an inline element, unless it shows what was just said for those who hear the page."""
        if "aria-hidden" in attributes and is_said_before(element):
            return None
        return self.open_inline(element, attributes, state)

    def open_in_line_or_apart(self, element: Element, attributes: Attributes, state: State) -> State | None:
        """Begin a button or a custom element, which may be a few words of the line."""
        is_button = element.tag == "button"
        if not stands_in_line(element) and not (is_button and is_word_of_sentence(self, element)):
            return self.open_block(element, attributes, state)
        self.runs.space = self.runs.space or (is_button and bool(first_text(element)))
        return self.open_inline(element, attributes, state)

    def open_inline(self, element: Element, attributes: Attributes, state: State) -> State | None:
        """Begin an inline element: the state inside it; None when nothing in it is to be read."""
        tag = element.tag
        inner = self._styled(tag, state) if tag in INLINE_STYLE else state
        if 0 < state.level <= MAX_LEVEL and tag in PARTS:
            note_part(self, element)
        if not attributes and tag not in _MAY_STAND_APART:
            return inner
        runs = self.runs
        last = runs.last() if runs.begun else ""
        if last and not state.style & AS_WRITTEN and stands_apart(element, last):
            runs.space = True
        if tag in TIMES:
            return self._heed_inline(element, attributes, state, inner)
        if not _ASKED_IN_LINE.isdisjoint(attributes):  # as one of three
            if not TOOLTIPS.isdisjoint(attributes):
                note_day(self, element, attributes)
            if not HEEDED_IN_LINE.isdisjoint(attributes):
                return self._heed_inline(element, attributes, state, inner)
        if "class" not in attributes:
            return inner
        look = self.looks[attributes["class"]]
        if look.telling:
            return self._heed_inline(element, attributes, state, inner)
        self._inline_words.append(look.words)
        set_apart(element, state.style, runs.last())
        return inner

    def _heed_inline(
        self, element: Element, attributes: Attributes, state: State, inner: State
    ) -> State | None:
        """``inner``, the state inside an inline element, as its attributes change it; None to skip it."""
        if "style" in attributes:
            if self.runs.begun and is_shown_as_block(attributes["style"]):
                self.runs.begin_line(state.kind is not _HEADING)
            if element.tag in STYLED:
                inner = inner.styled(emphasis(inner.style, attributes))
        byline = ""
        if "class" in attributes or "id" in attributes:
            look = self.looks.of(attributes)
            handled = WIDGETS[look.widget](self, element, attributes, state) if look.widget else PLAIN
            if not isinstance(handled, Plain):
                return handled
            byline = look.byline
            self._inline_words.append(look.words)
            set_apart(element, state.style, self.runs.last())
        self._note_inline(element, attributes, byline, state)
        if not BEGINS_ITEM.isdisjoint(attributes):
            inner = inner._replace(scope=scope_inside(attributes, state.scope, self.articles, -1))
        if "hidden" in attributes or ("style" in attributes and conceals(attributes["style"])):
            # Within a line a browser shows nothing; one that is all of its block may be a tab.
            in_line = self.runs.begun or has_tail(element)
            inner = inner._replace(hidden=inner.hidden | Hidden.STYLE, mute=inner.mute or in_line)
        return inner

    def _note_inline(self, element: Element, attributes: Attributes, byline: str, state: State) -> None:
        """Store the anchor and the annotations of an inline element."""
        tag = element.tag
        if not self.runs.begun and ("id" in attributes or (tag == "a" and "name" in attributes)):
            self._anchor = attributes.get("id") or attributes.get("name", "")
        if byline or tag in TIMES or not ANNOTATED.isdisjoint(attributes):
            annotate(self, element, attributes, state, byline)

    def _styled(self, tag: str, state: State) -> State:
        """The state inside an inline element whose tag has a style of text."""
        style = INLINE_STYLE[tag]
        if style & AS_WRITTEN and not state.style & style:
            self.runs.begin_apart()
        return state.styled(state.style | style)

    def read_cell(self, element: Element) -> Cell:
        """The content of a cell, or of a note, read by a walk of its own."""
        inner = Walker(self.markup)
        inner.walks_around = self.walks_around + 1
        inner.looks, inner._tags = self.looks, self._tags
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

    def _add_lines(self, text: str, state: State) -> None:
        """Add text whose line feeds a browser shows; an empty line ends the paragraph."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.break_line(state)
            if line and not line.isspace():
                self.runs.add(line, state)
            elif line:
                self.runs.space = True


class _Tags(dict[object, _Begin]):
    """How the elements of each tag begin, found out once a page."""

    def __missing__(self, tag: object) -> _Begin:
        if isinstance(tag, str):
            begin = Walker.open_unless_said
            if is_block(tag):
                is_either = "-" in tag or tag == "button"
                begin = Walker.open_in_line_or_apart if is_either else Walker.open_block
            self[tag] = _handled(SPECIAL[tag], begin) if tag in SPECIAL else begin
        else:  # an entity or instruction that the parser kept
            self[tag] = _leave_out
        return self[tag]


def _handled(handler: Handler, otherwise: _Begin) -> _Begin:
    """How an element begins that has a handler, and ``otherwise`` if that says it is as any other."""

    def begin(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | None:
        handled = handler(walker, element, attributes, state)
        return otherwise(walker, element, attributes, state) if isinstance(handled, Plain) else handled

    return begin


def _leave_out(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """An entity or instruction has nothing to read."""
