"""The head of a message: "From: ...", "Subject: ...", "Date: ..." and what else RFC 5322 and 5536 have.

Archives of mail and news show it above the text, and whoever saves a message has it. The names of its fields
are those of the protocols, the same in all languages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.read.text.lines import Line
from articlex.regex import regex

_FIELD = regex(r"([A-Za-z][A-Za-z-]{1,39}): ?(.*)")
#: What mailboxes have above the head.
_ENVELOPE = regex(r"From \S+@\S+ ")
_SUBJECT = "subject"
#: What the stages read themselves, and what a head has.
_READ = ("from", "date")
_NEEDED = frozenset((_SUBJECT, *_READ))
#: Lines of the longest head.
_MOST = 60


class Head(NamedTuple):
    """The subject of a message, the place of its line, and the places of the lines that are for machines."""

    subject: str = ""
    place: int = 0
    places: frozenset[int] = frozenset()


def message_head(lines: Sequence[Line]) -> Head:
    """The head of a message at the top of the page; an empty one where there is none, or not all of it."""
    names: set[str] = set()
    aside: set[int] = set()
    subject, at, name = "", -1, ""
    for place, line in enumerate(lines[:_MOST]):
        if place and line.gap:
            break
        if not place and _ENVELOPE.match(line.text):
            aside.add(place)
            continue
        field = _FIELD.fullmatch(line.text) if not line.indent else None
        if field:
            name = field[1].casefold()
            names.add(name)
        elif not (name and line.indent):
            return Head()
        if name == _SUBJECT:
            text = field[2] if field else line.text
            subject, at = f"{subject} {text}".strip(), place if at < 0 else at
        if name not in _READ and not (name == _SUBJECT and field):
            aside.add(place)
    return Head(subject, at, frozenset(aside)) if names >= _NEEDED and subject else Head()


def with_subject(lines: Sequence[Line], head: Head) -> list[Line]:
    """``lines`` with the subject on its line without the name of the field, as the headline that it is."""
    line = lines[head.place]
    shown = line._replace(raw=head.subject, text=head.subject)
    return [*lines[: head.place], shown, *lines[head.place + 1 :]]
