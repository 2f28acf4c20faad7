"""articlex: the article in a raw web page, as HTML or as flattened plain text.

>>> import articlex
>>> article = articlex.extract("<html><body><article><h1>Rain</h1><p>It rained.</p></article></body></html>")
>>> article.title
'Rain'
"""

from __future__ import annotations

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
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Kind, Mark, Page, Role

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
    "TooLargeError",
    "UsageError",
    "Verdict",
    "__version__",
    "extract",
]
