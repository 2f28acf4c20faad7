"""One person under two names: whole in the byline ("Ann Mary Example"), short in the box on the author ("Ann
Mary")."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import CLASS, Authors, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.page import Page

#: Features of a person alone beside the headline, or with a byline word or a day.
_AT_TITLE = frozenset(f"only:{shape}@title" for shape in ("bare", "dated", "by-person", "colon-person"))


def whole_over_short(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Persons in a line of their own beside the headline outrank a shorter form of the same name that a class
    states elsewhere. (In the same block the element of the short form is the name.)

    Not in raw page text, where two of 363 annotated pages lost their author to a line with more in it: what
    a flattener has joined to a name, or "About Ann Example".
    """
    del page
    whole = [(place, each, _words(each)) for place, each in enumerate(candidates) if _is_whole(each)]
    signers: set[int] = set()
    others: set[int] = set()
    for place, each in enumerate(candidates if whole else ()):
        words = _words(each) if each.facts and each.is_only_of(CLASS) else frozenset()
        if len(words) > 1:
            blocks = _places(each)
            longer = {at for at, one, more in whole if words < more and blocks.isdisjoint(one.blocks)}
            signers |= longer
            others |= {place} if longer else set()
    return outranking(signers - others, others) if signers else NO_OUTRANKING


def _places(candidate: Authors) -> set[int]:
    return {*candidate.blocks, *(fact.block for fact in candidate.facts if fact.block is not None)}


def _is_whole(candidate: Authors) -> bool:
    is_person = len(candidate.names) == 1 and "person" in candidate.features
    return is_person and not candidate.features.isdisjoint(_AT_TITLE)


def _words(candidate: Authors) -> frozenset[str]:
    """The folded words of the name; none of several names."""
    names = candidate.names
    return frozenset(name_key(names[0]).split()) if len(names) == 1 else frozenset()
