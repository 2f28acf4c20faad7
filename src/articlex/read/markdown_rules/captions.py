"""Captions in Markdown, which has no syntax for them: a paragraph in italics below a picture, as we print it.

The picture and the paragraph, or the two lines of one, become a <figure> with its <figcaption>.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BREAKS = ("softbreak", "hardbreak")
#: The tokens of a paragraph: its start, its content, its end.
_LENGTH = 3


def find_captions(state: StateCore) -> None:
    """A rule for the parser, behind those that read the lines."""
    tokens = state.tokens
    if not any(token.type == "image" for each in tokens for token in each.children or ()):
        return
    found: list[Token] = []
    place = 0
    while place < len(tokens):
        end = place + _LENGTH
        picture, rest = _divided(tokens[place:end])
        if picture and not rest:
            rest = _paragraph(tokens[end : end + _LENGTH])
            end += _LENGTH
        if picture and _is_slanted(rest):
            found += _figure(picture, rest[1:-1])
            place = end
        else:
            found.append(tokens[place])
            place += 1
    state.tokens = found


def _paragraph(tokens: Sequence[Token]) -> list[Token]:
    """What is in a paragraph; nothing if the tokens are none, or are one of a list without empty lines."""
    is_one = len(tokens) == _LENGTH and tokens[0].type == "paragraph_open" and not tokens[0].hidden
    return list(tokens[1].children or ()) if is_one else []


def _divided(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """(the picture that a paragraph begins with, with its link; what is in the lines below); nothing for a
    paragraph that begins with anything else, or with text beside the picture."""
    content = _paragraph(tokens)
    end = next((place for place, token in enumerate(content) if token.type in _BREAKS), len(content))
    kinds = [token.type for token in content[:end]]
    is_picture = kinds in (["image"], ["link_open", "image", "link_close"])
    return (content[:end], content[end + 1 :]) if is_picture else ([], [])


def _is_slanted(content: Sequence[Token]) -> bool:
    """Whether all of the content is one stretch in italics."""
    if not content or content[0].type != "em_open" or content[-1].type != "em_close":
        return False
    return all(token.level > content[0].level for token in content[1:-1])


def _figure(picture: Sequence[Token], caption: Sequence[Token]) -> list[Token]:
    """The tokens of a figure."""
    return [
        Token("html_block", "", 0, content="<figure>"),
        Token("inline", "", 0, children=[*picture]),
        Token("html_block", "", 0, content="<figcaption>"),
        Token("inline", "", 0, children=[*caption]),
        Token("html_block", "", 0, content="</figcaption></figure>"),
    ]
