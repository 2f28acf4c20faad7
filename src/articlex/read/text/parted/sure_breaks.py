"""Breaks between lines at which the signs leave no doubt whether the text goes on: not left to the trees.

The trees know no words, and were fitted on pages of few scripts. So the labels of bylines and the headline
stay apart, as those who look for authors and titles expect, and scripts without spaces have their own rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlex.data.bylines import byline_words
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.read.text.parted.breaks import OTHER_COMMAS, Signs, last_sign, visibly_goes_on
from articlex.read.text.parted.parted_brackets import NOTE, PROSE
from articlex.read.text.scripts import dense_characters, is_unspaced, words_in_line
from articlex.regex import regex

#: Punctuation inside a line of Chinese or Japanese; the space with which these set in a paragraph.
_INNER = regex(r"[。．、，；！？].")
_WIDE_SPACE = "\u3000"
#: A command at a prompt, with its output below.
_PROMPT = regex(r"(?:[$%#>]|>>>|\.\.\.) \S")
#: Most words of a label.
LABEL = 2
#: Characters that no label of a byline has.
_TOO_LONG = 40


class Seen(NamedTuple):
    """The lines of a page, its opening and closing characters, and how often each line stands there."""

    lines: Sequence[Line]
    signs: Signs
    times: Mapping[str, int]


def surely_goes_on(seen: Seen, place: int, is_inside: bool) -> bool | None:
    """Whether the line at ``place`` goes on with the one above, where the signs leave no doubt; else None.
    ``is_inside`` says whether the line above goes on with the one before it."""
    line, following = seen.lines[place - 1 : place + 1]
    if _are_listed(line, following) or _is_typed(line) or _is_typed(following):
        return False
    if visibly_goes_on(line, following, seen.signs):
        return True
    if _begins(seen, place, is_inside):
        return False
    return _goes_on(seen, place, is_inside) or None


def _begins(seen: Seen, place: int, is_inside: bool) -> bool:
    """Whether the line at ``place``, which does not visibly go on, surely begins something."""
    line, following = seen.lines[place - 1 : place + 1]
    if place > 1 and _are_listed(seen.lines[place - 2], line):
        return True
    if not is_inside and (_is_headline(seen, place - 1) or _is_signing(line) or _is_signing(following)):
        return True
    if following.raw[0] == _WIDE_SPACE or line.text == following.text or NOTE.fullmatch(following.text):
        return True
    return ends_sentence(line) and is_unspaced(following.text[0])


def _goes_on(seen: Seen, place: int, is_inside: bool) -> bool:
    """Whether the line at ``place``, which does not surely begin something, surely goes on."""
    line, following = seen.lines[place - 1 : place + 1]
    if seen.times[line.text] > 1 and _is_behind_label(seen.lines[place - 1 : place + 2]):
        return True
    return (is_inside or _is_prose(line)) and _goes_on_unspaced(line, following)


def ends_sentence(line: Line) -> bool:
    """Whether a line ends a sentence, or with a colon."""
    sign = last_sign(line.text)
    return sign in SENTENCE_ENDS or sign in COLONS


def _are_listed(line: Line, following: Line) -> bool:
    """Whether two lines are a word each in small letters, as in menus, without white space beside them."""
    return all(
        each.text.isalpha() and each.text.islower() and not each.open and not each.indent
        for each in (line, following)
    )


def _is_typed(line: Line) -> bool:
    """Whether a line is typed at a prompt; below it stands what was printed."""
    return _PROMPT.match(line.text) is not None


def _is_headline(seen: Seen, place: int) -> bool:
    """Whether a line of several words stands on the page again, or is the beginning of its first line, which
    has the name of the site behind the title."""
    text = seen.lines[place].text
    if text.count(" ") < PROSE - 1:
        return False
    return seen.times[text] > 1 or (place > 0 and seen.lines[0].text.startswith(text))


def _is_signing(line: Line) -> bool:
    """Whether a line is the label of a byline ("By", "作者：") and nothing else."""
    return len(line.text) < _TOO_LONG and line.text.casefold().strip(" :：") in byline_words().labels


def _is_behind_label(lines: Sequence[Line]) -> bool:
    """Whether the second of three ``lines`` begins with the space behind a short label, such as the initials
    of who speaks. Of a list below a label all lines do."""
    label, line, *below = lines
    if line.gap or line.indent != 1 or label.indent or label.open or not ends_sentence(label):
        return False
    is_list = any(each.indent == 1 and not each.gap for each in below)
    return not is_list and words_in_line(label.text) <= LABEL


def _is_prose(line: Line) -> bool:
    """Whether a line of Chinese or Japanese is one of prose: it is set in, or has punctuation inside."""
    return line.raw[0] == _WIDE_SPACE or line.text[-1] in OTHER_COMMAS or _INNER.search(line.text) is not None


def _goes_on_unspaced(line: Line, following: Line) -> bool:
    """Whether a line ends and the next begins within a sentence of a script without spaces between words, or
    of Korean, which writes particles together with what is linked before them."""
    last, first = line.text[-1], following.text[0]
    if following.gap or line.open or following.indent or following.text[-1] in COLONS:
        return False
    return last.isalpha() and first.isalpha() and dense_characters(last + first) == 2
