"""Inputs for ``make fuzz``: hypothesis strategies for pages, metadata, archives and manifests."""

from __future__ import annotations

import io
import json
from functools import cache

from hypothesis import strategies as st

from articlex_lab.checks.fuzzing.pumps import PAGES, PIECES, PLACES, Pump
from articlex_lab.repository import FIXTURES

#: The golden pages are the seeds that are mutated.
_SEEDS = FIXTURES / "pages"

_TAGS = (
    "div p span a b i em strong code pre table tr td th tbody ul ol li dl dt dd blockquote figure figcaption "
    "img picture source h1 h2 h6 article main nav aside header footer section template noscript script style "
    "svg math mi mfrac annotation ruby rt details summary video iframe select option textarea input form "
    "button head body html title meta link base time br hr sup sub del ins mark kbd q center font frameset"
).split()

_ATTRIBUTES = (
    'class="nav-menu"',
    'class="language-python"',
    'id="comments"',
    'href="#fn1"',
    'href="javascript:alert(1)"',
    'href="http://[::1"',
    'src="data:image/png;base64,AAAA"',
    'srcset=", ,, a 1x, b -3w"',
    'colspan="9007199254740991"',
    'rowspan="-1"',
    'start="99999999999999999999"',
    'datetime="2024-99-99T99:99:99+99:99"',
    'itemprop="datePublished" content="\x00"',
    'style="display:none"',
    "hidden",
    'lang="zz-Zzzz-x-\u202e"',
    'rel="author canonical license"',
    'property="og:title" content="]]>"',
    'type="application/ld+json"',
)

_TEXTS = (
    "Rain fell on the town, and the river rose. ",
    "By Ann Lee | 6 May 2024 ",
    "\u202egnp.exe\u202c \u200b\ufeff ",
    "]]> <!-- --> &#0; &#x110000; &amp ",
    "* _ ` # | \\ [x](y) ~~~ $$ ",
    "2024年5月6日 記者 ",
    "١٢ مايو ٢٠٢٤ ",
    "\x1b[31m\x07\x9b ",
    "```\n    code\t",
    "\n\n1. \n- \n> \n",
)


@cache
def _seed_pages(suffix: str) -> list[bytes]:
    pages = [path.read_bytes() for path in sorted(_SEEDS.glob(f"*/source{suffix}"))]
    return pages or [b"<html><body><p>" + _TEXTS[0].encode() * 5]


def _element() -> st.SearchStrategy[str]:
    return st.builds(
        lambda tag, attributes, close: f"<{tag} {' '.join(attributes)}>" if not close else f"</{tag}>",
        st.sampled_from(_TAGS),
        st.lists(st.sampled_from(_ATTRIBUTES), max_size=2),
        st.booleans(),
    )


def _piece() -> st.SearchStrategy[bytes]:
    return st.one_of(
        _element().map(str.encode),
        st.sampled_from(_TEXTS).map(str.encode),
        st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace")),
        st.binary(max_size=8),
    )


def generated() -> st.SearchStrategy[bytes]:
    """Pages made of pieces of markup and text."""
    return st.lists(_piece(), max_size=60).map(b"".join)


def mutated(suffix: str) -> st.SearchStrategy[bytes]:
    """Golden pages of the given suffix with stretches cut, doubled and replaced by pieces."""
    edit = st.tuples(
        st.floats(0, 1), st.integers(0, 200), st.sampled_from("cut double put".split()), _piece()
    )
    return st.builds(
        _edited, st.deferred(lambda: st.sampled_from(_seed_pages(suffix))), st.lists(edit, max_size=12)
    )


def _edited(page: bytes, edits: list[tuple[float, int, str, bytes]]) -> bytes:
    for share, length, act, piece in edits:
        at = int(share * len(page))
        middle = page[at : at + length]
        put = {"cut": b"", "double": middle * 2, "put": piece}[act]
        page = page[:at] + put + page[at + length :]
    return page


def metadata() -> st.SearchStrategy[bytes]:
    """Pages with odd ``meta`` elements and odd JSON-LD."""
    scalars = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.sampled_from(_TEXTS)
        | st.text(max_size=20)
    )
    keys = st.sampled_from(
        "@type @graph @id headline name author datePublished dateModified publisher url image keywords "
        "license inLanguage description mainEntityOfPage articleBody @context".split()
    )
    values = st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6),
        max_leaves=20,
    )
    graph = values.map(lambda value: json.dumps(value).encode())
    metas = st.lists(
        st.tuples(st.sampled_from(["og:title", "author", "date", "article:tag"]), st.text(max_size=30)),
        max_size=5,
    ).map(lambda pairs: "".join(f'<meta property="{name}" content="{text}">' for name, text in pairs))
    return st.builds(
        lambda head, data, noise: (
            b"<html><head>"
            + head.encode("utf-8", "replace")
            + b'<script type="application/ld+json">'
            + data
            + noise
            + b"</script></head><body><h1>Rain</h1>"
            + b"<p>"
            + _TEXTS[0].encode() * 5
            + b"</body></html>"
        ),
        metas,
        graph,
        st.binary(max_size=4),
    )


