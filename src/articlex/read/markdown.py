"""Raw page text that is Markdown, such as our own output, turned into HTML and then read like any page.

A text is a Markdown document if it opens like one: with front matter, or with a headline behind ``#`` and an
empty line. A whole page converted to Markdown, or below a headline of that kind, may open so too; it is
recognised by its menus, and read as a flattened page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from articlex.read.front_matter import front_matter
from articlex.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

#: Longest Markdown document in characters; no article is longer.
_LONGEST = 2_000_000
#: Characters within which the first headline ends.
_LONGEST_HEADLINE = 20_000

_HEADLINE = regex(r"\A\s*+# [^\S\n]*\S[^\n]*+(?:\n[ \t]*(?:\r?\n|\Z)|\Z)")

#: A headline that is a link: a logo, which leads to the site's front page.
_LOGO = regex(r"\A\s*# +!?\[[^\n]*\)[ \t]*\r?$", re.MULTILINE)
#: The permalink sign that documentation puts behind a heading, and a heading with it.
_SIGNS = "¶\uf0c1"
_SIGNED = regex(rf"^(#{{1,6}} [^\n]*[^\s{_SIGNS}])[ \t]?[{_SIGNS}][ \t]*\r?$", re.MULTILINE)
#: A list item that is nothing but a link to another page, and the same as html2text writes it.
_LINK = r"\[[^\[\]\n]*\]\((?!#)[^()\n]*\)[ \t]*\r?$"
_ENTRY = regex(rf"^[ \t]*[*+-][ ]+{_LINK}", re.MULTILINE)
_HTML2TEXT_ENTRY = regex(rf"^  \*[ ]+{_LINK}", re.MULTILINE)
#: A line of running text without links.
_PROSE = regex(r"^[^\s#*\[!|_+-][^\[\]\n]{59,}$", re.MULTILINE)
#: Fewest menu entries between a logo and the first running text, and fewest of html2text anywhere. Of 66
#: pages from seven corpora that html2text begins with a headline they recognise 40, whose word F1 (of those
#: with gold) is 0.83 as flattened pages instead of 0.67; of 607 Markdown files written by people, one.
_LEAST_MENU, _LEAST_ENTRIES = 3, 5
#: Fewest labels in a row, as in the menus of a flattened page above which a program has put its headline: of
#: 120 such texts 46 have so many, of 462 Markdown files by people and 258 by us none. Lines of code are no
#: labels, nor is what Markdown sets in by four columns.
_LABEL = regex(r"[ ]{0,3}[^\W\d_][^#*\[\]|_`<>]{0,39}(?<![.!?:;,。！？：；，\\\s])\r?")
_LEAST_LABELS, _LONGEST_LABEL = 12, 44
#: What begins and ends a block of code.
_FENCES = ("```", "~~~")

#: Pandoc keeps elements for which Markdown has no syntax, with Markdown between them. A tag of one, alone
#: between empty lines; a heading in Markdown; the end tags of elements with syntax in Markdown.
_AROUND = regex(
    r"(?:\A|\n[ \t]*\r?\n)</?(?:div|section|article|main|header|footer|nav|aside)(?: [^<>]{0,2000})?>"
    r"[ \t]*\r?(?=\n[ \t]*\r?(?:\n|\Z)|\Z)"
)
_HEADED, _ENDED = regex(r"^#{1,6} \S", re.MULTILINE), regex(r"</(?:p|li|h[1-6])>")
#: Fewest such lines, in all and for each of those end tags. None of 3,736 pages of the corpora has so many.
_LEAST_AROUND, _TO_ONE_END = 4, 4


def is_markdown(text: str) -> bool:
    """Whether ``text`` opens like a Markdown document, and is not a whole page converted to Markdown."""
    if len(text) > _LONGEST:
        return False
    if front_matter(text) is not None:
        return True
    return _HEADLINE.match(text[:_LONGEST_HEADLINE]) is not None and not _has_menus(text)


def _has_menus(text: str) -> bool:
    """Whether ``text`` has the menus of a whole page."""
    if len(_HTML2TEXT_ENTRY.findall(text)) >= _LEAST_ENTRIES or _has_labels(text):
        return True
    if not _LOGO.match(text):
        return False
    prose = _PROSE.search(text)
    return len(_ENTRY.findall(text, 0, prose.start() if prose else len(text))) >= _LEAST_MENU


def _has_labels(text: str) -> bool:
    """Whether ``text`` has a row of labels, each on a line of its own, and running text."""
    if any(fence in text for fence in _FENCES):
        return False
    row = 0
    for line in text.split("\n"):
        if line.strip():
            row = row + 1 if len(line) <= _LONGEST_LABEL and _LABEL.fullmatch(line) else 0
        if row == _LEAST_LABELS:
            return _PROSE.search(text) is not None
    return False


def markdown_html(text: str) -> str:
    """The HTML of a Markdown document, its front matter as <meta> elements."""
    front = front_matter(text)
    stated = front.metas if front else ()
    metas = "".join(f'<meta property="{name}" content="{escape(value)}">' for name, value in stated)
    language = front.language if front else ""
    text = text[front.end :] if front else text
    body = _parser().render(_SIGNED.sub(r"\1", text) if any(map(text.__contains__, _SIGNS)) else text)
    return (
        f'<html lang="{escape(language)}"><head>{metas}</head><body><article>{body}</article></body></html>'
    )


def html_between_elements(text: str) -> str | None:
    """The HTML of a page in pandoc's mixture of Markdown and elements, which keep menus apart; or None."""
    head = text[:_LONGEST_HEADLINE]
    if "\n#" not in head or not _HEADED.search(head):
        return None
    around = sum(1 for _ in _AROUND.finditer(text))
    if around < max(_LEAST_AROUND, _TO_ONE_END * len(_ENDED.findall(text))):
        return None
    return f"<html><body>{_parser().render(text)}</body></html>"


