"""Credits of pictures, which stand beside them in the text: "Photo: Bo Sample, CC BY 2.0"."""

from __future__ import annotations

from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.regex import regex

#: Characters of the longest credit.
_MOST = 220
#: What ends a label: "Photo: ", "Photo credit: ", "写真／".
_LABEL_END = regex(r"(?:\s*credits?)?\s*[:：/／|©(–—-]")


def credits_picture(text: str) -> bool:
    """Whether a line begins with who took or drew a picture. "Images and text: CC BY" does not."""
    if len(text) > _MOST:
        return False
    words, folded = byline_words(), fold_in_place(text)
    size = words.pictures.at(folded)
    if not size:
        return False
    if " " in folded[:size] or _LABEL_END.match(folded, size):
        return True
    preposition = words.inside.at(folded, size + 1)
    return folded[size : size + 1] == " " and preposition > 0
