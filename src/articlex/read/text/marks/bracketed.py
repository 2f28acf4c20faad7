"""Addresses in square brackets behind the words of links or the alternative text of pictures, "the ferry
[https://example.org/ferry]", as npm's html-to-text and what is built on it print them.

Where the words of the link begin is not marked: they are taken to be a short text as a whole, or its last
word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.addresses import PICTURES
from articlex.page import Run
from articlex.read.text.lines import Line
from articlex.regex import parted, regex

_BRACKET = regex(r" ?\[((?:https?://|mailto:|/)[^\s\[\]]{0,2000})\]")
#: An address that is surely one: "[/quote]" is BBCode.
_TELLING = regex(r"\[(?:https?://|mailto:|/[^\s\[\]/]*[/.])[^\s\[\]]*\]")
#: Fewest lines with such an address on a page.
_LEAST = 2
_PICTURE = regex(rf"(?i)\.(?:{PICTURES})(?:[?#]|\Z)")
#: What separates two links; characters of the longest link.
_APART, _LONGEST = regex(r"[,;|·•»›>/–—.!?]\s+|[、。，．！？：；]\s*(?=\S)"), 60


def has_bracketed(lines: Sequence[Line]) -> bool:
    """Whether the page has addresses in square brackets behind its links."""
    return sum(1 for line in lines if "[" in line.text and _TELLING.search(line.text)) >= _LEAST


def with_links(runs: Iterable[Run]) -> list[Run]:
    """``runs`` with the addresses in square brackets as links, and without those of pictures."""
    pieces: list[Run] = []
    for run in runs:
        for before, match in parted(run.text, _BRACKET) if run.href is None else [(run.text, None)]:
            if not match:
                pieces.append(run._replace(text=before))
            elif _PICTURE.search(match[1]):
                pieces.append(run._replace(text=f"{before} "))
            else:
                words = _words(before)
                pieces.append(run._replace(text=before.removesuffix(words)))
                pieces.append(run._replace(text=words, href=match[1]))
    return [run for run in pieces if run.text]


def _words(before: str) -> str:
    """The words of the link that ends ``before``."""
    last = _APART.split(before)[-1].lstrip()
    return last if len(last) <= _LONGEST else last.rpartition(" ")[2]
