"""Text that a page holds as data, to be shown by a script: bodies in JSON-LD, and embedded state.

It is read only if the page shows less than half of it. The JSON-LD object that describes this page states its
text (https://schema.org/articleBody, https://schema.org/text), and a thread those of its posts. From an
embedded state the strings are taken that stand under the same keys and together hold the most prose, and only
on a page that shows next to nothing.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from articlex.markup import Markup
from articlex.page import Block
from articlex.read.html.embedded.item_types import THREAD_TYPES
from articlex.read.html.embedded.linked_data import read_linked_data
from articlex.read.html.embedded.posts import posted_text
from articlex.read.html.embedded.state_values import Value, state_values
from articlex.regex import regex

#: Bytes from which on a string of data may be an article.
LEAST = 280
#: A page that shows fewer characters in long blocks than this is an empty shell.
_SHELL = 600
#: Characters from which on a block counts as shown prose.
_LONG_BLOCK = 80
#: Characters of a string that are searched for code.
_BEGIN = 400
#: Nesting of JSON that is followed.
_MOST_LEVELS = 40
#: Of a state of any name: strings under the same keys that are one text, bytes of the longest.
_MOST_PARTS, _LEAST_WHOLE = 2, 700
#: Names of descriptions in the head, and how many letters of one a text must begin with.
_DESCRIPTIONS, _BEGINNING = ("description", "og:description"), 30

_BODY_KEYS = ("articleBody", "text")

#: Keys of a thread or a question that lead to its posts and answers.
_POST_KEYS = ("mainEntity", "acceptedAnswer", "suggestedAnswer", "comment")

#: How many probes are taken of a text, and their letters.
_PROBES, _PROBE = 8, 24
#: Up to how many probes are looked for in the page one by one.
_FEW_PROBES = 500

_TAG = regex(r"<[^<>]{1,400}>")
_PROSE = regex(r"<(?:p|br|div|li|h[1-6])\b|[.!?…]\s+\S|[。．！？।။؟]|[\u0e00-\u0e7f\u0f00-\u0fff]{20}")
_CODE = regex(r"[{};]\s*[\w.#@-]+\s*[:{(=]|function\s*\(|=>|\A\s*(?:[\[{]|https?:|data:|/[\w/]+\Z)")


def embedded_text(markup: Markup, blocks: Sequence[Block]) -> list[str]:
    """Strings, plain text or HTML, that the page means to show and does not; [] for most pages.

    ``markup`` is what the page states, ``blocks`` what it shows.
    """
    if text := posted_text(markup):
        return _unseen([text], blocks)
    marked = any(f'"{key}"' in text for text in markup.json_ld for key in _BODY_KEYS)
    if not marked and not markup.states:
        return []
    shown = [block.text for block in blocks if len(block.text) >= _LONG_BLOCK]
    least = max(LEAST, sum(map(_size, shown)))
    # No string is longer than the script that has it: on most pages with such keys nothing needs to be
    # parsed.
    if sum(map(_size, markup.json_ld if marked else markup.states)) < least:
        return []
    found: Iterable[str] = ()
    if marked:
        found = _stated(markup)
    elif sum(map(len, shown)) < _SHELL:
        found = most_prose(state_values(markup.states), beginning(markup))
    texts = list(dict.fromkeys(filter(None, map(_unescaped, found))))
    if sum(map(_size, texts)) < least:
        return []
    unseen = _unseen(texts, blocks)
    return unseen if sum(map(_size, unseen)) >= least else []


def _unseen(texts: list[str], blocks: Sequence[Block]) -> list[str]:
    """Those of ``texts`` of which ``blocks`` show less than half."""
    page = _squeeze(" ".join(block.text for block in blocks))
    probes = {text: _probes(text) for text in texts}
    seen = _shown(set(chain.from_iterable(probes.values())), page)
    return [text for text in texts if 2 * sum(map(seen.__contains__, probes[text])) < len(probes[text])]


def _size(text: str) -> int:
    """Bytes of a text in UTF-8, not letters: two letters say in Chinese what takes a word elsewhere."""
    return len(text.encode("utf-8", "replace"))


def _stated(markup: Markup) -> Iterator[str]:
    """The text of the JSON-LD object that describes this page, and of its posts if it is a thread."""
    addresses = [href for rel, href, _ in markup.links if rel == "canonical"]
    addresses += [content for name, content in markup.metas if name == "og:url"]
    data = read_linked_data(markup.json_ld, addresses, [markup.title])
    keys = _POST_KEYS if any(name in THREAD_TYPES for name in data.article_types) else ()
    yield from _bodies(data.article, keys, 0)


def _bodies(value: Any, keys: tuple[str, ...], level: int) -> Iterator[str]:
    """The text of an object, then those of the objects under ``keys``."""
    if isinstance(value, list):
        for item in value:
            yield from _bodies(item, keys, level)
    elif isinstance(value, Mapping) and level < _MOST_LEVELS:
        yield from (value[key] for key in _BODY_KEYS if isinstance(value.get(key), str))
        for key in keys:
            yield from _bodies(value.get(key), keys, level + 1)


def _unescaped(text: str) -> str:
    """``text`` with its entities as characters: a template may have escaped it once more than JSON needs."""
    return html.unescape(text) if "<" not in text and "&" in text else text


def beginning(markup: Markup) -> str:
    """How the page's text begins, in letters and digits, if its description is the beginning."""
    told = (content for name, content in markup.metas if name in _DESCRIPTIONS)
    return max((_squeeze(text)[:_BEGINNING] for text in told), key=len, default="")


