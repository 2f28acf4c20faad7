"""``make structure``: whether words stand in Markdown in the element that they stand in on the page.

    python -m articlex_lab.checks.output.source_structure [--corpus NAME,NAME] [--sample 20] [--worst 5]

Both the page and the HTML that markdown-it-py makes of the Markdown are read in the same simple way: their
words in order, each with the nearest element around it that says what it is, and the paragraph that it is of.
The two sequences are aligned. Word F1 does not see what is printed here: of the words in each element of the
page, which share stands in the like in Markdown; whether paragraphs come out whole; and where words lost or
gained the space between them. Markup that only lays the page out (items around whole articles, tables of
columns, headings in cards) is not told from what means something: read the worst pages.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from lxml import etree
from lxml import html as lxml_html

from articlex import extract
from articlex.errors import ArticlexError
from articlex.page import Form
from articlex_lab.checks.output.markdown_shape import markdown_it_html, parsed
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.tables import render

#: A letter of a script without spaces counts as a word, and so does each sign.
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_WORD = re.compile(rf"{_WIDE.pattern}|[^\W_\u3040-\u30ff\u3400-\u9fff]+|[^\w\s]")
_ELEMENTS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("dt", "dd"), "definition"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "li": "item",
    "blockquote": "quotation",
    "pre": "code",
}
_BLOCKS = frozenset(
    """address article aside body center details div dl fieldset figure footer form header hr html legend main
    nav ol p section summary table tbody tfoot thead tr ul""".split()
).union(_ELEMENTS)
_UNREAD = frozenset(("head", "noscript", "script", "style", "svg", "template", "textarea"))
_TEXT = "paragraph"
#: Words in a row that are sought in the other text first: one alone is often found where it does not belong.
_IN_A_ROW = 3


class Word(NamedTuple):
    """A word or a sign: the element that it stands in, the number of its paragraph, whether it is in italics,
    and whether white space is before it."""

    text: str
    element: str
    paragraph: int
    is_slanted: bool
    is_spaced: bool


class Places(NamedTuple):
    """A word of the Markdown beside that of the page with which it is aligned, by their numbers."""

    written: int
    source: int


@dataclass(slots=True)
class Structure:
    """What became of the structure of pages.

    ``words`` counts (element on the page, element in Markdown); ``paragraphs`` those of the page by what they
    are in Markdown: whole, cut (words are missing), split, joined; ``spaces`` those that are lost and gained.
    ``astray`` are words of the Markdown that the page does not have at their place.
    """

    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    paragraphs: Counter[str] = field(default_factory=Counter)
    spaces: Counter[str] = field(default_factory=Counter)
    astray: int = 0

    def add(self, other: Structure) -> None:
        """Count what ``other`` has as well."""
        self.words += other.words
        self.paragraphs += other.paragraphs
        self.spaces += other.spaces
        self.astray += other.astray


def words_of(root: Any) -> list[Word]:
    """The words of a tree of HTML in order."""
    found: list[Word] = []
    around = [(_TEXT, False)]
    paragraph, breaks, is_spaced = 0, 0, True

    def read(text: str) -> None:
        nonlocal breaks, is_spaced
        element, is_slanted = around[-1]
        breaks = 0 if text.strip() else breaks
        end = 0
        for match in _WORD.finditer(text):
            is_spaced = is_spaced or match.start() > end
            last = found[-1].text if found and not is_spaced else ""
            if _is_of_letters(last) and _is_of_letters(match[0]):  # in two elements: "<b>R</b>ain"
                found[-1] = found[-1]._replace(text=last + match[0])
            else:
                found.append(Word(match[0], element, paragraph, is_slanted, is_spaced))
            is_spaced, end = False, match.end()
        is_spaced = is_spaced or end < len(text)

    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag
        breaks += tag == "br" and event == "start"
        if tag in _BLOCKS or breaks > 1:
            paragraph += 1
        is_spaced = is_spaced or tag in _BLOCKS or tag == "br"
        if event == "start":
            kind, is_slanted = around[-1]
            around.append((_element(element) or kind, is_slanted or tag in ("cite", "em", "i")))
            if tag not in _UNREAD:
                read((element.text or "").replace("\u00ad", ""))
            else:
                walk.skip_subtree()
        else:
            if event == "end":
                around.pop()
            read((element.tail or "").replace("\u00ad", "") if element is not root else "")
    return [word for _, words in groupby(found, _paragraph) for word in _captions(list(words))]


def _is_of_letters(text: str) -> bool:
    return text.isalnum() and _WIDE.match(text) is None


def _paragraph(word: Word) -> int:
    return word.paragraph


def _captions(words: list[Word]) -> list[Word]:
    """The words of a paragraph; Markdown writes a caption as one that is for the most part in italics."""
    may_be = words[0].element in (_TEXT, "item")  # a picture may stand in an item
    is_caption = may_be and 2 * sum(word.is_slanted for word in words) > len(words)
    return [word._replace(element="caption") for word in words] if is_caption else words


def _element(element: Any) -> str:
    """What an element is, "" for one that says nothing: a cell with blocks in it lays the page out."""
    kind = _ELEMENTS.get(element.tag, "")
    is_layout = kind == "cell" and any(inner.tag in _BLOCKS for inner in element.iterdescendants())
    return "" if is_layout else kind


def align(written: Sequence[Word], source: Sequence[Word]) -> list[Places]:
    """The words of the Markdown that are on the page in the same order: rows of some words first, then words
    between those."""
    places: list[Places] = []
    ends = [*_rows(written, source), (len(written), len(source), 0)]
    i = j = 0
    for first, other, size in ends:
        between = SequenceMatcher(None, _texts(written[i:first]), _texts(source[j:other]), autojunk=False)
        for one in between.get_matching_blocks():
            places += [Places(i + one.a + n, j + one.b + n) for n in range(one.size)]
        places += [Places(first + n, other + n) for n in range(size)]
        i, j = first + size, other + size
    return places


def _rows(written: Sequence[Word], source: Sequence[Word]) -> Iterator[tuple[int, int, int]]:
    """(place in the Markdown, place on the page, length) of the words that are the same in a row."""
    one, other = (
        list(zip(*(_texts(side)[n:] for n in range(_IN_A_ROW)), strict=False)) for side in (written, source)
    )
    i = j = 0
    for match in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
        if match.size:
            skip = max(0, i - match.a, j - match.b)  # the rows of two matches may overlap
            size = match.size + _IN_A_ROW - 1
            if skip < size:
                yield match.a + skip, match.b + skip, size - skip
                i, j = match.a + size, match.b + size


def _texts(words: Iterable[Word]) -> list[str]:
    return [word.text for word in words]


def compare(markdown: str, source: Any) -> Structure:
    """The structure of a page, of which ``source`` is the tree, in the ``markdown`` of its body."""
    written, read = words_of(parsed(markdown_it_html(markdown))), words_of(source)
    places = align(written, read)
    found = Structure(astray=len(written) - len(places))
    found.words.update((read[at.source].element, written[at.written].element) for at in places)
    found.paragraphs.update(_paragraphs(written, read, places))
    for pair in pairwise(places):
        more = _more_spaces(written, read, *pair)
        found.spaces.update({"gained": max(0, more), "lost": max(0, -more)})
    return found


def _more_spaces(written: Sequence[Word], source: Sequence[Word], before: Places, at: Places) -> int:
    """How many spaces more the Markdown has than the page from one aligned word to the next, if letters and
    signs between them are the same."""
    ours, theirs = written[before.written + 1 : at.written + 1], source[before.source + 1 : at.source + 1]
    if "".join(_texts(ours)) != "".join(_texts(theirs)):
        return 0
    return sum(word.is_spaced for word in ours) - sum(word.is_spaced for word in theirs)


def _paragraphs(written: Sequence[Word], source: Sequence[Word], places: Iterable[Places]) -> Iterator[str]:
    """What became of each paragraph of the page that is in the Markdown at least in part; code has none."""
    sizes = Counter(word.paragraph for word in source if word.element != "code")
    kept: Counter[int] = Counter()
    parts: dict[int, set[int]] = {}
    sources: dict[int, set[int]] = {}
    for at in places:
        number, other = source[at.source].paragraph, written[at.written].paragraph
        if number not in sizes:
            continue
        kept[number] += 1
        parts.setdefault(number, set()).add(other)
        sources.setdefault(other, set()).add(number)
    for number, others in parts.items():
        if kept[number] < sizes[number]:
            yield "cut"
        elif len(others) > 1:
            yield "split"
        else:
            yield "joined" if len(sources[min(others)]) > 1 else "whole"


def tree_of(source: bytes, encoding: str) -> Any:
    """The tree of a page, None for one without any element."""
    text = source.decode(encoding or "utf-8", "replace").replace("\0", "")
    return lxml_html.document_fromstring(
        text.encode(), parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    )


def body_of(markdown: str, title: str | None) -> str:
    """The Markdown without the headline above it."""
    return markdown.partition("\n")[2] if title and markdown.startswith("# ") else markdown


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--corpus", help="names, separated by commas (default: all)")
    parser.add_argument("--sample", type=int, default=20, help="pages of a kind (0: all)")
    parser.add_argument("--worst", type=int, default=5, help="pages to name for each confusion")
    arguments = parser.parse_args()
    found: dict[str, Structure] = {}
    for record in annotated.chosen(arguments.corpus, arguments.sample):
        source = record.read()
        try:
            article = extract(source, url=record.url)
        except ArticlexError:
            continue
        if article.body and article.page.form is Form.HTML:
            markdown = body_of(article.markdown, article.title)
            found[record.name] = compare(markdown, tree_of(source, article.page.encoding))
    sys.stdout.write(report(found, arguments.worst))


def report(found: Mapping[str, Structure], worst: int) -> str:
    """The table of the elements of all pages, and the ``worst`` pages of each confusion."""
    total = Structure()
    for one in found.values():
        total.add(one)
    rows, pages = [], []
    for element in sorted({element for element, _ in total.words}):
        others = Counter({to: count for (of, to), count in total.words.items() if of == element})
        wrong = [(to, count) for to, count in others.most_common() if to != element]
        elsewhere = ", ".join(f"{to} {count}" for to, count in wrong)
        share = f"{others[element] / others.total():.4f}"
        rows.append([element, str(others.total()), share, elsewhere])
        for to, _ in wrong:
            most = Counter({name: one.words[element, to] for name, one in found.items()}).most_common(worst)
            named = " ".join(f"{name} {count}" for name, count in most if count)
            pages.append(f"{element} as {to}: {named}\n")
    table = render(["on the page", "words", "the like in Markdown", "elsewhere"], rows)
    sums = (
        f"{name}: " + ", ".join(f"{key} {count}" for key, count in sorted(counts.items()))
        for name, counts in (("paragraphs", total.paragraphs), ("spaces", total.spaces))
    )
    head = "\n".join([f"{len(found)} pages", "", table, "", *sums, f"words astray: {total.astray}", "", ""])
    return head + "".join(pages)


if __name__ == "__main__":
    run_command(main)
