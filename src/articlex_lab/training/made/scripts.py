"""Pages in scripts that are rare in the corpora, made of pages in Latin letters.

Each word becomes one or two ideographs, without spaces and with Chinese punctuation, or is written in the
letters of another alphabet; the same word always becomes the same. So everything but the words stays: lines
that repeat or share words still do. Labels are no longer known to the word lists.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Callable
from functools import cache, partial
from string import ascii_lowercase, ascii_uppercase
from typing import Any

from lxml import etree

from articlex_lab.training.made.listings import is_ideographic

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: The ideographs that are used: the first code point and their number, about as many as a newspaper uses.
_FIRST, _COUNT = 0x4E00, 2000
#: Of ten words so many become one ideograph, the others two.
_SHORT = 3

#: Shares of the pages that are turned into ideographs, and into the letters of another alphabet.
_IDEOGRAPHS_SHARE, _LETTERS_SHARE = 0.15, 0.2

#: A letter for each Latin one: Cyrillic, Greek (of 24), Arabic, Devanagari (of its consonants).
ARABIC, DEVANAGARI = "ابتثجحخدذرزسشصضطظعغفقكلمنه", "अबकदएफगहइजखलमनओपचरसतउवशटयझ"
_ALPHABETS = ("абцдефгхийклмнопярстувшьыз", "αβψδεφγηιξκλμνοπθρστυωςχυζ", ARABIC, DEVANAGARI)

_PUNCTUATION = str.maketrans({",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"})
_STOP = re.compile(r"(?<=[\u4e00-\u9fff])\.(?=\s|$|[\"”’])")
_SPACE = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef])")

#: Elements whose text is not language.
_NO_LANGUAGE = frozenset("script style pre code textarea template svg math".split())
_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label")
_META = frozenset(("og:title", "twitter:title", "description", "og:description", "twitter:description"))
_STATED = frozenset(("headline", "description", "articleBody", "alternativeHeadline", "text"))


def rewriting(text: str, chance: random.Random) -> Callable[[str], str] | None:
    """What rewrites a page with this gold text in another script; None for most, and for ideographs."""
    share = chance.random()
    if is_ideographic(text) or share >= _IDEOGRAPHS_SHARE + _LETTERS_SHARE:
        return None
    return to_ideographs if share < _IDEOGRAPHS_SHARE else partial(to_letters, chance.choice(_ALPHABETS))


def to_letters(alphabet: str, text: str) -> str:
    """``text`` with letters of ``alphabet`` for those from a to z, in upper case where the script has it."""
    return text.translate(_table(alphabet))


@cache
def _table(alphabet: str) -> dict[int, int]:
    return str.maketrans(ascii_lowercase + ascii_uppercase, alphabet + alphabet.upper())


def to_ideographs(text: str) -> str:
    """``text`` with ideographs for words, without the spaces between them."""
    found = _WORD.sub(lambda match: _ideographs(match.group().lower()), text)
    return _SPACE.sub("", _STOP.sub("。", found).translate(_PUNCTUATION))


@cache
def _ideographs(word: str) -> str:
    number = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")
    number, rest = divmod(number, 10)
    number, first = divmod(number, _COUNT)
    return chr(_FIRST + first) + ("" if rest < _SHORT else chr(_FIRST + number % _COUNT))


def rewrite_html(root: Any, change: Callable[[str], str]) -> None:
    """Apply ``change``, in place, to all text that the page shows, and to the metadata that repeat it."""
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in root.iter():
        if element.tag not in _NO_LANGUAGE:
            element.text = change(element.text or "")
            for name in _ATTRIBUTES:
                if name in element.attrib:
                    element.set(name, change(element.get(name)))
        if element.getparent() is not None and element.getparent().tag not in _NO_LANGUAGE:
            element.tail = change(element.tail or "")
    for meta in root.iter("meta"):
        if (meta.get("property") or meta.get("name")) in _META:
            meta.set("content", change(meta.get("content") or ""))
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            script.text = _rewritten(script.text or "", change)


def _rewritten(source: str, change: Callable[[str], str]) -> str:
    """JSON-LD with its texts changed, "" where it is not valid."""
    try:
        return json.dumps(_rewrite(json.loads(source), change), ensure_ascii=False)
    except ValueError:
        return ""


def _rewrite(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return [_rewrite(item, change) for item in value]
    if isinstance(value, dict):
        return {
            key: change(item) if key in _STATED and isinstance(item, str) else _rewrite(item, change)
            for key, item in value.items()
        }
    return value
