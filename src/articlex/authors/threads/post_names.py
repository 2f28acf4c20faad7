"""The names of those who wrote the posts of a thread, in the lines that date these: "Post by ann_e » 6 May
2024, 10:12", "ann_e · 06/05/2024 10:12", "ann_e 9 hours ago"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.bylines.persons import is_handle, is_person
from articlex.bylines.undecorated import PICTURES
from articlex.data.bylines import byline_words
from articlex.data.labels import meaning_of
from articlex.dates import find_dates
from articlex.dates.lexicon import is_date_word
from articlex.dates.relative import relative_start
from articlex.punctuation import has_colon
from articlex.regex import LETTER, regex

#: Characters of the longest name, and of the longest with a label.
_LONGEST, _LONGEST_LABELLED = 40, 60
#: The share of the posts that have a name there, at least.
_SHARE = 0.8
#: What stands around the name in the line of the day.
_AROUND_NAME = " »›·•|,:-–—"
#: The name of a member behind the user name, "ann_e (Ann Example)".
IN_BRACKETS = regex(r"(?<=\S) \([^()]{1,60}\)\Z")


def is_called(line: str) -> bool:
    """Whether a line may be the name of a poster: one word, or a person's name, and no known label or word of
    a dateline ("Asked")."""
    if not 1 < len(line) <= _LONGEST or has_colon(line) or "/" in line or LETTER.search(line) is None:
        return False
    is_ordinary = line.casefold() in byline_words().ordinary
    return (is_handle(line) or is_person(line)) and not is_ordinary and not meaning_of(line)


def names_before_days(lines: Sequence[str]) -> list[str]:
    """The name before the day of each post, behind words that all have; "" for a post without one."""
    before = [_words_before_day(line) for line in lines]
    same = len(list(takewhile(lambda words: len({*words}) == 1, zip(*before, strict=False))))
    return column([IN_BRACKETS.sub("", " ".join(words[same:]).strip(_AROUND_NAME)) for words in before])


def without_label(line: str) -> str:
    """A line without the label of who began the thread behind the name: "ann_e Discussion starter"."""
    words = line.split() if len(line) <= _LONGEST_LABELLED else []
    labels = byline_words().suffixes
    ends = (end for end in range(1, len(words)) if " ".join(words[end:]).casefold() in labels)
    return " ".join(words[: next(ends, len(words))]) or line


def column(found: Sequence[str]) -> list[str]:
    """Texts at one place of each post as names, "" for those that are none."""
    return [line if is_called(line) else "" for line in found]


def are_names(names: Sequence[str]) -> bool:
    """Whether the first and most of ``names`` are not empty, and not all of these the same."""
    if not names or not names[0]:
        return False
    return sum(map(bool, names)) >= _SHARE * len(names) and len({*names} - {""}) > 1


def _words_before_day(line: str) -> list[str]:
    """The words of a line before its day and the day of the week, or before its age: "ann_e 9 hours ago"."""
    found = next(iter(find_dates(line)), None)
    start = found.start if found else max(relative_start(line), 0)
    words = PICTURES.sub("", line[:start]).split()
    while words and is_date_word(words[-1].strip(_AROUND_NAME)):
        words.pop()
    return words
