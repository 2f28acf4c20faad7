"""Raw page text that is Markdown, such as our own output: made into HTML, then read like any page.

Only a text that opens as a Markdown document does is taken for one: with a headline behind ``#`` and an empty
line, or with front matter. A page that a program has made into Markdown as a whole, its menus along with its
text, may open so too: it is told by the menus.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from articlex.addresses import split_address
from articlex.read.front_matter import front_matter
from articlex.regex import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

#: Characters of the longest text that is taken for Markdown; no article is longer.
_LONGEST = 2_000_000
#: Characters in which the first headline ends.
_LONGEST_HEADLINE = 20_000

_HEADLINE = regex(r"\A\s*+# [^\S\n]*\S[^\n]*+(?:\n[ \t]*(?:\r?\n|\Z)|\Z)")

#: A headline that is a link: the name of the site, which leads to its front page.
_LOGO = regex(r"\A\s*# +!?\[[^\n]*\)[ \t]*\r?$", re.MULTILINE)
#: The sign of a link to itself that documentation sets behind a heading, and a heading with one.
_SIGNS = "¶\uf0c1"
_SIGNED = regex(rf"^(#{{1,6}} [^\n]*[^\s{_SIGNS}])[ \t]?[{_SIGNS}][ \t]*\r?$", re.MULTILINE)
#: The address of a link.
_ADDRESS = regex(r"\]\(([^\s()]+)")
#: An entry that is nothing but a link to another page, and the same as html2text sets it.
_LINK = r"\[[^\[\]\n]*\]\((?!#)[^()\n]*\)[ \t]*\r?$"
_ENTRY = regex(rf"^[ \t]*[*+-][ ]+{_LINK}", re.MULTILINE)
_HTML2TEXT_ENTRY = regex(rf"^  \*[ ]+{_LINK}", re.MULTILINE)
#: A line of running text that holds no link.
_PROSE = regex(r"^[^\s#*\[!|_+-][^\[\]\n]{59,}$", re.MULTILINE)
#: Entries of a menu below a logo and before all running text, and of all menus of html2text. Of 66 pages of
#: seven corpora that html2text makes open with a headline they tell 40, and those with gold have a word F1 of
#: 0.83 as flattened pages instead of 0.67; of 607 files that people wrote in Markdown they tell one.
_LEAST_MENU, _LEAST_ENTRIES = 3, 5
#: Other pages of a site whose name, with a link to its front page, is the headline. They tell 5 more of 40
#: such pages of the corpora; of 1,831 files that people wrote in Markdown none links to more than three.
_LEAST_PAGES = 5

#: A line that is a tag around blocks and stands apart, a heading below an empty line, and the ends of what
#: Markdown has signs for: pandoc keeps the elements that those have none for, with Markdown between them.
_AROUND = regex(
    r"(?:\A|\n[ \t]*\r?\n)</?(?:div|section|article|main|header|footer|nav|aside)(?: [^<>]{0,2000})?>"
    r"[ \t]*\r?(?=\n[ \t]*\r?(?:\n|\Z)|\Z)"
)
_HEADED, _ENDED = regex(r"^#{1,6} \S", re.MULTILINE), regex(r"</(?:p|li|h[1-6])>")
#: Such lines in a page at least, and as many to one end. Of 3,736 pages of the corpora none has them.
_LEAST_AROUND, _TO_ONE_END = 4, 4


def is_markdown(text: str) -> bool:
    """Whether ``text`` opens as a Markdown document does, and is not a whole page made into Markdown."""
    if len(text) > _LONGEST:
        return False
    if front_matter(text) is not None:
        return True
    return _HEADLINE.match(text[:_LONGEST_HEADLINE]) is not None and not _has_menus(text)


def _has_menus(text: str) -> bool:
    if len(_HTML2TEXT_ENTRY.findall(text)) >= _LEAST_ENTRIES:
        return True
    logo = _LOGO.match(text)
    if not logo:
        return False
    if len(_pages_of_site(text, logo[0])) >= _LEAST_PAGES:
        return True
    prose = _PROSE.search(text)
    return len(_ENTRY.findall(text, 0, prose.start() if prose else len(text))) >= _LEAST_MENU


def _pages_of_site(text: str, logo: str) -> set[str]:
    """The addresses that links lead to of other pages of the site whose ``logo`` is the headline; none where
    that leads to something else than a front page."""
    front = logo.rpartition("](")[2].split()[:1]
    host, is_front = _host_and_whether_front("".join(front).rstrip(")"))
    if not is_front:
        return set()
    addresses = (address for address in _ADDRESS.findall(text) if address[0] != "#")
    return {address for address in addresses if _host_and_whether_front(address) == (host, False)}


def _host_and_whether_front(address: str) -> tuple[str, bool]:
    parts = split_address(address)
    return parts.netloc, not parts.path.strip("./") and not parts.query


def markdown_html(text: str) -> str:
    """The HTML of a Markdown document with all that our own Markdown has."""
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
    """The HTML of a page that is Markdown between elements that it has no signs for, and that keep its menus
    apart; None for any other."""
    head = text[:_LONGEST_HEADLINE]
    if "\n#" not in head or not _HEADED.search(head):
        return None
    around = sum(1 for _ in _AROUND.finditer(text))
    if around < max(_LEAST_AROUND, _TO_ONE_END * len(_ENDED.findall(text))):
        return None
    return f"<html><body>{_parser().render(text)}</body></html>"


def _parser() -> MarkdownIt:
    """The parser: CommonMark with what our writer and GitHub add to it."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
    parser.enable(["table", "strikethrough"])
    parser.normalizeLink = _as_written  # type: ignore[method-assign,assignment]  # as its documentation does
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign,assignment]  # as its documentation does
    parser.use(deflist_plugin).use(footnote_plugin).use(tasklists_plugin)
    parser.disable("footnote_inline")  # neither our Markdown nor GitHub's has them
    parser.use(
        dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True, renderer=_formula
    )
    parser.add_render_rule("math_inline_double", _displayed)
    parser.add_render_rule("image", _image)
    parser.add_render_rule("list_item_open", _item)
    parser.add_render_rule("footnote_ref", _sign)
    parser.add_render_rule("footnote_open", _note)
    return parser


