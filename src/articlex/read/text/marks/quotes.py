"""Quotations in raw page text: lines that begin with ``>``, as in mails and Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.punctuation import COLONS
from articlex.read.text.lines import TAB, Line
from articlex.read.text.scripts import words_in_line
from articlex.regex import regex

_QUOTED = regex(r">[ \t]?")
_NESTED = regex(r"> ?> ?[^> ]")
#: Columns of the sign and the space behind it.
SIGN_COLUMNS = 2
#: Characters of a line that is a quotation by itself; shorter ones are menus and breadcrumbs.
_LONG_QUOTE = 60
#: Fewest columns of the lines of a wrapped quotation, but for its last.
_WRAPPED = 30
#: Fewest words of a short quotation, on a page with longer ones.
_FEW_WORDS = 3
#: Most blank lines in a row inside one quotation.
_MAX_GAP = 1
#: Levels of nested quotations that are read; deeper signs stay in the text.
DEEPEST = 8


def has_quotes(lines: Sequence[Line]) -> bool:
    """Whether there is any quotation in ``lines`` that is one without further evidence."""
    return any(line.text[0] == ">" and quote_end(lines, place) > place for place, line in enumerate(lines))


def quote_end(lines: Sequence[Line], start: int, inside: bool = False, quoting: bool = False) -> int:
    """The place behind the quotation that the line at ``start``, which has a sign, begins; ``start`` if none.

    ``inside`` a quotation every line with a sign is quoted, and on a ``quoting`` page short ones are as well.
    """
    if _was_refused(lines, start):
        return start
    end = start + 1
    while end < len(lines) and lines[end].text.startswith(">") and lines[end].gap <= _MAX_GAP:
        end += 1
    if inside:
        return end
    if lines[start].text.startswith(">>>"):
        return start
    is_led = start > 0 and not lines[start].gap and lines[start - 1].text[-1] in COLONS
    return end if _may_be_quoted(lines[start:end], few_do=quoting or is_led) else start


def _may_be_quoted(lines: Sequence[Line], few_do: bool) -> bool:
    """Whether lines with a sign are quoted: one of them is long, several are wrapped or begin like a letter;
    or a few words in the first, if those will do."""
    texts = [line.text.lstrip("> ") for line in lines]
    if any(len(text) >= _LONG_QUOTE for text in texts):
        return True
    if len(lines) > 1 and (_is_wrapped(lines) or _is_letter(lines)):
        return True
    # "> Home > News" is a breadcrumb.
    return few_do and words_in_line(texts[0]) >= _FEW_WORDS and " > " not in texts[0]


def _was_refused(lines: Sequence[Line], start: int) -> bool:
    """Whether the line above has a sign too: then the run was tried from its beginning, and refused."""
    return start > 0 and lines[start].gap <= _MAX_GAP and lines[start - 1].text.startswith(">")


def _is_wrapped(lines: Sequence[Line]) -> bool:
    has_blank = any(line.text.rstrip("> ") == "" for line in lines)
    return has_blank or all(line.width >= _WRAPPED for line in lines[:-1])


def _is_letter(lines: Sequence[Line]) -> bool:
    """Whether quoted lines begin with an attribution ("> Ann wrote:"), or some of them are quoted twice."""
    twice = sum(_NESTED.match(line.text) is not None for line in lines)
    return lines[0].text[-1] in COLONS or 0 < twice < len(lines)


def unquoted(lines: Sequence[Line]) -> list[Line]:
    """The quoted lines without their first ``>``; those with nothing else become blank lines."""
    inner: list[Line] = []
    gap = 0
    for line in lines:
        raw = _QUOTED.sub("", line.raw.lstrip(), count=1)
        text = " ".join(raw.split())
        gap += line.gap
        if not text:
            gap += 1
            continue
        body = raw.expandtabs(TAB)
        indent = len(body) - len(body.lstrip())
        inner.append(Line(line.number, raw, text, indent, line.measure(body), gap, line.measure))
        gap = 0
    return inner
