"""What is stuck to the end of a name: footnotes, a date, other people's credits; in Korean a place before."""

from __future__ import annotations

from articlex.authors.given import givenness
from articlex.data.bylines import BylineWords
from articlex.data.label_words import fold_in_place, word_starts
from articlex.dates.lexicon import is_date_word
from articlex.regex import regex

#: Signs of footnotes behind a name of two words or more: "Ann Example 1,2", "Bo Sample*†".
_FOOTNOTE = regex(r"(?<=\w)\s?(?:(?<=\s)\d{1,2}|[*†‡§¶¹²³⁴-⁹])(?:[,\s]{0,2}(?:\d{1,2}|[*†‡§¶¹²³⁴-⁹]))*\Z")
#: The same without a space: "Ann Example1".
_GLUED_NOTE = regex(r"(\s[^\W\d_]{3,})\d\Z")
_HANGUL = regex("[\uac00-\ud7af]{3}\\Z")


def before_others(section: str, words: BylineWords) -> str:
    """``section`` up to the label of somebody who is no author: "Ann Example Photos: Bo Sample"."""
    folded = fold_in_place(section)
    for start in word_starts(section):
        size = words.other.at(folded, start) if start else 0
        if size and section[start + size : start + size + 1] in (":", "："):
            return section[:start]
    return section


def without_place(part: str) -> str:
    """A name before a Korean credit without the place before it: "광양 홍길동 기자", "뉴욕=홍길동 특파원"."""
    place, _, name = part.replace("=", " ").rpartition(" ")
    is_place = len(place) > 1 and " " not in place
    return name if is_place and _HANGUL.match(name) and givenness(name) == "first" else part


def without_footnotes(part: str) -> str:
    """A name of two words or more without signs of footnotes, and without a day and its month."""
    name = _FOOTNOTE.sub("", part)
    before, _, last = name.rpartition(" ")
    if before and len(name) < len(part) and part[-1].isdigit() and is_date_word(last.casefold()):
        # "Ann Example December 17"
        return before
    name = _GLUED_NOTE.sub(r"\1", name)
    return name if " " in name else part
