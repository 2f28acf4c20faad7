"""One page in, one article out: read, run the stages, assemble."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from articlex.address_space import require_room
from articlex.article import Article, assemble
from articlex.options import FormName, Options
from articlex.page import Form, Page
from articlex.pipeline import ORDER, run
from articlex.read import read_page

DEFAULTS = Options()
_STAGES = frozenset(stage.name for stage in ORDER)


def extract(
    source: bytes | str,
    *,
    url: str | None = None,
    form: FormName = "auto",
    encoding: str | None = None,
    charset: str | None = None,
    options: Options | None = None,
) -> Article:
    """The article in one raw page.

    ``source`` is the page itself, not its path or address, as bytes in any encoding or as a str. It may be
    compressed, saved by a browser as one file, a mail, and all else that the README lists below "Use".
    ``url`` is the address of the page, for relative links and as evidence. ``form`` and ``encoding`` override
    what the bytes show; ``charset``, the label in the HTTP header, is only evidence. Bad content never
    raises: it is the article's ``verdict``. Deterministic: the same source and options give the same article
    (the clock is asked only for the last year that a date may have, see :mod:`articlex.days.hints`).

    Raises :class:`~articlex.errors.InputError` if ``source`` is no page at all (a PDF, an image, a truncated
    gzip, larger than ``options.max_bytes``), :class:`LookupError` for an unknown ``encoding``,
    :class:`ValueError` for another unknown name (``form``, ``options.disabled_stages``), :class:`TypeError`
    for an argument of the wrong type, and :class:`MemoryError` for lack of memory.
    """
    options = options if options is not None else DEFAULTS
    if not isinstance(options, Options):
        raise TypeError(f"options must be Options, not {type(options).__name__}")
    if unknown := options.disabled_stages - _STAGES:
        raise ValueError(f"no stage is called {', '.join(sorted(unknown))}")
    require_room()
    page = read_page(
        source, url=url, form=form, encoding=encoding, charset=charset, max_bytes=options.max_bytes
    )
    page = replace(page, year=this_year())
    if options.engine == "readability":
        return assemble(_run_readability(page, options))
    return assemble(run(page, options))


def this_year() -> int:
    """The year by the clock."""
    return date.today().year


def _run_readability(page: Page, options: Options) -> Page:
    if page.form is Form.TEXT:
        warning = "readability-lxml reads HTML alone; articlex found the body"
        return run(replace(page, warnings=(*page.warnings, warning)), options)
    from articlex.engines.readability import engine_order

    return run(page, options, engine_order(ORDER))
