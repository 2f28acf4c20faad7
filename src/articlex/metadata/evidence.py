"""What the sources of metadata read (:class:`Evidence`) and how they make facts of it (:class:`Claims`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from articlex.addresses import host_of
from articlex.bylines.names import read_names, stated_names
from articlex.data.labels import meaning_of
from articlex.dates import Hints, parse_date
from articlex.dates.value import LATEST_YEAR
from articlex.days.hints import hints_for, latest_year
from articlex.markup import SHARED_TITLES, Annotation, Markup
from articlex.metadata.home_links import home_names
from articlex.metadata.other_stories import other_stories, printed_titles
from articlex.metadata.values import address_value, each_value, language_value, list_value, text_value
from articlex.page import Block, Fact, Field, Page
from articlex.punctuation import COMMAS
from articlex.read.html.embedded.linked_data import LinkedData, read_linked_data, text_in
from articlex.regex import UNSPACED, regex
from articlex.titles.site_names import SiteNames, site_names
from articlex.titles.trim import clean_title, split_title, trim_title
from articlex.tokens import fold, squeeze, word_count

#: A title of so few words may be a tag, or of so few characters where no spaces part words.
_MOST_TAG, _WIDEST_TAG = 3, 10
#: Titles of one name that are used, at most: each is compared with all headlines on the page.
_MOST_TITLES = 5
#: Letters of the longest host that may be the initials of a name.
_MOST_INITIALS = 4
#: The beginning of an address in place of a name.
_ADDRESS = regex(r"(?:https?:)?//")
#: The score of a month without a day, which loses to every day.
_MONTH_ALONE = 0.5


class Evidence(NamedTuple):
    """Everything that a source may look at.

    ``metas`` has the contents of <meta> elements by their lower-cased names, in page order, without empty
    ones. ``linked`` is the JSON-LD of the page, parsed. ``url`` is the address that the caller gave; relative
    addresses are resolved against ``base``. ``site`` has the names of the site. ``reference`` is the day on
    which the page was read, None if the caller does not say.
    """

    markup: Markup
    blocks: Sequence[Block]
    url: str | None
    metas: Mapping[str, Sequence[str]]
    linked: LinkedData
    base: str
    site: SiteNames
    reference: date | None = None
    #: The last year that a date of the page may have.
    latest: int = LATEST_YEAR
    #: The numbers (from 1) of those of ``markup.articles`` that are other stories.
    others: frozenset[int] = frozenset()

    def own_notes(self, *names: str) -> list[Annotation]:
        """The annotations of these names that are not in other stories nor in comments, reviews and
        answers."""
        return [
            note
            for note in self.markup.annotations
            if note.name in names and note.article not in self.others and not note.response
        ]

    def meta(self, *names: str) -> str:
        """The first content of the first of ``names`` that the page has, else ""."""
        metas = self.metas
        for name in names:
            if name in metas:
                return metas[name][0]
        return ""

    def is_title(self, text: str) -> bool:
        """Whether ``text`` is the title, which boards and shops state as keyword if a page has none.

        A title of few words may be a real keyword.
        """
        if word_count(fold(text)) <= _MOST_TAG and not (len(text) > _WIDEST_TAG and UNSPACED.match(text)):
            return False
        return fold(text) in map(fold, self._titles())

    def without_titles(self, keywords: str) -> str:
        """A list of ``keywords`` without the title, if a comma in that would part it into several."""
        for title in (each for each in self._titles() if not COMMAS.isdisjoint(each)):
            keywords = keywords.replace(title, "") if self.is_title(title) else keywords
        return keywords

    def _titles(self) -> tuple[str, ...]:
        title = clean_title(self.markup.title)
        return title, split_title(title).parts[0], trim_title(title, self.site), self.meta("og:title")

    def date_hints(self) -> Hints:
        """The hints for reading the dates that the markup states."""
        language = self.markup.lang or self.meta("content-language", "og:locale")
        return hints_for(self.url or self.meta("og:url"), language, self.latest)

    def claims(self, source: str, reason: str) -> Claims:
        """The maker of facts for ``source`` with this ``reason``."""
        return Claims(self, source, reason)


class RawNames(NamedTuple):
    """A raw string that names authors, and the index of the block that prints it, None if none does."""

    raw: str
    block: int | None = None


class Claims(NamedTuple):
    """Makes the facts of one source, from raw values or from the <meta> elements called ``names``.

    Each method yields nothing if the page has nothing of use.
    """

    evidence: Evidence
    source: str
    reason: str

    def title(self, *names: str, score: float) -> Iterator[Fact]:
        """The first of the elements, as a title without the site's name."""
        return self.stated_title(self.evidence.meta(*names), score)

    def stated_title(self, raw: str, score: float, block: int | None = None) -> Iterator[Fact]:
        """``raw`` as a title without the site's name."""
        title = trim_title(text_value(raw), self.evidence.site) if raw else ""
        if title:
            yield Fact(Field.TITLE, title, self.source, raw, self.reason, score, block)

    def authors(self, *names: str, score: float) -> Iterator[Fact]:
        """A fact for each of ``names`` with all authors in its elements."""
        for name in names:
            raws = map(RawNames, self.evidence.metas.get(name, ()))
            yield from self.stated_authors(raws, score, printed=False)

    def stated_authors(
        self, raws: Iterable[RawNames], score: float, *, printed: bool = True
    ) -> Iterator[Fact]:
        """One fact with all authors in ``raws``.

        ``printed`` says that readers see the strings, which then may hold buttons of the page as well.
        """
        read = read_names if printed else stated_names
        found: dict[str, str] = {}
        used: list[str] = []
        place: int | None = None
        for raw, block in raws:
            for name in read(raw):
                if name.casefold() not in found:
                    found[name.casefold()] = name
                    used.append(raw)
                    place = block if place is None else place
        if found:
            raw = "; ".join(dict.fromkeys(used))
            yield Fact(Field.AUTHORS, tuple(found.values()), self.source, raw, self.reason, score, place)

    def text(self, field: Field, *names: str, score: float) -> Iterator[Fact]:
        """The first of the elements, as text, if it has a word."""
        raw = self.evidence.meta(*names)
        value = text_value(raw)
        if any(map(str.isalnum, value)):
            yield Fact(field, value, self.source, raw, self.reason, score)

    def site_name(self, *names: str, score: float) -> Iterator[Fact]:
        """The first of the elements, as the name of the site without its slogan, unless it is the title of
        the page and the site has another name."""
        raw, site = self.evidence.meta(*names), self.evidence.site
        whole = text_value(raw)
        name = site_value(_without_title(whole, self.evidence.markup.title), site)
        is_other = bool(site.folded) and site.folded.isdisjoint((fold(whole), fold(name)))
        if name and not (is_other and self.evidence.is_title(whole)):
            yield Fact(Field.SITENAME, name, self.source, raw, self.reason, score)

    def list(self, field: Field, *names: str, score: float, one: bool = False) -> Iterator[Fact]:
        """The values in all elements of the first of ``names`` that has any.

        ``one`` says that each such element has one value. Then a comma separates values only in an element
        that is alone. Among tags the title is none, nor is the name of the site in a list: templates put both
        into the keywords of each page.
        """
        for name in names:
            raws = self.evidence.metas.get(name, ())
            values = each_value(raws) if one else list_value(raws)
            if field is Field.TAGS:
                # A title with a comma is none either, though each of its parts might be.
                if not one and self.evidence.is_title(", ".join(raws)):
                    continue
                if not one:
                    values = list_value(map(self.evidence.without_titles, raws))
                names_site = frozenset() if one else self.evidence.site.squeezed
                values = tuple(
                    value
                    for value in values
                    if squeeze(value) not in names_site and not self.evidence.is_title(value)
                )
            if values:
                yield Fact(field, values, self.source, ", ".join(raws), self.reason, score)
                return

    def address(self, field: Field, *names: str, score: float) -> Iterator[Fact]:
        """The first of the elements, as an absolute address."""
        return self.stated_address(field, self.evidence.meta(*names), score)

    def stated_address(
        self, field: Field, raw: str, score: float, block: int | None = None
    ) -> Iterator[Fact]:
        """``raw`` as an absolute address."""
        if value := address_value(raw, self.evidence.base):
            yield Fact(field, value, self.source, raw, self.reason, score, block)

    def language(self, *names: str, score: float) -> Iterator[Fact]:
        """The first of the elements, as a language tag."""
        raw = self.evidence.meta(*names)
        if value := language_value(raw):
            yield Fact(Field.LANGUAGE, value, self.source, raw, self.reason, score)

    def date(self, field: Field, raw: Any, score: float, block: int | None = None) -> Iterator[Fact]:
        """``raw``, any value of JSON, as a date; nothing if it is none, or after the day of reading.

        ``score`` is the share of pages with a known day on which the source stated that day, as counted on
        ``wcxb-dev``, ``snippets`` and ``dates`` when the source was written. A date below
        :data:`articlex.facts.BELIEVED` is more often wrong, or of something else than the article, and is
        only shown among the candidates.
        """
        if isinstance(raw, float) and raw.is_integer():
            raw = int(raw)
        if not isinstance(raw, (str, int)) or isinstance(raw, bool):
            return
        found = parse_date(str(raw), self.evidence.date_hints())
        if found and not found.value.is_late(self.evidence.reference):
            score = score if found.value.day else _MONTH_ALONE
            yield Fact(field, found.value.iso(), self.source, found.raw, self.reason, score, block)


