"""Authors in a printed line: "By Ann Example", "12.05.2024 | Anna Beispiel", "文／山田太郎", a name alone."""

from __future__ import annotations

from re import Match
from typing import NamedTuple

from articlex.bylines.east_asian_lists import listed
from articlex.bylines.given import begins_as_name
from articlex.bylines.impossible import ends_with_label, is_counted, is_name
from articlex.bylines.indexed import may_be_subjects
from articlex.bylines.label_tests import is_label, may_be_credited, may_be_labelled
from articlex.bylines.labels_inside import announces, begins_split_label, label_inside, may_have_label_inside
from articlex.bylines.leads import leads_to_agency, strip_label, with_colon_for_comma, with_colons, without_by
from articlex.bylines.name_ends import (
    before_agencies,
    ends_with_credential,
    ends_with_section,
    is_caseless_job,
    looks_like_host,
)
from articlex.bylines.names import flat, read_names
from articlex.bylines.persons import has_title, is_caseless, is_handle, is_pair, is_person, is_team, paired
from articlex.bylines.picture_credits import ends_with_credit
from articlex.bylines.pieces import BARS, PARTING_DOT
from articlex.bylines.shapes import is_list, is_sentence, may_be_names, may_name_person, queries
from articlex.bylines.trailing import (
    MAX_DOUBLED,
    from_second_label,
    is_shouted,
    undouble,
    without_comments,
)
from articlex.bylines.undated import without_times
from articlex.bylines.undecorated import undecorated
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place, word_starts
from articlex.dates.labels import is_date_label
from articlex.dates.lexicon import is_date_word
from articlex.memoize import memoized
from articlex.punctuation import COLONS, COMMAS, has_colon, split_at_colon
from articlex.regex import regex

#: Size of the caches of lines: a page has a quarter of them read more than once, by several stages.
_REMEMBERED = 128
#: Characters of the longest byline.
MAX_CHARS = 220
#: Characters of the longest line of names without a byline word.
_MAX_NAMES_CHARS = 100
#: Characters of a user name with the name in brackets behind it: "ann_e (Ann)".
_MAX_HANDLES = 45
#: Words of a name behind a label inside a line that does not look like a person's, at most.
_MOST_WORDS = 3
#: Characters of a line with a user name behind a preposition: "Discussion in 'Example' started by ann_e".
_MAX_POSTED = _MAX_HANDLES + 30
#: Characters of a time behind a user name ("um 10:52 Uhr"), and of a small word before a date.
_MAX_TIME, _MAX_ON = 20, 3
#: Parts of a line that are looked at for a name without a byline word, at most.
_MOST_PARTS = 4
#: What ends the first line of a letter.
_ENDS_GREETING = frozenset((*COMMAS, "!"))
#: The author of a post that a page embeds: "— Ann Example (@annexample) May 6, 2024".
_SIGNS_POST = regex(r"[—–-] ?[^(]{1,60}\(@\w{1,30}\)")
#: Where two words may have been glued: "BlogBy Ann Example".
_MAY_BE_GLUED = regex(r"[a-z][A-Z]")
_SPLIT = rf"\s*(?:\n|{BARS}%s)\s*|\s+[-–—―/»~]+\s+|\s{{3,}}"
_SPLIT_PLAIN, _SPLIT_DOTTED = regex(_SPLIT % ""), regex(_SPLIT % f"|{PARTING_DOT}")
#: One of the signs that part a line there, and the gap that does.
_MAY_SPLIT, _GAP = regex(r"[|•●‧∙⋅‖\t\n►▪·\-–—―/»~]"), regex(r"\s\s\s")
#: In Chinese characters, behind a colon: a name and, right behind it, the next label with its colon.
_NEXT_LABEL = regex("(?<=[:：])( ?[\u4e00-\u9fff]{2,3})([\u4e00-\u9fff]{2}|[\u4e00-\u9fff]{4})(?=[:：])")

#: A word for reporters without a colon, beside labels that have one: "来源：示例晚报 记者 王小明 责编：李华".
_REPORTER = regex("(?<=\\s)([记記]者)\\s(?=[\u4e00-\u9fff]{2,4}(?:\\s|\\Z))")

_COMMA = regex("[,،、，]")

#: Shapes of lines that name persons behind a byline word at the start: "By Ann Example", "文／山田太郎".
#: Lines of other shapes may be headlines.
LABELLED_SHAPES = frozenset(("by-person", "colon-person", "word-person"))


