"""A line of raw page text as a headline or a name: without the marks that a text browser sets around it."""

from __future__ import annotations

from articlex.page import Block
from articlex.regex import regex
from articlex.titles.trim import clean_title, one_line

#: An address right behind a headline, in a message that shares a page.
_SHARED = regex(r"(?<=[^\s:：(<\[|–—-]) https?://\S+$")

#: How a line begins or ends that may have marks.
_OPENS, _CLOSES = "[*•#+=", "]=¶\uf0c1#\n"
#: Marks of lists, links and headings. A year in brackets is part of a headline: "[2025] Free courses".
_MARKS = regex(
    r"^(?:\[(?!(?:19|20)\d\d\]\s)\d+\]|[*•#+]+\s|={2,}\s?)"
    r"|\s*(?:\[(?:edit|(?!(?<=\s\[)(?:19|20)\d\d\])\d+)\]|={2,}|[¶\uf0c1]|(?<=\S\S)#)$"
)


def printed(block: Block) -> str:
    """A line as a headline: without list marks, numbers of links, permalink signs, and an address behind it.

    Ideographic spaces stay, which the text of the block has not kept.
    """
    is_wide = len(block.lines) == 1 and "\u3000" in block.lines[0]
    text = one_line(block.lines[0]) if is_wide else block.text
    text = _SHARED.sub("", text) if "://" in text else text
    return clean_title(_MARKS.sub("", text) if text[:1] in _OPENS or text[-1:] in _CLOSES else text)
