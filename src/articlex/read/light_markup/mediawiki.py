"""Wikitext, the markup of MediaWiki, to Markdown (https://www.mediawiki.org/wiki/Help:Formatting)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

from articlex.read.light_markup.inline_marks import Marks
from articlex.read.light_markup.markdown_rows import COUNTED, fenced, quoted
from articlex.read.light_markup.rows import closing, until
from articlex.read.light_markup.translation import Made, Markup, dropped, heading, rule
from articlex.regex import regex

#: Kinds of marks; a text that has _LEAST_KINDS of them is wikitext.
_KINDS = (
    regex(r"'''[^'\n]+'''"),
    regex(r"\[\[[^\[\]\n]+\]\]"),
    regex(r"^={2,6}[^=\n]+={2,6} *$", re.MULTILINE),
    regex(r"\{\{[^{}]*\}\}"),
    regex(r"<ref[ >]"),
)
_LEAST_KINDS = 3
#: How wikitext opens, and what a page is about: the first words in bold.
_OPENS = ("{{", "'''", "[[", "<!--", "__", "{|")
_SUBJECT = regex(r"'''([^'\n]{1,200})'''")
#: What is not text: comments, notes and galleries; and templates, the innermost of which go first.
_OTHER = "ref|gallery|timeline|score|imagemap|includeonly|mapframe|graph"
_GONE = regex(
    rf"<!--(?:(?!-->|<!--).)*+-->|<(?:ref|templatestyles|section)\b[^<>]*/>"
    rf"|<({_OTHER})\b[^<>]*(?<!/)>(?:(?!<(?:{_OTHER})\b|</\1>).)*+</\1>",
    re.DOTALL,
)
#: Elements whose content is no markup.
_KEPT = regex(
    r"<(syntaxhighlight|source|pre|nowiki|code|math)\b[^<>]*(?<!/)>(?:(?!</?\1\b).)*+</\1>", re.DOTALL
)
#: A template, with the blanks behind one that begins a row: they would set the row in.
_TEMPLATE = regex(r"(^)?\{\{([^{}]*)\}\}(?(1) *)", re.MULTILINE)
#: Templates that show the first of what they are given, the second (behind a language), or both: their names
#: on most wikis. All others are boxes, sources and remarks, for which it is not known what they show.
_FIRST = regex(
    r"(?:nowrap|nobr|small|big|abbr|tooltip|smallcaps|sup|sub|em|strong|code|mono|var|kbd|nihongo|ill|c?quote"
    r"|blockquote|ipa|angle|brackets|\"|仮リンク|読み仮名|ルビ|lang-[a-z-]{2,12}|convert|cvt|val)\Z"
)
_SECOND = regex(r"(?:lang|transl|transliteration|convert|cvt|val)\Z")
#: The names of what may be given by name.
_NAMED = regex(r"\s*(?:1|text)\s*=")
_DEEPEST = 12
#: A link to a page of the wiki, whose words stay, and any other: to a file, a category, or another language.
#: Links in captions go with the first pattern, so that the second finds none inside.
_PAGE_LINK = regex(r"\[\[(?::[^\[\]|\n]*\||(?:[^\[\]|\n:]|: )+\|)?([^\[\]|\n:]+(?:: [^\[\]|\n]*)?)\]\]")
_OTHER_LINK = regex(r"\[\[[^\[\]]*\]\]")
#: A link with words to a page of another kind within a text: no file, and no category, which has a row of its
#: own.
_WORDED_LINK = regex(r"\[\[[^\[\]|\n]*:[^\[\]|\n.]*\|([^\[\]|\n]+)\]\]")
_TAG = regex(
    r"</?(?:div|span|small|big|center|u|p|poem|references|noinclude|onlyinclude|ins|kbd|var|font|samp|dfn|bdi"
    r"|cite|abbr|li|ul|ol)\b[^<>]*>"
)
_PUT_ASIDE = regex(r"\0(\d+)\0")
_BOLD, _SLANTED = regex(r"</?(?:b|strong)>"), regex(r"</?(?:i|em)>")
_MARKS = Marks(
    ("address label", r"\[((?:https?:)?//[^\s\[\]]+|mailto:[^\s\[\]]+)(?: ([^\[\]\n]*))?\]"),
    ("broken", r"(<br ?/?>)"),
    ("plain", r"<nowiki>([^<>\n]+)</nowiki>"),
    ("code", r"<(?:code|tt)>([^<>\n]+)</(?:code|tt)>"),
    ("lowered", r"<sub>([^<>\n]+)</sub>"),
    ("raised", r"<sup>([^<>\n]+)</sup>"),
    ("deleted", r"<(?:s|del)>([^<>\n]+)</(?:s|del)>"),
    ("displayed", r"<math display=[^<>]*>\s*([^<>]{1,400}?)\s*</math>"),
    ("formula", r"<math\b[^<>]*>([^\n]{1,400}?)</math>"),
    ("both", r"'{5}([^'\n]+)'{5}"),
    ("strong", r"'''([^'\n]+(?:'{1,2}[^'\n]+){0,20})'''"),
    ("emphasis", r"''([^'\n]+(?:'[^'\n]+){0,20})''"),
)
_CODE = regex(r"<(syntaxhighlight|source|pre)\b(?:[^<>]*?lang=[\"']?([\w+#-]+))?[^<>]*>(.*)")
_CELL = regex(r"\|\||!!")


def mediawiki(rows: Sequence[str]) -> str | None:
    """The Markdown of wikitext, which opens with a mark and has several kinds of them; else None."""
    first = next((row for row in rows if row.strip()), "")
    if not first.startswith(_OPENS) and not _SUBJECT.search(first):
        return None
    source = "\n".join(rows)
    if sum(kind.search(source) is not None for kind in _KINDS) < _LEAST_KINDS:
        return None
    source = _prepared(source)
    subject = _SUBJECT.search(source)
    metas = {"title": [subject[1]]} if subject else {}
    return _WIKI.document("", metas, _WIKI.translated(source.split("\n")))


def _prepared(source: str) -> str:
    """``source`` without templates, elements, notes and links to what is no text, but for what is in code."""
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return f"\0{len(kept) - 1}\0"

    source = _GONE.sub("", _KEPT.sub(put_aside, source.replace("\0", "")))
    for _ in range(_DEEPEST):
        source, found = _TEMPLATE.subn(_of_template, source)
        if not found:
            break
    source = _OTHER_LINK.sub("", "\n".join(map(_with_words, _PAGE_LINK.sub(r"\1", source).split("\n"))))
    source = _SLANTED.sub("''", _BOLD.sub("'''", _TAG.sub("", source)))
    return _PUT_ASIDE.sub(lambda found: kept[int(found[1])], source)


def _of_template(found: re.Match[str]) -> str:
    """What a template shows of what it is given; nothing for most."""
    name, *given = found[2].split("|")
    words = [each.strip() for each in (_NAMED.sub("", each) for each in given) if "=" not in each]
    shown = [kind.match(name.strip().casefold()) is not None for kind in (_FIRST, _SECOND)]
    return " ".join(compress(words, shown))


def _with_words(row: str) -> str:
    """``row`` with the words of its links to pages of another kind, if there are other words beside them."""
    return _WORDED_LINK.sub(r"\1", row) if "[[" in row and _OTHER_LINK.sub("", row).strip() else row


def _item(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A list item, a term, or a definition, which without a term before it is an indented paragraph."""
    sign, text = found[1][-1], found[2]
    if sign == ";":
        term, _, told = text.partition(" : ")
        definition = [f": {markup.marked(told.strip())}"] if told else []
        return Made(["", markup.marked(term.strip()), *definition], place + 1)
    shown = markup.marked(text)
    if sign == ":" and found[1][0] in "*#":  # goes on with an item
        return Made(["", f"{'   ' * (len(found[1]) - 1)}{shown}", ""], place + 1)
    if sign == ":":
        defines = place and rows[place - 1].startswith(";")
        return Made([f": {shown}"] if defines else ["", shown, ""], place + 1)
    return Made([f"{'   ' * (len(found[1]) - 1)}{'-' if sign == '*' else COUNTED} {shown}"], place + 1)


