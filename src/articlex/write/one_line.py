"""Runs on one line, for a heading or a term in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Run, Style
from articlex.write.markdown_inline import LITERAL, SPANS


def on_one_line(runs: Sequence[Run]) -> list[Run]:
    """The runs with a space for each line break, in the styles and the link that both its sides share."""
    line: list[Run] = []
    for run in runs:
        if len(line) > 1 and line[-1].style & Style.BREAK:
            before = line[-2]
            same = run.href if run.href == before.href else None
            line[-1] = Run(" ", run.style & before.style & SPANS, same)
            if before[1:] == run[1:] and run.src is None and not run.style & LITERAL:
                run = run._replace(text=f"{before.text} {run.text}")
                del line[-2:]
        line.append(run)
    return line
