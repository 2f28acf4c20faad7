"""Numbers of equations: "(1)" in the row of a displayed formula, or right beside it, becomes its \\tag."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind, Node, Run, Style
from articlex.regex import regex

#: "(1)", "(2.3a)", "(A.1)", "(2-3)".
EQUATION_NUMBER = regex(r"\(((?:[A-Z]\.?)?\d{1,3}(?:[.-]\d{1,3}){0,2}[a-z]?)\)")

#: How many elements up from the number of an equation may be one that holds both.
_MOST_AROUND = 2


def with_number(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a block; for a displayed formula and its number one run, which has the tag."""
    shown = [run for run in runs if run.text.strip()]
    if len(shown) != 2:
        return runs
    numbers = [EQUATION_NUMBER.fullmatch(run.text.strip()) for run in shown]
    for run, number in zip(shown, reversed(numbers), strict=True):
        if number is not None and run.style & Style.MATH_DISPLAY:
            return (_tagged(run, number[1]),)
    return runs


def number_formula(blocks: Sequence[Block], nodes: Sequence[Node], text: str, node: int) -> bool:
    """Tag the last block with ``text`` at ``node``, if they are a formula and its number; whether they are.

    They must stand in an element, such as the row of a table, that begins with the formula.
    """
    number = EQUATION_NUMBER.fullmatch(text) if blocks and blocks[-1].kind is Kind.MATH else None
    if number is None:
        return False
    formula = blocks[-1]
    if not _is_headed_by(formula, nodes, node):
        return False
    formula.runs = (_tagged(formula.runs[0], number[1]), *formula.runs[1:])
    formula.text = formula.runs[0].text
    return True


def _tagged(formula: Run, number: str) -> Run:
    return formula if "\\tag" in formula.text else formula._replace(text=f"{formula.text} \\tag{{{number}}}")


def _is_headed_by(formula: Block, nodes: Sequence[Node], node: int) -> bool:
    """Whether one of the nearest elements around ``node`` begins with the formula."""
    at = node
    for _ in range(_MOST_AROUND):
        at = nodes[at].parent
        if at <= 0 or nodes[at].first <= formula.index:
            return at > 0 and nodes[at].first == formula.index
    return False
