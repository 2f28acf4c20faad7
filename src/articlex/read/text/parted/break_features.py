"""What is known of the break between two lines of a text that may have a line for each text node of its page.

Nothing asks for the words of a language: how lines begin and end (with which kind of character, by Unicode's
categories), how long they are, whether their first and last words stand elsewhere in the text, white space,
and the same of the lines around. Each line is looked at once; the rest is arithmetic on arrays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from articlex.nearest import last_up_to, next_from
from articlex.read.text.character_kinds import CLOSING, COLON, END, KIND, SMALL, STOP, UNCASED, UNSPACED
from articlex.read.text.lines import Line
from articlex.read.text.parted.breaks import BRACKETS, last_sign
from articlex.read.text.scripts import words_in_line

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Values of a line, in the order of :func:`_values`.
_SEEN = (
    "gap", "open", "indent", "first", "letter", "last", "sign", "words", "size", "inner", "brackets",
    "quotes", "capitals", "copies", "first_word", "first_word_size", "first_word_leads", "last_word",
    "last_word_size", "last_word_ends",
)  # fmt: skip
#: Values of a line that the lines before and behind it decide, in the order of :func:`_runs`.
_RUNS = (
    "lines_before", "words_before", "lines_behind", "words_behind", "short_before", "short_behind",
    "words_since_end", "words_to_end", "lines_to_end",
)  # fmt: skip
_OF_LINE = _SEEN + _RUNS
#: The lines around a break of which these are known: the line above it is 0, the one below it 1.
_AROUND = (-1, 0, 1, 2, 3)
_OF_BREAK = ("pair",)
_OF_PAGE = (
    "page_tight", "page_open", "page_indented", "page_small", "page_closing", "page_words", "page_lines",
    "page_open_above_gap", "page_indented_below_gap", "page_unspaced", "page_uncased", "page_prose",
)  # fmt: skip
#: The names of all features.
NAMES = (*(f"{name}{place:+d}" for place in _AROUND for name in _OF_LINE), *_OF_BREAK, *_OF_PAGE)

#: Most words of a line of a menu, and fewest of a line of prose.
_SHORT, _PROSE = 4, 8
#: Where counts end: what is further away, or more often there, tells no more.
_MOST_GAP, _MOST_INDENT, _MOST_COPIES, _FAR = 4, 12, 9, 9


def break_features(lines: Sequence[Line]) -> dict[str, NDArray[np.float32]]:
    """The features of the breaks between each two of ``lines``, two or more: by name, a value for each
    break."""
    import numpy as np

    tokens = [line.text.casefold().split() for line in lines]
    seen = _values(lines, tokens)
    # Two lines before the first and two behind the last, of which nothing is known.
    around = np.zeros((len(_OF_LINE), len(lines) + 4), np.float32)
    around[: len(_SEEN), 2:-2] = seen
    around[len(_SEEN) :, 2:-2] = _runs(seen)
    breaks = len(lines) - 1
    columns = [
        around[row, 2 + place : 2 + place + breaks] for place in _AROUND for row in range(len(_OF_LINE))
    ]
    pairs = Counter(chain.from_iterable(pairwise(each) for each in tokens))
    columns.append(
        np.fromiter(
            (pairs[above[-1], below[0]] for above, below in pairwise(tokens)),
            np.float32,
            breaks,
        )
    )
    columns += [np.full(breaks, value, np.float32) for value in _page(seen)]
    return dict(zip(NAMES, columns, strict=True))


def _values(lines: Sequence[Line], tokens: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """What is seen of each line by itself, and of its first and last words in all of the text."""
    import numpy as np

    copies = Counter([line.text for line in lines])
    known = Counter(chain.from_iterable(tokens))
    leading = Counter([words[0] for words in tokens])
    ending = Counter([words[-1] for words in tokens])
    kind = KIND.__getitem__
    seen = np.empty((len(lines), len(_SEEN)), np.float32)
    for row, line, words in zip(seen, lines, tokens, strict=True):
        text = line.text
        first, last = words[0], words[-1]
        row[:] = (
            min(line.gap, _MOST_GAP),
            line.open,
            min(line.indent, _MOST_INDENT),
            kind(text[0]),
            kind(text.lstrip(BRACKETS)[:1] or text[0]),
            kind(text[-1]),
            kind(last_sign(text) or text[-1]),
            words_in_line(text),
            len(text),
            len(STOP.findall(text, 0, len(text) - 1)),
            text.count("(") + text.count("（") - text.count(")") - text.count("）"),
            text.count('"') % 2,
            sum(word[0].isupper() for word in text.split(" ")) / len(words),
            min(copies[text], _MOST_COPIES),
            known[first],
            len(first),
            leading[first] / known[first],
            known[last],
            len(last),
            ending[last] / known[last],
        )
    return seen.T


def _runs(seen: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    """What is between each line and the next gaps, ends of sentences and long lines before and behind it."""
    import numpy as np

    by_name = dict(zip(_SEEN, seen, strict=True))
    words, sign = by_name["words"], by_name["sign"]
    place = np.arange(len(words))
    starts = by_name["gap"] > 0
    begin, end = last_up_to(starts), next_from(np.append(starts[1:], True))
    ended = (sign == END) | (sign == COLON)
    told = np.append(True, ended[:-1]) | (by_name["gap"] > 1)
    closes = next_from(ended | np.append(by_name["gap"][1:] > 1, True))
    long = words > _SHORT
    total = np.append(0, words.cumsum(dtype=np.float64))
    return [
        np.minimum(place - begin + 1, _FAR),
        total[place + 1] - total[begin],
        np.minimum(end - place + 1, _FAR),
        total[end + 1] - total[place],
        np.minimum(place - last_up_to(long, -1), _FAR),
        np.minimum(next_from(long) - place, _FAR),
        total[place + 1] - total[last_up_to(told)],
        total[closes + 1] - total[place],
        np.where(ended[closes], np.minimum(closes - place, _FAR), _FAR),
    ]


def _page(seen: NDArray[np.float32]) -> list[float]:
    """What is seen of the text as a whole, in the order of :data:`_OF_PAGE`."""
    by_name = dict(zip(_SEEN, seen, strict=True))
    gap, opens, indented = by_name["gap"][1:], by_name["open"], by_name["indent"] == 1
    first, letter, sign, words = (by_name[name] for name in ("first", "letter", "sign", "words"))
    tight = gap == 0
    apart = max(1, int((~tight).sum()))
    goes_on = tight & (sign[:-1] != END) & (sign[:-1] != COLON)
    return [
        tight.mean(),
        opens.mean(),
        indented.mean(),
        ((letter[1:] == SMALL) & goes_on).mean(),
        ((first[1:] <= CLOSING) & tight).mean(),
        words.mean(),
        len(words),
        (opens[:-1] * ~tight).sum() / apart,
        (indented[1:] & ~tight).sum() / apart,
        (letter == UNSPACED).mean(),
        (letter == UNCASED).mean(),
        (words >= _PROSE).mean(),
    ]