class Line(NamedTuple):
    """What a line says: ``names`` are the authors, ``shape`` is how it names them.

    A shape begins with what comes before the names: "by" (a preposition), "colon" (a label with a colon),
    "word" (another label) or "inside" (one of these, farther on in the line); "dated" (only a date), "bare"
    (nothing) or "bare-part" (nothing, in one of several parts). Most go on with what the names look like:
    "person", "team", "word" (one word) or "other"; callers add "below-label", for a name below a label.
    """

    shape: str
    names: tuple[str, ...]

    @property
    def has_label(self) -> bool:
        """Whether a byline word leads to the names."""
        return not self.shape.startswith(("bare", "dated"))

    @property
    def are_persons(self) -> bool:
        """Whether all names have the shape of a person's."""
        return all(map(is_person, self.names))


def read_line(text: str, bare: bool = True) -> Line | None:
    """The authors that a printed line names, or None if it does not look like a byline.

    ``bare`` is whether names count that have neither a byline word nor a date with them.

    >>> read_line("By Ann Example | 3 May 2021")
    Line(shape='by-person', names=('Ann Example',))
    """
    if not _may_be_byline(text, bare):
        return None
    line, rest, dated = _taken_apart(text)
    return line or (_bare(rest, dated) if bare or dated else None)


@memoized(_REMEMBERED)
def _taken_apart(text: str) -> tuple[Line | None, str, bool]:
    """The line behind a byline word; the text without its dates, and whether there was one."""
    rest, dated = without_times(without_comments(undecorated(text)))
    rest = with_colon_for_comma(rest) if "," in rest or "،" in rest else rest
    rest = with_colons(from_second_label(rest))
    if not rest.isascii() and has_colon(rest):
        rest = _NEXT_LABEL.sub(_with_blank, _REPORTER.sub("\\1：", rest))
    line = _labelled(rest) if may_be_labelled(rest) else None
    if line is None or _begins_with_other(rest):
        # "Edited by Bo Sample, written by Ann Example", "编辑：李四光 作者：王小明"
        line = _inside(rest, dated) or line
    return line, rest, dated


def _may_be_byline(text: str, bare: bool) -> bool:
    """Whether a line has the length of a byline and is nothing that looks like one: a cheap test."""
    if not 1 < len(text) <= MAX_CHARS or announces(text) or is_counted(text) or greets(text):
        return False
    # "© Post / Bo Sample" is an agency and a photographer.
    is_parted = "/" in text and (text[0] in "©ⓒ" or is_label(text))
    if is_parted or queries(text) or ("(@" in text and _SIGNS_POST.match(text)):
        return False
    if len(text) <= _MAX_NAMES_CHARS:
        return True
    return may_be_labelled(text) or may_have_label_inside(text) or (bare and is_list(text))


def _begins_with_other(text: str) -> bool:
    """Whether a line begins with a label for somebody who is no author, or only where nobody else is."""
    words, folded = byline_words(), fold_in_place(text)
    return words.other.at(folded) > 0 or words.spare.at(folded) > 0


def greets(text: str) -> bool:
    """Whether a line, of one character or more, is the salutation of a letter, "Dear Ann,", or begins with a
    greeting of two words, which needs no comma: "السلام عليكم"."""
    if not text.isascii() and " ".join(text.split(" ", 2)[:2]).casefold() in byline_words().greetings:
        return True
    if text[-1] not in _ENDS_GREETING:
        return False
    return text.split(" ", 1)[0].rstrip(",،!").casefold() in byline_words().greetings


def _with_blank(found: Match[str]) -> str:
    """A name, or a newspaper before a byline word, with a space before the label that follows: "王小明来源".

    Other labels than byline words need a known name before them and have two characters, or four if they are
    for dates, because six characters in Japanese may be a name of four and a label of two.
    """
    name, label = found.groups()
    is_known = label in byline_words().labels and name.strip() not in byline_words().labels
    parted = begins_as_name(name.strip()) and (len(label) == 2 or is_date_label(label))
    parted = parted or is_known
    return f"{name} {label}" if parted else found[0]


def _split(text: str) -> list[str]:
    return (_SPLIT_DOTTED if "·" in text else _SPLIT_PLAIN).split(text)


def _labelled(text: str) -> Line | None:
    """The names behind a byline word at the start of ``text``; None without."""
    text = text.strip()
    rest = strip_label(text, opens=True)
    if rest == text or not rest:
        return None
    label = text[: len(text) - len(rest)]
    first = listed(text, _before_spare(paired(_split(rest))[0]))
    names = read_names(first)
    if not names:
        return None
    if names[-1].casefold() not in byline_words().agencies:
        # "Von Anna Beispiel, Berlin"
        names = _without_place(first)
    # Without capitals only the word lists tell a label from a name, so it counts as with a colon.
    colon = has_colon(label) or "／" in label or is_caseless(label)
    words, label = byline_words(), label.strip().casefold()
    ends = (label, label.rpartition(" ")[2])
    by = any(end in words.prepositions or end in words.openers for end in ends) or label[-1] in "'’"
    kind = "colon" if colon else "by" if by else "word"
    return Line(f"{kind}-{_quality(names)}", names)


