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
#: Most characters of a message that is not our own.
_MESSAGE_CHARS = 300
IO_CODES = frozenset({"io", *(code for _, code in _CODES)})


def io_code(error: OSError) -> str:
    """The code of an error of the operating system."""
    return next((code for kind, code in _CODES if isinstance(error, kind)), "io")


def over_limit(max_bytes: int, what: str = "") -> str:
    """Why a page, or ``what`` holds it, was not read, for the library and the command line."""
    return f"{what} over the limit of {max_bytes:,} bytes; --max-size (max_bytes) raises it".lstrip()


def reason(error: OSError) -> str:
    """The message of the system, without the number and the path that ``str(error)`` adds. What was not found
    is called a file, whatever it was to be."""
    text = error.strerror or str(error)
    return (text[:1].lower() + text[1:]).removesuffix(" or directory")


def brief(error: BaseException) -> str:
    """The message of an exception, cut short: some libraries quote all of their input."""
    text = str(error)
    return text if len(text) <= _MESSAGE_CHARS else f"{text[:_MESSAGE_CHARS]}..."


def reason_and_code(error: BaseException, no_memory: str = "out of memory") -> tuple[str, str]:
    """What users are told of any exception, and its code. ``no_memory`` is for a lack of memory."""
    if isinstance(error, ArticlexError):
        return str(error), error.code
    if isinstance(error, OSError):
        return reason(error), io_code(error)
    if isinstance(error, MemoryError):
        return no_memory, "memory"
    return f"internal error: {type(error).__name__}: {brief(error)}", "internal"
