"""Every case of every stage: one line of expectation for each thing it says, and none for a second run."""

import pytest

from articlex.pipeline import ORDER, run
from articlex_lab.checks.cases import FOLDER, describe, matches, read_cases, said

NAMES = [stage.name for stage in ORDER]
CASES = [case for path in sorted(FOLDER.glob("*.cases")) for case in read_cases(path)]


@pytest.fixture(scope="module", params=CASES, ids=[case.id for case in CASES])
def case(request):
    return request.param


# The tests of a case run one after the other, so that its page is read and its stages run once for both.
@pytest.fixture(scope="module")
def outcome(case):
    return case.outcome()


def test_case(case, outcome):
    outputs = said(outcome, case.stage)
    same = len(outputs) == len(case.expected) and all(
        matches(line, output, outcome) for line, output in zip(case.expected, outputs, strict=True)
    )
    got = "\n".join(describe(output, outcome) for output in outputs) or "nothing"
    assert same, f"{case.stage}.cases:{case.line} expects other lines; the stage says\n{got}"


def test_second_run_changes_nothing(case, outcome):
    if "kept" in case.settings:  # what the body keeps is given: no outcome of the pipeline
        once = run(case.page(), case.options)
    else:
        once = run(outcome, case.options, ORDER[NAMES.index(case.stage) + 1 :])
    twice = run(once, case.options)
    changed = [new for new, old in zip(twice.marks, once.marks, strict=True) if new != old]
    assert not changed, f"a second run of the pipeline changes {changed}"
    stated = set(twice.facts) - set(once.facts)
    assert not stated, f"a second run of the pipeline states {stated}"
