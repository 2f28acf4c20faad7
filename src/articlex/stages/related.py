"""Related, popular and recommended stories: links to other pages of the site."""

from __future__ import annotations

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Place, Signs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "related-element": "The block stands in an element that is named after related or popular stories.",
    "related-label": "The label of a list of other stories.",
    "related-story": "A story below the label of a list of other stories, after the article has ended.",
    "related-line": "A label for other stories, a colon, and the title of one.",
    "read-more": "A link to read on, and nothing else, after the article has ended.",
}

#: The longest title of a story in a corpus of 1,497 pages has about this many characters.
MAX_TITLE = 200


def run(page: Page, options: Options) -> Output:
    """Mark lists of other stories."""
    signs = signs_of(page)
    stories: set[int] = set()
    for section in signs.sections:
        if section.meaning == "related":
            stories.update(range(section.first + 1, section.last))
    for block in page.blocks:
        index = block.index
        if page.role(index) is Role.UNKNOWN and block.text:
            reason = _reason(page, block, signs, stories)
            if reason:
                yield Mark(index, Role.RELATED, reason, 0.85)


def _reason(page: Page, block: Block, signs: Signs, stories: set[int]) -> str:
    index, name = block.index, signs.labels[block.index]
    if signs.places[index] is Place.RELATED:
        return "related-element"
    if index >= signs.tail:
        if index in stories:
            return "related-story" if page.form is Form.TEXT or block.links else ""
        return {"related": "related-label", "more": "read-more"}.get(name, "")
    if signs.prose[index] or len(block.text) > MAX_TITLE:
        return ""
    return "related-line" if _is_line(block) else ""


def _is_line(block: Block) -> bool:
    """Whether a block is "Related: the title of a story"; in HTML the title is a link."""
    label, colon, title = block.text.replace("：", ":").partition(":")
    if not colon or not title.strip() or len(label) > 40 or labels().get(normal(label)) != "related":
        return False
    return not block.tag or block.link_chars * 2 > len(title)


STAGE = Stage(name="related", run=run, reasons=REASONS, sets=frozenset({Role.RELATED}))
