"""Notes below posts of who changed them and when: "Edited <time>6 May</time> by ann"."""

from __future__ import annotations

from articlex.dates.labels import label_before
from articlex.page import Page

#: Characters of the longest note, with a reason behind it, and words of the longest label.
_LONGEST, _LABEL = 120, 3


def change_notes(page: Page) -> frozenset[int]:
    """The short blocks that begin as the label of a change does, and have a time in the markup."""
    timed = {note.block for note in page.markup.annotations if note.name == "time"}
    return frozenset(
        index for index in timed if 0 <= index < len(page.blocks) and _is_note(page.blocks[index].text)
    )


def _is_note(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    words = text.split(None, _LABEL)[:_LABEL]
    return any(label_before(" ".join(words[: size + 1])) == "updated" for size in range(len(words)))
