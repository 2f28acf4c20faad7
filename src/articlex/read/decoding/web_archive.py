"""The page in a file saved by Safari (.webarchive), which is a property list, as a rule a binary one.

Keys: Apple, "WebArchive", https://developer.apple.com/documentation/webkit/webarchive.
"""

from __future__ import annotations

import plistlib
from typing import NamedTuple
from xml.parsers.expat import ExpatError


class MainResource(NamedTuple):
    """The bytes of the page, with its address and its charset, or None."""

    data: bytes
    url: str | None
    charset: str | None


def main_resource(data: bytes) -> MainResource | None:
    """The page in a web archive; None if ``data`` is another property list or a broken one."""
    try:
        archive = plistlib.loads(data)
    # Broken files: plistlib raises InvalidFileException for most binary ones.
    except (
        *(plistlib.InvalidFileException, ValueError, TypeError, LookupError, OverflowError, RecursionError),
        ExpatError,
    ):
        return None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(page := main.get("WebResourceData"), bytes):
        return None
    return MainResource(page, _text(main, "WebResourceURL"), _text(main, "WebResourceTextEncodingName"))


def _text(resource: dict[str, object], key: str) -> str | None:
    value = resource.get(key)
    return value if isinstance(value, str) and value else None
