"""Inline Markdown in raw page text: what html2text and its like print for links, emphasis and code.

It is read only on a page that surely is Markdown: elsewhere an asterisk is an asterisk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlex.page import Run, Style
from articlex.read.text.code.blocks import FENCE, closes_fence
from articlex.read.text.lines import Line, width_by
from articlex.read.text.measures import characters
from articlex.read.text.scripts import dense_characters
from articlex.read.text.wrapping.pairs import ends_in_hyphen
from articlex.read.text.wrapping.widths import is_breakable
from articlex.regex import regex

#: A link or an image: the label may contain an image, the address parentheses, and a title may follow it.
LETTER_OF_ADDRESS = r"\\.|[^()\s\\]|\([^()\s]*\)"
ADDRESS = rf"(?:{LETTER_OF_ADDRESS})*"
#: html2text prints an address as it is on the page, spaces included.
_SPACED_ADDRESS = r"https?://[^()\"]{0,1000}"
#: The address of an image within a label. If its brackets are balanced it is matched in one way only: trying
#: it as text of the label as well takes four times as long for each image of a label that is not closed.
_NESTED = r"\((?:[^()\s\[\]]|\[[^()\s\[\]]*\])*\)"
_LETTER = r"(?:\\[^\[\]]|\\(?=[\[\]])|[^()\s\\\[\]])"
_BRACKETS = rf"\[(?:{_LETTER}|\([^()\s\[\]]*\))*\]"
_WITHIN = rf"\((?:{_LETTER}|{_BRACKETS}|{_NESTED})*\)"
_INNER = r"!?\[(?:\\[\[\]]|[^\[\]])*\]"
_LABEL = rf"(?:[^\[\]!]|!(?!\[)|{_INNER}(?:(?>{_WITHIN})|(?!{_WITHIN})(?:\({ADDRESS}\))?)){{0,400}}"
#: An address with a script has the parentheses of its calls.
_CALL = r"\((?:\\.|[^()\\]|\((?:\\.|[^()\\]|\([^()]{0,200}\)){0,200}\)){0,400}\)"
_SCRIPT = rf"javascript:(?:\\.|[^()\\]|{_CALL}){{0,600}}"
#: A title behind an address may contain quotation marks.
_TITLE = r" \"(?:[^\"]|\"(?! ?\))){0,800}\""
_LINK = (
    rf"(?P<image>!?)\[(?P<label>{_LABEL})\]"
    rf"\( ?(?P<address><[^<>]*>|{ADDRESS}|{_SPACED_ADDRESS}|{_SCRIPT})(?:{_TITLE})? ?\)"
)
_MARKDOWN_LINK = regex(_LINK)
_INNER_LINK = regex(rf"(?<!!)\[([^\[\]]*)\]\({ADDRESS}\)")
#: The end of a line inside a link: in its label, its address or its title.
OPEN_LINK = regex(
    rf"\[(?:[^\[\]]|!\[[^\[\]]*\]\({ADDRESS}\))*$|\]\((?P<address>(?:\\.|[^()\s\\])+)$"
    rf"|\]\({ADDRESS} \"[^\"]*$|\]\((?:{_SPACED_ADDRESS})?$"
)
#: A line break of HTML; a backslash at the end of a line that no other one escapes; the indentation of code.
_BREAK = regex(r"[ ]?<br ?/?>[ ]?", re.IGNORECASE)
_HARD_BREAK = regex(r"(?<!\\)(?:\\\\)*\\$")
CODE_INDENT = 4
#: How a picture begins, in a link or not.
_PICTURES = ("![", "[![", "[ ![")
#: Most lines that one link goes over; it begins within so many characters of the end of a line.
_MOST_LINES = 8
_FARTHEST = 600
#: None of the following goes beyond the next mark of its kind: a mark that nothing closes costs no more. An
#: underscore within a word is part of it.
_STRONG = r"\*\*(?=[^\s*])(?P<strong>(?:[^*]|\*(?!\*))+)(?<=[^\s])\*\*"
#: The same in a text whose marks are all paired: there may be a space inside the mark on one side.
_PAIRED = r"\*\*(?!\*|\s[^*]*\s\*\*)(?P<strong>(?:[^*]|\*(?!\*))+)\*\*"
_EMPHASIS = (
    r"(?<!\w)_(?=[^\s_])(?P<under>[^_]+)(?<=\S)_(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<star>[^*]+)(?<=\S)\*(?![\w*])"
)
#: Bounded, because a match is tried from each backtick of a row.
_CODE = r"(?P<ticks>`{1,100})(?P<code>[^`]+)(?P=ticks)"
#: What html2text prints for an element without text, such as an icon.
_EMPTY = r"(?P<empty>(?<![\w*])(?:__(?![_\s]*_)(?![^\s_]+__)|\*{4}(?!\*)))"
_DELETED = r"~~(?=\S)(?P<deleted>[^~]+)(?<=\S)~~"
_ESCAPE = r"\\(?P<escaped>[\\`*_{}\[\]()#+.!>~|-])"
#: The first character is tested first: to try all of them at each letter takes three times as long.
_BEFORE, _BEHIND = (_ESCAPE, _CODE, _LINK, _EMPTY), (_EMPHASIS, _DELETED)
_MARK, _PAIRED_MARK = (
    regex(rf"(?=[\\`!\[_*~])(?:{'|'.join((*_BEFORE, strong, *_BEHIND))})") for strong in (_STRONG, _PAIRED)
)
#: What any text with a mark has; most have none.
_HAS_MARK = regex(r"[`*_~\\]|\]\(")

#: The hashes of a heading in a link around a whole teaser, at its beginning or behind its picture.
_SIGN_IN_LABEL = regex(r"(?:^|(?<=\) ))#{2,6} (?=\S)")
_BACKSLASH = regex(r"\\([()])")
#: What Jina Reader writes before the alternative text of a picture, or in place of one.
_NUMBERED_PICTURE = regex(r"Image \d{1,4}(?:: |\Z)")
_BACKSLASH_ESCAPE = regex(_ESCAPE.replace("?P<escaped>", ""))
#: Bold text that begins before a link and ends inside it.
_CROSSED = regex(r"\*\*\[([^\[\]*]{1,400})\*\*\]\(")
#: Punctuation that html2text sets off from emphasis by a space. (Before other signs French has one.)
_SPACED = (" ,", " .", " )")

#: Words between which html2text drops the space before bold text. Behind one letter a word may go on in bold.
_WORD_BEFORE, _WORD_BEHIND = regex(r"[^\W_]{2}\Z"), regex(r"\*\*[^\W\d_]{2}")

#: The default width of html2text, and the largest share of wider lines on a page of that width.
_WIDTH = 78
_MAX_WIDE = 0.02

_HEADING = regex(r"#{1,6} \S")
_BOLD = regex(r"\*\*[^\s*][^*]*\*\*")
#: html2text's escapes of what would begin a list ("3\\. mai 2024"), which nothing else writes; its emphasis.
_ESCAPED = regex(r"(?:#{1,6} )?(?:\d+\\\.|\\[-+])(?: |$)")
_UNDERSCORED = regex(r"(?<![\w/])_[^\W_](?:[^_]{0,200}[^\s_])?_(?![\w/])")
#: Fewest links of a page that is Markdown for these alone, and fewest marks of at least two kinds.
_MIN_LINKS = 3
_MIN_MARKS = 3


def writes_markdown(lines: Sequence[Line]) -> bool:
    """Whether the page is Markdown, by its links, headings, emphasis and escapes."""
    links = headings = bold = others = 0
    for line in lines:
        text = line.text
        if "](" in text:
            links += len(_MARKDOWN_LINK.findall(text))
            if links >= _MIN_LINKS:
                return True
        if text[0] == "#":
            headings += _HEADING.match(text) is not None and (line.gap > 0 or line is lines[0])
        if "**" in text:
            bold += len(_BOLD.findall(text))
        if "\\" in text and _ESCAPED.match(text):
            return True
        if "_" in text:
            others += len(_UNDERSCORED.findall(text))
    # One kind proves nothing: "# a comment" and "**kwargs" may be code, "_name_" a variable.
    kinds = (links > 0) + (headings > 0) + (bold > 0) + (others > 0)
    return kinds > 1 and links + headings + bold + others >= _MIN_MARKS


def width_of(lines: Sequence[Line]) -> int:
    """The width at which html2text has wrapped the page: its default, or 0 if too many lines are wider."""
    wide = sum(line.width > _WIDTH + 1 and is_breakable(line) for line in lines if not _is_apart(line))
    return _WIDTH if wide <= _MAX_WIDE * len(lines) else 0


def by_characters(lines: Sequence[Line]) -> list[Line]:
    """``lines`` measured as html2text does, which counts characters: an ideograph is one, not two columns."""
    return [
        line if line.text.isascii() else line._replace(width=width_by(line, characters), measure=characters)
        for line in lines
    ]


def _is_apart(line: Line) -> bool:
    """Whether a line is one that html2text never wraps: indented, as in lists, or a row of a table."""
    return line.indent > 0 or "|" in line.text


def with_code(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """The lines, each with whether it is part of code: fenced or indented."""
    fence = ""
    for line in lines:
        text = line.text
        if fence:
            yield line, True
            fence = "" if closes_fence(text, fence) else fence
        elif text[0] in "`~" and (opening := FENCE.match(text)):
            yield line, True
            fence = opening[1]
        else:
            yield line, line.indent >= CODE_INDENT


def without_breaks(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without the backslashes of hard line breaks, and without lines that are nothing else, as
    between the paragraphs of one link; code is left as it is."""
    kept: list[Line] = []
    for line, in_code in with_code(lines):
        if in_code or line.text[-1] != "\\" or not _HARD_BREAK.search(line.text):
            kept.append(line)
        elif len(line.text) > 1:
            kept.append(line._replace(text=line.text[:-1].rstrip()))
    return kept


