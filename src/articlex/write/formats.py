"""The registry of output formats, for the command line and for batches.

Each writer is imported when it is first called: a page needs one of seven.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from articlex.errors import UsageError
from articlex.regex import regex
from articlex.write.options import DEFAULTS, RenderOptions

if TYPE_CHECKING:
    from articlex.article import Article

#: A hyphen before another one: two in a row would end an HTML comment.
_HYPHEN = regex("-(?=-)")


class Format(NamedTuple):
    """One output format.

    A document of one article is ``header`` and the article; one of several is ``header``, ``begin``, the
    articles separated by ``between``, and ``end``. ``label`` precedes each of several with the name of its
    input, in formats whose articles have no field for it.
    """

    write: Callable[[Article, RenderOptions], str]
    extension: str
    header: Callable[[RenderOptions], str] | None = None
    begin: str = ""
    between: str = ""
    end: str = ""
    label: str = ""

    def head(self, options: RenderOptions) -> str:
        """The beginning of each document of the format; "" for most formats."""
        return self.header(options) if self.header is not None else ""

    def lead(self, number: int, name: str) -> str:
        """The text before article ``number`` (from 0) of several; ``name`` is that of its input,
        printable."""
        return (self.between if number else self.begin) + self.label.format(_HYPHEN.sub("- ", name))


def _in(module: str, function: str) -> Callable[..., str]:
    """A function of one of the writers."""

    def call(*arguments: Any) -> str:
        written: str = getattr(import_module(f"articlex.write.{module}"), function)(*arguments)
        return written

    return call


def _xml_header(options: RenderOptions) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n'


_CORPUS_BEGIN = (
    '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader><fileDesc>'
    "<titleStmt><title>Articles</title></titleStmt>"
    "<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n"
)

#: The formats by the name that ``--format`` takes.
FORMATS: dict[str, Format] = {
    "md": Format(_in("markdown", "write_markdown"), ".md", between="\n", label="<!-- {} -->\n\n"),
    "json": Format(_in("json", "write_json"), ".json", begin="[\n", between=",\n", end="]\n"),
    "jsonl": Format(_in("json", "write_jsonl"), ".jsonl"),
    "txt": Format(_in("text", "write_text_file"), ".txt", between="\n", label="==> {} <==\n\n"),
    "html": Format(_in("html", "write_html"), ".html", between="\n", label="<!-- {} -->\n"),
    "csv": Format(_in("csv", "write_csv"), ".csv", header=_in("csv", "csv_header")),
    "tei": Format(
        _in("tei", "write_tei"), ".xml", begin=_CORPUS_BEGIN, end="</teiCorpus>\n", header=_xml_header
    ),
}

#: Formats in which a page without an article has a record too, which says so.
RECORDS = frozenset({"json", "jsonl", "csv"})

#: Other names of formats, and file extensions.
ALIASES = {"markdown": "md", "text": "txt", "ndjson": "jsonl", "htm": "html", "xml": "tei"}


def format_name(name: str) -> str:
    """The key in :data:`FORMATS` for a name or a file extension. Raises UsageError for an unknown one, and
    TypeError for what is no name."""
    if not isinstance(name, str):
        raise TypeError(f"name must be str, not {type(name).__name__}")
    key = name.lower().lstrip(".")
    key = ALIASES.get(key, key)
    if key not in FORMATS:
        raise UsageError(f"unknown format {name!r} (known: {', '.join(FORMATS)})")
    return key


def render(article: Article, name: str, options: RenderOptions = DEFAULTS) -> str:
    """One article as a whole document in the format ``name``, which ends in a line feed unless it is empty.

    Raises UsageError for an unknown format or field.
    """
    form = FORMATS[format_name(name)]
    if options.fields:  # formats without fields would not check them
        from articlex.write.schemas import record_names

        record_names(options)
    return form.head(options) + form.write(article, options)


def together(
    documents: Iterable[tuple[str, bytes]], name: str, options: RenderOptions = DEFAULTS
) -> Iterator[bytes]:
    """Join documents that :func:`render` made with the same options: (printable name of the input, document
    in UTF-8) in, the pieces of one document out."""
    form = FORMATS[format_name(name)]
    header = form.head(options).encode()
    yield header
    number = -1
    for number, (source, document) in enumerate(documents):
        yield form.lead(number, source).encode() + document.removeprefix(header)
    yield (form.end if number >= 0 else form.begin + form.end).encode()
