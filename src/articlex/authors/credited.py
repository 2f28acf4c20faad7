"""Lines that say who did what: "Autorin: Anna Beispiel", or "Главный редактор: …" in a masthead."""

from __future__ import annotations

from articlex.bylines.leads import strip_label, with_colons
from articlex.bylines.persons import is_caseless, is_person
from articlex.data.bylines import byline_words
from articlex.page import Block, Page
from articlex.punctuation import COLONS, COMMAS

#: What stands between a label and the name, and before a label in brackets.
_SIGNS, _OPENS = ":：／/|｜丨", " ([【（［〔"
#: Labels of the source of a text, in Chinese: newspapers have names as short as those of persons.
_SOURCES = ("来源", "來源", "稿源")
#: Letters of a preposition that needs no colon behind it, at least, and characters of a line in a masthead.
_LEAST_PREPOSITION, _MAX_LINE = 3, 80


def credits_author(text: str, last: str) -> bool:
    """Whether a line begins with a word for an author, and a colon or the like unless it is a preposition.
    Words for editors do not count.

    ``last`` is the last name in the line. A comma behind it leads to an affiliation: the line is about a
    study.

    >>> credits_author("作者：王小明", "王小明"), credits_author("【责任编辑：李四光】", "李四光")
    (True, False)
    >>> credits_author("Autorin: Anna Beispiel, Institut für Flüsse, Mai 2008", "Anna Beispiel")
    False
    """
    words = byline_words()
    line = with_colons(text.lstrip(_OPENS))
    if line.rpartition(last)[2].lstrip()[:1] in COMMAS:
        return False
    label = line[: len(line) - len(strip_label(line, opens=True))]
    word = label.rstrip(_SIGNS + " \u3000").casefold()
    if any(sign in label for sign in _SIGNS):
        return word not in words.editors
    leads = word in words.prepositions or is_caseless(word)
    return leads and len(word) >= _LEAST_PREPOSITION and label[-1:] == " "


def in_masthead(page: Page, index: int) -> bool:
    """Whether a line belongs to the masthead of a newspaper: it names the editor in chief, or an editor next
    to another line with a person and what they do.

    An editor in a single line may have edited the text; some newspapers name no other author.
    """
    label = _label(page.blocks[index].text)
    editor = max((word for word in byline_words().editors if label.endswith(word)), key=len, default="")
    if not editor:
        return False
    return label != editor or any(map(_is_of_masthead, page.beside(index)))


def _is_of_masthead(block: Block) -> bool:
    """Whether a line has a person behind a label that is neither for authors nor for sources."""
    label, words = _label(block.text), byline_words()
    if not label or label.endswith(_SOURCES):
        return False
    return label in words.editors or label not in words.labels


def _label(text: str) -> str:
    """The label of a line that is a label, a colon and a person, case-folded; "" for any other line."""
    for colon in reversed(COLONS) if len(text) <= _MAX_LINE else ():
        label, found, name = text.strip(_OPENS + "])】）］〕").partition(colon)
        if found and is_person(name.strip()):
            return label.strip().casefold()
    return ""
