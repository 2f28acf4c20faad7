"""What the metadata sources read: the page's markup, and the parts of it that several sources need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from articlex.page import Block, Fact, Markup
from articlex.read.metadata.linked_data import LinkedData, read_linked_data


class Evidence(NamedTuple):
    """Everything that a source may look at.

    ``metas`` holds the contents of each <meta> by lower-cased name, empty ones left out, in page order.
    ``linked`` is the JSON-LD of the page, parsed. ``url`` is the address that the caller gave.
    ``reference`` is the day on which the page was read, None if the caller does not say.
    """

    markup: Markup
    blocks: Sequence[Block]
    url: str | None
    metas: Mapping[str, Sequence[str]]
    linked: LinkedData
    reference: date | None = None

    def meta(self, *names: str) -> str:
        """The first content of the first of ``names`` that the page has, else ""."""
        for name in names:
            if name in self.metas:
                return self.metas[name][0]
        return ""


@dataclass(frozen=True, slots=True)
class Source:
    """One place in which pages state metadata: a function that reads it, and why its facts are believed."""

    name: str
    state: Callable[[Evidence], Iterator[Fact]]
    #: Slug of each reason, with the sentence that ``articlex explain`` prints for it.
    reasons: Mapping[str, str]


def gather(
    markup: Markup, blocks: Sequence[Block], url: str | None, reference: date | None = None
) -> Evidence:
    """The evidence of one page."""
    metas: dict[str, list[str]] = {}
    for name, content in markup.metas:
        if content := content.strip():
            metas.setdefault(name.strip(), []).append(content)
    canonical = next((href for rel, href, _ in markup.links if "canonical" in rel.split()), "")
    addresses = (url or "", canonical, *metas.get("og:url", ()))
    titles = (*metas.get("og:title", ()), *metas.get("twitter:title", ()), markup.title)
    linked = read_linked_data(markup.json_ld, addresses, titles)
    return Evidence(markup, blocks, url, metas, linked, reference)
