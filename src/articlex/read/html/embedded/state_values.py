"""The values in scripts by which a page embeds its state, in whatever way a framework writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from articlex.markup import Markup
from articlex.read.html.embedded.flat_values import unflattened
from articlex.read.html.embedded.flight import flight_values, part_of_stream
from articlex.read.html.embedded.js_values import assigned_values
from articlex.read.html.embedded.lenient_json import loads, strings_behind
from articlex.read.html.embedded.rich_text import rich_text
from articlex.regex import regex

_DEEPEST = 60
#: Characters of the shortest and of the longest string that is read as JSON, which may hold an article.
_LEAST, _MOST = 80, 1_000_000
#: Characters of such a string in which the first quotation mark comes.
_NEAR = 40

#: What a script calls the state of a page: "window.__NUXT__", "self.__next_f", "__sveltekit_1a2b", "var
#: initialState", "window.isoData".
_NAMED = regex(
    r"(?:window|self|globalThis)(?:\.|\[[\"'])_{2,3}[A-Za-z]|__(?:NEXT_DATA|NUXT|APOLLO_STATE)__|__sveltekit_"
    r"|(?:\bvar|\blet|\bconst|window\.)\s*\w{0,20}(?:[iI]nitial|[pP]reloaded|INITIAL|PRELOADED|[iI]so)_?[A-Z]\w{2,30}\s*=\s*[{\"]"
)
#: One of these is in each of the names, and in few other scripts.
_PARTS_OF_NAMES = ("__", "nitial", "reloaded", "NITIAL", "RELOADED", "Iso", "iso")
_OF_PAGE = ("__NEXT_DATA__", "__NUXT__", "__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__")
#: Characters of the shortest text that is read from nodes.
_LEAST_TEXT = 280
#: Characters of a script in which the name of a state comes.
_MOST_BEFORE_NAME = 300
#: How React Router hands on its values, as a string.
_ENQUEUED = regex(r"\.enqueue\((?=\")")


def join_streams(markup: Markup) -> None:
    """Make one state of the scripts in ``markup`` that each hold a part of a stream, in page order."""
    parts = [state for state in markup.states if "__next_f" in state[:_MOST_BEFORE_NAME]]
    if len(parts) > 1:
        markup.states[:] = [state for state in markup.states if "__next_f" not in state[:_MOST_BEFORE_NAME]]
        markup.states.append("\n".join(parts))


def is_state(script: str) -> bool:
    """Whether a script embeds the state of a page, by the name that it gives to that."""
    beginning = script[:_MOST_BEFORE_NAME]
    return any(part in beginning for part in _PARTS_OF_NAMES) and _NAMED.search(beginning) is not None


class Value(NamedTuple):
    """A value in a state, and whether that is of a kind that seldom holds more than the page.

    Then all its strings count; of others, which as often hold menus, cards and products, only whole texts do.
    """

    data: Any
    is_of_page: bool


def state_values(states: Sequence[str]) -> Iterator[Value]:
    """The values in scripts of state, with nodes of running text in them made into HTML."""
    for state in states:
        is_known = not is_state(state) or any(name in state[:_MOST_BEFORE_NAME] for name in _OF_PAGE)
        for data in _values(state):
            whole = unflattened(data)
            yield Value(_opened(whole, 0), is_known and whole is data)


def _values(state: str) -> Iterator[Any]:
    """The values in one script, without what assigns them to names."""
    beginning = state[:_MOST_BEFORE_NAME]
    if "__next_f" in beginning:
        yield from flight_values(part_of_stream(state))
        return
    if ".enqueue(" in beginning:
        yield from _enqueued(state)
        return
    start = state.find("{")
    if not (start > 0 and "=" in state[:start]) and not is_state(state):
        yield from loads(state)
        return
    yield from list(assigned_values(state)) or loads(state[start:])


def _enqueued(state: str) -> Iterator[Any]:
    """The values that a script hands on as strings, in JSON up to a line feed."""
    for text in strings_behind(_ENQUEUED, state):
        yield from loads(text.partition("\n")[0])


def _is_json(text: str) -> bool:
    """Whether a string looks like an object or a list in JSON, by its ends and a quotation mark near the
    first."""
    return _LEAST <= len(text) <= _MOST and text[0] in "{[" and text[-1] in "}]" and '"' in text[:_NEAR]


def _opened(value: Any, level: int) -> Any:
    """``value`` with JSON in its strings made into values, and nodes of running text into HTML."""
    if level > _DEEPEST:
        return None
    if isinstance(value, str):
        return next((_opened(held, level + 1) for held in loads(value)), value) if _is_json(value) else value
    if isinstance(value, list):
        text = rich_text(value)
        return text if len(text) >= _LEAST_TEXT else [_opened(item, level + 1) for item in value]
    if isinstance(value, dict):
        return {key: _opened(item, level + 1) for key, item in value.items()}
    return value
