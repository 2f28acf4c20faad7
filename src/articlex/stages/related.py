"""Related, popular and recommended stories: links to other pages of the site."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.data.labels import labels, normal
from articlex.options import Options
from articlex.page import Block, Form, Mark, Page, Role
from articlex.signs import Dated, Place, Signs, link_runs, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "related-element": "The block stands in an element that is named after related or popular stories.",
    "related-label": "The label of a list of other stories.",
    "related-story": "A story below the label of a list of other stories, after the article has ended.",
    "related-line": "A label for other stories, a colon, and the title of one.",
    "dated-story": "One of a run of items beside the text, each with its time: a headline, perhaps its lead.",
    "linked-titles": "One of a run of links below the text, which is long.",
    "read-more": "A link to read on, and nothing else, after the article has ended.",
}

#: Links in a row that make a list of other stories.
MIN_LINKS = 3
#: The longest title of a story in a corpus of 1,497 pages has about this many characters.
MAX_TITLE = 200


def run(page: Page, options: Options) -> Output:
    """Mark lists of other stories."""
    signs = signs_of(page)
    reasons = dict.fromkeys(signs.at[Place.RELATED], "related-element")
    for index, reason in (
        *_dated(signs),
        *_stories(page, signs),
        *_labels(signs),
        *_lines(page, signs),
        *_links(page, signs),
    ):
        reasons.setdefault(index, reason)
    for index, reason in reasons.items():
        if page.role(index) is Role.UNKNOWN and page.blocks[index].text:
            yield Mark(index, Role.RELATED, reason, 0.85)


def _stories(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    for section in signs.sections:
        if section.meaning == "related":
            for index in range(section.first + 1, section.last):
                if page.form is Form.TEXT or page.blocks[index].links:
                    yield index, "related-story"


def _dated(signs: Signs) -> Iterator[tuple[int, str]]:
    for run in signs.dated:
        if run.kind is Dated.TEASERS:
            yield from ((index, "dated-story") for index in range(run.first, run.last + 1))


def _labels(signs: Signs) -> Iterator[tuple[int, str]]:
    for meaning, reason in (("related", "related-label"), ("more", "read-more")):
        for index in signs.labelled.get(meaning, ()):
            if index >= signs.tail:
                yield index, reason


def _links(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    for run in link_runs(page, signs):
        if len(run) >= MIN_LINKS and run[0] > signs.last:
            yield from ((index, "linked-titles") for index in run)


def _lines(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    for block in page.blocks[: signs.tail]:
        if len(block.text) <= MAX_TITLE and not signs.prose[block.index] and _is_line(block):
            yield block.index, "related-line"


def _is_line(block: Block) -> bool:
    """Whether a block is "Related: the title of a story"; in HTML the title is a link."""
    if ":" not in block.text and "：" not in block.text:
        return False
    label, colon, title = block.text.replace("：", ":").partition(":")
    if not colon or not title.strip() or len(label) > 40 or labels().get(normal(label)) != "related":
        return False
    return not block.tag or block.link_chars * 2 > len(title)


STAGE = Stage(name="related", run=run, reasons=REASONS, sets=frozenset({Role.RELATED}))