def _quotation(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    inner, end = _up_to("</blockquote>", found[1], rows, place)
    return Made(quoted(markup.inner(inner.strip().split("\n"))), end) if end else None


def _up_to(tag: str, first: str, rows: Sequence[str], place: int) -> tuple[str, int]:
    """The text from ``first``, the rest of the row at ``place``, up to an end tag, and the place below it;
    "" and 0 if nothing closes it."""
    end = closing(rows, place, lambda row: row.endswith(tag))
    if end is None:
        return "", 0
    return "\n".join((first, *rows[place + 1 : end + 1])).rstrip().removesuffix(tag), end + 1


def _indented(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """Rows behind a space, which are shown as they are."""
    end = until(rows, place, lambda row: not row.startswith(" "))
    return Made(fenced([row[1:] for row in rows[place:end]]), end)


def _code(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    inner, end = _up_to(f"</{found[1]}>", found[3], rows, place)
    return Made(fenced(inner.split("\n"), found[2] or ""), end) if end else None


def _table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A table: "|-" begins a row, "|" and "!" a cell, whose text may follow attributes and another "|"."""
    end = closing(rows, place + 1, lambda row: row.startswith("|}"))
    if end is None:
        return None
    cells: list[list[str]] = [[]]
    head = False
    title: list[str] = []
    for row in map(str.strip, rows[place + 1 : end]):
        if row.startswith("|+"):
            title = ["", markup.marked(row.rpartition("|+")[2].rpartition("|")[2].strip())]
        elif row.startswith("|-"):
            cells.append([])
        elif row[:1] in ("|", "!"):
            head = head or (row[0] == "!" and len(cells) <= 2)
            cells[-1] += [piece.rpartition("|")[2].strip() for piece in _CELL.split(row[1:])]
        elif row and cells[-1]:
            cells[-1][-1] += f" {row}"
    return Made([*title, *markup.table([row for row in cells if row], head)], end + 1)


_WIKI = Markup(
    (
        (regex(r"(={2,6}) *([^=\s](?:.{0,300}[^=\s])?) *=+ *\Z"), heading),
        (_CODE, _code),
        (regex(r"\{\|"), _table),
        (regex(r"([*#:;]{1,6}) *(\S.*)"), _item),
        (regex(r"<blockquote\b[^<>]*>(.*)"), _quotation),
        (regex(r"-{4,}\Z"), rule),
        (regex(r" \S"), _indented),
        (regex(r"__[A-Z]+__\Z|\|\}"), dropped),
    ),
    _MARKS,
)
