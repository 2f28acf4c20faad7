"""Handlers of the elements that the walk does not treat by their tag alone.

Each returns the state in which the element's content is read, None when nothing below it is to be read, or
PLAIN to have the element treated as any other block or inline element. Many stand in modules of their own;
the tables at the end have all of them, by tag and by what :mod:`articlex.read.html.widgets` calls an element.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from unicodedata import category

from articlex.page import Hidden, Kind, Run, Wrap, runs_text, stands_in
from articlex.read.html.apart.phrases import set_time_apart
from articlex.read.html.attributes import HEEDED_IN_LINE
from articlex.read.html.code.blocks import is_code_table
from articlex.read.html.code.elements import (
    code,
    code_box,
    copy_button,
    java_signature,
    pre,
    prompt,
    signature,
    text_area,
    toolbar,
)
from articlex.read.html.code.lines import fragment
from articlex.read.html.element_text import next_character, text_below, text_up_to
from articlex.read.html.footnotes import is_note_label
from articlex.read.html.formulas.elements import math, math_renderer, rendered
from articlex.read.html.formulas.equation_rows import is_of_equations, join_equations
from articlex.read.html.formulas.sources import script_run
from articlex.read.html.head import base, link_element, meta, read_script, root, title
from articlex.read.html.line_controls import button, choice, field
from articlex.read.html.links import link
from articlex.read.html.lists.item_markers import take_row_markers
from articlex.read.html.media.elements import amp_image, image, noscript
from articlex.read.html.media.images import is_pixel
from articlex.read.html.media.players import (
    BY_ID,
    embedded_address,
    embedded_title,
    is_button,
    script_address,
)
from articlex.read.html.paper_authors import paper_authors
from articlex.read.html.ruby import reading
from articlex.read.html.side_notes import side_note
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tables import reading as tables
from articlex.read.html.tables.other_elements import become_table, become_table_of_rows, lay_out_cells
from articlex.read.html.tags import EMBED, HEADING_LEVEL, NEVER_TEXT
from articlex.read.html.tree import Attributes, Element, has_tail, take_out
from articlex.read.html.unseen import icon, unseen
from articlex.read.html.verse import verse
from articlex.read.html.widgets import MOST_COUNT, MOST_EDIT_TEXT, MOST_PAGE_NUMBER, PAGE_NUMBER

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


Handler = Callable[["Walker", Element, Attributes, State], State | Plain | None]

#: What drawings are made of.
_SHAPES = frozenset("circle defs ellipse g line lineargradient path polygon polyline rect stop use".split())
#: Attributes in a drawing that the walk would heed.
_HEEDED_IN_DRAWING = (HEEDED_IN_LINE | {"class"}) - {"role", "aria-label"}
#: Categories of signs that a paragraph may open with: brackets, quotation marks, dashes.
_OPENING = frozenset({"Ps", "Pi", "Pd"})
#: Characters of the shortest paragraph whose comments are counted.
_LEAST_COUNTED = 30
#: No arrow that is the text of a link has more characters.
_MOST_ARROW = 8


def break_(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A <br>; the second in a row ends the block."""
    walker.break_line(state)


