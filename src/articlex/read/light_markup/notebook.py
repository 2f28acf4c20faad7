"""Jupyter notebooks (nbformat 4) to Markdown: text, code, and the output of the code.

https://nbformat.readthedocs.io/en/latest/format_description.html
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from articlex.read.front_matter import front_matter
from articlex.read.light_markup.markdown_rows import fenced
from articlex.read.light_markup.notebook_outputs import joined, output_rows
from articlex.read.light_markup.translation import PLAIN
from articlex.regex import regex

#: What every notebook contains, in whatever order its fields are; characters of the longest one.
_FIELDS, _LONGEST = ('"nbformat"', '"cells"'), 64_000_000
#: Jupyter Book's tags by which an author hides a cell, its code or its output.
_NO_CELL, _NO_INPUT, _NO_OUTPUT = "remove-cell", "remove-input", "remove-output"
#: The id of the cell that Colab puts on top, a button that opens the notebook there.
_BADGE = "view-in-github"
#: A magic line, for a cell in another language than the kernel's; the usual names of languages.
_MAGIC = regex(r"%%(bash|sh|html|javascript|js|latex|perl|ruby|sql|R|julia|cython|svg)\b")
_LANGUAGES = {"ipython": "python", "ir": "r"}
#: An image that is contained in the notebook.
_ATTACHED = regex(r"!\[[^\[\]\n]{0,500}\]\((?:attachment|data):[^()\n]*\)")

_Cell = Mapping[str, Any]


def notebook(text: str) -> str | None:
    """The Markdown of a notebook; None if ``text`` is none."""
    if len(text) > _LONGEST or not all(name in text for name in _FIELDS):
        return None
    try:
        record = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not isinstance(record.get("nbformat"), int):
        return None
    metadata = _object(record.get("metadata"))
    above, cells = _above(list(_cells(record)))
    rows = [row for cell in cells for row in _rows(cell, _language(metadata))]
    if above:
        return "\n".join((above, "", *rows, ""))
    title = _string(metadata.get("title"))
    metas = {"title": [title], "author": _authors(metadata), "date": [_string(metadata.get("date"))]}
    stated = {name: list(filter(None, values)) for name, values in metas.items()}
    return PLAIN.document(title, stated, rows) or "\n"


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _string(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _cells(record: Mapping[str, Any]) -> Iterator[_Cell]:
    """The cells that are shown."""
    found = record.get("cells")
    for cell in found if isinstance(found, list) else []:
        is_badge = isinstance(cell, dict) and _object(cell.get("metadata")).get("id") == _BADGE
        if isinstance(cell, dict) and _NO_CELL not in _tags(cell) and not is_badge:
            yield cell


def _tags(cell: _Cell) -> frozenset[str]:
    tags = _object(cell.get("metadata")).get("tags")
    return frozenset(str(tag).replace("_", "-") for tag in tags) if isinstance(tags, list) else frozenset()


def _above(cells: Sequence[_Cell]) -> tuple[str, Sequence[_Cell]]:
    """The front matter of Quarto and MyST in the first cell, "" without one, and the cells without it."""
    first = joined(cells[0].get("source")) if cells else ""
    front = front_matter(f"{first}\n") if cells and cells[0].get("cell_type") != "code" else None
    if front is None:
        return "", cells
    rest = {"cell_type": "markdown", "source": first[front.end :]}
    return first[: front.end].rstrip(), [rest, *cells[1:]]


def _authors(metadata: Mapping[str, Any]) -> Iterator[str]:
    stated = metadata.get("authors") or metadata.get("author")
    for author in stated if isinstance(stated, list) else [stated]:
        yield _string(_object(author).get("name")) or _string(author)


def _language(metadata: Mapping[str, Any]) -> str:
    """The language of the kernel."""
    kernel, info = _object(metadata.get("kernelspec")), _object(metadata.get("language_info"))
    return _string(info.get("name")) or _string(kernel.get("language")) or _string(kernel.get("name"))


def _rows(cell: _Cell, language: str) -> list[str]:
    """A cell as rows of Markdown."""
    kind, text = cell.get("cell_type"), joined(cell.get("source"))
    if kind == "markdown":
        return ["", *_closed(_ATTACHED.sub("", text)).split("\n"), ""]
    if kind != "code":
        return fenced(text.split("\n")) if text.strip() else []
    tags, language = _tags(cell), _spoken(text, language)
    is_shown = text.strip() and _NO_INPUT not in tags
    code = fenced(text.split("\n"), language) if is_shown else []
    return code if _NO_OUTPUT in tags else [*code, *output_rows(cell.get("outputs"))]


def _spoken(text: str, language: str) -> str:
    """The language of a code cell: that of its magic line, or of the notebook."""
    magic = _MAGIC.match(text.lstrip())
    name = (magic[1] if magic else language).lower().split(" ")[0]
    return _LANGUAGES.get(name, "python" if name.startswith("python") else name)


def _closed(text: str) -> str:
    """The text of a cell, with a code block or comment closed that would take in the cells below."""
    fence = "\n```" if text.count("```") % 2 else ""
    return f"{text}{fence}" + ("\n-->" if text.rfind("<!--") > text.rfind("-->") else "")
