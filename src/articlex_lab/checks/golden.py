"""The golden pages: what articlex makes of each page in ``fixtures/pages``, and what a reader wants of it.
Beside them, what ``articlex explain --html`` makes of the page in ``fixtures/explain``.

``python -m articlex_lab.checks.golden write`` (``make golden``) writes the ``expected.*`` files anew; whoever
runs it reads the diff. ``python -m articlex_lab.checks.golden check`` (``make wanted``) prints the claims of
the ``wanted.toml`` files that do not hold. Those are written by hand, never by a program. Their keys:

* ``contains``, ``absent``: phrases that must be in the output, or must not;
* ``first``, ``last``: how the first and the last block of the body begin;
* ``paragraphs``: the whole text of the body;
* ``date_published``, ``date_modified``: a day, or a day with its time;
* any other attribute of :class:`articlex.Article`: ``title``, ``authors``, ``language``, ``verdict``, ...
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from articlex import Article, Options, extract
from articlex.write.explain.account import account_of
from articlex.write.explain.report import explain_html
from articlex_lab.command import run_command
from articlex_lab.repository import FIXTURES

PAGES = FIXTURES / "pages"
REPORT = FIXTURES / "explain"
EXPECTED = ("expected.md", "expected.json", "expected.roles.tsv")

#: Strict: a stage that breaks its contract on a golden page raises.
OPTIONS = Options(strict=True)

#: Characters of a block that its line in ``expected.roles.tsv`` shows.
START = 60


@dataclass(frozen=True)
class GoldenPage:
    """One folder of ``fixtures/pages``."""

    folder: Path

    @cached_property
    def source(self) -> bytes:
        """The bytes of the page."""
        return next(self.folder.glob("source.*")).read_bytes()

    @cached_property
    def about(self) -> dict[str, Any]:
        """``page.toml``: the address of the page, its kind, and why it is here."""
        return tomllib.loads((self.folder / "page.toml").read_text("utf-8"))

    @cached_property
    def wanted(self) -> dict[str, Any]:
        """``wanted.toml``: what a careful reader expects."""
        return tomllib.loads((self.folder / "wanted.toml").read_text("utf-8"))

    @cached_property
    def article(self) -> Article:
        """What articlex makes of the page."""
        return extract(self.source, url=self.about["url"] or None, options=OPTIONS)

    def outputs(self) -> dict[str, str]:
        """Name and content of each ``expected.*`` file."""
        fields = self.article.to_dict()
        # The last digits depend on the version of numpy.
        fields["confidence"] = round(fields["confidence"], 2)
        record = json.dumps(fields, ensure_ascii=False, indent=2) + "\n"
        return dict(zip(EXPECTED, (self.article.markdown, record, roles(self.article)), strict=True))


def golden_pages() -> list[GoldenPage]:
    """All golden pages in the order of their names."""
    return [GoldenPage(folder) for folder in sorted(PAGES.iterdir()) if folder.is_dir()]


def report() -> str:
    """The report on the page of its own, without the style, of which a person sees in a browser what it is
    worth."""
    page = (REPORT / "source.html").read_bytes()
    document = explain_html(account_of(extract(page, options=OPTIONS)), "0")
    document = re.sub(r"<style>.*?</style>", "<style></style>", document, flags=re.DOTALL)
    return re.sub(r"sha256-[^']*", "sha256-", document)


def roles(article: Article) -> str:
    """A line for each block, with tabs between index, role, stage, reason, and how the text begins."""
    lines = ["block\trole\tstage\treason\ttext"]
    for block in article.blocks:
        mark = article.page.marks[block.index]
        start = re.sub(r"\s+", " ", block.text)[:START].rstrip()
        lines.append(f"{block.index}\t{mark.role}\t{mark.stage}\t{mark.reason}\t{start}")
    return "\n".join(lines) + "\n"


def claims(page: GoldenPage) -> Iterator[tuple[str, bool, str]]:
    """The claims of ``wanted.toml``, each as (name, whether it holds, what is there instead)."""
    article = page.article
    for name, value in page.wanted.items():
        if name == "contains":
            for phrase in value:
                yield f"contains {phrase}", found(phrase, article), "nothing like it"
        elif name == "absent":
            for phrase in value:
                yield f"absent {phrase}", not found(phrase, article), "it is there"
        else:
            yield name, *_compare(article, name, value)


def _compare(article: Article, name: str, value: Any) -> tuple[bool, str]:
    """Whether ``article`` has ``value`` for the claim ``name``, and what it has."""
    match name:
        case "first" | "last":
            texts = [block.text for block in article.body if block.text] or [""]
            text = texts[0 if name == "first" else -1]
            return squeezed(text).startswith(squeezed(value)), text
        case "paragraphs":
            return article.text == "\n\n".join(value), article.text
        case "date_published" | "date_modified":
            # A claim that names the day alone leaves the time open.
            stated = getattr(article, name) or ""
            return stated[: len(value)] == value, stated
        case "authors":
            return list(article.authors) == value, str(article.authors)
        case "language":
            stated = article.language or ""
            return stated.split("-")[0] == value, stated
    stated = getattr(article, name, "there is no such field of an article")
    return stated == value, str(stated)


def found(phrase: str, article: Article) -> bool:
    """Whether ``phrase`` is in the Markdown, or in the text when white space is normalised."""
    return phrase in article.markdown or squeezed(phrase) in squeezed(article.text)


def squeezed(text: str) -> str:
    """``text`` with a single space for every run of white space."""
    return " ".join(text.split())


def _write() -> None:
    for page in golden_pages():
        for name, content in page.outputs().items():
            (page.folder / name).write_text(content, "utf-8", newline="\n")
    (REPORT / "expected.html").write_text(report(), "utf-8", newline="\n")


def _check() -> int:
    broken = 0
    for page in golden_pages():
        for name, holds, stated in claims(page):
            if not holds:
                broken += 1
                print(f"{page.folder.name}: {name}: {squeezed(stated)[:100]}")  # noqa: T201 -- a program
    print(f"{broken} claims do not hold")  # noqa: T201 -- a program
    return 1 if broken else 0


def main() -> None:
    """Entry point of ``python -m articlex_lab.checks.golden``."""
    match sys.argv[1:]:
        case ["write"]:
            _write()
        case ["check"]:
            sys.exit(_check())
        case _:
            sys.exit("usage: python -m articlex_lab.checks.golden write|check")


if __name__ == "__main__":
    run_command(main)
