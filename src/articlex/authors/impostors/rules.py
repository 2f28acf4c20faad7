"""The rules by which candidates that look like authors are none: who answers, edits or is quoted, items of
menus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.addresses import host_of
from articlex.authors.below_label import repeats_label
from articlex.authors.credited import in_masthead
from articlex.authors.fields import author_row
from articlex.authors.gathering import OF_ELEMENTS, Authors, name_key
from articlex.authors.han_names import no_chinese_names
from articlex.authors.impostors.below_text import commenters, not_of_text, of_reviews
from articlex.authors.impostors.invitations import is_invitation
from articlex.authors.impostors.owners import is_masthead, made_site
from articlex.authors.impostors.page_parts import is_page_part, is_shouted
from articlex.authors.impostors.sections import (
    is_category,
    is_counted,
    is_entry,
    is_item,
    is_kicker,
    is_labelled,
    is_tag,
)
from articlex.authors.impostors.subjects import is_shown, is_subject
from articlex.authors.links import leads_to_topic, names_member, opens_with_label, spans_links
from articlex.authors.listed import of_listed_stories
from articlex.authors.mail_header import not_sent
from articlex.authors.threads.askers import answerers
from articlex.authors.threads.evidence import is_of_each_post
from articlex.authors.threads.opener_candidates import OPENER
from articlex.authors.zones import is_of_headline
from articlex.bylines.given import begins_as_name
from articlex.bylines.impossible import is_no_name
from articlex.bylines.label_tests import is_label
from articlex.bylines.leads import SHAPES
from articlex.bylines.names import read_names
from articlex.class_words import AUTHOR_WORDS
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.data.labels import says_powered
from articlex.dates import find_dates
from articlex.dates.labels import is_date_label
from articlex.facts import page_host
from articlex.page import Block, Field, Form, Page, Role, Wrap
from articlex.page_kinds import page_kind
from articlex.punctuation import COLONS, COMMAS
from articlex.regex import DIGIT, regex
from articlex.signs import headline_block, signs_of
from articlex.signs.links import linked_names
from articlex.signs.person_addresses import says_person
from articlex.signs.quotations import leads_to_quotation
from articlex.signs.turns import speaker_lines
from articlex.signs.wiki_source import says_source

#: The type of a page that offers a job, which nobody signs.
_JOB = "jobposting"
#: Words in classes for the section beside a date, the program that sent a post, the price of an event.
_SECTION = frozenset(
    "category categories kategorie kategorien categorie rubrik rubric topic kicker application cost".split()
)
#: Roles of blocks whose links lead to other pages. What looks like a menu in raw page text may be the byline.
_LEADS_AWAY = {Form.TEXT: {Role.PAGINATION}, Form.HTML: {Role.PAGINATION, Role.NAV}}
#: What parts the entries of a line.
_PARTS = regex(r"[|•·●∙/»–—,;:\n-]+")
#: Lines that are a menu at the top of raw page text, at least, and characters of each, at most.
_LEAST_MENU, _MAX_ITEM = 4, 25
#: Words in small letters that are a sentence; "bell hooks" and "ann of the sea" are names.
_SENTENCE = 5
#: Words behind the name in a line like "Anne Exemple a dit :", a colon by itself included.
_MOST_SAYS = 3
#: Characters of a heading that begins with a sign ("■"), at most, and such lines on a page, at least.
_MAX_MARKED, _LEAST_MARKED = 40, 3
#: Characters of a line with town and date above a letter, and what stands behind the town.
_MAX_LETTER, _BEHIND_TOWN = 60, (*COMMAS, ".")

#: What may stand behind the year there, the abbreviation of "year" among it: "Gdynia, 7 czerwca 2023 r."
_BEHIND_YEAR = regex(r"[ .]*(?:[rmг]\.[ .]*)?")
#: What may stand between a line and the one before it where flattening has joined them.
_BETWEEN = " |·•/"


def counted_as_nobody(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that no markup states and that the page shows to be no authors.

    They are weighed like the others, and their chances are added to that of nobody; those of the others stay
    as they are. (Those of :func:`ruled_out` are shared by all.)
    """
    menu = _menu_end(page) if page.form is Form.TEXT else 0
    answered = {name_key(name) for raw in answerers(page) for name in read_names(raw)}
    is_job = any(fact.field is Field.PAGETYPE and fact.value == _JOB for fact in page.facts)
    return {
        place
        for place, candidate in enumerate(candidates)
        if not candidate.facts
        and not candidate.among
        and (
            is_job
            or not answered.isdisjoint(map(name_key, candidate.names))
            or _is_of_sentence(page, candidate)
            or _is_editor(page, candidate)
            or _is_of_menu(page, candidate, menu)
        )
    }


