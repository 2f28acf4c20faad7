"""The options of the output, in one frozen record that every writer receives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict, get_args

from articlex.options import several_names

Tables = Literal["gfm", "html", "text"]
Schema = Literal["articlex", "trafilatura", "newspaper", "schemaorg"]


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """The options of a writer; the defaults give the plainest output of each format.

    Raises ValueError for an unknown ``tables`` or ``schema`` and for an ``input`` that is no JSON object,
    TypeError for ``fields`` that are one str and for another value of the wrong type.
    """

    #: Whether the metadata precede the Markdown as YAML.
    front_matter: bool = False
    #: Whether links are written with their addresses, or as plain text.
    links: bool = True
    #: Whether images are printed.
    images: bool = True
    #: How Markdown shows a data table too complex for GFM (spans, nested blocks, several header rows):
    #: flattened to a GFM table, as HTML, or as text.
    tables: Tables = "gfm"
    #: The fields of a record and their order; empty means all.
    fields: tuple[str, ...] = ()
    #: The tool whose record is written, with its names of the fields.
    schema: Schema = "articlex"
    #: Whether the record has these fields, which are written only on request.
    with_html: bool = False
    with_blocks: bool = False
    with_provenance: bool = False
    #: The path or address of the input, for the record.
    source: str | None = None
    #: A JSON object of what the input states about the page, for the record; None: the record has no such
    #: field.
    input: str | None = None

    def __post_init__(self) -> None:
        for name, value, known in (("tables", self.tables, Tables), ("schema", self.schema, Schema)):
            if value not in get_args(known):
                raise ValueError(f"{name} is {', '.join(get_args(known))}, not {value!r}")
        names = several_names("fields", self.fields)
        for name, said in (("source", self.source), ("input", self.input)):
            if not isinstance(said, str | None):
                raise TypeError(f"{name} must be str, not {type(said).__name__}")
        for switch in ("front_matter", "links", "images", "with_html", "with_blocks", "with_provenance"):
            # "no" would switch it on.
            if not isinstance(getattr(self, switch), bool):
                raise TypeError(f"{switch} must be bool, not {type(getattr(self, switch)).__name__}")
        # A record has each field once, and so does the header row of CSV.
        object.__setattr__(self, "fields", tuple(dict.fromkeys(names)))
        if self.input and not _is_json_object(self.input):
            raise ValueError(f"input must be a JSON object, not {self.input[:40]!r}")


def _is_json_object(text: str) -> bool:
    import json

    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


class Rendering(TypedDict, total=False):
    """The fields of :class:`RenderOptions` as keyword arguments, for type checkers."""

    front_matter: bool
    links: bool
    images: bool
    tables: Tables
    fields: tuple[str, ...]
    schema: Schema
    with_html: bool
    with_blocks: bool
    with_provenance: bool
    source: str | None
    input: str | None


DEFAULTS = RenderOptions()
