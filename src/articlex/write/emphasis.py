"""Removal of invisible emphasis: that of a full stop or a comma behind a word, and of a picture."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from articlex.page import Run, Style

_LOOKS = Style.EM | Style.STRONG
#: Longest row of punctuation marks, as in "..." and "?!".
_MOST_SIGNS = 3


def without_idle_emphasis(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a block, in which punctuation and pictures keep only the emphasis that the runs on both
    sides have. The punctuation of a block without words stays as it is."""
    idle = [place for place, run in enumerate(runs) if run.style & _LOOKS and _is_idle(run)]
    if idle and not any(run.src is None and any(map(str.isalnum, run.text)) for run in runs):
        idle = [place for place in idle if runs[place].src is not None]
    if not idle:
        return runs
    kept = list(runs)
    for place in idle:
        run = kept[place]
        before = kept[place - 1].style if place else 0
        after = kept[place + 1].style if place + 1 < len(kept) else 0
        kept[place] = run._replace(style=run.style & ~(_LOOKS & ~(before & after)))
    return kept


def _is_idle(run: Run) -> bool:
    """Whether emphasis of a run, alone, would not be seen."""
    return run.src is not None or _is_punctuation(run)


def _is_punctuation(run: Run) -> bool:
    """Whether a run is a few punctuation marks (a star is a symbol, not one of them)."""
    text = run.text
    if not 0 < len(text) <= _MOST_SIGNS or run.style & ~_LOOKS:
        return False
    return all(category(character)[0] == "P" for character in text)
