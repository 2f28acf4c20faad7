"""The danda, which ends a sentence in Hindi, Bengali, Gurmukhi, Gujarati and Odia, typed as a bar."""

from __future__ import annotations

from articlex.regex import regex

#: Right behind a letter, or last in its line: the bars between the links of a menu have blanks around them.
_TYPED = regex("\\|(?:(?<=[\u0900-\u0b7f]\\|)(?=\\s|\\Z)|(?<=[\u0900-\u0b7f] \\|)(?=\\n|\\Z))")


def with_dandas(text: str) -> str:
    """``text``, in which "|" is "।" where it ends a sentence; it stays as long as it is.

    >>> with_dandas("चीनी डालें| हलवा फिर |"), with_dandas("होम | संपर्क")
    ('चीनी डालें। हलवा फिर ।', 'होम | संपर्क')
    """
    return _TYPED.sub("।", text) if "|" in text else text
