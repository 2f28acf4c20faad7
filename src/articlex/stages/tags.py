"""Tags and categories under which the article is filed."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "tags-element": "The block stands in an element that is named after tags.",
    "tags-label": "The block is the label of a list of tags.",
    "tag": "A short item below the label of a list of tags.",
    "tags-line": "A label for tags, a colon, and a list of short items.",
    "hashtags": "The block is nothing but hashtags.",
}

#: Characters of one tag, tags in a list, and characters of a whole line of tags.
MAX_TAG, MAX_TAGS, MAX_LINE = 32, 25, 400


def run(page: Page, options: Options) -> Output:
    """Mark tags."""
    signs = signs_of(page)
    listed: set[int] = set()
    for section in signs.sections:
        if section.meaning == "tags":
            listed.update(_items(page, signs, section.first + 1, section.last))
    for block in page.blocks:
        index = block.index
        if page.role(index) is not Role.UNKNOWN or not block.text or signs.prose[index]:
            continue
        reason = _reason(page, block, signs, listed)
        if reason:
            yield Mark(index, Role.TAGS, reason, 0.85)


def _reason(page: Page, block: Block, signs: Signs, listed: set[int]) -> str:
    index = block.index
    if signs.places[index] is Place.TAGS:
        return "tags-element"
    if index in listed:
        return "tag"
    if signs.first < index < signs.last and not block.links:
        return ""
    if signs.labels[index] == "tags" and (index >= signs.tail or page.form is Form.TEXT):
        return "tags-label"
    if len(block.text) <= MAX_LINE:
        if _is_line(block.text):
            return "tags-line"
        if all(word.startswith(("#", "＃")) and len(word) > 2 for word in block.text.split()):
            return "hashtags"
    return ""


def _items(page: Page, signs: Signs, first: int, last: int) -> list[int]:
    """The items of a list of tags: the short lines that follow its label."""
    items = []
    for index in range(first, min(last, first + MAX_TAGS)):
        text = page.blocks[index].text
        if len(text) > MAX_TAG or signs.labels[index] or text[-1:] in ".!?":
            break
        items.append(index)
    return items


def _is_line(text: str) -> bool:
    """Whether a text is "Tags: one, two, three"."""
    label, colon, rest = text.replace("：", ":").partition(":")
    if not colon or len(label) > MAX_TAG or labels().get(normal(label)) != "tags":
        return False
    items = rest.replace("、", ",").replace("،", ",").replace("|", ",").split(",")
    return all(len(item.strip()) <= MAX_TAG + 8 for item in items)


STAGE = Stage(name="tags", run=run, reasons=REASONS, sets=frozenset({Role.TAGS}))
