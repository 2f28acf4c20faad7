"""Addresses in angle brackets and placeholders of pictures, as mail programs leave them in plain text.

RFC 3986 delimits an address in plain text by angle brackets. Mail programs print one for a link right behind
its words, or a space apart, without a mark where these words begin. For a picture they print
``[image: A boat]`` or ``[cid:image001.png]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run
from articlex.read.text.lines import Line
from articlex.regex import parted, regex

_ANGLE = regex(r"<(?:URL:)?((?:https?://|mailto:|tel:)[^\s<>|]{1,4000})>")
#: A picture, and the address that it links to.
_PICTURE = regex(r"\[(?:image: [^\[\]]{0,400}|cid:[^\s\[\]]{1,200})\](?: ?<https?://[^\s<>]{1,4000}>)?")
#: The word before an address, without an opening bracket or quotation mark.
_LAST_WORD = regex(r"[^\s<>()\[\]„“”«»\"、。．，！？；：「」『』（）【】]+\Z")
#: Characters of the longest word, and of the longest bold text that is the link as a whole.
_LONGEST = 60


def has_pictures(lines: Sequence[Line]) -> bool:
    """Whether the page has placeholders of pictures: the program that prints them also sets a space between
    the words of a link and its address."""
    return any("[image: " in line.text for line in lines)


def is_address(text: str) -> bool:
    """Whether a line is nothing but an address in angle brackets, and perhaps the end of a sentence."""
    return text[0] == "<" and " " not in text and _ANGLE.match(text) is not None


def without_pictures(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without the placeholders of pictures."""
    return [run._replace(text=_PICTURE.sub("", run.text)) for run in runs]


def with_addresses(runs: Iterable[Run], behind_words: bool) -> list[Run]:
    """``runs`` with the addresses in angle brackets as links.

    An address right behind a word links that word, of what may have been a longer link; if ``behind_words``,
    a space may be between: "the tower <https://tower.example>" → "the ", "tower" (linked). Any other address
    is its own text.
    """
    pieces: list[Run] = []
    for run in runs:
        for before, match in parted(run.text, _ANGLE):
            if before or not match:
                pieces.append(run._replace(text=before))
            if match and not _lead_to(match[1], pieces, behind_words):
                shown = match[1].removeprefix("mailto:").removeprefix("tel:")
                pieces.append(run._replace(text=shown, href=match[1]))
    return [run for run in pieces if run.text]


def _lead_to(address: str, pieces: list[Run], behind_words: bool) -> bool:
    """Link the last word of ``pieces``, or a last piece in bold as a whole; False if neither is there."""
    text = "".join([run.text for run in pieces[-2:]])
    if not text.rstrip() or (text[-1] == " " and not behind_words):
        return False
    while not pieces[-1].text.rstrip():
        pieces.pop()
    last = pieces.pop()
    words = last.text.rstrip()
    if last.href is None and last.style and len(words) <= _LONGEST:
        pieces.append(last._replace(text=words, href=address))
        return True
    found = _LAST_WORD.search(words, max(0, len(words) - _LONGEST)) if last.href is None else None
    if not found:
        pieces.append(last)
        return False
    pieces.append(last._replace(text=words[: found.start()]))
    pieces.append(last._replace(text=found[0], href=address))
    return True