def unbroken(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with the lines of each link joined: html2text wraps within labels and addresses, and behind
    the hashes of a heading that is one long link. A joined line has the width of its last one.

    An address is never broken, so that it has a line to itself and this line is full, however long it is."""
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
            joined.append(_filled(whole._replace(width=last.width), last, lines[end : end + 1]))
        else:
            # A bracket that nothing closes is one of the text.
            is_address = "](" in line.text and end == start + 1
            joined += [_filled(line, line, lines[end : end + 1])] if is_address else lines[start:end]
        start = end
    return joined


def _filled(line: Line, last: Line, following: Sequence[Line]) -> Line:
    """``line``, of which ``last`` is the end, with the width of the page if an address makes it longer and a
    sentence may go on in the ``following`` line: not behind a hard break, nor between links or pictures."""
    if last.width <= _WIDTH or last.open or " " in last.text or line.text.startswith(_PICTURES):
        return line
    goes_on = following and following[0].text[0] not in "[!"
    return line._replace(width=_WIDTH) if goes_on else line


def _link_end(lines: Sequence[Line], start: int) -> tuple[int, str]:
    """For a link that the line at ``start`` leaves open: the place behind the line in which it ends, and what
    to add to the line at ``start``. If there is none, "" and the place of the next line to look at."""
    end, last, pieces = start + 1, min(start + _MOST_LINES, len(lines)), [""]
    if end == last or lines[end].gap:
        return end, ""
    tail = lines[start].text[-_FARTHEST:]
    gap = _open(tail) if tail.strip("#") else "label"
    while gap and end < last and not lines[end].gap:
        following = lines[end].text
        pieces.append(following if _is_one_word(tail, following, gap) else f" {following}")
        tail = f"{tail}{pieces[-1]}"[-_FARTHEST:]
        gap = _open(tail)
        end += 1
    return (start + 1, "") if gap else (end, "".join(pieces))


def _is_one_word(text: str, following: str, gap: str) -> bool:
    """Whether ``following`` continues ``text`` without a space: inside an address, or behind a hyphen in a
    label. ``gap`` is what :func:`_open` says of ``text``."""
    if gap == "address":
        return following[0] != '"'
    return ends_in_hyphen(text) and following[0].isalpha()


def _has_spaced_address(lines: Sequence[Line], start: int) -> bool:
    """Whether a line ends with "](", the next one is an address and the third begins with ")": html2text
    prints line breaks around an address as they are on the page, blank lines included."""
    if not lines[start].text.endswith("](") or start + 2 >= len(lines):
        return False
    address, closing = lines[start + 1].text, lines[start + 2].text
    return " " not in address and "/" in address and closing[0] == ")"


def _open(text: str) -> str:
    """Which part of a link is open at the end of ``text``: "address", or "label" for a label or title, which
    may have spaces; "" for none."""
    found = OPEN_LINK.search(text[-_FARTHEST:]) if "[" in text and _may_be_open(text[-_FARTHEST:]) else None
    if not found:
        return ""
    return "address" if found["address"] is not None else "label"


def _may_be_open(end: str) -> bool:
    """A cheap test of whether a link may be open at the ``end`` of a text."""
    if "![" in end or end.rfind("[") > end.rfind("]"):
        return True
    address, quote = end.rfind("]("), end.rfind('"')
    # A title is open if a space precedes the last quotation mark.
    if address < 0 or (quote > 0 and end[quote - 1] == " "):
        return address >= 0
    return end.rfind(")") < address or "\\" in end


def markdown_runs(text: str, style: int = 0, href: str | None = None) -> Iterator[Run]:
    """``text`` as runs of the given style and link, its marks read."""
    if not _HAS_MARK.search(text):
        yield Run(text, style, href)
        return
    text = _CROSSED.sub(r"[**\1**](", text) if "**](" in text else text
    start = 0
    for match in (_MARK if text.count("**") % 2 else _PAIRED_MARK).finditer(text):
        if start < match.start():
            yield Run(text[start : match.start()], style, href)
            if _is_glued(text, match.start()):
                yield Run(" ", style, href)
        start = match.end()
        if match[0][-1] in "*_" and text[start : start + 2] in _SPACED:
            start += 1
        yield from _marked(match, style, href)
        if match["image"] and _begins_word(text, start):
            yield Run(" ", style, href)  # else the word before the picture would run into the next one
    if start < len(text):
        yield Run(text[start:], style, href)


def _is_glued(text: str, place: int) -> bool:
    """Whether bold text at ``place`` stands right behind a word, in a script that has spaces."""
    if not (_WORD_BEHIND.match(text, place) and _WORD_BEFORE.search(text, max(0, place - 2), place)):
        return False
    return not dense_characters(text[place - 1] + text[place + len("**")])


def _begins_word(text: str, start: int) -> bool:
    """Whether a word or a mark of one begins at ``start``."""
    return text[start : start + 1].isalnum() or text[start : start + 1] in tuple("[(*_")


def _marked(found: re.Match[str], style: int, href: str | None) -> Iterator[Run]:
    """The runs of one mark, a match of :data:`_MARK`."""
    label: str | None
    if (label := found["label"]) is not None:
        address = _BACKSLASH.sub(r"\1", (found["address"] or "").strip("<>"))
        if found["image"]:
            if address and not address.startswith("data:"):  # else it stands for a picture that loads later
                alternative = _BACKSLASH_ESCAPE.sub(r"\1", _NUMBERED_PICTURE.sub("", label))
                yield Run(alternative, style, href, address)
            return
        target = href if address.startswith("javascript:") else address
        label = _SIGN_IN_LABEL.sub("", label) if "# " in label else label
        yield from markdown_runs(_INNER_LINK.sub(r"\1", label) if "](" in label else label, style, target)
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
    """The runs of a table cell, its marks read; its line breaks are HTML, as Markdown has none for cells."""
    text = _BREAK.sub("\n", text) if "<" in text else text
    return (run for run in markdown_runs(text) if run.text or run.src)
