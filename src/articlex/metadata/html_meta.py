"""Plain <meta name>: author, description, keywords, language, and names that publishers have invented."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field
from articlex.regex import regex

REASONS = {"html-meta": "A <meta name> element states it."}

NAME = "html-meta"

#: Names that mean the author in some publisher's system, "byl", "dcsext.author", "cxenseparse:author", and
#: how many of them are read.
_AUTHOR = regex(r"(?:.*[.:_-])?(?:article|page|story|post|content)?authors?(?:[._-]?name)?|byl|byline")
_MOST_NAMES = 4
#: Names of that form that other sources read, or whose value is not an author of the article.
_NOT_AUTHOR = regex(
    r"citation_.*|(?:parsely|sailthru|smartbanner|og|book|article|twitter|dc|dcterms)\b.*|.*comment.*|author"
    r"|web_?author"
)
#: Names of who made the site, who is not the author of its pages.
_MAKER = ("web_author", "webauthor")
#: The name of a program at the start of <meta name=generator>, and who makes it, by what such people are
#: called together.
_PROGRAM = regex(r"[^\W\d]{3,30}")
_MADE_BY = regex(
    r"\b([^\W\d]{3,30})\W{1,3}(?:authors|contributors|developers|foundation|group|project|team)\b"
)
#: Names that mean the tags in some publisher's system, "cxenseparse:keywords", "classification-tags". Those
#: of caches, of advertising and of a program that states pairs of names and values mean other things.
_TAGS = regex(r"(?!news_|sailthru|parsely|og:|mrf:|ad:|.*cache).+[.:_-](?:keywords|tags)")

#: Names of the section, also in PRISM, a vocabulary for publishers, and in the tags of public websites in
#: China (SiteName, ColumnName, ArticleTitle, PubDate).
_SECTIONS = ("section", "category", "article.section", "articlesection", "prism.section", "columnname")


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of plain <meta> elements."""
    claim = evidence.claims(NAME, "html-meta")
    yield from claim.title("title", "headline", "hdl", "articletitle", score=0.30)
    makers = {value.casefold() for name in _MAKER for value in evidence.metas.get(name, ())}
    for fact in claim.authors("author", "authors", score=0.42):
        said = fact.raw.casefold()
        if not any(maker and maker in said for maker in makers) and not _is_of_program(said, evidence):
            yield fact
    own = [name for name in evidence.metas if _AUTHOR.fullmatch(name) and not _NOT_AUTHOR.fullmatch(name)]
    for name in own[:_MOST_NAMES]:
        yield from claim.authors(name, score=0.41)
    yield from claim.site_name("application-name", "apple-mobile-web-app-title", score=0.6)
    yield from claim.site_name("sitename", score=0.55)
    yield from claim.site_name("publisher", "copyright-holder", score=0.4)
    yield from claim.text(Field.DESCRIPTION, "description", "abstract", score=0.7)
    yield from claim.language("content-language", "language", "lang", "inlanguage", score=0.4)
    yield from claim.list(Field.TAGS, "news_keywords", score=0.7)
    yield from claim.list(Field.TAGS, "keywords", score=0.6)
    yield from claim.list(Field.TAGS, "tags", score=0.55)
    yield from claim.list(Field.TAGS, *filter(_TAGS.fullmatch, evidence.metas), score=0.35)
    yield from claim.list(Field.CATEGORIES, *_SECTIONS, score=0.5)
    yield from claim.address(Field.IMAGE, "thumbnail", "image", score=0.4)
    yield from claim.address(Field.LICENSE, "license", "licence", score=0.7)


def _is_of_program(author: str, evidence: Evidence) -> bool:
    """Whether ``author``, in small letters, is who made the program that made the page: "Discuz! Team", as
    Discuz! X3 has it in each of its pages. Somebody may be called as the program is: "Hugo Beispiel"."""
    made = _MADE_BY.search(author)
    programs = (_PROGRAM.match(value) for value in evidence.metas.get("generator", ()))
    return made is not None and any(program and program[0].casefold() == made[1] for program in programs)


SOURCE = Source(NAME, state, REASONS)