def time(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """A <time>, set apart from the words that it touches."""
    set_time_apart(element)
    return PLAIN


def cite(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <cite> at the head of a quotation is a block where the quoted words follow without a blank, as in
    phpBB, whose style sheet puts it on a line of its own; any other is words in a line."""
    if not stands_in(state.within, Wrap.QUOTE):
        return PLAIN
    for arrow in element.findall("a"):
        if arrow.text and not any(map(str.isalnum, text_up_to(arrow, _MOST_ARROW))):
            arrow.text = None  # phpBB's arrow to the post that is quoted
    if walker.runs.begun or not (element.tail or "")[:1].isalnum():
        return PLAIN
    return walker.open_block(element, attributes, state)


def svg(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | None:
    """A drawing, whose text is passed over; the rest of the page may be in it, and is read."""
    return None if _is_bare(element) else state._replace(mute=True)


def _is_bare(drawing: Element) -> bool:
    """Whether a drawing holds nothing but shapes without attributes to heed, as three of four do.

    One of ten elements of a page is such a shape. A drawing inside the drawing is none, and is asked when its
    turn comes, so that no element is looked at twice.
    """
    for shape in drawing.iterdescendants():
        if shape.tag not in _SHAPES or not _HEEDED_IN_DRAWING.isdisjoint(shape.keys()):
            return False
    return True


def template(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    """A <template>, which a script may show: it is read, and flagged as hidden."""
    walker.flush()
    return state.flagged(Hidden.TEMPLATE)


def edit_links(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """Links to edit a section are left out, unless the element is too long to hold nothing else."""
    return None if len(text_up_to(element, MOST_EDIT_TEXT)) <= MOST_EDIT_TEXT else PLAIN


def page_number(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """The number of a page of the print, amid the text, is left out: "[12]", "p. 12".

    A heading may have the same class, to begin a page when it is printed, and is kept.
    """
    is_heading = element.tag in HEADING_LEVEL
    is_number = not is_heading and PAGE_NUMBER.fullmatch(text_up_to(element, MOST_PAGE_NUMBER))
    return None if is_number else PLAIN


def comment_count(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """The number of comments on a paragraph is left out: it touches the first word, or stands at the end.

    A label of comments has theirs too, "3 comments", and keeps it.
    """
    around = element.getparent()
    number = text_up_to(element, MOST_COUNT)
    if around is None or not (around.tag == "p" or around.tag in HEADING_LEVEL) or not number.isdecimal():
        return PLAIN
    if len(text_up_to(around, _LEAST_COUNTED)) < _LEAST_COUNTED:
        return PLAIN
    if walker.runs.begun:
        return PLAIN if has_tail(element) else None
    begins = next_character(element)
    touches = begins.isalpha() or category(begins or " ") in _OPENING or begins == '"'
    return None if touches and around.tag == "p" else PLAIN


def left_out(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A copy of a slide in a carousel, or noise between the lines of a post."""


def quoted(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """What a post quotes, by its class: the walk puts it into a quotation."""
    return PLAIN


def way_back(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """The element around a note's links back to the text, or around the note's own mark, is left out."""
    if not walker.is_in_note(state):
        return PLAIN
    return None if "label" not in attributes["class"].split() or is_note_label(element) else PLAIN


def never_text(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A <script>, which may be a formula, a player, or data for the markup; or what is never text at all."""
    if element.tag == "script":
        kind = attributes.get("type", "")
        run = script_run(element, kind) if kind.startswith("math/") else None
        if run is not None:
            walker.add_run(run, state)
            return
        if address := script_address(attributes):
            embed(walker, element, {"src": address}, state)
        read_script(walker.markup, element, attributes)


def embed(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A player, or a post of another site: a block that links there, in place of what is inside."""
    walker.flush()
    source = embedded_address(element, attributes)
    is_noise = is_pixel(attributes) or (element.tag == "iframe" and is_button(attributes))
    if source and not is_noise:
        walker.append(Kind.EMBED, "", (Run(embedded_title(attributes), 0, source),), state)
    # <embed> has no end tag, which libxml2 does not know: below it is the rest of the page.
    return PLAIN if element.tag == "embed" or element.tag in BY_ID else None


def ordered_list(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """A list that counts down begins with the number of its items, unless it states another."""
    if "reversed" in attributes and "start" not in attributes:
        attributes["start"] = str(sum(1 for _ in element.iterchildren("li")))
    return PLAIN


def rule(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """An <hr>, a line across the page."""
    walker.flush()
    walker.append(Kind.RULE, "", (), state)


def table(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A table: one block if it holds data; code, a formula or a list where that is what it lays out; any
    other lays out the page, and is read as what it holds."""
    if is_code_table(element):
        _take_name_of_file(walker, element, state)
        return pre(walker, element, attributes, state)
    if "memname" in attributes.get("class", "").split():
        signature(walker, element, attributes, state)
        return None
    if is_of_equations(element):
        join_equations(element)
        return PLAIN
    markers = take_row_markers(tables.rows_of_two(element))
    if markers in ("bullet", "number"):
        inner = walker.open_block(element, attributes, state)
        listed = walker.container(Wrap.LIST, ordered=markers == "number")
        return inner and inner.inside(listed, Kind.PARAGRAPH)
    if markers or not tables.is_data_table(element):
        return PLAIN
    inner = walker.open_block(element, attributes, state)
    if inner is not None:
        _add_table(walker, element, inner)
        walker.close()
    return None


def _add_table(walker: Walker, element: Element, inner: State) -> None:
    """Add the caption of a data table, and the table, as blocks inside of its element."""
    table, caption = tables.read_table(element, walker.read_cell)
    if caption:
        walker.append(Kind.CAPTION, runs_text(caption), caption, inner)
    if table.rows:
        linked = [run for row in table.rows for cell in row for run in cell.runs if run.href is not None]
        block = walker.append(Kind.TABLE, tables.table_text(table), (), inner)
        block.table = table
        block.link_chars = sum(len(run.text) for run in linked if run.src is None)
        block.links = len(linked)


def _take_name_of_file(walker: Walker, element: Element, state: State) -> None:
    """Make a paragraph of the head of a table of code: Material for MkDocs has the name of the file there."""
    head = next(element.iterdescendants("th"), None)
    row = None if head is None else head.getparent()
    name = "" if head is None else text_below(head)
    if name and row is not None and len(row) == 1:
        walker.flush()
        walker.append(Kind.PARAGRAPH, name, (Run(name),), state)
        take_out(row)


def _table_if(becomes_table: Callable[[Element], bool]) -> Handler:
    """The handler of other elements that may be a table, as ``becomes_table`` tells; else they are PLAIN."""
    return lambda walker, element, attributes, state: (
        table(walker, element, attributes, state) if becomes_table(element) else PLAIN
    )


#: Handlers by :attr:`~articlex.read.html.attributes.Look.widget`.
WIDGETS: dict[str, Handler] = {
    "copy": copy_button,
    "toolbar": toolbar,
    "clone": left_out,
    "edit": edit_links,
    "back": way_back,
    "formula": rendered,
    "unseen": unseen,
    "icon": icon,
    "note": side_note,
    "fragment": fragment,
    "quoted": quoted,
    "page": page_number,
    "count": comment_count,
    "prompt": prompt,
    "summary": _table_if(lay_out_cells),
    "codebox": code_box,
    "signature": java_signature,
    "noise": left_out,
    "table": _table_if(become_table),
    "verse": verse,
    "tablerows": _table_if(become_table_of_rows),
    "authors": paper_authors,
}

SPECIAL: dict[str, Handler] = {
    "a": link,
    "base": base,
    "br": break_,
    "button": button,
    "cite": cite,
    "code": code,
    "hr": rule,
    "img": image,
    "input": field,
    "link": link_element,
    "math-renderer": math_renderer,
    "meta": meta,
    "mjx-container": rendered,
    "noscript": noscript,
    "ol": ordered_list,
    "select": choice,
    "svg": svg,
    "table": table,
    "template": template,
    "time": time,
    "textarea": text_area,
    "title": title,
    **dict.fromkeys(("amp-anim", "amp-img"), amp_image),
    **dict.fromkeys(("body", "html"), root),
    **dict.fromkeys(("m:math", "math", "mml:math"), math),
    **dict.fromkeys(("listing", "pre", "xmp"), pre),
    **dict.fromkeys(("rp", "rt"), reading),
    **dict.fromkeys(NEVER_TEXT, never_text),
    **dict.fromkeys(EMBED | BY_ID, embed),
}
