"""Every metadata source on its cases, ``fixtures/metadata/<source>.cases``; a source without any fails."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from articlex import metadata
from articlex.metadata.evidence import Source, gather
from articlex.metadata.sources import SOURCES
from articlex.page import Fact
from articlex_lab.checks.cases import Case, describe, read_cases

FOLDER = Path(__file__).parents[2] / "fixtures" / "metadata"
SOURCES_BY_NAME = {source.name: source for source in SOURCES}


@cache
def cases(name: str) -> tuple[Case, ...]:
    path = FOLDER / f"{name}.cases"
    return tuple(read_cases(path)) if path.exists() else ()


def facts(source: Source, case: Case) -> list[Fact]:
    page = case.page()
    return list(source.state(gather(page, case.options.reference_date)))


ALL = [case for name in SOURCES_BY_NAME for case in cases(name)]


@pytest.mark.parametrize("case", ALL, ids=[case.id for case in ALL])
def test_source_states(case: Case) -> None:
    page = case.page()
    stated = [describe(fact, page) for fact in facts(SOURCES_BY_NAME[case.stage], case)]
    assert stated == list(case.expected)


@pytest.fixture(params=SOURCES, ids=list(SOURCES_BY_NAME))
def source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.param
    return found


def test_every_source_is_read() -> None:
    names = [module.name for module in pkgutil.iter_modules(metadata.__path__)]
    modules = [import_module(f"articlex.metadata.{name}") for name in names]
    missing = [each.__name__ for each in modules if getattr(each, "SOURCE", SOURCES[0]) not in SOURCES]
    assert missing == [], "put its name into the order of src/articlex/metadata/sources.py"


def test_every_file_of_cases_is_that_of_a_source() -> None:
    """By its name, which is not that of its module. ``names.cases`` are those of ``read_names``."""
    assert {path.stem for path in FOLDER.glob("*.cases")} == {*SOURCES_BY_NAME, "names"}


def test_every_source_has_cases(source: Source) -> None:
    assert cases(source.name), f"write fixtures/metadata/{source.name}.cases"


def test_every_source_has_a_case_in_which_it_states_nothing(source: Source) -> None:
    assert any(not case.expected for case in cases(source.name))


def test_every_reason_is_given_in_a_case(source: Source) -> None:
    given = {fact.reason for case in cases(source.name) for fact in facts(source, case)}
    assert not source.reasons.keys() - given
