"""Guillemets that quote, told from those that part a title: «Заря», « Le Monde », »Zeit«, »Aamu».

"Home » News" and "Headline « Site" have lone ones; those of a quotation come in pairs.
"""

from __future__ import annotations

from articlex.regex import regex

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
