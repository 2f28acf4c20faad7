"""Inline elements that a style sheet shows apart from words right beside them: kickers, labels, times.

A blank is written into the tree, so that whatever reads the words later finds them apart.
"""

from __future__ import annotations

import re

from articlex.page import Style
from articlex.read.html.apart.neighbours import is_letter, is_price, is_sum
from articlex.read.html.apart.seams import STOPS, ends_caption, ends_in_label, is_called_label
from articlex.read.html.element_text import next_character
from articlex.read.html.inline import is_wide
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Element
from articlex.regex import regex

#: Styles of text that is never changed: code and keys, each of which is also apart from the next.
AS_WRITTEN = Style.CODE | Style.KBD
#: A time of day, or a place in a recording, which is no part of any word.
_TIME = regex(r"\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?\]?", re.IGNORECASE)


def set_apart(element: Element, style: int, last: str) -> None:
    """Write a blank between an inline element and words right beside it that stand apart from it.

    Kickers, places and labels of several words have a capital right behind them: "Long An" in an element with
    a class, then "Ông Ba". Of 51 kinds of such elements in the corpora, those of one word included, all stand
    apart but "Better" before "Help", which is one word. ``style`` is that of the text around the element,
    ``last`` the character right before it, "" behind white space and at the beginning of a block.
    """
    text = element.text
    if not text or style & AS_WRITTEN:
        return
    if _ends_apart(element, text):
        element.tail = f" {element.tail or ''}"
    if last and _begins_apart(element, text, last):
        element.text = f" {text}"


def _ends_apart(element: Element, text: str) -> bool:
    """Whether an element stands apart from a letter or digit right behind it: a label that ends in a colon, a
    time, or a phrase, a caption or a label before a capital."""
    last = text[-1]
    if not (last.islower() or last.isdecimal() or last in ":]"):
        return False
    tail = element.tail or ""
    following = tail[:1] or next_character(element)
    if not following.isalnum():
        return False  # behind most nothing follows: they end their block
    if last == ":":
        return ends_in_label(text) and "class" in element.attrib and not len(element)
    if _is_time(element, text):
        return following.isalpha()
    if not following.isupper() or last == "]":
        return False
    is_label = last.islower() and (is_called_label(element) or ends_caption(element, text, tail))
    return is_label or _is_phrase(element, text)


def _begins_apart(element: Element, text: str, last: str) -> bool:
    """Whether an element stands apart from what is right before it: a price or a time from a word, or what
    begins with a capital from a sentence, a phrase or a caption."""
    if text[0].isupper():
        return _is_capital_apart(element, text)
    if text[0].isalpha() or text[0].isspace():
        return False  # (The capitals of "US$5" are part of the price.)
    is_amount = last.islower() and (is_price(text) or is_sum(text))
    return is_amount or (last.isalpha() and _is_time(element, text))


def _is_capital_apart(element: Element, text: str) -> bool:
    said = _said_before(element)
    if not said:
        return False
    if ends_caption(element, said, text):
        return True
    is_sentence = said[-1] in STOPS
    if is_sentence and _is_phrase(element, text):
        return True
    is_over = is_sentence or said[-1].islower()
    return is_over and (_is_behind_phrase(element, said) or is_called_label(element))


def _is_time(element: Element, text: str) -> bool:
    """Whether an element is a time, as in transcripts and schedules: "00:31" right before "Ann"."""
    return _TIME.fullmatch(text) is not None and not len(element)


def _said_before(element: Element) -> str:
    """The text right before an element: behind or in the element before it, or at the head of its parent."""
    before = element.getprevious()
    if before is not None:
        return before.tail or before.text or ""
    around = element.getparent()
    return (around.text or "") if around is not None else ""


def _is_behind_phrase(element: Element, said: str) -> bool:
    before = element.getprevious()
    return before is not None and not before.tail and _is_phrase(before, said)


def set_time_apart(element: Element) -> None:
    """Part a <time> from a word or label right before it, "By Ann3 May", and from one behind it."""
    text, said, tail = element.text or "", _said_before(element), element.tail or ""
    if said and text[:1].isdecimal():
        is_word = is_letter(said[-1]) and not is_wide(said[-1])
        if is_word or (said[-1] == ":" and ends_in_label(said)):
            element.text = f" {text}"
    if text[-1:].isdecimal():
        is_capitalised = tail[:1].isupper() and tail[1:2].islower()
        if is_capitalised or (not tail and next_character(element).isdecimal()):
            element.tail = f" {tail}"


def _is_phrase(element: Element, text: str) -> bool:
    """Whether an inline element holds several words, its ``text``, and nothing else."""
    return " " in text and " " in text.strip() and not len(element) and element.tag not in BLOCK
