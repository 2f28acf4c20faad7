"""What is known of a line of an article that may be a heading or an item, for the trees that say what it is.

Nothing asks for the words of a language: how the line and its neighbours begin and end (with which kind of
character, by Unicode's categories), how long they are, white space, what they are, how far headings and long
paragraphs are, and what the lines near it and those of the whole article have in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.lost_marks.runs import RUN_NAMES, run_features
from articlex.nearest import last_up_to, next_from
from articlex.page import Block, Kind
from articlex.punctuation import COLONS, QUESTION_MARKS
from articlex.read.text.character_kinds import KIND, STOP
from articlex.read.text.parted.breaks import last_sign
from articlex.read.text.scripts import dense_characters, words_in_line
from articlex.read.text.sections import DENSE_WEIGHT, LONG, is_bold
from articlex.regex import LETTER
from articlex.tokens import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Characters of the longest line that is asked about.
LONGEST = 300
#: Characters of a line that is no short one.
_SHORT = 80

#: Values of a block, in the order of :func:`_values`.
_SEEN = (
    "kind", "gap", "indent", "first", "last", "sign", "words", "size", "inner", "capitals", "digits", "bold",
    "linked", "within", "copies", "colon", "rows",
)  # fmt: skip
#: Values of a block that those before and behind it decide, in the order of :func:`_distances`.
_DISTANCES = (
    "short_before", "short_behind", "long_behind", "heading_before", "heading_behind", "characters_before",
)  # fmt: skip
#: The blocks of which these are known: the line is 0.
_AROUND = (-2, -1, 0, 1, 2)
#: Values of the line itself, in the order of :func:`_own`, and of the article, in that of :func:`_article`.
_OWN = ("lines_before", "lines_behind", "same_first_word", "in_title", "longest_word")
_ARTICLE = (
    "blocks", "characters", "lines", "gaps", "indented", "wrapped", "prose", "long", "headings",
    "above_long", "capitals", "colons", "questions",
)  # fmt: skip
#: The names of all features.
NAMES = (
    *(f"{name}{place:+d}" for place in _AROUND for name in (*_SEEN, *_DISTANCES)),
    *_OWN,
    *RUN_NAMES,
    *(f"article_{name}" for name in _ARTICLE),
)

_KINDS = {
    Kind.HEADING: 1, Kind.LIST_ITEM: 2, Kind.CODE: 3, Kind.TABLE: 4, Kind.IMAGE: 5, Kind.CAPTION: 6,
    Kind.RULE: 7,
}  # fmt: skip
_PARAGRAPH, _HEADING = 0, 1
#: Where counts end: what is further away, larger or more often there tells no more.
_MOST_GAP, _MOST_INDENT, _MOST_COPIES, _MOST_ROWS, _NEAR, _FAR = 4, 12, 9, 9, 9, 20
_MOST_SIZE, _MOST_BEFORE = 600, 5_000
#: Characters of a long paragraph that are looked at, and words of a line of prose.
_LOOKED_AT, _PROSE = 200, 8
_DIGITS = b"0123456789"
#: What stands for the values of a block before the first or behind the last one.
_NOTHING = -1


def is_line(block: Block) -> bool:
    """Whether a block of an article is one of the lines that are asked about."""
    is_alone = block.kind is Kind.PARAGRAPH and not block.within
    return is_alone and 1 < len(block.text) <= LONGEST and LETTER.search(block.text) is not None


def line_features(
    blocks: Sequence[Block], lines: Sequence[int], title: str, asked: Sequence[int] | None = None
) -> NDArray[np.float32]:
    """The features of the ``lines`` of an article with that ``title``: [lines, features], in the columns of
    :data:`NAMES`. The lines, one or more, are given by their places among its ``blocks``; ``asked`` has the
    places among them of those that are wanted, if not all are."""
    import numpy as np

    asked = range(len(lines)) if asked is None else asked
    wanted = [lines[place] for place in asked]
    sizes = np.array([_size(block.text) for block in blocks], np.float32)
    kinds = np.array([_KINDS.get(block.kind, _PARAGRAPH) for block in blocks])
    distances = _distances(sizes, kinds)
    copies = Counter([block.text for block in blocks])
    edge = max(map(abs, _AROUND))
    known = np.full((len(blocks) + 2 * edge, len(_SEEN) + len(_DISTANCES)), _NOTHING, np.float32)
    near = sorted({line + step for line in wanted for step in _AROUND} & set(range(len(blocks))))
    rows = np.array(near) + edge
    known[rows, : len(_SEEN)] = [_values(blocks[n], int(kinds[n]), float(sizes[n]), copies) for n in near]
    known[rows, len(_SEEN) :] = distances[:, near].T
    own = _own([blocks[line] for line in lines], title)
    run = run_features([blocks[line].text for line in lines], lines, sizes[np.array(lines)].tolist())
    article = np.tile(_article(blocks, lines, sizes, kinds), (len(wanted), 1))
    here = np.array(wanted) + edge
    beside = [known[here + step] for step in _AROUND]
    by_itself = [[*own[place], *run[place]] for place in asked]
    return np.concatenate([*beside, by_itself, article], axis=1, dtype=np.float32)


def _size(text: str) -> float:
    size = len(text)
    return size if size >= _MOST_SIZE or text.isascii() else size + DENSE_WEIGHT * dense_characters(text)


def _values(block: Block, kind: int, size: float, copies: Counter[str]) -> tuple[float, ...]:
    """What is seen of a block by itself, in the order of :data:`_SEEN`."""
    text = block.text[:_LOOKED_AT] or " "
    end = block.text[-1:] or " "
    words = text.split(" ")
    return (
        kind,
        min(block.gap, _MOST_GAP),
        min(block.indent, _MOST_INDENT),
        KIND[text[0]],
        KIND[end],
        KIND[last_sign(block.text[-_LOOKED_AT:]) or end],
        words_in_line(text),
        min(size, _MOST_SIZE),
        len(STOP.findall(text, 0, len(text) - 1)),
        sum([word[:1].isupper() for word in words]) / len(words),
        _digits(text) / len(text),
        is_bold(block),
        block.link_chars / len(text),
        len(block.within),
        min(copies[block.text], _MOST_COPIES),
        end in COLONS,
        min(len(block.lines), _MOST_ROWS),
    )


def _digits(text: str) -> int:
    if text.isascii():  # in a quarter of the time
        return len(text) - len(text.encode().translate(None, _DIGITS))
    return sum(map(str.isdigit, text))


def _distances(sizes: NDArray[np.float32], kinds: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many blocks lie between each one and the nearest of some sort, and the characters since the last
    heading: [distances, blocks], in the order of :data:`_DISTANCES`."""
    import numpy as np

    place = np.arange(len(sizes))
    no_short, long = sizes > _SHORT, (sizes >= LONG) & (kinds == _PARAGRAPH)
    heading = last_up_to(kinds == _HEADING, -1)
    total = np.append(0, sizes.cumsum(dtype=np.float64))
    return np.stack([
        np.minimum(place - last_up_to(no_short, -1), _NEAR),
        np.minimum(next_from(no_short) - place, _NEAR),
        np.minimum(next_from(long) - place, _NEAR),
        np.minimum(place - heading, _FAR),
        np.minimum(next_from(kinds == _HEADING) - place, _FAR),
        np.minimum(total[place] - total[np.maximum(heading, 0)], _MOST_BEFORE),
    ])  # fmt: skip


