"""What lines in bold have that are headings of HTML, and what stands below these."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.page import Block, Kind, Style
from articlex.punctuation import COLONS, COMMAS, QUESTION_MARKS, SENTENCE_ENDS, asks
from articlex.read.text.sections import is_bold
from articlex.regex import regex
from articlex.signs.prose import is_prose
from articlex.tokens import width

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page
#: Latin letters of the longest heading, of the shortest paragraph below one, and of the shortest sentence.
_LONGEST, _TEXT, _SENTENCE = 100, 60, 30
#: How no heading ends: as a sentence but a question, as what leads over to a list, or as half of a clause.
_ENDS = (*COLONS, *COMMAS, *(SENTENCE_ENDS - QUESTION_MARKS), *";；؛")
#: But several headings may go on in their texts: "And then it sank …".
ELLIPSES = ("…", "...")
#: What lines have that lead to other stories or to a person: "ALSO | ...", "→ Buy", "ann@ex.org", "More »".
_AWAY = regex(r"[|@→›]|^[^«]*»")
#: What a heading may stand above besides paragraphs.
_BELOW = frozenset({Kind.LIST_ITEM, Kind.TABLE, Kind.CODE, Kind.DEFINITION})
#: The end of a sentence within a text, but no number or initial: "1. Who", "Q. How".
_SENTENCE_BEFORE = regex(r"\w{3}[.!?…؟] |[。．！？].")


def may_be_heading(block: Block, are_asked: bool) -> bool:
    """Whether a line reads as a heading, or as one that ends in an ellipsis; ``are_asked`` tells that
    questions are what somebody was asked."""
    text = block.text
    if block.within or block.links or width(text) > _LONGEST:
        return False
    if text.endswith(_ENDS) and not text.endswith(ELLIPSES):
        return False
    if any(run.style & Style.BREAK for run in block.runs) or _AWAY.search(text):
        return False
    return any(map(str.isalpha, text)) and not (are_asked and asks(text))


def is_interview(bold: Iterable[Block]) -> bool:
    """Whether the lines in ``bold`` of an article are the questions of an interview: one of them is running
    text, or says something before it asks."""
    asked = (block for block in bold if asks(block.text))
    return any(is_prose(block) or _SENTENCE_BEFORE.search(block.text) for block in asked)


def is_headed(block: Block) -> bool:
    """Whether a block may be what the line above is the heading of."""
    if block.kind is not _PARAGRAPH:
        return block.kind in _BELOW
    size = width(block.text)
    is_sentence = size >= _SENTENCE and block.text.endswith((*SENTENCE_ENDS, *COLONS))
    return (size >= _TEXT or is_sentence) and not is_bold(block)
