"""What is stuck to a name and is taken off: in front of it newspapers, desks and small words; behind it the
name again, footnotes, a date, a place, the credits of others."""

from __future__ import annotations

from functools import cache

from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.leads import TRIM, is_east_asian
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place, word_starts
from articlex.data.labels import labels, meaning_of
from articlex.dates.fold import without_accents
from articlex.dates.labels import is_date_label
from articlex.dates.lexicon import is_date_word
from articlex.punctuation import COLONS, SUPERSCRIPT_DIGITS
from articlex.regex import YEAR, regex

#: Characters of a newspaper's name in an East Asian script, at most.
_MAX_NAME = 8
#: Characters of the longest text in which a name may stand twice.
MAX_DOUBLED = 120

#: Meanings of labels of comments, and words of the longest with its number.
_COMMENTS, _MOST_LABEL = frozenset(("comments", "reply")), 4

#: A syllable in Burmese: a letter with its signs, and one that is silenced.
_SYLLABLE = regex("[\u1000-\u102a][\u102b-\u103f]*(?:[\u1000-\u102a]\u103a[\u102b-\u103f]*)?")

#: Footnote signs behind a name of two words or more: "Ann Example 1,2", "Bo Sample*†". The repeat is
#: possessive, or a long row of figures would be split in every possible way.
_SIGN = f"[*†‡§¶{SUPERSCRIPT_DIGITS}]"
_FOOTNOTE = regex(rf"(?<=\w)\s?(?:(?<=\s)\d{{1,2}}|{_SIGN})(?:[,\s]{{0,2}}(?:\d{{1,2}}|{_SIGN}))*+\Z")
#: The same behind an East Asian character: "山田 太郎1)", "王小明¹".
_WIDE_NOTE = regex(
    rf"(?<=[\u3041-\u9fff\uac00-\ud7af])\s?(?:[\d*†‡{SUPERSCRIPT_DIGITS}]{{1,2}}[)）]?[,，、]?)++\Z"
)
#: A figure right behind the last word: "Ann Example1"; a word right behind another: "ExampleUpdated".
_GLUED_NOTE = regex(r"(\s[^\W\d_]{3,})\d\Z")
_GLUED = regex(r"(.*[^\W\d_A-Z])([A-Z]\w+)\Z")
#: Characters of the shortest name in a script without capitals with a label stuck to it.
_LEAST_LABELLED = 5
#: What may stand behind an East Asian label.
_BEHIND_LABEL = frozenset(":：/／")
#: Characters of a Chinese name, and of a place.
_HAN_NAME, _HAN_PLACE = 3, 2
#: Characters of a name in Chinese characters or Hangul, at most.
_LONGEST_HAN = 4
#: Two words in Chinese characters with a sign of equality between them.
_EQUALS = regex("([\u3005\u4e00-\u9fff]{2,5})[=＝]([\u3005\u4e00-\u9fff]{2,5})")
_HANGUL = regex("[\uac00-\ud7af]{3}\\Z")
#: What :func:`is_east_asian` is true of.
_WIDE = regex("[\u2e80-\u9fff\uac00-\ud7af\uf900-\U0010ffff]")
#: Words in capitals at the end of a name, of a person or of a firm.
_OF_NAME = frozenset(("II", "III", "IV", "AG", "KG"))


def before_others(section: str) -> str:
    """``section`` up to a label for somebody else: "Ann Example Photos: Bo Sample" → "Ann Example "."""
    words = byline_words()
    folded = fold_in_place(section)
    for start in word_starts(section):
        size = words.other.at(folded, start) if start else 0
        ends = section[start + size : start + size + 1] in COLONS or section[start - 2 : start] == ". "
        if size and ends:
            return section[:start]
    # "山田太郎 カテゴリー：喫茶": the word right before a colon is the label of another field.
    sign = "：" if "：" in section else ":"
    head, colon, value = section.partition(sign)
    before, _, label = head.rstrip().rpartition(" ")
    if not colon or not before:
        return section
    if label.islower() and value.lstrip()[:1].isdigit() and _is_whole(shorter := before.rpartition(" ")[0]):
        # A count has a label of two words: "Anna Vzorová Páči sa: 87x".
        return shorter
    return before if sign == "：" or _is_whole(before) else section


