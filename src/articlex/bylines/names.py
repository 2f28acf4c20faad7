"""From a raw author string to clean names.

"By Ann Example, Senior Reporter, and Bo Sample | 3 hours ago" is ``("Ann Example", "Bo Sample")``: byline
words, job titles, places, degrees, addresses, dates and page furniture go; several authors are told apart in
any language of the word lists. Forms of address ("Dr.") and names of teams stay.
"""

from __future__ import annotations

import html
import unicodedata

from articlex.bylines.east_asian_lists import without_paper
from articlex.bylines.impossible import ARTICLES, belongs_to_figure, is_name, tells_minutes
from articlex.bylines.leads import SHAPES, TRIM, strip_label, strip_noise, with_colons
from articlex.bylines.name_ends import ends_name
from articlex.bylines.pieces import SPACE, name_pieces
from articlex.bylines.shapes import is_plain
from articlex.bylines.trailing import (
    MAX_DOUBLED,
    from_pair,
    is_left_over,
    is_shouted,
    undouble,
    unglue,
    without_desk,
    without_footnotes,
    without_place,
    without_small_words,
    without_towns,
)
from articlex.character_classes import DIRECTIONS
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.memoize import memoized
from articlex.regex import regex

#: Characters and authors of the longest list; a longer string is a text.
_MAX_CHARS = 600
MAX_AUTHORS = 30
#: Letters of the longest small word that is no name where it is all that is left.
_SMALL = 2
#: Texts whose names are remembered: markup repeats them, and several parts of a page read the same line.
_REMEMBERED = 256

#: Brackets that open; signs one of which is in each address.
_OPENS = frozenset("([（【〔［<")
_OF_ADDRESS = regex(r"[/@\d]")
_TAG = regex(r"<[^<>]{0,200}>")
#: Arabic and the scripts of India are spelled with joiners between letters: "علی حسین‌پور".
_INVISIBLE = regex(
    f"[\u00ad\u200b\u2060-\u2064\ufeff{DIRECTIONS}]"
    "|(?<![\u0600-\u1fff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1fff])"
)
#: A site and what it offers, as in the <title> of its front page: "港都网_提供新闻、天气和服务".
_DESCRIBED = regex("([\u4e00-\u9fff]{2,12})_[^_]*[、，]")
#: All characters in it: a test that costs a sixth.
_MAYBE_INVISIBLE = regex(f"[\u00ad\u200b-\u200d\u2060-\u2064\ufeff{DIRECTIONS}]")
_BRACKETS = regex(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】|〔[^〔〕]*〕|［[^［］]*］|<[^<>]*>")
#: An account on another server, right behind a name; addresses of pages and mail; accounts; days in figures.
_ADDRESS = regex(
    r"(?<=[^\W\d_])@[\w.-]+@[\w-]+\.\S+"
    r"|(?:https?:)?//\S+|www\.\S+|(?<!\S)(?:[\w-]+\.)+[a-z]{2,}/\S+"
    r"|(?<!\S)\S[^\s@]*+@[^\s@][^\s.@]*+\.\S+"
    r"|(?<!\S)@\w+|(?<=[^\W\d_])@\w+(?![\w.@-])"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b"
)
#: What Cloudflare writes in place of a mail address until a script has run.
_HIDDEN = regex(r"\[email\s+protected\]")
#: What opens and what closes a quotation.
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ("「", "」"), ("《", "》"))
_INITIAL = regex(r"(?:[^\W\d_]|Jr|Sr)\.,?\Z")
#: Initials in one word, of a person or of a form of company: "J.B.", "Example S.A."
_INITIALS = regex(r"(?:[^\W\d_]\.){2,4}\Z")
#: "Sat, 20 Dec": a date where a name is expected.
_DATED = regex(r"\w{2,12}\.?,? ?\d")
#: Footnote signs between the authors of a paper: letters behind a blank ("Ann Example a, Bo Sample a,b,*"),
#: and figures behind a comma ("Ann Example,1 Bo Sample2").
_LETTERS = regex(r"(?<=\w\w) (?:[a-h*†‡§]|[a-h]\d)(?:, ?[a-h*†‡§])*+(?=\s*(?:[,;&]|and |und |et |\Z))")
_FIGURES = regex(r"(?<=[^\W\d_]),\d{1,2}(?:[,–-]\d{1,2})*+[*†‡§]?(?=\s+[^\W\d_]|\s*\Z)")
#: What may stand around a name: without the full stop, which an initial has; with brackets.
_BUT_STOP, _CLOSED = TRIM.replace(".", ""), f"{TRIM}()[]（）"
_WRAPPED = regex(r"[(（【〔［\[]([^()（）【】〔〕［］\[\]]*)[)）】〕］\]]\Z")
#: The years of a life behind a name, as catalogues have them (MARC 21, field 100, subfield d).
_LIFE = regex(r",\s*+\d{4}\??-(?:\d{4}\??)?\Z")
#: A company by the comma before its legal form.
_COMPANY = regex(r"[^,;|]{2,60}, (?:Inc|LLC|LLP|Ltd|Limited|Corp|Co|PLC|GmbH)\.?\Z")
#: An author as feeds write it: "ann@example.org (Ann Example)".
_FEED = regex(r"[^\s@()]+@[^\s@()]+ \(([^()]+)\)\Z")


