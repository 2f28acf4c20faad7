"""What is announced in raw page text, beside the cases."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlex.options import Options
from articlex.page import Mark, Role
from articlex.read import read_page
from articlex.stages import announced


def test_a_page_whose_lines_all_end_in_a_colon_is_read_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read_page("\n".join(f"Weight of the boat number {number}:" for number in range(400)), form="text")
    page = replace(page, marks=tuple(Mark(block.index, Role.BODY, "main-content") for block in page.blocks))
    asked: list[int] = []
    may_be_listed = announced._may_be_listed
    monkeypatch.setattr(announced, "_may_be_listed", lambda *args: asked.append(1) or may_be_listed(*args))
    assert list(announced.run(page, Options())) == []
    assert len(asked) <= 25 * len(page.blocks)
