"""Link numbers: what lynx and w3m print for a link, and the list of addresses at the end.

Lynx writes ``see [2]the documentation`` and, under "References", ``2. http://example.org/``. The numbers
come out of the text; where the link text begins is known, where it ends is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.page import Run
from articlex.read.text_lines import Line
from articlex.regex import regex

REFERENCE = regex(r"(?:(\d{1,6})\.|\[(\d{1,6})\]) ([a-z][a-z0-9+.-]{1,20}:.*|/\S*|\S+\.\S+)$", re.IGNORECASE)
#: Headings that stand among the addresses ("References", "Visible links", "Hidden links:") are short.
LONGEST_HEADING = 40
#: Addresses without which a numbered list at the end is no reference list.
MIN_REFERENCES = 2
#: Share of the numbers that has an address; lynx also numbers form fields, which have none.
MIN_COMPLETE = 0.7
#: What stands between the links of a menu or a breadcrumb.
SEPARATOR = regex(r" +(?:[|»›>·•/–—→]|$)")
NUMBER = regex(r"\[(\d{1,6})\]")
#: A link text that runs up to the next number or the end of the block is believed up to this many characters.
LONGEST_LINK = 60


def references(lines: Sequence[Line]) -> dict[int, str]:
    """The addresses of the numbered links that the page lists at its end, by number; often none."""
    found: dict[int, str] = {}
    headings = 0
    for line in reversed(lines):
        match = REFERENCE.match(line.text)
        if match:
            found[int(match[1] or match[2])] = match[3]
        elif found and len(line.text) <= LONGEST_HEADING and headings < 3:
            headings += 1
        else:
            break
    complete = len(found) >= MIN_REFERENCES and len(found) >= MIN_COMPLETE * max(found)
    return found if complete else {}


class LinkNumbers:
    """Takes the numbers out of the texts of a page, block by block in document order."""

    def __init__(self, addresses: dict[int, str]) -> None:
        self._addresses = addresses
        self._last = 0
        self._highest = max(addresses, default=0)

    def runs(self, text: str) -> tuple[Run, ...]:
        """The runs of ``text`` without link numbers, those of link texts with their address."""
        if not self._addresses or "[" not in text:
            return (Run(text),) if text else ()
        pieces: list[Run] = []
        start, href = 0, None
        for match in NUMBER.finditer(text):
            number = int(match[1])
            # Numbers ascend in document order; "[1]" later on is a footnote sign of the page itself.
            if not self._last < number <= self._highest:
                continue
            self._last = number
            pieces += _pieces(text[start : match.start()], href)
            start, href = match.end(), self._addresses.get(number)
        pieces += _pieces(text[start:], href)
        return _normalised(pieces)


def _pieces(text: str, href: str | None) -> list[Run]:
    """``text`` after a link number: all of it is the link if short, else its first word."""
    if href is None or not text.strip() or text[0] == " ":
        return [Run(text)]
    whole = len(text) <= LONGEST_LINK and ". " not in text.rstrip()
    link = SEPARATOR.split(text, maxsplit=1)[0] if whole else text.split(" ", 1)[0]
    link = link.rstrip(" ,.;:)|")
    return [Run(link, href=href), Run(text[len(link) :])]


def _normalised(pieces: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with single spaces between them and none at the ends."""
    runs: list[Run] = []
    for run in pieces:
        text = run.text
        if not runs or runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            runs.append(run._replace(text=text))
    if runs:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text)
