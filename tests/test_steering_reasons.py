"""Reasons of marks and facts that other modules go by: a slug that no stage has any more would disable a rule
without a word."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import pytest

from articlex.pipeline import ORDER
from articlex.stages import leftovers
from articlex.stages.parts.leftovers import comments

SOURCES = Path(__file__).resolve().parents[1] / "src"
TABLES: dict[str, Mapping[str, str]] = {stage.name: stage.reasons for stage in ORDER}
KNOWN = {slug for reasons in TABLES.values() for slug in reasons}
#: What the parser of dates and the detector of languages found has reasons too: how it was read.
FOUND = ("found", "one")


def steering() -> Iterator[tuple[str, str]]:
    """(module, slug) of each reason that is compared with a constant, or looked up in one."""
    for path in sorted((SOURCES / "articlex").rglob("*.py")):
        module = ".".join(path.relative_to(SOURCES).with_suffix("").parts).removesuffix(".__init__")
        source = path.read_text("utf-8")
        for node in ast.walk(ast.parse(source)) if ".reason" in source else ():
            if isinstance(node, ast.Compare):
                sides = [node.left, *node.comparators]
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
                sides = [node.args[0], node.func.value] if node.func.attr == "get" else []
            else:
                continue
            if any(map(is_reason, sides)):
                yield from ((module, slug) for side in sides for slug in slugs(module, side))


def is_reason(node: ast.expr) -> bool:
    """Whether an expression is the reason of a mark or fact."""
    if not isinstance(node, ast.Attribute) or node.attr != "reason":
        return False
    return not (isinstance(node.value, ast.Name) and node.value.id in FOUND)


def slugs(module: str, node: ast.expr) -> Collection[str]:
    """The slugs that a literal has, or a constant of ``module``."""
    value: object = node.value if isinstance(node, ast.Constant) else None
    if isinstance(node, ast.Name):
        value = getattr(importlib.import_module(module), node.id, None)
    if isinstance(value, str):
        return (value,)
    return tuple(value) if isinstance(value, (tuple, frozenset, dict)) else ()


STEERING = sorted(set(steering()))


def test_the_rules_are_found() -> None:
    assert len(STEERING) > 60
    assert ("articlex.authors.impostors.rules", "link-run") in STEERING
    assert ("articlex.stages.parts.body_choice", "copyright") in STEERING


@pytest.mark.parametrize(("module", "slug"), STEERING)
def test_a_reason_that_a_rule_goes_by_is_one_of_a_stage(module: str, slug: str) -> None:
    assert slug in KNOWN, f"{module} goes by a reason that no stage has"


def test_the_reasons_that_are_passed_on_are_those_of_stages() -> None:
    assert set(comments._DATED) <= KNOWN
    assert [pair for pair in leftovers._DOUBTED if pair[1] not in TABLES[pair[0]]] == []
