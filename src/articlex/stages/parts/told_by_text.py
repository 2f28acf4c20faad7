"""Dropped blocks that tell by themselves what they are: notices, paths, numbers of pages, rows of names.

What is around them may have given them another name: a menu that runs into them, a list of stories above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from articlex.copyright_notices import is_notice
from articlex.data.labels import labels
from articlex.facts import best_value
from articlex.page import KEPT, Block, Field, Form, Role
from articlex.regex import YEAR, regex
from articlex.signs import signs_of
from articlex.signs.prose import STOPS
from articlex.stages.author_note import author_names, begins_with
from articlex.stages.consent import speaking_of_cookies
from articlex.stages.parts.dropped import Dropped, Found
from articlex.stages.parts.dropped_runs import is_long
from articlex.stages.parts.runs import grouped
from articlex.tokens import fold, width

#: Reasons of stages that go by what is around a block, or by a label above it.
_AROUND = frozenset(
    "menu-run link-run menu-line linked-titles related-story below-label around-notice".split()
)

#: Width of the longest notice or line with an address, of the longest row or path, and of the longest title
#: of another post.
_NOTICE, _LINE, _TITLE = 300, 400, 150
#: Blocks behind the notice that belongs to the foot of the page, and those around it that do as well.
_FOOT, _ABOVE, _BEHIND = 15, 5, 2
#: Blocks from one that speaks of cookies to the next; those that are sentences and no labels, by characters,
#: in the smallest group; and blocks of a group without sentences.
_APART, _LEAST_SENTENCES, _SENTENCE, _MANY = 14, 2, 80, 5
#: Short blocks below the last one that are buttons.
_BUTTONS, _BUTTON = 3, 40

#: What parts the names in a row; names in the shortest, and the width of the longest name.
_BAR = regex(r"\s*[|｜┃•·]\s*|\s+/\s+")
_HAS_BAR = regex("[|｜┃•·/]")  # the white space before a bar would be looked for at each character
_LEAST_NAMES, _NAME = 4, 32
#: What parts the steps of a path, and characters of the longest step. Angles may be quotation marks.
_STEP = regex(r"\s*[>›»❯→⟩]+\s*")
_OPENING = regex("[«‹]")
_LONGEST_STEP = 60
#: A path may stand below the headline, in one of so many blocks.
_HEAD = 3

_NUMBER, _LONGEST_NUMBER = regex(r"[\[(]?(\d{1,4})[\])]?"), 6
_GAPS = frozenset("... … .. | · - – — « » ‹ › < > << >> → ← ,".split())
#: Numbers in the shortest run, the highest second one, and numbers from which on the run is a calendar.
_LEAST_NUMBERS, _SECOND, _CALENDAR = 3, 11, 28

_BACKWARDS, _ONWARDS = frozenset("←⟵«‹"), frozenset("→⟶»›")

#: Names of networks that are no common words, blocks of the shortest run of them, and words of the longest.
_NETWORKS = frozenset(
    """facebook twitter linkedin whatsapp telegram pinterest reddit tumblr instagram youtube tiktok xing vk
    вконтакте одноклассники flickr vimeo""".split()
)
_LEAST_NETWORKS, _WORDS = 3, 6
_WORD = regex(r"\w+")
#: What a button to share adds in brackets: "(Opens in new window)".
_ADDED = regex(r"\([^()]*\)")
#: The width of the shortest word that tells promotion or a notice inside a sentence: "follow", "terms" and
#: "email" are in others.
_LONG_WORD = 8

_ADDRESS = regex(r"[\w.+-]+@[\w-]+\.\w|\+\d[\d\s()/-]{7,}\d")


def told_by_text(dropped: Dropped) -> Found:
    """Each such block, with its role and the reason."""
    for read in (_page_title, _cookies, _notices, _paths, _numbers, _posts_beside, _networks, _rows):
        yield from read(dropped)


def with_addresses(dropped: Dropped) -> Found:
    """The lines below the text that have no name, but an address to write to or a number to call."""
    for block in dropped.page.blocks[dropped.last + 1 :]:
        if (
            dropped.roles[block.index] is None
            and 0 < width(block.text) <= _NOTICE
            and _ADDRESS.search(block.text)
        ):
            yield block.index, Role.FOOTER, "contact"


def about_authors(dropped: Dropped) -> Found:
    """The sentences without a name that begin with that of an author."""
    names = author_names(dropped.page)
    for index in sorted(dropped.left) if names else ():
        text = dropped.page.blocks[index].text
        if text and text[-1] in STOPS and begins_with(text, names):
            yield index, Role.AUTHOR_BIO, "about-author"


def inviting(dropped: Dropped) -> Found:
    """The sentences without a name that have a word for a newsletter, or for subscribing to one."""
    labels = _long_labels("promo")
    for index, words in _sentences(dropped):
        if not labels.isdisjoint(words):
            yield index, Role.PROMO, "inviting"


def with_terms(dropped: Dropped) -> Found:
    """The sentences without a name around the text that name terms, a policy of privacy or rights."""
    labels = _long_labels("legal")
    for index, words in _sentences(dropped):
        pairs = (" ".join(pair) for pair in pairwise(words))
        if dropped.is_outside(index) and not (labels.isdisjoint(words) and labels.isdisjoint(pairs)):
            yield index, Role.LEGAL, "terms"


def _sentences(dropped: Dropped) -> Iterator[tuple[int, list[str]]]:
    """The blocks without a name that are longer than that of a page, with their words."""
    for index in sorted(dropped.left):
        text = dropped.page.blocks[index].text
        if _NAME < width(text) <= _NOTICE:
            yield index, _WORD.findall(text.casefold())


@cache
def _long_labels(meaning: str) -> frozenset[str]:
    """The labels of a ``meaning`` that are one long word or two words."""
    return frozenset(
        label
        for label, means in labels().items()
        if means == meaning and (" " in label or width(label) >= _LONG_WORD)
    )


def beside_notice(dropped: Dropped) -> Found:
    """The lines of raw text without a name around the copyright notice at the end of the page."""
    if dropped.page.form is Form.HTML:
        return
    below = [block for block in dropped.page.blocks[dropped.last + 1 :] if block.text]
    places = [
        place
        for place, block in enumerate(below)
        if dropped.roles[block.index] is Role.LEGAL and is_notice(block.text)
    ]
    if not places or len(below) - places[-1] > _FOOT:
        return
    around = below[places[-1] + 1 : places[-1] + _BEHIND + 1]
    for block in reversed(below[max(_HEAD, places[-1] - _ABOVE) : places[-1]]):
        if dropped.roles[block.index] in (Role.RELATED, Role.COMMENT) or _may_be_title(block):
            break
        around.append(block)
    for block in around:
        if dropped.roles[block.index] is None:
            yield block.index, Role.FOOTER, "beside-notice"


def _may_be_title(block: Block) -> bool:
    return is_long(block) and block.text[-1] not in STOPS and not _BAR.search(block.text)


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
    if _OPENING.search(block.text) or (form is Form.TEXT and block.index == 0):
        return False
    steps = _STEP.split(block.text)
    return len(steps) + bool(block.links) > 2 and all(0 < len(step) <= _LONGEST_STEP for step in steps)


def _ends_in_title(block: Block, title: str) -> bool:
    runs = [run for run in block.runs if run.text.strip()]
    is_linked = len(runs) > 1 and runs[0].href is not None and runs[-1].href is None
    return bool(title) and is_linked and fold(block.text).endswith(f" {title}")


def _runs(dropped: Dropped, belongs: Callable[[Block], bool]) -> Iterator[list[Block]]:
    """The runs of neighbours with text of which ``belongs`` is true."""
    run: list[Block] = []
    for block in dropped.page.blocks:
        if block.text and belongs(block):
            run.append(block)
        elif block.text and run:
            yield run
            run = []
    if run:
        yield run


def _numbers(dropped: Dropped) -> Found:
    """Runs of blocks that are each the number of a page, or a sign or label beside one."""
    labels = signs_of(dropped.page).labels
    others = (None, Role.NAV, Role.RELATED, Role.PAGINATION, Role.FOOTER)

    def belongs(block: Block) -> bool:
        text = block.text
        is_number = len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None
        is_part = is_number or text in _GAPS or labels[block.index] == "pagination"
        return is_part and dropped.roles[block.index] in others

    for run in _runs(dropped, belongs):
        numbers = [int(found[1]) for block in run if (found := _NUMBER.fullmatch(block.text))]
        is_rising = numbers == sorted(set(numbers)) and _LEAST_NUMBERS <= len(numbers) < _CALENDAR
        if is_rising and numbers[0] and numbers[1] <= _SECOND and _are_pages(run, numbers):
            for block in run:
                if dropped.roles[block.index] is not Role.PAGINATION:
                    yield block.index, Role.PAGINATION, "page-numbers"


def _are_pages(run: Sequence[Block], numbers: Sequence[int]) -> bool:
    """Whether all but the number of this page are links; in raw text, where numbers to choose from stand in a
    row too, whether there is a label or a gap among them."""
    if any(block.links for block in run):
        return sum(not block.links for block in run if block.text not in _GAPS) <= 1
    return len(numbers) < len(run) or numbers[-1] > numbers[-2] + 1


def _posts_beside(dropped: Dropped) -> Found:
    """The titles of the posts before and behind this one, with an arrow each, one beside the other."""
    others = (None, Role.NAV, Role.RELATED)
    for run in _runs(dropped, lambda block: bool(_arrow(block)) and dropped.roles[block.index] in others):
        if len(run) == 2 and _arrow(run[0]) != _arrow(run[1]):
            yield from ((block.index, Role.PAGINATION, "posts-beside") for block in run)


def _arrow(block: Block) -> str:
    """Where the arrow of a short text points to, "" without one or with two."""
    back, on = block.text[0] in _BACKWARDS, block.text[-1] in _ONWARDS
    if back is on or width(block.text) > _TITLE or not any(map(str.isalnum, block.text)):
        return ""
    return "back" if back else "on"


def _networks(dropped: Dropped) -> Found:
    """Runs of short blocks, each of which names a network: "Follow us on Facebook"."""
    together = signs_of(dropped.page).makeup.lines.casefold()
    if not any(name in together for name in _NETWORKS):
        return
    others = (None, Role.NAV, Role.SHARE, Role.RELATED)

    def belongs(block: Block) -> bool:
        if len(block.text) > _TITLE or block.text.count(" ") >= 2 * _WORDS:
            return False
        if dropped.roles[block.index] not in others:
            return False
        words = _WORD.findall(_ADDED.sub(" ", block.text.casefold()))
        return len(words) <= _WORDS and not _NETWORKS.isdisjoint(words)

    for run in _runs(dropped, belongs):
        if len({block.text for block in run}) >= _LEAST_NETWORKS:
            for block in run:
                if dropped.roles[block.index] is not Role.SHARE:
                    yield block.index, Role.SHARE, "networks"


def _rows(dropped: Dropped) -> Found:
    """Rows of names of pages, with signs between them, but not right below the text, where tags stand so."""
    below = next((block.index for block in dropped.page.blocks[dropped.last + 1 :] if block.text), -1)
    for block in _open(dropped):
        if dropped.is_outside(block.index) and block.index != below and _is_row(block.text):
            yield block.index, Role.FOOTER if block.index > dropped.foot else Role.NAV, "row"


def _is_row(text: str) -> bool:
    if not _HAS_BAR.search(text) or "\n" in text or "{" in text or width(text) > _LINE:
        return False
    names = [name for name in _BAR.split(text) if name]
    with_digits = sum(any(map(str.isdigit, name)) for name in names)
    return len(names) >= _LEAST_NAMES and with_digits <= 1 and max(map(width, names)) <= _NAME
