"""Pictures of the page between texts that are left out: drawings, logos by the names of their files, and the
sign of a site that a link to its front page shows.

Read on the annotated pages: nine of ten drawings and logos there are badges, buttons, icons and stars. Most
photographs in such a place are the first picture of an article, with its caption or credit left out.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from articlex.addresses import is_front
from articlex.page import Block, Kind, Page, Role, Run, Wrap, stands_in
from articlex.regex import regex
from articlex.signs.photographs import PHOTOGRAPH

if TYPE_CHECKING:
    from articlex.stages.parts.pictures.of_body import Texts

#: A drawing. (A PNG may be a screenshot.)
_DRAWING = regex(r"(?i)\.(?:gif|svg)(?:[?#]|$)")
#: The name of a file with a whole word for a sign: "logo_ig.png", "google-news-logo.svg", "audio_player.gif".
#: Of photographs, which may show one, the name begins so: "icon001.jpg".
_SIGN = r"(?i:icons?|logos?|avatars?|placeholder|player)(?:[_-]?0*\d{1,2})?(?![a-z\d])"
_SIGN_FILE, _SIGN_FIRST = regex(rf"(?<![^\W\d_]){_SIGN}"), regex(_SIGN)
#: The page of a publication that Google News offers to follow.
_FOLLOWED = "news.google.com/publications/"


def is_amid_dropped(page: Page, picture: Block, texts: Texts) -> bool:
    """Whether a picture without a caption is a sign of the page, told by the nearest texts on both sides."""
    runs = picture.runs
    if not runs or stands_in(picture.within, Wrap.FIGURE):
        return False
    if all(_FOLLOWED in (run.href or "") for run in runs):
        return True
    place = bisect_left(texts.all, picture.index)
    if not 0 < place < len(texts.all):
        return False
    above, below = texts.all[place - 1], texts.all[place]
    left_out = [index for index in (above, below) if not _is_kept(texts, index)]
    if not left_out or _has_caption(page, picture):
        return False
    is_home, is_sign = all(is_front(run.href or "") for run in runs), all(map(_is_sign, runs))
    if is_home and is_sign:
        return True
    if len(left_out) > 1:
        return is_home or is_sign or all(_DRAWING.search(run.src or "") for run in runs)
    return is_home and page.role(above) is Role.TITLE


def _is_kept(texts: Texts, index: int) -> bool:
    place = bisect_left(texts.kept, index)
    return place < len(texts.kept) and texts.kept[place] == index


def _has_caption(page: Page, picture: Block) -> bool:
    beside = page.blocks[max(picture.index - 1, 0) : picture.index + 2]
    return any(each.kind is Kind.CAPTION for each in beside)


def _is_sign(picture: Run) -> bool:
    source = picture.src or ""
    file = source.partition("?")[0].rpartition("/")[2]
    if source.startswith("data:"):
        return False
    return bool(_SIGN_FIRST.match(file) if PHOTOGRAPH.search(source) else _SIGN_FILE.search(file))
