"""The exceptions that articlex raises, each with the exit code of the command line.

::

    ArticlexError                 3
    ├── InputError                3   the input cannot be read as a page
    │   ├── BinaryInputError      3   a PDF, an image, an archive, ...
    │   ├── DecompressionError    3   truncated or broken gzip, zstd, ...
    │   └── TooLargeError         3   over the size limit, before or after decompression
    ├── ContractError             3   a stage broke the stage contract (``Options.strict``, as in tests)
    └── UsageError                2   options that do not go together

Subclasses for files, settings and batches are defined in the modules that raise them.

Bad *content* is never an exception: a page without an article is a verdict on the
:class:`~articlex.article.Article`. ``code`` is the slug in square brackets that ends each
diagnostic line on stderr.
"""

from __future__ import annotations


class ArticlexError(Exception):
    """Base of all exceptions that articlex raises on purpose.

    ``code`` is a slug for programs, that of the class unless one is given; ``exit_code`` is that of the
    command line.
    """

    code = "error"
    exit_code = 3

    def __init__(self, message: str = "", code: str = "") -> None:
        super().__init__(message)
        self.code = code or self.code


class InputError(ArticlexError):
    """The input cannot be read as a page."""

    code = "input"


class BinaryInputError(InputError):
    """The bytes are a known binary format, or no text in any encoding."""

    code = "binary"


class DecompressionError(InputError):
    """The compressed input is truncated or broken."""

    code = "compression"


class TooLargeError(InputError):
    """The input is larger than the limit, before or after decompression, or has more lines, tags or blocks
    than a page may have."""

    code = "too-large"


class ContractError(ArticlexError):
    """A stage broke the stage contract; see :mod:`articlex.stages.contract`."""

    code = "contract"


class UsageError(ArticlexError):
    """Options that do not go together, or a format or field that there is not."""

    code = "usage"
    exit_code = 2


#: The codes of errors of the operating system; "io" is that of any other.
_CODES: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "not-found"),
    (IsADirectoryError, "is-directory"),
    (PermissionError, "permission"),
)
IO_CODES = frozenset({"io", *(code for _, code in _CODES)})


def io_code(error: OSError) -> str:
    """The code of an error of the operating system."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), "io")


def over_limit(max_bytes: int) -> str:
    """Why a page was not read that is too large, for the library and the command line."""
    return f"over the limit of {max_bytes:,} bytes; --max-size (max_bytes) raises it"


def reason(error: OSError) -> str:
    """The message of the system, without the number and the path that ``str(error)`` adds."""
    text = error.strerror or str(error)
    return text[:1].lower() + text[1:]
