"""Related, popular and recommended stories: links to other pages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from articlex.data.reading import is_list_label, is_reading_label
from articlex.facts import best_value
from articlex.options import Options
from articlex.page import Block, Field, Form, Page, Role, Run, Style
from articlex.punctuation import QUESTION_MARKS
from articlex.regex import regex
from articlex.signs import Dated, Place, Signs, link_runs, signs_of
from articlex.signs.prose import STOPS
from articlex.signs.stamps import holds_stamp
from articlex.stages.contract import Output, Stage, mark_unknown
from articlex.stages.parts.joined_labels import joined_titles

REASONS = {
    "related-element": "The block stands in an element that is named after related or popular stories.",
    "related-label": "The label of a list of other stories.",
    "related-story": "A story below the label of a list of other stories, after the article has ended.",
    "reading-line": "An invitation to read another story, and its linked title.",
    "reading-box": "A label of other stories between two paragraphs, or one of the titles below it.",
    "dated-story": "One of a run of items beside the text, each with its time: a headline, perhaps its lead.",
    "linked-titles": "One of a run of links below the text, which is long.",
    "read-more": "A link to read on, and nothing else, after the article has ended.",
}

#: Links in a row that make a list of other stories. Swept on every thirtieth annotated page in both forms,
#: 250 pages, 2 and 4 have the same word F1 as 3, and 6 has 0.02 more, summed.
_MIN_LINKS = 3
#: Characters of the longest title of a story, about that of the longest in a corpus of 1,497 pages.
_MAX_TITLE = 200
#: Characters of the longest invitation to read another story, and bytes of UTF-8 of the shortest title: a
#: shorter link is the name of a thing, as in "See also: strftime". On the same pages 20 and 80 characters
#: mark the same blocks; with 30 bytes word F1 is 0.06 less, with 7 the same.
_MAX_LABEL, _MIN_TITLE = 40, 15
#: What no title ends with: full stops, which sentences have, and the ends of labels.
_NO_TITLE = (STOPS - QUESTION_MARKS - set("!！")) | set(":：]")
#: What titles of a list do not end with, but a line that announces one, and the items of a sentence, do.
_GOES_ON = frozenset(":：,;،؛，；、")
#: Share of the title that has to be linked. On the same pages 0.45 and 0.95 give the same texts.
_MIN_LINKED = 0.9

#: Lines between two paragraphs, at most, with a box of other stories among them, and lines down to its label.
#: With 4 or 12 in place of 7 every third page of the corpora has 0.4 less in word F1 summed.
_MOST_IN_BOX, _ABOVE_LABEL = 7, 2

#: Elements whose links are data.
_CELLS = frozenset({"td", "th", "table"})
#: What divides the invitation from the title.
_HAS_COLON = regex("[:：»→]")
_COLON = regex(r"\s*[:：»→]+\s*")
#: Most lines have no such sign, and the white space before it would be looked for at each character.
_HAS_DIVIDER = regex("[:：|»>→–—-]")
_DIVIDER = regex(r"\s*[:：|»>→]+\s*|\s+[-–—]+\s+")


def run(page: Page, options: Options) -> Output:
    """Mark lists of other stories."""
    signs = signs_of(page)
    reasons = dict.fromkeys(signs.at[Place.RELATED], "related-element")
    for index, reason in (
        *_dated(signs),
        *_stories(page, signs),
        *_labels(signs),
        *_reading_lines(page),
        *_reading_texts(page, signs),
        *_reading_boxes(page, signs),
        *_links(page, signs),
    ):
        reasons.setdefault(index, reason)
    texts = {index: reason for index, reason in reasons.items() if page.blocks[index].text}
    yield from mark_unknown(page, Role.RELATED, texts, 0.85)


def _stories(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """What stands below a label of other stories: in HTML the links."""
    for section in signs.sections:
        if section.meaning == "related":
            for index in range(section.first + 1, section.last):
                if page.form is Form.TEXT or page.blocks[index].links:
                    yield index, "related-story"


def _dated(signs: Signs) -> Iterator[tuple[int, str]]:
    """Runs of dated teasers that do not stand below a label of comments."""
    comments = [section for section in signs.sections if section.meaning == "comments"]
    for stretch in signs.dated:
        if stretch.kind is Dated.TEASERS and not any(s.first < stretch.first < s.last for s in comments):
            yield from ((index, "dated-story") for index in range(stretch.first, stretch.last + 1))


def _labels(signs: Signs) -> Iterator[tuple[int, str]]:
    for meaning, reason in (("related", "related-label"), ("more", "read-more")):
        for index in signs.labelled.get(meaning, ()):
            if index >= signs.tail:
                yield index, reason


def _links(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    for stretch in link_runs(page, signs, above=False):
        if len(stretch) >= _MIN_LINKS and stretch[0] > signs.last:
            yield from ((index, "linked-titles") for index in stretch)


def _reading_lines(page: Page) -> Iterator[tuple[int, str]]:
    """Lines of HTML that are an invitation and a linked title: "Read also: Calm over the bay"."""
    if page.form is not Form.HTML:
        return
    language = ""
    for block in page.blocks:
        # A line with less text than a title has, as half of the links in menus, need not be taken apart.
        if (
            block.links
            and len(block.text) <= _MAX_TITLE + _MAX_LABEL
            and len(block.text.encode()) >= _MIN_TITLE
            and block.tag not in _CELLS
        ):
            language = language or best_value(page, Field.LANGUAGE) or "en"
            if _is_reading_line(block, language):
                yield block.index, "reading-line"


def _reading_texts(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """The same in raw page text, where the title may be joined with the invitation."""
    if page.form is not Form.TEXT:
        return
    language = best_value(page, Field.LANGUAGE) or "en"
    for block in page.blocks:
        text = block.text
        if len(text) > _MAX_TITLE + _MAX_LABEL or not text or not _is_title(text[-_MAX_TITLE:]):
            continue
        if any(map(_is_title, joined_titles(text, language))):
            yield block.index, "reading-line"
            continue
        if signs.prose[block.index]:
            continue
        head = text[: _MAX_LABEL + 2]
        has_sign = ":" in head or (not head.isascii() and _HAS_COLON.search(head) is not None)
        divider = _COLON.search(head, 1) if has_sign else None
        if not divider or not _is_title(text[divider.end() :]):
            continue
        if is_reading_label(text[: divider.start()], language):
            yield block.index, "reading-line"


def _reading_boxes(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """Labels of other stories between two paragraphs of raw page text, and the titles below them.

    The last of several lines is left: it may be the heading of what follows. A story with its day is one of
    a list that the page itself may be: "Featured".
    """
    if page.form is not Form.TEXT:
        return
    language = best_value(page, Field.LANGUAGE) or "en"
    blocks = [block for block in page.blocks if block.text]
    running = [place for place, block in enumerate(blocks) if signs.prose[block.index]]
    for before, after in pairwise(running):
        if after - before > _MOST_IN_BOX + 1:
            continue
        for label in range(before + 1, min(before + 1 + _ABOVE_LABEL, after - 1)):
            if is_list_label(blocks[label].text, language):
                box = blocks[label:after]
                is_list = any(block.text[-1] in _GOES_ON for block in box[1:])
                if not is_list and not any(holds_stamp(block.text) for block in box):
                    yield from (
                        (block.index, "reading-box") for block in (box if len(box) == 2 else box[:-1])
                    )
                break


def _is_title(text: str) -> bool:
    """Whether a text has the length of a title and does not end as a sentence or a label does."""
    return len(text) <= _MAX_TITLE and len(text.encode()) >= _MIN_TITLE and text[-1] not in _NO_TITLE


def _is_reading_line(block: Block, language: str) -> bool:
    """Whether a block is an invitation in ``language`` and a title that is a link."""
    label, title = _divided(block)
    if not label or len(title.encode()) < _MIN_TITLE or block.link_chars < _MIN_LINKED * len(title):
        return False
    return is_reading_label(label, language)


def _divided(block: Block) -> tuple[str, str]:
    """What may be invitation and title: "Read also: Calm over the bay" → ("Read also", "Calm over the bay").

    An invitation in bold needs no divider. Without either the title is the whole text: in "Read our full
    review" the link is the end of a sentence.
    """
    text = block.text
    head = text[: _MAX_LABEL + 2]
    divider = _DIVIDER.search(head, 1) if _HAS_DIVIDER.search(head) else None
    if divider:
        return text[: divider.start()], text[divider.end() :]
    if not block.runs or not _is_bold(block.runs[0]):
        return "", text
    before = "".join([run.text for run in takewhile(_is_bold, block.runs)])
    return (before, text[len(before) :]) if len(before) <= _MAX_LABEL else ("", "")


def _is_bold(run: Run) -> bool:
    return run.href is None and bool(run.style & Style.STRONG)


STAGE = Stage(name="related", run=run, reasons=REASONS, sets=frozenset({Role.RELATED}))
