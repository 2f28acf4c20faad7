"""Elements of a line that a style sheet shows apart from words right beside them: kickers, labels, times.

White space is written into the tree, so that whatever reads the words then finds them apart.
"""

from __future__ import annotations

import re

from articlex.page import Style
from articlex.read.html.apart import is_letter, is_price, is_sum
from articlex.read.html.element_text import next_character
from articlex.read.html.inline import ends_in_label, is_wide
from articlex.read.html.seams import ends_caption, is_called_label
from articlex.read.html.tags import BLOCK
from articlex.read.html.tree import Element
from articlex.regex import regex

#: Styles of elements that are one thing each, however near the next one is.
AS_WRITTEN = Style.CODE | Style.KBD
_SENTENCE_ENDS = ".!?…"
#: A time of day, or of a recording: no part of any word.
_TIME = regex(r"\[?\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?\]?", re.IGNORECASE)


def set_apart(element: Element, style: int) -> None:
    """Part an inline element of several words from a capital right behind it: a style sheet makes room there.

    Kickers, places, labels: "Long An" in an element with a class, then "Ông Ba". Of 51 kinds of such elements
    in the corpora, those of one word included, all stand apart but "Better" before "Help", which is one word.
    """
    text = element.text
    if not text or style & AS_WRITTEN:
        return
    last = text[-1]
    is_small, is_figure = last.islower(), last.isdecimal()
    if is_figure or last == "]":
        _set_offset_apart(element, text)
    if last == ":" and ends_in_label(text) and "class" in element.attrib:
        _set_label_apart(element)
    if is_small or is_figure:
        tail = element.tail
        # Nothing follows most, at the end of their block.
        is_over = (tail[0] if tail else next_character(element)).isupper()
        is_label = (
            is_over and is_small and (is_called_label(element) or ends_caption(element, text, tail or ""))
        )
        if is_over and (is_label or _is_phrase(element, text)):
            element.tail = f" {tail or ''}"
    if text[0].isupper():
        _set_capital_apart(element, text)
    elif is_price(text) or is_sum(text):
        _set_price_apart(element, text)


def _set_capital_apart(element: Element, text: str) -> None:
    """Part an element that begins with a capital from the words right before it."""
    said = _said_before(element)
    if not said:  # as most, at the head of their block or behind white space of an element
        return
    if ends_caption(element, said, text):
        element.text = f" {text}"
        return
    is_sentence = said[-1] in _SENTENCE_ENDS
    is_over = is_sentence or said[-1].islower()
    if (is_sentence and _is_phrase(element, text)) or (
        is_over and (_is_behind_phrase(element, said) or is_called_label(element))
    ):
        element.text = f" {text}"


def _set_price_apart(element: Element, text: str) -> None:
    """Part a price from the small letter right before it: "US" is a part of "US$5"."""
    if _said_before(element)[-1:].islower():
        element.text = f" {text}"


def _set_label_apart(element: Element) -> None:
    """Part a label that ends in a colon from its value, behind it or in the element behind it."""
    if not len(element) and (element.tail or next_character(element))[:1].isalnum():
        element.tail = f" {element.tail or ''}"


def _said_before(element: Element) -> str:
    """The text right before an element, in the element before it or beside that, or in the one around it."""
    before = element.getprevious()
    if before is not None:
        return before.tail or before.text or ""
    around = element.getparent()
    return (around.text or "") if around is not None else ""


def _is_behind_phrase(element: Element, said: str) -> bool:
    before = element.getprevious()
    return before is not None and not before.tail and _is_phrase(before, said)


def set_time_apart(element: Element) -> None:
    """Part a <time> from a word or label right before it, "By Ann3 May", and from one right behind it."""
    text, said = element.text, _said_before(element)
    if text and said and text[0].isdecimal():
        is_word = is_letter(said[-1]) and not is_wide(said[-1])
        if is_word or (said[-1] == ":" and ends_in_label(said)):
            element.text = f" {text}"
    tail = element.tail
    if text and text[-1].isdecimal() and tail and len(tail) > 1 and tail[0].isupper() and tail[1].islower():
        element.tail = f" {tail}"
    elif text and text[-1].isdecimal() and not tail and next_character(element).isdecimal():
        element.tail = " "


def _set_offset_apart(element: Element, text: str) -> None:
    """Part a time from the words on both sides of it, as transcripts and schedules have them."""
    if len(element) or _TIME.fullmatch(text) is None:
        return
    if (element.tail or next_character(element))[:1].isalpha():
        element.tail = f" {element.tail or ''}"
    if _said_before(element)[-1:].isalpha():
        element.text = f" {text}"


def _is_phrase(element: Element, text: str) -> bool:
    """Whether an element holds several words, ``text``, and nothing else."""
    return " " in text and " " in text.strip() and not len(element) and element.tag not in BLOCK
