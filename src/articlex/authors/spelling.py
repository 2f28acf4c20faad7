"""The names of the chosen candidate as the page spells them: neither in capitals nor in small letters alone,
and without words that flattening has stuck to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlex.authors.gathering import Authors, name_key
from articlex.bylines.given import has_given_name
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_caseless, is_person
from articlex.data.bylines import byline_words
from articlex.facts import page_host
from articlex.page import Field, Page
from articlex.regex import NUMBER, regex
from articlex.signs.links import linked_names
from articlex.titles.page_site import page_site
from articlex.titles.site_names import says_site
from articlex.tokens import squeeze

#: A name of two words or more with a capital behind small letters in the last: "Ann ExampleSponsored". In
#: "McExample" only two letters stand before the capital.
_SEAM = regex(r"(\S+(?: \S+)* \w{2,}[^\W\d_A-Z])[A-Z]\S*\Z")
#: Words of the shortest name that may have another word or the site's name at its end.
_LEAST_WORDS = 3
#: Letters of the shortest stem of a name, and of the longest ending.
_LEAST_STEM, _MOST_ENDING = 3, 2


def well_spelled(page: Page, candidate: Authors) -> tuple[str, ...]:
    """The names of ``candidate``: "ANN EXAMPLE" and "ann example" become "Ann Example" if the page has that.

    A single word is left as it is, as it may be an acronym or a user name.
    """
    names = tuple(_without_stuck(page, candidate, name) for name in candidate.names)
    names = tuple(_with_number(page, candidate, name) for name in names)
    names = tuple(_uninflected(page, candidate, name) for name in names)
    if not any(map(_is_of_one_case, names)):
        return names
    return tuple(_spelled(page, candidate, name) if _is_of_one_case(name) else name for name in names)


def _without_stuck(page: Page, candidate: Authors, name: str) -> str:
    """A name without a word that is stuck to it ("Ann ExampleSponsored") if the page also prints it without,
    and without the site's name behind it ("Ann Example Sample News")."""
    if linked := _linked_part(page, candidate, name) or _before_link(page, candidate, name):
        return linked
    if seam := _SEAM.match(name):
        whole = re.compile(rf"(?<!\w){re.escape(seam[1])}(?!\w)")
        return seam[1] if any(whole.search(block.text) for block in page.blocks) else name
    words = name.split()
    if len(words) == 2 and words[0].isupper() and words[0].casefold() in byline_words().agencies:
        # "PTI Mumbai"
        return words[0]
    if len(words) >= _LEAST_WORDS and candidate.facts and _ends_with_paper(page, words):
        return " ".join(words[:-1])
    if len(words) < _LEAST_WORDS or not candidate.blocks or candidate.facts:
        return name
    if is_person(head := " ".join(words[:-1])) and _stands_alone(page, head, name):
        return head
    for size in (1, 2):
        head, tail = " ".join(words[:-size]), " ".join(words[-size:])
        rest = page.blocks[candidate.blocks[0]].text.partition(f"{head} ")[2]
        is_person_before = len(words) - size > 1 and has_given_name(head)
        if is_person_before and rest.startswith(tail) and _is_of_site(page, rest):
            return head
    return name


def _ends_with_paper(page: Page, words: list[str]) -> bool:
    """Whether a word of the site's name stands behind a person: "Ann Example Sentinel [Staff]" in "The
    Harbour Sentinel"."""
    head, tail = " ".join(words[:-1]), words[-1]
    if not (is_person(head) and has_given_name(head)):
        return False
    sites = (str(fact.value).split() for fact in page.facts if fact.field is Field.SITENAME)
    return any(tail in site[1:] and set(site).isdisjoint(words[:-1]) for site in sites)


def _linked_part(page: Page, candidate: Authors, name: str) -> str:
    """The person with whose link a name begins where another word is stuck to the link, which is a block of
    its own in a browser, or a figure follows it: "<a>Anna Beispiel</a>Text", "<a>ann_e</a> 127"; "" for none.
    """
    for index in _places(candidate):
        for text, _ in linked_names(page.blocks[index]):
            rest = name.removeprefix(text)
            is_stuck = rest[:1].isupper() and text[-1].islower()
            is_stuck = is_stuck or (" " in text and rest[:1].isalpha() and is_caseless(name))
            if rest != name and ((is_stuck and is_person(text)) or _is_count(rest)):
                return text
    return ""