def _is_whole(text: str) -> bool:
    """Whether a text is a known given name and more, or a name in an East Asian script."""
    if " " not in text and not (is_east_asian(text[:1]) and len(text) <= _LONGEST_HAN):
        return False
    return "," not in text and begins_as_name(text)


def from_wide_label(section: str) -> str:
    """``section`` without the newspaper before a byline word or a name: "晨報 文／林曉嵐" → "文／林曉嵐"."""
    words = byline_words()
    if section.isascii():
        return section
    if " " not in section:
        return from_reporter(section)
    if not _WIDE.search(section):
        return section
    folded = fold_in_place(section)
    if words.before.at(folded):
        return section
    paper, _, name = section.partition(" ")
    if _is_of_paper(paper) and begins_as_name(name[:_HAN_NAME]):
        # "晨报社记者 王小明"
        return name
    for start in (at for at in word_starts(section) if at and section[at - 1].isspace()):
        end = start + words.before.at(folded, start) if is_east_asian(section[start]) else start
        if end == start:
            continue
        paper, rest = section[:start].rstrip(), section[end:].lstrip()
        if words.spare.at(folded, start) and begins_as_name(paper):
            # "山田太郎 撮影：鈴木花子"
            break
        is_byline = rest[:1] in _BEHIND_LABEL or begins_as_name(rest[:_HAN_NAME])
        if rest and is_byline and (len(paper) > _HAN_NAME or not begins_as_name(paper)):
            return section[start:]
    return section


def from_reporter(section: str) -> str:
    """The name behind a newspaper and a label: "港都晨報記者林曉嵐" → "林曉嵐"; else ``section``."""
    words = byline_words()
    if not 2 * _HAN_NAME < len(section) <= 2 * _MAX_NAME or words.before.at(section):
        return section
    for size in (_HAN_NAME, _HAN_NAME - 1):
        label, name = section[-size - 2 : -size], section[-size:]
        if label in words.suffixes and label in words.labels and begins_as_name(name):
            return name
    return section


def _is_of_paper(token: str) -> bool:
    """Whether a token is a newspaper and a word for its writers: "晨报社记者"."""
    words = byline_words()
    suffix = next((word for word in words.suffixes & words.labels if token.endswith(word)), "")
    paper = token[: len(token) - len(suffix)]
    return len(suffix) > 1 and len(paper) > 1 and is_east_asian(paper[0]) and not begins_as_name(paper)


def without_comments(line: str) -> str:
    """A line without the number of comments, or the link to write one, at its end: "12 Comments"."""
    if line.rpartition(" ")[2].casefold() not in _ends_of_comments():
        return line
    for size in range(_MOST_LABEL, 1, -1):
        head, *tail = line.rsplit(None, size)
        label = " ".join(tail)
        # The year of a date before the count is no part of it: "May 6, 2024 | 12 Comments".
        is_label = meaning_of(label) in _COMMENTS and not YEAR.search(label)
        is_whole = " " in head or label.casefold() in labels()
        if len(tail) == size and head and is_whole and is_label:
            return head
    return line


def from_second_label(line: str) -> str:
    """A line from the byline word behind its first colon on: "Artikel von: Von Anna" → "Von Anna"."""
    words = byline_words()
    before, colon, rest = line[:MAX_DOUBLED].partition(": ")
    first = rest.partition(" ")[0]
    if not colon or not first[:1].isupper() or first.casefold() not in words.prepositions:
        return line
    return line if words.other.at(fold_in_place(before)) or " " not in before else line[len(before) + 2 :]


@cache
def _ends_of_comments() -> frozenset[str]:
    """The last words of all labels of comments."""
    return frozenset(text.rpartition(" ")[2] for text, meaning in labels().items() if meaning in _COMMENTS)


