"""Elements that the walk does not treat by their tag alone.

Each function returns the state in which the element's content is read, None when nothing below it is to
be read, or PLAIN to have the element treated as any other block or inline element.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from articlex.page import Hidden, Kind, Run, Wrap
from articlex.read import distill, tables
from articlex.read.annotations import annotate
from articlex.read.apart import set_time_apart
from articlex.read.aria_tables import become_table
from articlex.read.attributions import cite
from articlex.read.code import is_code_table
from articlex.read.code_elements import code, copy_button, pre, text_area, toolbar, unordered_list
from articlex.read.code_lines import fragment
from articlex.read.equation_rows import is_of_equations, join_equations
from articlex.read.footnotes import is_label
from articlex.read.formulas import (
    has_script,
    image_run,
    math_run,
    rendered_run,
    renderer_run,
    script_run,
)
from articlex.read.head import read_link, read_meta, read_script
from articlex.read.heading_controls import button
from articlex.read.images import escaped_images, image_address, is_emoji, is_pixel
from articlex.read.inline import runs_text, text_below, text_up_to
from articlex.read.item_signs import take_row_signs
from articlex.read.links import link
from articlex.read.players import BY_ID, embedded_address, embedded_title, script_address
from articlex.read.quotations import quoted
from articlex.read.ruby import reading
from articlex.read.side_notes import side_note
from articlex.read.state import PLAIN, Plain, State
from articlex.read.tags import BLOCK, EMBED, HEADING_LEVEL, NEVER_TEXT
from articlex.read.tree import Attributes, Element
from articlex.read.unseen import icon, unseen
from articlex.read.verse import stanza
from articlex.read.widgets import (
    BACK,
    CLONE,
    COPY,
    EDIT,
    FORMULA,
    FRAGMENT,
    ICON,
    MOST_EDIT_TEXT,
    MOST_PAGE_NUMBER,
    NOTE,
    PAGE,
    PAGE_NUMBER,
    QUOTED,
    SEPARATOR,
    STANZA,
    TABLE,
    TOOLBAR,
    UNSEEN,
)

if TYPE_CHECKING:
    from articlex.read.walk import Walker


#: Characters of the longest sign or name of an emoji, and more.
_MOST_EMOJI = 60
#: Characters of the longest row of signs that is the rule between two sections.
_MOST_SIGNS = 80


def break_(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    walker.break_line()


def image(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    formula = image_run(attributes)
    if formula is not None:
        walker.add_run(formula, state)
        return
    # Confluence's alternative text is the sign's name, "(tick)".
    alternative = " ".join(attributes.get("data-emoji-fallback", attributes.get("alt", "")).split())
    if not state.mute and is_emoji(attributes, alternative):  # boards have the pictures of all of them in one
        walker.runs.add(alternative, state)
        return
    source = image_address(attributes, element)
    if not source or state.mute:
        return
    if not _is_copy(walker.image, source, alternative, state):
        walker.add_run(Run(alternative, state.style, state.href, source), state)
    walker.image = (source, alternative, state.hidden)


def amp_image(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """AMP's image: a block that holds what is shown until it is loaded, and a copy in <noscript>."""
    walker.flush()
    image(walker, element, attributes, state)
    return PLAIN


