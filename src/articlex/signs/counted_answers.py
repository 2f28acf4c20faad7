"""Labels of comments that count them and quote the title of the page: "3 responses to “The last pans”".

No word is looked up: a number and few words beside the quotation of a line that stands above it. Templates
print it in every language, the number before or behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block
from articlex.regex import WORD, regex

_OPENING, _CLOSING = '“„«‹"‘「『《', '”“»›"’」』》'
_QUOTED = regex(rf"[{_OPENING}]{{1,2}}\s?([^\s{_OPENING}].*[^\s{_CLOSING}])\s?[{_CLOSING}]{{1,2}}")
_NUMBERS = regex(r"\d+")
#: Characters of such a label, and words and characters of it beside the quotation.
_MOST_CHARS, _MOST_WORDS, _MOST_BESIDE = 200, 6, 40


def counted_answers(blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks that count what was answered to another one above them, which they quote."""
    above: dict[str, int] | None = None
    for block in blocks:
        quoted = _quoted(block.text)
        if quoted:
            if above is None:
                above = {each.text: each.index for each in reversed(blocks) if len(each.text) <= _MOST_CHARS}
            if above.get(quoted, block.index) < block.index:
                yield block.index


def _quoted(text: str) -> str:
    """What a count and few words stand beside in quotation marks; "" if that is not all there is."""
    if not 4 < len(text) <= _MOST_CHARS or not (text[-1] in _CLOSING or text[0] in _OPENING):
        return ""
    match = _QUOTED.search(text)
    if not match:
        return ""
    beside = f"{text[: match.start()]} {text[match.end() :]}"
    is_short = len(beside) <= _MOST_BESIDE and len(WORD.findall(beside)) <= _MOST_WORDS
    return match[1] if is_short and len(_NUMBERS.findall(beside)) == 1 else ""
