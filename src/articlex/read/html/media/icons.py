"""Pictures that tell nothing, in a line of text."""

from __future__ import annotations

from articlex.page import Run, Style


def without_icons(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a block with text, without the pictures that tell nothing and the spaces beside these."""
    kept: list[Run] = []
    for run in runs:
        is_blank = run.text == " " and run.src is None
        if not run.style & Style.ICON and not (is_blank and (not kept or kept[-1].text == " ")):
            kept.append(run)
    while kept and kept[-1].text == " " and kept[-1].src is None:
        kept.pop()
    return tuple(kept)
