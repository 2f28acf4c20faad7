"""Copyright notices: "© 2024 Sample Post. All rights reserved.", "ⓒ 표본일보", "Copyright by Ann Lee"."""

from __future__ import annotations

import re

from articlex.regex import YEAR, regex

#: Characters at the beginning of a notice, however long, in which its sign stands.
_HEAD = 40
#: Characters at its beginning in which sign and word are sought, before a pattern looks closer.
_LIKELY_HEAD = 60
#: The sign, as Korean papers write it, and as typewriters do: "(c)" alone is the third item of many a list.
_SIGNS = "©ⓒ"
_TYPED = regex(r"\(c\)\W{0,3}(?:19|20)\d\d", re.I)
#: Case is left aside in the words alone: beside ranges of letters the pattern compiles in six times the time.
_BEGINS = regex(
    r"^\W{0,3}(?:\w+ |[\u3040-\u9fff\uac00-\ud7af]{2,8}(?=[©ⓒⒸ])){0,3}(?:[©ⓒⒸ]|(?i:\(c\)|copyright\b))"
)
#: What stands before the holder's name, and what ends it: a sentence, though no initial, a mark, a year.
_BEFORE_HOLDER = regex(r"(?i)(?:[©ⓒ]|\(c\)|copyright\b)(?:[\s©ⓒ–—|,.-]|\(c\)|copyright\b|by\b|\d{4})*")
_AFTER_HOLDER = regex(r"(?<!\b\w)[.。](?!\w)|[|•·\n]|\s[–—-]\s|[\s,]\(?(?:19|20)\d\d\b|\s(?i:all rights)")
_BESIDE_HOLDER = " ,.。"


def has_sign(text: str) -> bool:
    """Whether a text has the sign of copyright."""
    return "©" in text or "ⓒ" in text


def has_notice(text: str) -> bool:
    """Whether a short text has a notice somewhere: the sign, the word, or "(c)" and a year."""
    if has_sign(text):
        return True
    folded = text.lower()
    return "copyright" in folded or ("(c)" in folded and _TYPED.search(folded) is not None)


def begins_with_sign(text: str) -> bool:
    """Whether the sign stands at the beginning of a text, perhaps behind a few words."""
    return has_sign(text[:_HEAD])


def is_notice(text: str) -> bool:
    """Whether a text is a notice: sign or word at the beginning, the word with a year somewhere."""
    head = text[:_LIKELY_HEAD].casefold()
    is_likely = has_sign(head) or "copyright" in head or "(c)" in head
    if not is_likely or not _BEGINS.match(text):
        return False
    return begins_with_sign(text) or YEAR.search(text) is not None


def holder(text: str) -> str:
    """Whom the first notice of a text names: "Ann Lee" of "Copyright 2019 by Ann Lee. All rights reserved";
    "" where there is none."""
    notice = _BEFORE_HOLDER.search(text)
    if not notice:
        return ""
    said = text[notice.end() :]
    end = _AFTER_HOLDER.search(said)
    return said[: end.start() if end else None].strip(_BESIDE_HOLDER)
