"""Where two sources of the same page contradict each other, in words; for dates see ``dates.conflict``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from articlex.page import Fact, Field


def conflicts(provenance: Mapping[Field, Sequence[Fact]]) -> tuple[str, ...]:
    """One line for each field on which the winner and another source say different things.

    ``provenance`` has the facts of each field, the winner first. Only what two sources state in a form
    that can be compared counts: names and languages, not titles, which are worded in many ways.
    """
    found: list[str] = []
    for field, differ in _DIFFER.items():
        facts = provenance.get(field, ())
        if not facts or not facts[0].value:
            continue
        best = facts[0]
        rival = next((fact for fact in facts[1:] if fact.source != best.source and differ(best, fact)), None)
        agreed = {fact.source for fact in facts if fact.value == best.value}
        if rival and (best.block is not None or rival.source not in agreed):
            found.append(f"{field}: {best.source} says {_say(best)}, {rival.source} says {_say(rival)}")
    return tuple(found)


def _say(fact: Fact) -> str:
    return fact.value if isinstance(fact.value, str) else ", ".join(fact.value)


def _other_people(best: Fact, rival: Fact) -> bool:
    """Whether two sources that are usually right name nobody in common."""
    if isinstance(best.value, str) or isinstance(rival.value, str) or rival.source not in _TRUSTED:
        return False
    names = {word for name in best.value for word in name.casefold().split()}
    others = {word for name in rival.value for word in name.casefold().split()}
    return bool(names and others) and names.isdisjoint(others)


#: Sources of authors that are right on most pages, see the scores in ``metadata/``.
_TRUSTED = frozenset(("json-ld", "opengraph", "html-meta", "parsely", "sailthru", "dublin-core"))


def _other_language(best: Fact, rival: Fact) -> bool:
    return str(best.value).split("-")[0] != str(rival.value).split("-")[0] and "text" in (
        best.source,
        rival.source,
    )


_DIFFER: Mapping[Field, Callable[[Fact, Fact], bool]] = {
    Field.AUTHORS: _other_people,
    Field.LANGUAGE: _other_language,
}
