"""Make ``articlex/data/trigrams.tsv``: the letters and the most frequent trigrams of each language.

From the profiles of langdetect 1.0.9 (Apache-2.0), which has counted them in abstracts of Wikipedia (``python
-m articlex_lab.word_lists.trigram_table > src/articlex/data/trigrams.tsv``). Without languages that no other
one shares its script with: the script is enough to recognise those.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

from articlex.language import normal, script_of
from articlex_lab.word_lists.catalogues import Files, Source, archive_files

SOURCE = Source("langdetect", "1.0.9", "Apache-2.0", r"langdetect/profiles/[\w-]+$", lambda files: iter(()))
#: How many trigrams of a language are kept. (The Vietnamese profile has one letter in place of all with two
#: marks; its trigrams are left out, and so are the letters of Vietnamese.)
KEPT = 200
#: The least share of a letter in the texts of a language that it belongs to.
MIN_LETTER = 0.0006


def trigrams(files: Files) -> dict[str, list[str]]:
    """The trigrams of each language, the most frequent first, with "_" for a space."""
    found: dict[str, list[str]] = {}
    scripts: dict[str, str] = {}
    for name, data in sorted(files.items()):
        code = name.rpartition("/")[2]
        counts: Counter[str] = Counter()
        for letters, count in json.loads(data)["freq"].items():
            if code == "vi" and "ể" in letters:
                continue
            if len(letters) == 3 and len(folded := normal(letters.strip())) == len(letters.strip()):
                counts[letters.replace(letters.strip(), folded).replace(" ", "_")] += count
        if counts:
            ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
            found[code] = [letters for letters, _ in ranked[:KEPT]]
            scripts[code] = script_of("".join(found[code][:50]).replace("_", ""))
    shared = Counter(scripts.values())
    return {code: letters for code, letters in found.items() if shared[scripts[code]] > 1 and "-" not in code}


def alphabet(profile: bytes) -> str:
    """The letters of a language, sorted, from its profile."""
    counts: Counter[str] = Counter()
    for letters, count in json.loads(profile)["freq"].items():
        if len(letters) == 1 and letters.isalpha() and len(folded := normal(letters)) == 1:
            counts[folded] += count
    least = MIN_LETTER * sum(counts.values())
    return "".join(sorted(letter for letter, count in counts.items() if count >= least))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        files = archive_files(SOURCE, Path(folder))
    profiles = {name.rpartition("/")[2]: data for name, data in files.items()}
    for code, letters in sorted(trigrams(files).items()):
        known = "" if code == "vi" else alphabet(profiles[code])
        sys.stdout.write(f"{code}\t{known}\t{'|'.join(letters)}\n")


if __name__ == "__main__":
    main()
