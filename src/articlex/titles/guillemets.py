"""Guillemets that quote, told from those that part a title: «Заря», « Le Monde », »Zeit«, »Aamu».

"Home » News" and "Headline « Site" have lone ones; those of a quotation come in pairs. French sets blanks
inside these, so that "Headline « Site » Archive" is told by what is the site's name alone.
"""

from __future__ import annotations

from articlex.regex import regex

#: A pair with blanks inside, and what stands before it.
_SPACED = regex(r"([^«»|]{1,200}) « ([^«»|]{1,200}) »(?: |$)")
_GUILLEMETS = frozenset("«»‹›")
#: « before its », with or without spaces inside; » « and » » only where they touch what they quote alone.
#: A pair holds neither further guillemets nor a bar.
_PAIR = regex(
    r"«[^«»|]{1,200}»"
    r"|‹[^‹›|\s](?:[^‹›|]{0,198}[^‹›|\s])?›"
    r"|(?<![^\s(\[„“\"'–—-])»(?!\s)[^«»|]{1,200}(?<!\s)[«»](?!\w)"
    r"|(?<![^\s(\[„“\"'–—-])›(?!\s)[^‹›|]{1,200}(?<!\s)[‹›](?!\w)"
)
#: Of the width of a guillemet, and no separator.
_QUOTE = '"'


def without_quoting(text: str) -> str:
    """``text`` with a plain quotation mark for each guillemet of a quotation; of the same length."""
    if _GUILLEMETS.isdisjoint(text):
        return text
    nested = _PAIR.sub(lambda found: f"{_QUOTE}{found[0][1:-1]}{_QUOTE}", text)
    # What held another quotation is a pair now that the inner one is gone.
    return _PAIR.sub(lambda found: f"{_QUOTE}{found[0][1:-1]}{_QUOTE}", nested)


def parted_by_pair(text: str) -> tuple[str, str] | None:
    """What stands before and in a pair that may part a title: "Headline « Site » Archive"."""
    found = _SPACED.match(text) if "«" in text else None
    return (found[1], found[2]) if found else None
