"""The ways in which pages get flattened to plain text before they reach articlex: HTML bytes to str.

Each flattener is a pure function of the bytes. w3m and lynx are programs; where one is not installed,
:func:`flatten` raises :class:`FlattenerMissingError`. Flattening is slow, so that results are kept on disk,
outside the repository, under the digest of the page.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import warnings
from collections.abc import Callable, Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from articlex_lab.corpora import inner_text
from articlex_lab.corpora.annotated import Record, stable_hash

#: Part of every cache key: raise it when the output of a flattener changes.
_REVISION = 2

#: Seconds for one page in w3m or lynx.
_LIMIT = 60

_META_CHARSET = re.compile(rb"""(<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*)([\w:.-]+)""", re.IGNORECASE)

#: Labels of encodings that the WHATWG Encoding standard reads as a larger one.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "windows-874": "cp874",
    # A declaration that can be read byte by byte is not in two bytes a character.
    "utf-16": "utf-8",
    "utf-16be": "utf-8",
    "utf-16le": "utf-8",
}


class FlattenerMissingError(Exception):
    """The program or package that flattens is not installed."""


def decode(page: bytes) -> str:
    """The page as a browser would decode it, by other code than articlex's.

    The first of these decides: a byte order mark; bytes that are valid UTF-8; the declared encoding;
    windows-1252. Bytes that cannot be decoded become U+FFFD.
    """
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if page.startswith(mark):
            return page.decode(name, "replace")
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _META_CHARSET.search(page[:4096])
    label = declared[2].decode("ascii", "replace").lower() if declared else "cp1252"
    try:
        return page.decode(_WIDER.get(label, label), "replace")
    except (LookupError, UnicodeError):  # no encoding, or one of Python's that are not for texts: "idna"
        return page.decode("cp1252", "replace")


def html_text(page: bytes) -> str:
    """html-text with its default layout guessing."""
    return str(import_module("html_text").extract_text(decode(page)))


def inscriptis(page: bytes) -> str:
    """inscriptis with its default (strict CSS) profile."""
    return str(import_module("inscriptis").get_text(decode(page)))


def soup(page: bytes) -> str:
    """BeautifulSoup's ``get_text("\\n")`` on an lxml tree: a line for each text node."""
    return _soup_text(page, "\n")


def one_line(page: bytes) -> str:
    """BeautifulSoup's ``get_text(" ")``, its white space made one."""
    return " ".join(_soup_text(page, " ").split())


def together(page: bytes) -> str:
    """BeautifulSoup's ``get_text()``, its white space made one: texts without any between them in the HTML
    are written together."""
    return " ".join(_soup_text(page, "").split())


