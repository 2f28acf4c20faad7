"""The article as XML-TEI (P5): ``<teiHeader>`` with the metadata, ``<text>`` with the body.

Headings open nested divisions, because TEI allows ``<head>`` only at the start of a ``<div>``.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from zlib import crc32

from articlex.page import Block, Cell, Kind, Run, Style, Table, Wrap
from articlex.regex import regex
from articlex.write.control import strip_controls
from articlex.write.headings import Headings
from articlex.write.links import Links, links_of, shown_runs
from articlex.write.markup import BOXES, MarkupWriter
from articlex.write.note_signs import signs_of_notes, without_brackets, without_own_sign
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.structure import Branch, Tree, nest, note_of, printed_notes

if TYPE_CHECKING:
    from articlex.article import Article

_NAMESPACE = "http://www.tei-c.org/ns/1.0"

#: Characters besides controls that XML 1.0 does not allow.
_NOT_XML = regex("[\ufffe\uffff]")
#: Characters that must be percent-encoded in an address.
_NO_ADDRESS = regex(r"""%(?![0-9A-Fa-f]{2})|[\[\]{}|\\^`"<> ]""")
#: Elements that are allowed anywhere in a body, but make no valid body alone.
_FLOATING = ("<figure>", "<note ", "<milestone ")
#: The element of each container that has one.
_ELEMENTS = {Wrap.QUOTE: "quote", Wrap.FIGURE: "figure"}
#: The element of styles that have one, outermost first, and the rendition of others.
_STYLES = ((Style.INS, "add"), (Style.DEL, "del"))
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


def write_tei(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """A ``<TEI>`` element."""
    links = links_of(article)
    writer = _TeiWriter(links, options, _note_ids(article), signs_of_notes(article.body))
    headings = Headings(article.body, article.title, several=article.page.collection)
    body = writer.sections(nest(article.body), headings)
    language = f' xml:lang="{escape(article.language)}"' if article.language else ""
    text = "\n".join(
        (
            f'<TEI xmlns="{_NAMESPACE}"{language}>',
            _header(article),
            "<text><body>",
            *body,
            *([] if any(not piece.startswith(_FLOATING) for piece in body) else ["<p/>"]),
            "</body></text>",
            "</TEI>",
        )
    )
    return _NOT_XML.sub("", strip_controls(text)) + "\n"


def _note_ids(article: Article) -> dict[str, str]:
    """The xml:id of each footnote, by its anchor, which may be no valid name in XML.

    A checksum of address and title distinguishes the notes of several articles in one file.
    """
    page = crc32(f"{article.url}\n{article.title}".encode(errors="replace"))
    numbered = enumerate(printed_notes(article.body), 1)
    return {anchor: f"note-{page:08x}-{number}" for number, anchor in numbered}


def _header(article: Article) -> str:
    """The ``<teiHeader>``, in the order that TEI prescribes."""
    authors = "".join(f"<author>{_text(name)}</author>" for name in article.authors)
    publisher = f"<publisher>{_text(article.sitename)}</publisher>" if article.sitename else ""
    day = f'<date when="{escape(article.date_published)}"/>' if article.date_published else ""
    license_ = (
        f"<availability><licence>{_text(article.license)}</licence></availability>" if article.license else ""
    )
    stated = f"{publisher or '<publisher/>'}{license_}{day}"  # TEI requires a publisher before a licence
    publication = stated if publisher or license_ else f"<p>{_text(article.date_published)}</p>"
    address = f'<ptr target="{_target(article.url)}"/>' if article.url else ""
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


class _TeiWriter(MarkupWriter):
    __slots__ = ("_anchors", "_links", "_notes", "_options", "_signs")

    rule = '<milestone unit="section" rend="rule"/>'

    def __init__(
        self, links: Links, options: RenderOptions, notes: dict[str, str], signs: dict[str, str]
    ) -> None:
        self._notes = notes
        self._signs = signs
        self._anchors = dict(notes)
        self._links = links
        self._options = options

    def sections(self, tree: Tree, headings: Headings) -> list[str]:
        """The elements of the body, with a division for each heading outside all containers."""
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

    def code(self, block: Block) -> str:
        language = f' lang="{escape(block.language)}"' if block.language else ""
        return f'<ab><code{language} xml:space="preserve">{_text(block.text)}</code></ab>'

    def formula(self, block: Block) -> str:
        return f'<p><formula notation="TeX">{_text(block.text)}</formula></p>'

    def text(self, block: Block) -> str:
        content = self.inline(shown_runs(block, self._links))
        if not content:
            return ""
        if block.kind is Kind.CAPTION and block.within and block.within[-1].wrap is Wrap.FIGURE:
            return f"<head>{content}</head>"
        rendition = ' rend="heading"' if block.kind is Kind.HEADING else ""
        return f"<p{rendition}>{content}</p>"

    def container(self, branch: Branch) -> str:
        container = branch.container
        if container.wrap is Wrap.LIST:
            kind = "numbered" if container.ordered else "bulleted"
            return _list(f'rend="{kind}"', self._items(branch))
        if container.wrap is Wrap.DEFINITIONS:
            return _list('type="gloss"', self._glosses(branch.children))
        if container.wrap is Wrap.FOOTNOTE:
            return self._note(branch)
        children = self.blocks(branch.children)
        if not children:
            return ""
        content = "\n".join(children)
        element = _ELEMENTS.get(container.wrap)
        return f"<{element}>{content}</{element}>" if element else content

    def _note(self, branch: Branch) -> str:
        """A footnote, numbered by its sign. If other blocks divide it, only the first part has the xml:id."""
        label = branch.container.label
        sign = self._signs.get(label, "")
        is_first = label in self._anchors
        own = without_own_sign(branch.children, without_brackets(sign), sign) if is_first else branch.children
        content = "\n".join(self.blocks(own))
        if not content:
            return ""
        number = without_brackets(sign) or sign
        attributes = f' n="{escape(number)}"' if number else ""
        anchor = self._anchors.pop(label, "")
        attributes += f' xml:id="{anchor}"' if anchor else ""
        return f'<note place="end"{attributes}>{content}</note>'

    def _items(self, branch: Branch) -> list[str]:
        """The items of a list; anything between them becomes an item too, since TEI allows nothing else."""
        items = []
        for child in branch.children:
            number = box = ""
            tree: Tree = [child]
            if isinstance(child, Branch) and child.container.wrap is Wrap.ITEM:
                tree, box = child.children, BOXES[child.container.checked]
                number = f' n="{child.container.number}"' if branch.container.ordered else ""
            content = "\n".join(self.blocks(tree))
            if content:
                items.append(f"<item{number}>{box}{content}</item>")
        return items

    def _glosses(self, children: Tree) -> list[str]:
        """Terms and definitions, which alternate: one item has all definitions of the term before it."""
        glosses: list[list[str]] = []
        for child in children:
            if not isinstance(child, Branch) and child.kind is Kind.TERM:
                glosses.append([f"<label>{self.inline(child.runs)}</label>\n<item>"])
                continue
            content = self.blocks([child])
            if content and not glosses:
                glosses.append(["<label/>\n<item>"])
            if content:
                glosses[-1].extend(content)
        return ["\n".join(gloss) + "</item>" for gloss in glosses]

    def table(self, table: Table) -> str:
        rows = []
        for number, row in enumerate(table.rows):
            role = "label" if number < table.header_rows else "data"
            cells = "".join(
                f'<cell cols="{cell.colspan}" rows="{cell.rowspan}">{self._cell(cell)}</cell>' for cell in row
            )
            rows.append(f'<row role="{role}">{cells}</row>')
        return "<table>\n" + "\n".join(rows) + "\n</table>"

    def _cell(self, cell: Cell) -> str:
        return "\n".join(self.cell_blocks(cell)) if cell.blocks else self.inline(cell.runs)

    def elements(self, run: Run) -> list[str]:
        _, style, href, _ = run
        quotation = ["q"] if style & Style.QUOTE else []
        if style & Style.BREAK:
            return quotation
        note = self._notes.get(note_of(run))
        url = self._links.resolve(href) if href is not None and self._options.links else None
        target = f"#{note}" if note else _target(url) if url else ""
        elements = [*quotation, f'ref target="{target}"'] if target else quotation
        elements += [tag for bit, tag in _STYLES if style & bit]
        renditions = " ".join(name for bit, name in _RENDITIONS if style & bit)
        if renditions:
            elements.append(f'hi rend="{renditions}"')
        return [*elements, "code"] if style & Style.CODE else elements

    def content(self, run: Run) -> str:
        text, style, _, src = run
        if src is not None:
            url = self._links.resolve(src) if self._options.images else None
            alt = f"<figDesc>{_text(text)}</figDesc>" if text else ""
            return f'<figure><graphic url="{_target(url)}"/>{alt}</figure>' if url else ""
        if style & Style.BREAK:
            return "<lb/>"
        return f'<formula notation="TeX">{_text(text)}</formula>' if style & Style.MATH else _text(text)


def _list(attribute: str, content: list[str]) -> str:
    return f"<list {attribute}>\n" + "\n".join(content) + "\n</list>" if content else ""


def _target(url: str) -> str:
    """``url`` as the value of an attribute, with everything percent-encoded that only browsers accept."""
    head, sign, rest = url.partition("#")
    url = head + sign + rest.replace("#", "%23")
    return escape(_NO_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url))


def _close(out: list[str]) -> None:
    """Close a division, with an empty paragraph if it has nothing but a head, which TEI forbids."""
    if out[-1].startswith("<div>"):
        out.append("<p/>")
    out.append("</div>")
