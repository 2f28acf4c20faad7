"""Marks of Markdown in raw page text: what html2text and its like print for links, emphasis and code.

They are read on a page alone that surely writes them: elsewhere an asterisk is an asterisk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlex.page import Run, Style
from articlex.read.text.lines import Line, width_by
from articlex.read.text.measures import characters
from articlex.read.text.wrapping.pairs import ends_in_hyphen
from articlex.read.text.wrapping.widths import is_breakable
from articlex.regex import regex

#: A link or an image: in the label may stand an image, in the address parentheses, behind it a title.
LETTER_OF_ADDRESS = r"\\.|[^()\s\\]|\([^()\s]*\)"
ADDRESS = rf"(?:{LETTER_OF_ADDRESS})*"
#: html2text prints an address as it stands, with its spaces.
SPACED_ADDRESS = r"https?://[^()\"]{0,1000}"
#: The address of an image within a label. One whose brackets are closed is read in one way alone: to try it
#: as letters of the label as well takes four times as long for each image of a label that nothing ends.
NESTED = r"\((?:[^()\s\[\]]|\[[^()\s\[\]]*\])*\)"
LETTER = r"(?:\\[^\[\]]|\\(?=[\[\]])|[^()\s\\\[\]])"
BRACKETS = rf"\[(?:{LETTER}|\([^()\s\[\]]*\))*\]"
WITHIN = rf"\((?:{LETTER}|{BRACKETS}|{NESTED})*\)"
INNER = r"!?\[(?:\\[\[\]]|[^\[\]])*\]"
LABEL = rf"(?:[^\[\]!]|!(?!\[)|{INNER}(?:(?>{WITHIN})|(?!{WITHIN})(?:\({ADDRESS}\))?)){{0,400}}"
#: An address that a script answers has the brackets of what it calls.
CALL = r"\((?:\\.|[^()\\]|\((?:\\.|[^()\\]|\([^()]{0,200}\)){0,200}\)){0,400}\)"
SCRIPT = rf"javascript:(?:\\.|[^()\\]|{CALL}){{0,600}}"
#: Behind an address may stand a title, with quotation marks in it.
TITLE = r" \"(?:[^\"]|\"(?! ?\))){0,800}\""
LINK = (
    rf"(?P<image>!?)\[(?P<label>{LABEL})\]"
    rf"\( ?(?P<address><[^<>]*>|{ADDRESS}|{SPACED_ADDRESS}|{SCRIPT})(?:{TITLE})? ?\)"
)
MARKDOWN_LINK = regex(LINK)
IMAGE = regex(rf"!?\[([^\[\]]*)\]\({ADDRESS}\)")
#: A link that the end of a line leaves open, in its label, its address or its title.
OPEN_LINK = regex(
    rf"\[(?:[^\[\]]|!\[[^\[\]]*\]\({ADDRESS}\))*$|\]\((?P<address>(?:\\.|[^()\s\\])+)$"
    rf"|\]\({ADDRESS} \"[^\"]*$|\]\((?:{SPACED_ADDRESS})?$"
)
#: A backslash at the end of a line, that another one does not escape; and columns from which on all is code.
BREAK = regex(r"[ ]?<br ?/?>[ ]?", re.IGNORECASE)
HARD_BREAK = regex(r"(?<!\\)(?:\\\\)*\\$")
CODE_INDENT = 4
#: Lines over which one link goes, and characters from the end of a line in which it begins.
MOST_LINES = 8
FARTHEST = 600
#: None of them goes beyond the next mark of its kind, so that one without an end costs no more than that. An
#: underscore within a word is part of it.
STRONG = r"\*\*(?=[^\s*])(?P<strong>(?:[^*]|\*(?!\*))+)(?<=[^\s])\*\*"
#: The same where all marks of a text are paired: a blank may stand on one side within them.
PAIRED = r"\*\*(?!\*|\s[^*]*\s\*\*)(?P<strong>(?:[^*]|\*(?!\*))+)\*\*"
EMPHASIS = (
    r"(?<!\w)_(?=[^\s_])(?P<under>[^_]+)(?<=\S)_(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^*]+)(?<=\S)\*(?![\w*])"
)
#: Bounded, as a row of backticks is tried from each of them on.
CODE = r"(?P<ticks>`{1,100})(?P<code>[^`]+)(?P=ticks)"
#: What html2text makes of an element without text, as icons are.
EMPTY = r"(?P<empty>(?<![\w*])(?:__(?![_\s]*_)(?![^\s_]+__)|\*{4}(?!\*)))"
DELETED = r"~~(?=\S)(?P<deleted>[^~]+)(?<=\S)~~"
ESCAPE = r"\\(?P<escaped>[\\`*_{}\[\]()#+.!>~|-])"
#: What they begin with is asked first: to try them all at each letter takes three times as long.
BEFORE, BEHIND = (ESCAPE, CODE, LINK, EMPTY), (EMPHASIS, DELETED)
MARK, PAIRED_MARK = (
    regex(rf"(?=[\\`!\[_*~])(?:{'|'.join((*BEFORE, strong, *BEHIND))})") for strong in (STRONG, PAIRED)
)
#: What any of them has, to pass over the texts that have none.
HAS_MARK = regex(r"[`*_~\\]|\]\(")

#: The sign of a heading in a link around all of a teaser, at its beginning or behind its picture.
SIGN_IN_LABEL = regex(r"(?:^|(?<=\) ))#{2,6} (?=\S)")
BACKSLASH = regex(r"\\([()])")
#: A bold element that begins before a link and ends in it.
CROSSED = regex(r"\*\*\[([^\[\]*]{1,400})\*\*\]\(")
#: A sign behind emphasis, which html2text sets off from it. In French a space is right before the others.
SPACED = (" ,", " .", " )")

#: The width of html2text unless it is told another one, and the share of lines that may be wider.
WIDTH = 78
MAX_WIDE = 0.02

HEADING = regex(r"#{1,6} \S")
BOLD = regex(r"\*\*[^\s*][^*]*\*\*")
#: What html2text writes where a number or a sign at the beginning of a line would make a list, and emphasis.
ESCAPED = regex(r"(?:#{1,6} )?(?:\d+\\\.|\\[-+])(?: |$)")
UNDERSCORED = regex(r"(?<![\w/])_[^\W_](?:[^_]{0,200}[^\s_])?_(?![\w/])")
#: Links that say alone that a page writes Markdown, and marks of two kinds that do.
MIN_LINKS = 3
MIN_MARKS = 3


def writes_markdown(lines: Sequence[Line]) -> bool:
    """Whether the page writes its links, headings and emphasis, and escapes, as Markdown does."""
    links = headings = bold = others = 0
    for line in lines:
        text = line.text
        if "](" in text:
            links += len(MARKDOWN_LINK.findall(text))
            if links >= MIN_LINKS:
                return True
        if text[0] == "#":
            headings += HEADING.match(text) is not None and (line.gap > 0 or line is lines[0])
        if "**" in text:
            bold += len(BOLD.findall(text))
        if "_" in text or "\\" in text:
            others += (ESCAPED.match(text) is not None) + len(UNDERSCORED.findall(text))
    # "# a comment" alone is one of a program, "**kwargs" an argument, "_name_" a variable.
    kinds = (links > 0) + (headings > 0) + (bold > 0) + (others > 0)
    return kinds > 1 and links + headings + bold + others >= MIN_MARKS


def width_of(lines: Sequence[Line]) -> int:
    """The width that html2text wraps a page at, 0 where it was told not to: then there are longer lines."""
    wide = sum(line.width > WIDTH + 1 and is_breakable(line) for line in lines if not _is_apart(line))
    return WIDTH if wide <= MAX_WIDE * len(lines) else 0


def by_characters(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with their columns counted as html2text counts them: an ideograph is one, not two."""
    return [
        line if line.text.isascii() else line._replace(width=width_by(line, characters), measure=characters)
        for line in lines
    ]


