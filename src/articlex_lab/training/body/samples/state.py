"""Names for the state of the code and of the corpora, under which samples and predictions are kept.

Samples take long to make, so that they are kept between runs; those that other code has made are not to be
fitted on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from articlex.page import Form
from articlex_lab.corpora import annotated
from articlex_lab.peers.engines import version_in_python
from articlex_lab.repository import DATA, ROOT

#: Packages that decide how a page is read, what text it is flattened to, and what the teachers keep of it.
_PACKAGES = (
    "beautifulsoup4", "charset-normalizer", "html-text", "html2text", "inscriptis", "lxml", "markdown-it-py",
    "mdit-py-plugins", "numpy", "rapidfuzz", "readability-lxml", "trafilatura",
)  # fmt: skip
#: Parts of the package that samples do not depend on, and the models that are fitted on samples.
_UNASKED = frozenset(("batch", "cli", "engines", "write"))
_FITTED = ("body-", "net-", "kind-", "lexicon-", "element-names")
_SOURCES = (".py", ".toml")
#: Packages of training on which samples and fits depend.
_TRAINING = ("body", "fitting", "made")
#: Other modules of the laboratory on which samples depend.
_LAB = (
    "corpora/annotated", "corpora/flatteners", "corpora/inner_text", "corpora/sites", "corpora/stages_before",
    "scores/labels", "scores/metrics",
)  # fmt: skip


@cache
def code_state(form: Form) -> str:
    """A short name for all that samples and fits of ``form`` depend on: sources, word lists, the models that
    are fitted before them, and the versions of packages."""
    total = hashlib.sha256()
    for path in sources(form):
        total.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    for package in _PACKAGES:
        total.update(f"{package} {version_in_python(package)}\0".encode())
    return total.hexdigest()[:12]


@cache
def corpora_state(names: tuple[str, ...]) -> str:
    """A short name for the pages and the gold of the corpora ``names``."""
    return annotated.digest(annotated.load(names))[:12]


def sources(form: Form) -> Iterator[Path]:
    """The files on which the samples of ``form`` depend."""
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
    """Whether samples depend on a data file: not on models that are fitted on them, but samples of raw page
    text on those of HTML, by which they are labelled (``distilled``)."""
    is_fitted = path.name.startswith(_FITTED) and (form is Form.HTML or f"-{form.value}." in path.name)
    return path.is_file() and not is_fitted
