"""From raw values of attributes and JSON to clean ones: text, keywords, absolute addresses, language tags."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from html.entities import html5
from urllib.parse import urljoin, urlsplit

from articlex.character_classes import visible
from articlex.data.languages import languages
from articlex.memoize import memoized
from articlex.placeholders import is_no_section, is_nothing
from articlex.read.html.embedded.lenient_json import whole_characters
from articlex.regex import REFERENCE, UNSPACED, regex

_TAG = regex(r"</?[A-Za-z][^<>]{0,300}>")
#: A language tag (RFC 5646, 2.1): language, script, region; and what is left out, which are dialects before
#: the script, and variants, extensions and private subtags behind the region.
_LANGUAGE = regex(
    r"([A-Za-z]{2,3})((?:-[A-Za-z]{3}){1,3}(?=-|\Z))?(?:-([A-Za-z]{4}))?(?:-([A-Za-z]{2}|\d{3}))?"
    r"(-(?:[A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}|[A-Za-z\d]-[A-Za-z\d]{1,8})(?:-[A-Za-z\d]{1,8})*)?\Z"
)
#: What stands behind a tag: the next of a list, its weight, and the charset or modifier of a POSIX locale.
_FIRST = regex(r"[,;.@]")
_LIST = regex(r"\s*[,;|，、；،؛]\s*")
_LINE_BREAKS = str.maketrans("", "", "\t\r\n")
_NO_ADDRESS = regex(r"[\x00-\x20\x7f-\x9f]")

#: Characters of a title, name or description, at most: what is longer is the article itself.
_MAX_TEXT = 5_000
_MAX_LIST = 50
#: Characters of a keyword, at most: what is longer is a list or a sentence.
_MOST_PART = 100
_MAX_ADDRESS = 2_000
#: Keywords for programs: an address, an identifier, the number of a page; and one of one or two digits, which
#: is the number of an issue, or stands in a headline whose words are all keywords.
_OF_PROGRAM = regex(r"\Ahttps?://|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|\A(?:\d{5,}|\d\d?)\Z")
#: A keyword with a label for programs, "content-type: Feature", unless it is the only one of its list.
_PAIR = regex(r"[A-Za-z][\w -]*: \S")
#: A list of keywords in Chinese or Japanese separated by spaces: the least words, and characters of the
#: longest.
_FEWEST_WIDE, _MOST_WIDE = 3, 8
#: Size of the cache of addresses: several sources state the same one.
_REMEMBERED = 128


def text_value(raw: object) -> str:
    """``raw`` as one line of text without tags and invisible characters; "" if it is no string, too long, or
    what programs write for no value ("null").

    Character references are resolved twice: some sites escape twice.
    """
    if not isinstance(raw, str) or not raw or len(raw) > _MAX_TEXT:
        return ""
    text = raw
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = " ".join(visible(text).split())
    return "" if is_nothing(text) else text


def list_value(raws: Iterable[object]) -> tuple[str, ...]:
    """The keywords in ``raws``, each of which is a list or a single keyword, without duplicates."""
    return _distinct(part for raw in raws for part in _parts(text_value(raw)))


def _parts(text: str) -> Iterable[str]:
    """The keywords of a list: "a, b" or, in JSON, '["a", "b"]'."""
    if text[:2] == '["' and text[-1] == "]":
        try:
            return [part for part in json.loads(whole_characters(text)) if isinstance(part, str)]
        except (ValueError, RecursionError):
            pass
    parts = _LIST.split(text)
    return _parted_by_blanks(text) if len(parts) == 1 else parts


def _parted_by_blanks(text: str) -> list[str]:
    """The keywords of a list separated by spaces in a script without spaces between words: "大桥 通车
    电车"."""
    words = text.split()
    is_list = len(words) >= _FEWEST_WIDE and all(len(word) <= _MOST_WIDE for word in words)
    return words if is_list and all(map(UNSPACED.match, words)) else [text]


def each_value(raws: Iterable[object]) -> tuple[str, ...]:
    """``raws`` as one value each, "Arts, Books & Music", without duplicates. If there is only one, or one is
    too long for a value, it is a list."""
    texts = dict.fromkeys(filter(None, map(text_value, raws)))
    if len(texts) < 2:
        return list_value(texts)
    return _distinct(
        part for text in texts for part in (_LIST.split(text) if len(text) > _MOST_PART else [text])
    )


def _distinct(parts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    parts = list(parts)
    pairs = [part for part in parts if ":" in part and _PAIR.match(part)]
    dropped = frozenset(pairs if len(pairs) > 1 else ())
    for part in parts:
        if part in dropped:
            continue
        part = part.strip(" .#:：\"'")
        is_word = len(part) <= _MOST_PART and any(map(str.isalnum, part)) and not is_no_section(part)
        if is_word and not _OF_PROGRAM.search(part):
            found.setdefault(part.casefold(), part)
    return tuple(list(found.values())[:_MAX_LIST])


def property_names(value: str) -> list[str]:
    """The properties that an attribute names, lower-cased, without prefix and vocabulary: ["author"] for
    "schema:author" and for "http://schema.org/author"."""
    return [name.rpartition(":")[2].rpartition("/")[2] for name in value.lower().split()]


def address_value(raw: object, base: str) -> str:
    """``raw``, resolved against ``base``, as an absolute address with http or https; "" if it is none."""
    if not isinstance(raw, str) or not 0 < len(raw) <= _MAX_ADDRESS:
        return ""
    return _address(raw, base if len(base) <= _MAX_ADDRESS else "")


@memoized(_REMEMBERED)
def _address(raw: str, base: str) -> str:
    """:func:`address_value` of strings that are not too long."""
    try:
        # Some templates escape twice, and JSON holds escaped addresses.
        # With their semicolons: in an address "&copy=2" is a parameter.
        address = REFERENCE.sub(_character, raw.strip()) if "&" in raw else raw.strip()
        if address.startswith(("http:", "https:", "/")):
            # As browsers do. Without a scheme or a slash it may be any text.
            address = address.translate(_LINE_BREAKS).replace(" ", "%20")
        address = urljoin(base, address)
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or "." not in host or _NO_ADDRESS.search(address):
        return ""
    return address


def _character(reference: re.Match[str]) -> str:
    """What a character reference stands for; an unknown one as it is."""
    known = reference[0][1] == "#" or reference[0][1:] in html5
    return html.unescape(reference[0]) if known else reference[0]


def language_value(raw: object) -> str:
    """``raw``, or the first of a list, as a language tag of language, script and region; "" if it is none.

    >>> language_value("EN_us"), language_value("zh-cmn-Hans-CN"), language_value("de_AT.UTF-8")
    ('en-US', 'zh-Hans-CN', 'de-AT')
    """
    if not isinstance(raw, str):
        return ""
    tag = _FIRST.split(raw, maxsplit=1)[0].strip().replace("_", "-")
    match = _LANGUAGE.match(tag)
    if not match or match[1].lower() in ("und", "mul", "zxx"):
        return ""
    language, dialect, script, region, rest = match[1].lower(), *match.groups()[1:]
    # Words with hyphens look like a long tag.
    if (dialect or rest) and language not in languages().codes:
        return ""
    return "-".join(filter(None, (language, script and script.title(), region and region.upper())))
