"""Names of sections, categories and tags, which stand above a headline or beside a date as authors do; and
those in lists of all authors of a site, with the number of their texts: "Ann Example (12)", "Bo Sample
(3)"."""

from __future__ import annotations

from itertools import chain

from articlex.authors.gathering import Authors
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.lines import read_line
from articlex.bylines.persons import is_team
from articlex.data.bylines import byline_words
from articlex.data.labels import meaning_of
from articlex.page import Block, Field, Form, Page, Role
from articlex.regex import regex
from articlex.signs import headline_block
from articlex.signs.once import once_a_page

_MENUS, _TAGS = frozenset({Role.NAV, Role.BREADCRUMB}), frozenset({Role.TAGS})
#: What parts the entries of a line in which names are links; words of the longest label of tags.
_BARS, _MOST_LABEL = regex(r"[|•·●∙\n]"), 3
_LINKED = frozenset(("link:n", "joined-links"))
#: Bars in the line of a menu, at least, and characters of its longest entry.
_LEAST_BARS, _MAX_ENTRY = 4, 30
#: What parts the steps of a path.
_STEPS = regex(r"\s[»›]\s")
#: Blocks right above the headline that are no menu.
_NEAR = 3
#: The number of stories in a category or by an author: alone, and at the end of a line.
_NUMBER = r"\s*[(（\[]\s?\d{1,5}\s?[)）\]]"
_COUNT, _ENDS_WITH_COUNT = regex(_NUMBER), regex(rf"\S{_NUMBER}\Z")


