"""Raw titles split into parts, and without the site's name and the page number.

No site is known by name. What the page states (``og:site_name``, the publisher in JSON-LD) and its host tell
which part of "Headline - Section | Site" is the site.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from articlex.character_classes import visible
from articlex.memoize import memoized
from articlex.regex import REFERENCE, SPACES, regex
from articlex.titles.guillemets import parted_by_pair, without_quoting
from articlex.titles.site_names import SiteNames, is_site
from articlex.tokens import REMEMBERED, squeeze

#: Separators between parts of a title in any script. A hyphen or a colon needs spaces around it. Two colons
#: or a low line between words are part of a name in code, "Scope in std::thread", "iter_advance_by": of 3,700
#: titles of the corpora they are nothing else, but for low lines beside Chinese. Runs of both are matched
#: from their start only.
_SIGNS = (
    r"\s*[|｜丨ㅣ¦‖•·●»«›‹▷►→←⋆★☆♥＿]+\s*|\s+[-–—―−~/:_]+\s+|\s*(?:(?<=[^ -~])_+|(?<!_)_++(?=[^ -~]))\s*"
    r"|\s*[–—―]\s+|\s*>{1,2}\s+|\s+:{2,}\s*|(?<!:):{2,}+\s+|\s+〉\s*"
)
_SEPARATOR = regex(_SIGNS)
#: Separators of breadcrumbs only.
POINTS_ON = frozenset(">›»〉")
#: One of these is in each separator; the second kind needs a space before it, or is two colons.
_SEPARATES = frozenset("|｜丨ㅣ¦‖•·●»«›‹▷►→←⋆★☆♥_＿–—―>")
_SEPARATES_SPACED = frozenset("-−~/:〉")
_BEHIND_SPACE = (" -", " ~", " /", " :", "::")
#: White space in ASCII other than the space.
_ODD_SPACE = frozenset("\t\n\r\v\f\x1c\x1d\x1e\x1f")
#: What is stripped from both ends of a title.
_STRAY = " \t\u3000|｜•·»«–—_-▷▶►➤"
#: The sign of a heading in Markdown, as a template leaves it in a <title>.
_HASHES = regex(r"#{1,6}\s+(?=\S)")
#: What is stripped from the start only; at the end these close brackets: "〉Headline".
_STRAY_BEFORE = _STRAY + "〉》"
#: In East Asian titles a hyphen needs no spaces, nor do two, nor two bars (U+2015). A pattern of its own, as
#: its ranges take 2.5 ms to compile.
_EAST_SEPARATOR = regex(
    _SIGNS + r"|(?<=[\u3040-\u9fff\uac00-\ud7af」』）)！？”》】])(?:--?|–|――)(?=[\u3040-\u9fff\uac00-\ud7af])"
)
_COLON = regex(r"(?<=\S):\s+(?=\S)|(?<=\S)：\s*(?=\S)")
#: Words of a step of a breadcrumb, at most.
_MOST_STEP = 4
#: The form of a page number and its greatest length: "Page 2", "Seite 2 von 3", "第2页". "Windows 11" and
#: "2/5" have it too, so a word for a page has to be in it, or nothing but the number.
_PAGE = regex(
    r"\W*(?:[^\W\d]{1,8}\.?\s?)?\d{1,3}(?:\s?(?:/|[^\W\d]{2,5})\s?\d{1,3})?\W*|\W*第\s?\d+\s?[页頁ページ]+\W*"
)
_MAX_PAGE = 20
_ENDS_PAGE = frozenset(")]）")
_PAGE_WORD = regex(
    r"(?i)(?<![^\W\d_])(?:(?:page|seite|p[áa]gina|sida|side|sivu)[ns]?|str[ao]n[ay]|стр|страниц[аы])(?![^\W\d_])"
    r"|صفحة|ページ|页|頁"
)
#: The page number behind a title, in brackets or after a comma: "Headline (Page 2)", "Headline, Seite 2".
_PAGE_BEHIND = regex(r"(?:\s*[(\[（]([^()\[\]（）]{3,20})[)\]）]|,\s+([^,]{3,20}))\Z")


def resolved(text: str) -> str:
    """``text`` with its character references resolved, those with a semicolon."""
    return REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


@memoized(REMEMBERED)
def clean_title(raw: str) -> str:
    """``raw`` with entities resolved and white space normalised, without invisible characters and without
    separators at its ends."""
    text = html.unescape(html.unescape(raw)) if "&" in raw else raw
    line = one_line(visible(text))
    plain = without_quoting(line)
    start = len(plain) - len(plain.lstrip(_STRAY_BEFORE))
    if hashes := _HASHES.match(plain, start):
        start = hashes.end()
    return line[start : start + len(plain.strip(_STRAY))]


def one_line(text: str) -> str:
    """``text`` with each run of white space as one space, but for single ideographic spaces."""
    if "\u3000" not in text:
        return " ".join(text.split())
    return SPACES.sub(lambda match: "\u3000" if match.group() == "\u3000" else " ", text).strip()


class Parts(NamedTuple):
    """The parts of a title and the separators between them: ``len(seps) == len(parts) - 1``."""

    parts: tuple[str, ...]
    seps: tuple[str, ...]

    def joined(self, first: int, last: int) -> str:
        """The parts from ``first`` up to, not including, ``last``, with the separators between them."""
        out = [self.parts[first]] if first < last else []
        for at in range(first + 1, last):
            out += [self.seps[at - 1], self.parts[at]]
        return "".join(out)


def trailed_steps(text: str) -> list[str]:
    """The steps of a breadcrumb with a slash right behind each but the last, as ikiwiki has them: "Harbour
    Notes/ posts/ Old ropes"; [] if ``text`` is none."""
    steps = text.split("/ ")
    *above, last = steps
    is_path = len(above) > 1 and text.count("/") == len(above) and bool(last.strip())
    short = all(step and step == step.strip() and step.count(" ") < _MOST_STEP for step in above)
    return steps if is_path and short else []


