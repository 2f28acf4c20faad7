"""Invitations to read another story, which stand alone in a line as names do."""

from __future__ import annotations

from articlex.authors.gathering import Authors
from articlex.bylines.given import has_given_name
from articlex.bylines.persons import is_caseless
from articlex.data.reading import is_reading_label, is_whole_label
from articlex.facts import best_value
from articlex.page import Field, Page


def is_invitation(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is an invitation to read on: "اقرأ أيضا", "Lea también"."""
    name, language = candidate.names[0], best_value(page, Field.LANGUAGE)
    is_known = has_given_name(name)
    if not name.isascii() and is_caseless(name) and not is_known and is_reading_label(name, language):
        return True
    texts = [page.blocks[index].text for index in candidate.blocks]
    return bool(texts) and all(
        is_reading_label(text, language) and (not is_known or is_whole_label(text, language))
        for text in texts
    )
