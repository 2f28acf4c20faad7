"""Pages as a stage finds them, with what the stages before it said: to fit a model, to measure a stage."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Form, Page
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.set_aside import set_aside, without
from articlex.stages.contract import Stage


def stages_before(name: str) -> tuple[Stage, ...]:
    """The stages that run before the one of that name."""
    return ORDER[: [stage.name for stage in ORDER].index(name)]


def marked_before(name: str, page: Page) -> Page:
    """``page``, which no stage has seen yet, with the marks and facts of the stages before ``name``."""
    return run(page, Options(), stages_before(name))


def read_before(name: str, source: bytes | str, form: Form, url: str | None = None) -> Page:
    """The page that is read from ``source``, as the stage ``name`` finds it: without what is set aside.

    Its form is that of ``form``, or HTML where the source is a text in Markdown.
    """
    page = marked_before(name, read_page(source, url=url, form=form.value))
    aside = set_aside(page)
    return without(page, aside)[0] if aside else page
