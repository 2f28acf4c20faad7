"""Cheap tests of a text by its words: it is a name as it stands, has none in it, is a question or a list.

They save most of the far more expensive reading of names."""

from __future__ import annotations

from functools import cache

from articlex.bylines.given import begins_as_name
from articlex.bylines.leads import TRIM
from articlex.bylines.name_ends import TEAMS
from articlex.bylines.persons import MAX_SHAPED, has_particle
from articlex.data.bylines import byline_words
from articlex.punctuation import SENTENCE_ENDS, asks, has_colon
from articlex.regex import regex

#: Letters of scripts whose names need not have a capital, from Hebrew on, but no punctuation.
_OTHER_SCRIPT = regex("[^\x00-\xac\xae-\u058f\u2010-\u2027\u2030-\u203a\u20a0-\u20bf]")
#: Signs of what reading takes out of a name, or turns round: brackets, tags, entities, addresses, commas.
_TAKEN_OUT = regex(r"[(\[{<&@/,+=]")
#: A date in figures, which is taken out as well.
_FIGURES = regex(r"\d[./-]\d")
#: Signs that may surround a word; only the first three stand in names.
_AROUND = ".'’:;!?\"“”„*…«»"
#: What ends a sentence or leads on, and characters of the longest names that end so.
_STOPS, _MAX_STOPPED = SENTENCE_ENDS | {":", ";"}, 30
#: Blanks in the longest list.
_MOST_BLANKS = 15
#: Lower-case words behind a name that make it the beginning of a sentence.
_SMALL = 2
#: Words behind a person of whom a headline tells, at least; letters of the verb that is the first of them, at
#: least; and words as long that lead to a paper or a place.
_LEAST_TOLD, _LEAST_VERB, _LEADING = 3, 4, frozenset("para pour voor från över till sobre depuis".split())
#: The weight of a word with a capital; a person's name ends with such a word.
_CAPITAL = 2
#: A year or a time of day.
_WHEN = regex(r"\d{4}|\d[:.h]\d\d")
#: What stands between the names of a long list.
_LISTED = regex(r"[;,；、]\s*(?![\d*†‡§])")
#: Words in ASCII that begin with a capital or are in capitals, or one in small letters; single blanks.
_PLAIN = regex(r"(?:[A-Z](?:[a-z]+|[A-Z]*)(?: [A-Z](?:[a-z]+|[A-Z]*))*|[a-z]{3,})\Z")


def is_plain(text: str) -> bool:
    """Whether a text has nothing around a name that reading would take off: it is a name as it stands, or
    none.

    True for a third of what is read for names, in a fifth of the time of reading it.

    >>> is_plain("Ann Example"), is_plain("Ann Example Editor"), is_plain("By Ann Example")
    (True, False, False)
    """
    if not _PLAIN.match(text) or text.find(text[-3:], 0, -3) >= 0:
        return False
    folded = text.lower()
    words = folded.split(" ")
    if not _special_words().isdisjoint(words) or folded.endswith(byline_words().after):
        return False
    # "Ann Example MD"
    return len(words) < 3 or not text[-1].isupper()


@cache
def _special_words() -> frozenset[str]:
    """All words of labels, jobs, page furniture, degrees and agencies, which may stand around a name."""
    words = byline_words()
    tables = (words.before, words.other, words.spare)
    lists = (
        *(each for table in tables for each in table.by_start.values()),
        *(words.suffixes, words.conjunctions, words.ordinary, words.sections, words.agencies),
        *(words.credentials, words.openers, TEAMS),
    )
    return frozenset(token for each in lists for phrase in each for token in phrase.split())


