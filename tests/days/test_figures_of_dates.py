"""The patterns that quickly rule out a date find the same as their alternatives, plainly written."""

import re

import pytest

from articlex.bylines.undated import _YEAR
from articlex.dates.hebrew import HUNDREDS
from articlex.days.printed import _IN_ANY, _IN_ASCII, _MAYBE

_TEXTS = [
    "2024",
    "1402",
    "1445",
    "2567",
    "1899",
    "6.5.24",
    "6. 5. 24",
    "6/5/2024",
    "6 May 24",
    "6-May-24",
    "'24",
    "’24",
    "'245",
    "5年",
    "年",
    "24년",
    "12 ม.ค. 67",
    "ม.ค.67",
    "R6.5.6",
    "113/5/6",
    "H31/4",
    f"{HUNDREDS}פ״ד",
    HUNDREDS,
    "二〇二四年五月",
    "元年五月",
    "元年5月",
    "年五月",
    "٢٠٢٤",
    "1 of 3",
    "$19.99",
    "9:30",
    "no figure at all, RHS and 'quotes'",
    "",
]
_IN_ANY_APART = (
    rf"\d[\d年]|[RHS]\d[./]|[〇零○一二三四五六七八九十元]年[\d一二三四五六七八九十]|{HUNDREDS}[א-ת\"'׳״”]"
)
_MAYBE_APART = (
    r"(?:199|20[0-9]|13[6-9]|14[0-6]|25[3-9])[0-9]|[0-9]\s?[./\-]\s?[0-9]{2}(?![0-9])|年|년|['’][0-9]{2}(?![0-9])"
    r"|[0-9][\s-][^\W\d]{3,12}\.?[\s-][0-9]{2}(?![0-9])|[\u0e01-\u0e4e]\.?\s?[0-9]{2}(?![0-9])"
    rf"|[RHS][0-9]{{1,2}}[./]|1[0-3][0-9][./-][0-9]{{1,2}}[./-]|{HUNDREDS}"
)
_YEAR_APART = rf"\d\d\d\d|[./-]\d\d(?!\d)|\d[年년]|['’]\d\d|{HUNDREDS}"


@pytest.mark.parametrize("text", [*_TEXTS, *(f"x {text} y" for text in _TEXTS)])
def test_patterns_that_step_from_character_to_character_find_the_same(text: str) -> None:
    assert bool(_MAYBE.search(text)) == bool(re.search(_MAYBE_APART, text))
    assert bool(_IN_ANY.search(text)) == bool(re.search(_IN_ANY_APART, text))
    assert bool(_YEAR.search(text)) == bool(re.search(_YEAR_APART, text))
    if text.isascii():
        assert bool(_IN_ASCII.search(text)) == bool(_IN_ANY.search(text))
