"""What a caller can choose about the output, in one frozen record that every writer receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tables = Literal["gfm", "html", "text"]
Schema = Literal["articlex", "trafilatura", "newspaper", "schemaorg"]


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """The defaults give the plainest output of each format.

    ``tables`` says how Markdown shows a data table that is too complex for a GFM table (spans, nested
    blocks, several header rows): flattened into one all the same, as HTML, or as text. ``fields`` picks
    the fields of a record and their order; empty means all. ``schema`` names the record's fields after
    another tool's. ``source`` is the input's path or address, which the record repeats.
    """

    front_matter: bool = False
    links: bool = True
    images: bool = True
    tables: Tables = "gfm"
    fields: tuple[str, ...] = ()
    schema: Schema = "articlex"
    with_html: bool = False
    with_blocks: bool = False
    with_provenance: bool = False
    source: str | None = None


DEFAULTS = RenderOptions()
