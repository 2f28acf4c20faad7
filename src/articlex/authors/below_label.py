"""Names below a label that is a block of its own: "Author", and in the next block "Ann Example"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.given import begins_as_name
from articlex.bylines.indexed import indexed_names
from articlex.bylines.label_tests import is_label
from articlex.bylines.lines import Line
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.page import Block, Form, Page, Role
from articlex.punctuation import COLONS, asks

#: Characters of the longest line of names below a label.
_MAX_BELOW = 120
#: What may stand around a label.
_AROUND_LABEL = " :："
#: How a line ends that is another label, or a sentence.
_NO_NAME_ENDS = (*COLONS, "。")
#: Words in small letters of the shortest headline behind a name.
_LEAST_HEADLINE = 3
#: Characters of the initials that stand for a portrait, at most.
_MOST_INITIALS = 3


def line_below_label(page: Page, index: int, text: str) -> Line | None:
    """The names in a block with ``text`` below a label for authors; None if it is no such block."""
    blocks = page.blocks
    label = index - 1 - is_face(blocks, index - 1)
    if label < 0 or not is_label(blocks[label].text) or len(text) > _MAX_BELOW:
        return None
    if _is_no_label(page, blocks[label], blocks[index]):
        return None
    if 0 < blocks[label].level == blocks[index].level and not begins_as_name(text):
        return None  # "Authors" and "Affiliations", headings of two columns
    if is_face(blocks, index) or text.endswith(_NO_NAME_ENDS) or asks(text):
        return None  # the portrait of whoever is named next; another label; a question of an interview
    if indexed := indexed_names(blocks, index):
        return Line("below-label", tuple(indexed))
    if repeats_label(text, blocks[label].text):
        return None
    names = read_names(text)
    is_other = not names or _is_item(page, index, text, names) or _leads_to_story(blocks[index], names)
    return None if is_other else Line("below-label", names)


def repeats_label(text: str, label: str) -> bool:
    """Whether a line begins with the ``label`` above it: "Author", and below it "Author stats"."""
    return f"{text} ".casefold().startswith(f"{label.strip(_AROUND_LABEL).casefold()} ")


def _is_no_label(page: Page, label: Block, below: Block) -> bool:
    """Whether a byline word is the code of a language, an item of a menu ("Authors" may be the last), or
    heads a column like the block below it."""
    is_linked = bool(label.text) and label.link_chars == len(label.text)
    if page.form is not Form.TEXT and is_linked and page.role(label.index) is Role.NAV:
        return True
    above = page.blocks[label.index - 1] if label.index else None
    if _is_code(label) and (_is_code(below) or (above is not None and _is_code(above))):
        return True
    return _is_head(page, label) and _is_head(page, below)


def _is_item(page: Page, index: int, text: str, names: Sequence[str]) -> bool:
    """Whether a block is an item of a menu: "Autoren" may be another, above "Wer wir sind"."""
    if page.role(index) is not Role.NAV or all(map(is_person, names)):
        return False
    # In raw page text bylines look like menus.
    return page.form is not Form.TEXT or (" " in text and any(map(str.islower, text.split())))


def _leads_to_story(block: Block, names: Sequence[str]) -> bool:
    """Whether a block is one link with a headline behind the name, as of columnists: "Ann Example Why we have
    to row"."""
    rest = block.text.partition(names[-1])[2]
    is_linked = block.links == 1 and block.link_chars == len(block.text)
    return is_linked and sum(map(str.islower, rest.split())) >= _LEAST_HEADLINE


def is_face(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is the initials of the person in the next one, as sites show them for a portrait."""
    if not 0 <= index < len(blocks) - 1 or not 1 < len(blocks[index].text) <= _MOST_INITIALS:
        return False
    name = blocks[index + 1].text
    initials = "".join(word[0] for word in name.split())
    return blocks[index].text in (initials, f"{initials[:1]}{initials[-1:]}") and is_person(name)


def _is_head(page: Page, block: Block) -> bool:
    """Whether a block is the head of a column, as in a table of posts: "Author" beside "Message"."""
    return block.node >= 0 and page.nodes[block.node].tag == "th"


def _is_code(block: Block) -> bool:
    """Whether a line may be a language code; "DE" and "da" are byline words as well."""
    text = block.text
    return len(text) == 2 and text.isascii() and (text.isupper() or text.islower())
