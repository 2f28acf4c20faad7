"""Which files of a folder, and which members of an archive, are pages to read."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from articlex.errors import UsageError

#: A token of a glob: a set (``[a-z]``), ``**`` (any folders where it stands for a whole part of the path,
#: else anything), or a single character. A star within a set is literal, so sets come first.
_TOKEN = re.compile(r"\[([!^]?[^/]+?)\]|(?P<deep>(?:(?<=/)|(?<![\s\S]))\*\*/|\*\*)|[\s\S]")
_FOLDERS = "(?:[^/]*/)*?"
_ANYTHING = ".*?"


class Selection(NamedTuple):
    """What is selected. A glob without "/" is matched against the last part of a path, one with "/" against
    the whole path within the source; ``**`` stands for any folders. Letter case counts.

    An empty ``include`` selects everything. ``exclude`` wins over ``include`` and prunes folders.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    hidden: bool = False
    follow_links: bool = False

    def check(self) -> None:
        """Raise UsageError for an invalid glob."""
        for glob in (*self.include, *self.exclude):
            _compiled(glob)

    def takes(self, path: str) -> bool:
        """Whether the file ``path`` is selected, in a folder that is."""
        if self.include and not _any(self.include, path):
            return False
        return self.enters(path)

    def takes_member(self, path: str) -> bool:
        """Whether a member of an archive is selected: unlike in :meth:`takes`, whose caller has walked down
        to the file, the folders above it are checked as well."""
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
    """A glob as a regular expression: ``*``, ``?``, ``[...]``, ``**`` and ``**/``. Raises UsageError.

    The piece behind a star is matched at the first place where it fits, and no later one is tried: whatever
    could follow a later match can follow the first as well. So every star but the last of its kind is an
    atomic group, and a match takes at most the length of the path for each star: it never backtracks
    exponentially.
    """
    glob = glob.removeprefix("./").removeprefix("/").rstrip("/")
    if not glob:
        raise UsageError("not a valid glob: ''")
    gaps: list[str] = []
    pieces = [[""]]
    for token in _TOKEN.finditer(glob):
        if token["deep"]:
            gaps.append(_FOLDERS if token[0].endswith("/") else _ANYTHING)
            pieces.append([""])
        elif token[0] == "*":
            pieces[-1].append("")
        else:
            pieces[-1][-1] += _expressed(token)
    stretches = [_stretch(*between) for between in pieces]
    pattern = f"(?>{stretches[0]})" if gaps else stretches[0]
    for gap, stretch in zip(gaps[:-1], stretches[1:-1], strict=True):
        pattern += f"(?>{gap}{stretch})"
    try:
        return re.compile(pattern + "".join(gaps[-1:]) + "".join(stretches[1:][-1:]), re.DOTALL)
    except re.error:
        raise UsageError(f"not a valid glob: {glob!r}") from None


def _stretch(first: str, *pieces: str) -> str:
    """The expression for what stands between two ``**``: pieces with ``*`` between them."""
    inner = "".join(f"(?>[^/]*?{piece})" for piece in pieces[:-1])
    return first + inner + "".join(f"[^/]*?{piece}" for piece in pieces[-1:])


def _expressed(found: re.Match[str]) -> str:
    """The expression for a ``?``, a set or a single character."""
    if found[0] == "?":
        return "[^/]"
    if found[1] is None:
        return re.escape(found[0])
    # Python reserves two of these in a row for operations on sets, and warns of them.
    inner = re.sub(r"[\\\[&~|]|(?<=-)-", r"\\\g<0>", found[1])
    return f"(?!/)[{'^' + inner[1:] if inner[0] in '!^' else inner}]"