def _is_of_menu(page: Page, candidate: Authors, menu: int) -> bool:
    """Whether a candidate is an item of a menu, a section or a tag; ``menu`` is where the first menu ends."""
    if _spans_links(page, candidate) or _is_in_first_menu(candidate, menu) or is_tag(page, candidate):
        return True
    return is_kicker(page, candidate) and not _is_elsewhere(page, candidate)


def ruled_out(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that stand where no author is named.

    They are left out, and their chances are shared by nobody and all others in proportion, as if they had
    never been candidates. (Those of :func:`counted_as_nobody` go to nobody alone.)
    """
    cited = signs_of(page).cited
    is_thread = page_kind(page).kind == "forum"
    together = {" ".join(candidate.names) for candidate in candidates if len(candidate.names) > 1}
    found = set() if is_thread else not_of_text(page, candidates) | commenters(page, candidates)
    found |= not_sent(page, candidates) | of_listed_stories(page, candidates)
    found |= of_reviews(page, candidates)
    for place, candidate in enumerate(candidates):
        is_cited = _is_cited(candidate, cited)
        if candidate.facts:
            # "By Ann Example Bo Sample", where each name is a link of its own.
            is_of_two = candidate.names[0] in together and _spans_links(page, candidate)
            is_out = is_cited or is_of_two or made_site(page, candidate)
        else:
            is_out = bool(candidate.blocks) and (is_cited or _is_ruled_out(page, candidate, is_thread))
        if is_out and not candidate.among:
            found.add(place)
    return found


def _is_ruled_out(page: Page, candidate: Authors, is_thread: bool) -> bool:
    """Whether all that the page prints of a candidate, whom no markup states, shows that it is no author."""
    is_poster = is_thread or OPENER in candidate.features
    rules = _RULES if is_poster else (*_RULES, *_RULES_OUTSIDE_THREADS)
    return any(rules_out(page, candidate) for rules_out in rules)


def _speaks(page: Page, candidate: Authors) -> bool:
    """Whether a transcript prints what a candidate says."""
    return speaker_lines(page).issuperset(candidate.blocks)


def _is_label(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is a name that is no person's, or one word, and behind it a colon: "Source:", "Post
    Views:"."""
    name = candidate.names[0]
    if " " in name and begins_as_name(name):
        return False
    parts = (page.blocks[index].text.partition(name) for index in candidate.blocks)
    return all(rest.strip() in COLONS and not before.strip(_BETWEEN) for before, _, rest in parts)


def _repeats_label(page: Page, candidate: Authors) -> bool:
    """Whether all lines of a candidate stand below a label with which they begin."""
    return all(
        index > 0
        and is_label(label := page.blocks[index - 1].text)
        and repeats_label(page.blocks[index].text, label)
        for index in candidate.blocks
    )


def _says(page: Page, candidate: Authors) -> bool:
    """Whether all lines of a candidate introduce what it says in the text."""
    first, name = signs_of(page).first, candidate.names[0]
    return all(index > first and _introduces(page.blocks[index].text, name) for index in candidate.blocks)


def _introduces(text: str, name: str) -> bool:
    """Whether a line is a name, a few words and a colon: "Ann Example says:", "Anna Beispiel sagt:"."""
    rest = text.removeprefix(name).strip()
    words = rest.split()
    return text.startswith(name) and rest[-1:] in COLONS and rest[:1].isalpha() and len(words) <= _MOST_SAYS


def _is_no_chinese_name(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is no member of the site, and no name though in Chinese characters."""
    blocks = [page.blocks[index] for index in candidate.blocks]
    return not names_member(candidate, blocks) and no_chinese_names(page, candidate.names, blocks)


def _is_town(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is a town in a dateline wherever it is printed: "Hamburg, 2 May 2021".

    In a thread that would be a user name and the date of the post.
    """
    return all(_dates_letter(page.blocks[index].text, candidate.names[0]) for index in candidate.blocks)


def _dates_letter(text: str, name: str) -> bool:
    """Whether a line is one word, ``name``, a comma or full stop, and a date."""
    rest = text[len(name) :].lstrip()
    if " " in name or len(text) > _MAX_LETTER or not text.startswith(name) or rest[:1] not in _BEHIND_TOWN:
        return False
    dates = find_dates(rest)
    return bool(dates) and _BEHIND_YEAR.fullmatch(rest, dates[-1].end) is not None


def _is_cited(candidate: Authors, cited: frozenset[int]) -> bool:
    """Whether only elements state a candidate, if any do, and all its blocks are entries on other pages."""
    places = {*candidate.blocks, *(fact.block for fact in candidate.facts)}
    return candidate.is_only_of(*OF_ELEMENTS) and places <= cited


def _is_elsewhere(page: Page, candidate: Authors) -> bool:
    """Whether the page prints a candidate, but never in a byline."""
    blocks = [page.blocks[index] for index in candidate.blocks]
    return bool(blocks) and all(_is_no_byline(page, block, candidate) for block in blocks)


def _is_no_byline(page: Page, block: Block, candidate: Authors) -> bool:
    """Whether a block prints a candidate and is no byline."""
    names, name = candidate.names, candidate.names[0]
    return (
        # It leads to another page, or says whose words or which source the page has.
        _leads_away(page, block)
        or leads_to_topic(block, name)
        or leads_to_quotation(page, block)
        or says_source(page, block.index)
        # It is a heading, or repeats the headline.
        or is_shouted(page, block, names)
        or _is_marked_heading(page, block)
        or is_of_headline(page, block, names)
        # It is a section, below a label for somebody who is no author, about a program, or a quotation.
        or _is_section(block, candidate)
        or _is_below_label(page, block)
        or _is_of_maker(page, block)
        or ((opens_with_label(block, name) or is_page_part(page, block)) and not is_labelled(block))
        or _is_quoted(page, block)
    )


def _is_quoted(page: Page, block: Block) -> bool:
    """Whether a block stands in a quotation that is not the whole text, and is no byline above the text."""
    if _quotes(block) <= _quotes_of_text(page):
        return False
    return block.index >= signs_of(page).first or not is_labelled(block)


def _leads_away(page: Page, block: Block) -> bool:
    """Whether a block is a link to another page. A run of links may be the authors; a table with a row on the
    author looks like a menu, and is none."""
    role = page.role(block.index)
    if block.table is not None and author_row(block.table):
        return False
    if role is Role.FOOTER and block.links and block.link_chars == len(block.text):
        # A link to whoever made the theme of the site.
        host = page_host(page)
        hosts = [host_of(href) for _, href in linked_names(block) if "//" in href]
        return bool(host and hosts) and host not in hosts
    return role in _LEADS_AWAY[page.form] and page.marks[block.index].reason != "link-run"


def _quotes(block: Block) -> frozenset[int]:
    """The ids of the quotations around a block. Some pages quote their whole text, some the byline."""
    return frozenset(container.id for container in block.within if container.wrap is Wrap.QUOTE)


def _quotes_of_text(page: Page) -> frozenset[int]:
    """The ids of the quotations around the first paragraph of the text."""
    first = signs_of(page).first
    return _quotes(page.blocks[first]) if first < len(page.blocks) else frozenset()


def _is_section(block: Block, candidate: Authors) -> bool:
    """Whether the class of an inline element is for the name of a section, none is for an author, and the
    block says nothing but the names and a date: "Personalia, 3 May 2021".

    The text of the element itself is not known: in "News | Ann Example | 3 May" either may be the section.
    """
    words = set(block.inline_words)
    if words.isdisjoint(_SECTION) or not words.isdisjoint(AUTHOR_WORDS) or is_labelled(block):
        return False
    if any(says_person(href) and name in candidate.names for name, href in linked_names(block)):
        return False
    text = block.text
    for date in reversed(find_dates(text)):
        text = f"{text[: date.start]}|{text[date.end :]}"
    for name in candidate.names:
        text = text.replace(name, "|")
    return all(map(_says_nothing, _PARTS.split(text)))


def _says_nothing(part: str) -> bool:
    """Whether a part of a line is empty, the label of a date, or only words that are in no name."""
    return not part.strip() or is_date_label(part) or is_no_name(part, dated=True)


def _is_marked_heading(page: Page, block: Block) -> bool:
    """Whether a block without a byline word begins with the sign of the page's headings: "■商品概要"."""
    sign = block.text[:1]
    if sign not in SHAPES or is_labelled(block):
        return False
    texts = (other.text for other in page.blocks)
    return sum(text[:1] == sign and len(text) <= _MAX_MARKED for text in texts) >= _LEAST_MARKED


def _is_below_label(page: Page, block: Block) -> bool:
    """Whether a line of raw page text stands below a label for no author: "Contact presse"."""
    if page.form is not Form.TEXT or not block.index:
        return False
    above = fold_in_place(page.blocks[block.index - 1].text)
    label = above.rstrip("".join(COLONS)).rstrip()
    # Some words of the list are labels with a colon alone.
    said = (label,) if above == label else (label, f"{label}:")
    return bool(label) and any(byline_words().other.at(words) == len(words) for words in said)


def _is_of_maker(page: Page, block: Block) -> bool:
    """Whether a block, or the one above, is about the program behind the site: "Powered by Trac"."""
    beside = page.blocks[max(0, block.index - 1) : block.index + 1]
    return any(says_powered(other.text) for other in beside)


def _spans_links(page: Page, candidate: Authors) -> bool:
    """Whether a name of a candidate is the text of several links in the first block that prints it."""
    if not candidate.blocks:
        return False
    block = page.blocks[candidate.blocks[0]]
    return block.links > 1 and any(spans_links(block, name) for name in candidate.names)


def _menu_end(page: Page) -> int:
    """Where the menu ends with which raw page text begins, as an index of a block; 0 without a menu."""
    above = (block.text for block in page.blocks[: max(headline_block(page), 0)])
    end = sum(1 for _ in takewhile(lambda text: len(text) <= _MAX_ITEM and not DIGIT.search(text), above))
    return end if end >= _LEAST_MENU else 0


def _is_in_first_menu(candidate: Authors, menu: int) -> bool:
    """Whether a candidate is one word that only blocks before ``menu``, the end of the menu, print."""
    single = len(candidate.names) == 1 and " " not in candidate.names[0]
    return single and bool(candidate.blocks) and max(candidate.blocks) < menu


def _is_of_sentence(page: Page, candidate: Authors) -> bool:
    """Whether a candidate has a sentence among its names, or is a lower-case word of paragraphs only: "By
    focusing on the river, the town"."""
    if any(
        len(words) >= _SENTENCE and all(map(str.islower, words)) for words in map(str.split, candidate.names)
    ):
        return True
    name = candidate.names[0]
    is_word = name.islower() and name.isalpha() and bool(candidate.blocks)
    return is_word and all(signs_of(page).prose[index] for index in candidate.blocks)


def _is_editor(page: Page, candidate: Authors) -> bool:
    """Whether all blocks of a candidate are lines of a masthead below the text."""
    end = signs_of(page).last
    return bool(candidate.blocks) and all(
        index > end and in_masthead(page, index) for index in candidate.blocks
    )


#: What shows that a printed candidate is no author: it is the site or one of its sections, one of many
#: authors whom a list counts, a rank or button that each post has, or somebody of whom the page speaks.
_RULES = (
    *(_is_elsewhere, is_masthead, is_item, is_entry, is_category, is_counted, is_of_each_post),
    *(is_subject, is_shown, _speaks, _repeats_label),
)
#: The same outside threads, where it might be a user name beside the date of a post.
_RULES_OUTSIDE_THREADS = (_is_town, _is_label, is_invitation, _says, _is_no_chinese_name)
