"""Photographs, by their addresses."""

from __future__ import annotations

from articlex.regex import regex

#: The address of a photograph; drawings and icons have other formats.
PHOTOGRAPH = regex(r"(?i)\.(?:jpe?g|webp|avif)(?:[?#]|$)")
