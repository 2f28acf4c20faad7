"""Which files of a folder, and which members of an archive, are pages to read."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Selection(NamedTuple):
    """What the walk takes. A glob without "/" is matched against the last name of a path, one with "/"
    against the whole path within the source; ``**`` stands for any folders. Letter case counts.

    An empty ``include`` takes everything. ``exclude`` wins over ``include`` and prunes folders.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    follow_links: bool = False

    def takes(self, path: str) -> bool:
        """Whether the file or member ``path`` is taken."""
        if self.include and not _any(self.include, path):
            return False
        return self.enters(path)

    def takes_member(self, path: str) -> bool:
        """Whether a member of an archive is taken, or a file in a folder: each folder above must be entered,
        too, as a walk does on its way."""
        parts = [part for part in path.split("/") if part not in ("", ".", "..")]
        folders = ("/".join(parts[:depth]) for depth in range(1, len(parts)))
        return all(map(self.enters, folders)) and self.takes("/".join(parts))

    def enters(self, path: str) -> bool:
        """Whether the folder ``path`` is walked."""
        if not self.hidden and path.rpartition("/")[2].startswith("."):
            return False
        return not (self.exclude and _any(self.exclude, path))


def _any(globs: tuple[str, ...], path: str) -> bool:
    name = path.rpartition("/")[2]
    return any(_compiled(glob).fullmatch(path if "/" in glob else name) for glob in globs)


@cache
def _compiled(glob: str) -> re.Pattern[str]:
    """A glob as a regular expression: ``*``, ``?``, ``[...]``, ``**`` and ``**/``."""
    glob = glob.removeprefix("./").removeprefix("/").rstrip("/")
    parts: list[str] = []
    at = 0
    while at < len(glob):
        at, part = _token(glob, at)
        parts.append(part)
    return re.compile("".join(parts), re.DOTALL)


def _token(glob: str, at: int) -> tuple[int, str]:
    """(place behind the token at ``at``, its regular expression)."""
    if glob.startswith("**/", at):
        return at + 3, "(?:[^/]*/)*+"
    if glob.startswith("**", at):
        return at + 2, ".*+" if at + 2 == len(glob) else ".*"
    if glob[at] == "*":
        return at + 1, "[^/]*"
    if glob[at] == "?":
        return at + 1, "[^/]"
    if glob[at] == "[" and (end := glob.find("]", at + 2)) > 0:
        inner = glob[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
        inner = "^" + inner[1:] if inner[0] in "!^" else inner
        return end + 1, f"[{inner}]"
    return at + 1, re.escape(glob[at])