def most_prose(values: Iterable[Value], lead: str) -> list[str]:
    """The strings of prose in ``values`` under those keys that hold the most of it.

    A string that begins with ``lead`` goes before them, unless they are more than twice as long.
    """
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for value in values:
        if value.is_of_page:
            _gather(value.data, (), places)
        else:
            found: dict[tuple[str, ...], list[str]] = defaultdict(list)
            _gather(value.data, (), found)
            for place, texts in found.items():
                places[place] += texts if _is_whole(texts, lead) else []
    most = max(places.values(), key=lambda texts: sum(map(len, texts)), default=[])
    led = max(
        (text for texts in places.values() for text in texts if _begins(text, lead)), key=len, default=""
    )
    # A summary begins so as well.
    return [led] if _size(led) >= LEAST and 2 * len(led) >= sum(map(len, most)) else most


def _begins(text: str, lead: str) -> bool:
    return len(lead) >= _BEGINNING and _squeeze(text[: 3 * _BEGINNING]).startswith(lead)


def _is_whole(texts: list[str], lead: str) -> bool:
    """Whether the strings under the same keys are a text or the parts of one. (Those of cards are many.)"""
    longest = max(texts, key=len)
    is_long = len(texts) <= _MOST_PARTS and _size(longest) >= _LEAST_WHOLE
    return is_long or any(_begins(text, lead) for text in texts)


def _gather(value: Any, place: tuple[str, ...], places: dict[tuple[str, ...], list[str]]) -> None:
    """Put each string of prose in ``value`` into ``places``, by the keys that lead there ("*": any index)."""
    if isinstance(value, str):
        if len(value) >= _LONG_BLOCK and _PROSE.search(value) and not _CODE.search(value, 0, _BEGIN):
            places[place].append(value)
    elif len(place) > _MOST_LEVELS:
        return
    elif isinstance(value, list):
        inner = (*place, "*")
        for item in value:
            if _may_hold_prose(item):
                _gather(item, inner, places)
    elif isinstance(value, dict):
        for key, item in value.items():
            if _may_hold_prose(item):
                _gather(item, (*place, key if not key.isdigit() else "*"), places)


def _may_hold_prose(value: Any) -> bool:
    """Whether a value is neither a number nor a short string, as half of a state is: a third of the time."""
    return len(value) >= _LONG_BLOCK if isinstance(value, str) else isinstance(value, (list, dict))


def _squeeze(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _probes(text: str) -> list[str]:
    """Pieces of ``text``, letters and digits alone, at even distances; or all of it, if it is short."""
    own = _squeeze(html.unescape(_TAG.sub(" ", text)))
    if len(own) <= _PROBE:
        return [own]
    step = max((len(own) - _PROBE) // _PROBES, 1)
    return [own[start : start + _PROBE] for start in range(0, len(own) - _PROBE + 1, step)]


def _shown(probes: set[str], page: str) -> set[str]:
    """The probes that occur in ``page``. If they are many, its pieces are looked up among them."""
    if len(probes) <= _FEW_PROBES:
        return {probe for probe in probes if probe in page}
    sizes = set(map(len, probes))
    places = ((at, at + size) for size in sizes for at in range(len(page) - size + 1))
    return {part for start, end in places if (part := page[start:end]) in probes}


def as_html(text: str) -> str:
    """``text`` as an HTML fragment: each line of plain text becomes a paragraph."""
    if _TAG.search(text):
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    lines = [line for line in escaped.splitlines() if line.strip()]
    return "".join(f"<p>{line}</p>" for line in lines)
