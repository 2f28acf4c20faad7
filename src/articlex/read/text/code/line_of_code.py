"""A single line that surely is code: one statement, or all lines of a piece of code run together, as by
programs that print every white space as one blank."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text.code.blocks import verbatim
from articlex.read.text.code.signs import LONGEST, STRING, ends_as_sentence, looks_like_code, may_be_code
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: What only code has, by kind: calls, ends of statements, assignments and arrows, subscripts, names with
#: a low line, keys, variables, options. (Tags are as often those of an advertisement.)
_SIGNS = regex(
    r"(?P<call>[A-Za-z\d_](?:\((?!e?s\))| \(\)))|(?P<end>[;{}](?=\s|$))"
    r"|(?P<set>(?<=\S) ?(?:[-+*/:!<>=]?=>?|->|::)(?= ?\S))|(?P<part>[\w)\]]\[\w)"
    r"|(?P<name>[a-z\d]_[a-z])|(?P<key>\"[\w$-]+\" ?:)|(?P<variable>\$[a-z{(])|(?P<option>(?<= )--?[a-z])"
)
_ADDRESS = regex(r"https?://\S+")
#: What a formula in TeX has, and the end of a sentence of four words inside a line.
_TEX = "{\\"
_INNER_END = regex(r"(?: [a-z]{2,}){4}\. [A-Z]")
#: Fewest signs, fewest for each word, and fewest kinds of them, and fewest signs of a line that begins or
#: ends as code does. Of 1,201 pieces of code that html-text prints as one line on 68 pages these find 580, on
#: 58 pages, and 14 other lines on nine of 450 pages that are no documentation, most of which are code as
#: well. With three signs and five it is 581 and 18, 576 and 10, with one kind 678 and 34, with 0.1 for each
#: word 591 and 15, with one sign at the beginning or end 580 and 14, with three 555 and 11.
_MIN_SIGNS, _PER_WORD, _MIN_KINDS, _FEWEST = 4, 0.2, 2, 2
#: Characters of which each sign has one.
_HINTS = "([={};:<_$-"
#: Columns of a line that no program has wrapped: a shorter one must stand alone.
_WIDE = 100


def line_of_code(lines: Sequence[Line], start: int) -> Shape | None:
    """A line with many signs of code, that stands alone or is no line of a wrapped paragraph."""
    line = lines[start]
    alone = (line.gap > 0 or not start) and breaks_at(lines, start + 1)
    if not (alone or line.width > _WIDE) or not _is_code(line.text):
        return None
    return Shape(Kind.CODE, start + 1, verbatim(lines[start : start + 1]))


def may_be_line_of_code(text: str) -> bool:
    """A cheap test that most lines fail, nine in ten at the first character of these."""
    if not ("(" in text or "=" in text or "_" in text or ";" in text or "{" in text or "[" in text):
        return False
    hints = sum(map(text.count, _HINTS))
    return hints >= _MIN_SIGNS or (hints >= _FEWEST and may_be_code(text))


def _is_code(text: str) -> bool:
    # A template that was not filled in, "{{ page.title }}", and what is to be pasted into another page, are
    # no code that anybody writes about.
    if ends_as_sentence(text) or _TEX in text or text.startswith(("{{", "<")):
        return False
    begins_or_ends = looks_like_code(text)
    if _INNER_END.search(text) and not begins_or_ends:
        return False
    shown = _ADDRESS.sub("x", STRING.sub('""', text[: 2 * LONGEST]))
    found = [match.lastgroup for match in _SIGNS.finditer(shown)]
    least = _FEWEST if begins_or_ends else max(_MIN_SIGNS, _PER_WORD * len(shown.split()))
    return len(found) >= least and len(set(found)) >= _MIN_KINDS