def is_kicker(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is the name of a section without a byline word before it: a word in it is that of a
    section ("Cronaca Locale"), or a menu or the tags of the page have it too."""
    name = candidate.names[0]
    if not _may_be_section(candidate) or not (_names_section(name) or _is_of_menu(page, name)):
        return False
    return not any(is_labelled(page.blocks[index]) for index in candidate.blocks)


def _may_be_section(candidate: Authors) -> bool:
    """Whether a candidate is one printed name without a known given name, and no team."""
    name = candidate.names[0]
    is_one = len(candidate.names) == 1 and bool(candidate.blocks)
    return is_one and not is_team(name) and not has_given_name(name)


def is_labelled(block: Block) -> bool:
    """Whether a block is a byline with a byline word: "By Ann Example"."""
    line = read_line(block.text)
    return line is not None and line.has_label


def _names_section(name: str) -> bool:
    """Whether a name of several words has one that is in names of sections: "Vie locale"."""
    words, parts = byline_words(), name.casefold().split() if " " in name else ()
    return not (words.sections.isdisjoint(parts) and words.kickers.isdisjoint(parts))


def is_tag(page: Page, candidate: Authors) -> bool:
    """Whether a candidate always stands behind a label of tags, "3 May 2021 · Tagged with Rivers", or is one
    of linked tags.

    If other words stand between the label and it, it has to be a link.
    """
    if candidate.blocks and all(_is_row_of_tags(page, index) for index in candidate.blocks):
        return True
    name = candidate.names[0]
    is_link = not _LINKED.isdisjoint(candidate.features)
    before = (page.blocks[index].text.partition(name)[0] for index in candidate.blocks)
    entries = (_BARS.split(text)[-1].strip(" :：") for text in before)
    return bool(candidate.blocks) and all(
        meaning_of(entry) == "tags" or (is_link and _begins_with_tags(entry)) for entry in entries
    )


def _is_row_of_tags(page: Page, index: int) -> bool:
    """Whether a block has tags, and no word that is no link: a byline may stand in their element, too."""
    plain = (run.text for run in page.blocks[index].runs if run.href is None)
    return page.role(index) is Role.TAGS and not any(map(str.isalpha, "".join(plain)))


def _begins_with_tags(entry: str) -> bool:
    """Whether words before a name begin with a label of tags and do not end with a byline word."""
    words = entry.split()
    sizes = range(1, min(len(words), _MOST_LABEL + 1))
    is_labelled = any(meaning_of(" ".join(words[:size])) == "tags" for size in sizes)
    return is_labelled and words[-1].casefold() not in byline_words().labels


def _is_of_menu(page: Page, name: str) -> bool:
    """Whether a name is a category in the markup, or the whole text of a block in a menu or among tags."""
    stated = (fact.value for fact in page.facts if fact.field is Field.CATEGORIES)
    if any(name in value for value in stated if not isinstance(value, str)):
        return True
    blocks, roles = page.blocks, _TAGS
    if page.form is Form.HTML:
        # Below the headline of a thread each poster has a menu.
        blocks, roles = blocks[: max(headline_block(page), 0)], _MENUS
    return any(page.role(block.index) in roles for block in [each for each in blocks if each.text == name])


def is_item(page: Page, candidate: Authors) -> bool:
    """Whether a candidate of raw page text is a section: without a given name or a byline word, and a line in
    a menu above the headline, in capitals or not. Right above the headline stand posters."""
    name, title = candidate.names[0], headline_block(page)
    if page.form is not Form.TEXT or title <= _NEAR or not _may_be_section(candidate):
        return False
    size, key = len(name), name.casefold()
    called = {
        each.index
        for each in page.blocks[: title + _NEAR + 1]
        if len(each.text) == size and each.text.casefold() == key
    }
    items = {index for index in called if index < title - _NEAR and page.role(index) in _MENUS}
    if any(index > title for index in called.intersection(candidate.blocks)):
        # There a company signs its stories by the name in its logo.
        return False
    is_only_there = len(items) == 1 and not any(index <= title for index in set(candidate.blocks) - items)
    if not items or (is_only_there and not items.isdisjoint(candidate.blocks)):
        return False
    return not any(is_labelled(page.blocks[index]) for index in candidate.blocks)


def is_entry(page: Page, candidate: Authors) -> bool:
    """Whether a candidate of raw page text without a known given name or a byline word is an entry of a menu
    in one line, where bars part the sections ("News | Botany | Medicine | Zoology"), or a step of a path
    above the headline: "Society » Environment"."""
    name = candidate.names[0]
    if page.form is not Form.TEXT or not _may_be_section(candidate):
        return False
    if name not in _entries(page):
        return False
    return not any(is_labelled(page.blocks[index]) for index in candidate.blocks)


@once_a_page
def _entries(page: Page) -> frozenset[str]:
    """The entries of the menus in one line with bars, and the steps of paths above the headline."""
    barred = [block.text.split("|") for block in page.blocks if block.text.count("|") >= _LEAST_BARS]
    above = page.blocks[: max(headline_block(page), 0)]
    paths = [_STEPS.split(block.text) for block in above if _STEPS.search(block.text)]
    menus = [[entry.strip() for entry in entries] for entries in (*barred, *paths)]
    return frozenset(chain.from_iterable(menu for menu in menus if max(map(len, menu)) <= _MAX_ENTRY))


def is_category(page: Page, candidate: Authors) -> bool:
    """Whether a printed candidate without a known given name in front is counted elsewhere, as blogs list
    categories: "Hiking (172)". Authors of a site are counted as well, hence the given name."""
    name = candidate.names[0]
    if len(candidate.names) > 1 or candidate.facts or not candidate.blocks or begins_as_name(name):
        return False
    return all(_is_counted_elsewhere(page, page.blocks[index], name) for index in candidate.blocks)


def _is_counted_elsewhere(page: Page, block: Block, name: str) -> bool:
    """Whether another block is what ``block`` has from the name on, and a number in brackets."""
    part = _BARS.split(block.text[max(block.text.find(name), 0) :])[0].strip()
    if not part or not any(map(str.isdecimal, block.text)):
        return False
    counted = (other.text for other in page.blocks if other is not block and other.text.startswith(part))
    return any(_COUNT.fullmatch(text, len(part)) for text in counted)


def is_counted(page: Page, candidate: Authors) -> bool:
    """Whether a name stands only in such lists, which name all authors of the site beside the article.

    A number in a single line may be the age of somebody whom the text is about.
    """
    blocks = page.blocks
    return bool(candidate.blocks) and all(
        len(candidate.names) == 1
        and _has_count(blocks[index], candidate.names[0])
        and any(_ENDS_WITH_COUNT.search(other.text) for other in page.beside(index))
        for index in candidate.blocks
    )


def _has_count(block: Block, name: str) -> bool:
    """Whether a block is a name and a number in brackets."""
    return block.text.startswith(name) and _COUNT.fullmatch(block.text, len(name)) is not None
