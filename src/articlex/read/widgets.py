"""Which elements a script or a highlighter has put on the page: rendered formulas, copy buttons."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.read.formulas import RENDERED

FORMULA = "formula"
COPY = "copy"

#: A word of each of the classes in RENDERED.
RENDERED_WORDS = frozenset({"jax", "katex", "mjxc", "mwe"})
COPY_WORDS = frozenset({"copy", "copybtn", "copybutton", "clipboard", "zeroclipboard"})
_BUTTON_WORDS = frozenset({"button", "btn", "copybtn", "copybutton", "clipboard", "zeroclipboard", "code"})

#: Characters of the longest copy button: "Copy to clipboard", "In die Zwischenablage kopieren".
MOST_COPY_TEXT = 32


def widget_of(attributes: Mapping[str, str], words: tuple[str, ...]) -> str:
    """FORMULA, COPY, or "" for an element with these attributes and words of class and id."""
    classes = attributes.get("class")
    if classes is None:
        return ""
    if not RENDERED.isdisjoint(classes.split()):
        return FORMULA
    if not COPY_WORDS.isdisjoint(words) and not _BUTTON_WORDS.isdisjoint(words):
        return COPY
    return ""
