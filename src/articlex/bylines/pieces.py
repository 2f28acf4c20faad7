"""A byline split at bars, commas and conjunctions into pieces that may each be a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articlex.bylines.east_asian_lists import behind_paper, listed, parted_names, unglued
from articlex.bylines.given import begins_as_name, givenness, has_given_name
from articlex.bylines.leads import TRIM, is_desk, is_east_asian, strip_label, strip_lead
from articlex.bylines.name_ends import is_cut, is_furniture
from articlex.bylines.persons import is_caseless
from articlex.bylines.trailing import before_others, from_wide_label
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.punctuation import has_colon
from articlex.regex import regex

_LINES = regex(r"[;；\n]")
#: What parts a line.
BARS = r"[|•●‧∙⋅‖\t►▪]"
#: A middle dot between Chinese characters joins the parts of one name: "约翰·史密斯". (Its
#: ranges take as long to compile as ten other patterns, and most lines have no such dot.)
PARTING_DOT = r"(?<![\u4e00-\u9fff])·|·(?![\u4e00-\u9fff])"
_STRONG = rf"{BARS}|»|\s[-–—―]+\s|[–—―](?=[\s\d])|\s[-–—]"
_STRONG_PLAIN, _STRONG_DOTTED = regex(_STRONG), regex(f"{_STRONG}|{PARTING_DOT}")
_WEAK = regex(r"[,،、，/／+]")
#: Signs that also part names from other things: "Ann Example + Bridges".
_OTHER_SIGNS = regex("[/／+]")
#: What may follow a label in Chinese characters.
_BEHIND_SPARE = frozenset(":：／/ ")
#: White space that may surround a piece.
SPACE = " \t\r\n"
#: Letters of the shortest town in capitals; agencies are shorter.
_LEAST_TOWN = 4
_INITIALS = regex(r"(?:[^\W\d_]\.[ -]?){1,4}")
#: What stands behind "and" in the name of one firm: "Example & Co. KG".
_COMPANY = "Co"
#: A capital behind a small letter; letters before it inside a name, at most: "MacDonald".
_JOINT, _LEAST_PART = regex(r"(?<=[a-z])(?=[A-Z][a-z])"), 3


def name_pieces(text: str) -> Iterator[str]:
    """The pieces of ``text`` between separators and conjunctions that may each be a name, in order."""
    first = True
    for line in _LINES.split(text):
        if "·" in line and is_east_asian(line[0]):
            # "글·사진 홍길동": one label in two parts.
            line = strip_label(line, first)
        line = line if line.isascii() else unglued(line)
        for number, section in enumerate((_STRONG_DOTTED if "·" in line else _STRONG_PLAIN).split(line)):
            section = section.strip(SPACE)
            if first or not _is_other(section):
                section = strip_lead(section)
                section = _without_label(section, first)
            if has_colon(section) or ". " in section:
                section = before_others(section)
            if number and not first:
                # Behind a bar or a dash stands the newspaper, the place, the job.
                break
            for part in _section_parts(section, first):
                yield part
                first = False


def _without_label(section: str, first: bool) -> str:
    """``section`` without a label before its names, and without the newspaper before that."""
    bare = strip_label(from_wide_label(section), first)
    return behind_paper(section) if bare == section and " " in bare else listed(section, bare)


def _section_parts(section: str, first: bool) -> Iterator[str]:
    """The pieces of one section; ``first`` is whether no name has been found before it."""
    before = _Before(first)
    for part in _list_members(section):
        if not part.strip():
            before.take_conjunction(begins_name=not part)
            continue
        if not before.first:
            part = _before_noise(part, before.joined)
        if before.capital and _is_small(part, before.joined):
            continue
        joined, before.joined = before.joined, False
        if is_desk(part) or _is_other(part) or (not before.first and (is_furniture(part) or _is_spare(part))):
            before.take_other(part)
            continue
        name = part.strip(TRIM)
        given = givenness(name) if before.is_doubtful or not part.isascii() else ""
        if before.rules_out(name, given):
            continue
        is_second = before.only and not joined
        is_place = _is_shouted_place if is_second and _OTHER_SIGNS.search(section) else _is_place
        if is_second and is_place(name, before.only):
            continue
        yield part
        before.take_name(part, given)


@dataclass(slots=True)
class _Before:
    """What stands before a piece of a section. How much the piece has to look like a name depends on it."""

    #: No name so far.
    first: bool
    #: A job or another piece that is no name: the employer follows more often than a second author.
    job: bool = False
    #: A job that may go on behind an "and": "Head of Marketing and Community Development".
    open_job: bool = False
    #: The "and" behind such a job.
    maybe_job: bool = False
    #: A name with capitals, so that words in small letters are no name.
    capital: bool = False
    #: A person's name in a script without capitals.
    caseless_name: bool = False
    #: "and", right before the piece.
    joined: bool = False
    #: The name before, where it is the first one.
    only: str = ""

    @property
    def is_doubtful(self) -> bool:
        """Whether a given name has to be looked for in the piece."""
        return self.job or self.maybe_job or self.caseless_name

    def rules_out(self, name: str, given: str) -> bool:
        """Whether a piece with this :func:`givenness` is rather an employer, a job or a place than a name."""
        if self.maybe_job and given == "none":
            return True
        if self.job and (given != "first" or (name.isascii() and " " not in name)):
            self.open_job = True
            return True
        # "अमित शर्मा, नई दिल्ली": without capitals the place looks like a name.
        return self.caseless_name and given == "none"

    def take_conjunction(self, begins_name: bool) -> None:
        """Note an "and": a second author follows, unless it is the job of the first that goes on.

        ``begins_name`` is whether a name follows for sure.
        """
        self.joined = True
        self.maybe_job = self.open_job and not begins_name
        self.job = self.caseless_name = False

    def take_other(self, part: str) -> None:
        """Note a piece that is no author: a job, a place, a photographer."""
        self.job = True
        self.open_job = any(map(str.islower, part.split()))

    def take_name(self, part: str, given: str) -> None:
        """Note a name; ``given`` is its :func:`givenness`, "" if that was not asked."""
        self.only = part.strip(TRIM) if self.first else ""
        self.first = False
        self.capital = self.capital or (part[:1].isupper() and " " in part.strip())
        self.job = self.job or is_cut(part)
        self.caseless_name = given == "first" and _is_caseless(part)


def _is_place(name: str, before: str) -> bool:
    """Whether ``name``, one word behind the comma of a person, is a place or an employer: "Anna Beispiel,
    Musterstadt". A second author would have two words or a known given name."""
    if (
        not name.isalpha()
        or not name[0].isupper()
        or " " not in before
        or name.casefold() in byline_words().agencies
    ):
        return False
    return not has_given_name(name) and begins_as_name(before)


