"""Equations that a table lays out, each side of a relation in a cell of its own, as in LaTeXML."""

from __future__ import annotations

from lxml import etree

from articlex.read.html.element_text import text_below
from articlex.read.html.formulas.equations import EQUATION_NUMBER
from articlex.read.html.formulas.mathml import latex_of
from articlex.read.html.tree import Element, classes_of, empty

#: The class of LaTeXML's tables of equations.
_TABLE = "ltx_eqn_table"


def is_of_equations(table: Element) -> bool:
    """Whether a table lays out equations."""
    return _TABLE in classes_of(table)


def join_equations(table: Element) -> None:
    """Make one displayed formula of the parts of an equation in each row of a table of equations.

    A row with words beside the formulas stays as it is.
    """
    for row in table.iterdescendants("tr"):
        formulas = list(row.iterdescendants("math"))
        if formulas and _is_equation(row):
            _join(formulas)


def _is_equation(row: Element) -> bool:
    """Whether a row holds nothing but formulas and its number."""
    for cell in row.iterchildren():
        text = text_below(cell)
        if not text or EQUATION_NUMBER.fullmatch(text):
            continue
        parts = [cell, *(each for each in cell.iterdescendants("span", "p", "div"))]
        own = [part.text or "" for part in parts]
        behind = [each.tail or "" for each in cell.iterdescendants("math", "span", "p", "div")]
        if any(piece.strip() for piece in (*own, *behind)):
            return False
    return True


def _join(formulas: list[Element]) -> None:
    """Make the first of several formulas a displayed one of them all; the others become empty."""
    latex = [latex_of(formula).removeprefix("\\displaystyle").strip() for formula in formulas]
    first, *others = formulas
    empty(first)
    first.set("display", "block")
    source = etree.SubElement(first, "annotation", encoding="application/x-tex")
    source.text = " ".join(filter(None, latex))
    for formula in others:
        formula.tag = "span"
        formula.clear()
