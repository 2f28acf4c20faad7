"""Whom or what a page is about, or a picture shows: the headline is their name, a sentence with a date begins
with it, or it is a caption, above the credit of the photographer."""

from __future__ import annotations

from articlex.authors.gathering import Authors
from articlex.bylines.given import begins_as_name
from articlex.bylines.label_tests import may_be_labelled
from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_person
from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Page
from articlex.punctuation import has_colon
from articlex.regex import regex
from articlex.signs import headline_block, signs_of
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
#: Blocks below a caption in which its credit stands, and below the headline in which the caption does.
_BESIDE, _BELOW_HEADLINE = 2, 4
#: A full stop behind a word that is no initial: captions end like sentences.
_ENDS = regex(r"[^\W\d_]{4}\.\Z")
#: Copyright signs, and what parts agency and person behind them.
_SIGNS, _PARTS = ("©", "ⓒ"), "/"


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


def is_shown(page: Page, candidate: Authors) -> bool:
    """Whether a caption names a candidate, and all other blocks that do are the text or the name alone.

    A caption is a name above a credit, or below a headline with it, or ends with an agency and the name, or
    is a name and a full stop, which may have the agency of the picture below it.
    """
    if len(candidate.names) != 1 or not candidate.blocks:
        return False
    name, core = candidate.names[0], signs_of(page).core
    blocks = [page.blocks[index] for index in candidate.blocks]
    if len(blocks) == 1 and _is_sentence(page, blocks[0], name):
        return True
    if len(blocks) == 1 and blocks[0].index and not begins_as_name(name):
        above = page.blocks[blocks[0].index - 1]
        return _is_sentence(page, above, above.text)  # the agency of the picture
    others = [block for block in blocks if not _is_shown(page, block, name)]
    return len(others) < len(blocks) and all(
        _is_alone(block, name) or core.first < block.index <= core.last for block in others
    )


def _is_sentence(page: Page, block: Block, name: str) -> bool:
    """Whether a block is the name of somebody whom the page names elsewhere, and ends as a sentence."""
    is_sentence = _ENDS.match(block.text[-5:]) is not None and _is_alone(block, name)
    return is_sentence and is_person(name.rstrip(".")) and _is_mentioned(page, name.rstrip("."))


def _is_shown(page: Page, block: Block, name: str) -> bool:
    """Whether a block is the caption of a picture and names somebody."""
    if _is_of_agency(block.text, name):
        return True
    if " " not in name or not _is_alone(block, name):
        return False
    below = page.blocks[block.index + 1 : block.index + 1 + _BESIDE]
    if any(credits_picture(other.text) for other in below):
        return _is_mentioned(page, name)
    headline = headline_block(page)
    return (
        headline >= 0
        and headline < block.index <= headline + _BELOW_HEADLINE
        and _is_of(page, headline, name)
    )


def _is_alone(block: Block, name: str) -> bool:
    """Whether a block is a name and nothing else, or the same name twice, as flattened pictures have it."""
    return name in block.text and not block.text.replace(name, "").strip(" .")


def _is_of_agency(text: str, name: str) -> bool:
    """Whether a name stands behind a copyright sign, an agency and a slash: "© POST/Bo Sample"."""
    sign = max(text.rfind(each) for each in _SIGNS)
    place = text.find(name, sign) if sign >= 0 else -1
    return place > 0 and text[:place].rstrip().endswith(_PARTS)


def _is_mentioned(page: Page, name: str) -> bool:
    """Whether the headline or the running text names somebody, as neither does its author."""
    headline = headline_block(page)
    if headline >= 0 and name in page.blocks[headline].text:
        return True
    prose = signs_of(page).prose
    return any(name in block.text for block, is_prose in zip(page.blocks, prose, strict=True) if is_prose)


def _is_of(page: Page, headline: int, name: str) -> bool:
    """Whether a headline says something about somebody, and does not name them as its author."""
    before, found, behind = page.blocks[headline].text.partition(name)
    if not found or has_colon(behind[:2]) or not any(map(str.isalpha, before + behind)):
        return False
    words = before.split()
    return not words or not may_be_labelled(f"{words[-1].lower()} {name}")
