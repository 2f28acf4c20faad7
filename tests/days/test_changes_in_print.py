"""Days that a line calls those of a change, in the words of many languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlex.dates.lexicon import lexicon
from articlex.dates.value import Hints
from articlex.days.dateline import candidates
from articlex.page import Form
from articlex.read import read_page

LINES = (Path(__file__).parents[2] / "fixtures" / "dates" / "changes.cases").read_text("utf-8").splitlines()
CASES = [tuple(line.split("\t")) for line in LINES if line and not line.startswith("#")]


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize(("language", "line"), CASES)
def test_a_line_that_tells_of_a_change(language: str, line: str, form: Form) -> None:
    source = line if form is Form.TEXT else f"<p>{line}</p>"
    page = read_page(f"{source}\n", form=form.value)
    hints = Hints(language, usual=lexicon().order(language))
    found = [(one.found.value.day_iso(), one.label) for one in candidates(page, hints)]
    assert found == [("2024-05-03", "updated")]
