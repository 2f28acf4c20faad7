"""Numbers of equations: "(1)" in the row of a displayed formula, or right beside it, is its tag."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind, Node, Run, Style
from articlex.regex import regex

#: "(1)", "(2.3a)", "(A.1)", "(2-3)".
EQUATION_NUMBER = regex(r"\(((?:[A-Z]\.?)?\d{1,3}(?:[.-]\d{1,3}){0,2}[a-z]?)\)")


def with_number(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a block; a displayed formula with nothing but its number beside it has that in itself."""
    shown = [run for run in runs if run.text.strip()]
    if len(shown) != 2:
        return runs
    numbers = [EQUATION_NUMBER.fullmatch(run.text.strip()) for run in shown]
    for run, number in zip(shown, reversed(numbers), strict=True):
        if number is not None and run.style & Style.MATH_DISPLAY:
            return (_tagged(run, number[1]),)
    return runs


def number_formula(blocks: Sequence[Block], nodes: Sequence[Node], text: str, node: int) -> bool:
    """Give the formula that was read last the number that ``text`` is, if it stands in the row of that."""
    number = EQUATION_NUMBER.fullmatch(text) if blocks and blocks[-1].kind is Kind.MATH else None
    if number is None or _row(nodes, blocks[-1].node) != _row(nodes, node):
        return False
    formula = blocks[-1]
    formula.runs = (_tagged(formula.runs[0], number[1]), *formula.runs[1:])
    formula.text = formula.runs[0].text
    return True


def _tagged(formula: Run, number: str) -> Run:
    return formula if "\\tag" in formula.text else formula._replace(text=f"{formula.text} \\tag{{{number}}}")


def _row(nodes: Sequence[Node], node: int) -> int:
    """The row of a table that a node is in; the node itself in none."""
    at = node
    while at >= 0:
        if nodes[at].tag == "tr":
            return at
        at = nodes[at].parent
    return node