def _soup_text(page: bytes, separator: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # XHTML that it takes for XML
        return str(import_module("bs4").BeautifulSoup(decode(page), "lxml").get_text(separator))


def w3m(page: bytes) -> str:
    """``w3m -dump`` at 80 columns."""
    options = ["-dump", "-cols", "80", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"]
    return _program("w3m", [*options, "-o", "display_image=false"], page)


#: The temporary file in which lynx keeps the page, a new one each time; links without an address lead there.
_LYNX_COPY = re.compile(r"file://\S*/lynx[^/\s]*/L\d+-\d+TMP\.html")


def lynx(page: bytes) -> str:
    """``lynx -dump`` at 80 columns, with its link numbers and list of references."""
    options = ["-dump", "-stdin", "-force_html", "-width=80"]
    text = _program("lynx", [*options, "-assume_charset=utf-8", "-display_charset=utf-8"], page)
    return _LYNX_COPY.sub("file:///page.html", text)


def html2text(page: bytes) -> str:
    """html2text with the defaults of its command: Markdown, wrapped at 78 columns, with link addresses."""
    return str(import_module("html2text").html2text(decode(page)))


def _program(name: str, options: list[str], page: bytes) -> str:
    if shutil.which(name) is None:
        raise FlattenerMissingError(f"{name} is not installed")
    utf8 = _META_CHARSET.sub(rb"\1utf-8", decode(page).encode("utf-8", "replace"))
    environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "HOME": "/nonexistent"}
    done = subprocess.run(
        [name, *options], input=utf8, capture_output=True, timeout=_LIMIT, env=environment, check=True
    )
    return done.stdout.decode("utf-8", "replace")


_BLOCK_TAGS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p
        pre section select summary table tbody td tfoot th thead title tr ul""",
    )
)
_SPACES = re.compile(r"\s+")
_SILENT_TAGS = frozenset(
    {"head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template", "textarea"}
)


def lines(page: bytes) -> str:
    """One line for each block and no blank lines, as in a WET file."""
    root = inner_text.tree_of(decode(page))
    if root is None:
        return ""
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if tag in _BLOCK_TAGS:
            parts.append("\n")
        if event == "start":
            silent += tag in _SILENT_TAGS
            parts.append("" if silent else _flat(element.text))
        else:
            silent -= tag in _SILENT_TAGS
            parts.append("" if silent else _flat(element.tail))
    cleaned = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in cleaned if line)


def _flat(text: str | None) -> str:
    return _SPACES.sub(" ", text) if text else ""


def browser(page: bytes) -> str:
    """The ``innerText`` of the document, as a browser without style sheets gives it."""
    return inner_text.inner_text(decode(page))


FLATTENERS: dict[str, Callable[[bytes], str]] = {
    "html-text": html_text,
    "inscriptis": inscriptis,
    "soup": soup,
    "w3m": w3m,
    "lines": lines,
    "lynx": lynx,
    "html2text": html2text,
    "inner-text": browser,
    "one-line": one_line,
    "together": together,
}

#: Those that the scorer of the body and the choice of the title are fitted on.
FITTED = tuple(name for name in FLATTENERS if name not in ("one-line", "together"))

#: The flatteners of "mixed", which gives each page one of them.
MIXED = ("html-text", "inscriptis", "soup", "w3m", "lines")


def mixed_flattener(record: Record) -> str:
    """The flattener that "mixed" stands for on this page; it depends on the page's name alone."""
    return MIXED[int(stable_hash(record.name)[:12], 16) % len(MIXED)]


def fitted_flatteners(record: Record, most: int) -> list[str]:
    """Up to ``most`` flatteners whose texts of the page are fitted on; they depend on its name alone.

    The first is that of "mixed", on which scores are taken. The others may be any of :data:`FITTED`.
    """
    names = FITTED
    first = mixed_flattener(record)
    turn = int(stable_hash(f"{record.name} fitted")[:12], 16) % len(names)
    return list(dict.fromkeys([first, *names[turn:], *names[:turn]]))[:most]


#: The flatteners that are programs of their own name, and the packages that the others import.
_PROGRAMS = ("w3m", "lynx")
_PACKAGES = {
    "html-text": "html_text",
    "inscriptis": "inscriptis",
    "soup": "bs4",
    "one-line": "bs4",
    "together": "bs4",
    "html2text": "html2text",
}


def missing(names: Iterable[str]) -> list[str]:
    """Those of the named flatteners whose program or package is not installed."""
    return [name for name in names if not _is_installed(name)]


def _is_installed(flattener: str) -> bool:
    if flattener in _PROGRAMS:
        return shutil.which(flattener) is not None
    return find_spec(_PACKAGES.get(flattener, "lxml")) is not None


def flatten(record: Record, flattener: str = "mixed") -> str:
    """The page of ``record`` as flattened text, from the cache if it is there.

    Raises :class:`FlattenerMissingError` where the program is not installed.
    """
    name = mixed_flattener(record) if flattener == "mixed" else flattener
    page = record.read()
    kept = cache_folder() / "flat" / f"{name}-{_REVISION}" / f"{hashlib.sha256(page).hexdigest()}.txt.gz"
    if kept.exists():
        return gzip.decompress(kept.read_bytes()).decode()
    text = flatten_source(page, name)
    kept.parent.mkdir(parents=True, exist_ok=True)
    # Written under another name and then renamed: another process may be flattening the same page.
    unfinished = kept.with_name(f"{kept.name}.{os.getpid()}")
    unfinished.write_bytes(gzip.compress(text.encode(), mtime=0))
    unfinished.replace(kept)
    return text


def flatten_source(page: bytes, flattener: str) -> str:
    """The text that a flattener makes of a page, with "?" for lone surrogates, which UTF-8 cannot hold."""
    return FLATTENERS[flattener](page).encode("utf-8", "replace").decode()


def cache_folder() -> Path:
    """The folder for what can be made again: ``ARTICLEX_CACHE``, else ``articlex`` in the user's cache."""
    if stated := os.environ.get("ARTICLEX_CACHE"):
        return Path(stated)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "articlex"
