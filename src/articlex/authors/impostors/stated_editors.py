"""Editors whom the markup names: newspapers print them in one line with the author, or side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from articlex.authors.gathering import CLASS, Authors, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.authors.together import Ranked
from articlex.page import Page

#: How the name of a <meta> ends that names an editor: "content_editor".
_EDITOR = "editor"


def authors_over_stated_editors(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those whom the markup states outrank whoever it calls the editor."""
    editors = _stated_editors(page)
    if not editors:
        return NO_OUTRANKING
    keys = [set(map(name_key, each.names)) for each in candidates]
    edited = {place for place, names in enumerate(keys) if not editors.isdisjoint(names)}
    stated = {place for place, each in enumerate(candidates) if not each.is_only_of(CLASS)}
    return outranking(stated - edited, edited)


def without_stated_editors(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the likeliest names but for editors, if others are left."""
    editors = _stated_editors(page) if ranked else set()
    if not editors:
        return ranked
    best = ranked[0].candidate
    names = tuple(name for name in best.names if name_key(name) not in editors)
    if not names or len(names) == len(best.names):
        return ranked
    return [ranked[0]._replace(candidate=replace(best, names=names)), *ranked[1:]]


def _stated_editors(page: Page) -> set[str]:
    """The names of the editors, as keys."""
    return {name_key(content) for name, content in page.markup.metas if name.endswith(_EDITOR)} - {""}