def _as_written(address: str) -> str:
    """An address that came from a page is neither encoded nor decoded once more."""
    return address


def _image(renderer: RendererHTML, tokens: Sequence[Token], place: int, *rest: Any) -> str:
    """An image whose address is taken as it is written, whatever placeholder it may sound like."""
    token = tokens[place]
    alternative = renderer.renderInlineAsText(token.children, *rest)
    return f'<img data-src="{escape(str(token.attrs["src"]))}" alt="{escape(alternative)}">'


def _displayed(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    """A displayed formula within a paragraph, where it ends no paragraph."""
    return _formula(tokens[place].content, {"display_mode": True})


def _item(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    """An item with the number that is written: a list may leave some out."""
    token = tokens[place]
    if token.info.isdigit():
        token.attrSet("value", token.info)
    attributes = "".join(f' {name}="{escape(str(value))}"' for name, value in token.attrs.items())
    return f"<li{attributes}>"


def _sign(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    """The sign of a footnote by the name that is written, wherever it is repeated."""
    label = escape(tokens[place].meta["label"])
    return f'<sup class="footnote-ref"><a href="#fn{label}">[{label}]</a></sup>'


def _note(renderer: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    return f'<li id="fn{escape(tokens[place].meta["label"])}" class="footnote-item">'


def _formula(latex: str, options: dict[str, bool]) -> str:
    left, right = ("\\[", "\\]") if options["display_mode"] else ("\\(", "\\)")
    return f"{left}{escape(latex)}{right}"
