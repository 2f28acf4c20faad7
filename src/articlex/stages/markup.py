"""What the markup states: the metadata of an HTML page, from every source that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from articlex.options import Options
from articlex.page import Form, Page
from articlex.stages.contract import Output, Stage


class _Reasons(Mapping[str, str]):
    """The reasons of all sources, imported when somebody asks: raw page text does not wait for them."""

    @cached_property
    def _sentences(self) -> dict[str, str]:
        from articlex.metadata.sources import SOURCES

        return {slug: sentence for source in SOURCES for slug, sentence in source.reasons.items()}

    def __getitem__(self, slug: str) -> str:
        return self._sentences[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sentences)

    def __len__(self) -> int:
        return len(self._sentences)


REASONS = _Reasons()


def run(page: Page, options: Options) -> Output:
    """State the facts of :mod:`articlex.metadata`; marks no block."""
    from articlex.metadata.sources import state_facts

    yield from state_facts(page, options.reference_date)


STAGE = Stage(name="markup", run=run, reasons=REASONS, forms=frozenset({Form.HTML}))
