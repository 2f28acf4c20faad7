"""What the pages of one site have in common: notices, calls to subscribe, captions of its menus.

A profile is learned once, from many pages, and kept in a file. It says of each site which pairs of blocks,
one below the other, stand on several of its pages. A pair, a shingle of two blocks, tells more than a block:
a recipe begins as another does ("Preheat the oven."), but does not go on as that does.

Measured with the 955 pages of `multilingual` and the sites of `wcxb-dev` of which there are several pages
(word F1 in sum; pages better and worse): pairs on three pages +1.9 (53, 3) and +0.1 (23, 15) in HTML, +3.1
(55, 1) and +0.5 (33, 20) in raw page text; single blocks on three pages +1.2 (77, 10), -0.1 (24, 33), +2.6
(69, 11), +0.0 (35, 33); pairs on four pages +1.8, 0.0, +2.8, +0.2.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from itertools import pairwise

#: Pages of a site on which a pair of blocks has to stand.
LEAST_PAGES = 3
#: The version of the file, and the name under which it stands there.
_VERSION, _NAME = 1, "articlex_site_profile"
#: Bytes of the fingerprint of a pair: with a million pairs one in 10^7 texts is taken for one of them.
_BYTES = 8


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """The shingles that several pages of a site have, by its host ("" for pages whose address is not known).

    ``digest`` is the SHA-256 of the file in hex: two profiles that have it are the same.
    """

    digest: str
    shared: Mapping[str, frozenset[int]] = field(compare=False, repr=False)


def shingles(texts: Sequence[str]) -> list[int]:
    """The fingerprint of each text with the one below it: one less than there are texts."""
    found = (
        blake2b(f"{a}\0{b}".encode("utf-8", "surrogatepass"), digest_size=_BYTES) for a, b in pairwise(texts)
    )
    return [int.from_bytes(each.digest(), "big") for each in found]


class Counts:
    """On how many pages of each site each shingle stands, and how many pages there are."""

    def __init__(self) -> None:
        self.pages: Counter[str] = Counter()
        self._of_site: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add(self, site: str, found: Iterable[int]) -> None:
        """Count the different shingles of one page."""
        self.pages[site] += 1
        self._of_site[site].update(set(found))

    def shared(self, site: str) -> list[int]:
        """The shingles that enough pages of a site have, in order."""
        return sorted(found for found, pages in self._of_site[site].items() if pages >= LEAST_PAGES)

    def text(self) -> str:
        """The file of the profile: JSON, the same whatever the order in which the pages came."""
        sites = {
            site: {"pages": pages, "shared": [f"{each:0{2 * _BYTES}x}" for each in self.shared(site)]}
            for site, pages in sorted(self.pages.items())
        }
        return json.dumps({_NAME: _VERSION, "sites": sites}, indent=0, ensure_ascii=False) + "\n"


def parse_profile(data: bytes) -> SiteProfile:
    """The profile in the bytes of a file with a :meth:`Counts.text`. Raises ValueError for another file."""
    try:
        whole = json.loads(data)
        version, sites = whole[_NAME], whole["sites"]
        shared = {site: frozenset(int(each, 16) for each in found["shared"]) for site, found in sites.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ValueError("no profile of a site, as articlex learn writes it") from None
    if version != _VERSION:
        raise ValueError(f"a profile of version {version!r}; this articlex reads version {_VERSION}")
    return SiteProfile(sha256(data).hexdigest(), shared)
