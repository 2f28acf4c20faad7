"""Signs of punctuation in the scripts of the world, for whoever asks where a sentence or a label ends."""

from __future__ import annotations

#: What ends a sentence: Latin, Greek and Cyrillic, Chinese and Japanese, Devanagari, Arabic, Urdu, Armenian,
#: Ethiopic, Burmese, Khmer, Tibetan.
SENTENCE_ENDS = frozenset(".!?…。！？．।॥؟۔։።፧။។།")
#: A tuple, which ``str.endswith`` takes as it is. The wide one is that of Chinese and Japanese.
COLONS = (":", "：")
COMMAS = frozenset(",،、，")
#: As signs of notes; no note has the number 0.
SUPERSCRIPT_DIGITS = "¹²³⁴⁵⁶⁷⁸⁹"


def has_colon(text: str) -> bool:
    """Whether a colon stands in ``text``."""
    return ":" in text or "：" in text


def split_at_colon(text: str) -> tuple[str, str, str]:
    """As ``str.partition`` at the first colon: label, colon and rest, in which wide colons are plain ones."""
    return text.replace("：", ":").partition(":")


def without_tags(text: str) -> str:
    """A post without the tags behind it, as they are or as programs print links: "The crane sang. #harbour",
    "[7]#harbour", "# harbour"."""
    words = text.split(" ")
    while len(words) > 1:
        is_parted = len(words) > 2 and words[-2] == "#"
        if not (_is_tag(words[-1]) or (is_parted and words[-1][:1].isalpha())):
            break
        del words[-1 - is_parted :]
    return " ".join(words)


def _is_tag(word: str) -> bool:
    before, sign, tag = word.partition("#")
    return bool(sign) and tag[:1].isalpha() and (not before or before[0] + before[-1] == "[]")
