"""The body of an article as all formats print it, whatever its markup calls a rule, a list or a heading."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block
from articlex.write.alternative_texts import without_said_texts
from articlex.write.floating_pictures import with_pictures_apart
from articlex.write.headings import without_title
from articlex.write.printed_lists import with_printed_lists
from articlex.write.printed_rules import with_printed_rules
from articlex.write.prose_headings import without_prose_headings


def as_printed(body: Sequence[Block], title: str | None) -> tuple[Block, ...]:
    """The ``body`` without what repeats the ``title`` or a picture's alternative text, with pictures apart
    from running text, and with what only looks like a rule, a list or no heading as such."""
    # Pictures first: what stands below one that stood in running text may say its text as well.
    parted = with_pictures_apart(without_title(without_prose_headings(body), title))
    return tuple(with_printed_lists(without_said_texts(with_printed_rules(parted), title)))
