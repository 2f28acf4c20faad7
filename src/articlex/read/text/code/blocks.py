"""Program code in raw page text: fenced, or by the look of its lines."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text.code.signs import (
    OTHER_PROMPT,
    PROMPT,
    SECTION,
    SETTING,
    SIGN,
    has_words,
    is_prose,
    looks_like_code,
)
from articlex.read.text.lines import TAB, Line
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: Behind the fence stands the language, in the Markdown of pandoc as ``{#id .python .numberLines}``, and no
#: other fence: "~~~ Later that day ~~~" is a line of a story.
FENCE = regex(r"(`{3,}|~{3,})[ \t]*(\{=?|[\w+#.-]*)(?:[ \t]*(?:#[\w-]+ )?\.([\w+#-]+))?[^`~]*$")
#: Lines that look like code, of all lines of a run; and lines of the shortest run that is believed, but for
#: two lines that stand off and commands. With 0.6, 0.5 and 0.4 there are, of 8,372 lines that the HTML of
#: 1,202 pages says are code, 2,000, 2,632 and 2,689, and of the lines taken 73, 74 and 74 % are such.
MIN_SHARE = 0.5
MIN_LINES = 3
#: Lines of output that are looked through for its end.
MOST_OUTPUT = 60
#: Columns by which indented code stands off the text before it; signs that its lines hold, and how many do.
SET_OFF = 4
MIN_INDENTED_LINES = 2
LONGEST_ROW = 100
MIN_SIGNS = 0.5
BULLET = regex(r"[-+*•·▪□■○●☆★](?:\s|$)|\[\s*\]")
#: Blank lines that html2text sets before code, two of them with its indentation.
MARKDOWN_GAP = 3
#: Blank lines inside one piece of code.
MAX_GAP = 1
#: A decorator of Python, an annotation of Java and its like, and how many of them are looked through for what
#: they decorate, and how that ends; what is defined, and blank lines above it.
MOST_DECORATORS = 8
DEFINED_END = ":;{(,"
DECORATOR = regex(r"@[A-Za-z_][\w.]*(?:\(.*\))?$")
DEFINITION, DEFINED_GAP = regex(r"(?:async def|def|class) \w+.*:$"), 2


def fenced_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines between two fences of backticks or tildes; an unclosed fence is closed by the end of the page.

    Tildes alone between blank lines are what parts two scenes of a story, and words behind signs with which
    the page ends are text.
    """
    opening = FENCE.match(lines[start].text)
    if not opening or (start + 1 == len(lines) and opening[0] != opening[1]):
        return None
    end = start + 1
    while end < len(lines) and not _closes(lines[end].text, opening[1]):
        end += 1
    if opening[0][-1] == "~" and all(
        line.gap for line in (*lines[start + 1 : start + 2], *lines[end : end + 1])
    ):
        return None
    text, end_of_code = verbatim(lines[start + 1 : end], lines[start].indent), min(end + 1, len(lines))
    if opening[2].startswith("{="):  # HTML that Markdown has no sign for, as pandoc sets it off
        return Shape(Kind.EMBED, end_of_code, "")
    return Shape(Kind.CODE, end_of_code, text, language=(opening[2].strip("{") or opening[3] or "").lower())


def _closes(text: str, fence: str) -> bool:
    return text.startswith(fence) and not text.strip(fence[0])


def plain_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines in a row half of which look like code, at least three, or what was typed at a prompt."""
    end = _hits_end(lines, start)
    if end == start:
        return None
    typed = PROMPT.match(lines[start].text) is not None
    hits, last = end - start, end - 1
    while end < len(lines) and (lines[end].gap <= MAX_GAP or _is_defined(lines, end)):
        hit_end = _hits_end(lines, end)
        if hit_end == end:
            if lines[end].gap or is_prose(lines[end].text):
                break
            end += 1
        else:
            typed = typed or PROMPT.match(lines[end].text) is not None
            hits += hit_end - end
            last, end = hit_end - 1, hit_end
        if hits < MIN_SHARE * (end - start):
            break
    if last + 1 - start < MIN_LINES and not typed and not _is_short(lines, start, last + 1):
        return None
    indent = min(line.indent for line in lines[start : last + 1])
    return Shape(Kind.CODE, last + 1, verbatim(lines[start : last + 1], indent))


def _is_short(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether lines that are too few to believe stand off and have no words but those of code."""
    set_off = lines[start].gap > 0 and (end == len(lines) or lines[end].gap > 0)
    return (
        set_off
        and end - start == MIN_LINES - 1
        and not any(has_words(line.text) for line in lines[start:end])
    )


