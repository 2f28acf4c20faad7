"""Lines that say when a question was asked, as boards print them: "asked 3 May 2024 at 9:12"."""

from __future__ import annotations

#: "Asked" in the languages of such boards.
_ASKED = (
    *("asked", "gefragt", "posée", "formulada", "preguntad", "perguntad", "задан", "נשאלה", "سأل"),
    *("質問", "提问", "질문"),
)
#: Their first letters, small and capital.
_INITIALS = frozenset(letter for word in _ASKED for letter in (word[0], word[0].upper()))


def begins_with_asked(text: str) -> bool:
    """Whether a line begins with "asked"."""
    return text[:1] in _INITIALS and text.casefold().startswith(_ASKED)
