"""Notes that stand right behind their signs: browsers show them beside the text, or when one points there.

Tufte CSS writes a label, the box that it checks and the note; others a superscript number and the note. The
notes of LaTeXML begin with the number once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Run, Style, Wrap
from articlex.read.html.element_text import text_below, text_up_to
from articlex.read.html.footnotes import is_label, within_note
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Attributes, Element

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: The class of Tufte CSS's signs, whose numbers are made by its style sheet.
_NUMBER = "sidenote-number"
_SIGN_TAGS = ("sup", "label", "a", "span")
#: Notes and tables around a note beyond which it is text like any other: each is read by a walk of its own.
_DEEPEST = 20
#: Characters of the longest note in a line.
_MOST_IN_LINE = 3_000


def side_note(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A note that comes right after its sign is a footnote; what has such a class and no sign is PLAIN.

    A tooltip in a line is shown when one points at the words before it, which go on behind it.
    """
    begun = walker.runs.begun and walker.walks_around < _DEEPEST
    sign = _sign_before(element) if begun else None
    if sign is None:
        return None if walker.runs.begun and _is_tooltip(element, attributes) else PLAIN
    text = text_below(sign)
    if text[:2].isalpha() and len(text) > 1:  # the "th" of "4th"
        return PLAIN
    if _is_handle(sign, text):
        is_taken = walker.runs.take_back_end(text) or walker.runs.take_back(text)
        text = ""
    elif text:
        is_taken = walker.runs.take_back(text)
    else:  # its number is made by the style sheet, and nothing is in the line
        is_taken = _NUMBER in (sign.get("class") or "").split()
    if not is_taken:
        return PLAIN
    _add_note(walker, _without_sign(element, walker.read_cell(element).runs, text), text, state)
    return None


def _add_note(walker: Walker, runs: tuple[Run, ...], sign: str, state: State) -> None:
    """Add the sign of a note to the line; the note comes after the block of that."""
    note = walker.container(Wrap.FOOTNOTE)
    note = note._replace(label=f"side-note-{note.id}")
    walker.notes.add(note.label)
    walker.add_run(Run(sign or str(len(walker.notes)), Style.FOOTNOTE, f"#{note.label}"), state)
    walker.side_notes.append((runs, state._replace(within=within_note(state.within, note), level=0)))


def note_in_line(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A note that stands where its sign is to be: <d-footnote>."""
    is_long = len(text_up_to(element, _MOST_IN_LINE)) > _MOST_IN_LINE  # nothing closed it
    if is_long or not walker.runs.begun or walker.walks_around >= _DEEPEST:
        return PLAIN
    runs = walker.read_cell(element).runs
    if runs:
        _add_note(walker, runs, "", state)
    return None


def _is_handle(sign: Element, text: str) -> bool:
    """Whether what unfolds a note without a number is shown as a sign on small screens alone: "⊕"."""
    return sign.tag == "label" and len(text) == 1 and not text.isalnum()


def _is_tooltip(element: Element, attributes: Attributes) -> bool:
    """Whether an element of a line is a tooltip, by its role or inside the words that have one."""
    if element.tag in BLOCK:
        return False
    around = element.getparent()
    has_one = around is not None and "tooltip" in (around.get("class") or "").lower()
    return has_one or attributes.get("role") == "tooltip"


def _without_sign(note: Element, runs: tuple[Run, ...], sign: str) -> tuple[Run, ...]:
    """The runs of a note without its sign, with which LaTeXML's notes begin once more, or twice."""
    for element in note.iterdescendants():
        if sign and not len(element) and (element.text or "").strip() == sign and runs:
            rest = runs[0].text.lstrip().removeprefix(sign).lstrip()
            runs = (runs[0]._replace(text=rest), *runs[1:]) if rest else runs[1:]
        elif (element.text or "").strip():
            break
        if (element.tail or "").strip():
            break
    return runs


def _sign_before(note: Element) -> Element | None:
    """The sign right before a note, with nothing but a box between them."""
    before = note.getprevious()
    while before is not None and not (before.tail or "").strip():
        if before.tag != "input":
            text = text_below(before)
            is_sign = before.tag in _SIGN_TAGS and (not text or is_label(before) or _is_handle(before, text))
            return before if is_sign else None
        before = before.getprevious()
    return None
