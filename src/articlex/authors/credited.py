"""Lines that say who wrote a text: "Autorin: Anna Beispiel"."""

from __future__ import annotations

from articlex.bylines.leads import strip_label, with_colons
from articlex.bylines.persons import is_caseless
from articlex.data.bylines import byline_words
from articlex.punctuation import COMMAS

#: What stands between a label and the name, and before a label in brackets.
_SIGNS, _OPENS = ":：／/|｜丨", " ([【（［〔"
#: Letters of a preposition that needs no colon behind it, at least.
_LEAST_PREPOSITION = 3


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
    line = with_colons(text.lstrip(_OPENS), words)
    if line.rpartition(last)[2].lstrip()[:1] in COMMAS:
        return False
    label = line[: len(line) - len(strip_label(line, opens=True))]
    word = label.rstrip(_SIGNS + " \u3000").casefold()
    if any(sign in label for sign in _SIGNS):
        return word not in words.editors
    leads = word in words.prepositions or is_caseless(word)
    return leads and len(word) >= _LEAST_PREPOSITION and label[-1:] == " "