def _before_spare(text: str) -> str:
    """``text`` up to a label for somebody who counts where nobody else does: "小野寺あき 撮影：田口修"."""
    if text.isascii() or not has_colon(text):
        return text
    spare, folded = byline_words().spare, fold_in_place(text)
    for start in word_starts(text):
        size = spare.at(folded, start) if start and text[start - 1].isspace() else 0
        if size and text[start + size : start + size + 1] in COLONS:
            return text[:start].rstrip()
    return text


def _inside(text: str, dated: bool) -> Line | None:
    """The names behind a byline word inside a line: "Posted on 3 May by Ann", "Redaktion: Anna Beispiel"."""
    label = label_inside(text)
    if label is None:
        return None
    section = _split(text[label.name :])[0]
    names = read_names(listed(text[label.start : label.name] + section, section))
    if not names:
        return None
    if not label.is_preposition:
        return _behind_colon(text[label.start : label.name], names)
    if len(text) > _MAX_NAMES_CHARS and is_caseless(names[0]) and not begins_as_name(names[0]):
        # In a script without capitals any two words behind a preposition look like a name.
        return None
    if all(is_person(name) or is_team(name) for name in names):
        return Line("inside-by", names)
    if len(names) > 1 or not is_handle(names[0]) or len(text) > _MAX_POSTED:
        # After a preposition inside a sentence anything can follow.
        return None
    is_user = _names_user(text[: label.start], names[0], dated) and _ends_with_name(section, names[0], dated)
    return Line("inside-word", names) if is_user else None


def _names_user(before: str, name: str, dated: bool) -> bool:
    """Whether a user name behind a preposition is one, by the words before that: "Posted by ann"."""
    last = before.split()[-1:]
    if last and last[0].casefold() == name.casefold():  # "Step by step, 3 May 2024"
        return False
    if dated or not (name.islower() and name.isalpha()):  # "3 May 2024 by ann", "From the desk by ann_e"
        return True
    return bool(last) and last[0].casefold() in byline_words().noise  # unlike "Litres by car"


def _behind_colon(label: str, names: tuple[str, ...]) -> Line | None:
    """The line of names behind a ``label`` with a colon inside it, if they look like persons or are short."""
    if is_caseless(label) and all(map(is_person, names)):
        # "来源：… 作者：王小明": in such a script a label and a colon are as good as at the start.
        return Line("colon-person", names)
    are_known = all(is_person(name) or is_team(name) for name in names)
    is_short = len(names[0].split()) <= _MOST_WORDS
    return Line("inside-colon", names) if are_known or is_short else None


def _ends_with_name(section: str, name: str, dated: bool) -> bool:
    """Whether only a time follows the name ("ann_e um 10:52"), or a small word before a date ("ann_e on")."""
    rest = section.partition(name)[2].strip(" ,.|»:")
    is_on = dated and len(rest) <= _MAX_ON and rest.isalpha()
    return is_on or not rest or (len(rest) <= _MAX_TIME and any(map(str.isdigit, rest)))


@memoized(_REMEMBERED)
def _bare(text: str, dated: bool) -> Line | None:
    """The names in a line that are alone or beside a date (``dated``); None if it has anything else."""
    # "Picture of Ann Example Ann Example"
    text = undouble(text) if len(text) < MAX_DOUBLED else text
    # The pattern takes four times as long to find that a line has but one part.
    whole = not _MAY_SPLIT.search(text) and not _GAP.search(text)
    parts = [part.strip(" ,") for part in ([text] if whole else _split(text)) if part.strip(" ,")]
    parts = paired(parts)
    alone = len(parts) == 1
    shape = "dated" if dated else "bare" if alone else "bare-part"
    for part in parts[:_MOST_PARTS]:
        if _is_likely(part) and not _names_another(part, dated) and (line := _credited_or_alone(part, shape)):
            name = line.names[0]
            is_caption = _goes_on(part, name) and ends_with_credit(part)
            return None if is_caption or is_sentence(part, name, len(text) > _MAX_NAMES_CHARS) else line
    if alone and is_team(parts[0]):
        return Line(f"{shape}-team", (without_by(parts[0]),))
    return _dated_handle(parts[0]) if dated and parts else None


def _is_likely(part: str) -> bool:
    """Whether a part of a line may be nothing but names: a cheap test."""
    if len(part) > _MAX_NAMES_CHARS:
        return is_list(part)
    if part[0].islower() and has_title(part) and is_person(part):
        # "dr hab. Jan Nowak"
        return True
    return may_be_names(part) or is_list(part) or _is_credited(part, "")


