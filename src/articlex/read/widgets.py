"""Which elements a program has put on the page: formulas, buttons, toolbars of code, copies, ways back."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.read.formulas import RENDERED

FORMULA = "formula"
COPY = "copy"
BACK = "back"
TOOLBAR = "toolbar"
EDIT = "edit"
UNSEEN = "unseen"
ICON = "icon"
CLONE = "clone"

#: A word of each of the classes in RENDERED.
RENDERED_WORDS = frozenset({"jax", "katex", "mjxc", "mwe"})
COPY_WORDS = frozenset({"copy", "copybtn", "copybutton", "clipboard", "zeroclipboard"})
#: MediaWiki, Pandoc, GitHub, WordPress, PHP Markdown Extra, and docutils, which puts the sign beside them.
BACK_WORDS = frozenset({"backlink", "backref", "backrefs", "bracket", "label", "reversefootnote"})
TOOLBAR_WORDS = frozenset({"toolbar"})
#: MediaWiki's links beside a heading, to those who may write, and Sphinx's beside a signature, "[source]".
EDIT_WORDS = frozenset({"editsection", "viewcode"})
#: A word of each of the classes in _UNSEEN, and that of icons.
UNSEEN_WORDS = frozenset({"hidden", "invisible", "material", "offscreen", "reader", "sr", "visuallyhidden"})
#: Bootstrap and Tailwind, Bootstrap 5, WordPress, HTML5 Boilerplate, Amazon, Drupal: text for those who hear
#: the page.
_UNSEEN = frozenset(
    """sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only a-offscreen offscreen
    element-invisible""".split()
)
#: Google's icon fonts print the name of the icon as the icon.
_ICONS = ("material-icons", "material-symbols")
#: Slides that Slick, Swiper, Owl, Splide, Glide and bxSlider add so that a carousel goes round: what they
#: copy is on the page as well.
CLONE_WORDS = frozenset({"clone", "cloned", "duplicate"})
_CLONES = frozenset(
    "slick-cloned swiper-slide-duplicate splide__slide--clone glide__slide--clone bx-clone".split()
)
_BUTTON_WORDS = frozenset({"button", "btn", "copybtn", "copybutton", "clipboard", "zeroclipboard", "code"})

#: All words that may say which of these an element is.
WIDGET_WORDS = (
    RENDERED_WORDS | COPY_WORDS | BACK_WORDS | TOOLBAR_WORDS | EDIT_WORDS | UNSEEN_WORDS | CLONE_WORDS
)

#: Characters of the longest copy button: "Copy to clipboard", "In die Zwischenablage kopieren".
MOST_COPY_TEXT = 32
#: Characters of the longest links to edit: "[Bearbeiten | Quelltext bearbeiten]".
MOST_EDIT_TEXT = 60


def widget_of(attributes: Mapping[str, str], words: tuple[str, ...]) -> str:
    """Which of the above an element with these attributes and words of class and id is, "" for all else."""
    classes = attributes.get("class")
    if classes is None:
        return ""
    if not RENDERED.isdisjoint(classes.split()):
        return FORMULA
    if not COPY_WORDS.isdisjoint(words) and not _BUTTON_WORDS.isdisjoint(words):
        return COPY
    if not UNSEEN_WORDS.isdisjoint(words):
        if is_unseen(classes):
            return UNSEEN
        if classes.startswith(_ICONS):
            return ICON
    if not TOOLBAR_WORDS.isdisjoint(words):
        return TOOLBAR
    if not EDIT_WORDS.isdisjoint(words):
        return EDIT
    if not CLONE_WORDS.isdisjoint(words) and _is_clone(set(classes.split())):
        return CLONE
    return "" if BACK_WORDS.isdisjoint(words) else BACK


def is_unseen(classes: str) -> bool:
    """Whether a class attribute keeps an element's text for those who hear the page."""
    return not _UNSEEN.isdisjoint(classes.split())


def _is_clone(classes: set[str]) -> bool:
    return not _CLONES.isdisjoint(classes) or classes >= {"owl-item", "cloned"}
