"""Room in a limited address space (``ulimit -v``) for what every extraction loads."""

from __future__ import annotations

import sys

#: Bytes by which the address space grows with the first page: numpy takes 82 MB, word lists and models 50.
_FIRST_PAGE = 128 << 20


def require_room() -> None:
    """Raise MemoryError if numpy is not loaded yet and would not fit into the limit of this process: its
    OpenBLAS would end the process, with the exit code that means no article."""
    if "numpy" in sys.modules or sys.platform == "win32":
        return
    import resource

    if resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:
        return
    import mmap

    try:
        mmap.mmap(-1, _FIRST_PAGE).close()
    except OSError:
        raise MemoryError from None
