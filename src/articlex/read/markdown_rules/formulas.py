"""Formulas in Markdown: between dollars, in brackets with a backslash as TeX has them, and in environments of
TeX. Backslashes before brackets are escapes as well, so what is between them has to look like a formula."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

from articlex.regex import regex

#: Characters of the longest formula in brackets, and how it begins and ends.
_LONGEST, _BRACKETS = 2_000, {"\\(": "\\)", "\\[": "\\]"}
#: What a formula may have words in: the names and first arguments of commands. What else has a word is none.
_COMMAND, _WORD = regex(r"\\[A-Za-z]+(?:\{[^{}]*\})?"), regex(r"[^\W\d_]{4}|[^\W\d_a-zA-Zα-ωΑ-Ω]")
#: A sign that displayed formulas have, as a remark in brackets has not.
_SIGN = regex(r"\\[A-Za-z]|[=^_<>+]")
#: Dollars that enclose no formula: behind a letter ("US$5 or 5$"), around an amount with words, or before the
#: names of variables ("$HOME/$USER").
_PRICE = regex(
    r"(?<=[A-Za-z])\$|\$(?!\$)(?:\d[^$\n\\]{0,400}[^\W\d_]{2}[^$\n\\]{0,400}\$|[A-Za-z_]{2}[^$\n\\]{0,400}\$[A-Za-z_]{2})"
)


def use_formulas(parser: MarkdownIt) -> None:
    """Have ``parser`` find formulas."""
    parser.use(
        dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True, renderer=_formula
    )
    parser.add_render_rule("math_inline_double", _displayed)
    parser.use(amsmath_plugin, renderer=lambda latex: _formula(latex, {"display_mode": True}))
    parser.inline.ruler.before("math_inline", "price", _price)
    parser.inline.ruler.before("escape", "brackets", _in_brackets)


def _price(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$" or not _PRICE.match(state.src, state.pos, state.posMax):
        return False
    if not silent:
        state.pending += "$"
    state.pos += 1
    return True


def _in_brackets(state: StateInline, silent: bool) -> bool:
    start = state.pos + 2
    opening = state.src[state.pos : start]
    if opening not in _BRACKETS:
        return False
    end = state.src.find(_BRACKETS[opening], start, min(state.posMax, start + _LONGEST))
    latex = state.src[start : max(start, end)].strip()
    is_displayed = opening == "\\["
    if not latex or opening in latex or _WORD.search(_COMMAND.sub("", latex)):
        return False
    if is_displayed and not _SIGN.search(latex):
        return False
    if not silent:
        state.push("math_inline_double" if is_displayed else "math_inline", "math", 0).content = latex
    state.pos = end + 2
    return True


def _displayed(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    """A displayed formula inside a paragraph, which it does not end."""
    return _formula(tokens[place].content, {"display_mode": True})


def _formula(latex: str, options: dict[str, bool]) -> str:
    left, right = ("\\[", "\\]") if options["display_mode"] else ("\\(", "\\)")
    return f"{left}{escape(latex)}{right}"
