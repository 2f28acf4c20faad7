r"""Escaping by context: a character is escaped only where Markdown would read it as markup.

``snake_case``, ``2 * 3``, ``a < b``, ``[sic]`` and ``AT&T`` stay as they are; ``__init__``, ``*x*``,
``<b>``, ``[a](b)`` and ``&amp;`` do not. The rules are those of CommonMark 0.31 and GFM 0.29; what our reader
takes for markup of another dialect (``[[x]]``, ``{% x %}``, ``::: x``) is escaped too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlex.page import Run, Style
from articlex.regex import regex
from articlex.write.markdown_addresses import addresses, linked_address, may_hold_address

_ANY = regex(r"[\\`*_~\[\]<&$!^{]")

# "_" is no delimiter between two letters or digits, "*" and "~" are none between two spaces.
_DELIMITERS = (
    r"(?<![^\W_])(?<!_)_+|(?<!_)_+(?!_)(?![^\W_])"
    r"|(?<!\s)(?<!\*)\*+|(?<!\*)\*+(?!\*)(?!\s)"
    r"|(?<!\s)(?<!~)~+|(?<!~)~+(?!~)(?!\s)"
)
# Tags and attributes of what makes pages of Markdown: Liquid, Hugo, MDX, pandoc, kramdown.
_TEMPLATES = r"|\{(?=%[^{}]+%\}|\{[<%]|/\*|:? ?[.#][^\W\d][^{}\n]*\}|[^\W\d][\w:-]*=[^{}\n]+\})"
# "[[Note]]" is a link between notes, and "^[", as pandoc and others read it, a footnote.
_ALWAYS = (
    rf"{_TEMPLATES}|\[(?=\^|\[[^\[\]\n]+\]\])|\^(?=\[)|\](?=[(\[:])"
    r"|`|\$|\\(?=[!-/:-@\[-`{-~\n])|<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)"
)
_LAST = regex(_DELIMITERS + _ALWAYS)
# The next character is unknown here, so a final character whose meaning depends on it is escaped.
_MIDDLE = regex(_DELIMITERS + _ALWAYS + r"|[\\\]<!^]\Z|&(?=[#\w]{0,32}\Z)")
_IN_LINK = regex(
    _DELIMITERS
    + _TEMPLATES
    + r"|`|\$|\\|[\[\]]|<(?=[A-Za-z/!?])|[<!^]\Z|\^(?=\[)|&(?=#?\w{1,32};|[#\w]{0,32}\Z)"
)

#: Two dollars that are a formula by pandoc's rule: no space inside them, no digit behind them.
_DOLLARS = regex(r"\$(?=\S)[^$]*(?<=\S)\$(?!\d)")

_LINE_START = regex(
    r"(\d{1,9})(?=[.)](?:[ \t]|$))"
    r"|(?=\#{1,6}(?:[ \t]|$)|>|[-+*:~](?:[ \t]|$)|~~~|:::|\[!\w+\]"
    r"|(?P<rule>[-=*_])(?:[ \t]*(?P=rule))*[ \t]*$|[-:|][-:| \t]*$)"
)
_STARTERS = frozenset("0123456789#>-+*:~=_|[")
#: The start of a link reference definition, which is not shown. Of what we write only code may have it.
_DEFINITION = regex(r"\[(?:[^\[\]\\]|\\.)++\]:")
_SIGN_WITH_COLON = regex(r"^(\[\^[^\]\s]+\]):")


def free_marks(text: str, styles: int) -> str:
    """The delimiters that need no escape in a block because they have no partner in it.

    ``text`` is all literal text of the block, ``styles`` are the style bits of all its runs.
    """
    free = ""
    if not styles & (Style.EM | Style.STRONG):
        free += ("*" if text.count("*") == 1 else "") + ("_" if text.count("_") == 1 else "")
    if not styles & Style.DEL and text.count("~") == 1:
        free += "~"
    if not styles & Style.CODE and text.count("`") == 1:
        free += "`"
    if not styles & Style.MATH and not has_dollar_pair(text):
        free += "$"
    return free


def has_dollar_pair(text: str) -> bool:
    """Whether ``text`` has two dollars that a parser with formulas would take for a formula."""
    return "$" in text and _DOLLARS.search(text) is not None


def escape_text(
    text: str, free: str = "", *, last: bool = True, in_link: bool = False, apart: bool = True
) -> str:
    """``text`` escaped, so that an inline parser reads it back unchanged.

    ``free`` comes from :func:`free_marks`. ``last``: nothing follows in the block. ``in_link``: it is the
    text of a link, where brackets must be balanced. ``apart``: an address at its end does not continue in
    what follows.
    """
    pattern = _IN_LINK if in_link else _LAST if last else _MIDDLE
    if in_link or not may_hold_address(text):
        return _escaped(text, free, pattern)
    marks = [found.start() for found in _markup(text, free, pattern)]
    out: list[str] = []
    at = passed = 0
    for address in addresses(text):
        while passed < len(marks) and marks[passed] < address.start:
            passed += 1
        has_markup = passed < len(marks) and marks[passed] <= address.reach
        if has_markup or (address.reach == len(text) and not apart):
            label = _escaped(address.text, free, _IN_LINK)
            before = _escaped(text[at : address.start], free, _MIDDLE)
            out += (before, linked_address(address.text, label))
            at = address.end
    out.append(_escaped(text[at:], free, pattern))
    return "".join(out)


def _escaped(text: str, free: str, pattern: re.Pattern[str]) -> str:
    """``text`` with backslashes before what ``pattern`` finds, but for ``free`` delimiters."""
    out: list[str] = []
    at = 0
    for found in _markup(text, free, pattern):
        out += (text[at : found.start()], *(f"\\{char}" for char in found[0]))
        at = found.end()
    if not at:
        return text
    out.append(text[at:])
    return "".join(out)


def _markup(text: str, free: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` except for ``free`` delimiters."""
    at = 0
    for candidate in _ANY.finditer(text):  # far faster than to search with the pattern and all its conditions
        start = candidate.start()
        if start < at or candidate[0] in free:
            continue
        found = pattern.match(text, start)
        if found is not None:
            yield found
            at = found.end()


def is_apart(text: str, following: Run) -> bool:
    """Whether ``following`` cannot change the meaning of a character in ``text``, as at the end of a block.

    A final "!" depends only on a bracket behind it, that of a link or of a footnote reference.
    """
    if following.text[:1] == " ":
        return True
    opens = following.href is not None or following.style & Style.FOOTNOTE or following.text[:1] == "["
    return text[-1:] == "!" and not opens


def needs_escape(text: str) -> bool:
    """False if no character of ``text`` can be markup inside a line."""
    return _ANY.search(text) is not None


def escape_line_starts(text: str) -> str:
    """Rendered inline content with hard breaks, escaped so that no line of it starts a block."""
    return "  \n".join(map(_escape_line_start, lines_of(text))) if "\n" in text else _escape_line_start(text)


def lines_of(text: str) -> list[str]:
    """The lines of rendered inline content, without white space around them and without blank ones."""
    return [line for line in map(str.strip, text.split("\n")) if line]


def _escape_line_start(line: str) -> str:
    """One line, escaped so that it is a line of a paragraph and nothing else."""
    if line[:2] == "[^":  # a footnote reference, which a colon would turn into the footnote
        return _SIGN_WITH_COLON.sub(r"\1\\:", line)
    if line[:1] == "[" and _DEFINITION.match(line):
        return f"\\{line}"
    found = _LINE_START.match(line) if line[:1] in _STARTERS else None
    return f"{found[1] or ''}\\{line[found.end() :]}" if found else line
