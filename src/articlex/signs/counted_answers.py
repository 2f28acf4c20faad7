"""Labels that count the comments below them: "3 responses to “The last pans”", or "3 comments" above three
lines with a date, or "コメント 3件".

The first sort quotes the title of the page and needs no word list: a number and a few words stand beside the
quotation of a line above. Templates print it in every language, with the number before or behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.data.labels import meaning_of
from articlex.page import Block
from articlex.regex import WORD, regex
from articlex.signs.stamps import holds_stamp

_OPENING, _CLOSING = '“„«‹"‘「『《', '”“»›"’」』》'
_OPENS, _CLOSES = tuple(_OPENING), tuple(_CLOSING)
_QUOTED = regex(rf"[{_OPENING}]{{1,2}}\s?([^\s{_OPENING}].*[^\s{_CLOSING}])\s?[{_CLOSING}]{{1,2}}")
_NUMBERS = regex(r"\d{1,9}")
#: Characters of the longest label that quotes, and words and characters in it beside the quotation.
_MOST_CHARS, _MOST_WORDS, _MOST_BESIDE = 200, 6, 40
#: Comments that a label counts, at least, and characters of the longest line that dates one.
_LEAST_COUNTED, _MOST_STAMP = 2, 80
#: Running text above them, in bytes of UTF-8, and their largest share of the page's: with less above them,
#: or more below, they are what the page is for, as in a thread.
_TEXT_ABOVE, _MOST_BELOW = 400, 0.9
#: Labels with a count on the page: one may be a link to the other.
_MOST_LABELS = 2
#: A number and the word with which Thai, Chinese, Japanese and Korean count things, at the end of a label.
_COUNTER = regex(r"\s?[(（]?\d[\d,.]{0,8}\s?[\u0e00-\uffef]{1,8}\Z")
#: What stands below the comments.
_OTHER_PARTS = frozenset({"related", "promo", "legal", "powered"})


def without_counter(text: str) -> str:
    """A short text, or the label of comments that it is without its number: "コメント 3件" → "コメント"."""
    match = _COUNTER.search(text) if text and text[-1] >= "\u0e00" else None
    label = text[: match.start()] if match else ""
    return label if label and meaning_of(label) == "comments" else text


def counted_answers(blocks: Sequence[Block], with_digits: Sequence[int]) -> Iterator[int]:
    """Indices of the blocks that quote another one above them and count the answers to it; ``with_digits``
    are the blocks that may hold a figure."""
    above: dict[str, int] | None = None
    for index in with_digits:
        text = blocks[index].text
        # Most blocks neither begin nor end with a quotation mark.
        quoted = _quoted(text) if text.startswith(_OPENS) or text.endswith(_CLOSES) else ""
        if quoted:
            if above is None:
                above = {each.text: each.index for each in reversed(blocks) if len(each.text) <= _MOST_CHARS}
            if above.get(quoted, index) < index:
                yield index


def _quoted(text: str) -> str:
    """What stands in quotation marks beside a count and few words; "" if there is more or less than that."""
    match = _QUOTED.search(text) if 4 < len(text) <= _MOST_CHARS else None
    if not match:
        return ""
    beside = f"{text[: match.start()]} {text[match.end() :]}"
    is_short = len(beside) <= _MOST_BESIDE and len(WORD.findall(beside)) <= _MOST_WORDS
    return match[1] if is_short and len(_NUMBERS.findall(beside)) == 1 else ""


def counted_comments(
    blocks: Sequence[Block], names: Sequence[str], with_digits: Sequence[int], prose_before: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """(label, last line) for labels of comments with a number and exactly so many lines with a date below.

    ``names`` has what the blocks mean as labels: other stories below the comments may have dates as well.
    Where several labels have a number, each belongs to a post or a card.
    """
    total = prose_before[-1]
    labels = [index for index in with_digits if names[index] == "comments"]
    counts = {index: found for index in labels if (found := _NUMBERS.findall(blocks[index].text))}
    for index, numbers in counts.items() if len(counts) <= _MOST_LABELS else ():
        above = prose_before[index]
        if len(numbers) != 1 or above < _TEXT_ABOVE or total - above > _MOST_BELOW * total:
            continue
        dated = _dated_below(blocks, names, with_digits, index)
        if _LEAST_COUNTED <= int(numbers[0]) == len(dated):
            yield index, dated[-1]


def _dated_below(
    blocks: Sequence[Block], names: Sequence[str], with_digits: Sequence[int], label: int
) -> list[int]:
    """The lines with a date between a label and the label of another part of the page."""
    end = next((at for at in range(label + 1, len(names)) if names[at] in _OTHER_PARTS), len(names))
    below = ((index, blocks[index].text) for index in with_digits if label < index < end)
    return [index for index, text in below if len(text) <= _MOST_STAMP and holds_stamp(text)]
