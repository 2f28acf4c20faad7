"""The terms of https://schema.org/ in JSON-LD that writes them differently: with a prefix, or as addresses.

``{"@type": "schema:Article", "schema:name": "..."}`` and ``{"http://schema.org/name": "..."}`` say what
``{"@type": "Article", "name": "..."}`` says; and the context of schema.org has "type" and "id" for "@type"
and "@id". https://www.w3.org/TR/json-ld11/#compact-iris
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlex.regex import regex

#: A key with such a prefix, as it is written in a script.
_PREFIXED = regex(r"\"(?:schema:|https?://schema\.org/)[a-z]\w*\"\s*:")
_PREFIXES = ("schema:", "http://schema.org/", "https://schema.org/")
_ALIASES = {"type": "@type", "id": "@id"}
_VOCABULARY = "schema.org"
#: Nesting beyond which terms stay as they are.
_DEEPEST = 40


def with_terms(values: list[Any], script: str) -> list[Any]:
    """``values``, which were read from ``script``, with the keys as schema.org names them."""
    aliased = '"@type"' not in script and '"type"' in script and _VOCABULARY in script
    if not aliased and not _PREFIXED.search(script):
        return values
    return [_renamed(value, _ALIASES if aliased else {}, 0) for value in values]


def _renamed(value: Any, aliases: Mapping[str, str], depth: int) -> Any:
    if depth > _DEEPEST:
        return value
    if isinstance(value, list):
        return [_renamed(item, aliases, depth + 1) for item in value]
    if not isinstance(value, dict):
        return value
    return {_term(key, aliases): _renamed(inner, aliases, depth + 1) for key, inner in value.items()}


def _term(key: str, aliases: Mapping[str, str]) -> str:
    prefix = next(filter(key.startswith, _PREFIXES), "")
    return aliases.get(key, key[len(prefix) :])
