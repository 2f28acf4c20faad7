"""Links between notes, as Obsidian, Logseq and other wikis have them: "[[Crane]]", "[[Crane|it]]",
"![[crane.png]]" (https://help.obsidian.md/links). A note is no page of the web, so its name is text."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline

from articlex.addresses import PICTURES
from articlex.regex import regex

#: What is embedded, where a link leads, what is shown. Before it stands no letter or bracket of code, and no
#: address follows, which would make it a link of Markdown; a number is a reference.
_LINK = regex(
    r"(?<![A-Za-z0-9_)\]])(!?)\[\[(?! )(?=[^\[\]\n]*[^\W\d_])([^\[\]|\n\"']{1,300})(?<! )"
    r"(?:\|([^\[\]|\n]{1,300}))?\]\](?![(\[:])"
)
_PICTURE = regex(rf".+\.(?:{PICTURES})\Z")


def wiki_link(state: StateInline, silent: bool) -> bool:
    """A rule for the parser, before those for links and pictures of Markdown."""
    if not state.src.startswith(("[[", "![["), state.pos):
        return False
    found = _LINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        if found[1] and _PICTURE.match(found[2]):
            token = state.push("image", "img", 0)
            token.attrs, token.children = {"src": found[2], "alt": ""}, []
        else:
            state.push("text", "", 0).content = found[3] or found[2]
    state.pos = found.end()
    return True