def _credited_or_alone(part: str, shape: str) -> Line | None:
    """The names in a part that a byline word follows, or that need none: ``shape`` is for the latter."""
    if _is_one(part):
        names: tuple[str, ...] = (part,)
    elif may_name_person(part) or may_be_credited(part):
        names = _without_place(part)
    else:
        return None
    if not names or may_be_subjects(part, names):
        return None
    credited = _is_credited(part, names[-1])
    if credited and len(names) == 1 and is_handle(names[0]) and names[0].isascii():
        return Line("by-other", names)
    if not all(map(_stands_alone, before_agencies(names))):
        return None
    return Line("by-person" if credited else shape, names)


def _is_one(part: str) -> bool:
    """Whether a part is one name as it stands: a cheap test."""
    if not (part.isascii() and is_person(part) and is_name(part)) or is_pair(part):
        return False
    is_cut = ends_with_section(part) or is_shouted(part.split()) or ends_with_credential(part)
    is_cut = is_cut or leads_to_agency(part) or _MAY_BE_GLUED.search(part) is not None
    return not (is_cut or byline_words().other.at(fold_in_place(part)))


def _dated_handle(part: str) -> Line | None:
    """A user name beside a date: "ann_e", "ann_e (Ann)"."""
    if len(part) > _MAX_HANDLES or ends_with_label(part) or not COMMAS.isdisjoint(part):
        # "Nantes, le", before a day
        return None
    if is_date_label(part):
        # "آخر تحديث", "last update", of which the second word is known by itself
        return None
    names = read_names(part)
    is_one = len(names) == 1 and is_handle(names[0])
    is_one = is_one and not is_date_word(names[0]) and not looks_like_host(names[0])
    return Line("dated-word", names) if is_one and not _goes_on(part, names[0]) else None


def _goes_on(part: str, handle: str) -> bool:
    """Whether a lower-case word follows the user name: "One min read", "Quote from ann_e on"."""
    following = part.partition(handle)[2].split(maxsplit=1)[:1]
    return any(word.isalpha() and word.islower() for word in following)


def _without_place(part: str) -> tuple[str, ...]:
    """The names in a part, without a place behind its only comma: "Anna Lee and Peter Moor, Boston"; nor, in
    a script without capitals, a job: "मीरा शर्मा, खेल संवाददाता"."""
    names = read_names(part)
    if len(names) < 2 or not part.endswith(names[-1]):
        return names
    if (" " in names[-1] or is_person(names[-1])) and not is_caseless_job(names[-1]):
        return names
    people, before = names[:-1], part[: -len(names[-1])].rstrip()
    if before[-1:] not in COMMAS or any(sign in before[:-1] for sign in COMMAS):
        return names
    known = (" " in n and is_person(n) and (is_caseless(n) or begins_as_name(n)) for n in people)
    return people if part.startswith(people[0]) and before[:-1].endswith(people[-1]) and all(known) else names


def _names_another(part: str, dated: bool) -> bool:
    """Whether a part has a label for no author or for a date: "Foto: Bo Sample", "Rated by Bo", "Giriş:"."""
    words, folded = byline_words(), fold_in_place(part)
    size = words.other.at(folded)
    if begins_split_label(folded):
        # "Übersetzt aus dem Englischen von Bo Sample"
        return True
    names = size > 0 and (part[size:].lstrip()[:1] in COLONS or " " in part[:size].rstrip())
    return names or _is_value(part) or (dated and ends_with_label(part))


def _is_value(part: str) -> bool:
    """Whether a part is an unknown label, a colon and a list whose first member is no name: "适用于：标准版、
    高级版"."""
    label, _, rest = split_at_colon(part)
    first = _COMMA.split(rest, maxsplit=1)
    is_clock = label[-1:].isdigit()
    return len(first) > 1 and not is_clock and not read_names(f"{label}：{first[0]}")


def _is_credited(part: str, name: str) -> bool:
    """Whether a byline word stands behind ``name``, the last one, as in East Asian scripts: "홍길동 기자"."""
    if "@" in part:
        part = flat(part).rstrip()
    return may_be_credited(part) and not may_be_credited(name)


def _stands_alone(name: str) -> bool:
    """Whether a name counts without a byline word. An East Asian one has to be known, or to have a space."""
    if not is_person(name):
        return False
    return name.isascii() or " " in name or name[0] < "\u3000" or begins_as_name(name)


def _quality(names: tuple[str, ...]) -> str:
    """What names look like, as the end of a shape."""
    return "person" if all(map(is_person, names)) else "team" if is_team(names[0]) else "other"
