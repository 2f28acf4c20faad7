"""Guillemets that quote («Заря», « Le Monde », »Zeit«, »Aamu»), told from separators of a title.

Separators stand alone, "Home » News" and "Headline « Site"; quotation marks come in pairs. French sets blanks
inside a pair, so that "Headline « Site » Archive" can only be told by the name of the site.
"""

from __future__ import annotations

from articlex.regex import regex

#: A pair with blanks inside, and what stands before it.
_SPACED = regex(r"([^«»|]{1,200}) « ([^«»|]{1,200}) »(?: |$)")
_GUILLEMETS = frozenset("«»‹›")
#: A pair: « and », with or without spaces inside; » and « or » only where they touch what is inside and
#: nothing else. There are no further guillemets and no bar in it.
_PAIR = regex(
    r"«[^«»|]{1,200}»"
    r"|‹[^‹›|\s](?:[^‹›|]{0,198}[^‹›|\s])?›"
    r"|(?<![^\s(\[„“\"'–—-])»(?!\s)[^«»|]{1,200}(?<!\s)[«»](?!\w)"
    r"|(?<![^\s(\[„“\"'–—-])›(?!\s)[^‹›|]{1,200}(?<!\s)[‹›](?!\w)"
)
#: As wide as a guillemet, but no separator.
_QUOTE = '"'


def without_quoting(text: str) -> str:
    """``text``, of the same length, with a plain quotation mark in place of each guillemet that quotes."""
    if _GUILLEMETS.isdisjoint(text):
        return text
    nested = _PAIR.sub(lambda found: f"{_QUOTE}{found[0][1:-1]}{_QUOTE}", text)
    # Once the inner quotation is gone, the one around it is a pair as well.
    return _PAIR.sub(lambda found: f"{_QUOTE}{found[0][1:-1]}{_QUOTE}", nested)


def parted_by_pair(text: str) -> tuple[str, str] | None:
    """The texts before and in a pair that may separate: "Headline « Site » Archive"; None without one."""
    found = _SPACED.match(text) if "«" in text else None
    return (found[1], found[2]) if found else None
