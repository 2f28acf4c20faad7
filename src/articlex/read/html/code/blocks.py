"""Code blocks: the text as written, without what highlighters put beside it, and its language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from articlex.read.html.attributes import compact_style
from articlex.read.html.tree import Element, classes_of
from articlex.regex import regex

#: Elements inside a code block that may name its language. Behind them come its lines.
_MOST_INSIDE = 8
#: Elements around one that may: td.code, tr, tbody, table, figure.highlight. Characters of its longest name.
_MOST_AROUND, _LONGEST_NAME = 5, 30

_LANGUAGE = regex(
    r"(?:^|\s)(?:language-|lang-|mw-highlight-lang-|highlight-source-|highlight-text-|highlight-"
    r"|highlight hl-|src-|gatsby-code-|brush:\s*|ltx_lst_language_)"
    r"([a-zA-Z][\w+#.-]*)"
)
#: Classes of highlighters, and of rustdoc, beside which the language is a class of its own. Asciidoctor has
#: that of the highlighter.
_BESIDE = frozenset(
    """hljs sourcecode highlight prettyprint prettyprinted src chroma codehilite linenums rouge highlightjs
    coderay pygments rust-example-rendered item-decl""".split()
)
#: Languages that are believed when they are the only class of <code>: those that highlight.js calls common
#: (https://highlightjs.readthedocs.io/en/latest/supported-languages.html), and their short forms.
COMMON = frozenset(
    """bash c c++ cpp cs csharp css diff docker dockerfile go golang graphql haskell html ini java javascript
    js json jsx kotlin latex less lua make makefile markdown md objc objectivec perl php powershell py python
    r rb ruby rust scala scss sh shell sql swift toml ts tsx typescript vb vbnet wasm xml yaml yml""".split()
)
_NOT_LANGUAGES = frozenset(
    """plaintext text plain txt none nohighlight no-highlight undefined default auto notranslate code block
    numbersource linenums linenumbers line-numbers wrap copy true false hljs highlight language chroma
    prettyprinted prettyprint source output shell-session-output wrapper container toolbar theme""".split()
)
#: Names of languages that only one highlighter has. GitHub's are those of its grammars.
_SYNONYMS = {
    "jscript": "javascript",
    "ipython": "python",
    "ipython2": "python",
    "ipython3": "python",
    "source-js": "js",
    "gfm": "markdown",
    "html-basic": "html",
    "html-erb": "erb",
    "html-php": "php",
    "html-vue": "vue",
    "html-handlebars": "handlebars",
}
_ATTRIBUTES = ("data-lang", "data-language", "data-code-language", "data-enlighter-language", "lang")

#: Classes of line numbers, copy buttons and the like inside a code block, and of mdBook's lines that only the
#: compiler needs, which are hidden until a button is pressed.
_BESIDE_CODE = frozenset(
    """lineno linenos linenumber linenumbers line-number line-numbers line-numbers-rows gutter blob-num ln lnt
    lnum hljs-ln-numbers hljs-ln-n rouge-gutter gl linenodiv linenums-num ltx_tag_listingline
    crayon-nums react-line-number react-syntax-highlighter-line-number
    codemirror-linenumber codemirror-gutter-wrapper toolbar copy copy-btn copy-button copybtn btn-copy
    test-arrow copy-code-button code-copy clipboard clipboard-copy zeroclipboard-container highlight-copy-btn
    code-block-copy sr-only visually-hidden twoslash-popup-container twoslash-completion-list
    twoslash-meta-line idlheader boring""".split()
)
_NOT_CODE_TAGS = frozenset("script style button clipboard-copy svg".split())

#: A style that keeps text from being copied with the code.
_UNSELECTABLE = regex(r"(?<![\w-])user-select:none")

#: Elements that are a line each where a highlighter uses them inside <pre>.
_LINE_TAGS = frozenset("div p li tr".split())
#: Elements that show no white space of their own.
_TABLE_TAGS = frozenset("table tbody thead tfoot tr".split())
#: Elements inside these, which have such white space behind them.
_IN_TABLES = _TABLE_TAGS - {"table"} | {"td", "th"}
#: Elements in a <code> of several lines. (One that nothing closes has the rest of the page below it.)
_MOST_OF_LINES = 500
#: Elements that a style sheet may make a line each. (WeChat's are <code>.)
_LINES_BY_STYLE = frozenset(("span", "code"))
#: Classes of the <span> that is a line.
_LINE_CLASSES = frozenset(
    "line code-line highlight-line token-line view-line gatsby-highlight-code-line".split()
)

#: A <pre> that holds one of these holds prose, or the rest of a page since nothing closed it.
_PROSE = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "article", "section", "table")

#: Classes of lists of numbered lines.
_NUMBERED_LISTS = frozenset({"linenums", "hljs-ln", "prettyprint"})
#: Classes of tables in which a highlighter lays out line numbers and code.
_CODE_TABLES = frozenset(
    """highlighttable codehilitetable rouge-table hljs-ln lntable js-file-line-container blob-code-content
    crayon-table syntaxhighlighter""".split()
)


def is_code(element: Element) -> bool:
    """Whether an element such as <pre> holds code alone, as its first element for prose tells."""
    child = next(element.iterdescendants(*_PROSE), None)
    if child is None or (child.tag == "table" and is_code_table(child)):
        return True
    is_list = child.tag == "ol"
    return is_list and (not _NUMBERED_LISTS.isdisjoint(_classes(child)) or _is_all_lines(element, child))


def _is_all_lines(element: Element, items: Element) -> bool:
    """Whether a <pre> holds nothing but a list of lines, as GeSHi writes code with line numbers."""
    if items.getparent() is not element or len(element) != 1:
        return False
    outside = (element.text or "") + (items.tail or "")
    return not outside.strip() and next(items.iterdescendants(*_PROSE), None) is None


def is_code_table(table: Element) -> bool:
    """Whether a <table> is a highlighter's layout of line numbers and code."""
    if _classes(table) & _CODE_TABLES:
        return True
    row = next(table.iterdescendants("tr"), None)
    if row is None:
        return False
    cells = [_classes(cell) for cell in row.iterchildren("td")]
    return len(cells) == 2 and bool(cells[0] & _BESIDE_CODE) and any("code" in name for name in cells[1])