def _hits_end(lines: Sequence[Line], place: int) -> int:
    """The end of what surely is code from ``place`` on: most times one line, ``place`` where it is none."""
    line = lines[place]
    first = line.text[0]
    if (first == "$" and PROMPT.match(line.text)) or line.text.startswith(">>> "):
        return _session_end(lines, place)
    if first == "[" and SECTION.match(line.text):
        following = lines[place + 1] if place + 1 < len(lines) else None
        return place + bool(following and following.gap <= MAX_GAP and SETTING.match(following.text))
    if first == "@" and DECORATOR.match(line.text):
        return _decorated_end(lines, place)
    return place + looks_like_code(line.text)


def _decorated_end(lines: Sequence[Line], start: int) -> int:
    """The end of the decorators or annotations that begin at ``start``, which is where they are none: an
    account ("@ann") has nothing right below it that is defined."""
    end, last = start + 1, min(len(lines), start + MOST_DECORATORS)
    while end < last and not lines[end].gap and DECORATOR.match(lines[end].text):
        end += 1
    if end == len(lines) or lines[end].gap or lines[end].text[-1] not in DEFINED_END:
        return start
    return end if looks_like_code(lines[end].text) else start


def _is_defined(lines: Sequence[Line], place: int) -> bool:
    """Whether a function or class of Python is defined below two blank lines, as its style guide asks."""
    line = lines[place]
    if line.gap > DEFINED_GAP:
        return False
    decorated = line.text[0] == "@" and _hits_end(lines, place) > place
    return decorated or DEFINITION.match(line.text) is not None


def _is_typed(text: str) -> bool:
    return PROMPT.match(text) is not None or OTHER_PROMPT.match(text) is not None


def _session_end(lines: Sequence[Line], start: int) -> int:
    """The end of what was typed at ``start`` and of the output below it, if a blank line ends that."""
    typed = start + 1
    while typed < len(lines) and not lines[typed].gap and _is_typed(lines[typed].text):
        typed += 1
    end = typed
    while end < len(lines) and not lines[end].gap:
        if end - typed >= MOST_OUTPUT or is_prose(lines[end].text):
            return typed
        end += 1
    return end


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
    if any(row.width > LONGEST_ROW or is_prose(row.text) for row in rows):
        return None
    signs = sum(bool(SIGN.search(row.text)) and not has_words(row.text) for row in rows)
    if signs < MIN_SIGNS * len(rows) or any(BULLET.match(row.text) for row in rows):
        return None
    return Shape(Kind.CODE, end, verbatim(rows, first.indent))


def markdown_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines as html2text sets off what is preformatted; a letter, which has sentences, is no code."""
    first = lines[start]
    # Below a quotation html2text leaves one of them out.
    least = MARKDOWN_GAP - (start > 0 and lines[start - 1].text[0] == ">")
    if first.gap < least or first.indent < SET_OFF or not start:
        return None
    end = start + 1
    while end < len(lines) and lines[end].indent >= first.indent and lines[end].gap < MARKDOWN_GAP:
        end += 1
    rows = lines[start:end]
    if any(is_prose(row.text) for row in rows):
        return None
    return Shape(Kind.CODE, end, verbatim(rows, first.indent))


def _ends_early(lines: Sequence[Line], start: int) -> bool:
    """Whether the line after is not indented too; most lines fail here, at once."""
    return start + 1 >= len(lines) or lines[start + 1].indent < lines[start].indent


def verbatim(lines: Sequence[Line], indent: int) -> str:
    """The lines as written, less the common indentation, blank lines put back."""
    rows: list[str] = []
    for line in lines:
        if rows:
            rows += [""] * line.gap
        rows.append(" " * max(0, line.indent - indent) + line.raw.lstrip().expandtabs(TAB))
    return "\n".join(rows)
