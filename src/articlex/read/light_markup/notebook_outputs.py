"""What the code of a notebook has put out, as Markdown.

The text of a notebook speaks of what is printed below the code ("as the last column shows"), and whoever
opens one sees it: so printed text and results are kept, tables as tables. What the run says of itself is none
of the author's text: warnings and progress (stderr), where in the program an error arose, and what a program
calls an object whose picture is shown. Pictures themselves stand in the notebook alone, without an address.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from articlex.read.light_markup.translation import fenced
from articlex.regex import regex

#: Colours and moves of the cursor (ECMA-48), and an object without a text, as Python writes it.
_ESCAPE = regex(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")
_OBJECT = regex(r"\s*\[?<[^<>\n]{1,300}(?: at 0x[0-9a-fA-F]{4,16})?>(?:,?\s*\.{3})?\]?\s*")
_ADDRESS = regex(r" at 0x[0-9a-fA-F]{4,16}>")
#: What is shown in place of a text, with the names that version 3 has for it.
_PICTURES = ("image/", "png", "jpeg", "svg")
_SHOWN = (*_PICTURES, "application/", "javascript")
_SCRIPT = regex(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)")
_TABLE = regex(r"(?i)<table\b")
_TEXT = regex(r">[^<>]*\w")
_BLANK = regex(r"\n[ \t\r]*(?=\n)")
#: Results, and the types of their forms by the names of version 3.
_RESULTS = ("execute_result", "display_data", "pyout")
_OLD = {"text": "text/plain", "html": "text/html", "latex": "text/latex"}


def output_rows(outputs: object) -> list[str]:
    """The outputs of a cell as rows of Markdown, none where nothing of them is text."""
    found = [output for output in outputs if isinstance(output, dict)] if isinstance(outputs, list) else []
    bundles = [_bundle(output) for output in found]
    is_pictured = any(name.startswith(_PICTURES) for bundle in bundles for name in bundle)
    rows: list[str] = []
    for output, bundle in zip(found, bundles, strict=True):
        # What a program gives back of a picture that it draws is its name for it.
        if not (is_pictured and _OBJECT.fullmatch(joined(bundle.get("text/plain")))):
            rows += _rows(output, bundle)
    return rows


def _bundle(output: Mapping[str, Any]) -> Mapping[str, Any]:
    """The forms of a result by their types; none of any other output."""
    if output.get("output_type") not in _RESULTS:
        return {}
    data = output.get("data")
    return data if isinstance(data, dict) else {_OLD.get(name, name): output[name] for name in output}


def _rows(output: Mapping[str, Any], bundle: Mapping[str, Any]) -> list[str]:
    match output.get("output_type"):
        case "stream" if "stderr" not in (output.get("name"), output.get("stream")):
            return _code(joined(output.get("text")))
        case "error" | "pyerr":
            return _code(": ".join(joined(output.get(name)) for name in ("ename", "evalue")))
    return _result(bundle)


def joined(value: object) -> str:
    """A text that a notebook may have as a list of its lines."""
    lines = value if isinstance(value, list) else [value]
    return "".join(line for line in lines if isinstance(line, str))


def _code(text: str) -> list[str]:
    """Printed text as a terminal shows it in the end: a bar of progress is overwritten again and again."""
    lines = _ESCAPE.sub("", text).replace("\r\n", "\n").split("\n")
    shown = [line.rstrip("\r").rpartition("\r")[2] for line in lines]
    return fenced(shown) if any(map(str.strip, shown)) else []


def _result(data: Mapping[str, Any]) -> list[str]:
    """The richest of the forms of a result that are text."""
    texts = {name: joined(data[name]) for name in data}
    if markdown := texts.get("text/markdown", "").strip():
        return ["", *markdown.split("\n"), ""]
    html = _SCRIPT.sub("", texts.get("text/html", ""))
    if _TABLE.search(html) or _TEXT.search(html):
        # An empty line would end the element, and what stands below it would be Markdown.
        return ["", "<div>", *_BLANK.sub("", html.strip()).split("\n"), "</div>", ""]
    if latex := texts.get("text/latex", "").strip():
        formula = latex if latex.startswith("$") else f"$$\n{latex}\n$$"
        return ["", *formula.split("\n"), ""]
    plain = texts.get("text/plain", "")
    if any(name.startswith(_SHOWN) for name in data) or html.strip():
        return []
    return [] if _OBJECT.fullmatch(plain) and _ADDRESS.search(plain) else _code(plain)
