"""Tags and categories under which the article is filed."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Form, Mark, Page, Role
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

_HASHES = ("#", "＃")


def run(page: Page, options: Options) -> Output:
    """Mark tags."""
    signs = signs_of(page)
    listed: set[int] = set()
    for section in signs.sections:
        if section.meaning == "tags":
            listed.update(_items(page, signs, section.first + 1, section.last))
    reasons = dict.fromkeys(signs.at[Place.TAGS], "tags-element")
    reasons |= dict.fromkeys(sorted(listed - reasons.keys()), "tag")
    for index in signs.labelled.get("tags", ()):
        if index >= signs.tail or (page.form is Form.TEXT and signs.outside(index)):
            reasons.setdefault(index, "tags-label")
    for block in page.blocks:
        if block.links or signs.outside(block.index) or block.index > signs.core[1]:
            reason = _line(block.text)
            if reason:
                reasons.setdefault(block.index, reason)
    for index, reason in reasons.items():
        if page.role(index) is Role.UNKNOWN and page.blocks[index].text and not signs.prose[index]:
            yield Mark(index, Role.TAGS, reason, 0.85)


def _line(text: str) -> str:
    """The reason for which a line is a list of tags, or ""."""
    if len(text) > MAX_LINE:
        return ""
    if ":" in text[: MAX_TAG + 1] or "：" in text[: MAX_TAG + 1]:
        return "tags-line" if _is_line(text) else ""
    if text.startswith(_HASHES) and all(
        word.startswith(_HASHES) and not word[1:].isdigit() for word in text.split()
    ):
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
