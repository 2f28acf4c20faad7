"""Accounts of the federated social web, as in "Ann Example @ann@social.example" above what Ann posted."""

from __future__ import annotations

from articlex.regex import regex

#: Characters of the longest name before an account, and a line that is a name, or none, and an account.
_LONGEST_NAME = 60
_ACCOUNT = regex(r"([^@]*)@[\w.-]{1,60}@(?:[\w-]{1,60}\.){1,4}[^\W\d_]{2,20}\Z")
_MAX_CHARS = 200
_SERVER = regex(r"(?<!\s)\s*@(?:[\w-]{1,60}\.){1,4}[^\W\d_]{2,20}\Z")


def is_account(text: str) -> bool:
    """Whether a line is an account, with or without the name of its holder, and nothing more."""
    if text.count("@") != 2 or len(text) > _MAX_CHARS:
        return False
    found = _ACCOUNT.match(text)
    return found is not None and len(found[1].strip()) <= _LONGEST_NAME


def without_server(text: str) -> str:
    """A member's name without the server of the account: "Ann Example@social.example" → "Ann Example"."""
    return _SERVER.sub("", text) if "@" in text else text
