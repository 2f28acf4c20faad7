"""Annotated pages that are changed, in processes of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from articlex import extract
from articlex.options import FormName
from articlex.read.decoding.encoding import decode
from articlex_lab.checks.metamorphic.additions import HTML_ADDITIONS, TEXT_ADDITIONS
from articlex_lab.checks.metamorphic.differences import Difference, compared
from articlex_lab.checks.metamorphic.html_changes import FORMS, SPELLINGS
from articlex_lab.checks.metamorphic.text_changes import CHANGES, LENGTHENING
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import flatten

#: Flatteners that wrap lines, whose widths a change must not alter.
WRAPPING = ("w3m", "lynx", "html2text")

Changes = Mapping[str, Callable[[str], str | bytes]]
HTML: Changes = {**SPELLINGS, **FORMS, **HTML_ADDITIONS}
TEXT: Changes = {**CHANGES, **TEXT_ADDITIONS}


def html_differences(record: Record, changes: Changes) -> Iterator[tuple[str, Difference]]:
    """What each change does to a page of HTML; nothing for those that leave its source as it is."""
    data = record.read()
    return _differences(data, decode(data, None).text, changes, record.name, "html", record.url)


def text_differences(record: Record, flattener: str, changes: Changes) -> Iterator[tuple[str, Difference]]:
    """What each change does to a page that ``flattener`` has made text of; nothing for those that leave it as
    it is."""
    text = flatten(record, flattener)
    if flattener in WRAPPING:
        changes = {name: change for name, change in changes.items() if name not in LENGTHENING}
    return _differences(text, text, changes, f"{record.name} {flattener}", "text")


def _differences(
    original: str | bytes, source: str, changes: Changes, page: str, form: FormName, url: str | None = None
) -> Iterator[tuple[str, Difference]]:
    before = extract(original, form=form, url=url)
    for name, change in changes.items():
        changed = change(source)
        if changed != source:
            yield name, compared(page, before, extract(changed, form=form, url=url))


class Task(NamedTuple):
    """A page to be changed in the ways that ``changes`` names, as HTML or as text by a flattener."""

    record: Record
    flattener: str
    changes: frozenset[str]


def measured(task: Task) -> list[tuple[str, Difference]]:
    """What each change does to a page, in a worker."""
    known = TEXT if task.flattener else HTML
    changes = {name: change for name, change in known.items() if name in task.changes}
    if task.flattener:
        return list(text_differences(task.record, task.flattener, changes))
    return list(html_differences(task.record, changes))
