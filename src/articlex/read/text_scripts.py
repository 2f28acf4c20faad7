"""Scripts without spaces between words, where lines break and paragraphs fill differently.

Comparisons instead of regular expressions: a character class over these ranges takes milliseconds to compile.
"""

from __future__ import annotations

#: Such characters may not begin a line, so they come with the one before (JIS X 4051, kinsoku).
CLOSING = frozenset("、。，．！？：；」』）】〉》”’ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def is_unspaced(char: str) -> bool:
    """Whether a line may be broken before and after ``char`` without a space: Han, kana, full-width signs."""
    if char < "\u2e80":
        return False
    if char < "\ua000":
        return char != "\u3000" and not "\u3130" <= char <= "\u318f"
    return (
        "\uf900" <= char <= "\ufaff" or "\uff01" <= char <= "\uff60" or "\U00020000" <= char <= "\U0003ffff"
    )


def may_be_cut(char: str) -> bool:
    """Whether programs cut words at ``char`` in a full line: Thai, Lao, Burmese, Khmer, and Hangul in w3m."""
    return (
        "\u0e01" <= char <= "\u0eff"
        or "\u1000" <= char <= "\u11ff"
        or "\u1780" <= char <= "\u17ff"
        or "\uac00" <= char <= "\ud7a3"
    )


def first_unit(text: str) -> str:
    """The shortest beginning of ``text`` that a line can be broken after."""
    word = text.split(" ", 1)[0]
    if word.isascii():
        return word.split("\t", 1)[0]
    end = 1
    if is_unspaced(word[0]):
        while end < len(word) and word[end] in CLOSING:
            end += 1
    else:
        while end < len(word) and word[end] not in "\t\u3000" and not is_unspaced(word[end]):
            end += 1
    return word[:end]
