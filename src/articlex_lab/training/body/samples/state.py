"""The state of the code and of the corpora, by which what is kept between runs of a fit is named.

Samples take long to make, so they are kept; made by another state of the code they are other samples, and a
fit on them would not be the one that this code makes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from articlex.page import Form
from articlex_lab.corpora import annotated
from articlex_lab.repository import DATA, ROOT

#: Packages that decide what a page reads as, what text it is flattened to, and what teachers keep of it.
_PACKAGES = (
    "beautifulsoup4", "charset-normalizer", "html-text", "html2text", "inscriptis", "lxml", "markdown-it-py",
    "mdit-py-plugins", "numpy", "rapidfuzz", "readability-lxml", "trafilatura",
)  # fmt: skip
#: Parts of the package that no sample asks about, and the models that are fitted on samples.
_UNASKED = frozenset(("batch", "cli", "engines", "write"))
_FITTED = ("body-", "net-", "kind-", "lexicon-", "element-names")
_SOURCES = (".py", ".toml")
#: Packages for training that samples are made with, or fits on them.
_TRAINING = ("body", "fitting", "made")
#: Modules of the laboratory that samples are made with, beside those.
_LAB = (
    "corpora/annotated", "corpora/flatteners", "corpora/sites", "corpora/stages_before", "scores/labels",
    "scores/metrics",
)  # fmt: skip


@cache
def code_state(form: Form) -> str:
    """A short name of what samples and fits of ``form`` are made with.

    Sources, word lists, the models that are fitted before, packages.
    """
    total = hashlib.sha256()
    for path in sources(form):
        total.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    for package in _PACKAGES:
        total.update(f"{package} {_version(package)}\0".encode())
    return total.hexdigest()[:12]


@cache
def corpora_state(names: tuple[str, ...]) -> str:
    """A short name of the pages and the gold of the corpora ``names``."""
    return annotated.digest(annotated.load(names))[:12]


def sources(form: Form) -> Iterator[Path]:
    """The files that decide what the samples of ``form`` are."""
    package, lab = DATA.parent, Path(__file__).parents[3]
    yield from sorted(
        path for path in package.rglob("*.py") if path.relative_to(package).parts[0] not in _UNASKED
    )
    yield from sorted(
        path for path in DATA.iterdir() if path.suffix not in (".py", ".md") and _is_asked(path, form)
    )
    yield from (lab / f"{name}.py" for name in _LAB)
    for name in _TRAINING:
        yield from sorted(path for path in (lab / "training" / name).rglob("*.*") if path.suffix in _SOURCES)


def _is_asked(path: Path, form: Form) -> bool:
    """Raw page text is labelled by what the models of HTML say, in ``distilled``."""
    is_fitted = path.name.startswith(_FITTED) and (form is Form.HTML or f"-{form.value}." in path.name)
    return path.is_file() and not is_fitted


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