def may_name_person(text: str) -> bool:
    """Whether two words of a text that follow each other may be a person's name.

    False for a third of the lines without a byline word that have no name, in a tenth of the time of reading
    them; always true for texts without capitals or with many signs.
    """
    if _TAKEN_OUT.search(text) or _OTHER_SCRIPT.search(text) or _FIGURES.search(text) or "www." in text:
        return True
    if text.find(text[-3:], 0, -3) >= 0:
        # It may be doubled: "an Ann ExampleAnn Example".
        return True
    before = 0
    for token in text.split():
        weight = _weight(token)
        if before and weight == _CAPITAL:
            return True
        before = weight
    return False


def _weight(token: str) -> int:
    """:data:`_CAPITAL` for a word with a capital, 1 for a particle ("van"), 0 for one that is in no name."""
    words = byline_words()
    if token != token.lower():
        # "ExampleUpdated" may be two words.
        is_whole = token[1:].islower() or token.isupper()
        return 0 if is_whole and token.casefold().strip(_AROUND) in words.ordinary else _CAPITAL
    return 1 if token in words.particles or token.strip(TRIM) in words.particles else 0


def may_be_names(part: str) -> bool:
    """Whether a text may be nothing but names: no question, no sentence; in ASCII, more than one word."""
    ends_sentence = part[-1] in _STOPS and len(part) > _MAX_STOPPED and not part.endswith(("Jr.", "Sr."))
    if part[-1] in "?？؟" or ends_sentence:
        return False
    if not part.isascii():
        # "王小明。(资料图)" is a caption; "はるか。" may be how somebody signs.
        return "。" not in part or (part[-1] == "。" and "、" not in part)
    words = part.split(None, 2)
    if len(words) < 2 or part[0].islower() or part.count(" ") > _MOST_BLANKS:
        return False
    # Behind the first word of a name stands a capital, a particle ("de", "d'Example") or "and".
    second, known = words[1], byline_words()
    is_inside = second in known.particles or second in known.conjunctions or has_particle(second)
    return is_inside or not second[0].islower()


def is_sentence(text: str, name: str, is_long: bool) -> bool:
    """Whether ``text`` begins with ``name`` and goes on in small letters: "Der Gemeinderat hat in seiner
    Sitzung am", or with somebody of whom a headline tells: "Ann Example wins the race to Bo Bay". The former,
    without a known given name in front, is false for ASCII unless the line is long (``is_long``), as
    :func:`may_be_names` has seen its second word.

    >>> is_sentence("В Речном открыли новый мост", "В Речном", is_long=False)
    True
    """
    if begins_as_name(name):
        return _tells(text.removeprefix(name).split())
    if not is_long and text.isascii():
        return False
    behind = text.removeprefix(name).split(None, _SMALL)[:_SMALL]
    return len(behind) == _SMALL and all(word[0].islower() for word in behind)


def _tells(behind: list[str]) -> bool:
    """Whether the words behind a person begin with a verb in small letters and go on: "wins the race"."""
    first = behind[0] if len(behind) >= _LEAST_TOLD else ""
    if not (first.islower() and first.isalpha()) or len(first) < _LEAST_VERB or first in _LEADING:
        return False
    if any("." in word[:-1] or "@" in word for word in behind):
        return False  # "Ann Example ann at sample.example"
    words = byline_words()
    is_known = first in words.ordinary or first in words.particles or first in words.labels
    return not is_known and any(word.islower() for word in behind[1:])


def queries(text: str) -> bool:
    """Whether a line is a label or a name, a colon and a question, and has no year or time of day.

    With these it may be a byline with a headline behind it: "Posted on 6 May 2024: Who needs a bridge?".

    >>> queries("記者：どうして駅に本棚を置いたのですか。"), queries("By Ann Example on Who?")
    (True, False)
    """
    return has_colon(text) and asks(text) and not _WHEN.search(text)


def is_list(text: str) -> bool:
    """Whether a long text may be nothing but names: "Ann Example 1; Bo Sample 2; Cy Specimen 1"."""
    pieces = _LISTED.split(text)
    return len(pieces) > 2 and all(len(piece) <= MAX_SHAPED and piece[:1].isupper() for piece in pieces)
