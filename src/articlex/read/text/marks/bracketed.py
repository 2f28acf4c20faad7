"""Addresses in square brackets behind the words of links, "the ferry [https://example.org/ferry]", and behind
what pictures say in their place: what html-to-text of npm, and what is built on it, makes of pages.

Which of the words before are the link's it does not say: all of a short line, else the last one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run
from articlex.read.text.lines import Line
from articlex.regex import regex

_BRACKET = regex(r" ?\[((?:https?://|mailto:|/)[^\s\[\]]{0,2000})\]")
#: An address of more than one name: "[/quote]" ends what "[quote]" begins on boards.
_TELLING = regex(r"\[(?:https?://|mailto:|/[^\s\[\]/]*[/.])[^\s\[\]]*\]")
#: Lines with such an address that a page needs.
_LEAST = 2
_PICTURE = regex(r"(?i)\.(?:png|jpe?g|gif|webp|svg|avif)(?:[?#]|\Z)")
#: What stands between two links, and characters of the longest one.
_APART, _LONGEST = regex(r"[,;|·•»›>/–—]\s+|[.!?。]\s+"), 60


def has_bracketed(lines: Sequence[Line]) -> bool:
    """Whether the page has addresses in square brackets behind its links."""
    return sum(1 for line in lines if "[" in line.text and _TELLING.search(line.text)) >= _LEAST


def with_links(runs: Iterable[Run]) -> list[Run]:
    """``runs`` with the addresses in square brackets as links, and without those of pictures."""
    pieces: list[Run] = []
    for run in runs:
        start = 0
        for match in _BRACKET.finditer(run.text) if run.href is None else ():
            before, start = run.text[start : match.start()], match.end()
            if _PICTURE.search(match[1]):
                pieces.append(run._replace(text=f"{before} "))
                continue
            words = _words(before)
            pieces.append(run._replace(text=before[: len(before) - len(words)]))
            pieces.append(run._replace(text=words, href=match[1]))
        pieces.append(run._replace(text=run.text[start:]))
    return [run for run in pieces if run.text]


def _words(before: str) -> str:
    """The words of a link that stand at the end of ``before``."""
    last = _APART.split(before)[-1].lstrip()
    return last if len(last) <= _LONGEST else last.rpartition(" ")[2]
