"""Make ``articlex/data/error_titles.tsv``: the titles of error pages.

"Page not found" and "Server error" by language, from the message catalogues of Django 5.2 (BSD-3-Clause),
Docusaurus 3.10 and Starlight 0.42 (both MIT); what sites say below a search that finds nothing, that one
has to log in, and behind the name of what is no longer to be had, in all languages of
:mod:`articlex_lab.word_lists.catalogues`; the names of HTTP statuses of errors, by number, from
the IANA registry as Python has it; and the titles and headings of the checks for robots of large providers,
as their pages have them, whatever the language of the site (``python -m articlex_lab.word_lists.error_titles
> src/articlex/data/error_titles.tsv``).
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from http import HTTPStatus
from pathlib import Path

from articlex.data.labels import normal
from articlex_lab.word_lists.capitals import forms
from articlex_lab.word_lists.catalogues import SOURCES, entries, language_of

#: What the error pages of each package say, in English.
ENGLISH = {
    "django": ("Page not found", "Server error"),
    "@docusaurus/theme-translations": ("Page Not Found", "We could not find what you were looking for."),
    "@astrojs/starlight": ("Page not found. Check the URL or try using the search bar.",),
}

#: What sites print where a search finds nothing, or a list is empty.
EMPTY = """No results|No results found|No results found.|There are no results.|Nothing found.
    |No products found.|No posts found.|No articles found|Oops! No results found."""

#: What stands in place of a page that is for members.
LOGIN = "Login required"
#: What stands behind the name of something that is gone; in some languages other words stand before the name
#: as well, or none behind it. Fewest words, or characters where there are no blanks, of what stands behind.
GONE, NAME = "'%(title)s' is no longer available", "%(title)s"
FEWEST_WORDS, FEWEST_CHARACTERS = 2, 5

CHECKS = {
    "Cloudflare": """just a moment|attention required|one more step|verify you are human
        |checking your browser before|checking if the site connection is secure
        |please complete the security check|verifying you are human""",
    "PerimeterX": "please verify you are a human|access to this page has been denied|are you a robot",
    "Imperva": "pardon our interruption|request unsuccessful",
    "Akamai": "access denied",
    "DDoS-Guard": "ddos-guard",
    "Amazon": "robot check|human verification",
    "Sucuri": "access denied - sucuri website firewall",
}


def titles(folder: Path) -> dict[str, set[str]]:
    """The texts by language, normalised as labels are when they are looked up."""
    found: dict[str, set[str]] = defaultdict(set)
    found["en"] = {normal(text) for texts in ENGLISH.values() for text in texts}
    for source in SOURCES:
        for language, english, translation in entries(source, folder) if source.package in ENGLISH else ():
            if english in ENGLISH[source.package] and translation:
                found[language_of(language)].update(forms(normal(translation), language_of(language)))
    return found


def messages(folder: Path, texts: set[str]) -> set[str]:
    """The ``texts`` in all languages, normalised as labels are."""
    found = {normal(text) for text in texts}
    for source in SOURCES:
        for language, english, translation in entries(source, folder):
            if english in texts and translation:
                found |= set(forms(normal(translation), language_of(language)))
    return found


def ends_of_what_is_gone(folder: Path) -> set[str]:
    """What stands behind the name of something that is no longer available, in all languages."""
    said = (text for source in SOURCES for _, english, text in entries(source, folder) if english == GONE)
    ends = {normal(text.partition(NAME)[2]) for text in said if NAME in text}
    return {end for end in ends if _tells(end)}


def _tells(end: str) -> bool:
    return end.count(" ") + 1 >= FEWEST_WORDS or (not end.isascii() and len(end) >= FEWEST_CHARACTERS)


def _parts(texts: str) -> set[str]:
    """The texts between bars, each in one line."""
    return {" ".join(text.split()) for text in texts.split("|")}


def main() -> None:
    """Print the table."""
    for status in HTTPStatus:
        if status >= 400:
            sys.stdout.write(f"{status.value}\t{status.phrase.casefold()}\n")
    checks = set[str]().union(*map(_parts, CHECKS.values()))
    sys.stdout.write(f"check\t{'|'.join(sorted(checks))}\n")
    with tempfile.TemporaryDirectory() as folder:
        empty, login = messages(Path(folder), _parts(EMPTY)), messages(Path(folder), {LOGIN})
        sys.stdout.write(f"empty\t{'|'.join(sorted(empty))}\n")
        sys.stdout.write(f"gone\t{'|'.join(sorted(ends_of_what_is_gone(Path(folder))))}\n")
        sys.stdout.write(f"login\t{'|'.join(sorted(login))}\n")
        for language, texts in sorted(titles(Path(folder)).items()):
            sys.stdout.write(f"{language}\t{'|'.join(sorted(texts))}\n")


if __name__ == "__main__":
    main()
