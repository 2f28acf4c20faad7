"""Attributes in Markdown, "{#id .class key=value}" (https://pandoc.org/MANUAL.html#extension-attributes,
https://kramdown.gettalong.org/syntax.html#attribute-list-definitions): they are for programs. Of those behind
a fence the language is kept."""

from __future__ import annotations

import re

from markdown_it.rules_core import StateCore

from articlex.regex import regex

_ONE = r"(?:[.#][^\W\d][\w:.-]*|[^\W\d][\w:-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[\w%.#/-]+))"
_ALL = rf"\{{:? ?{_ONE}(?: +{_ONE})* ?\}}"
#: Behind a heading; behind a link, a picture, code or a span in brackets; kramdown's, also on a row alone.
_HEADING, _BEHIND = regex(rf"[ \t]+{_ALL}[ \t]*\Z"), regex(rf"(?:(?<=[)\]])|(?<=[^\s`]`)){_ALL}")
_COLON = _ALL.replace(":?", ":")
_KRAMDOWN = regex(rf"^[ \t]*{_COLON}[ \t]*$\n?|(?<=[^\s\\]){_COLON}", re.MULTILINE)
#: Rows for programs: the place of a table of contents, and an anchor of MyST.
_ROW = regex(
    r"^[ \t]*(?:\{: ?toc[^{}\n]*\}|\[TOC\]|\[\[_?TOC_?\]\]|\([\w:-]+\)=)[ \t]*$\n?",
    re.MULTILINE | re.IGNORECASE,
)
#: What stands in code behind a role, as MyST has it; of these a formula is none.
_ROLE, _FORMULA = regex(r"(?<!\\)\{[a-z][\w:-]{0,30}\}(?=`)"), regex(r"(?<!\\)\{math\}`([^`\n]+)`")
#: A span in brackets, of which the text stays.
_SPAN = regex(rf"(?<![\]\w!\\])\[([^\[\]\n]+)\]{_ALL}")
#: The language behind a fence: "{.python}", "{r, echo=FALSE}", "{code-block} python".
_LANGUAGE = regex(r"\{(?:code(?:-block|-cell)?\}[ ]*([\w+#-]+)|[ ]*\.?(?!code)([\w+#-]+)[^{}\n]*\})")


def drop_attributes(state: StateCore) -> None:
    """A rule for the parser, before that which reads what is in a block."""
    for place, token in enumerate(state.tokens):
        if token.type == "fence" and (found := _LANGUAGE.match(token.info.strip())):
            token.info = found[1] or found[2]
        elif token.type == "inline":
            text = _ROW.sub("", token.content).rstrip()
            is_heading = state.tokens[place - 1].type == "heading_open"
            token.content = _without(text, is_heading) if "{" in text else text


def _without(text: str, is_heading: bool) -> str:
    if is_heading:
        text = _HEADING.sub("", text)
    text = _ROLE.sub("", _FORMULA.sub(r"$\1$", _KRAMDOWN.sub("", text)))
    return _BEHIND.sub("", _SPAN.sub(r"\1", text)).rstrip()