def without_place(part: str) -> str:
    """A name without the place beside it, once the credit behind both is gone: before a Korean name ("광양
    홍길동 기자", "뉴욕=홍길동 특파원"), behind a Chinese one ("王小明台北報導", "王小明 台北報導")."""
    if "\u4e00" <= part[0] <= "\u9fff":
        name, place = part[:_HAN_NAME], part[_HAN_NAME:]
        is_place = len(place.strip()) == _HAN_PLACE and not begins_as_name(place.strip())
        return name if is_place and begins_as_name(name) else part
    place, _, name = part.replace("=", " ").rpartition(" ")
    is_place = len(place) > 1 and " " not in place
    return name if is_place and _HANGUL.match(name) and begins_as_name(name) else part


def without_footnotes(part: str) -> str:
    """A name without footnote signs and, if it has several words, without a month and a day.

    A nickname may end in figures, so a name of one word has to be a known one in an East Asian script.
    """
    if not part.isascii() and (wide := _WIDE_NOTE.search(part)):
        name = part[: wide.start()]
        return name if " " in part or begins_as_name(name) else part
    if " " not in part:
        return part
    name = _FOOTNOTE.sub("", part)
    before, _, last = name.rpartition(" ")
    if before and len(name) < len(part) and part[-1].isdigit() and is_date_word(last.casefold()):
        # "Ann Example December 17"
        return before
    name = _GLUED_NOTE.sub(r"\1", name)
    return name if " " in name else part


def without_towns(names: list[str]) -> list[str]:
    """Korean names without towns, of two characters, before the first person: "순천, 광양 구현모 기자"."""
    first = next((at for at, name in enumerate(names) if _HANGUL.match(name) and begins_as_name(name)), 0)
    towns = names[:first]
    return names[first:] if all(len(name) == 2 and not begins_as_name(name) for name in towns) else names


def without_desk(names: list[str], text: str) -> list[str]:
    """Of two names in Chinese characters with a slash between, the person alone: "河港快訊／范姜佳鈺"."""
    if len(names) != 2 or not any(f"{sign}{names[1]}" in text for sign in "／/"):
        return names
    is_wide = all(len(name) > 1 and is_east_asian(name[0]) for name in names)
    persons = [name for name in names if begins_as_name(name)] if is_wide else []
    return persons if len(persons) == 1 and len(names[0]) > _HAN_PLACE else names


def from_pair(part: str) -> str:
    """The name, of a name and a place with a sign of equality between: "山田太郎＝東京", "東京=山田太郎"."""
    found = _EQUALS.fullmatch(part)
    names = [each for each in found.groups() if begins_as_name(each)] if found else []
    return names[0] if len(names) == 1 else part


