"""Names in East Asian scripts that stand side by side, "记者 王小明 方 敏", and what stands before, between
and behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from articlex.bylines.given import are_chinese, begins_as_name, glued_pair, is_chinese, is_han
from articlex.bylines.leads import is_east_asian
from articlex.bylines.trailing import from_reporter
from articlex.data.bylines import byline_words
from articlex.regex import regex

#: Characters that the name of a newspaper exceeds, and of a name that is glued to a label.
_LEAST_PAPER, _NAME = 2, (2, 3)
#: Characters of names glued together around a label, at least and at most, and of the label, at least.
_LEAST_GLUED, _MOST_GLUED, _LABEL = 6, 24, 2
#: Characters of a Chinese name, at most.
_LONGEST_HAN = 3
_KATAKANA = regex("[\u30a0-\u30ff]")
#: First characters of words for the maker of a picture.
_TOOK = frozenset("摄攝图圖")
#: A paper before the label of its reporter, with the sign between them: "合眾報╱記者王小明".
_PAPER = regex("(?:^|(?<=[(\\[【（〔［]))[\u4e00-\u9fff]{2,6}[/／∕╱](?=[记記]者)")


def listed(labelled: str, section: str) -> str:
    """``section`` as a list of Chinese names, "王小明 李华" → "王小明、李华", without a place or a job behind
    them, "王小明 职员"; as it is unless ``labelled``, the section with its label, has a label."""
    words = byline_words()
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


def unglued(text: str) -> str:
    """``text`` with commas in place of labels between Chinese names, "王小明通讯员李华" → "王小明、李华", and
    without names behind a label for somebody else: w3m leaves out the blanks around them."""
    return " ".join(_apart(token) for token in text.split(" "))


def _apart(token: str) -> str:
    """A run of Chinese characters as a list of the names around the labels in it; else as it is."""
    words = byline_words()
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


def _joined_pair(text: str) -> tuple[str, str] | None:
    """The two Chinese names of a text that has "and" between them and no blanks, or None: "王小明和李华"."""
    words = byline_words()
    pairs = ((text[:at], text[at + 1 :]) for at in _NAME if text[at : at + 1] in words.conjunctions)
    return next((pair for pair in pairs if all(map(is_chinese, pair))), None)


def without_paper(text: str) -> str:
    """A Chinese line with the slashes of credits in one form, and without the paper before its reporter.

    >>> without_paper("【合眾報╱記者王小明╱台北報導】")
    '【記者王小明／台北報導】'
    """
    return _PAPER.sub("", text).replace("╱", "／").replace("∕", "／")


def behind_paper(section: str) -> str:
    """``section`` without the newspaper before Chinese names: "全景网 陈小明", "新华社记者任小军 阳明"."""
    words = byline_words()
    paper, _, rest = section.partition(" ")
    tokens = unpadded(rest.split())
    if not tokens or not all(map(is_chinese, tokens)):
        return section
    if len(paper) > _LEAST_PAPER and paper.endswith(words.bodies) and not words.before.at(paper):
        return "、".join(tokens)
    first = from_reporter(paper)
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


def parted_names(text: str) -> Iterator[str]:
    """The names in ``text``, which is not all in ASCII: it is split at middle dots, labels and, if each name
    is three characters long, spaces."""
    words = byline_words()
    if "・" in text and not _KATAKANA.search(text.replace("・", "")):
        yield from text.split("・")
        return
    if pair := _joined_pair(text) or glued_pair(text):
        yield from pair
        return
    tokens = text.split()
    if _is_of_account(tokens):
        yield tokens[0]
        return
    credit = tokens[-1:] if len(tokens) > 2 and tokens[-1] in words.credits else []
    names = tokens[: len(tokens) - len(credit)]
    alike = len(names) > 1 and all(len(token) == 3 and all(map(is_east_asian, token)) for token in names)
    if alike and words.suffixes.isdisjoint(names):
        yield from names
    else:
        yield from _between_labels(tokens)


def _is_of_account(tokens: list[str]) -> bool:
    """Whether two tokens are a Chinese name and a newspaper or an account: "林深 清河观察"."""
    words = byline_words()
    if len(tokens) != 2 or not is_chinese(tokens[0]) or tokens[0] in words.labels:
        return False
    is_name = len(tokens[1]) > _LONGEST_HAN and not words.before.at(tokens[1])
    return is_name and is_han(tokens[1])


def _between_labels(tokens: list[str]) -> Iterator[str]:
    """``tokens`` split at labels in East Asian scripts: "王小明 通讯员 李华", "홍길동 사진 김철수".

    What follows a label for somebody who is no author is left out.
    """
    words = byline_words()
    start = 0
    for at, token in enumerate(tokens):
        if at == start or not is_east_asian(token[0]) or token in words.suffixes:
            continue
        is_last = at == len(tokens) - 1
        if not is_last and len(token) in (words.other.at(token), words.spare.at(token)):
            tokens = tokens[:at]
            break
        if token in words.labels and not is_last:
            yield " ".join(tokens[start:at])
            start = at + 1
        elif size := _glued_label(token):
            yield " ".join(tokens[start:at])
            tokens[at], start = token[size:], at
    yield " ".join(tokens[start:])


def _glued_label(token: str) -> int:
    """The length of a label that is glued to the name behind it ("通讯员李华" → 3); 0 without one."""
    size = byline_words().before.at(token)
    is_name = size > 1 and len(token) - size in _NAME and begins_as_name(token[size:])
    return size if is_name else 0
