"""Lines of raw page text that are headings.

The reader knows a heading between long paragraphs, in capitals, or numbered
(:mod:`articlex.read.text.sections`); half of them have a list, a table or a short line beside them. The trees
were fitted on pages whose HTML says which lines are headings (``articlex_lab/training/lost_marks``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from articlex.page import Block, Kind
from articlex.punctuation import QUESTION_MARKS

#: Characters of the longest heading.
LONGEST = 120
#: Log-odds above which a line is a heading. On sites not fitted on, 0, 0.5, 1 and 1.5 find 0.74, 0.67, 0.60
#: and 0.53 of the headings (the reader alone 0.36); of the lines so found 0.76, 0.81, 0.85 and 0.89 are
#: heading elements in HTML. Of 45 lines between 0.25 and 0.75, whatever their elements, 33 read as headings.
LIKELY = 0.5
#: Mean log-odds above which lines with the same text, and all questions, are headings, and the most that one
#: line can say. Of the lines that are headings for this alone 0.87 and 0.84 are headings or bold in HTML (of
#: single lines of their log-odds, from -0.5 to 0.5, 0.68).
_SAME, _QUESTIONS, _MOST = 0.0, 0.5, 2.0
#: How the line of a heading begins that Markdown marks.
_SIGN = "#"


def are_headings_marked(blocks: Sequence[Block]) -> bool:
    """Whether headings of an article are marked, as in Markdown: then all are."""
    return any(map(_is_marked, blocks))


def _is_marked(block: Block) -> bool:
    return block.kind is Kind.HEADING and bool(block.lines) and block.lines[0].lstrip().startswith(_SIGN)


def likely_headings(texts: Sequence[str], odds: Sequence[float]) -> list[bool]:
    """Which of the lines with these texts and log-odds are headings. Lines with the same text are decided on
    together ("Main features", above each of ten lists), and so are the questions of an article."""
    found = [odd > LIKELY and len(text) <= LONGEST for text, odd in zip(texts, odds, strict=True)]
    for places, least in _groups(texts):
        if sum(max(-_MOST, min(_MOST, odds[place])) for place in places) > least * len(places):
            for place in places:
                found[place] = True
    return found


def without_endings(texts: Sequence[str], found: Sequence[bool]) -> list[bool]:
    """The headings that were ``found``, but for the last line of an article and all lines with its text: what
    has nothing below it is how a letter ends."""
    return [is_one and text != texts[-1] for text, is_one in zip(texts, found, strict=True)]


def _groups(texts: Sequence[str]) -> Iterator[tuple[Sequence[int], float]]:
    """The places of the lines that are decided on together, with the least mean of their log-odds."""
    short = [(place, text) for place, text in enumerate(texts) if len(text) <= LONGEST]
    repeated = {text for text, times in Counter(texts).items() if times > 1}
    same = defaultdict[str, list[int]](list)
    for place, text in short:
        if text in repeated:
            same[text].append(place)
    yield from ((places, _SAME) for places in same.values())
    yield [place for place, text in short if text[-1] in QUESTION_MARKS], _QUESTIONS
