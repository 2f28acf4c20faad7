"""Addresses between angle brackets, and what stands for pictures: what is left of the links of a mail.

RFC 3986 sets an address in plain text apart so. Mail programs print it right behind the words of the link, or
with a blank between, and ``[image: A boat]`` or ``[cid:image001.png]`` for a picture; which of the words
before it are the link's they do not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from articlex.page import Run
from articlex.read.text.lines import Line
from articlex.regex import regex

#: With what a chat prints for the words of the link: "<https://tower.example|the tower>".
_ANGLE = regex(
    r"<(?:URL:)?(?P<address>(?:https?://|mailto:|tel:)[^\s<>|]{1,4000})(?:\|(?P<words>[^<>|]{1,200}))?>"
)
#: A picture, with the address that it leads to.
_PICTURE = regex(r"\[(?:image: [^\[\]]{0,400}|cid:[^\s\[\]]{1,200})\](?: ?<https?://[^\s<>]{1,4000}>)?")
#: The word before an address, without the bracket or quotation mark that opens before it.
_LAST_WORD = regex(r"[^\s<>()\[\]„“”«»\"、。，！？；：「」『』（）【】]+\Z")
#: Characters of the longest word, and of the longest bold text that is a link as a whole.
_LONGEST = 60


def has_pictures(lines: Sequence[Line]) -> bool:
    """Whether a mail program has printed the names of pictures, and so addresses behind words of links."""
    return any("[image: " in line.text for line in lines)


def is_address(text: str) -> bool:
    """Whether a line is an address between angle brackets alone, with the end of a sentence perhaps."""
    return text[0] == "<" and " " not in text and _ANGLE.match(text) is not None


def without_pictures(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without what stands for pictures."""
    return [run._replace(text=_PICTURE.sub("", run.text)) for run in runs]


def with_addresses(runs: Iterable[Run], behind_words: bool) -> list[Run]:
    """``runs`` with the addresses between angle brackets as links. One that stands right at a word is that of
    the word, which is the last one of its link; with a blank between if all stand ``behind_words``."""
    pieces: list[Run] = []
    for run in runs:
        start = 0
        for match in _ANGLE.finditer(run.text):
            if before := run.text[start : match.start()]:
                pieces.append(run._replace(text=before))
            start, address = match.end(), match["address"]
            if match["words"] or not _lead_to(address, pieces, behind_words):
                shown = match["words"] or address.removeprefix("mailto:").removeprefix("tel:")
                pieces.append(run._replace(text=shown, href=address))
        pieces.append(run._replace(text=run.text[start:]))
    return [run for run in pieces if run.text]


def _lead_to(address: str, pieces: list[Run], behind_words: bool) -> bool:
    """Make a link of the last word of ``pieces``, or of all of a last piece in bold; whether there is one."""
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
