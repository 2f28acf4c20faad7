"""The values in the scripts by which a page embeds its state, whichever way a framework writes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from articlex.page import Markup
from articlex.read.html.embedded.flat_values import unflattened
from articlex.read.html.embedded.flight import flight_values, pushed
from articlex.read.html.embedded.js_values import assigned_values
from articlex.read.html.embedded.lenient_json import loads, strings_behind
from articlex.read.html.embedded.rich_text import rich_text
from articlex.regex import regex

_DEEPEST = 60
#: Characters from which on a string may be JSON that holds an article, and those of the longest that is read.
_LEAST, _MOST = 80, 1_000_000

#: What a script calls the state of a page: "window.__NUXT__", "self.__next_f", "__sveltekit_1a2b", "var
#: initialState", "window.isoData".
_NAMED = regex(
    r"(?:window|self|globalThis)(?:\.|\[[\"'])_{2,3}[A-Za-z]|__(?:NEXT_DATA|NUXT|APOLLO_STATE)__|__sveltekit_"
    r"|(?:\bvar|\blet|\bconst|window\.)\s*\w{0,20}(?:[iI]nitial|[pP]reloaded|INITIAL|PRELOADED|[iI]so)_?[A-Z]\w{2,30}\s*=\s*[{\"]"
)
_OF_PAGE = ("__NEXT_DATA__", "__NUXT__", "__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__")
#: Characters of a text that is kept as nodes, at least.
_LEAST_TEXT = 280
#: Characters in which the name comes.
MOST_BEFORE_NAME = 300
#: How React Router hands on its values, as a string.
_ENQUEUED = regex(r"\.enqueue\((?=\")")


def join_streams(markup: Markup) -> None:
    """Make one state of the scripts that each hold a part of a stream, in page order."""
    parts = [state for state in markup.states if "__next_f" in state[:MOST_BEFORE_NAME]]
    if len(parts) > 1:
        markup.states[:] = [state for state in markup.states if "__next_f" not in state[:MOST_BEFORE_NAME]]
        markup.states.append("\n".join(parts))


def is_state(script: str) -> bool:
    """Whether a script embeds the state of a page, by what it calls it."""
    return _NAMED.search(script, 0, MOST_BEFORE_NAME) is not None


class Value(NamedTuple):
    """A value in a state, and whether that is one of a kind that seldom holds more than the page: its pieces
    count. Of others, which hold menus, cards and products as often, whole texts alone do."""

    data: Any
    is_of_page: bool


def state_values(states: Sequence[str]) -> Iterator[Value]:
    """The values in the scripts of a state; nodes of running text in them are HTML."""
    for state in states:
        is_known = not is_state(state) or any(name in state[:MOST_BEFORE_NAME] for name in _OF_PAGE)
        for data in _values(state):
            whole = unflattened(data)
            yield Value(_opened(whole, 0), is_known and whole is data)


def _values(state: str) -> Iterator[Any]:
    """The values in one script, without what assigns them to names."""
    beginning = state[:MOST_BEFORE_NAME]
    if "__next_f" in beginning:
        yield from flight_values(pushed(state))
        return
    if ".enqueue(" in beginning:
        yield from _enqueued(state)
        return
    start = state.find("{")
    if not (start > 0 and "=" in state[:start]) and not is_state(state):
        yield from loads(state)
        return
    found = False
    for value in assigned_values(state):
        found = True
        yield value
    if not found:
        yield from loads(state[start:])


def _enqueued(state: str) -> Iterator[Any]:
    """The values that a script hands on as strings, a line each."""
    for text in strings_behind(_ENQUEUED, state):
        yield from loads(text.partition("\n")[0])


def _opened(value: Any, level: int) -> Any:
    """``value`` with the JSON in its strings as values, and its nodes of running text as HTML."""
    if level > _DEEPEST:
        return None
    if isinstance(value, str):
        if _LEAST <= len(value) <= _MOST and value[0] in "{[" and value[-1] in "}]" and '"' in value[:40]:
            return next((_opened(held, level + 1) for held in loads(value)), value)
        return value
    if isinstance(value, list):
        text = rich_text(value)
        return text if len(text) >= _LEAST_TEXT else [_opened(item, level + 1) for item in value]
    if isinstance(value, dict):
        return {key: _opened(item, level + 1) for key, item in value.items()}
    return value