def _parser() -> MarkdownIt:
    """A parser of CommonMark with the extensions of GitHub and of our writer."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    from articlex.read.markdown_rules.attributes import drop_attributes
    from articlex.read.markdown_rules.captions import find_captions
    from articlex.read.markdown_rules.formulas import use_formulas
    from articlex.read.markdown_rules.notices import notice
    from articlex.read.markdown_rules.templates import drop_templates, template_block, template_tag
    from articlex.read.markdown_rules.wide_emphasis import parse_inline
    from articlex.read.markdown_rules.wiki_links import wiki_link

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
    parser.enable(["table", "strikethrough"])
    parser.inline.parse = parse_inline  # type: ignore[method-assign,assignment]
    parser.normalizeLink = _as_written  # type: ignore[method-assign,assignment]  # as its documentation does
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign,assignment]  # as its documentation does
    parser.use(deflist_plugin).use(footnote_plugin).use(tasklists_plugin)
    parser.core.ruler.push("captions", find_captions)
    parser.disable("footnote_inline")  # neither our Markdown nor GitHub's has them
    use_formulas(parser)
    parser.block.ruler.before("fence", "notice", notice, {"alt": ["paragraph", "blockquote", "list"]})
    parser.block.ruler.before("fence", "template", template_block, {"alt": ["paragraph"]})
    parser.inline.ruler.before("link", "wiki_link", wiki_link)
    parser.inline.ruler.before("link", "template", template_tag)
    parser.core.ruler.before("inline", "attributes", drop_attributes)
    parser.core.ruler.before("inline", "templates", drop_templates)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("footnote_ref", _sign)
    parser.add_render_rule("footnote_open", _note)
    return parser


def _as_written(address: str) -> str:
    """``address`` as it is: it came from a page, and must not be encoded or decoded again."""
    return address


def _image(renderer: RendererHTML, tokens: Sequence[Token], place: int, *rest: Any) -> str:
    """An image, with its address in ``data-src``, where it is never taken for a placeholder."""
    token = tokens[place]
    alternative = renderer.renderInlineAsText(token.children, *rest)
    return f'<img data-src="{escape(str(token.attrs["src"]))}" alt="{escape(alternative)}">'


def _sign(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    """The reference to a footnote with its label as written, also where it is repeated."""
    label = escape(tokens[place].meta["label"])
    return f'<sup class="footnote-ref"><a href="#fn{label}">[{label}]</a></sup>'


def _note(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    return f'<li id="fn{escape(tokens[place].meta["label"])}" class="footnote-item">'
