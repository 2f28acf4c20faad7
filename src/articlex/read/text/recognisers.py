"""The shapes that a line of raw page text gives a reason to compare it with."""

from __future__ import annotations

from articlex.read.text.code import fenced_code, indented_code, plain_code
from articlex.read.text.code_marks import literal_code, marked_code
from articlex.read.text.dashed import dashed_table, table_caption
from articlex.read.text.file_trees import file_tree
from articlex.read.text.goods import goods_table
from articlex.read.text.gutters import spaced_table
from articlex.read.text.headings import (
    overlined_heading,
    rule,
    signed_heading,
    underlined_heading,
    wiki_heading,
)
from articlex.read.text.lines import Line
from articlex.read.text.links import caption, frame
from articlex.read.text.settings import nested_settings
from articlex.read.text.shape import Recogniser
from articlex.read.text.tables import drawn_table, pipe_table, tab_table
from articlex.regex import regex

#: The shapes that lines are compared with before they are read as running text. Those of the first row begin
#: with a sign, those of the second hold one, those of the last two have more white space than single spaces.
#: The head of a table that a line is drawn below is no heading.
SIGNED: tuple[Recogniser, ...] = (
    fenced_code,
    marked_code,
    file_tree,
    drawn_table,
    dashed_table,
    overlined_heading,
    rule,
    signed_heading,
    wiki_heading,
    table_caption,
)
HOLDING_SIGNS: tuple[Recogniser, ...] = (pipe_table, file_tree, plain_code, nested_settings)
UNDERLINED: tuple[Recogniser, ...] = (underlined_heading,)
SPACED: tuple[Recogniser, ...] = (tab_table, dashed_table, goods_table, spaced_table)
INDENTED: tuple[Recogniser, ...] = (literal_code, indented_code)
LABELLED: tuple[Recogniser, ...] = (frame, caption)
SIGN = regex(r"[(){}\[\]<>;:=*$#/|.]")


def recognisers_for(line: Line) -> tuple[Recogniser, ...]:
    """The recognisers that ``line`` gives a reason to ask; for most lines there are hardly any."""
    plain = line.raw == line.text
    chosen = UNDERLINED if plain else SPACED + UNDERLINED
    if not line.text[0].isalnum():
        chosen = SIGNED + chosen
    elif line.text.startswith(("IFRAME:", "CAPTION:")):
        chosen = LABELLED + chosen
    if SIGN.search(line.text) or line.text.startswith(("import ", "from ")):
        chosen += HOLDING_SIGNS
    return chosen if plain else chosen + INDENTED