@memoized(_REMEMBERED)
def read_names(raw: str) -> tuple[str, ...]:
    """The authors that ``raw`` names, in order and without repeats; () if it names none.

    >>> read_names("Von Anna Beispiel (Text) und Bernd Muster | 3. Mai 2021")
    ('Anna Beispiel', 'Bernd Muster')
    """
    if is_plain(raw):
        return (raw,) if is_name(raw) else ()
    text = flat(raw)
    if len(text) < MAX_DOUBLED:
        text = undouble(text)
    if not text or len(text) > _MAX_CHARS:
        return ()
    found: list[str] = []
    dated = _DATED.match(text) is not None
    for part in name_pieces(with_colons(text)):
        if tells_minutes(part):
            continue
        name = _with_end_of_quote(_clean_name(part), text)
        if name and is_name(name, dated) and name.casefold() not in {other.casefold() for other in found}:
            found.append(name)
        if len(found) == MAX_AUTHORS:
            break
    if len(found) > 1 and found[-1][-1] >= "\uac00":
        found = without_towns(found)
    found = without_desk(found, text)
    # "il" is what is left of "Pubblicato il 3 maggio", "the" of "from the print edition".
    left_over = len(found) == 1 and _is_small(found[0], text)
    return () if left_over else tuple(found)


def _is_small(name: str, text: str) -> bool:
    """Whether ``name``, all that is left of ``text``, is only an article or a word as short."""
    if not (name.islower() and name.isascii()):
        return False
    return len(name) <= _SMALL or (name in ARTICLES and len(name) < len(text))


def stated_names(raw: str) -> tuple[str, ...]:
    """The authors in the value of a field for names, where a word such as "Read" is no button but a surname,
    and which may be written as in the catalogue of a library.

    >>> stated_names("Jan Read"), read_names("Jan Read")
    (('Jan Read',), ('Jan',))
    >>> stated_names("Example, Ann, 1851-1919"), stated_names("Example Ceramics, Inc.")
    (('Ann Example',), ('Example Ceramics, Inc.',))
    """
    raw = _LIFE.sub("", raw.strip())
    if _COMPANY.match(raw):
        return (raw,)
    names, tokens = read_names(raw), raw.split()
    if len(tokens) != 2 or names != (tokens[0],) or not (tokens[1].isalpha() and tokens[1][0].isupper()):
        return names
    whole = " ".join(tokens)
    return (whole,) if is_name(whole) and tokens[1].casefold() in byline_words().noise else names


