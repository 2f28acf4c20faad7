"""Notes exported by Evernote (ENEX): a single note is the article, several are a list.

https://evernote.com/blog/how-evernotes-xml-export-format-works
"""

from __future__ import annotations

import re

from lxml import etree

from articlex.read.feeds import PROLOG, Entry, xml_root
from articlex.regex import regex

#: What stands above the text of a note, which is an XML document of its own, and how an export begins.
_ABOVE, _EXPORT = regex(PROLOG), regex(rf"{PROLOG}<en-export[\s>]")
#: A time ("20261102T083000Z"), and a check box in the text of a note.
_MOMENT = regex(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_TO_DO = regex(r"<en-todo(?:\s+checked=[\"'](true|false)[\"'])?\s*(?:/>|>\s*</en-todo>)")
#: A line that begins with a check box and becomes an item of a list; the markup between two such items; and
#: an item with a check box as newer versions write it.
_LINE = regex(
    r"(<en-todo\b[^<>]*/?>(?:\s*</en-todo>)?)([^<]*(?:<(?!/?(?:div|br|p|li|ul|ol|en-todo|en-note)\b)[^<]*)*)"
    r"(?:<br\s*/?>)?"
)
_BETWEEN = regex(r"</li></ul>\s*(?:</div>\s*<div>)?\s*<ul><li>(?=<en-todo)")
_ITEM = regex(r"<li\b[^<>]*--en-checked: ?(true|false)[^<>]*>")


def notes_in(source: str) -> list[Entry]:
    """The exported notes, their texts in HTML; none for any other document."""
    if not _EXPORT.match(source):
        return []
    root = xml_root(source, huge_tree=True)  # for its pictures
    return [_note(note) for note in root.iter("note")] if root is not None else []


def _note(note: etree._Element) -> Entry:
    address = _text(note, "note-attributes/source-url")
    # If the note is a page that was clipped, this is the time of the clipping.
    moment = "" if address else _MOMENT.sub(r"\1-\2-\3T\4:\5:\6Z", _text(note, "created"))
    content = note.findtext("content") or ""
    above = _ABOVE.match(content)
    html = _LINE.sub(r"<ul><li>\1\2</li></ul>", content[above.end() if above else 0 :])
    html = _BETWEEN.sub("</li><li>", html)
    html = _ITEM.sub(lambda item: f"{item[0]}{_box(item)}", _TO_DO.sub(_box, html))
    return Entry(_text(note, "title"), _text(note, "note-attributes/author"), moment, html, address)


def _box(found: re.Match[str]) -> str:
    return f'<input type="checkbox"{" checked" if found[1] == "true" else ""}> '


def _text(note: etree._Element, path: str) -> str:
    return " ".join((note.findtext(path) or "").split())
