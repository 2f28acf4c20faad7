"""Runs of raw page text: link numbers, the marks of Markdown and of changes, and carets before notes are no
text."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Run
from articlex.read.text.changes import with_changes
from articlex.read.text.links import LinkNumbers
from articlex.read.text.markdown import markdown_runs
from articlex.read.text.pandoc import without_attributes
from articlex.read.text.raised import with_raised


class InlineReader:
    """Makes runs of the texts of one page, text by text in document order.

    ``addresses`` are those of the link numbers, by number, ``markdown`` and ``pandoc`` say what the page
    writes, ``changes`` and ``raised`` whether it marks changes and raises the signs of notes.
    """

    def __init__(
        self,
        addresses: dict[int, str],
        markdown: bool = False,
        raised: bool = False,
        pandoc: bool = False,
        changes: bool = False,
    ) -> None:
        self._numbers = LinkNumbers(addresses) if addresses else None
        self.markdown = markdown
        self._raised = raised
        self._pandoc = pandoc
        self._changes = changes

    def runs(self, text: str) -> tuple[Run, ...]:
        """The runs of ``text``, with single spaces between them and none at the ends."""
        if self.markdown:
            return _normalised(list(markdown_runs(without_attributes(text) if self._pandoc else text)))
        has_changes, has_raised = self._changes and ":" in text, self._raised and "^" in text
        numbers = self._numbers if self._numbers is not None and "[" in text else None
        if numbers is None and not has_changes and not has_raised:
            return (Run(text),) if text else ()
        pieces = numbers.runs(text) if numbers else [Run(text)]
        pieces = with_changes(pieces) if has_changes else pieces
        return _normalised(with_raised(pieces) if has_raised else pieces)


def _normalised(pieces: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with single spaces between them and none at the ends."""
    runs: list[Run] = []
    for run in pieces:
        text = run.text
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        if run.href is None and runs and runs[-1][1:] == run[1:]:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + text)
        else:
            runs.append(run if text == run.text else run._replace(text=text))
    if runs and runs[-1].text[-1] == " ":
        last = runs.pop()
        if text := last.text.rstrip(" "):
            runs.append(last._replace(text=text))
    return tuple(runs)
