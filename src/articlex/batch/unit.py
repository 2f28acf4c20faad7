"""The unit of work: one source item in, one result row out.

:func:`process` is a plain function, and Item, Job and Row are plain tuples that can be pickled. So the same
unit runs in a worker process here, or unchanged as the map function of a distributed engine
(``dataset.map(partial(process, job=job))``).
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from dataclasses import replace
from typing import Any, Literal, NamedTuple, Protocol

from articlex.address_space import require_room
from articlex.errors import InputError, TooLargeError, over_limit, reason_and_code
from articlex.options import FormName, Options
from articlex.write.control import as_utf8
from articlex.write.options import RenderOptions

Status = Literal["done", "partial", "failed", "unchanged"]

#: What a lack of memory is in a process that has a limit.
OVER_MEMORY = "over the memory limit"


class Item(NamedTuple):
    """One page to be extracted.

    ``name`` is the input's name in the manifest and in the output, ``path`` the file that holds it. ``data``
    is the page itself if it comes out of an archive (then ``path`` is the archive), as str if the archive
    holds text; None means that the unit reads ``path``. ``size`` (in bytes, -1 unknown) and ``mtime_ns`` are
    those of ``path``. ``known`` is the content hash of the last run; a page that still has it gives a row
    with the status "unchanged". A source that could not deliver the page says so in ``code`` and ``error``.
    """

    name: str
    path: str = ""
    data: bytes | str | None = None
    url: str | None = None
    form: FormName = "auto"
    #: The charset in the HTTP header, as evidence.
    charset: str | None = None
    #: A JSON object of the archive's fields that the record repeats (--keep-fields), "" for none.
    kept: str = ""
    size: int = -1
    mtime_ns: int = 0
    archive: str = ""
    #: Place in the order of the input: that of the file or archive, and that within the archive.
    seq: int = 0
    sub: int = 0
    known: str = ""
    code: str = ""
    error: str = ""

    @property
    def stamp(self) -> tuple[int, int]:
        """Size and modification time, by which an unchanged file is recognised."""
        return self.size, self.mtime_ns

    @property
    def label(self) -> str:
        """The page as messages name it."""
        return label(self.path, self.archive, self.name)


class Job(NamedTuple):
    """What to do with each item: the same for a whole run."""

    options: Options = Options()
    render: RenderOptions = RenderOptions()
    #: A key of :data:`articlex.write.formats.FORMATS`.
    format: str = "md"
    form: FormName = "auto"
    encoding: str | None = None
    #: Whether a page without an article gets an output too: a record does, an empty document does not.
    keep_empty: bool = False


class Row(NamedTuple):
    """What became of one item. ``output`` is the rendered document, None if there is nothing to write.

    ``status`` is "partial" if a stage failed and the article was made without it. ``digest`` is the SHA-256
    in hex of the page, together with what an archive states of it (address, charset, kept fields); "" if it
    could not be read. ``ms`` is wall-clock time in milliseconds.
    """

    name: str
    status: Status
    verdict: str = ""
    confidence: float = 0.0
    output: bytes | None = None
    digest: str = ""
    ms: float = 0.0
    code: str = ""
    error: str = ""
    #: The traceback of an unexpected exception.
    trace: str = ""


#: A page with what most pages have, to trigger most of what is loaded on first use.
_WARM_UP = b"""<html lang="en"><head><title>Rain - The Daily</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-06"}</script></head>
<body><nav><a href="/">Home</a> <a href="/de">Deutsch</a></nav><h1>Rain</h1><p>By Ann Lee, 6 May 2024</p>
<p>It rained all day, and the river rose, said Ann Lee, who keeps the bridge.</p><p>Share this</p>
<table><tr><th>Day</th><th>Rain</th></tr><tr><td>1</td><td>20</td></tr></table></body></html>"""


class Unit(Protocol):
    """The type of :func:`process`, and of what tests put in its place."""

    def __call__(self, item: Item, job: Job) -> Row:
        """Process one page."""


def warm_up(unit: Unit, job: Job) -> None:
    """Run ``unit`` once for each form, to load what pages need: parsers, word lists, models, the writer.
    Raises MemoryError where there is no room for them."""
    require_room()
    unit(Item("warm-up", "", _WARM_UP, form="html"), job)
    unit(Item("warm-up", "", b"Home\nRain\n\nIt rained all day, and the river rose.\n", form="text"), job)


def process(item: Item, job: Job) -> Row:
    """Extract and render one page. Never raises, whatever is in the page or wrong with its file."""
    start = time.perf_counter()
    row = _process(item, job)
    return row._replace(ms=round((time.perf_counter() - start) * 1000, 3))


def _process(item: Item, job: Job) -> Row:
    """The row of one item, without its time."""
    digest = ""
    try:
        data = read_item(item, job.options.max_bytes)
        digest = _digest(data, item)
        if digest == item.known:
            return Row(item.name, "unchanged", digest=digest)
        return _extracted(item, job, data)._replace(digest=digest)
    # One page never harms another: whatever goes wrong ends as a failed page with a name.
    except Exception as error:
        return failed(item, error)._replace(digest=digest)


def failed(item: Item, error: Exception) -> Row:
    """The row of a page that cannot be read, or in which something went wrong."""
    told, code = reason_and_code(error, OVER_MEMORY)
    trace = ""
    if code == "internal":
        import traceback

        trace = "".join(traceback.format_exception(error))
    return Row(item.name, "failed", code=code, error=told, trace=trace)


def _digest(data: bytes | str, item: Item) -> str:
    """The SHA-256 in hex of the page and of the address, charset and fields that an archive states for it."""
    found = hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    if item.url is not None or item.charset is not None:
        found.update(repr((item.url, item.charset)).encode())
    if item.kept:
        found.update(item.kept.encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def _extracted(item: Item, job: Job, data: bytes | str) -> Row:
    """The row of a page: its article rendered, or the verdict that there is none."""
    from articlex.extraction import extract
    from articlex.write.formats import render

    article = extract(data, **arguments(item, job))
    failures = [f"stage {step.stage} failed: {step.error}" for step in article.page.trace if step.error]
    output = None
    if job.keep_empty or article.verdict in ("ok", "uncertain"):
        render_options = job.render
        if not render_options.source:
            render_options = replace(render_options, source=as_utf8(item.name))
        if item.kept:
            render_options = replace(render_options, input=item.kept)
        output = render(article, job.format, render_options).encode("utf-8")
    return Row(
        item.name,
        "partial" if failures else "done",
        verdict=article.verdict.value,
        confidence=round(article.confidence, 4),
        output=output,
        code="stage-failed" if failures else "",
        error="; ".join(failures),
    )


def arguments(item: Item, job: Job) -> dict[str, Any]:
    """The keyword arguments of :func:`articlex.extract` for an item."""
    form = job.form if item.form == "auto" else item.form
    stated = {"url": item.url, "charset": item.charset}
    return {**stated, "form": form, "encoding": job.encoding, "options": job.options}


def read_item(item: Item, max_bytes: int) -> bytes | str:
    """The page: its bytes, still compressed if they are, or its text if an archive holds text.

    Raises InputError for an item that the source could not deliver and for anything but a regular file,
    TooLargeError above ``max_bytes``, and OSError.
    """
    if item.error:
        raise InputError(item.error, item.code)
    if item.data is not None:
        return item.data
    # Without O_NONBLOCK, opening a FIFO that has taken the file's place would block for ever.
    handle = os.open(item.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb", buffering=0) as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise InputError(f"is {kind_of(info.st_mode)}, not a file")
        if info.st_size > max_bytes:
            raise TooLargeError(over_limit(max_bytes))
        data = file.readall() or b""
    if len(data) > max_bytes:
        raise TooLargeError(over_limit(max_bytes))
    return data


def kind_of(mode: int) -> str:
    """The type of a file in words, from its mode: "a folder"."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a FIFO"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISLNK, "a symbolic link"),
    )
    return next((name for test, name in kinds if test(mode)), "something else")


def label(path: str, archive: str, name: str) -> str:
    """A page as messages name it: its file, and in an archive the member: ``a.tar!b.html``."""
    file = "<stdin>" if path == "-" else path or "''"
    return f"{file}!{name[len(archive) + 1 :]}" if archive else file
