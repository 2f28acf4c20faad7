"""The Markdown of pandoc: divisions, attributes and spans in brackets, which no other Markdown has.

A page of which pandoc made Markdown has ``::: {.class}`` and ``:::`` around its divisions, ``{#id .class}``
behind headings and links, ``[text]{.class}`` for spans, and the HTML that Markdown has no sign for.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.lines import Line
from articlex.read.text.marks.markdown import with_code
from articlex.regex import regex

ATTRIBUTE = r"[#.][\w:/@-]{1,200}|[\w:-]{1,80}=(?:\"[^\"{}]{0,1000}\"|[^\s\"{}]{0,200})|[-=]\w{1,40}"
ATTRIBUTES = rf"\{{ ?(?:{ATTRIBUTE})(?: (?:{ATTRIBUTE}))* ?\}}"
DIVISION = regex(rf":{{3,}}(?: ?(?:{ATTRIBUTES}|[\w-]{{1,80}}))?(?: ?:+)?$")
#: Divisions that are enough: nothing else begins a line so.
MIN_DIVISIONS = 2

#: Attributes behind a heading, a link, a span, code or emphasis; a span, in which links may stand. There is
#: one way to read each of these: where no attributes follow, all ways would be tried.
BEHIND = regex(rf"(?<=[)`*_])(?:{ATTRIBUTES})| {ATTRIBUTES}$")
SPAN = regex(rf"\[((?:[^\[\]]|\[[^\[\]]*+\](?:\([^()\s]*+\))?+){{0,2000}}+)\]{ATTRIBUTES}")
TAG = regex(r"</?[A-Za-z][\w-]*(?:[\s/][^<>]{0,2000})?>")
#: What pandoc escapes and others do not.
ESCAPED = regex(r"\\(['\"$@^<&:=])")
#: Spans within spans that are opened.
DEEPEST = 3


def is_pandoc(lines: Sequence[Line]) -> bool:
    """Whether the page has divisions as pandoc writes them."""
    found = 0
    for line in lines:
        found += line.text.startswith(":::") and DIVISION.match(line.text) is not None
        if found == MIN_DIVISIONS:
            return True
    return False


def without_divisions(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without those that begin or end a division, or are nothing but tags: they part like blank
    ones."""
    kept: list[Line] = []
    gap = 0
    for line, in_code in with_code(lines):
        text = line.text
        if not in_code:
            bare = _without_tags(text)
            if not bare or DIVISION.match(text):
                gap += line.gap + 1
                continue
            line = line._replace(text=bare)
        kept.append(line._replace(gap=line.gap + gap))
        gap = 0
    return kept


def _without_tags(text: str) -> str:
    return " ".join(TAG.sub(" ", text).split()) if "<" in text else text


def without_attributes(text: str) -> str:
    """The text of a block without attributes and the brackets of spans."""
    if "{" in text:
        for _ in range(DEEPEST):
            opened = SPAN.sub(r"\1", BEHIND.sub("", text))
            if opened == text:
                break
            text = opened
    return ESCAPED.sub(r"\1", text)
