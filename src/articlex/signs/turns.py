"""Interviews and plays that print each turn below the name of the speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.page import Block, Page
from articlex.punctuation import CLOSES, COLONS, SENTENCE_ENDS
from articlex.signs.once import once_a_page

#: Characters of the longest line that names a speaker, turns of the shortest interview, and speakers who have
#: more than one of them, at least.
_MAX_CHARS, _LEAST_TURNS, _LEAST_SPEAKERS = 40, 6, 2
#: What a turn ends with (";" is the question mark of Greek), and what may stand behind that.
_ENDS = SENTENCE_ENDS | {";"}
_LAST, _COLONS = _ENDS | frozenset(CLOSES), "".join(COLONS)


@once_a_page
def speaker_lines(page: Page) -> frozenset[int]:
    """The blocks that name the speakers of an interview: of the page's longest run of names and turns.

    Posts of a thread make no such run: between name and text they have a day or a number.
    """
    blocks = page.blocks
    runs: list[list[int]] = []
    for index, following in enumerate(blocks[1:]):
        # The last letter of the next block rules most blocks out.
        if following.text[-1:] not in _LAST or not _is_speaker(blocks, index):
            continue
        if runs and index - runs[-1][-1] == 2:
            runs[-1].append(index)
        else:
            runs.append([index])
    found = max(runs, key=len, default=[])
    times = Counter(blocks[index].text for index in found)
    often = sum(count > 1 for count in times.values())
    return frozenset(found) if len(found) >= _LEAST_TURNS and often >= _LEAST_SPEAKERS else frozenset()


def _is_speaker(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is short and ends as no sentence does, and the next one ends as one."""
    text = blocks[index].text.rstrip(_COLONS)
    is_short = 0 < len(text) <= _MAX_CHARS and not _ends(text) and not any(map(str.isdigit, text))
    return is_short and _ends(blocks[index + 1].text)


def _ends(text: str) -> bool:
    return text.rstrip(CLOSES)[-1:] in _ENDS
