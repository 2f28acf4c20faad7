"""The page in a file saved by Safari (.webarchive), which is a property list, as a rule a binary one.

Keys: Apple, "WebArchive", https://developer.apple.com/documentation/webkit/webarchive.
"""

from __future__ import annotations

import plistlib
from xml.parsers.expat import ExpatError

from articlex.read.decoding.wrapped import Wrapped


def main_resource(archived: Wrapped) -> Wrapped:
    """The page in a web archive, with its address and charset; another property list or a broken one is
    returned as it is."""
    try:
        archive = plistlib.loads(archived.data)
    # Broken files: plistlib raises InvalidFileException for most binary ones.
    except (
        *(plistlib.InvalidFileException, ValueError, TypeError, LookupError, OverflowError, RecursionError),
        ExpatError,
    ):
        return archived
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(page := main.get("WebResourceData"), bytes):
        return archived
    address = archived.url or _text(main, "WebResourceURL")
    charset = _text(main, "WebResourceTextEncodingName") or archived.charset
    return archived._replace(data=page, url=address, charset=charset)


def _text(resource: dict[str, object], key: str) -> str | None:
    value = resource.get(key)
    return value if isinstance(value, str) and value else None
