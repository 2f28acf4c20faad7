"""Which files of a folder, and which members of an archive, are pages to read."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from fnmatch import translate
from functools import cache
from pathlib import Path
from typing import NamedTuple

from articlex.errors import UsageError
from articlex.regex import regex

#: Names of what a page is shown with and is no page: style sheets, scripts, fonts, pictures, sound and
#: film; also compressed, and behind it the version that a mirror keeps in the name ("site.css?ver=6.1").
_SUBRESOURCE = regex(
    r"[^?]*\.(?:css|[cm]?js|map|wasm|woff2?|ttf|otf|eot|png|jpe?g|gif|webp|avif|bmp|tiff?|ico|cur|svgz?|heic|jxl"
    r"|mp[34]|m4[av]|og[agv]|opus|wav|flac|webm|mov|avi|mpe?g|wmv|flv|swf)(?:\.(?:gz|br|zst))?(?:\?.*)?",
    re.IGNORECASE | re.DOTALL,
)
#: How HTML begins that is called so all the same: a wiki has a page on "Node.js".
_HTML = regex(rb"(?:\xef\xbb\xbf)?\s*<(?:.{,1000}<)?(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
#: Archives of files. What others hold is told apart by its type, and named by an address or a title.
_OF_FILES = frozenset({"tar", "zip"})
#: What is said where a glob is no file.
NOT_EXPANDED = "the shell replaces a glob, unless it is quoted or nothing matches"
_CHOICE = regex(r"[*?]|\[[^]]+\]")
#: The part of a glob that stands for any folders.
_FOLDERS = "**"
#: What fnmatch makes of an empty set of characters, "[z-a]".
_NOTHING = "(?!)"


def is_glob(path: str) -> bool:
    """Whether a path has what globs choose by."""
    return _CHOICE.search(path) is not None


def opens_as_html(data: bytes | str | None) -> bool:
    """Whether the beginning of a file is that of a page, whatever its name."""
    return isinstance(data, bytes) and _HTML.match(data) is not None


class Selection(NamedTuple):
    """What is selected. A glob without "/" is matched against the last part of a path, one with "/" against
    the whole path within the source; ``**`` stands for any folders. Letter case counts.

    An empty ``include`` selects everything; without ``subresources`` all but the style sheets, scripts,
    fonts, pictures and the like that a mirror keeps beside its pages, by their names. ``exclude`` wins over
    ``include`` and prunes folders.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    follow_links: bool = False
    subresources: bool = False

    def within(self, kind: str) -> Selection:
        """What is selected in an archive of ``kind``, "" if that is unknown."""
        return self if kind in _OF_FILES else self._replace(subresources=True)

    def check(self) -> None:
        """Raise UsageError for an invalid glob."""
        for glob in (*self.include, *self.exclude):
            _compiled(glob)

    def takes(self, path: str, html: bool = False) -> bool:
        """Whether the file ``path``, which may open as ``html`` whatever its name, is selected, in a folder
        that is."""
        if self.include:
            chosen = _any(self.include, path)
        else:
            chosen = self.subresources or html or not _SUBRESOURCE.fullmatch(path.rpartition("/")[2])
        return chosen and self.enters(path)

    def takes_member(self, path: str, html: bool = False) -> bool:
        """Whether a member of an archive is selected: unlike in :meth:`takes`, whose caller has walked down
        to the file, the folders above it are checked as well."""
        parts = [part for part in path.split("/") if part not in ("", ".", "..")]
        folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        return all(map(self.enters, folders)) and self.takes("/".join(parts), html)

    def takes_from(self, folder: str, path: str | Path) -> bool:
        """Whether the file ``path`` lies in ``folder``, once links are resolved, and is selected from it."""
        inside, real = os.path.join(os.path.realpath(folder), ""), os.path.realpath(path)
        return real.startswith(inside) and self.takes_member(real.removeprefix(inside))

    def enters(self, path: str) -> bool:
        """Whether the folder ``path`` is walked."""
        if not self.hidden and path.rpartition("/")[2].startswith("."):
            return False
        return not (self.exclude and _any(self.exclude, path))


def _any(globs: tuple[str, ...], path: str) -> bool:
    parts = path.split("/")
    return any(_fits(parts if "/" in glob else parts[-1:], _compiled(glob)) for glob in globs)


def _fits(parts: Sequence[str], patterns: Sequence[re.Pattern[str] | None]) -> bool:
    """Whether the parts of a path match those of a glob, where None stands for any folders. All places in the
    glob that may be reached are followed together, so it takes at most the time for each part and pattern."""
    places = {0}
    for part in parts:
        for place, pattern in enumerate(patterns):
            if place in places and pattern is None:
                places.add(place + 1)
        places = {
            place + (pattern is not None)
            for place, pattern in enumerate(patterns)
            if place in places and (pattern is None or pattern.match(part))
        }
    return len(patterns) in places


@cache
def _compiled(glob: str) -> tuple[re.Pattern[str] | None, ...]:
    """The patterns of the parts of a glob. Raises UsageError for one that matches nothing."""
    # fnmatch negates a set by "!" alone.
    words = glob.removeprefix("./").strip("/").replace("[^", "[!").split("/")
    # "a/**" is what is in the folder, not the folder.
    words += ["*"] if words[-1] == _FOLDERS else []
    patterns = [None if word == _FOLDERS else re.compile(translate(word)) for word in words]
    if not words[-1] or any(pattern and _NOTHING in pattern.pattern for pattern in patterns):
        raise UsageError(f"not a valid glob: {glob!r}")
    return tuple(patterns)
