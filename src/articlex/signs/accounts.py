"""Accounts of the federated social web, as in "Ann Example @ann@social.example" above what Ann posted."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block
from articlex.regex import regex

#: Characters of the longest name before an account, and a line that is a name, or none, and an account.
_LONGEST_NAME = 60
_ACCOUNT = regex(r"([^@]*)@[\w.-]{1,60}@(?:[\w-]{1,60}\.){1,4}[^\W\d_]{2,20}\Z")
_MAX_CHARS = 200
_SERVER = regex(r"(?<!\s)\s*@(?:[\w-]{1,60}\.){1,4}[^\W\d_]{2,20}\Z")


def is_account(text: str) -> bool:
    """Whether a line is an account, with or without the name of its holder, and nothing more."""
    return _account_holder(text) is not None


def first_holder(blocks: Sequence[Block]) -> tuple[int, str]:
    """The index of the first block that is an account, and the name in it ("" where the line above has the
    name); (-1, "") if no block is one."""
    for block in blocks:
        holder = _account_holder(block.text)
        if holder is not None:
            return block.index, holder
    return -1, ""


def _account_holder(text: str) -> str | None:
    """The name before an account, "" for an account alone, None for any other line."""
    if text.count("@") != 2 or len(text) > _MAX_CHARS:
        return None
    found = _ACCOUNT.match(text)
    name = found[1].strip() if found else None
    return name if name is not None and len(name) <= _LONGEST_NAME else None


def without_server(text: str) -> str:
    """A member's name without the server of the account: "Ann Example@social.example" → "Ann Example"."""
    return _SERVER.sub("", text) if "@" in text else text
