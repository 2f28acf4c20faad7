"""Headings of HTML in elements for other things: paragraphs in bold, as editors without a style for headings
leave them, the questions of accordions, and lines of one class that stand above texts.

What counts as a heading in bold follows rule MD036 of markdownlint, "emphasis used instead of a heading": one
line, all of it in bold, without a full stop at its end.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from articlex.bylines.given import begins_as_name
from articlex.bylines.persons import is_person
from articlex.page import Block, Kind, Node
from articlex.punctuation import asks, has_colon
from articlex.read.text.sections import SECTION_LEVEL, is_bold, plain_runs
from articlex.regex import regex
from articlex.signs.boxes import TITLE_WORDS, is_box_title, opens_box, words_around
from articlex.signs.named_captions import is_called_caption
from articlex.signs.prose import is_prose
from articlex.stages.parts.bold_lines import ELLIPSES, is_headed, is_interview, may_be_heading
from articlex.stages.parts.lines_of_a_class import lines_of_a_class
from articlex.write.bold_first_lines import with_first_lines

_HEADING, _PARAGRAPH, _CAPTION, _IMAGE = (
    Kind.HEADING,
    Kind.PARAGRAPH,
    Kind.CAPTION,
    Kind.IMAGE,
)  # see articlex.page
#: Fewest headings in bold that may have a colon, as "Step 2: the keel" has; one or two are labels, as
#: "Lesson: Ann Lee" is. Fewest below the first line of an article that is one as well.
_FEWEST_WITH_COLON, _FEWEST_BELOW = 3, 2
#: Fewest that may end in an ellipsis.
_FEWEST_GOING_ON = 3
#: The number of the first line of several that count, and of one of the others.
_FIRST, _NEXT = regex(r"\D{0,12}\b0?1\b"), regex(r"\D{0,12}\b0?[23]\b")
#: The lowest level of a heading in HTML.
_LOWEST = 6
#: Words in the class of an element that holds a question.
_QUESTION_WORDS = TITLE_WORDS | {"headline", "question"}


def with_unmarked_headings(
    body: Sequence[Block], nodes: Sequence[Node], signed: int | None = None
) -> Sequence[Block]:
    """The ``body`` of an article in HTML, with headings in place of lines in bold and of questions that are
    set as such, one level below the heading above them. ``signed`` is the index of the block that names the
    authors.

    Of 100 lines in bold so found, drawn from the 1,011 of articles of 3,736 that have several, 94 read as
    headings; of 50 of those that are the only one of their article, 41.
    """
    body, first_lines = with_first_lines(body, nodes)
    captions = _captions(body, nodes)
    bold = [
        place
        for place, block in enumerate(body)
        if block.kind is _PARAGRAPH
        and is_bold(block)
        and place not in first_lines
        and place not in captions
        and block.index != signed
        and not is_box_title(block, nodes)
        and not opens_box(block, nodes)
    ]
    after = _neighbours(body)
    found = {
        *first_lines,
        *_lines_in_bold(body, bold, first_lines, after),
        *_questions(body, nodes, after),
        *_lines_of_a_class(body, nodes, first_lines | captions, after),
    }
    if not found:
        return body
    level, made = SECTION_LEVEL, list(body)
    for place, block in enumerate(body):
        if block.kind is _HEADING:
            level = min(block.level + 1, _LOWEST)
        elif place in found:
            made[place] = replace(block, kind=_HEADING, level=level, within=(), runs=plain_runs(block))
    return made


def _captions(body: Sequence[Block], nodes: Sequence[Node]) -> frozenset[int]:
    """The places of the paragraphs right below pictures whose class says that they are captions."""
    return frozenset(
        place
        for place, (above, block) in enumerate(pairwise(body), 1)
        if above.kind is _IMAGE and block.kind is _PARAGRAPH and is_called_caption(block, nodes)
    )


def _neighbours(body: Sequence[Block]) -> dict[int, int]:
    """The place of the next text below each text; pictures and captions are none."""
    shown = [place for place, block in enumerate(body) if block.text and block.kind is not _CAPTION]
    return dict(pairwise(shown))


def _lines_in_bold(
    body: Sequence[Block], bold: Sequence[int], first_lines: Collection[int], after: dict[int, int]
) -> list[int]:
    """The places, among those of paragraphs in ``bold``, of the lines that are headings; one may stand above
    the first of the ``first_lines`` that are some."""
    before = {below: above for above, below in after.items()}
    are_asked = is_interview(body[place] for place in bold)
    above_text = [
        place
        for place in bold
        if place in after
        and may_be_heading(body[place], are_asked)
        and (is_headed(body[after[place]]) or after[place] in first_lines)
    ]
    going_on = [place for place in above_text if body[place].text.endswith(ELLIPSES)]
    if len(going_on) < _FEWEST_GOING_ON:
        above_text = [place for place in above_text if place not in going_on]
    are_counted = any(_NEXT.match(body[place].text) for place in above_text)
    found = [
        place
        for place in above_text
        if place not in before
        or not _is_set_apart(body[before[place]])
        or (are_counted and body[before[place]].kind is _PARAGRAPH and _FIRST.match(body[place].text))
    ]
    if len(found) < _FEWEST_WITH_COLON:
        found = [place for place in found if not has_colon(body[place].text)]
    if len(found) <= _FEWEST_BELOW:
        found = [place for place in found if place in before]
    is_alone = len(found) == 1 and not first_lines
    return [] if is_alone and _is_doubtful(body, before, found[0], after) else found


def _lines_of_a_class(
    body: Sequence[Block], nodes: Sequence[Node], first_lines: Collection[int], after: dict[int, int]
) -> list[int]:
    """The places of the lines that are headings by their class, but for parts of a paragraph."""
    if not after:
        return []
    parted = {body[place].index for place in first_lines}
    places = {body[place].index: place for place in after if body[place].index not in parted}
    below = {index: body[after[place]] for index, place in places.items()}
    span = range(body[0].index, body[-1].index + 1)
    found = lines_of_a_class([body[place] for place in places.values()], below, nodes, span)
    return [places[index] for index in found]


def _questions(body: Sequence[Block], nodes: Sequence[Node], after: dict[int, int]) -> list[int]:
    """The places of the questions above answers that are in buttons or in elements called headings."""
    return [
        place
        for place, below in after.items()
        if body[place].kind is _PARAGRAPH
        and may_be_heading(body[place], are_asked=False)
        and asks(body[place].text)
        and _is_set_as_question(body[place], nodes)
        and is_headed(body[below])
        and not (asks(body[below].text) and _is_set_as_question(body[below], nodes))
    ]


def _is_set_as_question(block: Block, nodes: Sequence[Node]) -> bool:
    """Whether a question is what a reader clicks on, or stands in an element called a heading."""
    return block.tag == "button" or not _QUESTION_WORDS.isdisjoint(words_around(block, nodes))


def _is_set_apart(block: Block) -> bool:
    """Whether the block above a line in bold makes it a part of a heading, or of lines in bold."""
    return block.kind is _HEADING or (block.kind is _PARAGRAPH and is_bold(block) and not is_prose(block))


def _is_doubtful(body: Sequence[Block], before: dict[int, int], place: int, after: dict[int, int]) -> bool:
    """Whether the only line in bold of an article is the name of a person, who has signed or speaks, or parts
    no running text."""
    name = body[place].text
    is_name = begins_as_name(name) and is_person(name)
    return is_name or not _divides(body[before[place]], body[after[place]])


def _divides(above: Block, below: Block) -> bool:
    """Whether what stands between two blocks parts two paragraphs of running text."""
    return is_prose(above) and is_prose(below)
