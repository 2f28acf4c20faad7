"""Runs of raw page text: reads link numbers and the inline markup of Markdown, mail and text browsers, and
takes its characters out of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from articlex.page import Cell, Run, Table, new_tuple, runs_text
from articlex.read.text.angles import has_pictures, with_addresses, without_pictures
from articlex.read.text.lines import Line
from articlex.read.text.marks.bracketed import has_bracketed, with_links
from articlex.read.text.marks.changes import has_changes, with_changes
from articlex.read.text.marks.emphasis import SIGNS, has_emphasis, with_emphasis
from articlex.read.text.marks.links import LinkNumbers
from articlex.read.text.marks.markdown import cell_runs, markdown_runs
from articlex.read.text.marks.pandoc import without_attributes
from articlex.read.text.marks.raised import has_raised, with_raised
from articlex.read.text.marks.stand_ins import without_stand_ins
from articlex.regex import regex

#: Reads one kind of markup in the texts of runs.
Reading = Callable[[list[Run]], list[Run]]
_BLANKS = regex(" {2,}")


class InlineReader:
    """Makes runs of the texts of one page, text by text in document order.

    ``addresses`` are those of link numbers. ``markdown`` says that the page is Markdown, ``pandoc`` that it
    is pandoc's; on any other page all kinds of markup are read of which its ``lines`` have enough.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        addresses: dict[int, str],
        markdown: bool = False,
        pandoc: bool = False,
    ) -> None:
        self._numbers = LinkNumbers(addresses) if addresses else None
        self.markdown = markdown
        self._pandoc = pandoc
        self._readings = () if markdown else _readings(lines)

    def runs(self, text: str) -> tuple[Run, ...]:
        """``text`` as runs, with single spaces between them and none at the ends."""
        if self.markdown:
            return _normalised(list(markdown_runs(without_attributes(text) if self._pandoc else text)))
        readings = [read for sign, read in self._readings if sign in text] if self._readings else []
        numbers = self._numbers if self._numbers is not None and "[" in text else None
        if numbers is None and not readings:
            return (new_tuple(Run, (text, 0, None, None)),) if text else ()
        pieces = numbers.runs(text) if numbers else [Run(text)]
        for read in readings:
            pieces = read(pieces)
        return _normalised(pieces)

    def table(self, table: Table) -> tuple[str, Table] | None:
        """The text of ``table``, and the table, with the markup in its cells read; None if there is none."""
        if self.markdown:
            return _with_cells(table, cell_runs)
        return _with_cells(table, self._numbers.runs) if self._numbers else None


def block_text(runs: Sequence[Run]) -> str:
    """The text of a block with these ``runs``. The blanks on both sides of a picture are one."""
    text = runs_text(runs)
    return _BLANKS.sub(" ", text).strip() if len(runs) > 1 else text


def with_pictures_apart(runs: tuple[Run, ...]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The pictures with which ``runs`` begin, and the rest, which may be their caption."""
    end = next((place for place, run in enumerate(runs) if run.src is None and run.text.strip()), len(runs))
    pictures, rest = tuple(run for run in runs[:end] if run.src is not None), runs[end:]
    if pictures and rest:
        rest = (rest[0]._replace(text=rest[0].text.lstrip()), *rest[1:])
    return pictures, rest


def _with_cells(table: Table, read: Callable[[str], Iterable[Run]]) -> tuple[str, Table]:
    """The text of ``table``, and the table, with each cell's text made into runs by ``read``."""

    def cell_of(cell: Cell) -> Cell:
        return cell._replace(runs=tuple(run for whole in cell.runs for run in read(whole.text)))

    rows = tuple(tuple(map(cell_of, row)) for row in table.rows)
    return "\n".join("\t".join(map(_cell_text, row)) for row in rows), table._replace(rows=rows)


def _cell_text(cell: Cell) -> str:
    return block_text(cell.runs).replace("\n", " ")


def _readings(lines: Sequence[Line]) -> tuple[tuple[str, Reading], ...]:
    """The kinds of markup on a page that is not Markdown, in the order of reading, each behind a character
    that a text must have for it; none whose character the page has not."""
    text = "\n".join([line.text for line in lines])
    found: list[tuple[str, Reading]] = []
    if "[" in text:
        found += [("[", without_pictures), ("[", without_stand_ins)]
    if "(BUTTON" in text:
        found.append(("(BUTTON)", without_stand_ins))
    if "[" in text and has_changes(lines):
        found.append((":", with_changes))
    if has_emphasis(lines):
        found += [(sign, with_emphasis) for sign in SIGNS]
    if "[" in text and has_bracketed(lines):
        found.append(("[", with_links))
    if "<" in text:
        found.append(("<", partial(with_addresses, behind_words=has_pictures(lines))))
    if "^" in text and has_raised(lines):
        found.append(("^", with_raised))
    return tuple(found)


def _normalised(pieces: Sequence[Run]) -> tuple[Run, ...]:
    """``pieces`` with single spaces between them and none at the ends; like neighbours become one."""
    runs: list[Run] = []
    ends_blank = True
    for run in pieces:
        text = run.text
        if run.src is not None:
            runs.append(run)
            ends_blank = False
            continue
        if ends_blank:
            text = text.lstrip(" ")
        if not text:
            continue
        if run.href is None and runs and runs[-1][1:] == run[1:]:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + text)
        else:
            runs.append(run if text == run.text else run._replace(text=text))
        ends_blank = text[-1] == " "
    if runs and runs[-1].src is None and runs[-1].text[-1] == " ":
        last = runs.pop()
        if text := last.text.rstrip(" "):
            runs.append(last._replace(text=text))
    return tuple(runs)
