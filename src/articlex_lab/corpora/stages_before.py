"""Pages as a stage finds them: what is fitted or measured for a stage sees them so too."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Form, Page
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.stages.contract import Stage


def stages_before(name: str) -> tuple[Stage, ...]:
    """The stages that run before the one of that name."""
    return ORDER[: [stage.name for stage in ORDER].index(name)]


def marked_before(name: str, page: Page) -> Page:
    """``page``, as it was read, with the marks and facts of the stages before the one of that name."""
    return run(page, Options(), stages_before(name))


def read_before(name: str, source: bytes | str, form: Form, url: str | None = None) -> Page:
    """A page in ``form``, read from its source, as the stage of that name finds it.

    The page's own form is HTML where the source is text that is Markdown.
    """
    return marked_before(name, read_page(source, url=url, form=form.value))