def site_value(name: str, site: SiteNames) -> str:
    """``name`` as the name of ``site``, without separators around it and without a slogan; "" if it is an
    address, means "Home" or has no word."""
    is_none = _ADDRESS.match(name) or meaning_of(name) == "home" or not any(map(str.isalnum, name))
    return "" if is_none else _without_slogan(clean_title(name), site)


def _without_slogan(name: str, site: SiteNames) -> str:
    """``name`` without a slogan, if the rest is another name of the site or its host: "Quay Post" of "Quay
    Post - All of the harbour"."""
    parts = split_title(name).parts
    return next((part for part in parts if len(parts) > 1 and _is_alone(part, site)), name)


def _is_alone(part: str, site: SiteNames) -> bool:
    """Whether a part of a name is one by itself. Hosts of few letters may be initials of the other part."""
    whole = squeeze(part)
    bare = whole.removeprefix("www").removeprefix("the")
    return whole in site.squeezed or any(
        len(label) > _MOST_INITIALS
        and (whole == label or (bare.startswith(label) and 2 * len(label) >= len(bare)))
        for label in site.labels
    )


class Source(NamedTuple):
    """One place in which pages state metadata: the function that reads it, and the reasons of its facts."""

    name: str
    state: Callable[[Evidence], Iterator[Fact]]
    #: The slug of each reason, with the sentence that ``articlex explain --reasons`` prints for it.
    reasons: Mapping[str, str]


