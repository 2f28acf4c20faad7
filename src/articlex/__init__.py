"""articlex: the article in a raw web page, as HTML or as flattened plain text.

>>> import articlex
>>> article = articlex.extract("<html><body><article><h1>Rain</h1><p>It rained.</p></article></body></html>")
>>> article.title
'Rain'

What ``__all__`` names is the library; other modules are its inside and may change. ``docs/python.md`` of the
repository describes it, with recipes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlex.article import Article, Verdict
    from articlex.errors import (
        ArticlexError,
        BinaryInputError,
        ContractError,
        DecompressionError,
        InputError,
        TooLargeError,
        UsageError,
    )
    from articlex.extraction import extract
    from articlex.learning import learn
    from articlex.options import Options
    from articlex.page import Block, Fact, Field, Form, Kind, Mark, Page, Role
    from articlex.site_profiles import SiteProfile, parse_profile

__version__ = "0.1.0"

__all__ = [
    "Article",
    "ArticlexError",
    "BinaryInputError",
    "Block",
    "ContractError",
    "DecompressionError",
    "Fact",
    "Field",
    "Form",
    "InputError",
    "Kind",
    "Mark",
    "Options",
    "Page",
    "Role",
    "SiteProfile",
    "TooLargeError",
    "UsageError",
    "Verdict",
    "__version__",
    "extract",
    "learn",
    "parse_profile",
]

#: The modules that define the names above. They are imported when a name is first used (PEP 562), because the
#: command line imports this package before it knows what it has to do.
_HOMES = ("errors", "options", "page", "article", "extraction", "site_profiles", "learning")


if not TYPE_CHECKING:  # for a type checker, every misspelt name would be one of ours

    def __getattr__(name: str) -> object:
        if name in __all__:
            for home in _HOMES:
                module = import_module(f"articlex.{home}")
                if name in vars(module):
                    return globals().setdefault(name, vars(module)[name])
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
