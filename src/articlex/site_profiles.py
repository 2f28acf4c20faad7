"""Site profiles: the boilerplate that the pages of a site share, such as notices, calls to subscribe,
captions.

A profile is learned once, from many pages, and kept in a file. It has, for each site, the pairs of
consecutive blocks that occur on several of its pages. A pair (a shingle of two blocks) is better evidence
than a block: two recipes may begin with "Preheat the oven.", but do not continue alike.

Measured on the 955 pages of `multilingual` and on the sites of `wcxb-dev` with several pages (sum of word F1;
pages better, worse): pairs on three pages +1.9 (53, 3) and +0.1 (23, 15) in HTML, +3.1 (55, 1) and +0.5 (33,
20) in raw page text; single blocks on three pages +1.2 (77, 10), -0.1 (24, 33), +2.6 (69, 11), +0.0 (35, 33);
pairs on four pages +1.8, 0.0, +2.8, +0.2.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from itertools import pairwise

#: Fewest pages of a site on which a shared pair of blocks occurs.
LEAST_PAGES = 3
#: The version of the file format, and its key in the file.
_VERSION, _NAME = 1, "articlex_site_profile"
#: Length of a fingerprint in bytes: with a million pairs, one in 10^7 others is taken for one of them.
_BYTES = 8


@dataclass(frozen=True, slots=True)
class SiteProfile:
    """What several pages of a site have in common; :func:`articlex.learn` makes one.

    ``shared`` has the shingles of each site by its host, "" for pages without a known address. ``digest`` is
    the SHA-256 of the file in hex; profiles with the same digest are equal.
    """

    digest: str
    shared: Mapping[str, frozenset[int]] = field(compare=False, repr=False)


def shingles(texts: Sequence[str]) -> list[int]:
    """The fingerprints of all pairs of consecutive texts, one fewer than there are texts."""
    found = (
        blake2b(f"{a}\0{b}".encode("utf-8", "surrogatepass"), digest_size=_BYTES) for a, b in pairwise(texts)
    )
    return [int.from_bytes(each.digest(), "big") for each in found]


class Counts:
    """Counts, for each site, its pages and the pages with each shingle."""

    def __init__(self) -> None:
        self.pages: Counter[str] = Counter()
        self._of_site: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add(self, site: str, found: Iterable[int]) -> None:
        """Count a page of ``site`` with its shingles."""
        self.pages[site] += 1
        self._of_site[site].update(set(found))

    def shared(self, site: str) -> list[int]:
        """The shingles on at least LEAST_PAGES pages of a site, sorted."""
        return sorted(found for found, pages in self._of_site[site].items() if pages >= LEAST_PAGES)

    def text(self) -> str:
        """The profile as JSON for a file, independent of the order of the pages."""
        sites = {
            site: {"pages": pages, "shared": [f"{each:0{2 * _BYTES}x}" for each in self.shared(site)]}
            for site, pages in sorted(self.pages.items())
        }
        return json.dumps({_NAME: _VERSION, "sites": sites}, indent=0, ensure_ascii=False) + "\n"


def parse_profile(data: bytes) -> SiteProfile:
    """The profile in the bytes of a file that ``articlex learn`` wrote. Raises ValueError for any other
    content, TypeError for anything but bytes."""
    if not isinstance(data, bytes):
        raise TypeError(f"data must be bytes, not {type(data).__name__}")
    try:
        whole = json.loads(data)
        version, sites = whole[_NAME], whole["sites"]
        shared = {site: frozenset(int(each, 16) for each in found["shared"]) for site, found in sites.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ValueError("no profile of a site, as articlex learn writes it") from None
    if version != _VERSION:
        raise ValueError(f"a profile of version {version!r}; this articlex reads version {_VERSION}")
    return SiteProfile(sha256(data).hexdigest(), shared)
