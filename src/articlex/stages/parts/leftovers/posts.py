"""Comments below a label of them in raw text, told by the days that they have in the same form.

Names, texts and buttons may be as short as those of a menu, and between two comments stands what the scorer
keeps now and then. What they have in common is a day or an age each, and a sentence between two of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from articlex.data.labels import case_folded, labels, normal
from articlex.page import KEPT, Form, Role
from articlex.regex import NUMBER, WORD, regex
from articlex.signs import signs_of
from articlex.signs.dated_lines import is_dated_line
from articlex.signs.prose import STOPS
from articlex.signs.runs import runs
from articlex.stages.parts.leftovers.dropped import MAYBE_COMMENT, Dropped, Found
from articlex.tokens import width

#: Characters of the longest line that announces comments, and the width of the shortest word that does so
#: inside it, or at the end of a longer word: "Comments on this story (11)", "Leserkommentare".
_LABEL, _LONG_WORD = 60, 8
#: Kept text above the label, in bytes of UTF-8: with less the comments are what the page is for.
_TEXT_ABOVE = 400
#: Blocks from the label to the first day, where a form may stand, and from one day to the next, at most.
_FORM, _LONGEST = 40, 40
#: Days of the fewest comments, and the share of them that have a sentence below.
_LEAST, _SENTENCES = 2, 0.5
#: Blocks of the last comment behind its day, at most.
_LAST = 8
#: How often such a line may stand on the page: in lists of posts each has one. What parts its names there.
_REPEATS, _BAR = 2, "|"
#: Blocks between the label of another part and the first day: it may be a way to sort the comments.
_SORTED = 3
#: Reasons of other stories that have been told by their own label or days.
_STORIES = frozenset({"related-label", "related-story", "dated-story"})
#: What stands below the comments, or in cards of other stories.
_OTHER_PARTS = frozenset({"related", "legal", "powered"})
#: The numbers of a day or a clock, with what parts them.
_FIGURES = regex(r"\d+(?:[.:/-]\d+)+")


def posts(dropped: Dropped) -> Found:
    """The label of comments in raw text, and all from there to the end of the last comment."""
    for label in _labels(dropped) if dropped.page.form is Form.TEXT else ():
        days = _without_stories(dropped, _days(dropped, label))
        if len(days) < _LEAST or not _are_posts(dropped, days):
            continue
        for index in range(label, _end(dropped, days)):
            if dropped.roles[index] in MAYBE_COMMENT:
                yield index, Role.COMMENT, "posts"


def _labels(dropped: Dropped) -> Iterator[int]:
    """The lines that announce comments, with enough kept text above."""
    page, signs = dropped.page, signs_of(dropped.page)
    above, found = 0, list[int]()
    for block in page.blocks[dropped.first :]:
        if dropped.roles[block.index] in KEPT:
            above += len(block.text.encode())
        elif above >= _TEXT_ABOVE and (signs.labels[block.index] == "comments" or _announces(block.text)):
            found.append(block.index)
    forms = [NUMBER.sub("", normal(page.blocks[index].text)) for index in found]
    times = Counter(forms)
    return (index for index, form in zip(found, forms, strict=True) if times[form] <= _REPEATS)


def _announces(text: str) -> bool:
    """Whether a line has a number and a word for comments, or is one word that is composed with one."""
    if len(text) > _LABEL or _BAR in text:
        return False
    if " " not in text:
        return text.rstrip(":").endswith(_endings())
    return NUMBER.search(text) is not None and not _words().isdisjoint(WORD.findall(case_folded(text)))


@cache
def _words() -> frozenset[str]:
    """The long words for comments."""
    known = (label for label, meaning in labels().items() if meaning == "comments" and " " not in label)
    return frozenset(label for label in known if width(label) >= _LONG_WORD)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(_words())


def _days(dropped: Dropped, label: int) -> list[int]:
    """The lines below a ``label`` that have a day in the form that most of them have, one near the other."""
    page, signs = dropped.page, signs_of(dropped.page)

    def goes_on(before: int, after: int) -> bool:
        return after - before <= _LONGEST and _OTHER_PARTS.isdisjoint(signs.labels[before:after])

    end = next((mark.block for mark in page.marks[label:] if mark.reason in _STORIES), len(page.blocks))
    below = (index for index in signs.with_digits if label < index < end)
    dated = [index for index in below if is_dated_line(page.blocks[index].text)]
    run = next(runs(dated, goes_on), [])
    if not run or run[0] - label > _FORM or not goes_on(label, run[0] - _SORTED):
        return []
    forms = [_form(page.blocks[index].text) for index in run]
    usual = Counter(forms).most_common(1)[0][0]
    return [index for index, form in zip(run, forms, strict=True) if form == usual]


def _form(text: str) -> str:
    return " ".join(NUMBER.sub("9", found) for found in _FIGURES.findall(text))


def _are_posts(dropped: Dropped, days: Sequence[int]) -> bool:
    """Whether most of the ``days`` have a sentence of their own that was dropped, and are no teasers."""
    said = sum(_says(dropped, before, after) for before, after in pairwise(days))
    more = signs_of(dropped.page).labels[days[0] : days[-1]].count("more")
    return said >= _SENTENCES * (len(days) - 1) and more < _SENTENCES * len(days)


def _without_stories(dropped: Dropped, days: list[int]) -> list[int]:
    """The ``days`` without those of a list of titles behind the last comment, which have no sentence."""
    last = len(days)
    while last > 1 and not _says(dropped, days[last - 2], days[last - 1]):
        last -= 1
    # The sentence above the first title is the last comment.
    return days if last == len(days) else days[: last - 1]


def _says(dropped: Dropped, before: int, after: int) -> bool:
    """Whether a dropped sentence stands between two blocks."""
    blocks, prose = dropped.page.blocks, signs_of(dropped.page).prose
    return any(
        dropped.roles[index] not in KEPT and (prose[index] or blocks[index].text[-1:] in STOPS)
        for index in range(before + 1, after)
    )


def _end(dropped: Dropped, days: Sequence[int]) -> int:
    """Where the last comment ends: with the last button that others have too, or else with its text."""
    page, signs = dropped.page, signs_of(dropped.page)
    texts = Counter(block.text for block in page.blocks[days[0] : days[-1]])
    end, said = days[-1] + 1, False
    for block in page.blocks[end : end + _LAST]:
        is_sentence = block.text[-1:] in STOPS or signs.prose[block.index]
        is_button = texts[block.text] >= _LEAST
        if signs.labels[block.index] in _OTHER_PARTS or (said and not is_sentence and not is_button):
            break
        if is_sentence or is_button:
            end = block.index + 1
        said = said or is_sentence
    return end
