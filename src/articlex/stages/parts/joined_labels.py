"""Labels in raw page text that are joined with the title behind them.

The page sets the two apart by looks, which its text has lost: "Read moreCalm over the bay", "LIRE LA SUITE Le
calme", "Lee también El faro". A label runs into a title where small letters are followed by a capital, or
where the letters have no case.

On 1,370 annotated pages, each in two flattenings, 37 lines begin so, of which one was kept; none of them is
gold but for invitations with a colon, which are told by that. On 148 invented articles by ``innerText`` 27
do, of which ten were kept; all are unwanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articlex.data.labels import case_folded, labels, meaning_of
from articlex.data.reading import is_invitation, is_list_label, is_whole_label, whole_labels
from articlex.language_tags import primary_subtag
from articlex.regex import regex

#: Characters of the longest label, of the shortest one in letters without case, and of the shortest one of a
#: single word: "Ad" begins "AdWords", and "Mehr" begins "MehrWert".
_LONGEST, _SHORTEST, _SHORTEST_WORD = 40, 4, 5

#: A letter with which a title may begin; and what an English line has where a label ends. Most lines have no
#: such place, and need not be taken apart.
_FIRST = regex(r"[^\W\d_a-z]")
_SEEN = regex(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Z][^a-z]* [A-Z][a-z]")
#: What stands between a label and a title that are apart.
_BETWEEN = " :：»→|>–—-.…"
#: What a label of several words may lead to if the title is joined with it.
_LEADS_ON = frozenset({"related", "more"})


class _Joint(NamedTuple):
    """A place in a text where a label may end and a title begin: with no white space between them, or with
    the label in capitals and the title in small letters, ``is_seen`` is true."""

    label: str
    title: str
    is_cased: bool
    is_seen: bool


def joined_titles(text: str, language: str) -> Iterator[str]:
    """What may be the title behind a label of other stories in ``language`` (a tag) or in English."""
    is_english = primary_subtag(language) == "en"
    if is_english and text.isascii() and not _SEEN.search(text, 0, _LONGEST + 2):
        return
    for joint in _joints(text):
        if _is_reading_label(joint, language, is_english):
            yield joint.title


def joined_adverts(text: str) -> Iterator[str]:
    """What may be the text behind the label of an advertisement, "AdvertisementNew roofs from £399". In
    letters without case the label is a word of headings as well: "广告投放" (placing advertisements)."""
    for joint in _joints(text) if _begins(text) in _beginnings_of_adverts() else ():
        is_advert = joint.is_cased and joint.is_seen and len(joint.label) >= _SHORTEST_WORD
        if is_advert and meaning_of(joint.label) == "advert":
            yield joint.title


def _begins(text: str) -> str:
    """The first letters of a text: most are those of no label, and need not be taken apart."""
    return case_folded(text[:_SHORTEST])


@cache
def _beginnings_of_adverts() -> frozenset[str]:
    return frozenset(text[:_SHORTEST] for text, meaning in labels().items() if meaning == "advert")


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(text[:_SHORTEST] for text in whole_labels())


def _joints(text: str) -> Iterator[_Joint]:
    """The places of a text where a label may end; in letters without case, one that is known as a whole."""
    end = min(_LONGEST, len(text) - 2)
    if not _has_case(text[0]) and text[0].isalpha() and _begins(text) not in _beginnings():
        return
    head = text[: end + 1]
    for place in [found.start() for found in _FIRST.finditer(head, _SHORTEST)]:
        before, first = text[place - 1], text[place]
        if first.isupper():
            # "LIRE LA SUITELe calme": the last capital is the title's.
            is_small = text[place + 1].islower()
            if before.islower() or (before.isupper() and is_small and text[:place].isupper()):
                yield _Joint(text[:place], text[place:], is_cased=True, is_seen=True)
            elif before == " ":
                label = text[:place].rstrip(_BETWEEN)
                is_seen = is_small and label.isupper()
                yield _Joint(label, text[place:], is_cased=True, is_seen=is_seen)
        elif first.isalpha() and before.isalpha() and not _has_case(first) and not _has_case(before):
            yield _Joint(text[:place], text[place:], is_cased=False, is_seen=True)


def _has_case(letter: str) -> bool:
    return letter.islower() or letter.isupper()


def _is_reading_label(joint: _Joint, language: str, is_english: bool) -> bool:
    """Whether what stands before a joint is a label of other stories.

    In English, and in letters without case, it has to be known as a whole: "Read our full DirecTV review".
    """
    label, is_one_word = joint.label, " " not in joint.label
    if is_one_word and joint.is_cased and (not joint.is_seen or len(label) < _SHORTEST_WORD):
        return False
    if is_english and not joint.is_seen:
        return False
    is_whole, meaning = is_whole_label(label, language), meaning_of(label)
    if is_one_word or not joint.is_cased:
        return is_whole and meaning != "more"
    if not joint.is_seen:
        return (is_whole and meaning != "more") or is_invitation(label, language)
    is_own = not is_english and _is_one_case(label) and is_list_label(label, language)
    return is_whole or meaning in _LEADS_ON or is_own


def _is_one_case(label: str) -> bool:
    """Whether a label has no names in it: capitals alone, or none behind its first word."""
    return label.isupper() or label.partition(" ")[2].islower()
