"""The body of HTML beside that of raw page text."""

from __future__ import annotations

from collections import Counter

from articlex_lab.checks.output.forms import Comparison, _fate, report


def test_a_block_is_whole_cut_run_together_or_none_of_these() -> None:
    flat = ["onetwo", "three", "four", "fiveandsix"]
    assert [_fate(block, flat) for block in ("onetwo", "threefour", "five", "seven")] == [
        "whole",
        "cut",
        "run together",
        "not as a whole",
    ]


def test_shares_are_of_all_pages_of_a_flattener() -> None:
    pages = [
        Comparison("a/1", "soup", Counter({"whole": 3}), 60, Counter()),
        Comparison("a/2", "soup", Counter({"cut": 1}), 40, Counter({"item": 20})),
    ]
    rows = report(pages, worst=1).splitlines()
    assert [cell.strip() for cell in rows[2].split("|")[1:5]] == ["soup", "4", "0.750", "0.250"]
    assert rows[2].split("|")[-2].strip() == "0.200"
    assert rows[3] == "a/2 by soup: {'item': 20} of 40 words"
