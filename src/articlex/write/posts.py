"""The posts of a thread in HTML: who wrote each, when, and where its text begins and ends.

A post is an element of a look that several have, each with text of the body and most with the name of a
member. Elements of one look may be the posts whole, or their texts alone, without names: of the looks that
hold most of the body the one with the most names is taken, and among such the one with the most days.

On 113 of the 160 threads of `wcxb-dev` and `forums` posts are found; of the others most have a single post,
or none in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise
from math import ceil
from operator import itemgetter
from typing import NamedTuple

from articlex.addresses import host_of, same_site
from articlex.authors.threads.post_names import are_names, names_before_days
from articlex.data.labels import meaning_of
from articlex.dates import Hints, find_dates, parse_date
from articlex.dates.labels import label_before
from articlex.days.hints import page_hints
from articlex.facts import best_fact, best_value, page_host
from articlex.markup import Annotation
from articlex.options import Options
from articlex.page import Block, Field, Form, Kind, Page, Role
from articlex.page_kinds import page_kind
from articlex.punctuation import has_colon
from articlex.signs import signs_of
from articlex.signs.dated_lines import is_dated_line
from articlex.signs.person_addresses import of_persons, says_person
from articlex.tokens import squeeze
from articlex.write.post import Post
from articlex.write.post_elements import likely_posts
from articlex.write.post_looks import names_by_look
from articlex.write.text_posts import text_posts

#: The share of the posts that have a name, at least.
_SHARE = 0.6
#: Characters of the longest name, and of the shortest text above the first post that opens the thread.
_LONGEST, _OPENING = 40, 40
#: Posts of the shortest thread that neither address nor markup calls one.
_FEW = 3
#: Days in the smallest such thread.
_LEAST_DAYS = ceil(_SHARE * _FEW)
#: Of a thread without days: the fewest posts and names, and the share of the posts that have one, at least.
_UNDATED, _LEAST_NAMES, _NAMED = 5, 3, 0.9
#: Addresses to which links with one text lead if that is a button, and no name.
_OF_BUTTONS = 3
#: Properties and words in classes of elements that name who wrote a post.
_USER = "username"
_PROPERTIES, _CLASSES = frozenset({"author", "creator"}), ("author", _USER)
_STATING = frozenset({"class", "rel"})
#: Blocks from the first of an author's element, perhaps a portrait's letter, to that with the name, at most.
_BEHIND = 2
#: What stands around names: signs of ranks, of members who are here, of those who began the thread.
_AROUND = " \u200b·•|,;:-–—✭★@"

_RULE, _BODY, _COMMENT = Kind.RULE, Role.BODY, Role.COMMENT  # see articlex.page


class _Thread(NamedTuple):
    """A page with what its markup says of each block, the addresses of the links to members by the text of
    these, and the hints for its dates."""

    page: Page
    notes: Mapping[int, Sequence[Annotation]]
    addresses: Mapping[str, set[str]]
    hints: Hints


def thread_posts(page: Page) -> tuple[Post, ...]:
    """The posts of a thread in order; none on other pages, and where most have no name."""
    if page.form is not Form.HTML:
        return text_posts(page)
    is_forum, thread = page_kind(page).kind == "forum", _thread(page)
    # What most pages have not is asked first.
    if not (is_forum or _has_days(page) or len(thread.addresses) >= _LEAST_NAMES):
        return ()
    read = ([_post(thread, span) for span in spans] for spans in likely_posts(page, is_forum))
    if is_forum:
        named = (_with_names(page, posts) for posts in read)
        found = [posts for posts in named if _are_named(posts)]
    else:
        found = [posts for posts in read if _are_signed(page, posts) or _are_by_many(page, posts)]
    return _with_opening(page, max(found, key=_rank)) if found else ()


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
        if href in persons and _is_own(host_of(href), host):
            addresses.setdefault(text, set()).add(href)
    return _Thread(page, notes, addresses, page_hints(page, Options()))


def _is_own(host: str, own: str) -> bool:
    """Whether a link leads to the site of the page: a board may keep its members on a host beside it."""
    return not host or same_site(host, own)


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


def _are_signed(page: Page, posts: Sequence[Post]) -> bool:
    """Whether most posts have a name and a day or an age, which is asked for where nothing else tells a
    thread."""
    if len(posts) < _FEW or not _are_named(posts):
        return False
    parts = (page.blocks[post.first : post.stop] for post in posts if not post.date)
    aged = sum(any(is_dated_line(block.text) for block in _around(page, each)) for each in parts)
    return _rank(posts)[1] + aged >= _SHARE * len(posts)


def _are_by_many(page: Page, posts: Sequence[Post]) -> bool:
    """Whether nearly all posts have names, several, and none a headline that is a link: answers without days.
    The cards of a list have such headlines."""
    names = [post.author for post in posts if post.author]
    if len(posts) < _UNDATED or len(names) < _NAMED * len(posts) or len(set(names)) < _LEAST_NAMES:
        return False
    blocks = (block for post in posts for block in page.blocks[post.first : post.stop])
    return not any(block.level and block.link_chars for block in blocks)


def _with_opening(page: Page, posts: Sequence[Post]) -> tuple[Post, ...]:
    """``posts`` with the one above those that look alike, a question above its answers: by the author of the
    page, on its day. A first one without a name is by that author, too."""
    first = posts[0]
    own = [block for block in page.blocks[: first.first] if page.role(block.index) is _BODY]
    fact = best_fact(page, Field.AUTHORS)
    authors = fact.value if fact else ()
    opening = Post("; ".join(authors), best_value(page, Field.DATE_PUBLISHED) or "", 0, first.first)
    if first.author in authors or sum(len(block.text) for block in own) < _OPENING:
        return (*posts,) if first.author else (_signed_by(first, opening), *posts[1:])
    return (replace(opening, first=own[0].index), *posts)


def _signed_by(post: Post, opening: Post) -> Post:
    return replace(post, author=opening.author, date=post.date or opening.date)


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


def _with_names(page: Page, posts: list[Post]) -> list[Post]:
    """``posts`` with the names that stand before their days or have one look, if links and markup name too
    few authors, or all the same."""
    if _are_named(posts):
        return posts
    parts = (_around(page, page.blocks[post.first : post.stop]) for post in posts)
    lines = [next((block.text for block in each if is_dated_line(block.text)), "") for each in parts]
    names = names_before_days(lines) if sum(map(bool, lines)) >= _SHARE * len(posts) else []
    if not are_names(names):
        fact = best_fact(page, Field.AUTHORS)
        names = names_by_look(page, posts, fact.value if fact else ())
    if not names:
        return posts
    return [replace(post, author=name) for post, name in zip(posts, names, strict=True)]


def _author(thread: _Thread, parts: Sequence[Block]) -> str:
    """The name in the blocks of a post: what the markup calls its author, a link to a member's page, or what
    has the class of an author; "" without one."""
    own = [note for block in parts for note in thread.notes.get(block.index, ())]
    by_class = (note.text for note in own if _states_author(note))
    texts = chain(_stated(thread, own), _linked(thread, _around(thread.page, parts)), by_class)
    name = next(filter(None, map(_name, texts)), "")
    # What stands beside the name in a link or element: a portrait's letter, a rank, the name in full.
    inside = (note.text for note in own if note.name in _STATING and _USER in note.value)
    return next((text for text in inside if len(text) > 1 and f" {text} " in f" {name} "), name)


def _around(page: Page, parts: Sequence[Block]) -> list[Block]:
    """The blocks of a post that are not its text."""
    marks = page.marks
    return [block for block in parts if marks[block.index].role is not _BODY]


def _stated(thread: _Thread, notes: Sequence[Annotation]) -> Iterator[str]:
    """What the markup calls the author of a post: the name of that, what links to a member there, and all."""
    for place, note in enumerate(notes):
        if note.name == "itemprop" and note.value.lower() in _PROPERTIES:
            inside = (one for one in notes[place + 1 :] if one.value == "name" and one.text in note.text)
            yield next((one.text for one in inside if one.block <= note.block + _BEHIND), "")
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


def with_rules_between(body: tuple[Block, ...], posts: Sequence[Post], form: Form) -> tuple[Block, ...]:
    """The ``body`` with a rule wherever one post ends and another begins, if the page has not set one."""
    if not posts:
        return body
    # In raw page text what stands between two posts is the head of the second.
    stops = [posts[0].first, *(post.stop for post in posts)]
    starts = stops if form is Form.TEXT else [post.first for post in posts]
    spans = (range(start, post.stop) for start, post in zip(starts, posts, strict=False))
    numbers = {index: number for number, span in enumerate(spans) for index in span}
    made = list(body[:1])
    for before, block in pairwise(body):
        is_other = numbers.get(before.index) != numbers.get(block.index)
        # Posts that are items of one list are parted by that.
        is_other = is_other and not (block.within and before.within[:1] == block.within[:1])
        if is_other and _RULE not in (block.kind, made[-1].kind):
            made.append(Block(block.index, _RULE, "", ()))
        made.append(block)
    return tuple(made)
