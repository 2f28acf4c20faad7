"""From a raw author string to clean names.

"By Ann Example, Senior Reporter, and Bo Sample | 3 hours ago" is ``("Ann Example", "Bo Sample")``: byline
words, job titles, places, credentials, addresses, dates and page furniture go; several authors are split
in any language of the word lists. Titles of address ("Dr.") and names of teams stay.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from articlex.authors.given import givenness
from articlex.authors.impossible import belongs_to_figure, is_name
from articlex.authors.leads import TRIM, is_wide, strip_label, strip_lead, strip_noise
from articlex.authors.trailing import (
    MAX_DOUBLED,
    before_others,
    from_wide_label,
    is_left_over,
    is_shouted,
    is_title,
    undouble,
    unglue,
    without_footnotes,
    without_place,
    without_small_words,
)
from articlex.data.bylines import BylineWords, byline_words
from articlex.data.label_words import fold_in_place
from articlex.dates.lexicon import is_date_word
from articlex.regex import regex
from articlex.remembering import remembering

#: A string that is longer is a text, not a list of authors.
MAX_CHARS = 600
MAX_AUTHORS = 30
#: Texts whose names are remembered: markup states them again and again, and a line is read in several ways.
_REMEMBERED = 256

#: One of these begins what is in brackets, stands in each address, and is no part of a name.
_OPENS = frozenset("([（【<")
_OF_ADDRESS = frozenset("/@0123456789")
_TAG = regex(r"<[^<>]{0,200}>")
#: Arabic and the scripts of India are spelled with joiners between letters: "علی حسین‌پور".
_INVISIBLE = regex(
    "[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    "|(?<![\u0600-\u1fff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u1fff])"
)
_BRACKETS = regex(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】|<[^<>]*>")
_ADDRESS = regex(
    r"(?:https?:)?//\S+|www\.\S+|(?<!\S)\S[^\s@]*+@\S[^\s.]*+\.\S+|(?<!\S)@\w+|(?<=[^\W\d_])@\w+(?![\w.@-])|\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b"
)
#: What Cloudflare writes in place of an address until a script has run.
_HIDDEN = regex(r"\[email\s+protected\]")
_LINES = regex(r"[;；\n]")
_STRONG = regex(r"[|•·●‧∙⋅‖\t►▪»]|\s[-–—―]+\s|[–—―](?=[\s\d])|\s[-–—]")
_WEAK = regex(r"[,،、，/／+]")
_SPACE = " \t\r\n"
_TIME = regex(r"\d{1,2}[:.h]\d{2}|\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{1,4}|\d+\s*[年月日]")
_INITIAL = regex(r"(?:[^\W\d_]|Jr|Sr)\.,?\Z")
_CREDENTIAL = regex(r"[A-Z][A-Za-z.-]{0,6}[®™]?(?: \d+)?\Z")
#: "Sat, 20 Dec": a date where a name is expected.
_DATED = regex(r"\w{2,12}\.?,? ?\d")
_KATAKANA = regex("[\u30a0-\u30ff]")
#: What teams are called, in the plural.
_TEAMS = frozenset(("editors", "contributors", "writers", "reporters"))
#: What ends "台北報導", the place of a report.
_REPORTED = ("報導", "报道", "電", "电", "讯")
_WRAPPED = regex(r"[(（【\[]([^()（）【】\[\]]*)[)）】\]]\Z")


@remembering(_REMEMBERED)
def read_names(raw: str) -> tuple[str, ...]:
    """The authors that ``raw`` names, in order, without repeats; empty if it names none."""
    text = _flat(raw)
    if len(text) < MAX_DOUBLED:
        text = undouble(text)
    if not text or len(text) > MAX_CHARS:
        return ()
    words = byline_words()
    found: list[str] = []
    dated = _DATED.match(text) is not None
    for part in _parts(text, words):
        name = _clean_name(part, words)
        if name and is_name(name, dated) and name.casefold() not in {other.casefold() for other in found}:
            found.append(name)
        if len(found) == MAX_AUTHORS:
            break
    return tuple(found)


def _flat(raw: str) -> str:
    """``raw`` without tags, entities, invisible characters, addresses; white space normalised, lines kept."""
    if len(raw) > 4 * MAX_CHARS:
        return ""
    text = html.unescape(html.unescape(raw)) if "&" in raw else raw
    if "rotected]" in text:
        text = _HIDDEN.sub(" ", text)
    if wrapped := _WRAPPED.match(text.strip()):
        text = wrapped[1]
    if "<" in text:
        text = _TAG.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    if not _OPENS.isdisjoint(text):
        text = _BRACKETS.sub(" ", text)
    if not _OF_ADDRESS.isdisjoint(text) or not text.isascii() or "www." in text:
        text = _ADDRESS.sub(" ", text)
    return "\n".join([line for row in text.splitlines() if (line := " ".join(row.split()))])


def _parts(text: str, words: BylineWords) -> Iterator[str]:
    """The pieces of ``text`` between separators and conjunctions that may each be a name."""
    first = True
    for line in _LINES.split(text):
        for number, section in enumerate(_STRONG.split(line)):
            section = strip_label(
                from_wide_label(strip_lead(section.strip(_SPACE), words), words), words, first
            )
            if ":" in section or "：" in section:
                section = before_others(section, words)
            if number and not first:
                # After a bar or a dash: the paper, the place, the job.
                break
            for part in _section_parts(section, words, first):
                yield part
                first = False


def _section_parts(section: str, words: BylineWords, first: bool) -> Iterator[str]:
    """The pieces of one section; ``first`` is whether no name stands before it."""
    before = _Before(first)
    for part in _list_members(section, words):
        if not part.strip():
            before.take_conjunction(begins_name=not part)
            continue
        if not before.first:
            part = _before_noise(part, words)
        if before.capital and _is_small(part, before.joined, words):
            continue
        before.joined = False
        if _is_other(part, words) or (not before.first and _is_furniture(part, words)):
            before.take_other(part)
            continue
        name = part.strip(TRIM)
        given = givenness(name) if before.is_doubtful or not part.isascii() else ""
        if before.maybe_job and given == "none":
            continue
        if before.job and (given != "first" or (name.isascii() and " " not in name)):
            before.open_job = True
            continue
        if before.caseless_name and given == "none":
            # "अमित शर्मा, नई दिल्ली": a place, in a script that tells names from words by nothing.
            continue
        yield part
        before.take_name(part, given, words)


@dataclass(slots=True)
class _Before:
    """What stands before a piece of a section, which says how much like a name the piece has to look."""

    #: No name so far.
    first: bool
    #: A job, or what else is no name: behind it stands the employer more often than a second author.
    job: bool = False
    #: A job that may go on behind "and": "Head of Marketing and Community Development".
    open_job: bool = False
    #: The "and" behind such a job.
    maybe_job: bool = False
    #: A name with a capital, so that one in small letters is none.
    capital: bool = False
    #: A person's name in a script without capitals.
    caseless_name: bool = False
    #: "and", right before the piece.
    joined: bool = False

    @property
    def is_doubtful(self) -> bool:
        """Whether the piece has to have the shape of a name."""
        return self.job or self.maybe_job or self.caseless_name

    def take_conjunction(self, begins_name: bool) -> None:
        """An "and": a second author after the job of the first, unless that job may go on.

        ``begins_name`` is whether a second name surely begins; without a comma it only may.
        """
        self.joined = True
        self.maybe_job = self.open_job and not begins_name
        self.job = self.caseless_name = False

    def take_other(self, part: str) -> None:
        """A job, a place, somebody who is no author."""
        self.job = True
        self.open_job = any(map(str.islower, part.split()))

    def take_name(self, part: str, given: str, words: BylineWords) -> None:
        """A name; ``given`` says where in it a given name stands, as far as that was asked."""
        self.first = False
        self.capital = self.capital or (part[:1].isupper() and " " in part.strip())
        self.job = self.job or _is_cut(part, words)
        self.caseless_name = given == "first" and _is_caseless(part)


def _is_small(part: str, joined: bool, words: BylineWords) -> bool:
    """Whether a further piece begins as no name does behind one in capitals.

    Behind a comma "do Rio de Janeiro" is a place; ``joined`` by "and" "van den Example" is a name.
    """
    if not part[:1].islower() or part.strip(TRIM).casefold() in words.agencies:
        return False
    return not (joined and any(map(str.isupper, part)))


def _before_noise(part: str, words: BylineWords) -> str:
    """A further piece up to the furniture behind the name in it: "Bo Sample Published 09:15"."""
    tokens = part.split()
    at = next((at for at, token in enumerate(tokens) if token.casefold().strip(TRIM) in words.noise), 0)
    lead = " ".join(tokens[:at])
    return lead if at > 1 and givenness(lead) == "first" else part


def _is_caseless(part: str) -> bool:
    """Whether ``part`` is written without capitals, in a script that sets spaces."""
    return part.upper() == part.lower() and not any(map(is_wide, part))


def _is_other(part: str, words: BylineWords) -> bool:
    """Whether a piece begins with a word for somebody who is no author: "Photo:", "edited by Bo"."""
    size = words.other.at(fold_in_place(part))
    return size > 0 and not part[size : size + 1].isalnum()


def _list_members(section: str, words: BylineWords) -> Iterator[str]:
    pieces = [piece for piece in _WEAK.split(section) if piece.strip()]
    if len(pieces) == 2 and _is_inverted(pieces, words):
        pieces = [f"{pieces[1].strip()} {pieces[0].strip()}"]
    for piece in pieces:
        yield from _conjoined(piece, words, len(pieces) > 1)


def _is_inverted(pieces: list[str], words: BylineWords) -> bool:
    """Whether two pieces around a comma are "Surname, Given"."""
    surname, given = (piece.strip() for piece in pieces)
    if len(surname.split()) != 1 or not 1 <= len(given.split()) <= 3 or not given[:1].isupper():
        return False
    return not (_is_furniture(given, words) or is_wide(surname[0]) or surname.casefold() in words.agencies)


def _conjoined(piece: str, words: BylineWords, listed: bool) -> Iterator[str]:
    """``piece`` split at "and" in any language, where both sides are whole names.

    An empty string among the pieces says that a second name begins, a space that it may.
    """
    tokens = piece.split()
    start = 0
    for at, token in enumerate(tokens):
        folded = token.casefold()
        left, right = tokens[start:at], tokens[at + 1 :]
        if folded in words.conjunctions and (right or not left) and _may_split(left, right, words, listed):
            yield " ".join(left)
            if left and len(right) > 1:
                yield " "
            start = at + 1
        elif len(left) > 1 and right and token.startswith(words.prefixes) and token not in words.given:
            yield " ".join(left)
            tokens[at] = token[1:]
            start = at
    yield from _wide_names(" ".join(tokens[start:]), words)


def _may_split(left: list[str], right: list[str], words: BylineWords, listed: bool) -> bool:
    if listed or not left:
        return True
    if right[0].casefold() in words.agencies or left[-1].casefold() in words.agencies:
        return True
    if is_wide(left[-1][-1]):
        return True
    # "Ortega y Gasset" and "Barnes & Noble" are one name, "Ann and Bo" and "Ann Example & Bo Sample" two.
    return len(left) > 1 and len(right) > 1


def _wide_names(text: str, words: BylineWords) -> Iterator[str]:
    """Names in Chinese characters or Hangul, split at a middle dot or, if each is three long, at a space."""
    if "・" in text and not _KATAKANA.search(text.replace("・", "")):
        yield from text.split("・")
        return
    tokens = text.split()
    alike = len(tokens) > 1 and all(len(token) == 3 and all(map(is_wide, token)) for token in tokens)
    if alike and words.suffixes.isdisjoint(tokens):
        yield from tokens
    else:
        yield text


def _clean_name(part: str, words: BylineWords) -> str:
    """``part`` without what is stuck to the name: labels, jobs, times, places."""
    part = strip_label(strip_noise(undouble(part.strip(_SPACE)), words), words)
    part = part.strip(TRIM.replace(".", ""))
    if " " in part and not part[-1].isalpha():
        part = without_footnotes(part)
    folded = fold_in_place(part)
    if folded.endswith(words.after):
        suffix = next(word for word in words.after if folded.endswith(word))
        if _is_behind(part, suffix):
            part = without_place(part[: -len(suffix)].strip(TRIM))
    tokens = without_small_words(unglue(part.split(), words), words)
    while len(tokens) > 2 and tokens[0].casefold().rpartition("-")[2] in words.jobs:
        tokens = tokens[1:]
    end = len(tokens)
    for at, token in enumerate(tokens):
        if at and _ends_name(tokens, at, token, words):
            end = at
            break
    while end > 2 and (is_shouted(tokens[:end]) or is_left_over(tokens[:end], words)):
        end -= 1
    if belongs_to_figure(tokens, end):
        return ""
    name = " ".join(tokens[:end]).strip(TRIM)
    return f"{name}." if end > 1 and _INITIAL.match(tokens[end - 1]) else name


def _is_behind(part: str, suffix: str) -> bool:
    """Whether a word stands behind a name. One character may be the name's last: "陈博文", but "王小明文"."""
    rest = len(part) - len(suffix)
    return rest > 2 if len(suffix) == 1 and not part[rest - 1].isspace() else rest > 1


