"""The extractors that are compared: articlex, and its peers, each imported inside its own function.

An engine turns a :class:`Source` (HTML bytes; for articlex also flattened text) into an :class:`Output`.
Peers run with the settings that their own documentation recommends. To add one: a function, and an
:class:`Engine` in :data:`TEXT_PEERS`, :data:`METADATA_PEERS` or both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module, metadata
from typing import Any

from articlex_lab.corpora.flatteners import decode
from articlex_lab.peers.node import ask, installed_version


@dataclass(frozen=True, slots=True)
class Source:
    """A page as an engine gets it: HTML as bytes, flattened text as str."""

    content: bytes | str
    url: str | None = None
    #: Name of the page's language in English, where the corpus states it.
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """What an engine made of a page; a field that it did not give is None or empty."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    date_modified: str | None = None
    tags: tuple[str, ...] = ()
    verdict: str = ""
    #: What failed although there is an output: a stage that raised.
    error: str = ""
    #: Processor seconds that were spent in another process.
    seconds_outside: float = 0.0


Extract = Callable[[Source], Output]


def version_in_python(distribution: str) -> str:
    """The version of a Python distribution that is installed, "" for none."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


@dataclass(frozen=True, slots=True)
class Engine:
    """An extractor, the distribution that it comes from, and the fields of :class:`Output` that it gives."""

    name: str
    distribution: str
    extract: Extract
    gives: frozenset[str]
    #: Gives text, title, authors and date together, where ``extract`` gives text alone: only its time counts.
    whole: Extract | None = None
    #: From the name of the distribution to the version that is installed, "" for none.
    find_version: Callable[[str], str] = version_in_python


def _articlex(source: Source) -> Output:
    from articlex import extract

    article = extract(
        source.content, url=source.url, form="html" if isinstance(source.content, bytes) else "text"
    )
    return Output(
        text=article.text,
        title=article.title,
        authors=article.authors,
        date=article.date_published,
        date_modified=article.date_modified,
        tags=article.tags,
        verdict=article.verdict.value,
        error="; ".join(f"stage {step.stage}: {step.error}" for step in article.page.trace if step.error),
    )


def _trafilatura(source: Source) -> Output:
    trafilatura = import_module("trafilatura")
    return Output(text=trafilatura.extract(source.content, url=source.url) or "")


def _trafilatura_whole(source: Source) -> Output:
    trafilatura = import_module("trafilatura")
    text = trafilatura.extract(source.content, url=source.url, with_metadata=True)
    return Output(text=text or "")


def _trafilatura_metadata(source: Source) -> Output:
    trafilatura = import_module("trafilatura")
    document = trafilatura.bare_extraction(source.content, url=source.url, with_metadata=True)
    if document is None:
        return Output()
    authors = tuple(name.strip() for name in (document.author or "").split(";") if name.strip())
    tags = tuple(document.tags or ())
    return Output(title=document.title, authors=authors, date=document.date, tags=tags)


def _readability(source: Source) -> Output:
    document = import_module("readability").Document(source.content, url=source.url)
    summary = document.summary()
    text = import_module("html_text").extract_text(summary, guess_layout=True)
    return Output(text=text, title=document.short_title())


def _resiliparse(source: Source) -> Output:
    assert isinstance(source.content, bytes)
    encoding = import_module("resiliparse.parse.encoding").detect_encoding(source.content)
    tree = import_module("resiliparse.parse.html").HTMLTree.parse_from_bytes(source.content, encoding)
    plain = import_module("resiliparse.extract.html2text").extract_plain_text(tree, main_content=True)
    return Output(text=plain)


def _justext(source: Source) -> Output:
    justext = import_module("justext")
    paragraphs = justext.justext(source.content, _stoplist(source.language))
    return Output(text="\n".join(p.text for p in paragraphs if not p.is_boilerplate))


@cache
def _stoplist(language: str | None) -> frozenset[str]:
    """jusText's stop words for a language, or those of all its languages where it does not know this one."""
    justext = import_module("justext")
    known = justext.get_stoplists()
    chosen = [language] if language in known else sorted(known)
    return frozenset(word for name in chosen for word in justext.get_stoplist(name))


def _newspaper(source: Source) -> Output:
    newspaper = import_module("newspaper")
    assert isinstance(source.content, bytes)
    # fetch_images would look for the images on the network.
    article = newspaper.Article(url=source.url or "https://page.invalid/", fetch_images=False)
    article.download(input_html=decode(source.content))
    article.parse()
    day: Any = article.publish_date
    return Output(
        text=article.text,
        title=article.title or None,
        authors=tuple(article.authors),
        date=day.isoformat() if day else None,
        tags=tuple(sorted(article.tags or ())),
    )


def _htmldate(source: Source) -> Output:
    assert isinstance(source.content, bytes)
    find_date = import_module("htmldate").find_date
    return Output(date=find_date(decode(source.content), original_date=True, url=source.url))


def _ask_node(engine: str, source: Source) -> Output:
    assert isinstance(source.content, bytes)
    found = ask(engine, source.content, source.url)
    # Both engines join with commas the names that the markup states one by one.
    authors = tuple(found.author.split(", ")) if found.author else ()
    return Output(found.text, found.title, authors, found.date, seconds_outside=found.seconds)


_TEXT = frozenset({"text"})
_METADATA = frozenset({"title", "authors", "date"})
_TAGS = frozenset({"tags"})

ARTICLEX = Engine("articlex", "articlex", _articlex, _TEXT | _METADATA | _TAGS)

READABILITY_JS = Engine(
    "Readability.js",
    "@mozilla/readability",
    partial(_ask_node, "Readability.js"),
    _TEXT | _METADATA,
    find_version=installed_version,
)
DEFUDDLE = Engine(
    "Defuddle", "defuddle", partial(_ask_node, "Defuddle"), _TEXT | _METADATA, find_version=installed_version
)

#: The peers that `make bench PEERS=1` runs.
TEXT_PEERS = (
    Engine("trafilatura", "trafilatura", _trafilatura, _TEXT, _trafilatura_whole),
    Engine("readability-lxml", "readability-lxml", _readability, frozenset({"text", "title"})),
    Engine("resiliparse", "resiliparse", _resiliparse, _TEXT),
    Engine("jusText", "jusText", _justext, _TEXT),
    Engine("newspaper4k", "newspaper4k", _newspaper, _TEXT | _METADATA),
    READABILITY_JS,
    DEFUDDLE,
)

#: The peers that `make bench-metadata PEERS=1` runs.
METADATA_PEERS = (
    Engine("trafilatura", "trafilatura", _trafilatura_metadata, _METADATA | _TAGS),
    Engine("newspaper4k", "newspaper4k", _newspaper, _METADATA | _TAGS),
    READABILITY_JS,
    DEFUDDLE,
    Engine("htmldate", "htmldate", _htmldate, frozenset({"date"})),
)


def engine_named(name: str, peers: tuple[Engine, ...]) -> Engine:
    """The engine of that name: articlex, or one of ``peers``."""
    return next(engine for engine in (ARTICLEX, *peers) if engine.name == name)


def extract_whole(engine: Engine) -> Extract | None:
    """What gives text, title, authors and date together; None where the engine cannot."""
    return engine.extract if engine.gives >= _METADATA else engine.whole


def version(engine: Engine) -> str:
    """The version of the engine that is installed, "" for none."""
    if engine is ARTICLEX:
        from articlex import __version__

        return __version__
    return engine.find_version(engine.distribution)


def installed(engines: tuple[Engine, ...]) -> list[Engine]:
    """Those of ``engines`` that are installed."""
    return [engine for engine in engines if version(engine)]
