"""Labels of comments that count them: "3 responses to “The last pans”" quotes the title of the page, and
below "3 comments" stand three lines with a date.

For the former no word is looked up: a number and few words beside the quotation of a line that stands above
it. Templates print it in every language, the number before or behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block
from articlex.regex import WORD, regex
from articlex.signs.stamps import holds_stamp

_OPENING, _CLOSING = '“„«‹"‘「『《', '”“»›"’」』》'
_OPENS, _CLOSES = tuple(_OPENING), tuple(_CLOSING)
_QUOTED = regex(rf"[{_OPENING}]{{1,2}}\s?([^\s{_OPENING}].*[^\s{_CLOSING}])\s?[{_CLOSING}]{{1,2}}")
_NUMBERS = regex(r"\d+")
#: Characters of such a label, and words and characters of it beside the quotation.
_MOST_CHARS, _MOST_WORDS, _MOST_BESIDE = 200, 6, 40
#: Comments that are counted, at least, and characters of the line that dates each. Running text above them,
#: in bytes of UTF-8, and the largest share of the page's that they may be: without it they are the page.
_LEAST_COUNTED, _MOST_STAMP = 2, 80
_TEXT_ABOVE, _MOST_BELOW = 400, 0.9
#: Bytes of running text of a note above them that is told from a post by its day, and how that begins.
_NOTE_ABOVE = 200
_BEGINS_WITH_FIGURE = regex(r"\W*\d")
#: Labels of comments with a number on the page, of which one may lead to them.
_MOST_LABELS = 2
#: What stands below the comments.
_OTHER_PARTS = frozenset({"related", "promo", "legal", "powered"})


def counted_answers(blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks that count what was answered to another one above them, which they quote."""
    above: dict[str, int] | None = None
    for block in blocks:
        text = block.text
        # Most neither begin nor end with a quotation mark, so that is asked first.
        quoted = _quoted(text) if text.startswith(_OPENS) or text.endswith(_CLOSES) else ""
        if quoted:
            if above is None:
                above = {each.text: each.index for each in reversed(blocks) if len(each.text) <= _MOST_CHARS}
            if above.get(quoted, block.index) < block.index:
                yield block.index


def _quoted(text: str) -> str:
    """What a count and few words stand beside in quotation marks; "" if that is not all there is."""
    match = _QUOTED.search(text) if 4 < len(text) <= _MOST_CHARS else None
    if not match:
        return ""
    beside = f"{text[: match.start()]} {text[match.end() :]}"
    is_short = len(beside) <= _MOST_BESIDE and len(WORD.findall(beside)) <= _MOST_WORDS
    return match[1] if is_short and len(_NUMBERS.findall(beside)) == 1 else ""


def counted_comments(
    blocks: Sequence[Block], names: Sequence[str], figured: Sequence[int], prose_before: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The labels of comments with a number, below which just as many lines with a date stand, and the last
    of these lines.

    ``names`` has what the blocks mean as labels: a list of other stories may have dates as well. Where more
    labels have a number, each belongs to a post or a card.
    """
    total = prose_before[-1]
    labels = [index for index in figured if names[index] == "comments"]
    counts = {index: found for index in labels if (found := _NUMBERS.findall(blocks[index].text))}
    for index, numbers in counts.items() if len(counts) <= _MOST_LABELS else ():
        above = prose_before[index]
        if len(numbers) != 1 or above < _NOTE_ABOVE:
            continue
        dated = _dated_below(blocks, names, figured, index)
        is_text = above >= _TEXT_ABOVE and total - above <= _MOST_BELOW * total
        if not is_text and not _are_named(blocks, figured, index, dated):
            continue
        if _LEAST_COUNTED <= int(numbers[0]) == len(dated):
            yield index, dated[-1]


def _are_named(blocks: Sequence[Block], figured: Sequence[int], label: int, dated: Sequence[int]) -> bool:
    """Whether all lines with a date below a label have more before it, and the last one above has not: a note
    has its day there, and a thread whoever began it."""
    above = (blocks[at].text for at in reversed(figured) if at < label)
    head = next((text for text in above if len(text) <= _MOST_STAMP and holds_stamp(text)), "")
    return _BEGINS_WITH_FIGURE.match(head) is not None and not any(
        _BEGINS_WITH_FIGURE.match(blocks[at].text) for at in dated
    )


def _dated_below(
    blocks: Sequence[Block], names: Sequence[str], figured: Sequence[int], label: int
) -> list[int]:
    """The lines with a date below a label, up to that of something else."""
    end = next((at for at in range(label + 1, len(names)) if names[at] in _OTHER_PARTS), len(names))
    below = ((index, blocks[index].text) for index in figured if label < index < end)
    return [index for index, text in below if len(text) <= _MOST_STAMP and holds_stamp(text)]
