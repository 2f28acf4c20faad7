"""What begins with another word than the names of languages do is no language menu."""

from hypothesis import given
from hypothesis import strategies as st

from articlex.data.labels import normal
from articlex.data.languages import languages
from articlex.stages.language_menu import _is_inline_menu, _may_be_names

NAMES = (
    "English",
    "Deutsch",
    "Français",
    "русский",
    "日本語",
    "EN",
    "de",
    "zh-Hans",
    "Home",
    "Español (México)",
)
SIGNS = (
    " ",
    "  ",
    "\n",
    "\t",
    " | ",
    "|",
    "/",
    " - ",
    ", ",
    ".",
    "!",
    "(",
    ")",
    "12",
    "’",
    "\u0345",
    "ß",
    "©",
)
PIECES = st.sampled_from(NAMES + SIGNS)


@given(st.lists(PIECES, min_size=1, max_size=7).map("".join))
def test_lines_that_begin_with_another_word(text: str) -> None:
    known, short = languages(), normal(text)
    (may_be,) = _may_be_names([short], known)
    assert may_be or not short or (short not in known.own and not _is_inline_menu(text, known))
