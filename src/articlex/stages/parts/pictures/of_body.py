"""Which pictures between kept blocks are left out: those of teasers, promotion or the author, and
repetitions.

The scorer judges blocks by their text. A picture has none, so it goes with the texts around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from articlex.addresses import DOTTED
from articlex.page import Block, Kind, Page, Role, Wrap, stands_in
from articlex.regex import regex
from articlex.signs.elements import is_any_in
from articlex.signs.photographs import PHOTOGRAPH
from articlex.stages.parts.pictures.amid_dropped import is_amid_dropped
from articlex.stages.parts.pictures.idle import decoration, is_icon, is_sign
from articlex.stages.parts.pictures.idle_embeds import is_idle, is_linked_advertisement
from articlex.stages.parts.pictures.page_buttons import beside_buttons, is_button

_IMAGE, _CAPTION, _EMBED = Kind.IMAGE, Kind.CAPTION, Kind.EMBED  # see articlex.page
_TITLE, _PROMO, _UNKNOWN = Role.TITLE, Role.PROMO, Role.UNKNOWN  # see articlex.page

#: The address of a picture.
_PICTURE = regex(rf"(?i)\.(?:{DOTTED})(?:[?#]|$)")
#: A picture that is no photograph is a sign, such as a tick, if it comes so often.
_LEAST_SIGNS = 3

#: Part of the class of the element around a portrait of a writer: "avatar", "gravatar32", "useravatar".
_AVATAR = "avatar"

#: Linked characters of the shortest title. A shorter link, as that to a section, stands beside any picture.
_LINKED = 15

_AUTHOR = frozenset({Role.BYLINE, Role.AUTHOR_BIO})

#: A size in the name of a picture ("ann-300x200.jpg", "ann@2x.jpg", "ann_thumb.jpg"), and a folder for one
#: size ("160w", "s320-c", "w_400,h_300", "thumb80x80"). A folder of digits alone is a year or a number.
_SIZE = regex(r"(?i)[._@-](?:\d{2,4}x\d{2,4}|\dx|thumb(?:nail)?)(?=[._-])")
_SIZE_FOLDER = regex(
    r"(?i)[swh]\d{2,4}(?:-[a-z])?|\d{2,4}[wh]|[cfghqw]_[\w.:]+(?:,[a-z]{1,3}_[\w.:]+)*|thumb(?:nail)?s?"
)
_PIXELS = regex(r"(?<!\d)\d{2,4}x\d{2,4}(?!\d)")


class Texts(NamedTuple):
    """Indices of blocks with text, in order: all, those that are kept, those that make a teaser or a
    promotion of the element around them (a linked title, a promotion), and those that name the author."""

    all: list[int]
    kept: list[int]
    boxed: list[int]
    names: list[int]


def texts_of(page: Page, chosen: set[int], inside: range, teasers: set[int]) -> Texts:
    """The texts by which the pictures ``inside`` are judged; ``chosen`` are the kept blocks, ``teasers``
    captions that are left out."""
    found = Texts([], [], [], [])
    if _IMAGE not in [block.kind for block in page.blocks[inside.start : inside.stop]]:
        return found  # nobody will ask
    for block, mark in zip(page.blocks, page.marks, strict=True):
        if not block.text:
            continue
        index, role = block.index, mark.role
        found.all.append(index)
        is_caption = block.kind is _CAPTION and stands_in(block.within, Wrap.FIGURE)
        if index in chosen or role is _TITLE or (is_caption and index not in teasers):
            found.kept.append(index)
        if role in _AUTHOR:
            found.names.append(index)
        elif role is _PROMO or block.link_chars >= _LINKED:
            found.boxed.append(index)
    return found


def pictures_left_out(page: Page, inside: range, texts: Texts) -> dict[int, str]:
    """The pictures and embedded pages ``inside`` that are left out, each with the slug of the reason.

    They belong to boxes that are left out, or tell nothing, or repeat a picture of the text in any size:
    thumbnails of a gallery, the ends of a carousel, the first picture once more. The same sign several times
    in a row counts something, as stars do, and one that comes back says something each time: those stay.
    """
    blocks = page.blocks[inside.start : inside.stop]
    images = [block for block in blocks if block.kind is _IMAGE]
    pictures = [image for image in images if not image.text and page.role(image.index) is _UNKNOWN]
    names_of = {block.index: {_name(run.src) for run in block.runs if run.src} for block in pictures}
    mute = {_name(source) for source in decoration(pictures)}
    buttons = {picture.index for picture in pictures if is_button(page, picture)}
    found = dict.fromkeys(beside_buttons(blocks, buttons) if buttons else (), "icon")
    for picture in pictures:
        if is_icon(picture) or not names_of[picture.index].isdisjoint(mute):
            found[picture.index] = "icon"
        elif _is_in_dropped_box(page, picture, texts):
            found[picture.index] = "beside-dropped"
        elif is_linked_advertisement(page, picture):
            found[picture.index] = "advertisement"
        elif is_amid_dropped(page, picture, texts):
            found[picture.index] = "amid-dropped"
    shown = [picture for picture in pictures if picture.index not in found]
    again = _second_pictures(page, shown, texts.kept, names_of)
    kept = set(texts.kept)
    embeds = (block for block in blocks if block.kind is _EMBED and block.index not in kept)
    idle = (embed.index for embed in embeds if is_idle(page, embed))
    return found | dict.fromkeys(again, "second-picture") | dict.fromkeys(idle, "advertisement")


def _second_pictures(
    page: Page, pictures: Iterable[Block], kept: Sequence[int], names_of: Mapping[int, set[str]]
) -> Iterator[int]:
    """Those of ``pictures`` that repeat one of their row, which a ``kept`` text ends, or one above it."""
    signs = _signs(names_of.values())
    row: set[str] = set()
    printed: set[str] = set()
    addresses: list[str | None] = []
    place = -1
    for picture in pictures:
        above = bisect_left(kept, picture.index)
        if above != place:
            row, addresses, place = set(), [], above
        names, before, addresses = names_of[picture.index], addresses, [run.src for run in picture.runs]
        if names and (addresses != before or all(map(PHOTOGRAPH.search, names))):
            is_back = names <= printed and signs.isdisjoint(names)
            if names <= row or (is_back and not _has_caption(page, picture)):
                yield picture.index
        row |= names
        printed |= names


def _signs(names_of: Iterable[set[str]]) -> set[str]:
    """Those of the names that are of signs: no photographs, and repeated."""
    counts = Counter(chain.from_iterable(names_of))
    return {name for name, count in counts.items() if count >= _LEAST_SIGNS and not PHOTOGRAPH.search(name)}


def _has_caption(page: Page, picture: Block) -> bool:
    """Whether a caption stands right beside a picture in the figure around it."""
    figures = {each for each in picture.within if each.wrap is Wrap.FIGURE}
    beside = page.blocks[max(picture.index - 1, 0) : picture.index + 2]
    return any(each.kind is _CAPTION and not figures.isdisjoint(each.within) for each in beside)


def _name(address: str) -> str:
    """The address of a picture without its size; unchanged if it does not end like that of a picture."""
    path = address.partition("#")[0].partition("?")[0]
    if not _PICTURE.search(path):
        return address
    *folders, file = path.split("/")
    return "/".join([*(name for name in folders if not _is_for_size(name)), _SIZE.sub("", file)])


def _is_for_size(folder: str) -> bool:
    return _PIXELS.search(folder) is not None or _SIZE_FOLDER.fullmatch(folder) is not None


def _is_in_dropped_box(page: Page, block: Block, texts: Texts) -> bool:
    """Whether a picture is a sign, a portrait, or part of a teaser, a promotion or a box about the author.

    In such a box no text is kept, and there is a linked title, a promotion or the name of the author; the box
    is the smallest element around the picture that has text. Beside the headline, a caption, a date or the
    name of a section stands a picture of the article. A portrait is told by the class of its element.
    """
    if is_sign(page, block):
        return True
    for box in page.around(block):
        if box.parent < 0 or is_any_in(texts.all, box):
            break
        # (A generator over the words takes four times as long.)
        if _AVATAR in " ".join(box.words):
            return True
    if box.parent < 0 or is_any_in(texts.kept, box):
        return False
    names = texts.names[bisect_left(texts.names, box.first) : bisect_left(texts.names, box.last)]
    named = any(_names_picture(page.blocks[index], block) for index in names)
    return named or is_any_in(texts.boxed, box)


def _names_picture(text: Block, picture: Block) -> bool:
    """Whether a picture is named after the author whom a text names."""
    name = " ".join(run.text for run in picture.runs).casefold()
    return bool(name) and (name in text.text.casefold() or text.text.casefold() in name)


def end_with_pictures(page: Page, last: int) -> int:
    """The end of the stretch whose last kept block is ``last``: behind the pictures that follow it in the
    same element, as in a post that ends with a photograph."""
    around = page.nodes[max(page.nodes[page.blocks[last].node].parent, 0)]
    end = last + 1
    while end < around.last and page.blocks[end].kind is Kind.IMAGE and not _is_linked(page.blocks[end]):
        end += 1
    return end


def _is_linked(picture: Block) -> bool:
    """Whether a picture leads somewhere else than to itself, as the signs of a share bar do."""
    links = (run.href for run in picture.runs if run.href)
    return any(not _PICTURE.search(link) for link in links)
