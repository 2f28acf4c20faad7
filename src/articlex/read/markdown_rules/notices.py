"""Notices in Markdown: the alerts of GitHub and Obsidian ("> [!NOTE]"), and what MyST, Quarto, Docusaurus and
VitePress set between colons ("::: tip"), as paragraphs below a label.

https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
https://mystmd.org/guide/directives  https://quarto.org/docs/authoring/callouts.html
"""

from __future__ import annotations

from markdown_it.rules_block import StateBlock

from articlex.regex import regex

#: Kinds of notices, whose name is the label of one without a title.
_KINDS = frozenset(
    """
    abstract attention bug caution danger error example failure hint important info note question quote
    seealso success summary tip todo warning
    """.split()
)
#: "[!NOTE]", with a sign that says whether it is folded, and a title.
_ALERT = regex(r"\[!([A-Za-z]{2,20})\][+-]?(?:[ \t]+(.*))?")
#: A row of colons; behind those that open a block its name, in braces or alone, and a title.
_COLONS = regex(
    r":{3,}(?:[ \t]*(?:\{([^{}\n]{1,300})\}|([A-Za-z][\w-]{0,40}))"
    r"(?:\[([^\[\]\n]*)\]|[ \t]+([^:\n].*?))?)?[ \t]*:*"
)
#: A fence of MyST around what is no code, the options below an opening, and a title among attributes.
_FENCE, _OPTION = regex(r"(`{3,})\{([a-z]{2,20})\}[ \t]*([^`\n]*)"), regex(r":[\w-]{1,40}:(?:[ \t].*)?")
_TITLE = regex(r"\btitle=\"([^\"]*)\"")


def notice(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A rule for the parser: a label for the row that begins a notice, nothing for that which ends it."""
    text = _text(state, line)
    if not text.startswith(("[!", ":::", "```")) or state.is_code_block(line):
        return False
    return any(rule(state, line, end, silent) for rule in (_alert, _fence, _colons))


def _alert(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """The first row of an alert: "> [!NOTE]"."""
    found = _ALERT.fullmatch(_text(state, line)) if state.parentType == "blockquote" else None
    return found is not None and (silent or _labelled(state, line + 1, found[1], found[2] or ""))


def _fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A notice between the fences of MyST."""
    found = _FENCE.fullmatch(_text(state, line))
    if found is None or found[2] not in (*_KINDS, "admonition"):
        return False
    return silent or _fenced(state, line, end, found[1], _label(found[2], found[3]))


def _colons(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A row of colons that begins a notice, or ends one that is open."""
    found = _COLONS.fullmatch(_text(state, line))
    name = found and (found[1] or found[2])
    opened = state.env.get("notices", 0)
    if not found or not (name or opened):
        return False
    if silent:
        return True
    state.env["notices"] = opened + (1 if name else -1)
    if not name:
        state.line = line + 1
        return True
    stated = _TITLE.search(name)
    title = stated[1] if stated else found[3] or found[4] or ""
    below = _behind_options(state, line + 1, end) if found[1] else line + 1
    kind = name.split()[0].lstrip(".").removeprefix("callout-")
    return _labelled(state, below, kind, title if found[1] or kind in _KINDS or found[3] else "")


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def _behind_options(state: StateBlock, line: int, end: int) -> int:
    return next((at for at in range(line, end) if not _OPTION.fullmatch(_text(state, at))), end)


def _label(kind: str, title: str) -> str:
    return title or (kind.capitalize() if kind.casefold() in _KINDS else "")


def _labelled(state: StateBlock, below: int, kind: str, title: str) -> bool:
    if label := _label(kind, title.strip()):
        state.push("paragraph_open", "p", 1)
        token = state.push("inline", "", 0)
        token.content, token.children = f"**{label}**", []
        state.push("paragraph_close", "p", -1)
    state.line = below
    return True


def _fenced(state: StateBlock, line: int, end: int, fence: str, label: str) -> bool:
    """The content of a fence as Markdown below its label."""
    behind = next((at for at in range(line + 1, end) if _text(state, at) == fence), end)
    _labelled(state, line, label, label)
    state.level += 1  # the parser stops at its deepest level
    state.md.block.tokenize(state, _behind_options(state, line + 1, behind), behind)
    state.level -= 1
    state.line = min(behind + 1, end)
    return True
