"""What holds for every stage in ORDER. Each message says what to do."""

import importlib
import inspect
import pkgutil
from dataclasses import replace
from functools import cache

import pytest

import articlex.stages
from articlex.markup import Markup
from articlex.options import Options
from articlex.page import Node, Page
from articlex.pipeline import ORDER, run
from articlex.stages import body
from articlex_lab.checks.cases import FOLDER, read_cases, said
from articlex_lab.repository import README
from articlex_lab.upkeep.readme import stage_row

NAMES = [stage.name for stage in ORDER]
STRICT = Options(strict=True)


@pytest.fixture(params=ORDER, ids=NAMES)
def stage(request):
    return request.param


@cache
def cases(name):
    path = FOLDER / f"{name}.cases"
    assert path.exists(), (
        f"{path.relative_to(FOLDER.parents[1])} is missing; `make stage NAME={name}` writes a stub"
    )
    return tuple(read_cases(path))


def test_every_stage_module_is_in_order_once():
    modules = [module.name for module in pkgutil.iter_modules(articlex.stages.__path__)]
    records = [
        name for name in modules if hasattr(importlib.import_module(f"articlex.stages.{name}"), "STAGE")
    ]
    for name in records:
        assert NAMES.count(name) == 1, f"put {name} into the order of src/articlex/pipeline.py, once"


def test_name_is_the_module(stage):
    module = importlib.import_module(f"articlex.stages.{stage.name}")
    assert module.STAGE is stage, f"name the stage of {stage.run.__module__} after its module"


@pytest.mark.parametrize("stage", ORDER[: NAMES.index("body")], ids=NAMES[: NAMES.index("body")])
def test_stages_before_the_body_leave_its_roles_to_it(stage):
    roles = sorted(stage.sets & body.STAGE.sets)
    assert not roles, f"{stage.name}: before the body, use another role than {roles}, or come after it"


def test_module_says_what_it_marks(stage):
    doc = inspect.getdoc(inspect.getmodule(stage.run)) or ""
    assert doc.split("\n")[0].endswith("."), (
        f"begin {stage.name}.py with one sentence: it goes into the README"
    )


def test_reasons_are_sentences(stage):
    assert stage.reasons
    for slug, sentence in stage.reasons.items():
        assert sentence[0].isupper() and sentence.endswith("."), f"{stage.name}: {slug!r} needs a sentence"


def test_every_reason_fires_in_a_case(stage):
    # The line of a mark names its reason, and is held against the stage elsewhere; that of a fact does not.
    lines = [line.split() for case in cases(stage.name) for line in case.expected]
    missing = set(stage.reasons) - {reason for role, reason, *_ in lines if role != "fact"}
    for case in cases(stage.name):
        if missing and case.expected:
            missing -= {output.reason for output in said(case.outcome(), stage.name)}
    assert not missing, f"add cases to {stage.name}.cases in which these reasons fire: {sorted(missing)}"


def test_some_case_must_not_fire(stage):
    assert any(not case.expected for case in cases(stage.name)), (
        f"add a case to {stage.name}.cases with nothing below its '---': a page like those that the stage "
        "marks, on which it must not fire"
    )


def test_readme_has_the_row(stage):
    assert stage_row(stage) in README.read_text(encoding="utf-8"), "run `make readme`"


def test_nothing_is_said_of_a_page_without_blocks(stage):
    for form in stage.forms:
        page = run(Page(form, (), (Node("html", -1, 0, (), 0, 0),), Markup()), STRICT, (stage,))
        assert said(page, stage.name) == []


def test_a_disabled_stage_says_nothing_and_leaves_no_step(stage):
    case = next(case for case in cases(stage.name) if case.expected)
    before, off = case.outcome().trace, frozenset([stage.name])
    page = run(case.page(), replace(case.options, disabled_stages=off))
    assert stage.name in [step.stage for step in before if step.marked or step.stated]
    assert said(page, stage.name) == []
    assert stage.name not in [step.stage for step in page.trace]