def _is_cut(part: str, words: BylineWords) -> bool:
    """Whether more than a name stands in ``part``: "Ann Example In Travel Tips"."""
    tokens = part.split()
    return len(tokens) > 2 and any(_ends_name(tokens, at, tokens[at], words) for at in range(2, len(tokens)))


def _ends_name(tokens: list[str], at: int, token: str, words: BylineWords) -> bool:
    """Whether the name is over before ``token``."""
    folded = token.casefold().strip(TRIM)
    if token in words.suffixes and at:
        return True
    if _TIME.match(token) or (folded in words.noise and not (at == 1 and is_title(tokens, words))):
        return True
    following = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    if (following[:1].isdigit() and is_date_word(folded)) or (folded.isdigit() and is_date_word(following)):
        # "Ann Example Dec 3rd", "Anna Beispiel 12 Mai"
        return True
    if at < 2:
        return False
    is_last = len(tokens) == at + 1
    if is_last and (folded in words.jobs or folded in _TEAMS) and _is_desk(tokens[:at]):
        return False
    if folded in words.jobs:
        return True
    if not token.islower() or not token.isalpha() or folded in words.particles:
        return False
    # "Ann Example in Paris", but not "Contributors to some project".
    return all(before[:1].isupper() or before in words.particles for before in tokens[:at])


def _is_desk(tokens: list[str]) -> bool:
    """Whether what stands before a job is no person: "Podium Staff", "The Sample editors"."""
    return tokens[0].casefold() in ("the", "our") or givenness(" ".join(tokens)) == "none"


def _is_furniture(part: str, words: BylineWords) -> bool:
    """Whether a piece after the first name is something else: a job, a credential, a date, an invitation."""
    tokens = [token.strip(TRIM).casefold() for token in part.split()]
    if not tokens or _TIME.search(part) or part.endswith(_REPORTED):
        return True
    if any(token in words.jobs or token in words.noise for token in tokens):
        return True
    folded = part.strip(TRIM).casefold().replace(".", "")
    if folded in words.agencies:
        return False
    small = (token for token in part.split() if token.islower() and token.isalpha())
    if not part.islower() and any(token not in words.particles for token in small):
        # "Example horticulture educators"
        return True
    if folded.startswith("the "):
        return True
    return folded in words.credentials or (
        len(part) > 1 and bool(_CREDENTIAL.match(part)) and _is_capitals(part)
    )


def _is_capitals(part: str) -> bool:
    upper = sum(map(str.isupper, part))
    return upper > sum(map(str.islower, part))
