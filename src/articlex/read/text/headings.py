"""Headings and rules that are drawn with characters: ``# Title``, ``Title`` over ``=====``, ``* * *``."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Kind
from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.shape import Shape
from articlex.regex import LETTER, regex

#: A rule is a row of one character, or of box-drawing characters.
_ROW, _DRAWN = "-_=*~─━═—–·•", "─━│┃═║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╰╯+|"
RULE = regex(rf"([{_ROW}])(?: ?\1){{2,}}$|[{_DRAWN} -]{{3,}}$")
RULE_SIGNS = frozenset(_ROW + _DRAWN)
_UNDER = "-=~^"
_UNDERLINE = regex(rf"([{_UNDER}])\1{{2,}}$")
UNDERLINES = frozenset(_UNDER)
#: In Markdown an underline may have any length (CommonMark, "Setext headings"). Three dashes are what
#: html2text prints below the header of a table with one column.
SETEXT = regex(r"(?:={3,}|-{5,})$")
NUMBERED_SIGN = regex(r"(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?$")
#: By how many columns an underline may be longer or shorter than its heading.
_UNDERLINE_SLACK = 3
#: By how many columns a heading of Markdown may be indented (CommonMark); with four the line is code.
_MAX_INDENT = 3
_LONGEST_HEADING = 120
#: The address of a link in a heading of Markdown, which is not part of its text.
_ADDRESS = regex(r"\]\((?:[^()\s]|\([^()\s]*\))*\)")
#: Fewest columns of a line that begins a paragraph; half as many are enough where a sentence ends.
_LONG = 64


def rule(lines: Sequence[Line], start: int) -> Shape | None:
    """A line drawn across the page."""
    return Shape(Kind.RULE, start + 1, "") if RULE.match(lines[start].text) else None


def underlined_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line underlined with ``=`` (level 1), ``-``, ``~`` or ``^`` (level 2), about as long as itself.

    If another line is right above, the underline must be exactly as long.
    """
    if start + 1 >= len(lines) or lines[start].width > _LONGEST_HEADING:
        return None
    line, under = lines[start], lines[start + 1]
    match = _UNDERLINE.match(under.text)
    if not match:
        return None
    slack = _UNDERLINE_SLACK if line.gap or not start else 0
    # Some programs count characters for the underline, others columns.
    off = min(abs(under.width - line.width), abs(len(under.text) - len(line.text)))
    fits = not under.gap and under.indent == line.indent and off <= slack
    if not fits or not LETTER.search(line.text):
        return None
    return Shape(Kind.HEADING, start + 2, line.text, 1 if match[1] == "=" else 2)


def markdown_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line that begins with one to six ``#`` and a space, on a page of Markdown."""
    line = lines[start]
    match = NUMBERED_SIGN.match(line.text)
    if not match or line.indent > _MAX_INDENT or (start and not line.gap):
        return None
    if line.width > _LONGEST_HEADING and len(_ADDRESS.sub("", line.text)) > _LONGEST_HEADING:
        return None
    return Shape(Kind.HEADING, start + 1, match[2], len(match[1]))


def signed_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """The same on any other page: it has a blank line below, and a letter."""
    heading = markdown_heading(lines, start)
    if not heading or lines[start].width > _LONGEST_HEADING or not breaks_at(lines, start + 1):
        return None
    return heading if LETTER.search(heading.text) else None


def item_heading(text: str, lines: Sequence[Line], end: int, numbered: bool) -> Shape | None:
    """The heading that is all of a list item, on a page that is Markdown. ``text`` is that of the item, and
    ``end`` the place behind it. The item must be ``numbered``, or be no link and have a paragraph below:
    others are entries of menus."""
    match = NUMBERED_SIGN.match(text) if text[:1] == "#" else None
    if match and not numbered and ("](" in text or end == len(lines) or not _is_text(lines[end])):
        return None
    return Shape(Kind.HEADING, end, match[2], len(match[1])) if match else None


def _is_text(line: Line) -> bool:
    """Whether a line below a blank one begins a paragraph: it is long, or ends as a sentence does."""
    text = line.text
    long = line.width >= _LONG or (line.width >= _LONG // 2 and text[-1] in SENTENCE_ENDS)
    return bool(line.gap) and long and text[0] not in "#*+-|["


def setext_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line below a blank one, underlined with ``=`` or ``-`` of any length, on a page of Markdown."""
    if start + 1 >= len(lines):
        return None
    line, under = lines[start], lines[start + 1]
    if under.gap or (start and not line.gap) or line.indent > _MAX_INDENT or line.width > _LONGEST_HEADING:
        return None
    if not SETEXT.match(under.text) or "|" in line.text or not LETTER.search(line.text):
        return None
    return Shape(Kind.HEADING, start + 2, line.text, 1 if under.text[0] == "=" else 2)
