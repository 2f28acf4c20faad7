"""Dropped blocks that tell by themselves what they are: notices, paths, rows of names.

What is around them may have given them another name: a menu that runs into them, a list of stories above.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.copyright_notices import is_notice
from articlex.facts import best_value
from articlex.page import KEPT, Block, Field, Form, Role
from articlex.regex import YEAR, regex
from articlex.signs.cookies import speaking_of_cookies
from articlex.signs.page_names import LONGEST_NAME
from articlex.signs.path_steps import MAX_STEP
from articlex.signs.runs import grouped
from articlex.stages.parts.leftovers.dropped import Dropped, Found
from articlex.stages.parts.leftovers.named_networks import named_networks
from articlex.stages.parts.leftovers.other_pages import page_numbers, posts_beside
from articlex.tokens import fold, width

#: Reasons of stages that go by what is around a block, or by a label above it.
_AROUND = frozenset(
    "menu-run link-run menu-line linked-titles related-story below-label around-notice".split()
)

#: Width of the longest notice, and of the longest row or path.
_NOTICE, _LINE = 300, 400
#: Blocks from one that speaks of cookies to the next; those that are sentences and no labels, by characters,
#: in the smallest group; and blocks of a group without sentences.
_APART, _LEAST_SENTENCES, _SENTENCE, _MANY = 14, 2, 80, 5
#: Short blocks below the last one that are buttons.
_BUTTONS, _BUTTON = 3, 40

#: What parts the names in a row, and names in the shortest.
BAR = regex(r"\s*[|｜┃•·]\s*|\s+/\s+")
_HAS_BAR = regex("[|｜┃•·/]")  # the white space before a bar would be looked for at each character
_LEAST_NAMES = 4
#: What parts the steps of a path. Angles may be quotation marks.
_STEP = regex(r"\s*[>›»❯→⟩]+\s*")
_HAS_STEP = regex("[>›»❯→⟩]")
_OPENING = regex("[«‹]")
#: What a line has that says of which type a function is, "grease :: Jib -> Grease Jib", and no path has both.
_OF_TYPE = ("::", "->")
#: A path may stand below the headline, in one of so many blocks.
_HEAD = 3


def told_by_text(dropped: Dropped) -> Found:
    """Each such block, with its role and the reason."""
    for read in (_page_title, _cookies, _notices, _paths, page_numbers, posts_beside, named_networks, _rows):
        yield from read(dropped)


def _open(dropped: Dropped) -> Iterator[Block]:
    """The blocks that have no name, or one by what is around them."""
    for block in dropped.page.blocks:
        if block.text and _is_open(dropped, block.index):
            yield block


def _is_open(dropped: Dropped, index: int) -> bool:
    role = dropped.roles[index]
    return role is None or (role not in KEPT and dropped.page.marks[index].reason in _AROUND)


def _page_title(dropped: Dropped) -> Found:
    """The first line of raw page text, if it is the title of the page with the name of its site."""
    page = dropped.page
    title = best_value(page, Field.TITLE)
    if page.form is Form.TEXT and title and page.blocks and _is_open(dropped, 0):
        line, own = fold(page.blocks[0].text), fold(title)
        if line.startswith(own) or line.endswith(own):
            yield 0, Role.TITLE, "page-title"


def _cookies(dropped: Dropped) -> Found:
    """Settings of cookies, with the buttons below them, on a page whose text does not speak of any."""
    page = dropped.page
    speaking = speaking_of_cookies(page)
    if any(dropped.roles[index] in KEPT for index in speaking):
        return
    for group in grouped(speaking, _APART):
        sentences = sum(len(page.blocks[index].text) >= _SENTENCE for index in group)
        if sentences < _LEAST_SENTENCES and len(group) < _MANY:
            continue
        last = group[-1] + 1
        while (
            last in dropped.left and last <= group[-1] + _BUTTONS and len(page.blocks[last].text) <= _BUTTON
        ):
            last += 1
        yield from ((i, Role.CONSENT, "cookies") for i in range(group[0], last) if _is_open(dropped, i))


def _notices(dropped: Dropped) -> Found:
    """Notices of copyright below the text. Several without a year are credits of pictures."""
    others = (None, Role.NAV, Role.RELATED, Role.COMMENT)
    below = (
        block for block in dropped.page.blocks[dropped.last + 1 :] if dropped.roles[block.index] in others
    )
    found = [block for block in below if is_notice(block.text) and width(block.text) <= _NOTICE]
    for block in found:
        if len(found) <= 2 or YEAR.search(block.text):
            yield block.index, Role.LEGAL, "notice"


def _paths(dropped: Dropped) -> Found:
    """Paths above the headline or right below it. One that ends with the title needs no signs, in HTML."""
    page = dropped.page
    title = fold(best_value(page, Field.TITLE) or "")
    for block in _open(dropped):
        if block.index > dropped.first + _HEAD:
            break
        if width(block.text) <= _LINE and (_has_steps(block, page.form) or _ends_in_title(block, title)):
            yield block.index, Role.BREADCRUMB, "path"


def _has_steps(block: Block, form: Form) -> bool:
    """Whether a text is two linked steps, or three: "Gazette > Health > Answers"."""
    if not _HAS_STEP.search(block.text) or _OPENING.search(block.text):
        return False
    if (form is Form.TEXT and block.index == 0) or all(sign in block.text for sign in _OF_TYPE):
        return False
    steps = _STEP.split(block.text)
    return len(steps) + bool(block.links) > 2 and all(0 < len(step) <= MAX_STEP for step in steps)


def _ends_in_title(block: Block, title: str) -> bool:
    if len(block.runs) < 2 or not title:
        return False
    runs = [run for run in block.runs if run.text.strip()]
    is_linked = len(runs) > 1 and runs[0].href is not None and runs[-1].href is None
    return is_linked and fold(block.text).endswith(f" {title}")


def _rows(dropped: Dropped) -> Found:
    """Rows of names of pages, with signs between them, but not right below the text, where tags stand so."""
    below = next((block.index for block in dropped.page.blocks[dropped.last + 1 :] if block.text), -1)
    for block in dropped.page.blocks:
        index = block.index
        # Inside the text the lines are long, and few of the others have a bar.
        if not dropped.is_outside(index) or not _HAS_BAR.search(block.text) or not _is_open(dropped, index):
            continue
        if index != below and _is_row(block.text):
            yield index, Role.FOOTER if index > dropped.foot else Role.NAV, "row"


def _is_row(text: str) -> bool:
    if "\n" in text or "{" in text or width(text) > _LINE:
        return False
    names = [name for name in BAR.split(text) if name]
    with_digits = sum(any(map(str.isdigit, name)) for name in names)
    return len(names) >= _LEAST_NAMES and with_digits <= 1 and max(map(width, names)) <= LONGEST_NAME
