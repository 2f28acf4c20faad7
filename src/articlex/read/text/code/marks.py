"""Program code in raw page text between the delimiters of markup languages other than Markdown: those of
forums, wikis, Org, AsciiDoc, reStructuredText and LaTeX, whose sources are on pages too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text.code.blocks import verbatim
from articlex.read.text.lines import Line
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: Most lines of one piece of code.
MOST_LINES = 500
_NAME = r"[\w+#.-]+"
#: What opens code, its language in a group, and what closes it: BBCode, Jira and Confluence, Org, Liquid,
#: MediaWiki, LaTeX.
_MARKS = tuple(
    (regex(opening, re.IGNORECASE), closing)
    for opening, closing in (
        (rf"\[code(?:=({_NAME}))?\]\Z", "[/code]"),
        (rf"\{{code(?::(?:title=[^|}}]*\|)?({_NAME})[^}}]*)?\}}\Z", "{code}"),
        (r"\{(noformat)\}\Z", "{noformat}"),
        (rf"#\+begin_src(?:[ ]({_NAME}).*)?\Z", "#+end_src"),
        (r"#\+begin_(example)\Z", "#+end_example"),
        (rf"\{{%-? highlight ({_NAME})[^%]*%\}}\Z", "{% endhighlight %}"),
        (rf"<syntaxhighlight(?: lang=[\"']?({_NAME})[^>]*)?>\Z", "</syntaxhighlight>"),
        (r"\\begin\{(verbatim)\}\Z", r"\end{verbatim}"),
        (r"\\begin\{(lstlisting)\}(?:\[.*\])?\Z", r"\end{lstlisting}"),
    )
)
#: What in the group is no language.
_PLAIN = frozenset(("noformat", "example", "verbatim", "lstlisting"))
_LAST_SIGNS = "]}>"
#: The attributes above AsciiDoc's code, and the row of dashes or dots above and below it.
_ATTRIBUTES = regex(rf"\[(?:source|listing)(?:%\w+)*(?:, ?({_NAME})[^\]]*)?\]\Z")
_ROW = regex(r"(-{4,}|\.{4,})\Z")
#: reStructuredText: a directive, one of its options, and the end of a paragraph above code.
_DIRECTIVE = regex(rf"\.\. (?:code-block|code|sourcecode|parsed-literal)::(?: ({_NAME}))?\Z")
_OPTION = regex(r":[\w-]+:(?: |\Z)")
_LITERAL = "::"


def marked_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Code between an opening and a closing delimiter, each on a line of its own, or below a directive. The
    line at ``start`` begins with one of ``.[{#<\\``."""
    text = lines[start].text
    if text[0] == ".":
        return _directive_code(lines, start)
    if text[-1] not in _LAST_SIGNS and text[0] != "#":
        return None
    if found := _ATTRIBUTES.match(text):
        row = _ROW.match(lines[start + 1].text) if start + 1 < len(lines) else None
        return _until(lines, start + 2, row[0], found[1] or "") if row else None
    for opening, closing in _MARKS:
        if found := opening.match(text):
            language = "" if not found[1] or found[1].casefold() in _PLAIN else found[1]
            return _until(lines, start + 1, closing, language)
    return None


def _until(lines: Sequence[Line], start: int, closing: str, language: str) -> Shape | None:
    """The code from ``start`` up to the line that is ``closing``; None if it is empty, or if the opening line
    comes first once more."""
    for end in range(start, min(len(lines), start + MOST_LINES)):
        text = lines[end].text
        if text.casefold() == closing:
            rows = lines[start:end]
            return Shape(Kind.CODE, end + 1, verbatim(rows), language=language.lower()) if rows else None
        if text == lines[start - 1].text:
            return None
    return None


def _directive_code(lines: Sequence[Line], start: int) -> Shape | None:
    """What is indented below a directive of reStructuredText for code, and its options."""
    found = _DIRECTIVE.match(lines[start].text)
    if not found:
        return None
    first = start + 1
    while first < len(lines) and not lines[first].gap and _OPTION.match(lines[first].text):
        first += 1
    shape = _set_in(lines, first, lines[start].indent)
    return shape and shape._replace(language=(found[1] or "").lower())


def literal_code(lines: Sequence[Line], start: int) -> Shape | None:
    """What is indented below a paragraph that ends with two colons and is no directive (".. note::")."""
    above = lines[start - 1] if start else None
    if not above or not above.text.endswith(_LITERAL) or above.text.startswith(".. "):
        return None
    return _set_in(lines, start, above.indent)


def _set_in(lines: Sequence[Line], start: int, margin: int) -> Shape | None:
    """The lines from ``start`` on that are indented by more than ``margin``, below a blank line."""
    end = start
    while end < len(lines) and lines[end].indent > margin and end - start < MOST_LINES:
        end += 1
    rows = lines[start:end]
    if not rows or not rows[0].gap:
        return None
    return Shape(Kind.CODE, end, verbatim(rows))
