"""The lines of flattened articles that may be headings or items, and what the HTML of their pages says.

The corpora are mostly European and their articles long, so that one article in three is there once more in a
script without capitals, and one in three as a piece of a few blocks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from enum import IntEnum
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from articlex import extract
from articlex.article import body_as_read
from articlex.lost_marks.features import NAMES, is_line, line_features
from articlex.lost_marks.headings import are_headings_marked
from articlex.lost_marks.lists import are_items_marked
from articlex.lost_marks.restored import lines_to_ask
from articlex.page import Block, Form, Kind
from articlex.read import read_page
from articlex.read.text.sections import is_bold
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record, stable_hash
from articlex_lab.corpora.flatteners import fitted_flatteners, flatten
from articlex_lab.corpora.sites import site
from articlex_lab.scores.letters import letters
from articlex_lab.training.fitting.model_files import LICENCES
from articlex_lab.training.made.scripts import ARABIC, DEVANAGARI, to_ideographs, to_letters

#: How many flattenings of each page are fitted on besides what a browser makes of it, in which headings have
#: a blank line above alone: without it 0.54 of the headings there were found on other sites (0.74 of what was
#: found is one), with it 0.62 (0.78).
FLATTENINGS, BROWSER = 3, "inner-text"
_PROCESSES = 2
#: One article in so many is there in another script, and as a piece.
EVERY = 3
#: Blocks of a piece: at least, and fewer than so many more.
_LEAST_PIECE, _MORE_PIECE = 6, 18
_SCRIPTS: tuple[Callable[[str], str], ...] = (
    *[to_ideographs] * 2, partial(to_letters, ARABIC), partial(to_letters, DEVANAGARI)
)  # fmt: skip
_CELLS = re.compile(r"[\n\t]")


class Said(IntEnum):
    """What the HTML says of a line."""

    #: The line is not found there, or several times as different things.
    NOTHING = 0
    HEADING = 1
    #: A paragraph in bold, which may be a heading or a sentence.
    BOLD = 2
    #: Anything else, or a part of it.
    OTHER = 3
    ITEM = 4


class Example(NamedTuple):
    """The lines of one flattened article."""

    corpus: str
    site: str
    flattener: str
    #: Whether the article has marks for its headings, and for items of lists: then those are not asked about.
    marked_headings: bool
    marked_items: bool
    #: How many headings the reader has found in the article, and how many of these are such.
    read: int
    read_right: int
    #: The places of the lines in the article, their characters, their features [lines, features], and what
    #: the HTML says of each.
    lines: tuple[int, ...]
    sizes: tuple[int, ...]
    values: Any
    said: tuple[Said, ...]
    #: Whether it counts in the scores; what is made of articles does not.
    scored: bool = True


def examples(corpora: Sequence[str] = tuple(LICENCES)) -> Iterator[Example]:
    """The examples of all pages of ``corpora``."""
    with ProcessPoolExecutor(_PROCESSES) as pool:
        for found in pool.map(examples_of, annotated.load(corpora), chunksize=8):
            yield from found


def examples_of(record: Record) -> list[Example]:
    """The examples of one page."""
    stated = _stated(read_page(record.read(), url=record.url, form="html").blocks)
    all_letters = "\n".join(stated)
    found = []
    for flattener in dict.fromkeys([*fitted_flatteners(record, FLATTENINGS), BROWSER]):
        article = extract(flatten(record, flattener), form="text")
        if article.page.form is not Form.TEXT:  # Markdown is read as the HTML that it stands for
            continue
        body, lines = lines_to_ask(body_as_read(article))
        headings = [_letters(block.text) for block in body if block.kind is Kind.HEADING]
        right = sum(Said.HEADING in stated.get(heading, ()) for heading in headings)
        known = _known(article.page.blocks)
        said = {line: _said(body[line], stated, known, all_letters) for line in lines}
        marked = are_headings_marked(body), are_items_marked(body)
        about = (record.corpus, site(record), flattener, *marked)
        found.append(_example((*about, len(headings), right), body, said, article.title or ""))
        for made, places in _made(body, stable_hash(f"{record.name} {flattener}")):
            again = {place: said[line] for place, line in enumerate(places) if line in said}
            each = _example((*about, 0, 0), made, again, article.title or "")
            found.append(each._replace(scored=False))
    return found


def _example(
    about: tuple[str, str, str, bool, bool, int, int],
    body: Sequence[Block],
    said: Mapping[int, Said],
    title: str,
) -> Example:
    """The example that a body gives, of which it is known what is ``said`` of the lines at some places."""
    asked = tuple(line for line in said if is_line(body[line]))
    values = line_features(body, asked, title) if asked else np.empty((0, len(NAMES)), np.float32)
    sizes = tuple(len(body[line].text) for line in asked)
    return Example(*about, asked, sizes, values, tuple(said[line] for line in asked))


def _made(body: Sequence[Block], digest: str) -> Iterator[tuple[list[Block], Sequence[int]]]:
    """What is made of a body, as a digest chooses: the blocks, and the place in the body of each of them."""
    number = int(digest[:12], 16)
    if number % EVERY == 0:
        change = _SCRIPTS[number // EVERY % len(_SCRIPTS)]
        yield [replace(block, text=change(block.text) or block.text) for block in body], range(len(body))
    elif number % EVERY == 1:
        size = _LEAST_PIECE + number // EVERY % _MORE_PIECE
        start = number // EVERY // _MORE_PIECE % max(1, len(body) - size)
        places = range(start, min(start + size, len(body)))
        yield [body[place] for place in places], places


def _letters(text: str) -> str:
    return letters(text.lower())


def _stated(blocks: Sequence[Block]) -> dict[str, list[Said]]:
    """What each line of an HTML page is, by its letters, in the order of the page."""
    stated: dict[str, list[Said]] = defaultdict(list)
    for block in blocks:
        lines = _CELLS.split(block.text) if block.kind is Kind.TABLE else block.text.split("\n")
        said = Said.OTHER
        if block.kind is Kind.HEADING:
            said = Said.HEADING
        elif block.kind is Kind.LIST_ITEM:
            said = Said.ITEM
        elif block.kind is Kind.PARAGRAPH and len(lines) == 1 and is_bold(block):
            said = Said.BOLD
        for line in lines:
            stated[_letters(line)].append(said)
    return stated


def _known(blocks: Sequence[Block]) -> dict[str, list[int]]:
    """The indices of the blocks of a flattened page that have a line, by its letters."""
    known: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        for line in block.text.split("\n"):
            known[_letters(line)].append(block.index)
    return known


def _said(
    block: Block, stated: Mapping[str, Sequence[Said]], known: Mapping[str, Sequence[int]], all_letters: str
) -> Said:
    """What the HTML says of a line. If it has the line several times, copies are told by their order."""
    letters = _letters(block.text)
    found = stated.get(letters, ())
    if not letters or not found:
        return Said.OTHER if letters and letters in all_letters else Said.NOTHING
    if len(set(found)) == 1:
        return found[0]
    places = known[letters]
    return found[places.index(block.index)] if len(places) == len(found) else Said.NOTHING