def _own(lines: Sequence[Block], title: str) -> list[tuple[float, ...]]:
    """What is known of each line beside its neighbours, in the order of :data:`_OWN`."""
    words = [fold(line.text).split() or [""] for line in lines]
    first = Counter([each[0] for each in words])
    in_title = set(fold(title).split())
    return [
        (
            number,
            len(lines) - number,
            first[each[0]],
            sum([word in in_title for word in each]) / len(each),
            max(map(len, each)),
        )
        for number, each in enumerate(words)
    ]


def _article(
    blocks: Sequence[Block], lines: Sequence[int], sizes: NDArray[np.float32], kinds: NDArray[np.int64]
) -> tuple[float, ...]:
    """What the blocks and lines of the article have in common, in the order of :data:`_ARTICLE`."""
    import numpy as np

    texts = [blocks[line].text for line in lines]
    long = (sizes >= LONG) & (kinds == _PARAGRAPH)
    above_long = np.append(long[1:], False)[np.array(lines)]
    return (
        len(blocks),
        float(sizes.sum()),
        len(lines) / len(blocks),
        sum([block.gap > 0 for block in blocks]) / len(blocks),
        sum([block.indent > 0 for block in blocks]) / len(blocks),
        sum([len(block.lines) > 1 for block in blocks]) / len(blocks),
        sum([words_in_line(block.text) >= _PROSE for block in blocks]) / len(blocks),
        float(long.mean()),
        float((kinds == _HEADING).sum()),
        float(above_long.mean()),
        sum([text[0].isupper() for text in texts]) / len(texts),
        sum([text[-1] in COLONS for text in texts]) / len(texts),
        sum([text[-1] in QUESTION_MARKS for text in texts]) / len(texts),
    )
