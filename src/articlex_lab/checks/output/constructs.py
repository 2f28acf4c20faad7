"""``make constructs``: which constructs of a page survive in Markdown, by articlex and by other tools.

    python -m articlex_lab.checks.output.constructs [--write] [--show TOOL]

Each tool makes Markdown of ``fixtures/constructs/page.html``, which has all constructs; markdown-it-py parses
that, and the checks look at the result; they accept any Markdown or HTML that says the same. ``--write`` puts
the table into ``docs/figures.md``. Defuddle takes part where ``make`` could install it by npm.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.parse import unquote

from lxml import html as lxml_html

from articlex import __version__, extract
from articlex_lab.checks.output.markdown_shape import markdown_it_html
from articlex_lab.command import run_command
from articlex_lab.peers.engines import version_in_python
from articlex_lab.peers.node import FOLDER, installed_version
from articlex_lab.repository import FIGURES, FIXTURES
from articlex_lab.upkeep.readme import write_part

PAGE = FIXTURES / "constructs" / "page.html"
ADDRESS = "https://garden.example/notes/garden"


@dataclass(frozen=True, slots=True)
class Output:
    """The Markdown of a tool, and the tree of the HTML that a parser makes of it."""

    markdown: str
    tree: Any

    def find(self, path: str) -> list[Any]:
        """The elements that an XPath finds in the tree."""
        return list(self.tree.xpath(path))

    @property
    def text(self) -> str:
        """The text of the tree, with a single space for white space."""
        return " ".join(self.tree.text_content().split())


def output_of(markdown: str) -> Output:
    """The Markdown of a tool, parsed."""
    return Output(markdown, lxml_html.fragment_fromstring(markdown_it_html(markdown), create_parent="div"))


# The tools


def _articlex(source: str) -> str:
    return extract(source, url=ADDRESS).markdown


def _trafilatura(source: str) -> str:
    made = import_module("trafilatura").extract(
        source,
        url=ADDRESS,
        output_format="markdown",
        include_links=True,
        include_images=True,
        include_formatting=True,
        include_tables=True,
    )
    return str(made or "")


def _readability(source: str) -> str:
    document = import_module("readability").Document(source, url=ADDRESS)
    return str(import_module("markdownify").markdownify(document.summary()))


def _html_to_markdown(source: str) -> str:
    made = import_module("html_to_markdown").convert(source)
    return str(made.content)


def _defuddle(source: str) -> str:
    command = [str(FOLDER / "node_modules" / ".bin" / "defuddle"), "parse", str(PAGE), "--md"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def tools() -> dict[str, Callable[[str], str]]:
    """The tools that are installed, by name and version."""
    found: dict[str, Callable[[str], str]] = {f"articlex {__version__}": _articlex}
    for package, title, function in (
        ("trafilatura", "trafilatura", _trafilatura),
        ("markdownify", "readability-lxml + markdownify", _readability),
        ("html-to-markdown", "html-to-markdown", _html_to_markdown),
    ):
        if version := version_in_python(package):
            found[f"{title} {version}"] = function
    if version := installed_version("defuddle"):
        found[f"Defuddle {version}"] = _defuddle
    return found


# The checks

Check = Callable[[Output], bool]


def has(*paths: str) -> Check:
    """A check that each XPath finds something."""
    return lambda out: all(bool(out.find(path)) for path in paths)


def says(*texts: str) -> Check:
    """A check that each text is shown."""
    return lambda out: all(text in out.text for text in texts)


def lacks(*texts: str) -> Check:
    """A check that none of the texts is in the Markdown."""
    return lambda out: not any(text in out.markdown for text in texts)


def both(*checks: Check) -> Check:
    """A check that all of the checks hold."""
    return lambda out: all(check(out) for check in checks)


def either(*checks: Check) -> Check:
    """A check that one of the checks holds."""
    return lambda out: any(check(out) for check in checks)


def writes(*texts: str) -> Check:
    """A check that each text is in the Markdown, whatever its white space."""
    return lambda out: all("".join(t.split()) in "".join(out.markdown.split()) for t in texts)


def _cell(out: Output, word: str) -> Any | None:
    return next((c for c in out.find("//td | //th") if word in c.text_content()), None)


def _cell_breaks(first: str, second: str) -> Check:
    """A check that two texts are in one cell, on lines or in items of their own."""

    def check(out: Output) -> bool:
        cell = _cell(out, first)
        return cell is not None and second in cell.text_content() and bool(cell.xpath(".//br | .//li"))

    return check


def _links(*addresses: str) -> Check:
    return lambda out: set(addresses) <= {unquote(str(href)) for href in out.find("//a/@href")}


def _spanned(out: Output) -> bool:
    cell = _cell(out, "Together")
    if cell is None:
        return False
    return cell.get("colspan") == "2" or len(cell.getparent()) == 3


def _right(out: Output) -> bool:
    cell = _cell(out, "12")
    return cell is not None and "right" in (cell.get("style") or "") + (cell.get("align") or "")


def _code(language: str, text: str) -> Check:
    """A check that a code block has this text, nothing else, and this language."""

    def check(out: Output) -> bool:
        for block in out.find("//pre/code"):
            if block.text_content().strip("\n") == text:
                return f"language-{language}" in (block.get("class") or "")
        return False

    return check


_PYTHON = "def grow(bed):\n    if bed.dry:\n        return `None`"
_ITEM = "//ol/li[contains(., 'Fourth bed')]"
_SECTIONS = "count(//h2[starts-with(., 'Lists') or starts-with(., 'Tables') or starts-with(., 'Code')]) = 3"

CHECKS: dict[str, Check] = {
    "headline once, sections right below it": lambda out: (
        [e.text_content() for e in out.find("//h1")] == ["A garden of constructs"]
        and bool(out.tree.xpath(_SECTIONS))
    ),
    "emphasis, strong, deleted": has("//em[.='emphasis']", "//strong", "//del | //s"),
    "subscript, superscript": has("//sub[.='2']", "//sup[.='2']"),
    "marked text, keys": both(
        either(has("//mark"), writes("==marked ones==")), has("//kbd[.='C'] | //code[.='C']")
    ),
    "signs in prose are what they were": says(
        "snake_case_names, 2 * 3 * 4, a <tag>, AT&T, *stars* and `ticks`."
    ),
    "line break; a year at its start is no list": has("//p[br][contains(., '1986. A year')]"),
    "nested lists": has("//li[contains(., 'Third')]//li[contains(., 'herbs')]//ol/li[contains(., 'sage')]"),
    "a list that starts at 3": has("//ol[@start='3']"),
    "paragraphs and code in an item": has(f"{_ITEM}/p[2]", f"{_ITEM}//pre"),
    "task list": has("//li//input[@checked]", "//li//input[not(@checked)]"),
    "definition list": has("//dl/dt[contains(., 'Mulch')]", "//dl/dd[contains(., 'soil')]"),
    "table with its header": has("//th[.='Bed']", "//td[contains(., 'South')]"),
    "alignment of a column": _right,
    "list in a cell": _cell_breaks("dry spring", "late frost"),
    "line break in a cell": _cell_breaks("line one", "line two"),
    "pipe in a cell": lambda out: (
        (cell := _cell(out, "either")) is not None and cell.text_content().strip() == "either a|b or x|y"
    ),
    "column span": _spanned,
    "table caption": has("//caption[contains(., 'Harvest')] | //p[contains(., 'Harvest by year')]"),
    "code with language, without line numbers": _code("python", _PYTHON),
    "no copy button": both(lacks("Copy code"), says("def grow")),
    "inline code with backticks": has("//code[.='grow(\"`north`\")']"),
    "nested quotation": has("//blockquote//blockquote[contains(., 'Nor is')]"),
    "attribution of a quotation": has("//blockquote[contains(., 'Old proverb')]"),
    "lazy image in <picture>": has("//img[starts-with(@src, 'https://garden.example/notes/north')]"),
    "caption of a picture": says("The north bed in May"),
    "links absolute against <base>": _links(
        "https://garden.example/notes/maps/way (east).html", "https://garden.example/notes/#plan"
    ),
    "no javascript: link": both(lacks("javascript:"), says("this one")),
    "MathML": either(writes("$r=\\frac{v}{a\\cdot t}$"), writes("$r = \\frac{v}{a \\cdot t}$")),
    "KaTeX, once": both(writes("$e_0 \\cdot \\sqrt{t}$"), lacks("e0⋅√t")),
    "TeX in the text": writes("$k < 1$"),
    "MathJax, displayed": writes("$$\\sum_{i=1}^{n} w_i = W$$"),
    "details and summary": has("//details/summary[contains(., 'gardener')]"),
    "ruby": either(has("//ruby/rt"), writes("庭(にわ)")),
    "right-to-left text": says("גן"),
    "embedded video": has("//a[contains(@href, 'embed/7')] | //iframe[contains(@src, 'embed/7')]"),
    "footnote": both(writes("footnote.[^1]"), writes("[^1]: The footnote")),
    "no menu, no footer": both(lacks("About", "© The Test"), says("Every construct")),
}


def table() -> str:
    """The table in Markdown: a row for each construct, a column for each tool, and a row of sums."""
    source = PAGE.read_text(encoding="utf-8")
    found = tools()
    outputs = [output_of(tool(source)) for tool in found.values()]
    lines = [f"| construct | {' | '.join(found)} |", "|---" + "|:-:" * len(found) + "|"]
    sums = [0] * len(outputs)
    for name, check in CHECKS.items():
        kept = [check(out) for out in outputs]
        sums = [total + one for total, one in zip(sums, kept, strict=True)]
        shown = name.replace("<", "\\<")
        lines.append(f"| {shown} | {' | '.join('✓' if one else '·' for one in kept)} |")
    lines.append(f"| **of {len(CHECKS)}** | {' | '.join(f'**{total}**' for total in sums)} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table, and write it if asked to; or print the Markdown of one tool."""
    parser = argparse.ArgumentParser(description="Constructs of a page, kept and lost")
    parser.add_argument("--write", action="store_true", help="put the table into docs/figures.md")
    parser.add_argument("--show", metavar="TOOL", help="print the Markdown of the tool of that name")
    arguments = parser.parse_args()
    if arguments.show:
        found = [tool for name, tool in tools().items() if name.startswith(arguments.show)]
        if not found:
            parser.error(f"no tool begins with {arguments.show!r}; there: {', '.join(tools())}")
        sys.stdout.write(found[0](PAGE.read_text(encoding="utf-8")))
        return
    made = table()
    if arguments.write:
        write_part("constructs", made, FIGURES)
    sys.stdout.write(made + "\n")


if __name__ == "__main__":
    run_command(main)
