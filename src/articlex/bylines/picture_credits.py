"""Credits of pictures: "Photo: Bo Sample, CC BY 2.0"."""

from __future__ import annotations

from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import regex

#: Characters of the longest credit.
_MOST = 220
#: What ends a label: "Photo: ", "Photo credit: ", "写真／", "사진=".
_LABEL_END = regex(r"(?:\s*credits?)?\s*[:：/／|©(–—=-]")
#: The credit at the end of a caption: in brackets, or behind the caption's sentence.
_BRACKETED = regex(r"[(\[（【［]([^()\[\]（）【】［］]{2,120})[)\]）】］]\.?\Z")
_END = "".join(SENTENCE_ENDS)
_BEHIND = regex(rf"[{_END}][\s/]{{0,3}}([^\s/{_END}][^{_END}]{{3,80}})\Z")
#: A name, a slash and an agency, in either order, right behind a full stop: "The quay.(POST/ANN LEE)", "The
#: quay.Ann Lee / Post Pictures".
_OF_AGENCY = regex(
    r"(?<=[^\W\d_]{4})[.。][(（]?[^\W\d_][^/.。()]{2,40}?(?:\.[a-z]{2,3})?\s?/\s?[^/()（）\d]{2,40}[)）]?\Z"
)
#: "Taken by" or "provided by" in Japanese, behind the name.
_TAKEN_BY = regex(r"＝[^＝]{2,80}(?:撮影|提供|写す)\Z")


def credits_picture(text: str) -> bool:
    """Whether a line begins with a label for the maker of a picture, unlike "Images and text: CC BY"."""
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


def ends_with_credit(text: str) -> bool:
    """Whether a line is a caption with the credit at its end: "The quay. Photo: Bo Sample"."""
    text = text[-_MOST:]
    if "/" in text and _OF_AGENCY.search(text):
        return True
    if found := _BRACKETED.search(text):
        credit = found[1].strip()
        # "[사진 김철수]": in a script without capitals a label and a blank will do.
        first = credit[:1]
        blank = first.isalpha() and not (first.islower() or first.isupper()) and " " in credit
        return credits_picture(credit) or (blank and byline_words().pictures.at(fold_in_place(credit)) > 0)
    if found := _BEHIND.search(text):
        return credits_picture(found[1])
    return text[-1:] in "影供す" and _TAKEN_BY.search(text) is not None
