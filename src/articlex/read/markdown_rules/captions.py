"""Captions in Markdown, which has no syntax for them: a paragraph in italics below a picture, as we print it.

The picture and the paragraph, or the two lines of one, become a <figure> with its <figcaption>.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")


def find_captions(state: StateCore) -> None:
    """A rule for the parser, behind those that read the lines."""
    for place in range(1, len(state.tokens)):
        picture, caption = _divided(_content(state.tokens, place))
        below = _content(state.tokens, place + 3) if picture and not caption else []
        if picture and _is_slanted(caption or below):
            if below:
                state.tokens[place + 3].children = []
            parts = (_tag("<figure>"), *picture, _tag("<figcaption>"), *(caption or below)[1:-1])
            state.tokens[place].children = [*parts, _tag("</figcaption></figure>")]


def _content(tokens: Sequence[Token], place: int) -> list[Token]:
    """What is in the paragraph that has its content at ``place``; nothing if there is none, or if it is one
    of a list without empty lines."""
    if place >= len(tokens) or tokens[place - 1].type != "paragraph_open" or tokens[place - 1].hidden:
        return []
    return tokens[place].children or []


def _divided(content: Sequence[Token]) -> tuple[Sequence[Token], Sequence[Token]]:
    """(the picture that a paragraph begins with, with its link; what is in the lines below); nothing for a
    paragraph that begins with anything else, or with text beside the picture."""
    end = next((place for place, token in enumerate(content) if token.type in _BREAKS), len(content))
    kinds = [token.type for token in content[:end]]
    is_picture = kinds in (["image"], ["link_open", "image", "link_close"])
    return (content[:end], content[end + 1 :]) if is_picture else ([], [])


def _is_slanted(content: Sequence[Token]) -> bool:
    """Whether all of the content is one stretch in italics."""
    if not content or content[0].type != "em_open" or content[-1].type != "em_close":
        return False
    return all(token.level > content[0].level for token in content[1:-1])


def _tag(html: str) -> Token:
    return Token("html_inline", "", 0, content=html)
