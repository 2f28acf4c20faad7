"""What lynx and w3m print for pictures without alternative text, "[lamp.jpg]" and "[img-0412]", and lynx for
buttons, "(BUTTON)"."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.addresses import PICTURES
from articlex.page import Run
from articlex.regex import regex

_BUTTON = regex(r"\(BUTTON\)(?: |\Z)")
_FILE = regex(rf"\[[^\s\[\]/:]{{1,200}}\.(?i:{PICTURES})(?:\?[^\s\[\]]{{0,200}})?\]")
#: w3m prints the name without its ending. Elsewhere in a line such a word may be one of code.
_NAME = regex(r"\[(?i:img)[-_][^\s\[\]]{1,200}\] ")
#: Characters of the longest label of a button.
_LONG = 100


def without_stand_ins(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without file names of pictures if there is other text, without "(BUTTON)" if that is long."""
    found = list(runs)
    if found and (name := _NAME.match(found[0].text)):
        found[0] = found[0]._replace(text=found[0].text[name.end() :])
    others = [run._replace(text=_FILE.sub("", run.text)) for run in found]
    shown = "".join([run.text for run in others])
    if len(shown) > _LONG:
        return [run._replace(text=_BUTTON.sub("", run.text)) for run in others]
    return others if any(map(str.isalnum, shown)) else found
