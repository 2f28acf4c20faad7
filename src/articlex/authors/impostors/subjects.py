"""Whom or what a page is about: the headline is their name, or a sentence with a date begins with it."""

from __future__ import annotations

from articlex.authors.gathering import Authors
from articlex.bylines.lines import read_line
from articlex.page import Block, Page
from articlex.regex import regex
from articlex.signs import headline_block
from articlex.tokens import squeeze

#: Words in small letters behind a name that begins a sentence, and behind one that is the headline, at least.
_SMALL_WORDS, _SMALL_TITLE = 4, 2
#: Shapes of lines with a name beside a date, or behind a preposition inside the line.
_WEAK = ("dated", "inside-by")
#: Blocks below the headline in which the caption of somebody who is quoted stands.
_BELOW = 3
#: Letters of the shortest surname that is looked for in the headline, and the words of that.
_LEAST_SURNAME, _WORDS = 4, regex(r"\w+")
_STOPS = (".", "!", "?", "…", ".”", ".»")


def is_subject(page: Page, candidate: Authors) -> bool:
    """Whether only sentences name a candidate, which begins them or is the headline: "This Act comes into
    force on 1 January 2020.", "Ann Example, who tuned the bells of the town, died on 2 May 2022."; or a
    caption does.
    """
    headline = headline_block(page)
    if _is_of_headline(page, candidate, headline):
        return True
    is_title = headline >= 0 and squeeze(page.blocks[headline].text) == squeeze(" ".join(candidate.names))
    places = [index for index in candidate.blocks if index != headline]
    return bool(places) and all(
        _is_of_sentence(page.blocks[index], candidate.names[0], is_title) for index in places
    )


def _is_of_headline(page: Page, candidate: Authors, headline: int) -> bool:
    """Whether a candidate is a name alone below a headline that has the surname, and above a text that begins
    with the name: the caption of somebody whom the headline quotes."""
    name = candidate.names[0]
    surname = name.rpartition(" ")[2]
    if headline < 0 or "bio-below" not in candidate.features or len(surname) < _LEAST_SURNAME:
        return False
    if surname not in _WORDS.findall(page.blocks[headline].text) or not candidate.blocks:
        return False
    return all(
        headline < index <= headline + _BELOW and page.blocks[index].text.strip() == name
        for index in candidate.blocks
    )


def _is_of_sentence(block: Block, name: str, is_title: bool) -> bool:
    """Whether a block is a sentence about a name; ``is_title`` is whether that is the headline."""
    text = block.text
    if name not in text or not text.endswith(_STOPS):
        return False
    line = read_line(text)
    if line is None or not line.shape.startswith(_WEAK):
        return False
    least = _SMALL_TITLE if is_title else _SMALL_WORDS
    words = text.partition(name)[2].lstrip(" ,").split(None, least)[:least]
    goes_on = len(words) == least and all(word[0].islower() for word in words)
    return goes_on and (is_title or (line.shape == "dated" and text.startswith(name)))
