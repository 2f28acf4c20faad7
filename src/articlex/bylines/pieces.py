"""A byline in pieces that may each be a name: parted at bars, commas and conjunctions; the others go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articlex.bylines.chinese_lists import behind_paper, listed
from articlex.bylines.given import begins_as_name, givenness, glued_pair, is_chinese, is_han
from articlex.bylines.leads import TRIM, is_east_asian, strip_label, strip_lead
from articlex.bylines.name_ends import is_cut, is_furniture
from articlex.bylines.persons import is_caseless
from articlex.bylines.trailing import before_others, from_wide_label
from articlex.data.bylines import BylineWords
from articlex.data.label_words import fold_in_place
from articlex.punctuation import has_colon
from articlex.regex import regex

_LINES = regex(r"[;；\n]")
#: A middle dot between Chinese characters joins the parts of one name: "约翰·史密斯".
_STRONG = regex(
    r"[|•●‧∙⋅‖\t►▪»]|(?<![\u4e00-\u9fff])·|·(?![\u4e00-\u9fff])|\s[-–—―]+\s|[–—―](?=[\s\d])|\s[-–—]"
)
_WEAK = regex(r"[,،、，/／+]")
#: Signs that part more than names: "Ann Example + Bridges".
_OTHER_SIGNS = regex("[/／+]")
#: What stands between a label in Chinese characters and the name.
_BEHIND_SPARE = frozenset(":：／/ ")
#: Characters of a Chinese or Japanese given name, and of a Chinese name.
_LONGEST_HAN = 3
_HAN_NAME = range(2, 4)
#: White space around a piece, within a line and between lines.
SPACE = " \t\r\n"
_INITIALS = regex(r"(?:[^\W\d_]\.[ -]?){1,4}")
#: Where a capital stands behind a small letter, and letters of the longest part of a name that ends so.
_JOINT, _LEAST_PART = regex(r"(?<=[a-z])(?=[A-Z][a-z])"), 3
_KATAKANA = regex("[\u30a0-\u30ff]")


def name_pieces(text: str, words: BylineWords) -> Iterator[str]:
    """The pieces of ``text`` between separators and conjunctions that may each be a name."""
    first = True
    for line in _LINES.split(text):
        if "·" in line and is_east_asian(line[0]):
            # "글·사진 홍길동": one label in two parts.
            line = strip_label(line, words, first)
        for number, section in enumerate(_STRONG.split(line)):
            section = section.strip(SPACE)
            if first or not _is_other(section, words):
                section = strip_lead(section, words)
                section = _without_label(section, words, first)
            if has_colon(section) or ". " in section:
                section = before_others(section, words)
            if number and not first:
                # After a bar or a dash: the paper, the place, the job.
                break
            for part in _section_parts(section, words, first):
                yield part
                first = False


def _without_label(section: str, words: BylineWords, first: bool) -> str:
    """``section`` without a label before its names, and without the paper before that."""
    bare = strip_label(from_wide_label(section, words), words, first)
    return behind_paper(section, words) if bare == section and " " in bare else listed(section, bare, words)


def _section_parts(section: str, words: BylineWords, first: bool) -> Iterator[str]:
    """The pieces of one section; ``first`` is whether no name stands before it."""
    before = _Before(first)
    for part in _list_members(section, words):
        if not part.strip():
            before.take_conjunction(begins_name=not part)
            continue
        if not before.first:
            part = _before_noise(part, before.joined, words)
        if before.capital and _is_small(part, before.joined, words):
            continue
        joined, before.joined = before.joined, False
        if _is_other(part, words) or (
            not before.first and (is_furniture(part, words) or _is_spare(part, words))
        ):
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
        if (
            before.only
            and not joined
            and not _OTHER_SIGNS.search(section)
            and _is_place(name, before.only, words)
        ):
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
    #: The name before, where it is the first one.
    only: str = ""

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
        self.only = part.strip(TRIM) if self.first else ""
        self.first = False
        self.capital = self.capital or (part[:1].isupper() and " " in part.strip())
        self.job = self.job or is_cut(part, words)
        self.caseless_name = given == "first" and _is_caseless(part)


def _is_place(name: str, before: str, words: BylineWords) -> bool:
    """Whether one word behind a comma is where a person is or for whom, "Anna Beispiel, Musterstadt": a
    second author has two, or a given name that is known."""
    if not name.isalpha() or not name[0].isupper() or " " not in before or name.casefold() in words.agencies:
        return False
    return givenness(name) == "none" and begins_as_name(before)


def _is_small(part: str, joined: bool, words: BylineWords) -> bool:
    """Whether a further piece begins as no name does behind one in capitals.

    Behind a comma "do Rio de Janeiro" is a place; ``joined`` by "and" "van den Example" is a name.
    """
    if not part[:1].islower() or part.strip(TRIM).casefold() in words.agencies:
        return False
    return not (joined and any(map(str.isupper, part)))


def _before_noise(part: str, joined: bool, words: BylineWords) -> str:
    """A further piece up to the furniture behind the name in it: "Bo Sample Published 09:15".

    ``joined`` by "and" a name in capitals need not be known where a small word follows: "Bo Sample in Paris",
    and behind a known one the job of both may stand: "and Bo Sample Staff Writers".
    """
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
    """Whether ``part`` is written without capitals, in a script that sets spaces."""
    return is_caseless(part) and not any(map(is_east_asian, part))


def _is_other(part: str, words: BylineWords) -> bool:
    """Whether a piece begins with a word for somebody who is no author: "Photo:", "edited by Bo"."""
    size = words.other.at(fold_in_place(part))
    return size > 0 and not part[size : size + 1].isalnum()


def is_split_label(before: str, preposition: str, words: BylineWords) -> bool:
    """Whether folded words and the preposition behind them end as a label of somebody else in two parts:
    "Translated from Greek by", "Ann Example, translated from Greek by".

    "Photo essay by" and "Illustrations and text by" are labels of the author.
    """
    tokens = before.split()
    return any(_is_verb(tokens[at:], preposition, words) for at in range(max(0, len(tokens) - 1)))


def _is_verb(tokens: list[str], preposition: str, words: BylineWords) -> bool:
    """Whether folded tokens begin a label that ``preposition`` ends: "translated", "from", "greek"."""
    verb, second = tokens[:2]
    whole, start = f"{verb} {preposition}", f"{verb} {second}"
    if words.other.at(whole) != len(whole) or preposition in tokens:
        return False
    is_small = second in words.particles or second in words.noise or words.other.at(start) == len(start)
    return is_small and words.conjunctions.isdisjoint(tokens)


def begins_split_label(folded: str, words: BylineWords) -> bool:
    """Whether a folded text begins with such a label."""
    tokens = folded.split()
    return any(
        token in words.prepositions and _is_verb(tokens[:at], token, words)
        for at, token in enumerate(tokens[2:], 2)
    )


def _is_spare(part: str, words: BylineWords) -> bool:
    """Whether a further piece names who is an author in place of others alone: "撮影：鈴木花子"."""
    size = words.spare.at(part.lstrip())
    return size > 0 and part.lstrip()[size : size + 1] in _BEHIND_SPARE


def _list_members(section: str, words: BylineWords) -> Iterator[str]:
    """The members of a list, with what :func:`_conjoined` says between them."""
    pieces = [piece for piece in _WEAK.split(section) if piece.strip()]
    if len(pieces) % 2 == 0 and all(_INITIALS.fullmatch(piece.strip()) for piece in pieces[1::2]):
        pieces = _cited(pieces, words)
    elif len(pieces) == 2 and _is_inverted(pieces, words):
        pieces = [f"{pieces[1].strip()} {pieces[0].strip()}"]
    for piece in pieces:
        yield from _conjoined(piece, words, len(pieces) > 1)


def _cited(pieces: list[str], words: BylineWords) -> list[str]:
    """Names as references have them: "Example, A., & Sample, B. C." is "A. Example" and "B. C. Sample"."""
    found = []
    for surname, initials in zip(pieces[::2], pieces[1::2], strict=True):
        tokens = surname.split()
        if len(tokens) > 1 and tokens[0].casefold() in words.conjunctions:
            del tokens[0]
        found.append(f"{initials.strip()} {' '.join(tokens)}")
    return found


def _is_inverted(pieces: list[str], words: BylineWords) -> bool:
    """Whether two pieces around a comma are "Surname, Given"."""
    surname, given = (piece.strip() for piece in pieces)
    if len(surname.split()) != 1 or not 1 <= len(given.split()) <= 3 or not given[:1].isupper():
        return False
    return not (
        is_furniture(given, words) or is_east_asian(surname[0]) or surname.casefold() in words.agencies
    )


def _conjoined(piece: str, words: BylineWords, listed: bool) -> Iterator[str]:
    """``piece`` split at "and" in any language, where both sides are whole names.

    An empty string among the pieces says that a second name begins, a space that it may.
    """
    tokens = piece.split()
    start = 0
    for at, token in enumerate(tokens):
        is_and = token.casefold() in words.conjunctions
        if not is_and and token.isascii():
            # Most words: the prefixes are of other scripts.
            continue
        left, right = tokens[start:at], tokens[at + 1 :]
        is_and = is_and and (bool(right) if left else not _begins_name(tokens[at:]))
        if is_and and _may_split(left, right, words, listed):
            yield " ".join(left)
            if left and len(right) > 1:
                yield " "
            start = at + 1
        elif len(left) > 1 and right and token.startswith(words.prefixes) and token not in words.given:
            yield " ".join(left)
            tokens[at] = token[1:]
            start = at
    yield from _wide_names(" ".join(tokens[start:]), words)


def _begins_name(tokens: list[str]) -> bool:
    """Whether tokens whose first one is "and" in some language are a name: "Dan Example"."""
    return tokens[0][0].isupper() and begins_as_name(" ".join(tokens))


def _may_split(left: list[str], right: list[str], words: BylineWords, listed: bool) -> bool:
    """Whether a conjunction between the words ``left`` and ``right`` of it parts two names."""
    if listed or not left:
        return True
    if right[0].casefold() in words.agencies or left[-1].casefold() in words.agencies:
        return True
    if is_east_asian(left[-1][-1]):
        return True
    # "Ortega y Gasset" and "Barnes & Noble" are one name, "Ann and Bo" and "Ann Example & Bo Sample" two.
    return len(left) > 1 and len(right) > 1


def _wide_names(text: str, words: BylineWords) -> Iterator[str]:
    """Names in Chinese characters or Hangul, split at a middle dot or, if each is three long, at a space."""
    if text.isascii():
        yield from _glued_persons(text, words) or (text,)
        return
    if "・" in text and not _KATAKANA.search(text.replace("・", "")):
        yield from text.split("・")
        return
    if pair := glued_pair(text):
        yield from pair
        return
    tokens = text.split()
    if _is_of_account(tokens, words):
        yield tokens[0]
        return
    credit = tokens[-1:] if len(tokens) > 2 and tokens[-1] in words.credits else []
    names = tokens[: len(tokens) - len(credit)]
    alike = len(names) > 1 and all(len(token) == 3 and all(map(is_east_asian, token)) for token in names)
    if alike and words.suffixes.isdisjoint(names):
        yield from names
    else:
        yield from _between_labels(tokens, words)


def _is_of_account(tokens: list[str], words: BylineWords) -> bool:
    """Whether two tokens are a Chinese name and the paper or the account behind it: "林深 清河观察"."""
    if len(tokens) != 2 or not is_chinese(tokens[0]) or tokens[0] in words.labels:
        return False
    is_name = len(tokens[1]) > _LONGEST_HAN and not words.before.at(tokens[1])
    return is_name and is_han(tokens[1])


def _glued_persons(text: str, words: BylineWords) -> tuple[str, ...]:
    """Two persons with no blank between them, or one twice with a byline word, as flattened text has elements
    side by side: "Ann ExampleBo Sample", "Ann ExampleByAnn Example".

    Parts of one name are short: "Ann MacDonald Moor".
    """
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


def _between_labels(tokens: list[str], words: BylineWords) -> Iterator[str]:
    """``tokens`` parted at labels in scripts without spaces: "王小明 通讯员 李华", "홍길동 사진 김철수".

    What follows the label of somebody who is no author is left out.
    """
    start = 0
    for at, token in enumerate(tokens):
        if at == start or not is_east_asian(token[0]) or token in words.suffixes:
            continue
        is_last = at == len(tokens) - 1
        if not is_last and len(token) in (words.other.at(token), words.spare.at(token)):
            tokens = tokens[:at]
            break
        if token in words.labels and not is_last:
            yield " ".join(tokens[start:at])
            start = at + 1
        elif size := _glued_label(token, words):
            yield " ".join(tokens[start:at])
            tokens[at], start = token[size:], at
    yield " ".join(tokens[start:])


def _glued_label(token: str, words: BylineWords) -> int:
    """The length of a label of two characters or more right before a name: "通讯员李华"; 0 without one."""
    size = words.before.at(token)
    is_name = size > 1 and len(token) - size in _HAN_NAME and begins_as_name(token[size:])
    return size if is_name else 0
