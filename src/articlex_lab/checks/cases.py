"""The cases of stages and of sources of metadata: ``fixtures/stages/*.cases`` and ``fixtures/metadata``, read
for the tests.

A file, named after the stage, is a list of cases: a page, and what the stage has to say of it::

    === a menu of names in their own scripts
    form: text

    English
    中文
    Ελληνικά
    ---
    language_menu names English
    language_menu names 中文
    language_menu names Ελληνικά

The first line is the title. Lines of settings follow, ``key: value``, and a blank line:

* ``form``: ``html``, ``text`` (the default), or ``auto`` for a page that is neither, such as a feed;
* ``url``, the address; ``favor`` and ``reference_date``, as in :class:`articlex.Options`;
* ``kept``, for a stage after the body: the blocks that the body keeps, so that the case does not depend on
  the fit of the scorer. They are given by how their text begins (that of a picture is its alternative text),
  with ``|`` between them;
* ``nearly``, with ``kept``: blocks, given in the same way, that the body nearly keeps;
* ``shared``: blocks, given in the same way, that are also on other pages of the site, each together with the
  block below it.

The page runs to the last line ``---``. Below it is a line for each block that the stage marks, in the order
of the page, ``role reason text-start``, then one for each fact that it states, ``fact field value source``
(with ``; `` between the members of a list). Nothing below the ``---`` means that the stage must not fire.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import get_args

from articlex.facts import page_host
from articlex.options import FormName, Options
from articlex.page import Block, Fact, Mark, Page, Role
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.site_profiles import SiteProfile, shingles
from articlex_lab.repository import FIXTURES

FOLDER = FIXTURES / "stages"

#: The mark of the body on a block that it drops, on one that it nearly keeps, and on one that it keeps.
_DROPPED = Mark(0, Role.BOILERPLATE, "not-main-content", 0.8, "body")
_NEARLY_KEPT = _DROPPED._replace(score=0.6)
_KEPT = Mark(0, Role.BODY, "main-content", 0.9, "body")

_HEADER = re.compile(r"(form|url|favor|reference_date|kept|nearly|shared): *(.*)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case of one stage: ``expected`` are the lines below the ``---``, ``line`` is that of the title."""

    stage: str
    title: str
    line: int
    settings: dict[str, str]
    source: str
    expected: tuple[str, ...]

    @property
    def id(self) -> str:
        """The name of the case in pytest."""
        return f"{self.stage}: {self.title}"

    @property
    def options(self) -> Options:
        """Strict options: a breach of the stage contract raises."""
        day = self.settings.get("reference_date")
        favor = self.settings.get("favor", "balanced")
        assert favor in ("balanced", "precision", "recall")
        return Options(
            strict=True,
            favor=favor,  # type: ignore[arg-type]  # narrowed by the line above
            reference_date=date.fromisoformat(day) if day else None,
            site_profile=self._profile() if "shared" in self.settings else None,
        )

    def page(self) -> Page:
        """The page as the reader gives it."""
        form = self.settings.get("form", "text")
        forms = get_args(FormName)
        assert form in forms, f"{self.stage}.cases:{self.line}: form is one of {forms}, not {form!r}"
        return read_page(self.source, form=form, url=self.settings.get("url"))  # type: ignore[arg-type]

    def outcome(self) -> Page:
        """The page after the stage and those that run before it."""
        names = [stage.name for stage in ORDER]
        if self.stage not in names:
            raise ValueError(f"put {self.stage} into the order of src/articlex/pipeline.py")
        end = names.index(self.stage) + 1
        if "kept" not in self.settings:
            return run(self.page(), self.options, ORDER[:end])
        body = names.index("body") + 1
        page = self._keep(run(self.page(), self.options, ORDER[:body]))
        return run(page, self.options, ORDER[body:end])

    def _profile(self) -> SiteProfile:
        """A profile of the site that has the ``shared`` blocks."""
        page = run(self.page(), Options(), ORDER[:1])
        texts = [block.text for block in page.blocks if block.text]
        starts = self._starts("shared")
        pairs = zip(texts, shingles(texts), strict=False)
        shared = frozenset(pair for text, pair in pairs if _one_line(text).startswith(starts))
        return SiteProfile("", {page_host(page): shared})

    def _keep(self, page: Page) -> Page:
        """``page`` as if the body kept the ``kept`` blocks and no others."""
        kept, nearly = self._starts("kept"), self._starts("nearly")

        def mark_of(block: Block) -> Mark:
            text = _one_line(block.text or "".join(run.text for run in block.runs))
            return _KEPT if text.startswith(kept) else _NEARLY_KEPT if text.startswith(nearly) else _DROPPED

        marks = [
            mark_of(block)._replace(block=mark.block) if mark.stage in ("", "body") else mark
            for block, mark in zip(page.blocks, page.marks, strict=True)
        ]
        return replace(page, marks=tuple(marks))

    def _starts(self, key: str) -> tuple[str, ...]:
        """How the blocks begin that the setting ``key`` names."""
        return tuple(start.strip() for start in self.settings[key].split("|")) if key in self.settings else ()


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file. Raises ValueError, with file and line, where it is not well formed."""
    for start, title, lines in sections(path):
        yield _read_case(path, start, title, lines)


def sections(path: Path) -> Iterator[tuple[int, str, list[str]]]:
    """The parts of a file below its lines ``=== title``, each as (number of that line, title, lines below
    it).

    Raises ValueError for text above the first one.
    """
    # Not splitlines(): a page may have form feeds and other separators that end no line of the file.
    lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("=== ")]
    if any(line.strip() for line in lines[: starts[0] if starts else None]):
        raise ValueError(f"{path.name}:1: text before the first title, which is a line '=== title'")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start + 1, lines[start].removeprefix("=== ").strip(), lines[start + 1 : end]


def divided(lines: list[str], at: str, where: str) -> tuple[list[str], list[str]]:
    """The lines above and below the last line that is ``at``. Raises ValueError if there is none."""
    if at not in lines:
        raise ValueError(f"{where}: no line {at!r} between the page and what is expected")
    separator = len(lines) - 1 - lines[::-1].index(at)
    return lines[:separator], lines[separator + 1 :]


def _read_case(path: Path, start: int, title: str, lines: list[str]) -> Case:
    where = f"{path.name}:{start}"
    page, expected = divided(lines, "---", where)
    settings, body = {}, 0
    while body < len(page) and (header := _HEADER.fullmatch(page[body])):
        settings[header[1]] = header[2].strip()
        body += 1
    if body < len(page) and page[body].strip():
        raise ValueError(f"{where}: a blank line has to follow the settings")
    return Case(
        stage=path.stem,
        title=title,
        line=start,
        settings=settings,
        source="\n".join(page[body + 1 :]) + "\n",
        expected=tuple(line.strip() for line in expected if line.strip()),
    )


def said(page: Page, stage: str) -> list[Mark | Fact]:
    """What one stage said of a page: its marks in the order of the blocks, then its facts."""
    outputs: list[Mark | Fact] = [*page.marks, *page.facts]
    return [output for output in outputs if output.stage == stage]


def matches(expected: str, output: Mark | Fact, page: Page) -> bool:
    """Whether ``output``, of a stage on ``page``, is what the line ``expected`` says."""
    if isinstance(output, Fact):
        return expected == describe(output, page)
    role, reason, *start = expected.split(maxsplit=2)
    text = _one_line(page.blocks[output.block].text)
    return (role, reason) == (output.role, output.reason) and text.startswith("".join(start))


def describe(output: Mark | Fact, page: Page) -> str:
    """An output of a stage on ``page`` as a line of a case."""
    if isinstance(output, Fact):
        value = output.value if isinstance(output.value, str) else "; ".join(output.value)
        return f"fact {output.field} {value} {output.source}"
    return f"{output.role} {output.reason} {_one_line(page.blocks[output.block].text)[:60]}".rstrip()


def _one_line(text: str) -> str:
    return " ".join(text.split())