def _is_shouted_place(name: str, before: str) -> bool:
    """Whether ``name`` is a town or an employer in capitals behind the slash of a person: "Ayşe Örnek /
    ANKARA"."""
    is_shouted = name.isupper() and name.isalpha() and not before.isupper()
    return is_shouted and len(name) >= _LEAST_TOWN and " " in before and begins_as_name(before)


def _is_small(part: str, joined: bool) -> bool:
    """Whether a piece behind a name with capitals begins with a small letter and is no name.

    Behind a comma "do Rio de Janeiro" is a place; behind "and" (``joined``) "van den Example" is a name.
    """
    if not part[:1].islower() or part.strip(TRIM).casefold() in byline_words().agencies:
        return False
    return not (joined and any(map(str.isupper, part)))


def _before_noise(part: str, joined: bool) -> str:
    """A further piece up to the page furniture behind its name: "Bo Sample Published 09:15" → "Bo Sample".

    The name has to begin with a known given name. Behind "and" (``joined``) capitals will do if a small word
    follows ("Bo Sample in Paris"), and the job of both may stand there ("and Bo Sample Staff Writers").
    """
    words = byline_words()
    tokens = part.split()
    folded = [token.casefold().strip(TRIM) for token in tokens]
    ends = (
        at
        for at, token in enumerate(folded)
        if token in words.noise or (joined and token.removesuffix("s") in words.jobs)
    )
    at = next(ends, 0)
    if at < 2:
        return part
    lead = " ".join(tokens[:at])
    is_name = joined and tokens[at].islower() and all(token[0].isupper() for token in tokens[:at])
    return lead if (is_name and folded[at] in words.noise) or begins_as_name(lead) else part


def _is_caseless(part: str) -> bool:
    """Whether ``part`` is in a script with spaces but without capitals."""
    return is_caseless(part) and not any(map(is_east_asian, part))


def _is_other(part: str) -> bool:
    """Whether a piece begins with a label for somebody who is no author: "Photo:", "edited by Bo"."""
    size = byline_words().other.at(fold_in_place(part))
    return size > 0 and not part[size : size + 1].isalnum()


def _is_spare(part: str) -> bool:
    """Whether a further piece names somebody who is an author only where nobody else is: "撮影：鈴木花子"."""
    size = byline_words().spare.at(part.lstrip())
    return size > 0 and part.lstrip()[size : size + 1] in _BEHIND_SPARE


