"""Every case of every stage: one line of expectation for each thing that the stage says."""

import pytest

from articlex_lab.checks.cases import FOLDER, describe, matches, read_cases, said

CASES = [case for path in sorted(FOLDER.glob("*.cases")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_case(case):
    page = case.outcome()
    outputs = said(page, case.stage)
    same = len(outputs) == len(case.expected) and all(
        matches(line, output, page) for line, output in zip(case.expected, outputs, strict=True)
    )
    got = "\n".join(describe(output, page) for output in outputs) or "nothing"
    assert same, f"{case.stage}.cases:{case.line} expects other lines; the stage says\n{got}"