@memoized(REMEMBERED)
def split_title(title: str, spaced: bool = False) -> Parts:
    """``title`` split at its separators; ``spaced`` is whether guillemets around " Site " are separators,
    too.

    >>> split_title("Bridge opens - City | Example News").parts
    ('Bridge opens', 'City', 'Example News')
    """
    if _SEPARATES.isdisjoint(title) and not _may_be_parted(title):
        return Parts((title,), ())
    parts: list[str] = []
    seps: list[str] = []
    at = 0
    has_hyphen = "-" in title or "–" in title or "――" in title
    separator = _EAST_SEPARATOR if has_hyphen and max(title) >= "\u3040" else _SEPARATOR
    for match in _separators(title if spaced else without_quoting(title), separator):
        if match.start() == at or match.end() == len(title):
            continue
        parts.append(title[at : match.start()])
        seps.append(match.group())
        at = match.end()
    parts.append(title[at:])
    return Parts(tuple(parts), tuple(seps))


def _separators(title: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """``pattern.finditer(title)``, but the pattern is tried only at signs and not at each letter."""
    end = 0
    for place, character in enumerate(title):
        if place >= end and (character in _SEPARATES or character in _SEPARATES_SPACED):
            start = place
            while start > end and title[start - 1].isspace():
                start -= 1
            match = pattern.match(title, start)
            if match:
                end = match.end()
                yield match


def _may_be_parted(title: str) -> bool:
    """Whether a hyphen, slash or colon may be a separator: a cheap test."""
    if _SEPARATES_SPACED.isdisjoint(title):
        return False
    if not title.isascii() or not _ODD_SPACE.isdisjoint(title):
        return True
    return any(sign in title for sign in _BEHIND_SPACE)


def is_page_number(part: str) -> bool:
    """Whether ``part`` of a title is only a page number: "Page 2", "(2)"."""
    is_number = len(part) <= _MAX_PAGE and _PAGE.fullmatch(part) is not None
    return is_number and (_PAGE_WORD.search(part) is not None or part.strip("() ").isdigit())


def split_by_site(title: str, names: SiteNames) -> Parts:
    """``title`` split at its separators, also at a pair of guillemets with the site's name in or before it,
    and before brackets that are the site's name."""
    if (brackets := end_in_brackets(title)) and squeeze(brackets) in names.squeezed:
        page = title[: -len(brackets)]
        return Parts((page.rstrip(), brackets), (page[len(page.rstrip()) :],))
    sides = parted_by_pair(title)
    if sides is None:
        return split_title(title)
    before, inside = sides
    return split_title(title, squeeze(before) in names.squeezed or is_site(inside, names))


def end_in_brackets(title: str) -> str:
    """The brackets at the end of a title in which DokuWiki has the site: "[Site]" of "Page [Site]"."""
    start = title.rfind(" [") + 1 if title.endswith("]") else 0
    return title[start:] if start else ""


def trim_title(raw: str, names: SiteNames) -> str:
    """``raw`` without the site's name at both ends and the page number behind it, but never empty for that.

    >>> from articlex.titles.site_names import site_names
    >>> trim_title("Bridge opens | Page 2 | Example News", site_names(["Example News"], ""))
    'Bridge opens'
    """
    title = clean_title(raw)
    split = split_by_site(title, names)
    first, last = 0, len(split.parts)
    while last - first > 1 and (
        is_site(split.parts[last - 1], names) or is_page_number(split.parts[last - 1])
    ):
        last -= 1
    while last - first > 1 and is_site(split.parts[first], names):
        first += 1
    return clean_title(without_page(split.joined(first, last)))


def without_page(title: str) -> str:
    """``title`` without a page number at its end, in brackets or behind a comma."""
    found = _PAGE_BEHIND.search(title) if title[-1:] in _ENDS_PAGE or title[-1:].isdigit() else None
    number = found and (found[1] or found[2])
    return title[: found.start()] if found and number and _names_page(number) else title


def _names_page(part: str) -> bool:
    """Whether a text is a page number with a word for "page"."""
    return bool(_PAGE.fullmatch(part) and _PAGE_WORD.search(part))


def around_colon(title: str) -> tuple[str, str]:
    """The texts before and behind the first colon, or two empty strings: Blogger writes "Site: Headline".

    Headlines have colons as well, so callers split a <title> there only if the first side is the site's name.
    """
    found = _COLON.search(title)
    return (title[: found.start()], title[found.end() :]) if found else ("", "")