def _is_apart(line: Line) -> bool:
    """Whether a line is one of those that html2text never wraps: of lists, of tables, set in."""
    return line.indent > 0 or "|" in line.text


def with_code(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """The lines, and whether each is part of code: fenced, or set in."""
    fence = ""
    for line in lines:
        mark = line.text[:3]
        fences = mark in ("```", "~~~") and fence in ("", mark)
        yield line, bool(fence) or fences or line.indent >= CODE_INDENT
        if fences:
            fence = "" if fence else mark


def without_breaks(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without the backslashes that end them, which are hard breaks, and without the lines that are
    nothing else: between the paragraphs of one link. In code they mean themselves."""
    kept: list[Line] = []
    for line, in_code in with_code(lines):
        if in_code or line.text[-1] != "\\" or not HARD_BREAK.search(line.text):
            kept.append(line)
        elif len(line.text) > 1:
            kept.append(line._replace(text=line.text[:-1].rstrip()))
    return kept


def unbroken(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with those joined over which a link goes: html2text wraps within labels and addresses, and
    behind the signs of a heading that is one long link.

    What is joined ends where its last line does.
    """
    joined: list[Line] = []
    start = 0
    while start < len(lines):
        line = lines[start]
        end, more = _link_end(lines, start)
        if not more and _has_spaced_address(lines, start):
            end, more = start + 3, f"{lines[start + 1].text}{lines[start + 2].text}"
        if more:
            last = lines[end - 1]
            whole = line._replace(raw=line.raw + more, text=line.text + more, open=last.open)
            joined.append(whole._replace(width=last.width))
        else:
            # A bracket that nothing closes is one of the text.
            joined += lines[start:end]
        start = end
    return joined


def _link_end(lines: Sequence[Line], start: int) -> tuple[int, str]:
    """The place behind the line on which a link ends that begins at ``start``, and what those lines add to
    it, "" where none does: then the place is that of the next line to look at."""
    end, last, pieces = start + 1, min(start + MOST_LINES, len(lines)), [""]
    if end == last or lines[end].gap:
        return end, ""
    tail = lines[start].text[-FARTHEST:]
    gap = _open(tail) if tail.strip("#") else "label"
    while gap and end < last and not lines[end].gap:
        following = lines[end].text
        pieces.append(following if _is_one_word(tail, following, gap) else f" {following}")
        tail = f"{tail}{pieces[-1]}"[-FARTHEST:]
        gap = _open(tail)
        end += 1
    return (start + 1, "") if gap else (end, "".join(pieces))


def _is_one_word(text: str, following: str, gap: str) -> bool:
    """Whether a line in an address, or in a label behind the hyphen of a word, goes on without a blank."""
    if gap == "address":
        return following[0] != '"'
    return ends_in_hyphen(text) and following[0].isalpha()


def _has_spaced_address(lines: Sequence[Line], start: int) -> bool:
    """Whether the address of a link at the end of a line stands alone in the next one, and its bracket below
    that: html2text prints the line breaks around an address, blank lines and all."""
    if not lines[start].text.endswith("](") or start + 2 >= len(lines):
        return False
    address, closing = lines[start + 1].text, lines[start + 2].text
    return " " not in address and "/" in address and closing[0] == ")"


def _open(text: str) -> str:
    """What of a link is open at the end of ``text``: "address", or "label" for what has spaces."""
    found = OPEN_LINK.search(text[-FARTHEST:]) if "[" in text and _may_be_open(text[-FARTHEST:]) else None
    if not found:
        return ""
    return "address" if found["address"] is not None else "label"


def _may_be_open(end: str) -> bool:
    """Whether a link may be open at the ``end`` of a text: a test that costs little, where no image is."""
    if "![" in end or end.rfind("[") > end.rfind("]"):
        return True
    address, quote = end.rfind("]("), end.rfind('"')
    # A title is open where a blank stands before its sign and behind it no other one.
    if address < 0 or (quote > 0 and end[quote - 1] == " "):
        return address >= 0
    return end.rfind(")") < address or "\\" in end


def markdown_runs(text: str, style: int = 0, href: str | None = None) -> Iterator[Run]:
    """The runs of ``text`` without its marks; an image is its alternative text."""
    if not HAS_MARK.search(text):
        yield Run(text, style, href)
        return
    text = CROSSED.sub(r"[**\1**](", text) if "**](" in text else text
    start = 0
    for match in (MARK if text.count("**") % 2 else PAIRED_MARK).finditer(text):
        if start < match.start():
            yield Run(text[start : match.start()], style, href)
        start = match.end()
        if match[0][-1] in "*_" and text[start : start + 2] in SPACED:
            start += 1
        yield from _marked(match, style, href)
        if match["image"] and match["label"] and text[start : start + 1].isalnum():
            yield Run(" ", style, href)  # what stands behind an image is no part of what it shows
    if start < len(text):
        yield Run(text[start:], style, href)


def _marked(found: re.Match[str], style: int, href: str | None) -> Iterator[Run]:
    """The runs of one mark, by the groups of :data:`MARK`."""
    label: str | None
    if (label := found["label"]) is not None:
        address = (found["address"] or "").strip("<>")
        target = (
            href
            if found["image"] or address.startswith("javascript:")
            else BACKSLASH.sub(r"\1", address)
            if "\\" in address
            else address
        )
        label = SIGN_IN_LABEL.sub("", label) if "# " in label else label
        yield from markdown_runs(IMAGE.sub(r"\1", label) if "](" in label else label, style, target)
    elif (escaped := found["escaped"]) is not None:
        yield Run(escaped, style, href)
    elif (code := found["code"]) is not None:
        yield Run(code.strip(), style | Style.CODE, href)
    elif (strong := found["strong"]) is not None:
        yield Run(" " * strong[0].isspace(), style, href)
        yield from markdown_runs(strong.strip(), style | Style.STRONG, href)
        yield Run(" " * strong[-1].isspace(), style, href)
    elif (deleted := found["deleted"]) is not None:
        yield from markdown_runs(deleted, style | Style.DEL, href)
    elif found["empty"] is None:
        yield from markdown_runs(found["under"] or found["star"] or "", style | Style.EM, href)


def cell_runs(text: str) -> Iterator[Run]:
    """The runs of a cell without marks; in a cell nothing but HTML can break a line."""
    return (run for run in markdown_runs(BREAK.sub("\n", text) if "<" in text else text) if run.text)
