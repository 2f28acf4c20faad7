"""The length of a text in words and in minutes of reading, in any script."""

from __future__ import annotations

from math import ceil

from articlex.regex import regex

#: Scripts whose length is counted in characters: Han, Hiragana, Katakana (Hangul has spaces between words).
_CHARACTERS = regex("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Letters of the scripts without spaces between words (Thai, Lao, Myanmar, Khmer), and all their characters.
_UNSPACED = regex(
    "[\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u1780-\u17b3]"
)
_UNSPACED_SCRIPTS = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")

#: Estimated letters per word in those scripts: without a dictionary, words cannot be separated.
_UNSPACED_LETTERS = 4

#: Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
_WORDS_A_MINUTE = 238

#: Chinese and Japanese characters a minute, as estimates of reading time on the web assume.
_CHARACTERS_A_MINUTE = 500


def measure(text: str) -> tuple[int, int]:
    """(words, minutes to read, rounded up) of ``text``.

    A word is a run of characters between spaces or dashes with a letter or digit in it; each Chinese or
    Japanese character is a word; Thai, Lao, Burmese and Khmer words are estimated from the number of letters.
    """
    characters = unspaced = 0
    if not text.isascii():
        text, characters = _CHARACTERS.subn(" ", text)
        letters = len(_UNSPACED.findall(text))
        if letters:
            unspaced = ceil(letters / _UNSPACED_LETTERS)
            text = _UNSPACED_SCRIPTS.sub(" ", text)
        text = text.replace("—", " ").replace("–", " ")
    words = sum(1 for token in text.split() if token.isalnum() or any(map(str.isalnum, token))) + unspaced
    minutes = ceil(words / _WORDS_A_MINUTE + characters / _CHARACTERS_A_MINUTE)
    return words + characters, minutes


def counted(count: int, noun: str) -> str:
    """``1 page``, ``2,000 pages``."""
    return f"{count:,} {noun}{'s' * (count != 1)}"
