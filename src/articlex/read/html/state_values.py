"""The values in the scripts by which a page embeds its state, whichever way a framework writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from articlex.page import Markup
from articlex.read.html.flat_values import unflattened
from articlex.read.html.flight import flight_values, pushed
from articlex.read.html.js_values import assigned_values
from articlex.read.html.lenient_json import loads
from articlex.read.html.rich_text import rich_text
from articlex.regex import regex

_DEEPEST = 60
#: Characters from which on a string may be JSON that holds an article, and those of the longest that is read.
_LEAST, _MOST = 80, 1_000_000

#: What a script calls the state of a page: "window.__NUXT__", "self.__next_f", "__sveltekit_1a2b".
_NAMED = regex(
    r"(?:window|self|globalThis)(?:\.|\[[\"'])_{2,3}[A-Za-z]|__(?:NEXT_DATA|NUXT|APOLLO_STATE)__|__sveltekit_"
)
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


def state_values(states: Sequence[str]) -> Iterator[Any]:
    """The values in the scripts of a state; nodes of running text in them are HTML."""
    for state in states:
        for value in _values(state):
            yield _opened(unflattened(value), 0)


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
    for found in _ENQUEUED.finditer(state):
        try:
            text, _ = json.JSONDecoder(strict=False).raw_decode(state, found.end())
        except ValueError:
            continue
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
        return rich_text(value) or [_opened(item, level + 1) for item in value]
    if isinstance(value, dict):
        return {key: _opened(item, level + 1) for key, item in value.items()}
    return value
