"""Pictures that are buttons of the page, as older pages draw them: for larger type, to print, to send on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from articlex.page import Block, Kind, Page, Run, Wrap, stands_in
from articlex.regex import regex
from articlex.stages.parts.pictures.idle import ICON_FILE

#: A drawing. (A PNG may be a screenshot.)
_DRAWING = regex(r"(?i)\.(?:gif|svg)(?:[?#]|$)")
#: A link that runs a script or leads to a place on the page.
_NOWHERE = regex(r"(?i)javascript:|#")
#: The file name of a button: "btn_print.gif", "shareBtn.gif", "leftArrow.gif".
_BUTTON_FILE = regex(
    r"(?:(?i:[/_.-](?:bt?tn|button)s?)|[a-z](?:Btn|Button|Arrow))"
    r"(?:[_-]?\d{1,2}|[_-][\w-]{0,80})?\.(?i:svg|png|gif)(?:[?#]|$)"
)
#: Part of the class of an element for buttons: "btn", "vidplaybtn", "buttonheading".
_BUTTON_WORDS = ("button", "btn")


def is_button(page: Page, picture: Block) -> bool:
    """Whether a picture is a drawing that leads nowhere, and a button by its link, file or element."""
    if not picture.runs or stands_in(picture.within, Wrap.FIGURE):
        return False
    words = " ".join(page.nodes[picture.node].words)
    is_called_so = any(word in words for word in _BUTTON_WORDS)
    return all(_is_button(run, is_called_so=is_called_so) for run in picture.runs)


def _is_button(picture: Run, *, is_called_so: bool) -> bool:
    source, href = picture.src or "", picture.href or ""
    if href and not _NOWHERE.match(href):
        return False
    if _BUTTON_FILE.search(source):
        return True
    return (bool(href) or is_called_so) and bool(_DRAWING.search(source) or ICON_FILE.search(source))


def beside_buttons(blocks: Iterable[Block], buttons: Collection[int]) -> Iterator[int]:
    """The drawings in a row of pictures with one of the ``buttons``, in the folder of that: the one that
    prints leads to another page, the one for larger type runs a script."""
    for is_picture, row in groupby(blocks, lambda block: block.kind is Kind.IMAGE and not block.text):
        pictures = list(row) if is_picture else []
        folders = {_folder(picture) for picture in pictures if picture.index in buttons}
        if folders:
            yield from (each.index for each in pictures if _is_drawing(each) and _folder(each) in folders)


def _is_drawing(picture: Block) -> bool:
    return all(_DRAWING.search(run.src or "") for run in picture.runs)


def _folder(picture: Block) -> str:
    return next((run.src.rpartition("/")[0] for run in picture.runs if run.src), "")
