"""The page in a file that Safari has saved (.webarchive): a property list in Apple's binary form.

Its keys: Apple, "WebArchive", https://developer.apple.com/documentation/webkit/webarchive.
"""

from __future__ import annotations

import plistlib
from typing import NamedTuple


class MainResource(NamedTuple):
    """The page itself, and the address and the charset that it came with, or None."""

    data: bytes
    url: str | None
    charset: str | None


def main_resource(data: bytes) -> MainResource | None:
    """The page that a web archive holds beside its pictures; None where ``data`` is another property list,
    or a broken one."""
    try:
        archive = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
    # What the parser meets in broken files: plistlib says InvalidFileException for most of it.
    except (plistlib.InvalidFileException, ValueError, TypeError, LookupError, OverflowError, RecursionError):
        return None
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(page := main.get("WebResourceData"), bytes):
        return None
    return MainResource(page, _text(main, "WebResourceURL"), _text(main, "WebResourceTextEncodingName"))


def _text(resource: dict[str, object], key: str) -> str | None:
    value = resource.get(key)
    return value if isinstance(value, str) and value else None
