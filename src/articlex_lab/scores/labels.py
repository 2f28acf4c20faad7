"""Labels of blocks: the share of each block that is in the gold text, or whether it holds a gold snippet.

The gold text is aligned, not looked up: a menu entry that happens to repeat three words of the article is
not content. The alignment is the longest common subsequence of the tokens of all blocks and those of the
gold text (rapidfuzz, Indel distance); the label of a block is the share of its tokens that are aligned.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from articlex_lab.scores.metrics import words

#: Aligned runs of fewer tokens are chance, unless the block itself is as short.
_LEAST_RUN = 2


def align(blocks: Sequence[Sequence[str]], gold: Sequence[str]) -> list[float]:
    """The label of each block, from 0 to 1; ``blocks`` are the tokens of each, ``gold`` those of the text."""
    from rapidfuzz.distance import Indel

    tokens = [token for block in blocks for token in block]
    if not tokens or not gold:
        return [0.0] * len(blocks)
    matched = [0] * len(tokens)
    for operation in Indel.opcodes(tokens, list(gold)):
        if operation.tag == "equal":
            for place in range(operation.src_start, operation.src_end):
                matched[place] = operation.src_end - operation.src_start
    labels = []
    start = 0
    for block in blocks:
        runs = matched[start : start + len(block)]
        hits = sum(1 for run in runs if run >= min(_LEAST_RUN, len(block)))
        labels.append(hits / len(block) if block else 0.0)
        start += len(block)
    return labels


def snippet_labels(texts: Sequence[str], wanted: Sequence[str], unwanted: Sequence[str]) -> list[float]:
    """For each text 1.0 if it holds a wanted snippet or is part of one, 0.0 for an unwanted one, else NaN."""
    flat = [" ".join(text.split()) for text in texts]
    labels = [math.nan] * len(texts)
    for snippets, label in ((unwanted, 0.0), (wanted, 1.0)):
        for snippet in snippets:
            needle = " ".join(snippet.split())
            for place, text in enumerate(flat):
                if needle in text or (len(words(text)) >= 4 and text in needle):
                    labels[place] = label
    return labels
