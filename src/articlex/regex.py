"""Regular expressions that are compiled on first use.

All patterns of the package together take longer to compile than a page takes to read, and no page needs more
than a part of them.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Regex:
    """A pattern whose methods are those of the compiled one, from the first time that any is asked for."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only for what is not there yet.
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives for ``source``, compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Regex(source, flags))


#: What several modules look for: a letter and a word of any script, what stands between words and figures,
#: and a year of the web or of the century before.
LETTER = regex(r"[^\W\d_]")
WORD = regex(r"[^\W\d_]+")
NO_WORD = regex(r"[\W_]+")
YEAR = regex(r"(?<!\d)(?:19|20)\d\d(?!\d)")
