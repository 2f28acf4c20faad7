"""The pages that the choice of the title is fitted on, what is right on each, and scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from articlex.page import Form, Page
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, matrix
from articlex.titles.text.lines import Lines, read_lines
from articlex.titles.text.printed_line import printed
from articlex_lab.corpora.annotated import Record, stated_kind
from articlex_lab.corpora.flatteners import fitted_flatteners, flatten
from articlex_lab.corpora.sites import site
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.scores.matching import same_title
from articlex_lab.scores.presence import contains_title
from articlex_lab.training.fitting.page_trees import place

CORPORA = ("wcxb-dev", "snippets", "news")
FOLDS = 5
#: Flattenings of each page; the first is that of "mixed", on which scores are taken.
FLATTENINGS = 4


@dataclass(slots=True)
class Choice:
    """A page, and the rows among which a title is chosen: candidates or lines."""

    corpus: str
    #: "" where the corpus does not state it.
    kind: str
    site: str
    #: The features of the rows [rows, features], and which rows are right [rows].
    values: Any
    right: Any
    #: Whether the page counts in the scores.
    scored: bool = True
    #: Whether the text of the page contains the title: where no row is right, "none" is not right either
    #: then.
    there: bool = False

    @property
    def teaches(self) -> bool:
        """Whether the page is fitted on.

        Pages that contain the title, but not as a row, would teach that "none" is right. Without them one
        fold of sites has 0.767 of its 442 titles right instead of 0.749.
        """
        return not self.there or bool(self.right.any())


@dataclass(slots=True)
class TextPage:
    """A flattened page with its lines, and which of them are the gold title (``right``).

    ``scored`` and ``there`` are as in :class:`Choice`.
    """

    record: Record
    page: Page
    lines: Lines
    right: Any
    scored: bool
    there: bool


def text_page(record: Record, page: Page, text: str, first: bool) -> TextPage:
    """The flattened page ``text``; it is scored if it is the ``first`` flattening and contains the title."""
    lines = read_lines(page, signs_of(page))
    title = record.title or ""
    right = [same_title(title, printed(page.blocks[index])) for index in lines.indices]
    there = contains_title(text, title)
    return TextPage(record, page, lines, np.array(right, bool), first and there, there)


def text_pages(records: Iterable[Record]) -> Iterator[TextPage]:
    """The flattenings of each page that has a gold title."""
    for record in records:
        if not record.title:
            continue
        for step, flattener in enumerate(fitted_flatteners(record, FLATTENINGS)):
            text = flatten(record, flattener)
            page = read_before("headline", text, Form.TEXT)
            if page.form is Form.TEXT:  # Markdown is read as the HTML that it stands for
                yield text_page(record, page, text, step == 0)


def choice(
    record: Record,
    found: Sequence[Candidate],
    names: Sequence[str],
    scored: bool = True,
    there: bool = False,
) -> Choice:
    """The choice among the candidates of a page, whose features are in the columns ``names``."""
    right = np.array([same_title(record.title or "", each.text) for each in found], bool)
    values = matrix([each.features for each in found], names)
    return choice_of(record, values, right, scored, there)


def choice_of(record: Record, values: Any, right: Any, scored: bool, there: bool) -> Choice:
    """The choice among rows with the features ``values`` [rows, features]."""
    kind = stated_kind(record.corpus, record.kind)
    return Choice(record.corpus, kind, site(record), values, right, scored, there)


def names_of(found: Iterable[Sequence[Candidate]]) -> tuple[str, ...]:
    """The names of all features that a candidate has, in alphabetical order."""
    return tuple(sorted({name for page in found for each in page for name in each.features}))


def fold_of(name: str) -> int:
    """The fold of the site ``name``."""
    return place(name, FOLDS)


def others(choices: Sequence[Choice], fold: int) -> list[Choice]:
    """The pages to fit on of all folds but one."""
    return [each for each in taught(choices) if fold_of(each.site) != fold]


def taught(choices: Sequence[Choice]) -> list[Choice]:
    """The pages to fit on."""
    return [each for each in choices if each.teaches]


def scores(choices: Sequence[Choice], chances: Sequence[Any]) -> dict[str, Any]:
    """Scores by corpus: "right", the share of pages on which the likeliest row is right; "reachable", the
    share of those on which some row is right; and the number of pages.

    ``chances`` are the probabilities, or odds, of the rows of each page.
    """
    tally: dict[str, list[int]] = {}
    for each, page in zip(choices, chances, strict=True):
        if each.scored:
            counts = tally.setdefault(each.corpus, [0, 0, 0])
            counts[0] += len(page) > 0 and bool(each.right[int(np.argmax(page))])
            counts[1] += bool(each.right.any())
            counts[2] += 1
    return {
        corpus: {"right": round(a / n, 3), "reachable": round(b / n, 3), "pages": n}
        for corpus, (a, b, n) in sorted(tally.items())
    }
