"""A page as it came, with what is known of it besides its bytes."""

from __future__ import annotations

from typing import NamedTuple

from articlex.options import FormName


class Wrapped(NamedTuple):
    """A page as it came, with what the caller or a wrapping states of it: form, address, and charset."""

    data: bytes
    form: FormName
    url: str | None
    charset: str | None
    #: The encoding that the caller is sure of; None once the data has become UTF-8.
    encoding: str | None = None
    #: (name, value) of the header fields of a mail that readers see.
    head: tuple[tuple[str, str], ...] = ()