def is_code_of_lines(element: Element) -> bool:
    """Whether a <code> outside of <pre> holds several lines of code."""
    inside = list(islice(element.iter(), _MOST_OF_LINES))
    if len(inside) == _MOST_OF_LINES or all(child.tag != "br" for child in inside):
        return False
    if next(element.iterancestors("pre", "code"), None) is not None:
        return False
    return "\n" in code_text(element) and is_code(element)


def _classes(element: Element) -> set[str]:
    return set((element.get("class") or "").lower().split())


def code_text(element: Element) -> str:
    """The text as written: line breaks and indentation kept, no line break at either end."""
    parts: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, child in walker:
        if event == "end":
            if child is not element:
                _add_end(parts, child)
        elif child is element:
            _add_head(parts, child)
        elif _is_beside(child) or _is_out_of_reach(child):
            walker.skip_subtree()
        else:
            if child.tag == "br" or child.tag in _LINE_TAGS:
                _end_line(parts, always=child.tag == "br")
            _add_head(parts, child)
    text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return text.strip("\n").rstrip()


def _add_head(parts: list[str], element: Element) -> None:
    """Add the text at the head of an element."""
    if element.text and not (element.tag in _TABLE_TAGS and element.text.isspace()):
        parts.append(element.text)


def _add_end(parts: list[str], child: Element) -> None:
    """Add the line break at the end of an element inside of code, if there is one, and the text behind it."""
    if child.tag in _LINE_TAGS:
        _end_line(parts, always=child.tag == "tr" and not (child.text or len(child)))
    elif child.tag in _LINES_BY_STYLE and _is_unended_line(child):
        _end_line(parts, always=not (child.text or len(child)))
    if child.tail and not (child.tag in _IN_TABLES and child.tail.isspace()):
        parts.append(child.tail)


