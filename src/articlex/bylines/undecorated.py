"""Lines that may be bylines without what stands around or between their parts for the eye alone."""

from __future__ import annotations

from re import Match

from articlex.bylines.east_asian_lists import without_paper
from articlex.bylines.label_tests import may_be_labelled
from articlex.bylines.leads import SHAPES
from articlex.bylines.trailing import before_mail
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.regex import regex

#: Brackets around a credit, perhaps with the day behind them: "【記者：山田花子】2024.05.06".
_BRACKETED = regex(r"([【〔［（])([^【】〔〕［］（）]{2,60})[】〕］）](?=\s*(?:\d|\Z))")
#: Pictures, as w3m and lynx print them, before a byline: "[photo-1] By Ann Example".
PICTURES = regex(r"(?:\[[\w.-]{1,60}\]\s*)+")
#: A label and a colon above the name, in the same block: "Author:", and below it "Ann Example".
_LABEL_ABOVE = regex(r"\A([^\n]{2,30}[:：]) *\n")
#: A byline that has lost the line break before it: "BlogBy Ann Example".
_GLUED_BY = regex(r"(?<=[a-z])(?=By [A-Z])")

#: A rank that has lost the gap before it: "ann_eLv.4 Seedling".
_GLUED_RANK = regex(r"(?<=[^\W\d_])(?=Lv\.?\d{1,3}(?:\s|\Z))")


def undecorated(text: str) -> str:
    """A line without pictures and ornaments at its ends, without brackets around a credit, and with a bar
    where it has lost the line break before its byline."""
    if text[0] == "[":
        text = PICTURES.sub("", text)
    if "\n" in text:
        text = _LABEL_ABOVE.sub("\\1 ", text, count=1)
    if "@" in text:
        text = before_mail(text)
    if not text.isascii():
        text = text.strip(f"{SHAPES} ")
        text = without_paper(text) if "者" in text else text
        text = _BRACKETED.sub(_without_brackets, text, count=1)
    if "Lv" in text[1:]:
        text = _GLUED_RANK.sub(" ", text, count=1)
    return _GLUED_BY.sub(" | ", text) if "By " in text[1:] else text


def _without_brackets(found: Match[str]) -> str:
    """The text in brackets and a space if it may be a byline and begins the line; else the match as it is."""
    inner = found[2]
    is_credit = may_be_labelled(inner) and not byline_words().spare.at(fold_in_place(inner))
    return f"{inner} " if not found.start() and is_credit else found[0]
