"""``make train``: rebuild the scorer's files as they ship, byte for byte, by the code that fitted them.

Reader and stages change between two fits, so that a fit by the current code makes other files (``make fit``).
The files that ship were fitted by the code of the commit that last changed them: that commit is checked out
into a folder, fits the files from the corpora as it did then, and they are compared. The packages are those
that are installed now; the files say with which versions they were fitted.
"""

from __future__ import annotations

import argparse
import filecmp
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from articlex.models.packing import certificate
from articlex.page import Form
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import VARIABLE, corpora_folder
from articlex_lab.repository import DATA, ROOT

_DATA = DATA.relative_to(ROOT)
_NAMES = ("lexicon-{}.model", "body-{}.model", "net-{}.model", "kind-{}.model")
#: The files that the fit of each form writes.
FILES = {
    Form.HTML: (*(name.format(Form.HTML.value) for name in _NAMES), "element-names.model"),
    Form.TEXT: tuple(name.format(Form.TEXT.value) for name in _NAMES),
}
#: The module that fits, by its current name and by that up to 2026-11-30.
_FITS = ("articlex_lab.training.body.train", "articlex_lab.training.train")
#: Files that had the weights of days and names up to 2026-11-29, the keys of the weights in them, and the
#: model file that has them now. When the files of HTML of 2026-11-28 were fitted, the weights were those of
#: the fit before, and so they were committed.
_WEIGHTS = (
    ("date_model.json", ("weights", "html"), "day-html.model"),
    ("metadata_weights.json", ("models", "byline-html"), "byline-html.model"),
)


class HistoryError(Exception):
    """The commit that last changed the files cannot be found, or has no module that fits."""


def commit_of(form: Form, root: Path = ROOT) -> str:
    """The hash of the last commit that changed a file of ``form``.

    Raises :class:`HistoryError` where files differ from those committed, or there is no history.
    """
    paths = [str(_DATA / name) for name in FILES[form]]
    if _git(root, "status", "--porcelain", "--", *paths):
        raise HistoryError(f"the files of {form.value} are not those of a commit")
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise HistoryError("the clone has no history: git fetch --unshallow")
    return _git(root, "log", "-1", "--format=%H", "--", *paths).decode().strip()


def rebuild(form: Form, checkout: Path, corpora: Path, root: Path = ROOT) -> dict[str, bool]:
    """Fit the files of ``form`` in the folder ``checkout``, by the code of the commit that last changed them;
    returns for each file whether it has the bytes of the one that ships."""
    code = _git(root, "archive", "--format=zip", commit_of(form, root))
    shutil.rmtree(checkout, ignore_errors=True)
    with zipfile.ZipFile(io.BytesIO(code)) as archive:
        archive.extractall(checkout)
    if form is Form.HTML:
        _lay_weights(checkout / _DATA, root / _DATA)
    environment = {**os.environ, "PYTHONPATH": str(checkout / "src"), VARIABLE: str(corpora)}
    command = [sys.executable, "-m", _fit_in(checkout), "--form", form.value]
    subprocess.run(command, cwd=checkout, env=environment, check=True)
    same, _, _ = filecmp.cmpfiles(checkout / _DATA, root / _DATA, FILES[form], shallow=False)
    return {name: name in same for name in FILES[form]}


def _fit_in(checkout: Path) -> str:
    """The name that the module that fits has in ``checkout``."""
    for name in _FITS:
        if (checkout / "src" / name.replace(".", "/")).with_suffix(".py").is_file():
            return name
    raise HistoryError("the commit that brought the files has no module that fits")


def _lay_weights(then: Path, now: Path) -> None:
    """Put the weights of days and names that ship now into the files that had them then."""
    for name, (part, key), model in _WEIGHTS:
        if (then / name).is_file():
            record = json.loads((then / name).read_text(encoding="utf-8"))
            record[part][key] = certificate((now / model).read_bytes())["weights"]
            (then / name).write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")


def _git(root: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=True).stdout
    except OSError as error:
        raise HistoryError(f"git: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        raise HistoryError(f"git {arguments[0]}: {error.stderr.decode(errors='replace').strip()}") from error


def main() -> None:
    """Rebuild the files of one form or of both, and print for each whether it is the same."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="for the code of that commit and the files that it makes")
    parser.add_argument("--form", choices=[form.value for form in Form])
    options = parser.parse_args()
    corpora, same = corpora_folder().resolve(), True
    for form in [Form(options.form)] if options.form else list(Form):
        checkout = options.folder.resolve() / form.value
        try:
            found = rebuild(form, checkout, corpora)
        except HistoryError as error:
            sys.exit(f"rebuild: {error}")
        except subprocess.CalledProcessError as error:
            sys.exit(f"rebuild: the fit of {form.value} ended with exit code {error.returncode}")
        for name, is_same in found.items():
            sys.stdout.write(f"{name}: {'the same' if is_same else f'another, in {checkout}'}\n")
        same = same and all(found.values())
    if not same:
        sys.exit(1)


if __name__ == "__main__":
    run_command(main)
