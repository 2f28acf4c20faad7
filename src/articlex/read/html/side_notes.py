"""Side notes: notes right behind their marks, shown beside the text, or when the mouse points at the mark.

Tufte CSS writes a label, the check box that belongs to it, and the note; others a superscript number and the
note. The notes of LaTeXML begin with the number once more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from articlex.page import Run, Style, Wrap
from articlex.read.html.element_text import text_below
from articlex.read.html.footnotes import is_note_label, within_note
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Attributes, Element, begins_with_text, classes_of, has_tail, right_before
from articlex.read.html.widgets import role_of

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: The class of marks in Tufte CSS, whose style sheet makes their numbers.
_NUMBER = "sidenote-number"
#: The mark of a note that has no number.
_UNNUMBERED = "*"
_SIGN_TAGS = ("sup", "label", "a", "span")
#: Notes and tables around a note beyond which it is read as any other text. (Each has a walk of its own.)
_DEEPEST = 20


def side_note(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain | None:
    """A note right behind its mark is a footnote; an element of that class without a mark is PLAIN.

    A tooltip within a line is left out: it is shown when the mouse points at the words before it.
    """
    begun = walker.runs.begun and walker.walks_around < _DEEPEST
    mark = _sign_before(element) if begun else None
    if mark is None:
        return None if walker.runs.begun and _is_tooltip(element, attributes) else PLAIN
    text = text_below(mark)
    if text[:2].isalpha() and len(text) > 1:  # the "th" of "4th"
        return PLAIN
    # A number that the style sheet makes is not in the line.
    if not (walker.runs.take_back(text) if text else _NUMBER in classes_of(mark)):
        return PLAIN
    sign = _UNNUMBERED if _is_toggle(text) else text
    _add_note(walker, _without_sign(element, walker.read_cell(element).runs, text), sign, state)
    return None


def _add_note(walker: Walker, runs: tuple[Run, ...], sign: str, state: State) -> None:
    """Add a reference to a note to the line; the note's ``runs`` become a block behind that of the line.

    ``sign`` is what the reference shows, "" for the number of notes so far.
    """
    note = walker.container(Wrap.FOOTNOTE)
    note = note._replace(label=f"side-note-{note.id}")
    walker.notes.add(note.label)
    walker.add_run(Run(sign or str(len(walker.notes)), Style.FOOTNOTE, f"#{note.label}"), state)
    walker.side_notes.append((runs, state._replace(within=within_note(state.within, note), level=0)))


def _is_tooltip(element: Element, attributes: Attributes) -> bool:
    """Whether an inline element is a tooltip, by its role or by the class of the words around it."""
    if element.tag in BLOCK:
        return False
    around = element.getparent()
    has_one = around is not None and "tooltip" in (around.get("class") or "").lower()
    return has_one or role_of(attributes) == "tooltip"


def _without_sign(note: Element, runs: tuple[Run, ...], sign: str) -> tuple[Run, ...]:
    """The runs of a note without its mark, with which notes of LaTeXML begin, once or twice."""
    for element in note.iterdescendants():
        if sign and not len(element) and (element.text or "").strip() == sign and runs:
            rest = runs[0].text.lstrip().removeprefix(sign).lstrip()
            runs = (runs[0]._replace(text=rest), *runs[1:]) if rest else runs[1:]
        elif begins_with_text(element):
            break
        if has_tail(element):
            break
    return runs


def _is_toggle(text: str) -> bool:
    """Whether the text of a mark is the sign that unfolds a note without a number: "⊕" in Tufte CSS."""
    return len(text) == 1 and category(text) in ("Sm", "So")


def _sign_before(note: Element) -> Element | None:
    """The mark right before a note, with nothing but a check box between them; None if there is none."""
    before = right_before(note)
    while before is not None:
        if before.tag != "input":
            text = text_below(before)
            is_sign = before.tag in _SIGN_TAGS and (not text or is_note_label(before))
            is_sign = is_sign or (before.tag == "label" and _is_toggle(text))
            return before if is_sign else None
        before = right_before(before)
    return None
