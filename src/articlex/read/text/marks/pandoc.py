"""Pandoc's Markdown: divisions, attributes and bracketed spans, which no other Markdown has.

Pandoc prints ``::: {.class}`` and ``:::`` around divisions, ``{#id .class}`` behind headings and links,
``[text]{.class}`` for spans, and as HTML what Markdown cannot express.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.lines import Line, has_several
from articlex.read.text.marks.markdown import with_code
from articlex.regex import regex

_ATTRIBUTE = r"[#.][\w:/@-]{1,200}|[\w:-]{1,80}=(?:\"[^\"{}]{0,1000}\"|[^\s\"{}]{0,200})|[-=]\w{1,40}"
_ATTRIBUTES = rf"\{{ ?(?:{_ATTRIBUTE})(?: (?:{_ATTRIBUTE}))* ?\}}"
_DIVISION = regex(rf"^:{{3,}}+(?: ?(?:{_ATTRIBUTES}|[\w-]{{1,80}}))?(?: ?:+)?$")
#: Fewest lines that begin or end a division.
_MIN_DIVISIONS = 2

#: Attributes behind a heading, a link, a span, code or emphasis; a span, which may contain links. Possessive
#: quantifiers leave one way to match it: else all ways would be tried where no attributes follow.
_BEHIND = regex(rf"(?<=[)`*_])(?:{_ATTRIBUTES})| {_ATTRIBUTES}$")
_SPAN = regex(rf"\[((?:[^\[\]]|\[[^\[\]]*+\](?:\([^()\s]*+\))?+){{0,2000}}+)\]{_ATTRIBUTES}")
_TAG = regex(r"</?[A-Za-z][\w-]*(?:[\s/][^<>]{0,2000})?>")
#: What pandoc escapes and others do not.
_ESCAPED = regex(r"\\(['\"$@^<&:=])")
#: Levels of nested spans that are read.
_DEEPEST = 3


def is_pandoc(lines: Sequence[Line]) -> bool:
    """Whether the page has divisions as pandoc writes them."""
    return has_several(lines, ":::", _DIVISION, _MIN_DIVISIONS)


def without_divisions(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without those that begin or end a division, or are just tags: they become blank lines."""
    kept: list[Line] = []
    gap = 0
    for line, in_code in with_code(lines):
        text = line.text
        if not in_code:
            bare = " ".join(_TAG.sub(" ", text).split()) if "<" in text else text
            if not bare or _DIVISION.match(text):
                gap += line.gap + 1
                continue
            line = line._replace(text=bare)
        kept.append(line._replace(gap=line.gap + gap))
        gap = 0
    return kept


def without_attributes(text: str) -> str:
    """The text of a block without attributes and without the brackets of spans."""
    if "{" in text:
        for _ in range(_DEEPEST):
            opened = _SPAN.sub(r"\1", _BEHIND.sub("", text))
            if opened == text:
                break
            text = opened
    return _ESCAPED.sub(r"\1", text)
