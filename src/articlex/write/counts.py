"""How long a text is, in words and in minutes, in any script."""

from __future__ import annotations

import re
from math import ceil

#: Scripts whose readers count characters: Han, Hiragana, Katakana (Hangul has spaces between words).
_CHARACTERS = re.compile("[぀-ヿ㐀-鿿豈-﫿ｦ-ﾟ\U00020000-\U0003ffff]")

#: Letters of the scripts that write no space between words: Thai, Lao, Myanmar, Khmer.
_UNSPACED = re.compile("[ก-ะาำเ-ๆກ-ະາຳເ-ໆက-ဪក-ឳ]")

#: Letters of one word in those scripts. An estimate: without a dictionary the words cannot be told apart.
_UNSPACED_LETTERS = 4

_WORD = re.compile(r"\w+(?:['’]\w+)*")

#: Silent reading of non-fiction: 238 words a minute (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
WORDS_A_MINUTE = 238

#: Chinese and Japanese characters a minute, the rate that reading-time estimates on the web use.
CHARACTERS_A_MINUTE = 500


def measure(text: str) -> tuple[int, int]:
    """(words, minutes to read, rounded up) of ``text``.

    A word is a run of letters and digits; a Chinese or Japanese character is a word; Thai, Lao, Burmese
    and Khmer words are estimated from the number of letters.
    """
    characters = unspaced = 0
    if not text.isascii():
        text, characters = _CHARACTERS.subn(" ", text)
        text, letters = _UNSPACED.subn(" ", text)
        unspaced = ceil(letters / _UNSPACED_LETTERS)
        if unspaced:
            text = re.sub("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+", " ", text)
    words = sum(1 for _ in _WORD.finditer(text)) + unspaced
    minutes = ceil(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE)
    return words + characters, minutes