def gather(page: Page, reference: date | None = None) -> Evidence:
    """The evidence of one page. ``reference`` is the day on which it was read."""
    markup, blocks, url = page.markup, page.blocks, page.url
    metas = _metas(markup)
    canonical = canonical_address(markup)
    addresses = (url or "", canonical, *metas.get("og:url", ()))
    stated = [title for name in SHARED_TITLES for title in metas.get(name, ())[:_MOST_TITLES]]
    titles = [*stated, markup.title, *printed_titles(blocks)]
    linked = read_linked_data(markup.json_ld, addresses, titles)
    others = other_stories(markup, blocks, titles)
    address = next(filter(host_of, addresses), "")
    base = address_value(markup.base, address) or address
    names, applications = (
        [_without_title(each, markup.title) for each in metas.get(name, ())]
        for name in ("og:site_name", "application-name")
    )
    names += _publishers(linked)
    # Some templates state the headline of each page as what the application is called.
    headlines = set(map(fold, [*stated, markup.title])) if names else ()
    called = [*names, *(name for name in applications if fold(name) not in headlines)]
    host = host_of(address or base)
    site = site_names(called or home_names(markup.title, blocks, host), host)
    latest = latest_year(page, reference)
    return Evidence(markup, blocks, url, metas, linked, base, site, reference, latest, others)


def _metas(markup: Markup) -> dict[str, list[str]]:
    """The contents of <meta> elements by their names.

    Those inside several comments or reviews (the author of each) are left out; a single one may be the page.
    """
    answered = [note for note in markup.annotations if note.response and note.name == "itemprop"]
    times = Counter(note.value.lower() for note in answered)
    apart = {(note.value.lower(), note.content.strip()) for note in answered if times[note.value.lower()] > 1}
    metas: dict[str, list[str]] = {}
    for name, content in markup.metas:
        if (content := content.strip()) and (name, content) not in apart:
            metas.setdefault(name.strip(), []).append(content)
    return metas


def _without_title(name: str, title: str) -> str:
    """``name``, or the last part of the <title> if a template states the whole <title> as the site's name."""
    parts = split_title(clean_title(title)).parts
    return parts[-1] if len(parts) > 1 and fold(name) == fold(title) else name


def canonical_address(markup: Markup) -> str:
    """The address of the first <link rel=canonical>; "" if there is none."""
    return next((href for rel, href, _ in markup.links if "canonical" in rel.split()), "")


def _publishers(linked: LinkedData) -> Iterator[str]:
    """The names of the site and of its publisher in JSON-LD."""
    for value in (linked.site.get("name"), *linked.items(linked.article.get("publisher"))):
        if name := text_in(value.get("name") or value) if isinstance(value, Mapping) else text_in(value):
            yield name
