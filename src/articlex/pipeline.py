"""The stages in their order, and the runner that applies their marks and facts.

To add a stage: one module in :mod:`articlex.stages` (copy the shortest), one file of cases in
``fixtures/stages/``, and its name in the order below. ``make stage NAME=x`` writes the stubs, and
``tests/test_registry.py`` says what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module

from articlex.errors import ContractError
from articlex.options import Options
from articlex.page import Fact, Mark, Page, Role, Step, new_tuple
from articlex.set_aside import finds_aside, restored, set_aside, without
from articlex.signs import read_signs
from articlex.stages.contract import Stage

#: The stages in their order, each by the name of its module. Read it aloud: this is the program.
_NAMES = (
    # What the page says of itself, what lies over it or was put above it, and the language of its text.
    "markup consent above_title language",
    # What stands around an article.
    "language_menu breadcrumb pagination share nav_block tags author_bio",
    "related comments reviews promo legal footer",
    # What the article is called, when it appeared, who wrote it, and where.
    "headline published byline author_note site_name",
    # Pages that have none.
    "error_page front_page wall",
    # The article, and what was kept or left out wrongly.
    "body",
    "shared_blocks above_headline dated_cards announced stated_parts thread attached document",
    # What the chosen text tells about the rest.
    "site_wide leftovers sections",
)
ORDER: tuple[Stage, ...] = tuple(
    import_module(f"articlex.stages.{name}").STAGE for name in " ".join(_NAMES).split()
)

_UNKNOWN = Role.UNKNOWN
#: The marks of the first blocks of a page that no stage has marked yet, the same on all pages: few have more,
#: and to make them takes a hundredth of the time of all stages.
_UNMARKED = tuple(Mark(index, _UNKNOWN, "", 1.0, "") for index in range(1_000))


def run(page: Page, options: Options, order: Iterable[Stage] = ORDER) -> Page:
    """Give each block its role and collect the facts.

    Returns a new Page with ``marks``, ``facts`` and ``trace`` filled in. Once a stage has found what
    lies over the page or above it, the stages behind see the page without (:mod:`articlex.set_aside`).

    If a stage raises or breaks its contract, its output is discarded and the error recorded in the trace;
    with ``options.strict`` a breach raises :class:`ContractError` and exceptions propagate. MemoryError
    always does, since the page can be read with more memory.
    """
    is_marked = bool(page.marks)
    marks = page.marks or _unmarked(len(page.blocks))
    page = replace(page, marks=marks, signs=page.signs or read_signs(page))
    if is_marked and (aside := set_aside(page)):
        return _run_without(page, aside, options, order)
    trace = list(page.trace)
    ahead = (each for each in order if page.form in each.forms and each.name not in options.disabled_stages)
    for stage in ahead:
        page, step = _apply(stage, page, options)
        trace.append(step)
        if step.marked and finds_aside(stage.reasons) and (aside := set_aside(page)):
            return _run_without(replace(page, trace=tuple(trace)), aside, options, ahead)
    return replace(page, trace=tuple(trace))


def _run_without(page: Page, aside: list[int], options: Options, order: Iterable[Stage]) -> Page:
    """Run stages on ``page`` without the blocks that lie over it."""
    rest, left = without(page, aside)
    return restored(page, run(rest, options, order), left)


def _unmarked(count: int) -> tuple[Mark, ...]:
    """The marks of ``count`` blocks before the first stage."""
    more = (new_tuple(Mark, (index, _UNKNOWN, "", 1.0, "")) for index in range(len(_UNMARKED), count))
    return (*_UNMARKED[:count], *more)


def _apply(stage: Stage, page: Page, options: Options) -> tuple[Page, Step]:
    """(the page with the output of a stage applied, the step for the trace)."""
    try:
        new_marks, new_facts = _collect(stage, page, options)
    except Exception as error:
        if options.strict or isinstance(error, MemoryError):
            raise
        return page, Step(stage.name, 0, 0, f"{type(error).__name__}: {error}")
    marks = page.marks
    replaced = [mark for index in new_marks if (mark := marks[index]).stage] if stage.overrides else ()
    step = Step(stage.name, len(new_marks), len(new_facts), replaced=tuple(replaced))
    if not new_marks and not new_facts:  # most stages find nothing on most pages
        return page, step
    if new_marks:
        changed = list(marks)
        for index, mark in new_marks.items():
            changed[index] = mark
        marks = tuple(changed)
    return replace(page, marks=marks, facts=(*page.facts, *new_facts)), step


def _collect(stage: Stage, page: Page, options: Options) -> tuple[dict[int, Mark], list[Fact]]:
    """The marks by block and the facts of a stage. Raises ContractError for a breach of its contract."""
    marks: dict[int, Mark] = {}
    facts: list[Fact] = []
    name, reasons, sets, overrides = stage.name, stage.reasons, stage.sets, stage.overrides
    for output in stage.run(page, options):
        if output.reason not in reasons:
            raise ContractError(f"stage {name}: reason {output.reason!r} is not in its table")
        if not 0.0 <= output.score <= 1.0:
            raise ContractError(f"stage {name}: score {output.score!r} is not from 0 to 1")
        if isinstance(output, Fact):
            facts.append(new_tuple(Fact, (*output[:-1], name)))
            continue
        block, role, reason, score, _ = output
        if role not in sets:
            raise ContractError(f"stage {name}: role {role} is not in its sets")
        current = page.marks[block].role
        if current is not _UNKNOWN and current not in overrides:
            raise ContractError(f"stage {name}: may not override {current} of block {block}")
        if block in marks:
            raise ContractError(f"stage {name}: marks block {block} twice")
        marks[block] = new_tuple(Mark, (block, role, reason, score, name))
    return marks, facts
