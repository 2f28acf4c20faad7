"""Parts of a page that are no names: buttons, headings of sections, entries of lists of links, labels whose
elements are called what they say; and headings in capitals that begin like bylines: "PAR CES MOTIFS"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from articlex.bylines.given import has_given_name
from articlex.class_words import AUTHOR_WORDS, split_words
from articlex.page import Block, Form, Page, Wrap
from articlex.signs import headline_block, once_a_stage, signs_of
from articlex.signs.links import linked_names
from articlex.signs.person_addresses import says_person

#: How words in class and id begin that are for buttons.
_BUTTON = ("btn", "button")
#: Elements whose class and id describe a block: its own, and the one around that.
_OWN = 2
#: Other headings of the same level, and entries of a list of links, at least.
_LEAST_HEADINGS, _LEAST_ENTRIES = 2, 4
#: Entries on either side that are looked at.
_MOST_ENTRIES = 12
#: Words of a heading in capitals, at most, and characters of the paragraph below, at least.
_MOST_SHOUTED, _PARAGRAPH = 6, 40


def is_page_part(page: Page, block: Block) -> bool:
    """Whether the markup shows that a block without a byline word is a part of the page.

    A name may stand on a button, in a heading or in a list as well. It is none where a class is for buttons
    and none for authors, where the text has more such headings, or where the list leads to no person.
    """
    if page.form is not Form.HTML:
        return False
    words = set(block.inline_words)
    for node in islice(page.around(block), _OWN):
        words.update(node.words)
    if not words.isdisjoint(AUTHOR_WORDS):
        return False
    if (_is_link(block) or block.tag == "button") and any(word.startswith(_BUTTON) for word in words):
        return True
    # Programs make the id of a heading from its text.
    own = [] if block.level else split_words(block.text)
    is_called_so = bool(own) and words.issuperset(own)
    return is_called_so or _heads_section(page, block) or _is_entry(page, block)


def _heads_section(page: Page, block: Block) -> bool:
    """Whether a block is a heading inside the text, not its first, and there are others of its level."""
    alike = _headings(page).get(block.level, ()) if block.level else ()
    return len(alike) > _LEAST_HEADINGS and block.index in alike[1:]


@once_a_stage
def _headings(page: Page) -> Mapping[int, Sequence[int]]:
    """The headings between the first and the last block of the text, as indices by level."""
    signs = signs_of(page)
    levels: dict[int, list[int]] = {}
    for block in page.blocks[signs.first : max(signs.last, 0)]:
        if block.level:
            levels.setdefault(block.level, []).append(block.index)
    return levels


def _is_entry(page: Page, block: Block) -> bool:
    """Whether a block above the headline or below the text is an entry of a list of links, none to a person's
    page. Between headline and text such a list may be that of the authors."""
    if max(headline_block(page), 0) <= block.index <= signs_of(page).last:
        return False
    blocks = page.blocks
    around = next((each for each in reversed(block.within) if each.wrap is Wrap.LIST), None)
    if around is None:
        return False
    before = blocks[max(block.index - _MOST_ENTRIES, 0) : block.index + 1]
    behind = blocks[block.index + 1 : block.index + _MOST_ENTRIES]
    entries = [*takewhile(lambda each: around in each.within, reversed(before))]
    entries += takewhile(lambda each: around in each.within, behind)
    return len(entries) >= _LEAST_ENTRIES and all(
        _is_link(each) and not _leads_to_person(each) for each in entries
    )


def _is_link(block: Block) -> bool:
    """Whether a block is one link and nothing else."""
    return block.links == 1 and block.link_chars == len(block.text)


def _leads_to_person(block: Block) -> bool:
    return any(says_person(href) for _, href in linked_names(block))


def is_shouted(page: Page, block: Block, names: Sequence[str]) -> bool:
    """Whether a block in capitals is a heading: a paragraph of the text or a lesser heading follows, and none
    of ``names`` has a known given name ("TITOLO I")."""
    if not block.text.isupper() or len(block.text.split()) > _MOST_SHOUTED:
        return False
    in_text, below = signs_of(page).first < block.index, page.blocks[block.index + 1 : block.index + 2]
    heads = any(
        (in_text and len(other.text) >= _PARAGRAPH and not other.text.isupper())
        or other.level > block.level > 0
        for other in below
    )
    return heads and not any(map(has_given_name, names))
