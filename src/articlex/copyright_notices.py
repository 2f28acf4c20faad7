"""Copyright notices: "© 2024 Sample Post. All rights reserved.", "ⓒ 표본일보", "Copyright by Ann Lee"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articlex.page import Block
from articlex.regex import YEAR, regex

#: Characters of the longest block that is a notice, and not a text with one in it.
MOST_NOTICE = 200

#: Characters at the beginning of a text within which the sign makes it a notice.
_HEAD = 40
#: Characters at the beginning in which sign and word are looked for before the pattern is tried.
_LIKELY_HEAD = 60
#: The typed sign with a year: "(c)" alone is the third item of many a list.
_TYPED = regex(r"\(c\)\W{0,3}(?:19|20)\d\d", re.I)
#: A word and the space behind it. Vowel signs of Thai, Lao, Khmer and the scripts of India are no ``\w``.
_WORD = r"\w[^\s!-/:-@\[-`{-~]* "
#: Only the words ignore case: with ranges of letters a pattern takes six times as long to compile.
_BEGINS = regex(
    rf"^\W{{0,3}}(?:{_WORD}|[^\W\x00-\u303f]{{2,8}}(?=[©ⓒⒸ])){{0,3}}(?:[©ⓒⒸ]|(?i:\(c\)|copyright\b))"
)
#: What precedes the holder's name; what ends it: a full stop (but for initials), a separator, a year.
_BEFORE_HOLDER = regex(r"(?i)(?:[©ⓒ]|\(c\)|copyright\b)(?:[\s©ⓒ–—|,.-]|\(c\)|copyright\b|by\b|\d{4})*")
_AFTER_HOLDER = regex(r"(?<!\b\w)[.。](?!\w)|[|•·\n]|\s[–—-]\s|[\s,]\(?(?:19|20)\d\d\b|\s(?i:all rights)")
_BESIDE_HOLDER = " ,.。"


def has_sign(text: str) -> bool:
    """Whether a text has the copyright sign, or ⓒ or Ⓒ, which Korean papers use."""
    return "©" in text or (not text.isascii() and ("ⓒ" in text or "Ⓒ" in text))


def has_notice(text: str) -> bool:
    """Whether a short text has a notice anywhere: the sign, the word, or "(c)" with a year."""
    if has_sign(text):
        return True
    folded = text.lower()
    return "copyright" in folded or ("(c)" in folded and _TYPED.search(folded) is not None)


def short_notices(blocks: Sequence[Block]) -> list[Block]:
    """The short blocks with a notice anywhere in them."""
    return [block for block in blocks if len(block.text) <= MOST_NOTICE and has_notice(block.text)]


def begins_with_sign(text: str) -> bool:
    """Whether the sign is at the beginning of a text, perhaps behind a few words."""
    return has_sign(text[:_HEAD])


def is_notice(text: str) -> bool:
    """Whether a text is a notice: it begins with the sign, or with the word or "(c)" and has a year."""
    head = text[:_LIKELY_HEAD].casefold()
    is_likely = has_sign(head) or "copyright" in head or "(c)" in head
    if not is_likely or not _BEGINS.match(text):
        return False
    return begins_with_sign(text) or YEAR.search(text) is not None


def holder(text: str) -> str:
    """The holder in the first notice ("Copyright 2019 by Ann Lee. All rights reserved" → "Ann Lee") or ""."""
    notice = _BEFORE_HOLDER.search(text)
    if not notice:
        return ""
    said = text[notice.end() :]
    end = _AFTER_HOLDER.search(said)
    return said[: end.start() if end else None].strip(_BESIDE_HOLDER)
