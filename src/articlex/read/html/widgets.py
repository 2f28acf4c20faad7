"""Widgets: elements whose role or classes, as programs write them, ask for a handler of their own.

They are formulas, buttons, toolbars of code, copies of slides, notes, ... The handlers are in
:mod:`articlex.read.html.elements`, by the names that :func:`widget_of` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.tree import Element

#: Classes of elements that hold a rendered formula, and a word of each of them.
RENDERED = frozenset(
    """katex katex-display MathJax MathJax_Display MathJax_Preview MathJax_SVG MathJax_SVG_Display
    MathJax_CHTML MJXc-display mwe-math-element ztext-math ql-formula latex-rendered""".split()
)
_RENDERED_WORDS = frozenset({"jax", "katex", "mjxc", "mwe", "ql", "rendered", "ztext"})
COPY_WORDS = frozenset({"copy", "copybtn", "copybutton", "clipboard", "zeroclipboard"})
_UNSEEN_WORDS = frozenset("hidden hide invisible material offscreen reader sr visuallyhidden".split())
#: Text for screen readers alone: Bootstrap and Tailwind, Bootstrap 5, the BBC, WordPress, HTML5 Boilerplate,
#: Amazon, Drupal, Substack.
UNSEEN = frozenset(
    """sr-only visually-hidden visually-hidden-text visuallyhidden screen-reader-text screen-reader-only
    a-offscreen offscreen element-invisible hide-text""".split()
)
#: How comments are called in the class of their number.
_COMMENTS = frozenset({"comment", "comments"})
#: No such number has more digits.
MOST_COUNT = 6
#: Google's icon fonts, which draw the icon in place of its name.
ICON_FONTS = ("material-icons", "material-symbols")
#: Copies of slides that Slick, Swiper, Owl, Splide, Glide and bxSlider add so that a carousel goes round.
_CLONES = frozenset(
    "slick-cloned swiper-slide-duplicate splide__slide--clone glide__slide--clone bx-clone".split()
)
#: Notes beside the text or above it: Tufte CSS, Modern Footnotes, MCI Footnotes, LaTeXML, and their like.
_NOTE = regex(
    r"(?i)sidenote|marginnote|ltx_note_outer|footnote_tooltip"
    r"|[\w-]*(?:footnote__note|(?:footnote|sidenote|tooltip)(?:__|-)(?:content|text)|tooltiptext)"
)
#: Poems and their stanzas, as blocks of lines are called in Docutils and pandoc.
VERSES = frozenset({"line-block", "poem", "poetry", "stanza", "strophe", "verse"})
#: The class of page numbers in reports of courts, "*14"; and a page number.
_STARRED = "star-pagination"
PAGE_NUMBER = regex(
    r"[\[({]?\*{0,3}"
    r"(?:(?:[^\W\d_]{1,6}\.? ?)?\d{1,4}|(?:[^\W\d_]{1,6}\.? )?(?:[ivxlc]{1,8}|[IVXLC]{1,8}))?[\])}]?"
)
#: No page number has more characters.
MOST_PAGE_NUMBER = 40
#: The number of a cell of a notebook, in Jupyter's templates and nbsphinx: "In [1]:", "[1]:".
NOTEBOOK_PROMPT = regex(r"(?:In|Out)?\s*\[[\d*\s]*\]:")
#: No prompt has more characters.
MOST_PROMPT = 20
#: Javadoc's signatures of a class and its members, outside of a <pre> from version 16 on.
_SIGNATURES = frozenset("member-signature type-signature module-signature package-signature".split())
#: Roles that make a table of any element.
TABLE_ROLES = frozenset({"table", "grid", "treegrid"})
#: Words beside "copy" by which an element is a button for it.
_BUTTON_WORDS = COPY_WORDS - {"copy"} | {"button", "btn", "code"}

#: Characters of the longest button to copy: "Copy to clipboard", "In die Zwischenablage kopieren".
MOST_COPY_TEXT = 32
#: Characters of the longest links to edit: "[Bearbeiten | Quelltext bearbeiten]".
MOST_EDIT_TEXT = 60

_BY_ROLE = dict.fromkeys(TABLE_ROLES, "table") | {"tooltip": "note"}
#: Whether an element with these classes and words is a widget.
_Test = Callable[[Sequence[str], Sequence[str]], bool]


def role_of(attributes: Mapping[str, str] | Element) -> str:
    """The role that an element states, in lower case, as its case does not count; "" without one."""
    stated = attributes.get("role")
    return stated.strip().lower() if stated else ""


def widget_of(attributes: Mapping[str, str], words: tuple[str, ...]) -> str:
    """The widget that an element with these attributes, and words of class and id, is; "" for any other."""
    role = role_of(attributes)
    if role in _BY_ROLE:
        return _BY_ROLE[role]
    if "pagebreak" in role:
        return "page"
    classes = attributes.get("class")
    if classes is None:
        return ""
    names = classes.split()
    if not RENDERED.isdisjoint(names):
        return "formula"
    told = WIDGET_WORDS.intersection(words)  # one or two, which are looked up faster than all words
    for kind, telling, is_one in _BY_WORDS if told else ():
        if not telling.isdisjoint(told) and is_one(names, words):
            return kind
    return ""


def _called(known: Set[str]) -> _Test:
    """The test whether an element has one of the ``known`` classes."""
    return lambda names, words: not known.isdisjoint(names)


def _is_button(names: Sequence[str], words: Sequence[str]) -> bool:
    return not _BUTTON_WORDS.isdisjoint(words)


def _is_icon(names: Sequence[str], words: Sequence[str]) -> bool:
    return any(name.startswith(ICON_FONTS) for name in names)


def _is_clone(names: Sequence[str], words: Sequence[str]) -> bool:
    return not _CLONES.isdisjoint(names) or {"owl-item", "cloned"}.issubset(names)


def _is_note(names: Sequence[str], words: Sequence[str]) -> bool:
    return any(map(_NOTE.fullmatch, names))


def _is_back(names: Sequence[str], words: Sequence[str]) -> bool:
    return "delimiter" not in words or "footnote-delimiter" in names


def _is_page(names: Sequence[str], words: Sequence[str]) -> bool:
    return "pagination" not in words or _STARRED in names


def _is_count(names: Sequence[str], words: Sequence[str]) -> bool:
    return not _COMMENTS.isdisjoint(words)


def _is_table(names: Sequence[str], words: Sequence[str]) -> bool:
    return any(name.lower().endswith("table") for name in names)


def _is_any(names: Sequence[str], words: Sequence[str]) -> bool:
    return True


#: The widget that an element is which has one of these words, and whose classes and words pass the test.
_BY_WORDS: tuple[tuple[str, frozenset[str], _Test], ...] = (
    ("copy", COPY_WORDS, _is_button),
    # A word of each of the classes in UNSEEN, and of those of icon fonts.
    ("unseen", _UNSEEN_WORDS, _called(UNSEEN)),
    ("icon", _UNSEEN_WORDS, _is_icon),
    ("toolbar", frozenset({"toolbar"}), _is_any),
    # MediaWiki's links to edit, beside a heading, and Sphinx's to the source, beside a signature: "[source]".
    ("edit", frozenset({"editsection", "viewcode"}), _is_any),
    ("clone", frozenset({"clone", "cloned", "duplicate"}), _is_clone),
    ("note", frozenset("footnote marginnote outer sidenote tooltip tooltiptext".split()), _is_note),
    # Links back from a footnote in MediaWiki, Pandoc, GitHub, WordPress, PHP Markdown Extra, docutils, which
    # has the note's mark beside them, and Hatena, which has a colon behind that.
    (
        "back",
        frozenset("backlink backref backrefs bracket delimiter label reversefootnote".split()),
        _is_back,
    ),
    # Listings of code in Doxygen, LaTeXML and Discuz, and in CodeMirror 6 and 5.
    (
        "fragment",
        frozenset({"blockcode", "cm", "fragment", "lstlisting", "mirror"}),
        _called({"blockcode", "cm-content", "CodeMirror-code", "fragment", "ltx_lstlisting"}),
    ),
    # What a post quotes in vBulletin 4 and 5, phpBB 3.0 and Invision 2, which have no <blockquote> for it.
    (
        "quoted",
        frozenset({"bbcode", "quotecontent", "quotemain"}),
        _called({"bbcode_quote", "quotecontent", "quotemain"}),
    ),
    # Where a page of the print begins: Project Gutenberg, Wikisource, reports of courts, and EPUB and
    # DPUB-ARIA, which have a role for it.
    ("page", frozenset({"pagebreak", "pagenum", "pageno", "pagination"}), _is_page),
    ("prompt", frozenset({"prompt"}), _is_any),
    # The number of comments on a paragraph, at either end of it.
    ("count", frozenset({"count", "counter"}), _is_count),
    # Javadoc's tables of <div>s, and phpBB's boxes of code.
    ("summary", frozenset({"summary"}), _called({"summary-table"})),
    ("codebox", frozenset({"codebox"}), _is_any),
    ("signature", frozenset({"signature"}), _called(_SIGNATURES)),
    # Letters between the lines of a post in Discuz, in the colour of the page, which are to spoil copies of
    # it.
    ("noise", frozenset({"jammer"}), _is_any),
    # The line of authors in LaTeXML's papers.
    ("authors", frozenset({"authors"}), _called({"ltx_authors"})),
    # Poems, whose lines are elements.
    ("verse", frozenset({"line", "poem", "poetry", "stanza", "strophe", "verse"}), _called(VERSES)),
    ("tablerows", frozenset({"table"}), _is_table),
)
#: All words that an element may be a widget by.
WIDGET_WORDS = _RENDERED_WORDS.union(TABLE_ROLES, *(words for _, words, _ in _BY_WORDS))
