"""The head of the report: what the page is, and what is known about it, with the sources and the losers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlex.page import Field
from articlex.write.counts import counted
from articlex.write.explain.account import Account, Claim, Standing
from articlex.write.explain.pieces import clipped, language_of, link_to, text

#: The parts of the report below its head.
_PARTS = {"facts": "Facts", "roles": "Roles", "page": "Page", "kept": "Reasons", "stages": "Stages"}


def head(account: Account) -> Iterator[str]:
    """The title, the verdict and the warnings."""
    article, page = account.article, account.page
    yield "<header>"
    yield "<p>articlex explain</p>"
    language = language_of(article.language)
    yield f'<h1 dir="auto"{language}>{text(article.title)}</h1>' if article.title else "<h1>No title</h1>"
    kept = [entry.block.index for entry in account.entries if entry.is_kept]
    words = sum(account.words[index] for index in kept)
    encoding = f", {page.encoding}" if page.encoding else ""
    best = account.claims.get(Field.VERDICT, ())[:1]
    sentence = " ".join(claim.sentence for claim in best)
    yield (
        f'<p class="verdict {article.verdict}"><strong>{article.verdict.replace("_", " ")}</strong> '
        f"with confidence {article.confidence:.2f}. {text(sentence)}</p>"
    )
    yield (
        f"<p>Kept {len(kept):,} of {counted(len(page.blocks), 'block')}, {words:,} of "
        f"{counted(sum(account.words), 'word')}. Read as {page.form}{encoding}.</p>"
    )
    if article.warnings:
        yield '<section class="warnings" aria-labelledby="warnings">\n<h2 id="warnings">Warnings</h2>\n<ul>'
        yield from (f'<li dir="auto">{text(warning)}</li>' for warning in article.warnings)
        yield "</ul>\n</section>"
    yield '<nav aria-label="Parts of the report">'
    parts = (part for part in _PARTS if kept or part != "kept")
    yield "\n".join(f'<a href="#{part}">{_PARTS[part]}</a>' for part in parts)
    yield "</nav>\n</header>"


def facts(account: Account) -> Iterator[str]:
    """The facts, field by field: the best one with its source, and those that lost to it."""
    yield '<section aria-labelledby="facts">\n<h2 id="facts">Facts</h2>\n<dl class="facts">'
    for field in Field:
        claims = account.claims.get(field)
        if claims:
            yield f"<div><dt>{field.replace('_', ' ')}</dt>\n<dd>"
            yield _claim(account, claims[0])
            yield from _losers(account, claims[1:])
            yield "</dd></div>"
    yield "</dl>\n</section>"


def _losers(account: Account, claims: Iterable[Claim]) -> Iterator[str]:
    claims = list(claims)
    if claims:
        yield f"<details><summary>{counted(len(claims), 'candidate')} lost</summary>\n<ul>"
        yield from (f"<li>{_claim(account, claim)}</li>" for claim in claims)
        yield "</ul>\n</details>"


def _claim(account: Account, claim: Claim) -> str:
    """A fact: its value; source, score and reason; the raw string, and the block that it stands in."""
    fact, language = claim.fact, language_of(account.article.language)
    pieces = [f'<p class="value" dir="auto"{language}>{text(clipped(claim.value))}</p>']
    doubted = "Not believed. " if claim.standing is Standing.DOUBTED else ""
    where = "" if fact.block is None else link_to(account.page, fact.block)
    source = f"{doubted}From <b>{text(fact.source)}</b>, score {fact.score:.2f}."
    pieces.append(f"<p>{source} {text(claim.sentence)} {where}</p>")
    if fact.raw and fact.raw != claim.value:
        pieces.append(f'<p>written <q dir="auto"{language}>{text(clipped(fact.raw))}</q></p>')
    return "".join(pieces)
