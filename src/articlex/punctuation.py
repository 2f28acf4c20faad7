"""Punctuation marks in the scripts of the world, to tell where a sentence or a label ends."""

from __future__ import annotations

#: Ends of a sentence in Latin, Greek and Cyrillic, Chinese and Japanese, Devanagari, Arabic, Urdu, Armenian,
#: Ethiopic, Burmese, Khmer, Tibetan.
SENTENCE_ENDS = frozenset(".!?…。！？．｡।॥؟۔։።፧။។།")
#: Those of them that Latin, Greek and Cyrillic do not have. None stands in an abbreviation or a number.
OTHER_ENDS = SENTENCE_ENDS.difference(".!?…")
QUESTION_MARKS = frozenset("?？؟⸮፧\u037e")
#: What may close behind the end of a sentence.
CLOSES = "\"'”“’»«」』)）]】"
#: Characters of the shortest question without a question mark.
_LEAST_QUESTION = 12
#: The ASCII colon, the full-width one of Chinese and Japanese, those of Ethiopic and Khmer; a tuple, for
#: ``str.endswith``.
COLONS = (":", "：", "፦", "៖")
COMMAS = frozenset(",،、，､")
#: Signs that begin the items of lists in print, and nothing else; but a middle dot is also a letter.
BULLETS = "•‣◦▪▫●○■□·∙►▸⁃"
#: What ratings are drawn with.
STARS = "★☆⭐✩✭"
#: For the numbers of notes, none of which is 0.
SUPERSCRIPT_DIGITS = "¹²³⁴⁵⁶⁷⁸⁹"


def has_colon(text: str) -> bool:
    """Whether ``text`` has a colon."""
    return ":" in text or "：" in text or "፦" in text or "៖" in text


def asks(text: str) -> bool:
    """Whether a text ends as a question does, in brackets or quotation marks perhaps.

    >>> asks("Interview: “What, here?”"), asks("どうして駅に本棚を置いたのですか。"), asks("文・はるか。")
    (True, True, False)
    """
    text = text.rstrip(f"{CLOSES} ")
    if text[-1:] == ";":  # the question mark of Greek
        return "\u0370" <= text[-2:-1] <= "\u03ff" or "\u1f00" <= text[-2:-1] <= "\u1fff"
    return text[-1:] in QUESTION_MARKS or (len(text) > _LEAST_QUESTION and text.endswith(("か。", "か．")))


def split_at_colon(text: str) -> tuple[str, str, str]:
    """``str.partition`` at the first colon: (label, colon, rest). Other colons become ASCII ones."""
    for colon in COLONS[1:]:
        text = text.replace(colon, ":")
    return text.partition(":")


def without_tags(text: str) -> str:
    """A post without the hashtags behind it: "The crane sang. #harbour" → "The crane sang.". They may be
    printed as links of a text browser, "[7]#harbour", or apart from their sign, "# harbour"."""
    words = text.split(" ")
    while len(words) > 1:
        is_parted = len(words) > 2 and words[-2] == "#"
        if not (_is_tag(words[-1]) or (is_parted and words[-1][:1].isalpha())):
            break
        del words[-1 - is_parted :]
    return " ".join(words)


def _is_tag(word: str) -> bool:
    """Whether a word is a hashtag, perhaps behind the number of a link in brackets."""
    before, sign, tag = word.partition("#")
    return bool(sign) and tag[:1].isalpha() and (not before or before[0] + before[-1] == "[]")
