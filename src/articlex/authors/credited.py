"""Lines that say what a person does: "Autorin: Anna Beispiel", and "Главный редактор: …" of a masthead."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.leads import strip_label, with_colons
from articlex.bylines.persons import is_caseless, is_person
from articlex.data.bylines import byline_words
from articlex.page import Block
from articlex.punctuation import COLONS, COMMAS

#: What stands between a label and the name, and before a label in brackets.
_SIGNS, _OPENS = ":：／/|｜丨", " ([【（［〔"
#: Whom a text was taken from, in Chinese: papers have names of as many characters as people.
_SOURCES = ("来源", "來源", "稿源")
#: Letters of a preposition that needs no sign behind it, at least, and characters of a line in a masthead.
_LEAST_PREPOSITION, _MAX_LINE = 3, 80


def credits_author(text: str, last: str) -> bool:
    """Whether a line begins with a word for an author and a colon or its like; editors wrote no text.

    ``last`` is the last name in the line. Behind a comma stands where the author of a study works.

    >>> credits_author("作者：王小明", "王小明"), credits_author("【责任编辑：李四光】", "李四光")
    (True, False)
    >>> credits_author("Autorin: Anna Beispiel, Institut für Flüsse, Mai 2008", "Anna Beispiel")
    False
    """
    words = byline_words()
    line = with_colons(text.lstrip(_OPENS), words)
    if line.rpartition(last)[2].lstrip()[:1] in COMMAS:
        return False
    label = line[: len(line) - len(strip_label(line, opens=True))]
    word = label.rstrip(_SIGNS + " \u3000").casefold()
    if any(sign in label for sign in _SIGNS):
        return word not in words.editors
    leads = word in words.prepositions or is_caseless(word)
    return leads and len(word) >= _LEAST_PREPOSITION and label[-1:] == " "


def in_masthead(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line says who edits the paper: its chief, or an editor beside others with what they are.

    A line alone may name who edited the text, whom some papers name in place of an author.
    """
    label = _label(blocks[index].text)
    editor = max((word for word in byline_words().editors if label.endswith(word)), key=len, default="")
    if not editor:
        return False
    beside = (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
    return label != editor or any(map(_is_of_masthead, beside))


def _is_of_masthead(block: Block) -> bool:
    """Whether a line has a person behind a colon, and before it no word for an author or for a source."""
    label, words = _label(block.text), byline_words()
    if not label or label.endswith(_SOURCES):
        return False
    return label in words.editors or label not in words.labels


def _label(text: str) -> str:
    """What stands before the colon in front of a person, case-folded; "" where nothing does."""
    for colon in reversed(COLONS) if len(text) <= _MAX_LINE else ():
        label, found, name = text.strip(_OPENS + "])】）］〕").partition(colon)
        if found and is_person(name.strip()):
            return label.strip().casefold()
    return ""
