"""The posts of a thread in HTML: who wrote each, when, and where its text begins and ends.

A post is an element of a look that several have, each with text of the body and most with the name of a
member. Elements of one look may be the posts whole, or their texts alone, without names: of the looks that
hold most of the body the one with the most names is taken, and among such the one with the most days.

On 96 of the 160 threads of `wcxb-dev` and `forums` posts are found; of the others some have a single post or
no names in links or markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, islice, pairwise
from math import ceil
from operator import itemgetter
from typing import NamedTuple

from articlex.addresses import host_of
from articlex.data.labels import meaning_of
from articlex.dates import Hints, find_dates, parse_date
from articlex.dates.labels import label_before
from articlex.days.hints import hints_for, latest_year
from articlex.facts import best_fact, best_value, page_host
from articlex.markup import Annotation
from articlex.page import Block, Field, Form, Kind, Page, Role
from articlex.page_kinds import page_kind
from articlex.punctuation import has_colon
from articlex.signs import signs_of
from articlex.signs.dated_lines import is_dated_line
from articlex.signs.looks import looks
from articlex.signs.person_addresses import of_persons, says_person
from articlex.tokens import squeeze

#: Posts of the shortest thread, the share of the body that they hold, and of them that have a name, at least.
_LEAST, _SHARE = 2, 0.6
#: Characters of the longest name, and of the shortest text above the first post that opens the thread.
_LONGEST, _OPENING = 40, 40
#: Posts of the shortest thread that neither address nor markup calls one.
_FEW = 3
#: Days in the smallest such thread.
_LEAST_DAYS = ceil(_SHARE * _FEW)
#: Addresses to which links with one text lead if that is a button, and no name.
_OF_BUTTONS = 3
#: Properties and words in classes of elements that name who wrote a post.
_PROPERTIES, _CLASSES = frozenset({"author", "creator"}), ("author", "username")
_STATING = frozenset({"class", "rel"})
#: What stands around names: signs of ranks, of members who are here, of those who began the thread.
_AROUND = " \u200b·•|,;:-–—✭★@"

_RULE, _BODY, _COMMENT = Kind.RULE, Role.BODY, Role.COMMENT  # see articlex.page


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a thread: the name of its author and its date in ISO 8601 as the page has them ("" where it
    has none), and the indices of its first block and of the first one behind it."""

    author: str
    date: str
    first: int
    stop: int


class _Thread(NamedTuple):
    """A page with what its markup says of each block, the addresses of the links to members by the text of
    these, and the hints for its dates."""

    page: Page
    notes: Mapping[int, Sequence[Annotation]]
    addresses: Mapping[str, set[str]]
    hints: Hints


def thread_posts(page: Page) -> tuple[Post, ...]:
    """The posts of a thread in order; none on other pages, in raw page text, and where most have no name."""
    if page.form is not Form.HTML:
        return ()
    # What most pages have not is asked first: the links of a page are read last.
    is_forum = page_kind(page).kind == "forum"
    likely = [*_likely(page)] if is_forum or _has_days(page) else []
    if not likely or not _may_be_thread(thread := _thread(page)):
        return ()
    read = ([_post(thread, span) for span in spans] for spans in likely)
    posts = max(filter(_are_named if is_forum else _are_signed, read), key=_rank, default=[])
    return (*_opening(page, posts[0]), *posts) if posts else ()


def _has_days(page: Page) -> bool:
    """Whether as many blocks hold a day as posts that are told by their days have at least."""
    stated = {note.block for note in page.markup.annotations if note.name == "time"}
    others = (index for index in signs_of(page).with_digits if index not in stated)
    dated = chain(stated, (index for index in others if is_dated_line(page.blocks[index].text)))
    return len(list(islice(dated, _LEAST_DAYS))) == _LEAST_DAYS


