"""The registry of output formats: what the command line and the batch offer, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlex.errors import UsageError
from articlex.write.csv import csv_header, write_csv
from articlex.write.html import write_html
from articlex.write.json import write_json, write_jsonl
from articlex.write.markdown import write_markdown
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.tei import CORPUS_BEGIN, CORPUS_END, write_tei, xml_header
from articlex.write.text import write_text_file

if TYPE_CHECKING:
    from articlex.article import Article


@dataclass(frozen=True, slots=True)
class Format:
    """One output format.

    A document with one article is ``header`` and the article; one with several is ``header``, ``begin``,
    the articles joined by ``between``, and ``end``. ``concatenates`` is True where the files of several
    articles, one behind the other, are again a valid file of the format.
    """

    write: Callable[[Article, RenderOptions], str]
    extension: str
    concatenates: bool = False
    header: Callable[[RenderOptions], str] | None = None
    begin: str = ""
    between: str = ""
    end: str = ""


#: Name, as ``--format`` takes it, of each format.
FORMATS: dict[str, Format] = {
    "md": Format(write_markdown, ".md", between="\n---\n\n"),
    "json": Format(write_json, ".json", begin="[\n", between=",\n", end="]\n"),
    "jsonl": Format(write_jsonl, ".jsonl", concatenates=True),
    "txt": Format(write_text_file, ".txt", between="\n\n"),
    "html": Format(write_html, ".html", between="\n"),
    "csv": Format(write_csv, ".csv", header=csv_header),
    "tei": Format(write_tei, ".xml", begin=CORPUS_BEGIN, end=CORPUS_END, header=xml_header),
}

#: Other names that people type, and the extensions of files.
ALIASES = {"markdown": "md", "text": "txt", "ndjson": "jsonl", "htm": "html", "xml": "tei"}


def format_name(name: str) -> str:
    """The key in :data:`FORMATS` for a name or a file extension; raises UsageError for an unknown one."""
    key = name.lower().lstrip(".")
    key = ALIASES.get(key, key)
    if key not in FORMATS:
        raise UsageError(f"unknown format {name!r} (known: {', '.join(FORMATS)})")
    return key


def render(article: Article, name: str, options: RenderOptions = DEFAULTS) -> str:
    """One article as a whole document of format ``name``, ending in a line feed unless it is empty."""
    form = FORMATS[format_name(name)]
    return _header(form, options) + form.write(article, options)


def render_many(articles: Iterable[Article], name: str, options: RenderOptions = DEFAULTS) -> Iterator[str]:
    """Several articles as the pieces of one document of format ``name``, made as they are asked for."""
    form = FORMATS[format_name(name)]
    yield _header(form, options) + form.begin
    for number, article in enumerate(articles):
        piece = form.write(article, options)
        yield form.between + piece if number else piece
    yield form.end


def _header(form: Format, options: RenderOptions) -> str:
    return form.header(options) if form.header is not None else ""
