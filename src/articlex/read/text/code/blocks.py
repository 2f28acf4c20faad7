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
    ends_as_sentence,
    has_words,
    looks_like_code,
)
from articlex.read.text.lines import TAB, Line, breaks_at
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: A fence, and behind it the language, which pandoc writes as ``{#id .python .numberLines}``. No second fence
#: may follow: "~~~ Later that day ~~~" is a line of a story.
FENCE = regex(r"(`{3,}|~{3,}) ?(\{=?|[\w+#.-]*+)(?: ?(?:#[\w-]+ )?\.([\w+#-]++))?[^`~]*+$")
#: Smallest share of the lines of a run that look like code, and fewest lines of a run that is neither
#: commands nor two lines set apart. With a share of 0.6, 0.5 and 0.4, of 8,372 lines that are code in the
#: HTML of 1,202 pages, 2,000, 2,632 and 2,689 are found, and 73, 74 and 74 % of the lines found are code.
_MIN_SHARE = 0.5
_MIN_LINES = 3
#: Most lines of output below a command.
_MOST_OUTPUT = 60
#: Indented code: columns from the text above, fewest lines, widest line, share of lines with a sign.
_SET_OFF = 4
_MIN_INDENTED_LINES = 2
_LONGEST_ROW = 100
_MIN_SIGNS = 0.5
_BULLET = regex(r"[-+*•·▪□■○●☆★](?:\s|$)|\[\s*\]")
#: Blank lines that html2text prints above code, two of which have its indentation.
_MARKDOWN_GAP = 3
#: Most blank lines in a row inside one piece of code.
_MAX_GAP = 1
#: A decorator of Python or an annotation of Java, most of them in a row, and how the line below them ends; a
#: definition of Python, and most blank lines above it.
_MOST_DECORATORS = 8
_DEFINED_END = ":;{(,"
_DECORATOR = regex(r"@[A-Za-z_][\w.]*(?:\(.*\))?$")
_DEFINITION, _DEFINED_GAP = regex(r"(?:async def|def|class) \w.*:$"), 2


def fenced_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines between two fences of backticks or tildes; the end of the page closes a fence as well.

    Tildes between blank lines separate the scenes of a story, and an opening fence with words in the last
    line of the page is text.
    """
    opening = FENCE.match(lines[start].text)
    if not opening or (start + 1 == len(lines) and opening[0] != opening[1]):
        return None
    end = start + 1
    while end < len(lines) and not closes_fence(lines[end].text, opening[1]):
        end += 1
    if opening[0][-1] == "~" and all(
        line.gap for line in (*lines[start + 1 : start + 2], *lines[end : end + 1])
    ):
        return None
    text, end_of_code = verbatim(lines[start + 1 : end], lines[start].indent), min(end + 1, len(lines))
    if opening[2].startswith("{="):  # pandoc's raw HTML, for what Markdown cannot express
        return Shape(Kind.EMBED, end_of_code, "")
    return Shape(Kind.CODE, end_of_code, text, language=(opening[2].strip("{") or opening[3] or "").lower())


def closes_fence(text: str, fence: str) -> bool:
    """Whether a line closes the code that ``fence``, a row of backticks or tildes, has opened."""
    return text.startswith(fence) and not text.strip(fence[0])


def plain_code(lines: Sequence[Line], start: int) -> Shape | None:
    """At least three lines of which half look like code, or commands typed at a prompt."""
    end = _hits_end(lines, start)
    if end == start:
        return None
    typed = PROMPT.match(lines[start].text) is not None
    hits, last = end - start, end - 1
    while end < len(lines) and (lines[end].gap <= _MAX_GAP or _is_defined(lines, end)):
        hit_end = _hits_end(lines, end)
        if hit_end == end:
            if lines[end].gap or ends_as_sentence(lines[end].text):
                break
            end += 1
        else:
            typed = typed or PROMPT.match(lines[end].text) is not None
            hits += hit_end - end
            last, end = hit_end - 1, hit_end
        if hits < _MIN_SHARE * (end - start):
            break
    if last + 1 - start < _MIN_LINES and not typed and not _is_short(lines, start, last + 1):
        return None
    return Shape(Kind.CODE, last + 1, verbatim(lines[start : last + 1]))


def _is_short(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether two lines of code are set apart by blank lines and have no words in a row."""
    set_off = lines[start].gap > 0 and breaks_at(lines, end)
    return (
        set_off and end - start == _MIN_LINES - 1 and not any(has_words(row.text) for row in lines[start:end])
    )


def _hits_end(lines: Sequence[Line], place: int) -> int:
    """The place behind what surely is code from ``place`` on, mostly one line; ``place`` if it is none."""
    line = lines[place]
    first = line.text[0]
    if (first == "$" and PROMPT.match(line.text)) or line.text.startswith(">>> "):
        return _session_end(lines, place)
    if first == "[" and SECTION.match(line.text):
        following = lines[place + 1] if place + 1 < len(lines) else None
        return place + bool(following and following.gap <= _MAX_GAP and SETTING.match(following.text))
    if first == "@" and _DECORATOR.match(line.text):
        return _decorated_end(lines, place)
    return place + looks_like_code(line.text)


def _decorated_end(lines: Sequence[Line], start: int) -> int:
    """The place behind the decorators or annotations at ``start``; ``start`` if they are none: below the name
    of an account ("@ann") nothing is defined."""
    end, last = start + 1, min(len(lines), start + _MOST_DECORATORS)
    while end < last and not lines[end].gap and _DECORATOR.match(lines[end].text):
        end += 1
    if breaks_at(lines, end) or lines[end].text[-1] not in _DEFINED_END:
        return start
    return end if looks_like_code(lines[end].text) else start


def _is_defined(lines: Sequence[Line], place: int) -> bool:
    """Whether a function or class of Python is defined at ``place``, below two blank lines or fewer."""
    line = lines[place]
    if line.gap > _DEFINED_GAP:
        return False
    decorated = line.text[0] == "@" and _hits_end(lines, place) > place
    return decorated or _DEFINITION.match(line.text) is not None


def _is_typed(text: str) -> bool:
    return PROMPT.match(text) is not None or OTHER_PROMPT.match(text) is not None


def _session_end(lines: Sequence[Line], start: int) -> int:
    """The place behind the commands at ``start``, and behind their output, if a blank line ends it."""
    typed = start + 1
    while not breaks_at(lines, typed) and _is_typed(lines[typed].text):
        typed += 1
    end = typed
    while not breaks_at(lines, end):
        if end - typed >= _MOST_OUTPUT or ends_as_sentence(lines[end].text):
            return typed
        end += 1
    return end


def indented_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines between blank lines, indented by four columns, at least half of them with a sign of code."""
    first = lines[start]
    if not start or not first.gap or first.indent < lines[start - 1].indent + _SET_OFF:
        return None
    end = start + 1
    while end < len(lines) and lines[end].indent >= first.indent and lines[end].gap <= _MAX_GAP:
        end += 1
    if end - start < _MIN_INDENTED_LINES or not breaks_at(lines, end):
        return None
    rows = lines[start:end]
    if any(row.width > _LONGEST_ROW or ends_as_sentence(row.text) for row in rows):
        return None
    signs = sum(bool(SIGN.search(row.text)) and not has_words(row.text) for row in rows)
    if signs < _MIN_SIGNS * len(rows) or any(_BULLET.match(row.text) for row in rows):
        return None
    return Shape(Kind.CODE, end, verbatim(rows))


def markdown_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Preformatted text as html2text sets it off, if it is code: a letter has sentences."""
    first = lines[start]
    # Below a quotation html2text leaves out one of the blank lines.
    least = _MARKDOWN_GAP - (start > 0 and lines[start - 1].text[0] == ">")
    if first.gap < least or first.indent < _SET_OFF or not start:
        return None
    end = start + 1
    while end < len(lines) and lines[end].indent >= first.indent and lines[end].gap < _MARKDOWN_GAP:
        end += 1
    rows = lines[start:end]
    if any(ends_as_sentence(row.text) for row in rows):
        return None
    return Shape(Kind.CODE, end, verbatim(rows))


def verbatim(lines: Sequence[Line], indent: int | None = None) -> str:
    """The lines as written, with the blank ones between them, without ``indent`` columns at their beginning;
    by default without their common indentation."""
    rows: list[str] = []
    if indent is None:
        indent = min(line.indent for line in lines)
    for line in lines:
        if rows:
            rows += [""] * line.gap
        rows.append(" " * max(0, line.indent - indent) + line.raw.lstrip().expandtabs(TAB))
    return "\n".join(rows)
