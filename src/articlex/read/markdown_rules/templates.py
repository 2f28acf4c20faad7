"""What the generator of a site or MDX sets into Markdown: shortcodes of Hugo, tags of Liquid, imports and
expressions of JavaScript. It is for programs, but for the code, pictures and texts between two of them.

https://gohugo.io/content-management/shortcodes/  https://jekyllrb.com/docs/liquid/tags/  https://mdxjs.com/docs/
"""

from __future__ import annotations

import re
from html import escape

from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from articlex.regex import regex

#: A tag of Liquid, a shortcode, a remark in MDX, a value with or without a filter.
_TAG = (
    r"\{%-? *comment *-?%\}[^{}]{0,2000}\{%-? *endcomment *-?%\}|\{%[^{}]{1,2000}%\}"
    r"|\{\{[<%][^{}]{1,2000}[>%]\}\}|\{/\*[^{}]{0,2000}\*/\}"
)
_INLINE = regex(_TAG)
#: The tag that begins code, with its language, and that which ends it.
_BEGINS = regex(r"\{(?:%-?|\{[<%]) *highlight\b *([\w+#-]*)[^{}]*\}\}?[ \t]*\Z")
_ENDS = regex(r"\{(?:%-?|\{[<%]) *(?:end|/ ?)highlight\b")
#: A figure of Hugo, and what is stated of it.
_FIGURE, _STATED = regex(r"\{\{[<%] *figure\b"), regex(r"\b(src|alt|caption|title)=\"([^\"]*)\"")
#: The address of a link that a tag makes: a value with a filter, a reference; the address of the site.
_ADDRESS = regex(
    r"\]\((?:\{\{ *[\"']([^\"'{}\s]+)[\"'] *\|[^{}]*\}\}|\{\{[<%] *(?:rel)?ref *\"([^\"{}\s]+)\" *[>%]\}\}"
    r"|\{% *(?:post_url|link) +([^\s{}%]+) *%\}|\{\{ *site\.\w+ *\}\}(?=/))"
)
#: A paragraph of nothing but imports and exports.
_IMPORTS = regex(
    r"(?s)(?:import\s(?:[\w*{},\s]{1,400}\sfrom\s)?[\"'][^\"'\n]+[\"'];?\s*){0,100}"
    r"(?:export\s+(?:(?:const|let)\s[^=]{1,200}=|(?:default\s+)?function\s*\w*\s*\(|default\s*[({]).*)?"
)


def template_block(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule for the parser: code between two tags."""
    start = state.bMarks[line] + state.tShift[line]
    if state.src[start : start + 1] != "{" or state.is_code_block(line):
        return False
    found = _BEGINS.match(state.src, start, state.eMarks[line])
    if not found:
        return False
    if "highlight" not in state.env:  # where the last tag is that ends code: below it none is looked for
        state.env["highlight"] = max((each.start() for each in _ENDS.finditer(state.src)), default=0)
    rows = range(line + 1, end) if start < state.env["highlight"] else ()
    behind = next((at for at in rows if _ENDS.search(_row(state, at))), None)
    if behind is None:
        return False
    if not silent:
        token = state.push("fence", "code", 0)
        token.info, token.markup = found[1], "```"
        token.content = state.getLines(line + 1, behind, state.blkIndent, True)
    state.line = behind + 1
    return True


def _row(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] : state.eMarks[line]].strip()


def template_tag(state: StateInline, silent: bool) -> bool:
    """A rule for the parser: nothing for a tag, a picture for that of a figure."""
    if state.src[state.pos] != "{":
        return False
    found = _INLINE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent and _FIGURE.match(found[0]):
        stated = {name: escape(value) for name, value in _STATED.findall(found[0])}
        picture = f'<img data-src="{stated.get("src", "")}" alt="{stated.get("alt", "")}">'
        caption = f"<figcaption>{stated.get('caption') or stated.get('title', '')}</figcaption>"
        state.push("html_inline", "", 0).content = f"<figure>{picture}{caption}</figure>"
    state.pos = found.end()
    return True


def drop_templates(state: StateCore) -> None:
    """A rule for the parser, before that for what is in a block: addresses without tags, no imports."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if "]({" in token.content:
            token.content = _ADDRESS.sub(_address, token.content)
        elif token.content.startswith(("import ", "export ")) and _IMPORTS.fullmatch(token.content):
            token.content = ""


def _address(found: re.Match[str]) -> str:
    return f"]({found[1] or found[2] or found[3] or ''}"