def _list_members(section: str) -> Iterator[str]:
    """The members of a list, with the signals of :func:`_conjoined` between them."""
    pieces = [piece for piece in _WEAK.split(section) if piece.strip()]
    if len(pieces) % 2 == 0 and all(_INITIALS.fullmatch(piece.strip()) for piece in pieces[1::2]):
        pieces = _cited(pieces)
    elif len(pieces) == 2 and _is_inverted(pieces):
        pieces = [f"{pieces[1].strip()} {pieces[0].strip()}"]
    for piece in pieces:
        yield from _conjoined(piece, len(pieces) > 1)


def _cited(pieces: list[str]) -> list[str]:
    """Names from pieces as in references: "Example, A., & Sample, B. C." → ["A. Example", "B. C. Sample"]."""
    words = byline_words()
    found = []
    for surname, initials in zip(pieces[::2], pieces[1::2], strict=True):
        tokens = surname.split()
        if len(tokens) > 1 and tokens[0].casefold() in words.conjunctions:
            del tokens[0]
        found.append(f"{initials.strip()} {' '.join(tokens)}")
    return found


def _is_inverted(pieces: list[str]) -> bool:
    """Whether two pieces around a comma are "Surname, Given"."""
    surname, given = (piece.strip() for piece in pieces)
    if len(surname.split()) != 1 or not 1 <= len(given.split()) <= 3 or not given[:1].isupper():
        return False
    return not (
        is_furniture(given) or is_east_asian(surname[0]) or surname.casefold() in byline_words().agencies
    )


def _conjoined(piece: str, listed: bool) -> Iterator[str]:
    """``piece`` split at "and" in any language, where both sides are whole names.

    Two strings among the pieces are signals: "" says that a second name begins, " " that it may.
    """
    words = byline_words()
    tokens = piece.split()
    start = 0
    for at, token in enumerate(tokens):
        is_and = token.casefold() in words.conjunctions
        if not is_and and token.isascii():
            # Most words end here: the prefixes for "and" are of other scripts.
            continue
        left, right = tokens[start:at], tokens[at + 1 :]
        is_and = is_and and (bool(right) if left else not _begins_name(tokens[at:]))
        if is_and and _may_split(left, right, listed):
            yield " ".join(left)
            if left and len(right) > 1:
                yield " "
            start = at + 1
        elif len(left) > 1 and right and token.startswith(words.prefixes) and token not in words.given:
            yield " ".join(left)
            tokens[at] = token[1:]
            start = at
    yield from _wide_names(" ".join(tokens[start:]))


def _begins_name(tokens: list[str]) -> bool:
    """Whether tokens are a name though the first is "and" in some language: "Dan Example"."""
    return tokens[0][0].isupper() and begins_as_name(" ".join(tokens))


def _may_split(left: list[str], right: list[str], listed: bool) -> bool:
    """Whether a conjunction parts two names; ``left`` and ``right`` are the words beside it."""
    if right and right[0].rstrip(".") == _COMPANY:
        return False
    words = byline_words()
    if listed or not left:
        return True
    if right[0].casefold() in words.agencies or left[-1].casefold() in words.agencies:
        return True
    if is_east_asian(left[-1][-1]):
        return True
    # One name: "Ortega y Gasset", "Barnes & Noble", "Karl von und zu Muster". Two: "Ann Example & Bo Sample".
    return len(left) > 1 and len(right) > 1 and not (left[-1].islower() and left[-1] in words.particles)


def _wide_names(text: str) -> Iterator[str]:
    """The names in ``text``: those in East Asian scripts are parted, and persons glued together are told
    apart."""
    if text.isascii():
        yield from _glued_persons(text) or (text,)
    else:
        yield from parted_names(text)


def _glued_persons(text: str) -> tuple[str, ...]:
    """Two persons that flattening has glued together ("Ann ExampleBo Sample"), or one that stands twice ("Ann
    ExampleByAnn Example"); () if ``text`` is neither. "Mac" in "Ann MacDonald Moor" is too short for a
    surname.
    """
    words = byline_words()
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()], text[joint.start() :]
        label = _JOINT.split(left)[-1]
        if label.casefold() in words.prepositions:
            left = left.removesuffix(label)
        last = left.rpartition(" ")[2]
        is_name = " " in left and " " in right and len(last) > _LEAST_PART and last != "Fitz"
        if is_name and begins_as_name(left) and begins_as_name(right):
            return (left, right) if left != right else (right,)
    return ()
