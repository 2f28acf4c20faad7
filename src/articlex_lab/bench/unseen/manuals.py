"""Word F1 on manuals of many generators and languages, whose markup says where the text is, and on which no
model was fitted.

    apt-get download PACKAGES
    for file in *.deb; do dpkg-deb -x "$file" FOLDER; done
    python -m articlex_lab.bench.unseen.manuals FOLDER [--pages 20] [--form html|text] [--peers] [--worst 3]

PACKAGES are the Debian packages that ``manuals.toml`` names, FOLDER has their files. Gold is the text of the
elements that ``manuals.toml`` calls the main content of a manual, without the headline. Prints for each
manual the mean precision, recall and word F1 over a sample of its pages, and the F1 of the peers.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree, html

from articlex_lab.bench.unseen.agreement import Result, answers, command_line, engines_of, in_form, table
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import stable_hash
from articlex_lab.peers.engines import Engine, Source

#: Bytes of a page: smaller ones only lead to another page, larger ones are indexes and books in one page.
_LEAST, _MOST = 2_000, 300_000
#: Characters of gold that a page has to have.
_LEAST_GOLD = 150
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
#: Elements within a line; at the start and the end of all others words end.
_INLINE = frozenset(
    "a abbr b bdi big cite code em font i kbd mark q s samp small span strong sub sup tt u var".split()
)


@dataclass(frozen=True, slots=True)
class Manual:
    """Where the pages of a manual are (globs), the XPath of its main content, and that of what in it is not
    gold."""

    name: str
    package: str
    pages: Sequence[str]
    main: str
    without: str


def manuals() -> list[Manual]:
    """The manuals that ``manuals.toml`` describes."""
    described = tomllib.loads(Path(__file__).with_name("manuals.toml").read_text("utf-8"))
    return [Manual(**entry) for entry in described["manual"]]


def sample(manual: Manual, folder: Path, count: int) -> list[Path]:
    """``count`` pages of a manual, always the same."""
    paths = {path for pattern in manual.pages for path in folder.glob(pattern) if path.is_file()}
    sized = (path for path in paths if _LEAST <= path.stat().st_size <= _MOST)
    return sorted(sized, key=lambda path: stable_hash(str(path.relative_to(folder))))[:count]


def gold_text(page: bytes, manual: Manual) -> str:
    """The text of a page by the markup of its manual; "" where there is none, or hardly any."""
    try:
        tree = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8", remove_comments=True))
    except etree.ParserError:
        return ""
    for element in _found(tree, f"//script | //style | {manual.without}"):
        if element.getparent() is not None:
            element.drop_tree()
    found = _found(tree, manual.main)
    headline = _headline(tree, found)
    if headline is not None:
        headline.drop_tree()
    outer = [element for element in found if not any(around in found for around in element.iterancestors())]
    text = "\n".join("".join(_pieces(element)) for element in outer)
    return text if len(text.strip()) >= _LEAST_GOLD else ""


def _headline(tree: html.HtmlElement, main: Sequence[html.HtmlElement]) -> html.HtmlElement | None:
    """The first h1, if the main content has it; else the heading of any level with which that begins."""
    h1 = next(iter(_found(tree, "//h1")), None)
    if h1 is not None and any(around in main for around in h1.iterancestors()):
        return h1
    for element in main[0].iter() if main else ():
        if element.tag in _HEADINGS:
            return element
        if (element.text or "").strip():
            return None
    return None


def _found(tree: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    found = tree.xpath(path)
    return [node for node in found if isinstance(node, html.HtmlElement)] if isinstance(found, list) else []


def _pieces(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element in pieces, with line breaks around elements that are not within a line."""
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag not in _INLINE:
            yield "\n"
        if event == "start":
            yield node.text or ""
        if event == "end" and node is not element:
            yield node.tail or ""


def measure(manual: Manual, folder: Path, count: int, form: str, engines: Sequence[Engine]) -> Result:
    """The result of ``engines`` on up to ``count`` pages in ``form``, "html" or "text"."""
    result = Result()
    for path in sample(manual, folder, count):
        page = path.read_bytes()
        gold = gold_text(page, manual)
        if gold:
            source = Source(in_form(page, form, len(result.paths)))
            result.add(path, gold, answers(engines, source))
    return result


def main() -> None:
    """Print the table, and the worst pages of each manual."""
    options = command_line(__doc__ or "", "manual", 20).parse_args()
    engines = engines_of(options)
    named = {
        manual.name: measure(manual, options.folder, options.pages, options.form, engines)
        for manual in manuals()
    }
    worst = (line for result in named.values() for line in result.worst(options.worst))
    sys.stdout.write("\n".join([table(named, engines, "manual"), *worst]) + "\n")


if __name__ == "__main__":
    run_command(main)
