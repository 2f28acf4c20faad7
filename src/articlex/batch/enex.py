"""Evernote exports (ENEX): each note is a page, without the pictures and other files attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from lxml import etree

from articlex.batch.codecs import ShortReads
from articlex.batch.member import Reading, too_large
from articlex.batch.names import is_plain_member
from articlex.batch.unit import Item

_NOTE, _FILE, _TITLE = "note", "resource", "title"
_EXPORT = "<en-export>{}</en-export>"


def read_enex(stream: IO[bytes], reading: Reading) -> Iterator[Item]:
    """The notes of an export, each named by its title or, if that cannot be a name, by its number, from 1."""
    # Nothing outside the file is read and no entity is expanded. A picture may be very long.
    safe = {"huge_tree": True, "resolve_entities": False, "no_network": True}
    notes = etree.iterparse(ShortReads(stream), events=("end",), tag=(_NOTE, _FILE), **safe)
    number = 0
    for _, element in notes:
        if element.tag == _FILE:
            _forget(element)
            continue
        number += 1
        title = " ".join((element.findtext(_TITLE) or "").split())
        name = title if is_plain_member(title) else f"{number:08}"
        page = _EXPORT.format(etree.tostring(element, encoding="unicode", with_tail=False))
        size = len(page.encode())
        yield Item(name, data=page) if size <= reading.max_bytes else too_large(name, reading.max_bytes)
        _forget(element)


def _forget(element: etree._Element) -> None:
    """Free an element that has been read: an export may be larger than the memory."""
    above = element.getparent()
    if above is not None:
        above.remove(element)
