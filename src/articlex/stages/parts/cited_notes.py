"""Notes without links: a sign in the text, and below it a block that begins with the same one."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Page, Style
from articlex.punctuation import SUPERSCRIPT_DIGITS
from articlex.regex import regex
from articlex.stages.parts.left_out import NAMELESS

_SUP = Style.SUP  # see articlex.page

#: The least probability of a note to be main content. Of 24 that were left out on the annotated pages the
#: five from there on are a note of a table, a source and three gold ones; of the others, nearly all of them
#: terms of sale and of credit, one is gold.
_LEAST = 0.3
#: The sign of a note at its head: "*", "**", "†", "◊", "※2", "²".
_HEAD = regex(rf"[\[(]?([*＊※†‡◊]{{1,4}}\d{{0,2}}|[{SUPERSCRIPT_DIGITS}]{{1,2}})[\])]?\s?\w")
#: Characters of the longest sign that is raised by its markup: "a", "12".
_RAISED = 2
#: The largest share of a note that is links; notes of a page, at most: where there are more, the sign is a
#: bullet.
_LINKED, _MOST_NOTES = 0.5, 40


def cited_notes(page: Page) -> Iterator[tuple[int, int]]:
    """The notes that were left out, each with every block above it that has its sign behind a word."""
    told = ((note, *_sign_of(note)) for note in page.blocks if _may_be_note(page, note))
    notes = [(note, sign, is_raised) for note, sign, is_raised in told if sign]
    for note, sign, is_raised in notes if len(notes) <= _MOST_NOTES else ():
        has = _has_raised if is_raised else _has
        for block in page.blocks[: note.index]:
            if sign in block.text and has(block, sign):
                yield note.index, block.index


def _may_be_note(page: Page, note: Block) -> bool:
    mark = page.marks[note.index]
    is_text = bool(note.text) and note.link_chars <= _LINKED * len(note.text)
    return is_text and mark.role in NAMELESS and 1.0 - mark.score >= _LEAST


def _sign_of(note: Block) -> tuple[str, bool]:
    """The sign at the head of a note, and whether its markup raises it; "" if there is none."""
    head = _HEAD.match(note.text)
    if head is not None:
        return head[1], False
    if len(note.runs) < 2 or not note.runs[0].style & _SUP:
        return "", False
    sign = note.runs[0].text.strip()
    return (sign, True) if len(sign) <= _RAISED and sign.isalnum() else ("", False)


def _has(block: Block, sign: str) -> bool:
    """Whether a text has a sign right behind a word or the end of a sentence, and not before a word."""
    text = block.text
    at = text.find(sign, 1)
    while at > 0:
        before, after = text[at - 1], text[at + len(sign) : at + len(sign) + 1]
        if not (before.isspace() or before in sign or after.isalnum() or (after and after in sign)):
            return True
        at = text.find(sign, at + len(sign))
    return False


def _has_raised(block: Block, sign: str) -> bool:
    """Whether a block, or a cell of its table, has a raised sign behind other text."""
    cells = (cell.runs for row in block.table.rows for cell in row) if block.table is not None else ()
    return any(
        run.style & _SUP and run.text.strip() == sign for runs in (block.runs, *cells) for run in runs[1:]
    )