def _is_unended_line(span: Element) -> bool:
    """Whether a <span> or <code> is a line by style alone: the next one follows without a line feed."""
    following = span.getnext()
    if span.tail or following is None or following.tag != span.tag:
        return False
    around = span.getparent()
    is_known = span.tag == "code" or ("id" in span.attrib and "id" in following.attrib)  # WeChat, Medium
    if is_known and around is not None and around.tag == "pre":
        return True
    is_called_line = not _LINE_CLASSES.isdisjoint(classes_of(span)) or "data-line" in span.attrib
    return is_called_line or "display:block" in compact_style(span.get("style") or "")


def _end_line(parts: list[str], *, always: bool) -> None:
    if always or (parts and not parts[-1].endswith("\n")):
        parts.append("\n")


def _is_beside(element: Element) -> bool:
    """Whether an element in a code block is not code, but a line number, a copy button, ..."""
    if not isinstance(element.tag, str) or element.tag in _NOT_CODE_TAGS:
        return True
    stated = element.get("class")
    return stated is not None and not _BESIDE_CODE.isdisjoint(stated.lower().split())


def _is_out_of_reach(element: Element) -> bool:
    """Whether the style of an element keeps it from being selected: a line number or a prompt.

    Chroma writes such styles where no style sheet of its own is used.
    """
    style = element.get("style")
    return style is not None and _UNSELECTABLE.search(compact_style(style)) is not None


def code_language(element: Element) -> str:
    """The language of code, lower-cased, that an attribute on it, in it or around it states; "" if none."""
    for candidate in _candidates(element):
        for name in _ATTRIBUTES:
            stated = _language(candidate.get(name) or "")
            if stated and (name != "lang" or _is_no_human_language(stated)):
                return stated
        # SyntaxHighlighter reads this from a class, in Confluence from an attribute.
        params = candidate.get("data-syntaxhighlighter-params")
        classes = params or candidate.get("class") or ""
        for found in _LANGUAGE.finditer(classes):
            stated = _language(found[1])
            if stated:
                return stated
        if candidate.tag in ("code", "pre") and (named := _common(classes.lower().split())):
            return _language(named)
        stated = _beside(classes.lower().split())
        if stated:
            return stated
    return ""


def _is_no_human_language(name: str) -> bool:
    """Whether the value of ``lang``, which is meant for human languages, is likelier one of programs: the
    codes of human languages have two or three letters, and more behind a hyphen."""
    return name in COMMON or (len(name) > 3 and "-" not in name and "_" not in name)


def _candidates(element: Element) -> Iterator[Element]:
    """The elements whose attributes may name the language: this, some inside, and the nearest around."""
    yield element
    yield from islice(element.iterdescendants("code", "pre", "div"), _MOST_INSIDE)
    around = element.getparent()
    for _ in range(_MOST_AROUND):
        if around is None or around.tag in ("body", "article", "main"):
            return
        yield around
        around = around.getparent()


def _common(classes: list[str]) -> str:
    """A common language in the classes ``bash``, DokuWiki's ``code file bash`` or ``code-java``; else ""."""
    name = classes[-1].removeprefix("code-") if classes else ""
    return name if name in COMMON and set(classes[:-1]) <= {"code", "file"} else ""


def _beside(classes: list[str]) -> str:
    """The language in the classes ``hljs python``, ``sourceCode haskell`` or ``highlight js``; else ""."""
    if len(classes) < 2 or _BESIDE.isdisjoint(classes):
        return ""
    others = [name for name in classes if name not in _BESIDE and name.isalnum()]
    return _language(others[0]) if len(others) == 1 else ""


def _language(stated: str) -> str:
    name = stated.strip().lower().rstrip(";")
    return "" if name in _NOT_LANGUAGES or len(name) > _LONGEST_NAME else _SYNONYMS.get(name, name)