def undouble(text: str) -> str:
    """The name that a text has twice at its end, else the text: "Picture of Ann ExampleAnn Example" has that
    of the picture before that beside it."""
    size = len(text)
    if text.find(text[-3:], 0, max(size - 3, 0)) < 0:
        return text
    for length in range(size // 2, 2, -1):
        tail = text[size - length :]
        head = text[: size - length].rstrip()
        if tail[0] == " " or tail[-1] == " " or not head.endswith(tail) or tail.isdigit():
            continue
        # "Duran Duran" is one name, and so is "မောင်မောင်", of one syllable twice.
        if " " in tail or (size - length == len(head) and not _SYLLABLE.fullmatch(tail)):
            return tail
    return text


def without_small_words(tokens: list[str]) -> list[str]:
    """Tokens without small words before a name with two capitals or more: "our editor Ann Example".

    "annette in Local News" is a user name and a section.
    """
    words = byline_words()
    at = next((at for at, token in enumerate(tokens) if not (token.islower() and token.isalpha())), 0)
    if not at or tokens[at - 1] in words.particles or tokens[at - 1] in words.openers:
        return tokens
    if at == 2 and tokens[1] in words.noise and tokens[0] not in words.ordinary:
        return tokens
    name = tokens[at:]
    return name if sum(token[:1].isupper() for token in name) > 1 else tokens


def unglue(tokens: list[str]) -> list[str]:
    """Tokens with page furniture or a section split off a name: "ExampleUpdated" → "Example", "Updated"."""
    words = byline_words()
    found: list[str] = []
    for token in tokens:
        if found and _is_wide_label(token):
            # "三代目ぶん太郎 投稿日：2016/02/07"
            return found
        match = None if token[1:].islower() else _GLUED.match(token)
        behind = match[2].casefold() if match else ""
        # "Ann ExampleTravel" stands in a section; "EuroTravel" is a name.
        if match and is_date_label(behind):
            # What follows is the date, of which the reader has taken off as much as it could.
            return [*found, match[1]]
        if match and (behind in words.ordinary or (found and behind in words.sections)):
            found += [match[1], match[2]]
        elif (cut := _label_at_end(token)) > 1:
            found += [token[:cut], token[cut:]]
        else:
            found.append(token)
    return found


def _is_wide_label(token: str) -> bool:
    """Whether a token of a script without capitals is the label of a date."""
    return not token.isascii() and token.upper() == token.lower() and is_date_label(token)


#: "The" in Arabic, which is written together with its noun: "التحديث".
_ARABIC_ARTICLE = "ال"


def _label_at_end(token: str) -> int:
    """Where page furniture begins in a token of a script without capitals; 0 if none does."""
    words = byline_words()
    if token.isascii() or token.upper() != token.lower() or len(token) < _LEAST_LABELLED:
        return 0
    is_known = begins_as_name(token)
    return next(
        (
            at
            for at in range(2, len(token) - 1)
            # Two characters may be the end of a name, but for the label of a date behind a known name.
            if (token[at:] in words.noise and at < len(token) - 2 and token[:at] != _ARABIC_ARTICLE)
            or (is_known and is_date_label(token[at:]))
        ),
        0,
    )


def before_mail(text: str) -> str:
    """A line with a space before a mail address that is made of the name and stuck to it.

    >>> before_mail("Ann Exampleann.example@post.example")
    'Ann Example ann.example@post.example'
    """
    first, folded = text.partition(" ")[0], without_accents(text)
    place = folded.find(f"{without_accents(first)}.", len(first))
    name, local = folded[:place], folded[place:].partition("@")[0]
    if place <= 0 or len(folded) != len(text) or local != ".".join(name.split()):
        return text
    return f"{text[:place]} {text[place:]}"


def is_title(tokens: list[str]) -> bool:
    """Whether words are one name though the second is page furniture: "USA TODAY", "Center for Example
    Research", "Institute for Bees".

    "Ann for Reuters", "Podium in Berlin", "ann_e in Local News" and "Ann in News on" are more than a name.
    """
    if " ".join(tokens).isupper():
        return True
    goes_on = len(tokens) > 2 and tokens[1].islower() and tokens[2][:1].isupper()
    if not goes_on:
        return False
    first = tokens[0].casefold()
    if len(tokens) == 3:
        return tokens[1] == "for" and not has_given_name(first) and first not in byline_words().ordinary
    is_user = tokens[0].islower() or begins_as_name(first)
    return not is_user and not any(token[0].isdigit() for token in tokens[3:])


def is_shouted(tokens: list[str]) -> bool:
    """Whether the last of three or more tokens is in capitals and the first two are not: "Ann Example MD"."""
    last = tokens[-1].strip(TRIM)
    return (
        len(last) > 1
        and last.isupper()
        and last.isalpha()
        and last not in _OF_NAME
        and all(token[:1].isupper() and not token.isupper() for token in tokens[:2])
    )


def is_left_over(tokens: list[str]) -> bool:
    """Whether the last token is a particle behind a name with capitals: "Ann Example el" (4 de mayo)."""
    small = tokens[-1].islower() and tokens[-1] in byline_words().particles
    return small and all(token[:1].isupper() for token in tokens[:2])
