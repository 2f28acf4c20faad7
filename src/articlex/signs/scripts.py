"""What readers without scripts are told: to switch them on."""

from __future__ import annotations

#: "JavaScript", also as scripts spell it that do not write it in Latin letters.
_SCRIPT = (
    "javascript",
    "джаваскрипт",
    "자바스크립트",
    "จาวาสคริปต์",
    "जावास्क्रिप्ट",
    "جافا سكريبت",
    "جافاسكريبت",
    "جاوا اسکریپت",
)


def speaks_of_script(text: str) -> bool:
    """Whether ``text`` has the word for JavaScript."""
    folded = text.casefold()
    return any(word in folded for word in _SCRIPT)
