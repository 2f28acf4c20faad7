"""Make ``articlex/data/reading_words.tsv``: the words of labels before a link to another story.

Pages print "Read also", "Lesen Sie auch" or "Related article"; catalogues have "Read more", "Also available
in" and "Related posts". A word that the translations of several such messages share, and those of other
messages do not have, is "read", "also" or "related" in that language; whole messages are kept as well. Run
``python -m articlex_lab.word_lists.reading_words FOLDER > src/articlex/data/reading_words.tsv``; the packages
of :mod:`articlex_lab.word_lists.catalogues` are fetched into FOLDER.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from articlex.data.labels import case_folded, normal
from articlex_lab.command import only_argument
from articlex_lab.word_lists.capitals import forms
from articlex_lab.word_lists.catalogues import SOURCES, Entry, entries, language_of, without_holes

#: English messages, normalised as labels are, by the word that their translations share.
MESSAGES = {
    "read": frozenset(
        "read|read more|continue reading|keep reading|further reading|read in english"
        "|read the release notes|read more about".split("|")
    ),
    "related": frozenset(
        f"related{what}"
        for what in "| posts| articles| entries| links| content| topics| products| stories| items".split("|")
    ),
    "also": frozenset(
        ("see also", "also available in", "you can also copy & paste this url into your browser")
    ),
}
#: Messages that are themselves such labels.
WHOLE = frozenset(
    "read more|continue reading|keep reading|further reading|see more|view more|see also"
    "|related articles|related content|related links|related stories".split("|")
)
#: English, which has no translations. No stem "read", with which "readme" and "ready" begin.
ENGLISH = {
    "also": ("also", "read"),
    "related": ("relat",),
    "label": ("see more", "view more", "see also", "keep reading", "up next", "don't miss"),
}
#: Words that the catalogues lack: they have one form of the adjective, or say it otherwise.
BY_HAND = {
    ("related", "bg"): ("свързан", "подобн"),
    ("related", "bn"): ("সম্পর্কিত",),
    ("related", "el"): ("σχετικ", "παρόμοι"),
    ("related", "hi"): ("संबंधित", "सम्बंधित"),
    ("related", "hr"): ("povezan",),
    ("related", "ro"): ("similar",),
    ("related", "ru"): ("похож", "связанн"),
    ("related", "sr"): ("повезан", "povezan"),
    ("related", "ta"): ("தொடர்புடைய",),
    ("related", "th"): ("เกี่ยวข้อง",),
    ("related", "uk"): ("пов'язан", "пов’язан", "схож"),
    ("also", "be"): ("па тэме",),
    ("also", "de"): ("zum thema",),
    ("also", "fa"): ("مرتبط",),
    ("also", "fi"): ("aiheeseen", "aiheesta"),
    ("also", "id"): ("terkait",),
    ("also", "ru"): ("по теме",),
    ("also", "uk"): ("по темі", "за темою"),
    ("also", "ur"): ("متعلقہ",),
    ("also", "vi"): ("liên quan",),
    ("label", "de"): ("lesen sie auch", "lies auch"),
    ("label", "es"): ("lea también", "lee también", "leer también", "vea también"),
    ("label", "he"): ("כתבות נוספות", "עוד בנושא", "כתבות קשורות"),
    ("label", "ja"): (
        "関連記事",
        "関連ニュース",
        "関連情報",
        "関連リンク",
        "あわせて読みたい",
        "こちらもおすすめ",
    ),
    ("label", "zh"): ("更多新闻", "更多新聞", "更多报道", "更多報導"),
}
#: The least messages of a group that must have the word, and the share of all others that may have it.
LEAST, MOST = 2, 0.0025
#: Characters: the shortest stem, the longest label, and the longest message that is compared.
MIN_STEM, MAX_LABEL, MAX_MESSAGE = 3, 30, 70

#: Scripts without spaces between words, and Korean, whose words have many endings.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
#: Kana alone, which are endings and particles.
_ENDING = re.compile(r"[\u3040-\u30ff]+")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0900-\u0dff\u200c])*")


def _parts(text: str, stems: bool) -> set[str]:
    """The words of a text, or with ``stems`` all beginnings of them; in unspaced scripts all runs of one and
    two characters."""
    found: set[str] = set()
    for word in _WORD.findall(case_folded(without_holes(text))):
        if _UNSPACED.search(word):
            grams = (word[i : i + size] for size in (1, 2) for i in range(len(word) - size + 1))
            found |= {gram for gram in grams if not _ENDING.fullmatch(gram)}
        elif stems:
            found |= {word[:end] for end in range(MIN_STEM, len(word) + 1)}
        else:
            found.add(word)
    return found


def shared(
    found: Iterable[Entry], group: Callable[[str], str | None], *, stems: bool
) -> Iterator[tuple[str, str]]:
    """(language, word) for the words that the translations of a group of messages share and others do not
    have.

    ``group`` of an English text is its message in the group, None for another message, and "" for one that is
    not to be compared.
    """
    inside: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    outside: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    others: dict[str, set[str]] = defaultdict(set)
    for language, english, text in found:
        message = group(english)
        if not text or text == english or message == "" or len(english) > MAX_MESSAGE:
            continue
        code = language_of(language)
        if message is None:
            others[code].add(english)
        for part in _parts(text, stems):
            (outside if message is None else inside)[code][part].add(message or english)
    for code, parts in sorted(inside.items()):
        most = max(1.0, MOST * len(others[code]))
        own = {
            part: len(messages)
            for part, messages in parts.items()
            if len(messages) >= LEAST and len(outside[code][part]) <= most
        }
        yield from ((code, part) for part in sorted(own) if not _is_longer(part, own))


def _is_longer(part: str, own: dict[str, int]) -> bool:
    """Whether another stem is better than ``part``: a shorter one in more messages, or a longer one in as
    many.

    ``own`` has the number of messages of each stem.
    """
    return any(
        (part.startswith(other) and own[other] > own[part])
        or (other.startswith(part) and own[other] == own[part])
        for other in own
        if other != part
    )


def _group(kind: str) -> Callable[[str], str | None]:
    def group(english: str) -> str | None:
        message = normal(without_holes(english))
        if message in MESSAGES[kind]:
            return message
        words = set(message.split())
        # Another message with the word is not compared: it would count against the word.
        return "" if words & {"also", "read", "reading", "related"} & {kind, f"{kind}ing"} else None

    return group


def rows(found: list[Entry]) -> Iterator[str]:
    """The lines of the table: kind, language, words."""
    table: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind in MESSAGES:
        for code, word in shared(found, _group(kind), stems=kind != "also"):
            # The single characters for "also", 也, も and 도, have many other uses.
            if code != "en" and (kind != "also" or not _UNSPACED.search(word)):
                table[kind, code].add(word)
    for language, english, text in found:
        code, label = language_of(language), normal(text)
        if normal(english) in WHOLE and code != "en" and 1 < len(label) <= MAX_LABEL:
            table["label", code].add(label)
    for kind, words in ENGLISH.items():
        table[kind, "en"] |= set(words)
    for (kind, code), words in BY_HAND.items():
        table[kind, code] |= {normal(word) for word in words}
    for (kind, code), words_ in sorted(table.items()):
        yield "\t".join(
            (kind, code, "|".join(sorted({each for word in words_ for each in forms(word, code)})))
        )


def main() -> None:
    """Print the table."""
    folder = only_argument("FOLDER")
    found = [entry for source in SOURCES for entry in entries(source, folder)]
    sys.stdout.write("\n".join(rows(found)) + "\n")


if __name__ == "__main__":
    main()
