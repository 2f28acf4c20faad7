"""Tabs and their panes: which element is shown when a reader chooses which tab.

The labels stand in a row above all panes, where they say nothing to who reads the page from top to bottom.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from articlex.markup import Pane
from articlex.read.html.tree import Element
from articlex.regex import regex

#: The attribute that a pane gets: the number of its row of tabs, a blank, and the label.
PANE = "data-articlex-pane"
#: Characters of the longest label, and tabs of the longest row (as in nav_block).
_MOST, _MOST_TABS = 60, 40
#: Rows on a page on which panes may be told by their place.
_MOST_ROWS = 40
#: Elements from a tab up to its row, and elements of a tab that are read for its label: a tab that nothing
#: closes holds the rest of the page.
_MOST_AROUND, _MOST_INSIDE = 8, 60
#: What stands before the id of a tab in the names of the panes that are labelled by tabs; in no id of HTML.
_OF = " "
#: How a tab is marked as such in the source. (One pattern takes half of the time of three searches.)
_ROLE = regex(rb"""role=["']?tab\b""")


def may_have_tabs(data: bytes) -> bool:
    """Whether the source of a page, in UTF-8, has a tab by its role."""
    return _ROLE.search(data) is not None


def tell_panes(root: Element) -> None:
    """State at each pane of several, in an attribute, the label of the tab that shows it."""
    rows: dict[Element, list[Element]] = {}
    for tab in root.iterfind(".//*[@role='tab']"):
        around = islice(tab.iterancestors(), _MOST_AROUND)
        row = next((each for each in around if each.get("role") == "tablist"), tab.getparent())
        if row is not None:
            rows.setdefault(row, []).append(tab)
    rows = {row: tabs for row, tabs in rows.items() if 1 < len(tabs) <= _MOST_TABS}
    if not rows:
        return
    named: dict[str, Element] = {}
    for panel in root.iterfind(".//*[@role='tabpanel']"):
        named.setdefault(_OF + (panel.get("aria-labelledby") or ""), panel)
    for element in root.iterfind(".//*[@id]"):
        named.setdefault(element.get("id") or "", element)
    for number, (row, tabs) in enumerate(rows.items()):
        panes: Sequence[Element | None] = [_pane(tab, named) for tab in tabs]
        if len(rows) <= _MOST_ROWS and not any(pane is not None for pane in panes):
            panes = _panes_beside(row, len(tabs))
        for tab, pane in zip(tabs, panes, strict=False):
            label = _label(tab)
            if pane is not None and 0 < len(label) <= _MOST and PANE not in pane.attrib:
                pane.set(PANE, f"{number} {label}")


def _label(tab: Element) -> str:
    """The text of a tab, without the titles of its drawings ("Python logo")."""
    inside = list(islice(tab.iterdescendants(), _MOST_INSIDE + 1))
    if len(inside) > _MOST_INSIDE:
        return ""
    drawn = {each for drawing in tab.iter("svg") for each in drawing.iter()}
    pieces = [tab.text or ""]
    for each in inside:
        pieces += (
            "" if each in drawn else each.text or "",
            "" if each.getparent() in drawn else each.tail or "",
        )
    return " ".join("".join(pieces).split())


def _pane(tab: Element, named: Mapping[str, Element]) -> Element | None:
    """The pane that a tab names by its id, or that names the tab as its label."""
    href = tab.get("href") or ""
    name = (tab.get("aria-controls") or "").strip() or (href[1:] if href.startswith("#") else "")
    pane = named.get(name)
    if pane is None and (own := tab.get("id")):
        pane = named.get(_OF + own)
    return None if pane is None or pane in tab.iterancestors() else pane


def _panes_beside(row: Element, count: int) -> Sequence[Element | None]:
    """The panes in the element around a row of tabs, in their order, if there are as many; else none."""
    around = row.getparent()
    panels = [] if around is None else list(islice(around.iterfind(".//*[@role='tabpanel']"), count + 1))
    return panels if len(panels) == count else []


def read_pane(stated: str) -> Pane:
    """What the attribute of a pane states."""
    number, _, label = stated.partition(" ")
    return Pane(int(number), label)
