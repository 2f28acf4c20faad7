"""The outputs of a notebook's code, as Markdown.

The text of a notebook refers to its outputs ("as the last column shows"), and every reader sees them. So
printed text and results are kept, tables as tables. What a run says of itself is not the author's text:
warnings and progress (stderr), tracebacks, and the repr of an object whose picture is shown. Pictures have no
address outside of the notebook, and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlex.read.light_markup.markdown_rows import fenced
from articlex.regex import regex

#: Terminal escape sequences (ECMA-48), and the repr of a Python object: "<Axes: >", "<x at 0x7f...>".
_ESCAPE = regex(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")
_OBJECT = regex(r"\s*\[?<[^<>\n]{1,300}(?: at 0x[0-9a-fA-F]{4,16})?>(?:,?\s*\.{3})?\]?\s*")
_ADDRESS = regex(r" at 0x[0-9a-fA-F]{4,16}>")
#: MIME types of what is shown instead of text.
_PICTURES, _SHOWN = "image/", ("image/", "application/")
_SCRIPT = regex(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)")
_TABLE = regex(r"(?i)<table\b")
_TEXT = regex(r">[^<>]*\w")
_BLANK = regex(r"\n[ \t\r]*(?=\n)")
#: The types of outputs that are results.
_RESULTS = ("execute_result", "display_data")


def output_rows(outputs: object) -> list[str]:
    """The outputs of a cell as rows of Markdown; none if they have no text."""
    found = [output for output in outputs if isinstance(output, dict)] if isinstance(outputs, list) else []
    bundles = [_bundle(output) for output in found]
    is_pictured = any(name.startswith(_PICTURES) for bundle in bundles for name in bundle)
    rows: list[str] = []
    for output, bundle in zip(found, bundles, strict=True):
        # Code that draws a picture also returns an object for it.
        if not (is_pictured and _OBJECT.fullmatch(joined(bundle.get("text/plain")))):
            rows += _rows(output, bundle)
    return rows


def _bundle(output: Mapping[str, Any]) -> Mapping[str, Any]:
    """The forms of a result by MIME type; empty for any other output."""
    data = output.get("data") if output.get("output_type") in _RESULTS else None
    return data if isinstance(data, dict) else {}


def _rows(output: Mapping[str, Any], bundle: Mapping[str, Any]) -> list[str]:
    match output.get("output_type"):
        case "stream" if output.get("name") != "stderr":
            return _code(joined(output.get("text")))
        case "error":
            return _code(": ".join(joined(output.get(name)) for name in ("ename", "evalue")))
    return _result(bundle)


def joined(value: object) -> str:
    """A text of a notebook, which may be a string or a list of lines; "" for anything else."""
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))


def _code(text: str) -> list[str]:
    """Printed text as a terminal shows it in the end: a carriage return overwrites a line, as in progress
    bars."""
    lines = _ESCAPE.sub("", text).replace("\r\n", "\n").split("\n")
    shown = [line.rstrip("\r").rpartition("\r")[2] for line in lines]
    return fenced(shown) if any(map(str.strip, shown)) else []


def _result(data: Mapping[str, Any]) -> list[str]:
    """The richest form of a result that is text."""
    texts = {name: joined(data[name]) for name in data}
    if markdown := texts.get("text/markdown", "").strip():
        return ["", *markdown.split("\n"), ""]
    html = _SCRIPT.sub("", texts.get("text/html", ""))
    if _TABLE.search(html) or _TEXT.search(html):
        # A blank line would end the HTML block, and what follows would be read as Markdown.
        return ["", "<div>", *_BLANK.sub("", html.strip()).split("\n"), "</div>", ""]
    if latex := texts.get("text/latex", "").strip():
        formula = latex if latex.startswith("$") else f"$$\n{latex}\n$$"
        return ["", *formula.split("\n"), ""]
    plain = texts.get("text/plain", "")
    if any(name.startswith(_SHOWN) for name in data) or html.strip():
        return []
    return [] if _OBJECT.fullmatch(plain) and _ADDRESS.search(plain) else _code(plain)
