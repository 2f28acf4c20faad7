"""The article as XML-TEI (P5): ``<teiHeader>`` with the metadata, ``<text>`` with the body.

Headings open nested divisions, for TEI has a ``<head>`` only at the start of a ``<div>``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Run, Style, Table, Wrap
from articlex.regex import regex
from articlex.write.control import strip_controls
from articlex.write.headings import Headings
from articlex.write.links import Links
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.structure import Branch, Tree, nest

if TYPE_CHECKING:
    from articlex.article import Article

_NAMESPACE = "http://www.tei-c.org/ns/1.0"

#: What XML 1.0 does not allow beside control characters.
_NOT_XML = regex("[\ufffe\uffff]")
_RENDITIONS = (
    (Style.EM, "italic"),
    (Style.STRONG, "bold"),
    (Style.MARK, "marked"),
    (Style.KBD, "kbd"),
    (Style.SUB, "sub"),
    (Style.SUP, "sup"),
    (Style.RUBY, "ruby"),
    (Style.FOOTNOTE, "footnote"),
)


def xml_header(options: RenderOptions = DEFAULTS) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_tei(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """A ``<TEI>`` element."""
    page = article.page
    writer = _TeiWriter(Links(page.url or article.url, page.markup.base), options)
    body = writer.sections(nest(article.body), Headings(article.body, article.title))
    language = f' xml:lang="{escape(article.language)}"' if article.language else ""
    text = "\n".join(
        (
            f'<TEI xmlns="{_NAMESPACE}"{language}>',
            _header(article),
            "<text><body>",
            *(body or ["<p/>"]),
            "</body></text>",
            "</TEI>",
        )
    )
    return _NOT_XML.sub("", strip_controls(text)) + "\n"


def _header(article: Article) -> str:
    authors = "".join(f"<author>{_text(name)}</author>" for name in article.authors)
    publisher = f"<publisher>{_text(article.sitename)}</publisher>" if article.sitename else ""
    day = f'<date when="{escape(article.date_published)}"/>' if article.date_published else ""
    license_ = (
        f"<availability><licence>{_text(article.license)}</licence></availability>" if article.license else ""
    )
    publication = f"{publisher}{license_}{day}" if publisher else f"<p>{_text(article.date_published)}</p>"
    address = f'<ptr target="{escape(article.url)}"/>' if article.url else ""
    title = f"<title>{_text(article.title)}</title>"
    abstract = f"<abstract><p>{_text(article.description)}</p></abstract>" if article.description else ""
    terms = "".join(f"<term>{_text(term)}</term>" for term in (*article.categories, *article.tags))
    keywords = f"<textClass><keywords>{terms}</keywords></textClass>" if terms else ""
    profile = f"<profileDesc>{abstract}{keywords}</profileDesc>" if abstract or keywords else ""
    return (
        f"<teiHeader><fileDesc><titleStmt>{title}{authors}</titleStmt>"
        f"<publicationStmt>{publication}</publicationStmt>"
        f"<sourceDesc><bibl>{title}{authors}{publisher}{day}{address}</bibl></sourceDesc></fileDesc>"
        f"{profile}</teiHeader>"
    )


def _text(text: str | None) -> str:
    return escape(text or "", quote=False)


class _TeiWriter:
    __slots__ = ("_links", "_options")

    def __init__(self, links: Links, options: RenderOptions) -> None:
        self._links = links
        self._options = options

    def sections(self, tree: Tree, headings: Headings) -> list[str]:
        """The body, a division for each heading that stands in no container."""
        out: list[str] = []
        open_levels: list[int] = []
        for child in tree:
            if isinstance(child, Branch) or child.kind is not Kind.HEADING:
                out += self.blocks([child])
                continue
            level = headings.level(child)
            if level == 0:
                continue
            while open_levels and open_levels[-1] >= level:
                _close(out)
                open_levels.pop()
            open_levels.append(level)
            out.append(f"<div><head>{self.inline(child.runs)}</head>")
        for _ in open_levels:
            _close(out)
        return out

    def blocks(self, tree: Iterable[Branch | Block]) -> list[str]:
        pieces = [self.container(child) if isinstance(child, Branch) else self.block(child) for child in tree]
        return [piece for piece in pieces if piece]

    def block(self, block: Block) -> str:
        kind = block.kind
        if kind is Kind.CODE:
            language = f' lang="{escape(block.language)}"' if block.language else ""
            return f'<ab><code{language} xml:space="preserve">{_text(block.text)}</code></ab>'
        if kind is Kind.TABLE and block.table is not None:
            return self.table(block.table)
        if kind is Kind.MATH:
            return f'<p><formula notation="TeX">{_text(block.text)}</formula></p>'
        if kind is Kind.RULE:
            return '<milestone unit="section" rend="rule"/>'
        content = self.inline(block.runs)
        if not content:
            return ""
        if kind is Kind.CAPTION and block.within and block.within[-1].wrap is Wrap.FIGURE:
            return f"<head>{content}</head>"
        if block.within and block.within[-1].wrap is Wrap.DEFINITIONS:
            tag = "label" if kind is Kind.TERM else "item"
            return f"<{tag}>{content}</{tag}>"
        rendition = ' rend="heading"' if kind is Kind.HEADING else ""
        return f"<p{rendition}>{content}</p>"

    def container(self, branch: Branch) -> str:
        children = self.blocks(branch.children)
        if not children:
            return ""
        content = "\n".join(children)
        container = branch.container
        if container.wrap is Wrap.LIST:
            if not isinstance(branch.children[0], Branch):
                content = f"<item>{content}</item>"
            kind = "numbered" if container.ordered else "bulleted"
            return f'<list rend="{kind}">\n{content}\n</list>'
        if container.wrap is Wrap.FOOTNOTE:
            return f'<note place="end" n="{escape(container.label)}">{content}</note>'
        element = _ELEMENTS.get(container.wrap)
        if element is None:
            return content
        return f"<{element}>{content}</{element.split(' ', 1)[0]}>"

    def table(self, table: Table) -> str:
        rows = []
        for number, row in enumerate(table.rows):
            role = "label" if number < table.header_rows else "data"
            cells = "".join(
                f'<cell cols="{cell.colspan}" rows="{cell.rowspan}">{self.inline(cell.runs)}</cell>'
                for cell in row
            )
            rows.append(f'<row role="{role}">{cells}</row>')
        return "<table>\n" + "\n".join(rows) + "\n</table>"

    def inline(self, runs: Sequence[Run]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        text, style, href, src = run
        if src is not None:
            url = self._links.resolve(src) if self._options.images else None
            alt = f"<figDesc>{_text(text)}</figDesc>" if text else ""
            return f'<figure><graphic url="{escape(url)}"/>{alt}</figure>' if url else ""
        if style & Style.BREAK:
            return "<lb/>"
        out = _text(text)
        if style & Style.MATH:
            out = f'<formula notation="TeX">{out}</formula>'
        if style & Style.CODE:
            out = f"<code>{out}</code>"
        renditions = " ".join(name for bit, name in _RENDITIONS if style & bit)
        if renditions:
            out = f'<hi rend="{renditions}">{out}</hi>'
        for bit, tag in ((Style.QUOTE, "q"), (Style.DEL, "del"), (Style.INS, "add")):
            if style & bit:
                out = f"<{tag}>{out}</{tag}>"
        url = self._links.resolve(href) if href is not None and self._options.links else None
        return f'<ref target="{escape(url)}">{out}</ref>' if url else out


_ELEMENTS = {
    Wrap.ITEM: "item",
    Wrap.QUOTE: "quote",
    Wrap.DEFINITIONS: 'list type="gloss"',
    Wrap.FIGURE: "figure",
}


def _close(out: list[str]) -> None:
    """Close a division; one with a head alone is not allowed."""
    if out[-1].startswith("<div>"):
        out.append("<p/>")
    out.append("</div>")