def slanted(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """An <i> is Telegram's element for an emoji too, whose picture a style sheet draws over its sign."""
    if "emoji" not in attributes.get("class", ""):
        return PLAIN
    sign = text_up_to(element, _MOST_EMOJI)
    if not is_emoji(attributes, sign):
        return PLAIN
    walker.runs.add(sign, state)
    return None


def _is_copy(before: tuple[str, str, int], source: str, alternative: str, state: State) -> bool:
    """Whether one of two images in a row is what <noscript> has in place of the other, a lazy one."""
    address, text, hidden = before
    same = source == address or (text != "" and alternative == text)
    return same and bool((hidden | state.hidden) & Hidden.NOSCRIPT)


def time(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    set_time_apart(element)
    return PLAIN


def svg(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    return state._replace(mute=True)


def noscript(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | None:
    state = state._replace(hidden=state.hidden | Hidden.NOSCRIPT)
    images = escaped_images(element)
    for each in images:
        image(walker, each, {str(name): str(value) for name, value in each.items()}, state)
    return None if images else state


def template(walker: Walker, element: Element, attributes: Attributes, state: State) -> State:
    walker.flush()
    return state._replace(hidden=state.hidden | Hidden.TEMPLATE)


def math(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    run = math_run(element)
    if run is not None:
        walker.add_run(run, state)


def math_renderer(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    run = renderer_run(element)
    if run is None:
        return PLAIN
    walker.add_run(run, state)
    return None


def mathjax(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    return rendered(walker, element, attributes, state) if len(element) else PLAIN


def rendered(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A formula as a script has rendered it: read from its source, if the page has that."""
    if has_script(element):
        return None
    run = rendered_run(element, attributes.get("class", "").split())
    if run is None:
        return PLAIN
    walker.add_run(run, state)
    return None


def edit_links(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    return None if len(text_up_to(element, MOST_EDIT_TEXT)) <= MOST_EDIT_TEXT else PLAIN


def page_number(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """Where a page of the print begins, amid the text: its number, maybe in brackets and after a word.

    A heading that a printer is to begin a page with is one, whatever its number.
    """
    is_heading = element.tag in HEADING_LEVEL
    is_number = not is_heading and PAGE_NUMBER.fullmatch(text_up_to(element, MOST_PAGE_NUMBER))
    return None if is_number else PLAIN


def clone(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """A slide of a carousel once more."""


def way_back(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """What is around the ways back of a note, with the signs between them; the note's own sign."""
    if not walker.is_in_note(state):
        return PLAIN
    return None if "label" not in attributes["class"].split() or is_label(element) else PLAIN


# Elements of which only a part is read, and elements that are one block


def never_text(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    if element.tag == "script":
        kind = attributes.get("type", "")
        run = script_run(element, kind) if kind.startswith("math/") else None
        if run is not None:
            walker.add_run(run, state)
            return
        if script_address(attributes):
            embed(walker, element, {"src": script_address(attributes)}, state)
        read_script(walker.markup, element, attributes)


def title(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    if not walker.markup.title and not state.mute:
        walker.markup.title = text_below(element)


def meta(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    read_meta(walker.markup, attributes)
    annotate(walker.markup.annotations, element, attributes, "", len(walker.blocks), state.scope)


def link_element(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    read_link(walker.markup, attributes)
    annotate(walker.markup.annotations, element, attributes, "", len(walker.blocks), state.scope)


def base(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    walker.markup.base = walker.markup.base or attributes.get("href", "").strip()


def root(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    stated = (
        attributes.get("lang")
        or attributes.get("xml:lang")
        or attributes.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    walker.markup.lang = walker.markup.lang or (stated or "")
    walker.markup.dir = walker.markup.dir or attributes.get("dir", "").lower()
    return PLAIN


def embed(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    walker.flush()
    source = embedded_address(element, attributes)
    if source and not is_pixel(attributes):
        walker.append(Kind.EMBED, "", (Run(embedded_title(attributes), 0, source),), state)
    # <embed> has no end tag, which libxml2 does not know: below it is the rest of the page.
    return PLAIN if element.tag == "embed" or element.tag in BY_ID else None


def ordered_list(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """A list that counts down begins with the number of its items, unless it says where."""
    if "reversed" in attributes and "start" not in attributes:
        attributes["start"] = str(sum(1 for _ in element.iterchildren("li")))
    return PLAIN


def rule(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    walker.flush()
    walker.append(Kind.RULE, "", (), state)


def separator(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A rule by its role, between sections: not in a line or menu, and no handle between two panes."""
    is_other = (
        element.tag == "li" or element.tag not in BLOCK or attributes.get("aria-orientation") == "vertical"
    )
    if is_other or "aria-valuenow" in attributes or walker.walks_around > 0:
        return PLAIN
    signs = text_up_to(element, _MOST_SIGNS)
    if len(signs) > _MOST_SIGNS or any(map(str.isalnum, signs)) or element.find(".//img") is not None:
        return PLAIN
    rule(walker, element, attributes, state)
    return None


def table(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    if is_code_table(element):
        return pre(walker, element, attributes, state)
    if is_of_equations(element):
        join_equations(element)
        return PLAIN
    signs = take_row_signs(tables.rows_of_two(element))
    if signs in ("bullet", "number"):
        inner = walker.open_block("table", attributes, state, element)
        return inner and inner.inside(walker.container(Wrap.LIST, ordered=signs == "number"), Kind.PARAGRAPH)
    if signs or not tables.is_data_table(element):
        return PLAIN
    inner = walker.open_block("table", attributes, state, element)
    if inner is None:
        return None
    table, caption = tables.read_table(element, walker.read_cell)
    if caption:
        walker.append(Kind.CAPTION, runs_text(caption), caption, inner)
    if table.rows:
        runs = [run for row in table.rows for cell in row for run in cell.runs]
        block = walker.append(Kind.TABLE, tables.table_text(table), (), inner)
        block.table = table
        block.link_chars = sum(len(run.text) for run in runs if run.href is not None and run.src is None)
        block.links = sum(1 for run in runs if run.href is not None)
    walker.close(inner)
    return None


def table_by_role(
    walker: Walker, element: Element, attributes: Attributes, state: State
) -> State | Plain | None:
    """What is a table by its role alone; a <table> has been looked at, and is none of data."""
    if element.tag == "table" or not become_table(element):
        return PLAIN
    return table(walker, element, attributes, state)


#: Handlers by :attr:`~articlex.read.attributes.Look.widget`.
WIDGETS: dict[str, Callable[[Walker, Element, Attributes, State], State | Plain | None]] = {
    COPY: copy_button,
    TOOLBAR: toolbar,
    CLONE: clone,
    EDIT: edit_links,
    BACK: way_back,
    FORMULA: rendered,
    UNSEEN: unseen,
    ICON: icon,
    NOTE: side_note,
    FRAGMENT: fragment,
    QUOTED: quoted,
    PAGE: page_number,
    SEPARATOR: separator,
    STANZA: stanza,
    TABLE: table_by_role,
}

SPECIAL: dict[str, Callable[[Walker, Element, Attributes, State], State | Plain | None]] = {
    "a": link,
    "amp-img": amp_image,
    "base": base,
    "body": root,
    "br": break_,
    "button": button,
    "cite": cite,
    "code": code,
    **distill.ELEMENTS,
    "hr": rule,
    "html": root,
    "i": slanted,
    "img": image,
    "link": link_element,
    "listing": pre,
    "m:math": math,
    "math": math,
    "math-renderer": math_renderer,
    "meta": meta,
    "mjx-container": mathjax,
    "mml:math": math,
    "noscript": noscript,
    "ol": ordered_list,
    "pre": pre,
    "rp": reading,
    "rt": reading,
    "svg": svg,
    "table": table,
    "template": template,
    "time": time,
    "textarea": text_area,
    "title": title,
    "ul": unordered_list,
    "xmp": pre,
    **dict.fromkeys(NEVER_TEXT, never_text),
    **dict.fromkeys(EMBED | BY_ID, embed),
}