def flat(raw: str) -> str:
    """``raw`` without tags, entities, brackets, addresses; white space normalised, lines kept."""
    if len(raw) > 4 * _MAX_CHARS or ("{" in raw and "}" in raw):
        # Rules of a style sheet, or a template that was not filled in.
        return ""
    text = html.unescape(html.unescape(raw)) if "&" in raw else raw
    text = without_paper(text.strip()) if "者" in text else text
    if "rotected]" in text:
        text = _HIDDEN.sub(" ", text)
    if wrapped := _WRAPPED.match(text.strip()) or _FEED.match(text.strip()):
        text = wrapped[1]
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isascii():
        if "_" in text and (described := _DESCRIBED.match(text)):
            text = described[1]
        if _MAYBE_INVISIBLE.search(text):
            text = _INVISIBLE.sub("", text)
        text = unicodedata.normalize("NFC", text).strip(f"{SHAPES} \t")
    if not _OPENS.isdisjoint(text):
        text = _BRACKETS.sub(" ", text)
    if _OF_ADDRESS.search(text) or "www." in text:
        text = _ADDRESS.sub(" ", text)
    text = "\n".join([line for row in text.splitlines() if (line := " ".join(row.split()))])
    return _without_notes(text) if "," in text else text


def _without_notes(text: str) -> str:
    """A list of names without the footnote signs and links to ORCID that papers set between them."""
    text = text.replace(" ORCID", "")
    if len(_LETTERS.findall(text)) > 1:
        text = _LETTERS.sub("", text)
    return _FIGURES.sub(",", text)


def _clean_name(part: str) -> str:
    """``part`` without labels, jobs, times and places around the name; "" if it is the label of a figure."""
    words = byline_words()
    part = strip_label(strip_noise(undouble(part.strip(SPACE))))
    part = part.strip(_BUT_STOP)
    if part and not part[-1].isalpha() and (" " in part or not part.isascii()):
        part = without_footnotes(part)
    if "＝" in part or "=" in part:
        part = from_pair(part)
    tokens = without_small_words(unglue(_without_suffix(part).split()))
    while len(tokens) > 2 and tokens[0].casefold().rpartition("-")[2] in words.jobs:
        tokens = tokens[1:]
    end = _end_of_name(tokens)
    if belongs_to_figure(tokens, end):
        return ""
    # Brackets that close are gone; others are left where a label was cut off: "(Last edited by AnnExample)".
    name = " ".join(tokens[:end]).strip(_CLOSED)
    last = tokens[end - 1] if name else ""
    is_stopped = _INITIALS.match(last) or (end > 1 and _INITIAL.match(last))
    return f"{name}." if is_stopped else name


def _without_suffix(part: str) -> str:
    """``part`` without a label behind the name, "홍길동 기자", or a form of address."""
    words = byline_words()
    folded = fold_in_place(part)
    if not folded.endswith(words.after):
        return part
    suffix = next(word for word in words.after if folded.endswith(word))
    if not _is_behind(part, suffix):
        return part
    name = part[: -len(suffix)].strip(TRIM)
    # Before a form of address stands no place: "森下 千尋さん".
    return without_place(name) if suffix in words.credits else name


def _end_of_name(tokens: list[str]) -> int:
    """How many of ``tokens``, with which a name begins, belong to it."""
    end = next((at for at in range(1, len(tokens)) if ends_name(tokens, at)), len(tokens))
    while end > 2 and (is_shouted(tokens[:end]) or is_left_over(tokens[:end])):
        end -= 1
    return end


def _with_end_of_quote(name: str, whole: str) -> str:
    """``name`` with the closing quotation mark that it has in ``whole``: "Studio «Nord»"."""
    for opening, closing in _QUOTES:
        if opening in name and closing not in name and f"{name}{closing}" in whole:
            return f"{name}{closing}"
    return name


def _is_behind(part: str, suffix: str) -> bool:
    """Whether ``suffix`` is a word behind a name. One character may be the name's last: "陈博文"."""
    rest = len(part) - len(suffix)
    return rest > 2 if len(suffix) == 1 and not part[rest - 1].isspace() else rest > 1
