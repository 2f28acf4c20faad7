"""Readers' comments below an article, with their forms and buttons."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Form, Mark, Page, Role
from articlex.signs import Dated, Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "comments-element": "The block stands in an element that is named after comments, below running text.",
    "comments-label": "The label of the comments or of the form for one.",
    "dated-comment": "One of a run of items below the text that each have a date, a name and a text.",
    "comment": "The block follows the label of the comments, after the article has ended.",
}

#: Running text, in bytes of UTF-8, that has to stand above an element of comments: without it
#: the comments are the page, as in a forum.
MIN_PROSE_ABOVE = 400


def run(page: Page, options: Options) -> Output:
    """Mark comments."""
    signs = signs_of(page)
    reasons = {
        index: "comments-element" for index in signs.at[Place.COMMENTS] if _is_below_text(signs, index)
    }
    for run in signs.dated:
        if run.kind is Dated.COMMENTS:
            for index in range(run.first, run.last + 1):
                reasons.setdefault(index, "dated-comment")
    if page.form is Form.TEXT:
        for section in signs.sections:
            if section.meaning == "comments":
                reasons.setdefault(section.first, "comments-label")
                for index in range(section.first + 1, section.last):
                    reasons.setdefault(index, "comment")
    for index, reason in reasons.items():
        if page.role(index) is Role.UNKNOWN:
            yield Mark(index, Role.COMMENT, reason, 0.9 if reason == "comments-element" else 0.75)


def _is_below_text(signs: Signs, index: int) -> bool:
    return index > signs.first and signs.prose_before[min(index, signs.last + 1)] >= MIN_PROSE_ABOVE


STAGE = Stage(name="comments", run=run, reasons=REASONS, sets=frozenset({Role.COMMENT}))
