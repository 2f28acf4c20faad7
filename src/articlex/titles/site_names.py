"""What a site is called, by the names that it states and by its host, and whether a text says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlex.data.labels import labels, normal
from articlex.punctuation import COMMAS
from articlex.tokens import fold, latinised, squeeze, word_count

#: Labels of hosts that name no site, besides those of one or two letters ("m", "en", "co").
_GENERIC = frozenset("www blog blogs news shop store docs support help forum forums community".split())
#: Words that a part of a title may have beside the site's name, and still be the site.
_MORE = 2
#: Words and characters of the longest name.
MOST_WORDS, _MOST_NAME = 6, 45
#: Signs of lists and sentences, which no name has.
_NO_NAME = COMMAS | set(";；؛?？؟!！")


class SiteNames(NamedTuple):
    """What the site is called: stated names, folded and squeezed, and the labels of its host."""

    folded: frozenset[str]
    squeezed: frozenset[str]
    labels: tuple[str, ...]


def site_names(stated: Iterable[str], host: str) -> SiteNames:
    """What a site is called that states the names ``stated`` and has the host ``host``; both may be empty.

    A stated name that is a host ("www.example.org") gives labels as well.
    """
    names = [name for name in stated if name.strip()]
    hosts = dict.fromkeys([host, *filter(is_host, names)])
    return SiteNames(
        frozenset(filter(None, map(fold, names))),
        frozenset(filter(None, map(squeeze, names))),
        tuple(dict.fromkeys(label for each in hosts for label in _labels(each))),
    )


def is_host(name: str) -> bool:
    """Whether a name is written as a host: "www.example.org"."""
    labels = name.split(".")
    is_ended = len(labels) > 1 and labels[-1].isalpha() and labels[-1].islower()
    return is_ended and all(label.replace("-", "").isalnum() for label in labels)


def may_be_site_name(text: str) -> bool:
    """Whether a text may be the name of a site: short, in capitals, no list, no day and no label."""
    is_short = 1 < len(text) <= _MOST_NAME and word_count(fold(text)) <= MOST_WORDS
    is_worded = text[:1].isalnum() and any(map(str.isalpha, text)) and not text[:1].isdecimal()
    # What begins with a small letter is a section, or an address.
    is_named = is_worded and (not text[:1].islower() or "." in text) and normal(text) not in labels()
    return is_short and is_named and _NO_NAME.isdisjoint(text)


def _labels(host: str) -> Iterator[str]:
    """The labels of a host that may name a site: "harbourpost" of "www.harbour-post.co.uk"."""
    labels = host.casefold().split(".")[:-1]
    if len(labels) > 1 and len(labels[-1]) <= 3:
        labels = labels[:-1]
    return (label.replace("-", "") for label in labels if len(label) > 2 and label not in _GENERIC)


def says_site(name: str, site: SiteNames) -> bool:
    """Whether a name is exactly what the site is called, or a label of its host."""
    squeezed = squeeze(name)
    return squeezed in site.squeezed or squeezed in site.labels


def is_site(part: str, names: SiteNames) -> bool:
    """Whether ``part`` of a title is the site's name or a part of it, with two words more at most."""
    squeezed = squeeze(part)
    if not squeezed or squeezed in names.squeezed or squeezed in names.labels:
        return True
    folded = fold(part)
    if _says_name(folded, names) or any(_says_label(folded, squeezed, label) for label in names.labels):
        return True
    # "Η Γέφυρα" on igefyra.example, "Гавань" on gavan.example, "Bahía" on bahia.example
    return not squeezed.isascii() and _sounds_like_label(squeezed, names.labels)


def _says_name(folded: str, names: SiteNames) -> bool:
    """Whether a folded part is a stated name with up to two words more, or several words of one."""
    words = folded.count(" ") + 1
    return any(
        len(name) > 2
        and (
            (words <= name.count(" ") + 1 + _MORE and f" {name} " in f" {folded} ")
            or (words > 1 and f" {folded} " in f" {name} ")
        )
        for name in names.folded
    )


def _says_label(folded: str, squeezed: str, label: str) -> bool:
    """Whether a part is the label of a host, most of it, or the words whose initials it is."""
    bare = squeezed.removeprefix("the").removeprefix("www")
    if bare == label or (len(label) > 3 and label in squeezed and len(label) * 2 >= len(squeezed)):
        return True
    if len(squeezed) > 3 and squeezed in label and len(squeezed) * 2 >= len(label):
        return True
    words = folded.split()
    return len(label) <= 5 and len(words) == len(label) and "".join(word[0] for word in words) == label


def _sounds_like_label(squeezed: str, labels: Iterable[str]) -> bool:
    """Whether a part in other or accented letters is the label of a host in plain ones, or most of it."""
    sound = latinised(squeezed)
    heard = (sound, *map(latinised, labels))
    return any(
        min(len(sound), len(label)) > 3
        and (sound in label or label in sound)
        and 2 * min(len(sound), len(label)) >= max(len(sound), len(label))
        for label in heard[1:]
    )