def _before_link(page: Page, candidate: Authors, name: str) -> str:
    """The person behind whom a name goes on with the first words of a link: "Ann Example <a>Follow us on
    Sample</a>"; "" for none."""
    for index in () if candidate.facts else candidate.blocks:
        block = page.blocks[index]
        for text, _ in linked_names(block):
            head = name.partition(f" {text.partition(' ')[0]}")[0]
            is_cut = head != name and f"{name} " in f"{head} {text} " and f"{head} {text}" in block.text
            if is_cut and " " in head and is_person(head):
                return head
    return ""


def _is_count(text: str) -> bool:
    """Whether a text is a figure behind a blank: how often a member was thanked."""
    return text[:1] == " " and text[1:].replace(",", "").replace(".", "").isdecimal()


def _places(candidate: Authors) -> list[int]:
    """The blocks that print a candidate, or elements that state it."""
    return [*candidate.blocks, *(fact.block for fact in candidate.facts if fact.block is not None)]


def _with_number(page: Page, candidate: Authors, name: str) -> str:
    """A name with the number behind it that the address of its link has too, by which boards call members who
    have not chosen a name: "Member 590127", which leads to "/profile/590127"."""
    for index in _places(candidate):
        for text, href in linked_names(page.blocks[index]):
            number = text.removeprefix(f"{name} ")
            if number != text and number.isdecimal() and number in NUMBER.findall(href):
                return text
    return name


def _stands_alone(page: Page, head: str, name: str) -> bool:
    """Whether the page prints ``head`` in a block of its own, and ``name``, which has a word more, only once:
    the word begins another phrase, as in "Ann Example Live and breaking news reporter"."""
    whole = [block.text for block in page.blocks if name in block.text]
    return len(whole) == 1 and any(block.text == head for block in page.blocks)


def _is_of_site(page: Page, name: str) -> bool:
    """Whether a name is what the site is called, or a label of its host."""
    host = page_host(page)
    return says_site(name, page_site(page)) or squeeze(name) in host.split(".")[:-1]


def _uninflected(page: Page, candidate: Authors, name: str) -> str:
    """The name that the markup states, where a printed one behind a word differs from it in the ends of its
    words alone: "Της Ειρήνης Σταματοπούλου" names "Ειρήνη Σταματοπούλου". By itself "Petra Novotná" is no
    other case of "Petr Novotný"."""
    before = (page.blocks[index].text.partition(name)[0].rstrip() for index in candidate.blocks)
    if candidate.facts or not any(text[-1:].isalpha() for text in before):
        return name
    stated = (fact.value for fact in page.facts if fact.field is Field.AUTHORS)
    others = (other for value in stated for other in value if other != name)
    return next((other for other in others if _is_inflected(name, other)), name)


def _is_inflected(name: str, other: str) -> bool:
    """Whether each word of two names is the same but for its ending."""
    words, others = name_key(name).split(), name_key(other).split()
    if len(words) < 2 or len(words) != len(others):
        return False
    return all(word == other or _share_stem(word, other) for word, other in zip(words, others, strict=True))


def _share_stem(word: str, other: str) -> bool:
    """Whether two words have endings of a letter or two behind the same stem."""
    stem = max(_LEAST_STEM, max(len(word), len(other)) - _MOST_ENDING)
    return word[:stem] == other[:stem] and min(len(word), len(other)) >= stem


def _is_of_one_case(name: str) -> bool:
    return " " in name and (name.isupper() or name.islower())


def _spelled(page: Page, candidate: Authors, name: str) -> str:
    """The first spelling of ``name`` on the page with letters of both cases, else ``name``."""
    spellings = _spellings(page, candidate, name)
    return next((other for other in spellings if is_person(other) and not _is_of_one_case(other)), name)


def _spellings(page: Page, candidate: Authors, name: str) -> Iterator[str]:
    """How the page spells ``name``: in the blocks of the candidate, in its facts, in any block."""
    key = name_key(name)
    for index in candidate.blocks:
        yield from (other for other in read_names(page.blocks[index].text) if name_key(other) == key)
    for fact in candidate.facts:
        yield from (other for other in fact.value if name_key(other) == key)
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for block in page.blocks:
        yield from pattern.findall(block.text)
