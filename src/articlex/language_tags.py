"""Language tags (BCP 47): the language that a tag names, and whether two tags name the same one."""

from __future__ import annotations

from collections.abc import Iterable

#: Codes of one language, or of several that cannot be told apart by their trigrams.
_ALIKE = (
    frozenset(("no", "nb", "nn", "da")),
    frozenset(("hr", "sr", "bs", "sh")),
    frozenset(("id", "ms", "in")),
    frozenset(("he", "iw", "yi")),
    frozenset(("zh", "yue", "cn", "tw")),
    frozenset(("tl", "fil")),
)


def primary_subtag(tag: str) -> str:
    """The language of a tag (RFC 5646, 2.2.1) without script and region, lower-cased: "pt" for "pt_BR"."""
    return tag.replace("_", "-").split("-")[0].lower()


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, or two that cannot be told apart by their trigrams."""
    first, second = primary_subtag(one), primary_subtag(other)
    return first == second or any(first in group and second in group for group in _ALIKE)


def any_language(declared: str, codes: Iterable[str]) -> bool:
    """Whether the tag ``declared`` names the language of one of ``codes``."""
    return any(same_language(declared, code) for code in codes)