def _thread(page: Page) -> _Thread:
    notes: dict[int, list[Annotation]] = {}
    for note in page.markup.annotations:
        notes.setdefault(note.block, []).append(note)
    links = {
        (run.text, run.href) for block in page.blocks for run in block.runs if run.href and run.src is None
    }
    persons, host = of_persons({href for _, href in links}), page_host(page)
    addresses: dict[str, set[str]] = {}
    for text, href in links:
        if href in persons and host_of(href) in ("", host):
            addresses.setdefault(text, set()).add(href)
    language = best_value(page, Field.LANGUAGE) or page.markup.lang
    return _Thread(page, notes, addresses, hints_for(page.url or "", language, latest_year(page, None)))


def _may_be_thread(thread: _Thread) -> bool:
    """Whether several names stand on the page, a cheap test: most pages have one author, or none."""
    notes = (note for each in thread.notes.values() for note in each)
    stated = {note.text for note in notes if _states_author(note)}
    return len(thread.addresses) >= _LEAST or len(stated) >= _LEAST


def _states_author(note: Annotation) -> bool:
    """Whether an element says that its text is the author of something."""
    if note.name == "itemprop":
        return note.value.lower() in _PROPERTIES
    return note.name in _STATING and any(word in note.value for word in _CLASSES)


def _rank(posts: Sequence[Post]) -> tuple[int, int]:
    return sum(bool(post.author) for post in posts), sum(bool(post.date) for post in posts)


def _are_named(posts: Sequence[Post]) -> bool:
    """Whether most posts have a name, and not all the same."""
    names = [post.author for post in posts if post.author]
    return len(set(names)) > 1 and len(names) >= _SHARE * len(posts)


def _are_signed(posts: Sequence[Post]) -> bool:
    """Whether most posts have a name and a day, which is asked for where nothing else tells a thread."""
    return len(posts) >= _FEW and _are_named(posts) and _rank(posts)[1] >= _SHARE * len(posts)


def _likely(page: Page) -> Iterator[list[range]]:
    """The blocks of the elements of each look that hold text of the body, and together most of it."""
    roles = (mark.role for mark in page.marks)
    sizes = [len(block.text) if role is _BODY else 0 for block, role in zip(page.blocks, roles, strict=True)]
    below = list(accumulate(sizes, initial=0))
    for numbers in looks(page) if below[-1] else ():
        spans = [range(page.nodes[number].first, page.nodes[number].last) for number in numbers]
        spans = [span for span in spans if below[span.start] < below[span.stop]]
        held = sum(below[span.stop] - below[span.start] for span in spans)
        if len(spans) >= _LEAST and held >= _SHARE * below[-1]:
            yield spans


def _opening(page: Page, first: Post) -> tuple[Post, ...]:
    """The post above the ``first`` of those that look alike, a question above its answers: by the author of
    the page, on its day."""
    own = [block for block in page.blocks[: first.first] if page.role(block.index) is _BODY]
    fact = best_fact(page, Field.AUTHORS)
    authors = fact.value if fact else ()
    if first.author in authors or sum(len(block.text) for block in own) < _OPENING:
        return ()
    day = best_value(page, Field.DATE_PUBLISHED) or ""
    return (Post("; ".join(authors), day, own[0].index, first.first),)


def _post(thread: _Thread, span: range) -> Post:
    page = thread.page
    blocks = page.blocks[span.start : span.stop]
    # What others say to a post may stand in its element.
    marks = page.marks[span.start : span.stop]
    own = [block for block, mark in zip(blocks, marks, strict=True) if mark.role is not _COMMENT]
    author, date = (
        next(filter(None, (read(thread, parts) for parts in (own, blocks))), "") for read in (_author, _date)
    )
    return Post(author, date, span.start, span.stop)


