"""The article as a JSON record; ``data/article.schema.json`` is its schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from articlex.addresses import host_of
from articlex.errors import UsageError
from articlex.write.control import escape_name, json_shown, strip_controls
from articlex.write.counts import measure
from articlex.write.options import DEFAULTS, RenderOptions

if TYPE_CHECKING:
    from articlex.article import Article
    from articlex.page import Fact

#: The major version rises when a field is removed or changes its meaning, the minor one when one is added.
_SCHEMA_VERSION = "1.1"

#: The coarse status for scripts, by verdict.
_STATUS = {"ok": "ok", "uncertain": "low", "no_article": "empty", "empty": "empty"}

#: The fields of a record in order. Those of ON_REQUEST are missing by default.
FIELDS = tuple(
    """schema_version title author authors date date_published date_modified url hostname sitename
    description language dir categories tags image license access pagetype text markdown posts comments
    word_count reading_time coverage fingerprint source input_format encoding status verdict confidence
    warnings error input html blocks provenance""".split()
)
ON_REQUEST = frozenset({"input", "html", "blocks", "provenance"})
#: Those that are lists.
LISTS = frozenset({"authors", "categories", "tags", "warnings"})
#: The fields that are those of the article.
_STATED = tuple(
    """title date_published date_modified url sitename description language dir image license access
    pagetype""".split()
)


def article_record(article: Article, options: RenderOptions = DEFAULTS) -> dict[str, Any]:
    """The fields of ``article`` in the order of :data:`FIELDS`; None for what the page does not state.

    ``options.fields`` selects fields and their order, those on request included. Raises UsageError for an
    unknown field.
    """
    wanted = requested(options)
    record = {**_metadata(article), **_content(article, options), **_account(article, options)}
    if "input" in wanted:
        record["input"] = json.loads(options.input or "{}")
    if "html" in wanted:
        from articlex.write.html import write_fragment

        record["html"] = write_fragment(article, options)
    if "blocks" in wanted:
        from articlex.write.block_records import block_records

        record["blocks"] = block_records(article)
    if "provenance" in wanted:
        record["provenance"] = {
            name.value: [_fact_record(fact) for fact in facts] for name, facts in article.provenance.items()
        }
    return {name: record[name] for name in wanted}


def blank_record() -> dict[str, Any]:
    """A record with all default fields, empty: None or []."""
    return {name: [] if name in LISTS else None for name in FIELDS if name not in ON_REQUEST}


def failure_record(source: str, code: str, message: str, input: str | None = None) -> dict[str, Any]:
    """The record of an input that could not be read: ``status`` "error" with ``error``, and otherwise empty.
    ``input`` is JSON as in :class:`RenderOptions`."""
    record = blank_record()
    record["schema_version"] = _SCHEMA_VERSION
    record["source"] = escape_name(source)
    record["status"] = "error"
    if input is not None:
        record["input"] = json.loads(input or "{}")
    record["error"] = {"code": code, "message": strip_controls(message)}
    return record


def write_json(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The record, in the schema of the options, as indented JSON."""
    return _dumps(article, options, indent=2)


def write_jsonl(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The record as one line of JSON."""
    return _dumps(article, options, indent=None)


def _dumps(article: Article, options: RenderOptions, indent: int | None) -> str:
    """The record as JSON that ends in a line feed."""
    from articlex.write.schemas import record_for

    record = record_for(article, options)
    if options.input:  # the only field from which control characters are not removed
        return json_shown(record, indent) + "\n"
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    # U+2028 and U+2029 end a line for many tools, and a record is one line.
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def requested(options: RenderOptions) -> tuple[str, ...]:
    """The names of the fields that ``options`` select. Raises UsageError for an unknown one."""
    if options.fields:
        return picked(FIELDS, options)
    asked = {
        "input": options.input is not None,
        "html": options.with_html,
        "blocks": options.with_blocks,
        "provenance": options.with_provenance,
    }
    return tuple(name for name in FIELDS if asked.get(name, True))


def picked(names: tuple[str, ...], options: RenderOptions) -> tuple[str, ...]:
    """The fields that ``options`` select among ``names``, or all. Raises UsageError for an unknown one."""
    for name in options.fields:
        if name not in names:
            from difflib import get_close_matches

            close = get_close_matches(name, names, 1)
            known = f"in schema {options.schema} there are {', '.join(names)}"
            raise UsageError(f"unknown field {name!r}; {f'did you mean {close[0]!r}?' if close else known}")
    return options.fields or names


def _metadata(article: Article) -> dict[str, Any]:
    """The metadata fields."""
    return {
        "schema_version": _SCHEMA_VERSION,
        "author": _clean("; ".join(article.authors)),
        "date": article.date_published[:10] if article.date_published else None,
        "hostname": host_of(article.url) or None,
        **{name: _clean(getattr(article, name)) for name in _STATED},
        **{name: _cleaned(getattr(article, name)) for name in ("authors", "categories", "tags")},
    }


def _content(article: Article, options: RenderOptions) -> dict[str, Any]:
    """The fields of the text, and its measurements."""
    from articlex.write.markdown import write_markdown

    text = article.text
    words, minutes = measure(text)
    comments = "\n\n".join(block.text for block in article.comments if block.text)
    return {
        "text": text,
        "markdown": article.markdown if options is DEFAULTS else write_markdown(article, options),
        "posts": _posts(article),
        "comments": _clean(comments),
        "word_count": words,
        "reading_time": minutes,
        "coverage": coverage(article),
        "fingerprint": fingerprint(text),
    }


def _posts(article: Article) -> list[dict[str, str | None]] | None:
    """The posts of a thread, None on other pages."""
    from articlex.write.text import write_post_text

    posts = [
        {"author": _clean(post.author), "date": post.date or None, "text": write_post_text(article, post)}
        for post in article.posts
    ]
    return posts or None


def _account(article: Article, options: RenderOptions) -> dict[str, Any]:
    """The fields about the input and the verdict."""
    return {
        "source": escape_name(options.source) if options.source else _clean(article.page.url),
        "input_format": article.page.form.value,
        "encoding": article.page.encoding or None,
        "status": _STATUS[article.verdict.value],
        "verdict": article.verdict.value,
        "confidence": round(article.confidence, 4),
        "warnings": _cleaned(article.warnings),
        "error": None,
    }


def coverage(article: Article) -> float:
    """The share of the page's text that is kept, in characters, from 0 to 1."""
    whole = sum(len(block.text) for block in article.blocks)
    kept = sum(len(block.text) for block in article.body)
    return round(kept / whole, 4) if whole else 0.0


def fingerprint(text: str) -> str | None:
    """A hash of 16 hexadecimal digits that ignores case, spacing and line breaks; None for an empty text."""
    from hashlib import blake2b

    words = " ".join(text.casefold().split())
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest() if words else None


def _fact_record(fact: Fact) -> dict[str, Any]:
    return {
        "from": fact.source,
        "raw": strip_controls(fact.raw),
        "value": strip_controls(fact.value) if isinstance(fact.value, str) else _cleaned(fact.value),
        "reason": fact.reason,
        "score": round(fact.score, 4),
        "stage": fact.stage,
        "block": fact.block,
    }


def _clean(text: str | None) -> str | None:
    return strip_controls(text) or None if text else None


def _cleaned(texts: tuple[str, ...]) -> list[str]:
    return [strip_controls(text) for text in texts]
