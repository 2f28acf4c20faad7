"""Program code in raw page text: fenced, or by the look of its lines."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text_lines import TAB, Line
from articlex.read.text_shape import Shape
from articlex.regex import regex

FENCE = regex(r"(`{3,}|~{3,})[ \t]*([\w+#.-]*)[^`]*$")
#: How lines of most programming and markup languages and shells end, and with which signs they do: to look
#: for such an end in all of a sentence takes long.
CODE_END = regex(r".*(?:[;{}]|\w\([^()]*\);?|\)\s*[:{]|=>|\{\})$")
END_SIGNS = ";{}):>"
#: How they begin.
CODE_BEGIN = regex(
    r"(?:def|class|import|from|return|const|let|var|function|public|private|static|void|if|for|while|else|elif|"
    r"try|except|#include|#define|package|using|use|fn|func|end|SELECT|INSERT|UPDATE|FROM|WHERE)\b.*[(){};:=<>*.,]"
    r"|import [\w.]+$|from [\w.]+ import \w[\w, ]*$"
    r"|</?[a-z][\w-]*(?:\s[^<>]*)?/?>|//|/\*|\*/|<\?php|[$#] \S+|>>> |[\w.\[\]]+ (?:[-+*/:]?=) \S",
)
#: What running text has and code has not: a sentence that ends, followed by another.
PROSE = regex(r"[^\W\d_]{2,} [^\W\d_]{2,} [^\W\d_]+ [^\W\d_]{2,}[^(){}=;<>]*[.!?]$")
#: Lines that look like code, of all lines of a run; and lines of the shortest run that is believed.
MIN_SHARE = 0.6
MIN_LINES = 3
#: Columns by which indented code stands off the text before it; signs that its lines hold, and how many do.
SET_OFF = 4
MIN_INDENTED_LINES = 2
LONGEST_ROW = 100
SIGN = regex(r"[\"`=(){}\[\]<>;$\\|_]")
MIN_SIGNS = 0.5
BULLET = regex(r"[-+*•·▪□■○●☆★](?:\s|$)|\[\s*\]")
#: Blank lines that html2text sets before code, two of them with its indentation.
MARKDOWN_GAP = 3
#: Blank lines inside one piece of code.
MAX_GAP = 1


def fenced_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines between two fences of backticks or tildes; an unclosed fence is closed by the end of the page."""
    opening = FENCE.match(lines[start].text)
    if not opening:
        return None
    end = start + 1
    while end < len(lines) and not _closes(lines[end].text, opening[1]):
        end += 1
    text = _verbatim(lines[start + 1 : end], lines[start].indent)
    return Shape(Kind.CODE, min(end + 1, len(lines)), text, language=opening[2].lower())


def _closes(text: str, fence: str) -> bool:
    return text.startswith(fence) and not text.strip(fence[0])


def plain_code(lines: Sequence[Line], start: int) -> Shape | None:
    """At least three lines in a row most of which look like code."""
    if not _looks_like_code(lines[start]):
        return None
    end, last, hits = start + 1, start, 1
    while end < len(lines) and lines[end].gap <= MAX_GAP:
        hit = _looks_like_code(lines[end])
        if not hit and (lines[end].gap or PROSE.search(lines[end].text)):
            break
        hits += hit
        if hits < MIN_SHARE * (end + 1 - start):
            break
        if hit:
            last = end
        end += 1
    if last + 1 - start < MIN_LINES:
        return None
    indent = min(line.indent for line in lines[start : last + 1])
    return Shape(Kind.CODE, last + 1, _verbatim(lines[start : last + 1], indent))


def indented_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines set off by blank lines and four columns, half of them or more with signs that code has."""
    first = lines[start]
    if (
        not start
        or not first.gap
        or first.indent < lines[start - 1].indent + SET_OFF
        or _ends_early(lines, start)
    ):
        return None
    end = start + 1
    while end < len(lines) and lines[end].indent >= first.indent and lines[end].gap <= MAX_GAP:
        end += 1
    rows = lines[start:end]
    if end - start < MIN_INDENTED_LINES or (end < len(lines) and not lines[end].gap):
        return None
    if any(row.width > LONGEST_ROW or PROSE.search(row.text[-400:]) for row in rows):
        return None
    signs = sum(bool(SIGN.search(row.text)) for row in rows)
    if signs < MIN_SIGNS * len(rows) or any(BULLET.match(row.text) for row in rows):
        return None
    return Shape(Kind.CODE, end, _verbatim(rows, first.indent))


def markdown_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines as html2text sets off what is preformatted; a letter, which has sentences, is no code."""
    first = lines[start]
    if first.gap < MARKDOWN_GAP or first.indent < SET_OFF or not start:
        return None
    end = start + 1
    while end < len(lines) and lines[end].indent >= first.indent and lines[end].gap < MARKDOWN_GAP:
        end += 1
    rows = lines[start:end]
    if any(PROSE.search(row.text[-400:]) for row in rows):
        return None
    return Shape(Kind.CODE, end, _verbatim(rows, first.indent))


def _ends_early(lines: Sequence[Line], start: int) -> bool:
    """Whether the line after is not indented too; most lines fail here, at once."""
    return start + 1 >= len(lines) or lines[start + 1].indent < lines[start].indent


def _looks_like_code(line: Line) -> bool:
    text = line.text[:400]
    found = (text[-1] in END_SIGNS and CODE_END.match(text)) or CODE_BEGIN.match(text)
    return bool(found) and not PROSE.search(line.text[-400:])


def _verbatim(lines: Sequence[Line], indent: int) -> str:
    """The lines as written, less the common indentation, blank lines put back."""
    rows: list[str] = []
    for line in lines:
        if rows:
            rows += [""] * line.gap
        rows.append(" " * max(0, line.indent - indent) + line.raw.lstrip().expandtabs(TAB))
    return "\n".join(rows)
