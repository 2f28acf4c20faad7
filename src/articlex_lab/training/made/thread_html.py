"""Threads as HTML, in the shapes that boards give them, within the chrome of other pages."""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree, html

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.crowded import Crowded, some_run
from articlex_lab.training.made.crowded_html import chrome, written
from articlex_lab.training.made.html_lists import CONTROLS, html_list, new_element
from articlex_lab.training.made.listings import Stock, another, make_list
from articlex_lab.training.made.threads import Post, Thread, make_thread

#: Shares of the threads without class names, with plainer markup, and with a list of other articles below.
_NAMELESS_SHARE, _PLAINER_SHARE, _OTHERS_SHARE = 0.4, 0.3, 0.5

#: The most items of that list, elements of chrome on either side, and elements around the thread.
_MOST_OTHERS, _MOST_CHROME, _DEEPEST = 20, 25, 3

_EMPTY = "<html><head><title></title></head><body></body></html>"
_AFTER_TITLE = ("", " - Forum", " | Board", " : Page 1")


class _Names(NamedTuple):
    """The class names of the elements of one board."""

    listed: str = ""
    post: str = ""
    author: str = ""
    head: str = ""
    text: str = ""
    quote: str = ""
    signature: str = ""
    bar: str = ""


_NAMES = (
    _Names("posts", "post", "postprofile", "author", "content", "quote", "signature", "post-buttons"),
    _Names("message-list", "message", "message-user", "message-attribution", "message-body", "bbcode-quote",
           "message-signature", "message-actions"),
    _Names("comments", "comment", "user-info", "comment-meta", "comment-text", "quoted", "sig",
           "comment-actions"),
    _Names("topic", "topic-post", "names", "topic-meta", "cooked", "quote", bar="post-controls"),
    _Names("answers", "answer", "user-details", "time", "post-text", bar="post-menu"),
    _Names("thread", "row", "avatar", "date", "msg", "citation", "sign", "tools"),
    _Names("t", "tb", "l", "d", "r", "q", "s", "f"),
)  # fmt: skip


class _Look(NamedTuple):
    """The markup of one board."""

    names: _Names
    #: Tags of the list of posts and of a post.
    listed: str
    post: str
    #: Where the author is: "beside", "above" or "below" the text.
    author: str
    #: Tag of a paragraph; "br": paragraphs with ``br`` between them; "text": the same, right inside the post.
    text: str
    button: str
    quote: str
    #: Whether the buttons are above the text.
    bar_first: bool
    #: Whether the day is beside the author, not above the text.
    dated_author: bool


def thread_page(record: Record, have: Stock) -> Crowded | None:
    """A thread made of the text of ``record``, within the chrome of another page; None where there is too
    little text."""
    chance = random.Random(f"{record.name} thread")
    thread = make_thread(record, have, chance)
    if thread is None:
        return None
    root: Any = html.document_fromstring(_EMPTY)
    root.find(".//title").text = thread.title + chance.choice(_AFTER_TITLE)
    body = root.find("body")
    other = another(record, have, chance)
    before, after = chrome(other) if other else ([], [])
    body.extend(map(deepcopy, some_run(before, 0, _MOST_CHROME, chance)))
    place = _within(body, chance)
    _write(place, thread, _look(chance), chance)
    if chance.random() < _OTHERS_SHARE:
        place.append(html_list(make_list(record, have, chance, _MOST_OTHERS), chance))
    body.extend(map(deepcopy, some_run(after, 0, _MOST_CHROME, chance)))
    return written(root, thread.text, _PLAINER_SHARE, chance)


def _within(body: Any, chance: random.Random) -> Any:
    """A new element in ``body``, some levels deep, for the thread; or ``body`` itself."""
    for _ in range(chance.randint(0, _DEEPEST)):
        body = etree.SubElement(body, chance.choice(("div", "div", "main", "section")))
    return body


def _look(chance: random.Random) -> _Look:
    author = chance.choice(("beside", "beside", "above", "above", "below"))
    listed = chance.choice(("div", "div", "div", "ul", "ol", "section"))
    if author == "beside" and chance.random() < 0.5:
        listed = "table"
    post = {"table": "tr", "ul": "li", "ol": "li"}.get(listed)
    return _Look(
        names=_Names() if chance.random() < _NAMELESS_SHARE else chance.choice(_NAMES),
        listed=listed,
        post=post or chance.choice(("div", "div", "article")),
        author=author,
        text=chance.choice(("p", "p", "div", "br", "br", "text")),
        button=chance.choice(("a", "a", "button", "span")),
        quote=chance.choice(("blockquote", "div", "div")),
        bar_first=chance.random() < 0.2,
        dated_author=chance.random() < 0.4,
    )


def _write(place: Any, thread: Thread, look: _Look, chance: random.Random) -> None:
    """Write the thread, and the lines of the board around it, into ``place``."""
    title = new_element(chance.choice(("h1", "h1", "h2", "div")), thread.title)
    tag = chance.choice(("div", "p", "span", "a"))
    before, after = ([new_element(tag, line) for line in lines] for lines in (thread.before, thread.after))
    before.insert(chance.choice((0, len(before))), title)
    listed = new_element(look.listed, "", look.names.listed)
    listed.extend([_post(post, look) for post in thread.posts])
    place.extend((*before, listed, *after))


def _post(post: Post, look: _Look) -> Any:
    cell = "td" if look.post == "tr" else "div"
    author = new_element(cell, "", look.names.author)
    author.append(new_element("a", post.name))
    author.extend([new_element("div", line) for line in post.about])
    head = new_element("div", "", look.names.head)
    (author if look.dated_author else head).append(new_element("span", post.day))
    if post.number:
        head.append(new_element("a", post.number))
    said = new_element(cell, "", look.names.text if look.author == "beside" else "")
    bar = [_bar(post.buttons, look)] if post.buttons else []
    said.extend((*(bar if look.bar_first else ()), *((head,) if len(head) else ())))
    _say(said, post, look)
    if post.signature:
        said.append(new_element("div", post.signature, look.names.signature))
    said.extend(() if look.bar_first else bar)
    holder = new_element(look.post, "", look.names.post)
    holder.extend((said, author) if look.author == "below" else (author, said))
    return holder


def _bar(buttons: Sequence[str], look: _Look) -> Any:
    bar = new_element("div", "", look.names.bar)
    for text in buttons:
        button = new_element(look.button, text)
        button.tail = " "
        if look.button == "a":
            button.set("href", "#")
        bar.append(button)
    return bar


def _say(said: Any, post: Post, look: _Look) -> None:
    """Write the quotation and the paragraphs of the post into ``said``."""
    place = said
    if look.text != "text":
        place = new_element("div", "", look.names.text)
        said.append(place)
    if post.quote:
        quote = new_element(look.quote, "", look.names.quote)
        quote.extend([new_element("div", line) for line in post.quote])
        place.append(quote)
    if look.text in ("p", "div"):
        place.extend([new_element(look.text, paragraph) for paragraph in post.paragraphs])
        return
    for number, paragraph in enumerate(post.paragraphs):
        if number:
            place.extend((etree.Element("br"), etree.Element("br")))
        _add_text(place, CONTROLS.sub("", paragraph))


def _add_text(place: Any, text: str) -> None:
    """Add text at the end of an element."""
    if len(place):
        place[-1].tail = (place[-1].tail or "") + text
    else:
        place.text = (place.text or "") + text
