"""Make ``articlex/data/byline_words.tsv``: the words before or after the name of an author in a byline.

The words come from the translation catalogues inside published packages, all under permissive licences:

====================  ==============  =====================================================
package               licence         messages
====================  ==============  =====================================================
docusaurus (npm)      MIT             ``theme.lastUpdated.byUser``: " by {user}"
django-blog-zinnia    BSD-3-Clause    "Written by"
Mezzanine             BSD-2-Clause    "Posted by"
Nikola                MIT             "Authors"
mkdocs-material       MIT             ``blog.authors`` and ``blog.meta``: "Metadata"
docutils              public domain   the bibliographic fields "author" and "authors"
====================  ==============  =====================================================

Get them into one folder, unpacked, with ``pip download --no-deps nikola docutils django-blog-zinnia
mezzanine mkdocs-material`` and ``npm pack @docusaurus/theme-translations``, then
``python -m articlex_lab.word_lists.byline_words FOLDER > src/articlex/data/byline_words.tsv``.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from articlex_lab.command import only_argument
from articlex_lab.word_lists.capitals import forms

#: Translations that are no labels of authors: "not available", "developers", "list of authors"; and "از" of
#: Urdu, which is "from" in Persian and stands in every other headline there.
WRONG = frozenset(("n/a", "разработчики", "著者一覧", "از"))


class Word(NamedTuple):
    """``place`` is "by" (a preposition before a name), "after" (a word behind it), "label" (a noun before a
    colon) or "nobody" (no name follows)."""

    place: str
    text: str
    language: str
    origin: str


def docusaurus(folder: Path) -> Iterator[Word]:
    """The words around ``{user}`` in "by {user}"."""
    for path in sorted(folder.glob("**/locales/*/theme-common.json")):
        language = path.parent.name
        message = str(json.loads(path.read_text("utf-8")).get("theme.lastUpdated.byUser", ""))
        before, _, after = message.partition("{user}")
        if language != "base" and before.strip():
            yield Word("by", before.strip(), language, "docusaurus")
        # A single letter after the name is a case ending ("{user}가"), with which names end as well.
        if len(after.strip()) > 1:
            yield Word("after", after.strip(), language, "docusaurus")
    yield Word("by", "by", "en", "docusaurus")


def django_catalogues(folder: Path) -> Iterator[Word]:
    """ "Written by" of zinnia and "Posted by" of Mezzanine, without endings in parentheses."""
    pattern = re.compile(r'^msgid "(?:Written|Posted) by:?"\nmsgstr "(.+)"', re.MULTILINE)
    for package in ("zinnia", "mezzanine"):
        for path in sorted(folder.glob(f"**/{package}/**/LC_MESSAGES/django.po")):
            match = pattern.search(path.read_text("utf-8"))
            if match:
                text = re.sub(r"\(.*?\)|/\w+", "", match[1]).strip(" ：:")
                yield Word("by", text, path.parent.parent.name, package)


def nikola(folder: Path) -> Iterator[Word]:
    """The plural of "author"."""
    for path in sorted(folder.glob("**/themes/base/messages/messages_*.py")):
        messages = ast.literal_eval(path.read_text("utf-8").split("MESSAGES =", 1)[1].strip())
        if messages.get("Authors"):
            yield Word("label", messages["Authors"], path.stem.removeprefix("messages_"), "nikola")


def mkdocs_material(folder: Path) -> Iterator[Word]:
    """The plural of "author"; and "Metadata", which heads day and section of a post below its author."""
    for path in sorted(folder.glob("**/partials/languages/*.html")):
        text = path.read_text("utf-8")
        for place, key, english in (("label", "authors", "Authors"), ("nobody", "meta", "Metadata")):
            match = re.search(rf'"blog\.{key}": "(.+)"', text)
            if match and (path.stem == "en" or match[1] != english):
                yield Word(place, match[1], path.stem, "mkdocs-material")


def docutils(folder: Path) -> Iterator[Word]:
    """ "Author" and "authors" as field names."""
    for path in sorted(folder.glob("**/docutils/languages/??*.py")):
        for word, field in re.findall(r"""["'](.+?)["']: *u?["'](authors?)["']""", path.read_text("utf-8")):
            if not word.startswith("author") or path.stem == "en":
                yield Word("label", word, path.stem, f"docutils {field}")


def collect(folder: Path) -> list[Word]:
    """All words, sorted, each once for its place and language."""
    words: dict[tuple[str, str, str], Word] = {}
    for source in (docusaurus, django_catalogues, nikola, mkdocs_material, docutils):
        for word in source(folder):
            clean = word._replace(text=word.text.casefold().strip(), language=word.language.replace("_", "-"))
            for text in forms(clean.text, clean.language) if clean.text not in WRONG else ():
                words.setdefault((clean.place, text, clean.language), clean._replace(text=text))
    return sorted(words.values())


if __name__ == "__main__":
    for word in collect(only_argument("FOLDER")):
        sys.stdout.write("\t".join(word) + "\n")
