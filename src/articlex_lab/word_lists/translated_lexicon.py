"""Write ``articlex/data/lexicon-translated.model``: log-odds of words of user interfaces in other languages.

Most pages that the lexicons of the scorer are fitted on are English, so that they know "cart" and "reply" but
not the Greek words for them. Catalogues of translations say which words stand for those
(:mod:`articlex_lab.word_lists.alignment`); such a word gets its log-odds from the English words. How much
they are worth is fitted on the words that the lexicons know already (:func:`calibrated`).

Run ``python -m articlex_lab.word_lists.translated_lexicon FOLDER`` after the lexicons were fitted; the
packages of :mod:`articlex_lab.word_lists.catalogues` are fetched into FOLDER.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex.page import Form
from articlex.scoring.lexicon import SLOT_SHIFT, TRANSLATED, Lexicon, learned_lexicon
from articlex.scoring.words import read_words
from articlex_lab.command import only_argument
from articlex_lab.training.body.lexicon import pack_lexicon, rounded
from articlex_lab.training.fitting.model_files import write_model
from articlex_lab.word_lists.alignment import Pair, align
from articlex_lab.word_lists.catalogues import (
    APPLICATIONS,
    SOURCES,
    Entry,
    entries,
    language_of,
    without_holes,
)

#: The most characters of a message and of its translation: longer ones are sentences, not labels.
MAX_ENGLISH, MAX_TRANSLATION = 60, 80
#: The least pairs of a language: fewer cannot be aligned well.
MIN_PAIRS = 60
#: The least expected count with which a word stands for words whose odds are known.
MIN_KNOWN = 0.5
#: Words whose log-odds are closer to 0 are left out.
MIN_ODDS = 0.2
#: The most words in the file: together with those of a lexicon they are numbered in 16 bits.
MOST = 46_000

#: A run of Chinese or Japanese, which has no spaces between words.
_RUN = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2,}")

#: Log-odds of words, by fingerprint.
Odds = dict[int, float]


class Evidence(NamedTuple):
    """What the catalogues say of a word of another language, in expected counts: the sum of the odds of the
    known English words that it stands for, the count of these, and how often the word is there. ``run``: it
    is a run of Chinese or Japanese, a whole message or a clause of one."""

    odds: float = 0.0
    known: float = 0.0
    seen: float = 0.0
    run: bool = False


def pairs_of(found: Iterable[Entry]) -> dict[str, list[tuple[str, str]]]:
    """Short English messages with their translations, both without placeholders, by language."""
    pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, english, translation in found:
        language = language_of(name)
        if language == "en" or not isinstance(translation, str) or translation in ("", english):
            continue
        if len(english) <= MAX_ENGLISH and len(translation) <= MAX_TRANSLATION:
            pairs[language].add((without_holes(english), without_holes(translation)))
    return {language: sorted(texts) for language, texts in sorted(pairs.items()) if len(texts) >= MIN_PAIRS}


def evidence(pairs: dict[str, list[tuple[str, str]]], odds: Odds) -> dict[int, Evidence]:
    """The evidence for each word of the translations, by fingerprint; ``odds`` are those of English words."""
    found: dict[int, Evidence] = defaultdict(Evidence)
    for texts in pairs.values():
        originals, translations = ([text[side] for text in texts] for side in (0, 1))
        names: dict[int, str] = {}
        both: list[Pair] = list(zip(fingerprints(originals), fingerprints(translations, names), strict=True))
        for (word, original), count in align(both).items():
            known = count if original in odds else 0.0
            before = found[word]
            found[word] = Evidence(
                before.odds + known * odds.get(original, 0.0),
                before.known + known,
                before.seen + count,
                _RUN.fullmatch(names[word]) is not None,
            )
    return found


def fingerprints(texts: Sequence[str], names: dict[int, str] | None = None) -> list[list[int]]:
    """The fingerprints of the words of each text, without numbers; each word is added to ``names``."""
    words = read_words(list(texts))
    joined = "\n".join(text.lower() for text in texts)
    found: list[list[int]] = [[] for _ in texts]
    rows, prints = words.by_block(len(texts))
    for place, (row, word) in enumerate(zip(rows.tolist(), prints.tolist(), strict=True)):
        text = joined[words.first[place] : words.last[place]]
        if not text.isdigit():
            found[row].append(word)
            if names is not None:
                names[word] = text
    return found


def calibrated(found: dict[int, Evidence], odds: Odds) -> Odds:
    """The log-odds of words of other languages.

    A linear model, fitted by least squares on the words whose own ``odds`` are known, of the mean odds of
    what they stand for, of how often they are in the catalogues (frequent words of interfaces are around
    texts), and of whether they are runs without spaces (which are then the whole label of a button).
    """
    told = {word: of for word, of in found.items() if of.known >= MIN_KNOWN}
    known = [word for word in told if word in odds]
    rows = np.array([_row(told[word]) for word in known])
    weights, *_ = np.linalg.lstsq(rows, np.array([odds[word] for word in known]), rcond=None)
    fit = np.corrcoef(rows @ weights, [odds[word] for word in known])[0, 1]
    sys.stderr.write(f"{len(known)} known words: weights {weights.round(3)}, correlation {fit:.3f}\n")
    return {word: float(np.dot(_row(of), weights)) for word, of in told.items()}


def _row(of: Evidence) -> tuple[float, ...]:
    return 1.0, of.odds / (of.known + 1.0), float(np.log1p(of.seen)), float(of.run)


def chosen(guesses: Odds, found: dict[int, Evidence], known: set[int]) -> Lexicon:
    """The lexicon of ``guesses``: without words that are ``known`` or say little; of those in one slot the
    most frequent one, and no more than :data:`MOST`, the most frequent ones."""
    slots: set[int] = set()
    kept: Odds = {}
    for word in sorted(guesses, key=lambda word: (-found[word].seen, word)):
        if word in known or abs(guesses[word]) < MIN_ODDS or word >> SLOT_SHIFT in slots:
            continue
        slots.add(word >> SLOT_SHIFT)
        kept[word] = guesses[word]
        if len(kept) == MOST:
            break
    prints = np.array(sorted(kept), np.uint32)
    return Lexicon(prints, rounded(np.array([kept[word] for word in sorted(kept)])))


def both_forms() -> Odds:
    """The log-odds of the words in the lexicons of HTML and of raw page text, the mean for a word in both."""
    odds: dict[int, list[float]] = defaultdict(list)
    for form in Form:
        lexicon = learned_lexicon(form)
        for word, value in zip(lexicon.prints.tolist(), lexicon.odds.tolist(), strict=True):
            odds[word].append(value)
    return {word: sum(values) / len(values) for word, values in odds.items()}


def main() -> None:
    """Write the file."""
    folder = only_argument("FOLDER")
    sources = (*SOURCES, *APPLICATIONS)
    all_entries: list[Entry] = [entry for source in sources for entry in entries(source, folder)]
    odds = both_forms()
    found = evidence(pairs_of(all_entries), odds)
    english = {word for texts in fingerprints(sorted({text for _, text, _ in all_entries})) for word in texts}
    lexicon = chosen(calibrated(found, odds), found, english | odds.keys())
    said: dict[str, Any] = {
        "format": 1,
        "catalogues": [f"{source.package} {source.version}" for source in sources],
        "licences": sorted({source.licence for source in sources}),
    }
    write_model(TRANSLATED, pack_lexicon(said, lexicon))


if __name__ == "__main__":
    main()
