"""What a caller can choose about the output, in one frozen record that every writer receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Tables = Literal["gfm", "html", "text"]
Schema = Literal["articlex", "trafilatura", "newspaper", "schemaorg"]


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """The defaults give the plainest output of each format."""

    #: The metadata as YAML before the Markdown.
    front_matter: bool = False
    #: Whether links have their addresses.
    links: bool = True
    #: Whether images are printed.
    images: bool = True
    #: How Markdown shows a data table that is too complex for a GFM table (spans, nested blocks, several
    #: header rows): flattened into one all the same, as HTML, or as text.
    tables: Tables = "gfm"
    #: The fields of a record and their order; empty means all.
    fields: tuple[str, ...] = ()
    #: Whose names the fields go by.
    schema: Schema = "articlex"
    #: Which of the fields that are there on request the record has.
    with_html: bool = False
    with_blocks: bool = False
    with_provenance: bool = False
    #: The input's path or address, which the record repeats.
    source: str | None = None
    #: JSON of an object with what the input says of the page, which the record repeats; None: it has no such
    #: field.
    input: str | None = None

    def __post_init__(self) -> None:
        for name, value, known in (("tables", self.tables, Tables), ("schema", self.schema, Schema)):
            if value not in get_args(known):
                raise ValueError(f"{name} is {', '.join(get_args(known))}, not {value!r}")
        if isinstance(self.fields, str):
            raise TypeError("fields must be several names, not one str")
        # A record has each field once, and so has the row of names of CSV.
        object.__setattr__(self, "fields", tuple(dict.fromkeys(self.fields)))


DEFAULTS = RenderOptions()
