"""What a cell says by an icon alone: "✓", "✗", or the icon's label for screen readers."""

from __future__ import annotations

from itertools import islice

from articlex.page import Cell, Run, runs_text
from articlex.read.html.element_text import text_below
from articlex.read.html.tree import Element
from articlex.read.html.widgets import ICON_FONTS
from articlex.regex import regex

#: Names, as text or in a class, of icons of Google, Font Awesome, Bootstrap, GitHub, Glyphicons, WordPress.
_YES = frozenset({"check", "checkmark", "done", "ok", "tick", "yes"})
_NO = frozenset({"cancel", "clear", "close", "cross", "no", "remove", "times", "x", "xmark"})
_YES_SIGN, _NO_SIGN = "✓", "✗"
_ICONS = frozenset({"i", "span", "svg", "use"})
_WORDS = regex(r"[\s_-]+")
#: Signs behind the name of a column that rows are sorted by it. (A single arrow may say what is better.)
_SORTING = regex(r"\s*(?:[▲▼△▽▴▾▵▿⏶⏷]++|[↕⇅⇵⬍]++|↑\s?↓|↓\s?↑)\s*$")
#: Elements of a cell that are looked at: an icon and those around it.
_MOST_ELEMENTS = 6
#: Characters of the longest name of an icon that a font draws in its place, and of the longest label.
_MOST_NAME, _MOST_LABEL = 24, 40


def with_sign(cell: Cell, element: Element) -> Cell:
    """``cell``, read from ``element``, with the sign for its icon, if that is all that it shows."""
    if len(cell.runs) > 1 or (cell.runs and (cell.runs[0].src is not None or cell.runs[0].href is not None)):
        return cell
    name = cell.runs[0].text if cell.runs else ""
    if len(name) > _MOST_NAME or " " in name:
        return cell
    inside = list(islice(element.iterdescendants(), _MOST_ELEMENTS))
    icons = [each for each in inside if each.tag in _ICONS]
    sign = _sign_of_name(icons, name) if name else _sign_of_empty(icons)
    return cell._replace(runs=(Run(sign),), blocks=()) if sign else cell


def without_sort_sign(cell: Cell) -> Cell:
    """A header cell without the sign behind its words that rows are sorted by the column: "Fare ▲▼"."""
    runs = cell.runs
    if not runs or cell.blocks or not any(map(str.isalnum, runs_text(runs))):
        return cell
    kept = _SORTING.sub("", runs[-1].text)
    if kept == runs[-1].text or runs[-1].src is not None:
        return cell
    runs = (*runs[:-1], runs[-1]._replace(text=kept)) if kept else runs[:-1]
    if len(runs) > 1 and not runs[-1].text.strip() and runs[-1].src is None:
        runs = runs[:-1]
    return cell._replace(runs=runs)


def _sign_of_name(icons: list[Element], name: str) -> str:
    """The sign for the ``name`` of an icon, if an icon font draws that; "" if there is none."""
    is_font = any((icon.get("class") or "").startswith(ICON_FONTS) for icon in icons)
    return _sign(name) if is_font else ""


def _sign_of_empty(icons: list[Element]) -> str:
    """The label of an icon without text, else the sign for its class."""
    for icon in icons:
        titles = map(text_below, icon.iterchildren("title"))
        label = icon.get("aria-label") or icon.get("title") or next(titles, "")
        if label and len(label) <= _MOST_LABEL:
            return " ".join(label.split())
    return next((sign for icon in icons if (sign := _sign(icon.get("class") or ""))), "")


def _sign(names: str) -> str:
    words = frozenset(_WORDS.split(names.lower()))
    said_yes, said_no = not _YES.isdisjoint(words), not _NO.isdisjoint(words)
    if said_yes == said_no:
        return ""
    return _YES_SIGN if said_yes else _NO_SIGN
