"""Chinese names with blanks between them, "记者 王小明 方 敏", and what stands before and behind these."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from articlex.bylines.given import are_chinese, glued_pair, is_chinese, is_han
from articlex.bylines.trailing import from_reporter
from articlex.data.bylines import BylineWords

#: Characters that the name of a newspaper exceeds, and of a name that is glued to a label.
_LEAST_PAPER, _NAME = 2, (2, 3)
#: Characters of names glued together around a label, at least and at most, and of the label, at least.
_LEAST_GLUED, _MOST_GLUED, _LABEL = 6, 24, 2
#: First characters of words for the maker of a picture.
_TOOK = frozenset("摄攝图圖")


def listed(labelled: str, section: str, words: BylineWords) -> str:
    """``section`` as a list of Chinese names, "王小明 李华" → "王小明、李华", without a place or a job behind
    them, "王小明 职员"; as it is unless ``labelled``, the section with its label, has a label."""
    if len(section) == len(labelled) or section.isascii() or " " not in section:
        return section
    tokens = unpadded(section.split())
    names = list(takewhile(is_chinese, tokens))
    if not names:
        return section
    if len(names) < len(tokens):
        rest = tokens[len(names) :]
        # A label behind the names is for others, "王小明 通讯员 李华", or for the maker of a picture.
        is_label = any(words.before.at(token) or token[0] in _TOOK for token in rest)
        return section if is_label or not is_han("".join(rest)) else "、".join(names)
    return "、".join(names) if are_chinese(names) or len(names) < len(section.split()) else section


def unglued(text: str, words: BylineWords) -> str:
    """``text`` with commas in place of labels between Chinese names, "王小明通讯员李华" → "王小明、李华", and
    without names behind a label for somebody else: w3m leaves out the blanks around them."""
    return " ".join(_apart(token, words) for token in text.split(" "))


def _apart(token: str, words: BylineWords) -> str:
    """A run of Chinese characters as a list of the names around the labels in it; else as it is."""
    if not _LEAST_GLUED <= len(token) <= _MOST_GLUED or not is_han(token):
        return token
    names, start, others = [], 0, False
    for place in range(_NAME[0], len(token) - 1):
        other = max(words.other.at(token, place), words.spare.at(token, place))
        size = max(other, words.before.at(token, place))
        if size >= _LABEL and place >= start + _NAME[0]:
            if not others:
                names.append(token[start:place])
            start, others = place + size, others or other >= _LABEL
    names += [] if others else [token[start:]]
    is_list = start and all(is_chinese(part) or glued_pair(part) for part in (*names, token[start:]))
    return "、".join(names) if is_list else token


def joined_pair(text: str, words: BylineWords) -> tuple[str, str] | None:
    """The two Chinese names of a text that has "and" between them and no blanks, or None: "王小明和李华"."""
    pairs = ((text[:at], text[at + 1 :]) for at in _NAME if text[at : at + 1] in words.conjunctions)
    return next((pair for pair in pairs if all(map(is_chinese, pair))), None)


def behind_paper(section: str, words: BylineWords) -> str:
    """``section`` without the newspaper before Chinese names: "全景网 陈小明", "新华社记者任小军 阳明"."""
    paper, _, rest = section.partition(" ")
    tokens = unpadded(rest.split())
    if not tokens or not all(map(is_chinese, tokens)):
        return section
    if len(paper) > _LEAST_PAPER and paper.endswith(words.bodies) and not words.before.at(paper):
        return "、".join(tokens)
    first = from_reporter(paper, words)
    return section if first == paper else "、".join([first, *tokens])


def unpadded(tokens: Iterable[str]) -> list[str]:
    """``tokens`` with names of two characters in one, which print spaces out: "方", "敏" → "方敏"."""
    found: list[str] = []
    for token in tokens:
        if found and len(found[-1]) == len(token) == 1:
            found[-1] += token
        else:
            found.append(token)
    return found
