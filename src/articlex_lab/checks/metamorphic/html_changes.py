"""Ways to write the same page differently, by their names.

Those of ``SPELLINGS`` are nothing that an HTML parser hands on. Those of ``FORMS`` give another tree, or
other bytes, in which a reader sees the same page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from html.entities import codepoint2name

from articlex_lab.checks.metamorphic.html_pieces import Piece, pieces

_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
#: A value of an attribute that needs no quotation marks.
_BARE = re.compile(r"[^\s\"'=<>`]*[^\s\"'=<>`/]")
_STYLE_NAME = re.compile(r"(?:(?<=;)|^)\s*(?!mso-)[a-z][a-z-]*(?=\s*:)")
_DECLARATION = re.compile(r"(?i)<meta\b[^>]*\bcharset\b[^>]*>|\A\s*<\?xml[^>]*\?>")
_HEAD, _BODY = re.compile(r"(?i)<head\b[^>]*>"), re.compile(r"(?i)<body\b[^>]*>")
_BODY_END = re.compile(r"(?i)(?:</body\s*>)?\s*(?:</html\s*>)?\s*\Z")
#: Elements at whose edges white space is not shown.
_BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p "
    "section summary table tbody td template tfoot th thead title tr ul".split()
)
#: Elements whose end tag may be left out, and the elements before whose start, or after whose end, it is.
_OPTIONAL_ENDS = {
    "li": ("li", "ul ol"),
    "td": ("td th", "tr table"),
    "tr": ("tr tbody tfoot", "table tbody thead tfoot"),
    "dt": ("dt dd", ""),
    "dd": ("dt dd", "dl"),
    "p": (
        "blockquote div dl form h1 h2 h3 h4 h5 h6 hr ol p pre table ul",
        "article blockquote body div li td",
    ),
}


def _mapped(source: str, change: Callable[[Piece], str]) -> str:
    return "".join(map(change, pieces(source)))


def _tag(piece: Piece, name: str, attributes: Iterable[tuple[str, str | None]], blank: str = " ") -> str:
    """The start tag of ``piece`` with other names; the values of ``attributes`` are as they are to be."""
    stated = "".join(
        f"{blank}{key}" if value is None else f"{blank}{key}={value}" for key, value in attributes
    )
    return f"<{name}{stated}{piece.closing}>"


def _quoted(value: str | None, mark: str = '"') -> str | None:
    return value if value is None else f"{mark}{value.replace(mark, f'&#{ord(mark)};')}{mark}"


def _with_values(source: str, quoted: Callable[[str | None], str | None], blank: str = " ") -> str:
    """The page with the values of its attributes as ``quoted`` writes them."""

    def change(piece: Piece) -> str:
        stated = [(name, quoted(value)) for name, value in piece.attributes]
        return _tag(piece, piece.name, stated, blank) if piece.kind == "start" else piece.source

    return _mapped(source, change)


def capitals(source: str) -> str:
    def change(piece: Piece) -> str:
        stated = ((name.upper(), _quoted(value)) for name, value in piece.attributes)
        names = {"start": _tag(piece, piece.name.upper(), stated), "end": f"</{piece.name.upper()}>"}
        return names.get(piece.kind, piece.source)

    return _mapped(source, change)


def single_quotation_marks(source: str) -> str:
    return _with_values(source, lambda value: _quoted(value, "'"))


def without_quotation_marks(source: str) -> str:
    return _with_values(source, lambda value: value if value and _BARE.fullmatch(value) else _quoted(value))


def attributes_on_lines(source: str) -> str:
    return _with_values(source, lambda value: None if value is None else f" {_quoted(value)}", "\n  ")


def attributes_reversed(source: str) -> str:
    def change(piece: Piece) -> str:
        first = {name.lower(): (name, _quoted(value)) for name, value in reversed(piece.attributes)}
        return _tag(piece, piece.name, first.values()) if piece.kind == "start" else piece.source

    return _mapped(source, change)


def style_names_in_capitals(source: str) -> str:
    """As Internet Explorer writes them, but for the names that it does not know."""

    def change(piece: Piece) -> str:
        stated = [
            (name, _quoted(_STYLE_NAME.sub(_in_capitals, value) if value and name == "style" else value))
            for name, value in piece.attributes
        ]
        return _tag(piece, piece.name, stated) if piece.kind == "start" else piece.source

    return _mapped(source, change)


def _in_capitals(name: re.Match[str]) -> str:
    return name[0].upper()


def _with_references(source: str, reference: Callable[[int], str]) -> str:
    def change(piece: Piece) -> str:
        is_html = piece.kind in ("text", "start") or piece.name in ("title", "textarea", "pre")
        return (
            _BEYOND_ASCII.sub(lambda found: reference(ord(found[0])), piece.source)
            if is_html
            else piece.source
        )

    return _mapped(source, change)


def decimal_references(source: str) -> str:
    return _with_references(source, "&#{};".format)


def named_references(source: str) -> str:
    return _with_references(
        source, lambda code: f"&{codepoint2name[code]};" if code in codepoint2name else chr(code)
    )


def carriage_returns(source: str) -> str:
    return re.sub("\r\n?|\n", "\r\n", source)


def minified(source: str) -> str:
    kept = [piece for piece in pieces(source) if not piece.source.startswith("<!--")]
    edges = [Piece("", "other"), *kept, Piece("", "other")]
    return "".join(
        _collapsed(before, piece, after) if piece.kind == "text" else piece.source
        for before, piece, after in zip(edges, kept, edges[2:], strict=False)
    )


def _collapsed(before: Piece, text: Piece, after: Piece) -> str:
    """A text with one blank for each white space, and none at the edge of a block."""
    short = re.sub(r"[ \t\r\n\f]+", " ", text.source)
    short = short.lstrip(" ") if before.name in _BLOCKS else short
    return short.rstrip(" ") if after.name in _BLOCKS else short


def indented(source: str) -> str:
    def change(piece: Piece) -> str:
        if piece.kind == "text":
            return re.sub(r"(?<=\S) (?=\S)", "\n        ", piece.source)
        is_block = piece.kind in ("start", "end") and piece.name in _BLOCKS - {"pre", "title", "head", "html"}
        return f"\n      {piece.source}\n      " if is_block else piece.source

    return _mapped(source, change)


def _in_body(source: str, change: Callable[[str], str]) -> str:
    """The page with what ``change`` makes of the content of its body."""
    begin, end = _BODY.search(source), _BODY_END.search(source)
    first, last = begin.end() if begin else 0, end.start() if end else len(source)
    return source[:first] + change(source[first:last]) + source[last:]


def comments_between_words(source: str) -> str:
    def change(piece: Piece) -> str:
        is_text = piece.kind == "text"
        return (
            re.sub(r"(?<=\S) (?=\S)", " <!-- a <b>note</b> --> ", piece.source) if is_text else piece.source
        )

    return _in_body(source, lambda body: _mapped(body, change))


def end_tags_left_out(source: str) -> str:
    kept = [*pieces(source), Piece("", "other")]
    telling = [each for each in kept if each.source.strip() and not each.source.startswith("<!--")]
    following = iter(telling[1:])
    after = {id(each): next(following, kept[-1]) for each in telling}
    return "".join(each.source for each in kept if not _may_be_left_out(each, after.get(id(each), each)))


def _may_be_left_out(tag: Piece, after: Piece) -> bool:
    if tag.kind != "end":
        return False
    starts, ends = _OPTIONAL_ENDS.get(tag.name, ("", ""))
    named = {"start": starts, "end": ends}.get(after.kind, "")
    return tag.name in ("body", "html") or after.name in named.split()


def scripts_between_paragraphs(source: str) -> str:
    added = '<script>push("<div>1</div>");</script><div></div><img src="/t.gif" width=1 height=1 alt="">'
    return re.sub(r"(?i)(</p>\s*)(?=<p\b)", rf"\1{added}", source)


def spans_in_paragraphs(source: str) -> str:
    return re.sub(r"(?i)(<p(?:\s[^<>]*)?>)([^<>]+)(?=</p>)", r"\1<span>\2</span>", source)


def in_noscript(source: str) -> str:
    return _in_body(source, lambda body: f'<div id="app"></div><noscript>{body}</noscript>')


def in_shadow_tree(source: str) -> str:
    return _in_body(
        source, lambda body: f'<x-page><template shadowrootmode="open">{body}</template></x-page>'
    )


def in_page_form(source: str) -> str:
    """As ASP.NET has it around each page."""
    state = '<div><input type="hidden" name="__VIEWSTATE" value="/wEP"></div>'
    return _in_body(source, lambda body: f'<form method="post" id="aspnetForm">{state}{body}</form>')


def behind_a_warning(source: str) -> str:
    """As PHP writes it before all else."""
    return f"<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/x.php</b> on line <b>3</b><br />\n{source}"


def without_document(source: str) -> str:
    return re.sub(r"(?i)<!doctype[^>]*>|</?(?:html|head|body)\b[^>]*>", "", source)


def cut_off(source: str) -> str:
    return _BODY_END.sub('<div class="foo', source)


def from_html5_parser(source: str) -> str:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(source).html or ""


def no_break_spaces(source: str) -> str:
    return _in_text(source, lambda text: re.sub(r"(\w \w+) (?=\w)", "\\1\xa0", text))


def soft_hyphens(source: str) -> str:
    return _in_text(
        source, lambda text: re.sub(r"(?<![&#\w])([^\W\d_]{4})(?=[^\W\d_]{4,}(?!\w*;))", "\\1\xad", text)
    )


def _in_text(source: str, change: Callable[[str], str]) -> str:
    return _mapped(source, lambda piece: change(piece.source) if piece.kind == "text" else piece.source)


def undeclared(source: str) -> str:
    return _DECLARATION.sub("", source)


def declared(source: str, charset: str) -> str:
    """The page with nothing but ``charset`` for a declaration."""
    plain = undeclared(source)
    head = _HEAD.search(plain)
    place = head.end() if head else 0
    return f'{plain[:place]}<meta charset="{charset}">{plain[place:]}'


def with_byte_order_mark(source: str) -> bytes:
    return b"\xef\xbb\xbf" + source.encode()


def in_utf_16(source: str) -> bytes:
    return source.encode("utf-16")


SPELLINGS: dict[str, Callable[[str], str]] = {
    change.__name__: change
    for change in (
        *(
            capitals,
            single_quotation_marks,
            without_quotation_marks,
            attributes_on_lines,
            attributes_reversed,
        ),
        *(style_names_in_capitals, decimal_references, named_references, carriage_returns),
    )
}
FORMS: dict[str, Callable[[str], str | bytes]] = {
    **{
        change.__name__: change
        for change in (
            *(minified, indented, comments_between_words, end_tags_left_out, scripts_between_paragraphs),
            *(spans_in_paragraphs, in_noscript, in_shadow_tree, in_page_form, without_document, cut_off),
            *(
                behind_a_warning,
                from_html5_parser,
                no_break_spaces,
                soft_hyphens,
                undeclared,
                with_byte_order_mark,
                in_utf_16,
            ),
        )
    },
    **{
        f"declared as {charset}": partial(declared, charset=charset)
        for charset in ("iso-8859-1", "windows-1251", "iso-8859-7", "gb2312", "shift_jis")
    },
}
