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
UNDERLINE = regex(rf"([{_UNDER}])\1{{2,}}$")
UNDERLINES = frozenset(_UNDER)
#: In Markdown an underline may have any length (CommonMark, "Setext headings"). Three dashes are what
#: html2text prints below the header of a table with one column.
SETEXT = regex(r"(?:={3,}|-{5,})$")
NUMBERED_SIGN = regex(r"(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?$")
#: Headings of wikis, "== History ==", and of AsciiDoc, "== History", whose first line is "= Title".
EQUAL_SIGNS = regex(r"(={2,6}) ?(?!=)(\S.*?) ?\1$|(={2,5}) (\S.*)$|= (\S.*)$")

#: The heading of a release in a list of changes: "2.4.0 (2025-05-06)".
VERSION = regex(r"\d+\.\d+(?:\.\d+)*(?:[ (\[]|$)")
#: A row of one sign above a heading that has the same row below.
OVERLINE = regex(r"([-=*~_#])\1{3,}$")

#: Debian's html2text prints "****** Title ******": six asterisks for the first level, fewer for deeper ones.
#: It wraps headings as it does paragraphs; the longest here has MOST_STARRED lines.
STARRED, MOST_STARS, MOST_STARRED = regex(r"(\*{2,6}) (\S.*)"), 6, 3

#: Newsletter programs write a heading in plain text as "** Title", underlined over a full line.
NEWSLETTER = regex(r"\*\* (?=[^*]+\Z)")
FULL_ROW = 50

#: By how many columns an underline may be longer or shorter than its heading.
UNDERLINE_SLACK = 3
#: By how many columns a heading of Markdown may be indented (CommonMark); with four the line is code.
MAX_INDENT = 3
LONGEST_HEADING = 120
#: The address of a link in a heading of Markdown, which is not part of its text.
ADDRESS = regex(r"\]\((?:[^()\s]|\([^()\s]*\))*\)")
#: Fewest columns of a line that begins a paragraph; half as many are enough where a sentence ends.
LONG = 64


def rule(lines: Sequence[Line], start: int) -> Shape | None:
    """A line drawn across the page."""
    return Shape(Kind.RULE, start + 1, "") if RULE.match(lines[start].text) else None


def underlined_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line underlined with ``=`` (level 1), ``-``, ``~`` or ``^`` (level 2), about as long as itself.

    If another line is right above, the underline must be exactly as long.
    """
    if start + 1 >= len(lines) or lines[start].width > LONGEST_HEADING:
        return None
    line, under = lines[start], lines[start + 1]
    match = UNDERLINE.match(under.text)
    if not match:
        return None
    slack = UNDERLINE_SLACK if line.gap or not start else 0
    # Some programs count characters for the underline, others columns.
    off = min(abs(under.width - line.width), abs(len(under.text) - len(line.text)))
    if NEWSLETTER.match(line.text) and len(under.text) >= FULL_ROW:
        off, line = 0, line._replace(text=line.text[3:])
    fits = not under.gap and under.indent == line.indent and off <= slack
    is_words = LETTER.search(line.text) or (not off and VERSION.match(line.text))
    if not fits or not is_words:
        return None
    return Shape(Kind.HEADING, start + 2, line.text, 1 if match[1] == "=" else 2)


def overlined_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line between two equal rows of one character, as in newsletters and reStructuredText. A blank line
    must be below: right below the header of a table come its rows."""
    if start + 2 >= len(lines) or (start and not lines[start].gap):
        return None
    over, line, under = lines[start : start + 3]
    match = OVERLINE.match(over.text)
    if not match or under.text != over.text or line.gap or under.gap or line.width > LONGEST_HEADING:
        return None
    is_spaced = len(line.raw.strip()) > len(line.text)
    if is_spaced or not LETTER.search(line.text) or not breaks_at(lines, start + 3):
        return None
    return Shape(Kind.HEADING, start + 3, line.text, 1 if match[1] == "=" else 2)


def signed_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line between blank lines that begins with one to six ``#`` and a space, as in Markdown."""
    line = lines[start]
    match = NUMBERED_SIGN.match(line.text)
    if not match or line.indent > MAX_INDENT or line.width > LONGEST_HEADING:
        return None
    alone = (start == 0 or line.gap) and breaks_at(lines, start + 1)
    if not alone or not LETTER.search(match[2]):
        return None
    return Shape(Kind.HEADING, start + 1, match[2], len(match[1]))


def wiki_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A heading of a wiki, "== History ==", or of AsciiDoc, "== History", with a blank line above; in
    AsciiDoc one below as well, and a title, "= Crane", at the top of the page alone."""
    line = lines[start]
    if line.indent or line.width > LONGEST_HEADING:
        return None
    match = EQUAL_SIGNS.match(line.text)
    if not match or (start and not line.gap) or (match[5] and start):
        return None
    if [near.text for near in lines[max(start - 1, 0) : start + 2]].count(line.text) > 1:
        return None  # an entry of a menu that is printed twice
    if match[3] and start + 1 < len(lines) and not lines[start + 1].gap:
        return None
    text = match[2] or match[4] or match[5]
    level = len(match[1] or match[3] or "=")
    return Shape(Kind.HEADING, start + 1, text, level) if LETTER.search(text) else None


def starred_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line, or a few, that two rows of asterisks enclose: "****** Title ******"."""
    match = STARRED.fullmatch(lines[start].text)
    if not match:
        return None
    stars, texts = match[1], [match[2]]
    for line in lines[start + 1 : start + MOST_STARRED]:
        if texts[-1].endswith(f" {stars}") or line.gap:
            break
        texts.append(line.text)
    text = " ".join(texts).removesuffix(f" {stars}")
    is_whole = texts[-1].endswith(f" {stars}") and "*" not in text and LETTER.search(text)
    return Shape(Kind.HEADING, start + len(texts), text, MOST_STARS + 1 - len(stars)) if is_whole else None


def markdown_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A :func:`signed_heading` of a page of Markdown, which needs no blank line below and no letter."""
    line = lines[start]
    match = NUMBERED_SIGN.match(line.text)
    if not match or line.indent > MAX_INDENT or (start and not line.gap):
        return None
    if line.width > LONGEST_HEADING and len(ADDRESS.sub("", line.text)) > LONGEST_HEADING:
        return None
    return Shape(Kind.HEADING, start + 1, match[2], len(match[1]))


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
    long = line.width >= LONG or (line.width >= LONG // 2 and text[-1] in SENTENCE_ENDS)
    return bool(line.gap) and long and text[0] not in "#*+-|["


def setext_heading(lines: Sequence[Line], start: int) -> Shape | None:
    """A line below a blank one, underlined with ``=`` or ``-`` of any length, on a page of Markdown."""
    if start + 1 >= len(lines):
        return None
    line, under = lines[start], lines[start + 1]
    if under.gap or (start and not line.gap) or line.indent > MAX_INDENT or line.width > LONGEST_HEADING:
        return None
    if not SETEXT.match(under.text) or "|" in line.text or not LETTER.search(line.text):
        return None
    text = line.text[3:] if NEWSLETTER.match(line.text) else line.text
    return Shape(Kind.HEADING, start + 2, text, 1 if under.text[0] == "=" else 2)
