"""Transcripts of recordings, each sentence below its time: "0:14", "Nine years ago ...", "0:21", ...

Players set a transcript beside the picture, where no article stands. Its times go up from the first minutes
on, which the times of a programme and the lengths of other recordings do not, and there are sentences between
them, which chapters have not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from articlex.options import Options
from articlex.page import Block, Kind, Mark, Page, Role
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import regex
from articlex.stages.contract import Output, Stage

REASONS = {"said": "The block is said in a recording, at the time that stands above it."}

#: A time of a recording, perhaps in brackets.
_CUE = regex(r"\W{0,2}(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)(?:[.,]\d{1,3})?\W{0,2}\Z")
#: Cues of the shortest transcript, the latest second of the first one, most blocks and seconds between two.
_LEAST, _LATEST, _MOST_BLOCKS, _MOST_SECONDS = 5, 120, 6, 300
#: The share of the stretches between cues that hold a sentence, at least.
_SHARE = 0.5
_LONGEST_CUE = 16
_KINDS = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})
_LEFT_OUT = frozenset({Role.BOILERPLATE})


def run(page: Page, options: Options) -> Output:
    """Mark what was left out of the longest transcript of the page."""
    cues = max(_runs(page.blocks), key=len, default=[])
    if len(cues) < _LEAST:
        return
    stretches = [range(cue + 1, after) for cue, after in zip(cues, [*cues[1:], cues[-1] + 2], strict=True)]
    held = [page.blocks[span.start : span.stop] for span in stretches]
    if sum(any(map(_is_sentence, blocks)) for blocks in held) < _SHARE * len(held):
        return
    if not any(map(_is_sentence, held[-1])):
        del held[-1]
    for block in chain.from_iterable(held):
        is_said = block.kind in _KINDS and block.text and not block.link_chars
        if is_said and page.role(block.index) in _LEFT_OUT:
            yield Mark(block.index, Role.BODY, "said", 0.7)


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Runs of the cues of one recording, whose times go up and which stand near each other."""
    found: list[int] = []
    last = 0
    for block in blocks:
        second = _second(block.text)
        if second < 0:
            continue
        is_next = found and 0 < second - last <= _MOST_SECONDS and _is_near(block.index - found[-1])
        if not is_next:
            yield found
            found = []
        if found or second <= _LATEST:
            found.append(block.index)
            last = second
    yield found


def _is_near(step: int) -> bool:
    """Whether something stands between two cues, and not too much."""
    return 1 < step <= _MOST_BLOCKS + 1


def _second(text: str) -> int:
    """The time in seconds that a line is, "1:02:03" → 3723; -1 for any other line."""
    found = _CUE.match(text) if ":" in text[:_LONGEST_CUE] and len(text) <= _LONGEST_CUE else None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) if found else -1


def _is_sentence(block: Block) -> bool:
    return block.text[-1:] in SENTENCE_ENDS


STAGE = Stage(name="transcript", run=run, reasons=REASONS, sets=frozenset({Role.BODY}), overrides=_LEFT_OUT)