def pumped() -> st.SearchStrategy[tuple[str, Pump | None]]:
    """Pages of any size: a name in :data:`PAGES` and None, or one in :data:`PLACES` and what fills it."""
    piece = st.lists(st.sampled_from(PIECES) | st.text(min_size=1, max_size=2), min_size=1, max_size=3)
    few = st.lists(st.sampled_from(PIECES), max_size=2).map("".join)
    pump = st.builds(Pump, few, piece.map("".join), few)
    return st.tuples(st.sampled_from(sorted(PAGES)), st.none()) | st.tuples(
        st.sampled_from(sorted(PLACES)), pump
    )


def text() -> st.SearchStrategy[bytes]:
    """Raw page text, line by line."""
    line = (
        st.sampled_from(_TEXTS)
        | st.text(max_size=60)
        | st.sampled_from(["Home", "English", "-" * 20, "\f", ""])
    )
    return st.lists(line, max_size=60).map(lambda lines: "\n".join(lines).encode("utf-8", "replace"))


def archives() -> st.SearchStrategy[tuple[str, bytes]]:
    """(kind, bytes) of archives: noise, and sound ones that are damaged."""
    kinds = st.sampled_from("tar zip jsonl parquet warc mbox enex".split())
    edit = st.tuples(
        st.floats(0, 1),
        st.integers(0, 200),
        st.sampled_from("cut double put".split()),
        st.binary(max_size=20),
    )
    return kinds.flatmap(
        lambda kind: st.tuples(
            st.just(kind),
            st.binary(max_size=300) | st.builds(_edited, st.just(_sound(kind)), st.lists(edit, max_size=4)),
        )
    )


_MAIL = b"From - Mon Nov 02 10:00:00 2026\nMessage-ID: <a@b>\nMIME-Version: 1.0\n\nrain\n\n>From\n\n"
_NOTE = b"<note><title>a</title><content><![CDATA[<en-note>rain</en-note>]]></content></note>"
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>rain"
_RECORD = (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
    b"Content-Length: %d\r\n\r\n%b\r\n\r\n"
)
#: Small archives that are sound, of the kinds that are text.
_SOUND_TEXTS = {
    "jsonl": b'{"html": "<p>rain", "url": "https://example.org"}\n' * 5,
    "mbox": _MAIL * 3,
    "enex": b"<en-export>%b</en-export>" % (_NOTE * 3),
    "warc": _RECORD % (len(_HTTP), _HTTP) * 3,
}


@cache
def _sound(kind: str) -> bytes:
    """A small archive that is sound."""
    if kind in _SOUND_TEXTS:
        return _SOUND_TEXTS[kind]
    raw = io.BytesIO()
    {"tar": _write_tar, "zip": _write_zip, "parquet": _write_parquet}[kind](raw)
    return raw.getvalue()


def _write_tar(raw: io.BytesIO) -> None:
    import tarfile

    with tarfile.open(fileobj=raw, mode="w") as archive:
        for number in range(3):
            info = tarfile.TarInfo(f"{number}.html")
            info.size = 900
            archive.addfile(info, io.BytesIO(b"x" * 900))


def _write_zip(raw: io.BytesIO) -> None:
    import zipfile

    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.html", b"rain " * 200)


def _write_parquet(raw: io.BytesIO) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"html": ["<p>rain"] * 5, "url": [None] * 5}), raw)


def operations() -> st.SearchStrategy[list[tuple[str, str, str]]]:
    """What is done to a manifest, one after the other: (act, name of the input, text of its output)."""
    parts = st.sampled_from(
        ["a", "A", "a.html", "A.html", "é", "e\u0301", "a.md", "..", "", "CON", "x" * 260, "\udcff"]
    )
    names = st.lists(parts | st.text(min_size=1, max_size=5), min_size=1, max_size=3).map("/".join)
    names = names.filter(lambda name: "\0" not in name)
    acts = st.sampled_from(["write", "write", "write", "fail", "forget", "commit"])
    return st.lists(st.tuples(acts, names, st.text(max_size=10)), max_size=30)
