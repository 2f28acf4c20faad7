"""What lynx prints for pictures without alternative text, "[lamp.jpg]", and for buttons, "(BUTTON)"."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.addresses import PICTURES
from articlex.page import Run
from articlex.regex import regex

_BUTTON = regex(r"\(BUTTON\)(?: |\Z)")
_FILE = regex(rf"\[[^\s\[\]/:]{{1,200}}\.(?i:{PICTURES})(?:\?[^\s\[\]]{{0,200}})?\]")
#: Characters of the longest label of a button.
_LONG = 100


def without_stand_ins(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without file names of pictures if there is other text, without "(BUTTON)" if that is long."""
    found = list(runs)
    others = [run._replace(text=_FILE.sub("", run.text)) for run in found]
    shown = "".join([run.text for run in others])
    if len(shown) > _LONG:
        return [run._replace(text=_BUTTON.sub("", run.text)) for run in others]
    return others if any(map(str.isalnum, shown)) else found