def _author(thread: _Thread, parts: Sequence[Block]) -> str:
    """The name in the blocks of a post: what the markup calls its author, a link to a member's page, or what
    has the class of an author; "" without one."""
    own = [note for block in parts for note in thread.notes.get(block.index, ())]
    by_class = (note.text for note in own if _states_author(note))
    texts = chain(_stated(thread, own), _linked(thread, _around(thread.page, parts)), by_class)
    return next(filter(None, map(_name, texts)), "")


def _around(page: Page, parts: Sequence[Block]) -> list[Block]:
    """The blocks of a post that are not its text."""
    marks = page.marks
    return [block for block in parts if marks[block.index].role is not _BODY]


def _stated(thread: _Thread, notes: Sequence[Annotation]) -> Iterator[str]:
    """What the markup calls the author of a post: the name of that, what links to a member there, and all."""
    for place, note in enumerate(notes):
        if note.name == "itemprop" and note.value.lower() in _PROPERTIES:
            inside = (one for one in notes[place + 1 :] if one.value == "name" and one.text in note.text)
            yield next((one.text for one in inside if one.block == note.block), "")
            yield from _linked(thread, [thread.page.blocks[note.block]], spelled=True)
            yield note.text


def _linked(thread: _Thread, blocks: Sequence[Block], spelled: bool = False) -> list[str]:
    """The links to members' pages on the site, those first whose address has the name that they show, or
    those alone (``spelled``): others say that somebody is here, or how many posts they have written."""
    links = [
        (squeeze(run.text) not in squeeze(run.href or ""), run.text)
        for block in blocks
        for run in block.runs
        if run.href in thread.addresses.get(run.text, ()) and len(thread.addresses[run.text]) < _OF_BUTTONS
    ]
    return [text for is_other, text in sorted(links, key=itemgetter(0)) if not (spelled and is_other)]


def _name(text: str) -> str:
    """A text as a name; "" if it is too long for one, a label, or says something else as well."""
    name = " ".join(text.split()).strip(_AROUND)
    if not 1 < len(name) <= _LONGEST or not any(map(str.isalpha, name)) or meaning_of(name):
        return ""
    is_word = says_person(f"/{name}")  # "Profile"
    return "" if is_word or is_dated_line(name) or has_colon(name) else name


def _date(thread: _Thread, parts: Sequence[Block]) -> str:
    """The date in the blocks of a post, what an element states before what is printed; "" without one."""
    for note in (note for block in parts for note in thread.notes.get(block.index, ())):
        found = parse_date(note.value, thread.hints) if note.name == "time" else None
        if found and found.value.day:
            return found.value.iso()
    return next(_printed_dates(_around(thread.page, parts), thread.hints), "")


def _printed_dates(around: Sequence[Block], hints: Hints) -> Iterator[str]:
    """The dates that are printed beside a post, those without an unknown label first, and those with a time:
    the others may be the day on which a member joined. That of a change is left out."""
    found = []
    for line in (block.text for block in around if is_dated_line(block.text)):
        for date in find_dates(line, hints):
            before = line[: date.start]
            label = label_before(before)
            if date.value.day and label != "updated":
                is_other = not label and has_colon(before)
                found.append((is_other, date.value.seconds is None, date.value.iso()))
    return (value for *_, value in sorted(found, key=itemgetter(0, 1)))


def with_rules_between(body: tuple[Block, ...], posts: Sequence[Post]) -> tuple[Block, ...]:
    """The ``body`` with a rule wherever one post ends and another begins, if the page has not set one."""
    if not posts:
        return body
    numbers = {index: number for number, post in enumerate(posts) for index in range(post.first, post.stop)}
    made = list(body[:1])
    for before, block in pairwise(body):
        is_other = numbers.get(before.index) != numbers.get(block.index)
        # Posts that are items of one list are parted by that.
        is_other = is_other and not (block.within and before.within[:1] == block.within[:1])
        if is_other and _RULE not in (block.kind, made[-1].kind):
            made.append(Block(block.index, _RULE, "", ()))
        made.append(block)
    return tuple(made)
