"""What lynx prints for pictures and buttons: the name of a file in square brackets, "[lamp.jpg]", where a
picture has no text of its own, and "(BUTTON)" before a label."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.page import Run
from articlex.regex import regex

_BUTTON = regex(r"\(BUTTON\)(?: |\Z)")
_FILE = regex(r"\[[^\s\[\]/:]{1,200}\.(?i:gif|jpe?g|png|webp|avif|svg)(?:\?[^\s\[\]]{0,200})?\]")
#: Characters of a text that is more than what a button says.
_LONG = 100


def without_stand_ins(runs: Iterable[Run]) -> list[Run]:
    """``runs`` without the names of files that stand for pictures, if they have other text; of a text that is
    more than a label without the marks of buttons."""
    found = list(runs)
    others = [run._replace(text=_FILE.sub("", run.text)) for run in found]
    shown = "".join([run.text for run in others])
    if len(shown) > _LONG:
        return [run._replace(text=_BUTTON.sub("", run.text)) for run in others]
    return others if any(map(str.isalnum, shown)) else found
