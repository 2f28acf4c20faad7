"""Rows and runs of the numbers of pages: "1 2 3 … 10"."""

from __future__ import annotations

from collections.abc import Sequence

#: Signs beside the numbers.
GAPS = frozenset("... … .. | · - – — « » ‹ › < > << >> → ← ,".split())
#: Numbers of the shortest row, and its highest second number: "1 … 10 11 12". The second of two years or
#: amounts is higher.
_LEAST, _MAX_SECOND = 3, 11


def are_page_numbers(numbers: Sequence[int]) -> bool:
    """Whether numbers rise as those of pages do."""
    return len(numbers) >= _LEAST and [*numbers] == sorted(set(numbers)) and numbers[1] <= _MAX_SECOND
