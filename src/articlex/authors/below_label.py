"""Names below a label that is a block of its own: "Author", and in the next block "Ann Example"."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name
from articlex.bylines.label_tests import is_label
from articlex.bylines.lines import Line
from articlex.bylines.names import read_names
from articlex.page import Page
from articlex.punctuation import COLONS, asks

#: Characters of the longest line of names below a label.
_MAX_BELOW = 120
#: What may stand around a label.
_AROUND_LABEL = " :："
#: How a line ends that is another label, or a sentence.
_NO_NAME_ENDS = (*COLONS, "。")


def line_below_label(page: Page, index: int, text: str) -> Line | None:
    """The names in a block with ``text`` below a label for authors; None if it is no such block."""
    blocks = page.blocks
    label = index - 1
    if label < 0 or not is_label(blocks[label].text) or len(text) > _MAX_BELOW:
        return None
    if 0 < blocks[label].level == blocks[index].level and not begins_as_name(text):
        return None  # "Authors" and "Affiliations", headings of two columns
    if text.endswith(_NO_NAME_ENDS) or asks(text):
        return None  # another label; a question of an interview
    if text.split(" ", 1)[0].casefold() == blocks[label].text.strip(_AROUND_LABEL).casefold():
        return None  # "Author", and below it "Author stats"
    names = read_names(text)
    return Line("below-label", names) if names else None
