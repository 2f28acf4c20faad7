"""Where an input's output goes inside the output folder.

The name is a pure function of the input's name: ``a/b.html`` gives ``a/b.md``. Any other extension is kept
(``a/b.htm`` gives ``a/b.htm.md``), so that two inputs clash only if they differ merely in letter case, in the
composition of an accent or in ``.html`` itself. Of inputs that clash all but one, and every input whose name
had to be changed to be safe, or reads as if it had been, carry ten digits of the SHA-256 of their own name:
``a/b~3f29c1d05e.md``. So a name depends neither on the order of the inputs nor on when each came; but that of
an input that is gone becomes free only for the run after the one that prunes it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

#: Most bytes in a name that every file system accepts.
_NAME_BYTES = 255
#: Most bytes in a path within the output folder; PATH_MAX is 1,024 on macOS and includes the folder.
_PATH_BYTES = 700

#: Characters that Windows, macOS or a shell cannot handle in a name. Lone surrogates are bytes that are not
#: UTF-8.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\\ud800-\udfff\u2028\u2029]')
#: How a marked name ends, folded and without its extension.
_MARKED = re.compile(r"(?:~|\A_deep/)[0-9a-f]{10}\Z")
#: Device names on Windows, where an extension makes no difference.
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
#: What a name that the page itself supplies (a Message-ID, a title) must not contain: it would lead into a
#: folder, hide the page, or end in a number like the name of a repeated member.
_NO_MEMBER = re.compile(r"\A\.|[\x00-\x1f\x7f/\\\ufffd]|#\d+\Z")
_MEMBER_CHARS = 200
#: The folder of the manifest: in the output folder, or beside the one file under :func:`state_beside`.
STATE = ".articlex"


def state_beside(name: str) -> str:
    """The name of the folder of the manifest beside the one file ``name``."""
    return f".{name}{STATE}"


def is_plain_member(name: str) -> bool:
    """Whether a name that the page itself supplies can be its name in an archive."""
    return 0 < len(name) <= _MEMBER_CHARS and not _NO_MEMBER.search(name)


def plain_name(name: str, extension: str) -> str:
    """The path within the output folder for the input ``name``, if no other input claims it.

    ``name`` is split at "/" only; ``extension`` begins with a dot.
    """
    folders, stem = _split(name)
    path = "/".join([*folders, stem])
    is_plain = _safe_path(name, "", extension) == path + extension and not _MARKED.search(folded(path))
    return path + extension if is_plain else marked_name(name, extension)


def marked_name(name: str, extension: str) -> str:
    """The path for the input ``name`` that no other input can have: with digits of its own hash."""
    return _safe_path(name, _mark(name), extension)


def _safe_path(name: str, mark: str, extension: str) -> str:
    """The path for the input ``name``, with ``mark`` behind its last part; in ``_deep`` if it is too long."""
    folders, stem = _split(name)
    safe = [_safe_folder(folder, extension) for folder in folders]
    path = "/".join([*safe, _safe(stem, len(mark) + len(extension)) + mark + extension])
    return path if len(path.encode()) <= _PATH_BYTES else f"_deep/{_mark(name)[1:]}{extension}"


def _split(name: str) -> tuple[list[str], str]:
    """The folders of an input's name, and its last part without ``.html``."""
    *folders, last = [part for part in name.split("/") if part not in ("", ".", "..")] or ["_"]
    return folders, last.removesuffix(".html") or last


def folded(path: str) -> str:
    """``path`` in a form that is equal for all paths which some disk takes for the same one: those that
    differ only in letter case or in how accents are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def rank(name: str) -> tuple[bool, bool, bool, str]:
    """A sort key: of the inputs that claim one path, the lowest gets it."""
    return ".." in name.split("/"), name != folded(name), not name.endswith(".html"), name


def _mark(name: str) -> str:
    return "~" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _safe_folder(part: str, extension: str) -> str:
    """A name for a folder: never one that an output, or the folder of the manifest, could have."""
    safe = _safe(part, 16)
    if folded(safe).endswith(extension) or folded(safe) == STATE:
        return safe + _mark(part)
    return safe


def _safe(part: str, reserve: int) -> str:
    """``part`` as a name that any file system accepts, with room for ``reserve`` more bytes."""
    part = _UNSAFE.sub("_", part)
    if part.endswith((".", " ")):
        part = part[:-1] + "_"
    if _RESERVED.match(part):
        part = "_" + part
    data = part.encode()
    if len(data) > _NAME_BYTES - reserve:
        part = data[: _NAME_BYTES - reserve - 16].decode("utf-8", "ignore")
    return part
