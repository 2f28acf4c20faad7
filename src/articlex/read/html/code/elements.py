"""Handlers of elements that hold code, or that highlighters put beside it; see
:mod:`articlex.read.html.elements`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Kind, Run
from articlex.read.html.code.blocks import (
    code_language,
    code_text,
    is_code,
    is_code_of_lines,
)
from articlex.read.html.code.letters import letter_blocks, letter_parts, parted_letter
from articlex.read.html.element_text import text_as_written, text_below, text_up_to, texts
from articlex.read.html.state import KEEPS_LINES, PLAIN, Plain, State
from articlex.read.html.tags import BLOCK, HEADING_LEVEL
from articlex.read.html.tree import Attributes, Element, begins_with_text, has_tail
from articlex.read.html.widgets import MOST_COPY_TEXT, MOST_PROMPT, NOTEBOOK_PROMPT
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker


#: Blanks beside brackets and commas, left where the cells of a table end.
_BLANKS = regex(r"(?<=[(<]) | (?=[),])")
#: Classes of a <textarea> with code: "Documentation-exampleCode code".
_CODE_FIELD = regex(r"code|.*(?:example|source)-?code")


def pre(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <pre>, or another element around code: a block of code as it is written. A <pre> with prose keeps its
    lines, any other element without code is PLAIN."""
    if element.tag != "table" and not is_code(element):
        if element.tag != "pre":
            return PLAIN
        _let_blocks_flow(element)
        inner = walker.open_block(element, attributes, state, "pre")
        return PLAIN if inner is None else inner.styled(inner.style | KEEPS_LINES)
    language = code_language(element)
    inner = walker.open_block(element, attributes, state, "pre")
    if inner is None:
        return None
    text = code_text(element)
    if text and element.tag == "pre" and not language:
        head, text = parted_letter(text, walker.markup.title)
        for line in head:
            walker.append(Kind.PARAGRAPH, line, (Run(line),), inner)
    if text:
        block = walker.append(Kind.CODE, text, (Run(text),), inner)
        block.language = language
        letter = letter_blocks(element, text) if element.tag == "pre" and not language else ()
        block.parts = letter_parts(walker, letter, block)
        block.link_chars = sum(len(text_below(a)) for a in element.iterdescendants("a"))
    walker.close()
    return None


def _let_blocks_flow(element: Element) -> None:
    """Have blocks inside a <pre> not keep their line feeds, headings excepted: a <pre> that nothing closes
    holds the rest of the page."""
    if next(element.iterancestors("pre"), None) is not None:
        return  # the outer <pre> has seen to it
    for node in element.iterdescendants():
        if node.tag in BLOCK and node.tag not in HEADING_LEVEL and node.get("style") is None:
            node.set("style", "white-space:normal")


def signature(walker: Walker, element: Element, attributes: Attributes, state: State) -> None:
    """Doxygen's table with the signature of a function (a row for each parameter) as one line of code."""
    inner = walker.open_block(element, attributes, state)
    add_code(walker, _BLANKS.sub("", " ".join(" ".join(texts(element)).split())), inner)


def add_code(walker: Walker, text: str, inner: State | None, language: str = "") -> None:
    """Add a block of code, if there is any, and end the element that was opened for it; ``inner`` is the
    state inside."""
    if inner is None:
        return
    if text:
        walker.append(Kind.CODE, text, (Run(text),), inner).language = language
    walker.close()


def java_signature(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """Javadoc's signature of a class or a member, as code with its lines."""
    if element.tag not in BLOCK:
        return PLAIN
    # A block with the words of the class, but not the name that led to this handler.
    words = attributes["class"].replace("-", " ")
    inner = walker.open_block(element, {**attributes, "class": words}, state)
    add_code(walker, text_as_written(element).replace("\xa0", " ").strip(), inner)
    return None


def code(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <code> of several lines is a block of code; any other is words in a line."""
    in_line = walker.walks_around > 0 or state.href is not None or state.level > 0
    is_block = not in_line and is_code_of_lines(element)
    return pre(walker, element, attributes, state) if is_block else PLAIN


def copy_button(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A button to copy code is left out, if it holds little text and no code."""
    text = text_up_to(element, MOST_COPY_TEXT)
    return None if len(text) <= MOST_COPY_TEXT and element.find(".//code") is None else PLAIN


def code_box(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """phpBB's box of code: the line above the code, a button to copy it, is dropped: "Code: Select all"."""
    first = element[0] if len(element) > 1 and not begins_with_text(element) else None
    link = first.find("a") if first is not None and first.tag in ("p", "dt") else None
    is_button = link is not None and (link.get("href") or "#") == "#" and link.get("onclick")
    if first is not None and is_button and not has_tail(first):
        element.remove(first)
    return PLAIN


def prompt(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """The number of a cell in a notebook, "In [1]:", is left out."""
    return None if NOTEBOOK_PROMPT.fullmatch(text_up_to(element, MOST_PROMPT).strip()) else PLAIN


def text_area(walker: Walker, element: Element, attributes: Attributes, state: State) -> State | Plain | None:
    """A <textarea>: code if its class says so, as in Go's examples; left out if it is Crayon's copy."""
    classes = attributes.get("class", "").lower().split()
    if "crayon-plain" in classes:
        return None
    is_code_field = any(map(_CODE_FIELD.fullmatch, classes)) and "\n" in (element.text or "").strip()
    return pre(walker, element, attributes, state) if is_code_field else PLAIN


def toolbar(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """Prism's toolbar right behind the code, with the name of the language and buttons, is left out."""
    before = element.getprevious()
    is_behind_code = before is not None and before.tag == "pre" and "toolbar" in attributes["class"].split()
    is_short = is_behind_code and len(text_up_to(element, MOST_COPY_TEXT)) <= MOST_COPY_TEXT
    return None if is_short else PLAIN
