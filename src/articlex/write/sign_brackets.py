"""Removal of superscript brackets around footnote references ("[1, 2]"): Markdown's have their own."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Run, Style

_CLOSED_BY = {"[": "]", "(": ")"}
#: Separators of two references.
_BETWEEN = frozenset((",", ";", "-", "–", "、", "，", ""))


def without_sign_brackets(runs: Sequence[Run]) -> list[Run]:
    """The runs without pairs of superscript brackets that hold nothing but references and separators."""
    kept: list[Run] = []
    opened = -1
    has_sign = False
    for run in runs:
        text = run.text.strip()
        if run.style & Style.FOOTNOTE:
            has_sign = True
        elif _is_raised(run) and text in _CLOSED_BY:
            opened, has_sign = len(kept), False
        elif opened >= 0 and has_sign and _is_raised(run) and text == _CLOSED_BY[kept[opened].text.strip()]:
            del kept[opened]
            opened = -1
            continue
        elif text not in _BETWEEN or not (_is_raised(run) or not text):
            opened = -1
        kept.append(run)
    return kept


def _is_raised(run: Run) -> bool:
    return run.style == Style.SUP and run.src is None and run.href is None
