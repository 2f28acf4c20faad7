"""Headings of HTML in elements for other things: paragraphs in bold, as editors without a style for headings
leave them, and the questions of accordions.

What counts as a heading in bold follows rule MD036 of markdownlint, "emphasis used instead of a heading": one
line, all of it in bold, without a full stop at its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from articlex.page import Block, Kind, Node, Style
from articlex.punctuation import COLONS, COMMAS, QUESTION_MARKS, SENTENCE_ENDS, asks, has_colon
from articlex.read.text.sections import SECTION_LEVEL, is_bold, plain_runs
from articlex.regex import regex
from articlex.signs.boxes import TITLE_WORDS, is_box_title, words_around
from articlex.signs.prose import is_prose
from articlex.tokens import width

_HEADING, _PARAGRAPH = Kind.HEADING, Kind.PARAGRAPH  # see articlex.page
#: Latin letters of the longest heading, of the shortest paragraph below one, and of the shortest sentence.
_LONGEST, _TEXT, _SENTENCE = 100, 60, 30
#: How no heading ends: as a sentence but a question, as what leads over to a list, or as half of a clause.
_ENDS = (*COLONS, *COMMAS, *(SENTENCE_ENDS - QUESTION_MARKS), *";；؛")
#: What lines have that lead to other stories or to a person: "ALSO | ...", "→ Buy", "ann@ex.org", "More »".
_AWAY = regex(r"[|@→›]|^[^«]*»")
#: Fewest headings in bold that may have a colon, as "Step 2: the keel" has; one or two are labels, as
#: "Lesson: Ann Lee" is. Fewest below the first line of an article that is one as well.
_FEWEST_WITH_COLON, _FEWEST_BELOW = 3, 2
#: What a heading may stand above besides paragraphs.
_BELOW = frozenset({Kind.LIST_ITEM, Kind.TABLE, Kind.CODE, Kind.DEFINITION})
#: The end of a sentence within a text, but no number or initial: "1. Who", "Q. How".
_SENTENCE_BEFORE = regex(r"\w{3}[.!?…؟] |[。！？].")
#: The lowest level of a heading in HTML.
_LOWEST = 6
#: Words in the class of an element that holds a question.
_QUESTION_WORDS = TITLE_WORDS | {"headline", "question"}


def with_unmarked_headings(body: Sequence[Block], nodes: Sequence[Node]) -> Sequence[Block]:
    """The ``body`` of an article in HTML, with headings in place of lines in bold and of questions that are
    set as such, one level below the heading above them.

    Of 100 lines in bold so found, drawn from the 1,011 of articles of 3,736 that have several, 94 read as
    headings; of 50 of those that are the only one of their article, 41.
    """
    bold = [
        place
        for place, block in enumerate(body)
        if block.kind is _PARAGRAPH and is_bold(block) and not is_box_title(block, nodes)
    ]
    after = _neighbours(body)
    found = {*_lines_in_bold(body, bold, after), *_questions(body, nodes, after)}
    if not found:
        return body
    level, made = SECTION_LEVEL, list(body)
    for place, block in enumerate(body):
        if block.kind is _HEADING:
            level = min(block.level + 1, _LOWEST)
        elif place in found:
            made[place] = replace(block, kind=_HEADING, level=level, runs=plain_runs(block))
    return made


def _neighbours(body: Sequence[Block]) -> dict[int, int]:
    """The place of the next text below each text; pictures and captions are none."""
    shown = [place for place, block in enumerate(body) if block.text and block.kind is not Kind.CAPTION]
    return dict(pairwise(shown))


def _lines_in_bold(body: Sequence[Block], bold: Sequence[int], after: dict[int, int]) -> list[int]:
    """The places, among those of paragraphs in ``bold``, of the lines that are headings."""
    before = {below: above for above, below in after.items()}
    are_asked = _is_interview(body[place] for place in bold)
    found = [
        place
        for place in bold
        if place in after
        and _may_be_heading(body[place], are_asked)
        and _is_text(body[after[place]])
        and (place not in before or not _is_set_apart(body[before[place]]))
    ]
    if len(found) < _FEWEST_WITH_COLON:
        found = [place for place in found if not has_colon(body[place].text)]
    if len(found) <= _FEWEST_BELOW:
        found = [place for place in found if place in before]
    is_doubtful = len(found) == 1 and not _divides(body[before[found[0]]], body[after[found[0]]])
    return [] if is_doubtful else found


def _questions(body: Sequence[Block], nodes: Sequence[Node], after: dict[int, int]) -> list[int]:
    """The places of the questions above answers that are in buttons or in elements called headings."""
    return [
        place
        for place, below in after.items()
        if body[place].kind is _PARAGRAPH
        and _may_be_heading(body[place], are_asked=False)
        and asks(body[place].text)
        and _is_set_as_question(body[place], nodes)
        and _is_text(body[below])
        and not (asks(body[below].text) and _is_set_as_question(body[below], nodes))
    ]


def _is_set_as_question(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether a question is what a reader clicks on, or stands in an element called a heading."""
    return block.tag == "button" or not _QUESTION_WORDS.isdisjoint(words_around(block, nodes))


def _may_be_heading(block: Block, are_asked: bool) -> bool:
    """Whether a line reads as a heading; ``are_asked`` tells that questions are what somebody was asked."""
    text = block.text
    if block.within or block.links or text.endswith(_ENDS) or width(text) > _LONGEST:
        return False
    if any(run.style & Style.BREAK for run in block.runs) or _AWAY.search(text):
        return False
    return any(map(str.isalpha, text)) and not (are_asked and asks(text))


def _is_interview(bold: Iterable[Block]) -> bool:
    """Whether the lines in ``bold`` of an article are the questions of an interview: one of them is running
    text, or says something before it asks."""
    asked = (block for block in bold if asks(block.text))
    return any(is_prose(block) or _SENTENCE_BEFORE.search(block.text) for block in asked)


def _is_text(block: Block) -> bool:
    """Whether a block may be what the line above is the heading of."""
    if block.kind is not _PARAGRAPH:
        return block.kind in _BELOW
    size = width(block.text)
    is_sentence = size >= _SENTENCE and block.text.endswith((*SENTENCE_ENDS, *COLONS))
    return (size >= _TEXT or is_sentence) and not is_bold(block)


def _is_set_apart(block: Block) -> bool:
    """Whether the block above a line in bold makes it a part of a heading, or of lines in bold."""
    return block.kind is _HEADING or (block.kind is _PARAGRAPH and is_bold(block) and not is_prose(block))


def _divides(above: Block, below: Block) -> bool:
    """Whether what stands between two blocks parts two paragraphs of running text."""
    return is_prose(above) and is_prose(below)
