"""Program code in raw page text between the marks of markup languages other than Markdown: of forums, wikis,
Org, AsciiDoc, reStructuredText and LaTeX, whose sources are on pages too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.page import Kind
from articlex.read.text.code.blocks import verbatim
from articlex.read.text.lines import Line
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: Lines of the longest code between two marks.
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
#: Of these what stands in the group is no language.
_PLAIN = frozenset(("noformat", "example", "verbatim", "lstlisting"))
_FIRST_SIGNS, _LAST_SIGNS = "[{#<\\", "]}>"
#: The attributes above AsciiDoc's code, and the row of dashes or dots on both sides of it.
_ATTRIBUTES = regex(rf"\[(?:source|listing)(?:%\w+)*(?:, ?({_NAME})[^\]]*)?\]\Z")
_ROW = regex(r"(-{4,}|\.{4,})\Z")
#: reStructuredText: a directive and its options, and what ends a paragraph above code.
_DIRECTIVE = regex(rf"\.\. (?:code-block|code|sourcecode|parsed-literal)::(?: ({_NAME}))?\Z")
_OPTION = regex(r":[\w-]+:(?: |\Z)")
_LITERAL = "::"


def marked_code(lines: Sequence[Line], start: int) -> Shape | None:
    """Lines between a mark that opens code and the one that closes it, each on a line of its own."""
    text = lines[start].text
    if text[0] == ".":
        return _directive_code(lines, start)
    if text[0] not in _FIRST_SIGNS or not (text[-1] in _LAST_SIGNS or text[0] == "#"):
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
    """The code from ``start`` to the line that is ``closing``; None if there is none before the mark above it
    comes back."""
    for end in range(start, min(len(lines), start + MOST_LINES)):
        text = lines[end].text
        if text.casefold() == closing:
            rows = lines[start:end]
            if not rows:
                return None
            code = verbatim(rows, min(row.indent for row in rows))
            return Shape(Kind.CODE, end + 1, code, language=language.lower())
        if text == lines[start - 1].text:
            return None
    return None


def _directive_code(lines: Sequence[Line], start: int) -> Shape | None:
    """What is set in below a directive of reStructuredText for code, and its options."""
    found = _DIRECTIVE.match(lines[start].text)
    if not found:
        return None
    first = start + 1
    while first < len(lines) and not lines[first].gap and _OPTION.match(lines[first].text):
        first += 1
    shape = _set_in(lines, first, lines[start].indent)
    return shape and shape._replace(language=(found[1] or "").lower())


def literal_code(lines: Sequence[Line], start: int) -> Shape | None:
    """What is set in below a paragraph that ends with two colons, as reStructuredText has it."""
    if not start or not lines[start].gap or not lines[start - 1].text.endswith(_LITERAL):
        return None
    # Another directive: ".. note::".
    above = lines[start - 1]
    return None if above.text.startswith(".. ") else _set_in(lines, start, above.indent)


def _set_in(lines: Sequence[Line], start: int, margin: int) -> Shape | None:
    """The lines from ``start`` on that stand to the right of ``margin``, a blank line above them."""
    end = start
    while end < len(lines) and lines[end].indent > margin and end - start < MOST_LINES:
        end += 1
    rows = lines[start:end]
    if not rows or not rows[0].gap:
        return None
    return Shape(Kind.CODE, end, verbatim(rows, min(row.indent for row in rows)))
