"""What stands before an author's name: byline words, and page furniture before these."""

from __future__ import annotations

from collections.abc import Collection
from re import Match

from articlex.bylines.given import begins_as_name
from articlex.bylines.persons import is_titled
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.dates.lexicon import is_date_word
from articlex.punctuation import COLONS, has_colon, split_at_colon
from articlex.regex import regex

#: Letters of the shortest byline word that may begin a name to which nothing is stuck: "Doorn".
_LEAST_LONG = 4
#: What may stand between a byline word and the name.
_AFTER_LABEL = " :：/／|】」.–-=＝\u3000"
#: Characters of a name in Chinese characters without spaces, at most.
_HAN_NAME = 4
#: Words of a person's name, at most.
_MOST_WORDS = 4
#: Words of the longest name of a town behind a desk; what may stand before the town.
_MOST_TOWN, _COMMA = 2, regex("[,،、，]")
#: A label in an East Asian script and a sign in place of a colon: "文 | 王小明".
_SIGN = regex(
    r"(?<!\S)([\u3040-\u9fff\uac00-\ud7af]{1,4}) ?([|｜丨/／・=＝]) ?(?=[\u3040-\u9fff\uac00-\ud7af])"
)
#: A word with a comma behind it, and what follows the comma.
_BEHIND_COMMA = regex(r"\s*+([^\W\d_]+)[,،]\s+(\S.*)\Z")
#: Characters of the shortest noun among the labels that also count as prepositions: "autor", "автор".
_LEAST_NOUN = 5
_EQUALS = frozenset("=＝")
_SIGNS = _EQUALS | frozenset("|｜丨/／・·")
#: Korean names in a list: "홍길동·김철수 기자".
_HANGUL_LIST = regex(r"(?<![^\s,(\[])[\uac00-\ud7af]{2,4}(?:·[\uac00-\ud7af]{2,4})++(?![^\s,)\]])")
#: Ornaments at the start of lines: "□ 王小明", "▲ Ann Example".
SHAPES = "□■▢▣◎●○◯◆◇▲△▼▽▶▷►◀★☆※✉"
#: How marks of stories for subscribers end, in Japanese: "有料記事", "会員限定".
FOR_MEMBERS = ("記事", "限定", "会員")
#: "With", before an agency, in some languages: "Avec AFP", "mit dpa".
_WITH = frozenset("avec mit con com amb cu med met z s с со з ile με".split())
#: What may stand around a name.
TRIM = f" \t\r\n.,:;|/-–—―·•*_~\"'“”„«»‘’：，、。／《》「」【】{SHAPES}"


def strip_label(text: str, opens: bool = False) -> str:
    """``text`` without the byline words at its start: "By Ann" → "Ann", "文／山田" → "山田".

    ``opens`` is whether a line begins with ``text``, where a label may be in small letters: "von Redaktion".
    """
    words = byline_words()
    for turn in range(3):
        size = words.before.at(fold_in_place(text))
        if not size or (turn and size < 3):
            # "By Di Example": behind a byline word a short one is more likely a name.
            break
        if is_desk(_COMMA.split(text, maxsplit=1)[0]):
            break
        size += _pictures_too(text[size:])
        label, rest = text[:size], text[size:]
        name = rest.lstrip(_AFTER_LABEL)
        gap = rest[: len(rest) - len(name)]
        small = opens and not turn and gap[:1] == " " and _opens_a_line(label, name)
        if not small and not _is_label(label, gap, name):
            break
        text = name
    return text


def strip_local(text: str, local: Collection[str]) -> str:
    """``text`` without the one of the ``local`` prepositions that it begins with. These begin names in other
    languages: "Theo Lê Minh Khôi" is no Theo on a page in Vietnamese.

    >>> strip_local("Gan Siôn Tomos", {"gan"}), strip_local("Gan Siôn Tomos", ())
    ('Siôn Tomos', 'Gan Siôn Tomos')
    """
    first, _, name = text.partition(" ")
    is_label = first.casefold() in local and name[:1].isupper() and " " in name
    return name if is_label else text


def is_desk(text: str) -> bool:
    """Whether a text is a desk or the like whose name has several words, perhaps with its town: "নিজস্ব
    প্রতিবেদক", "Haber Merkezi Ankara". A person's name may follow the desk."""
    words = byline_words()
    tokens = text.strip(TRIM).casefold().split()
    return any(
        (desk := " ".join(tokens[:size])) in words.nobody
        and desk not in words.labels  # "Thread starter ann_e"
        and not begins_as_name(" ".join(tokens[size:]))
        for size in range(max(2, len(tokens) - _MOST_TOWN), len(tokens) + 1)
    )


def _opens_a_line(label: str, name: str) -> bool:
    """Whether ``label`` in small letters stands before ``name``: "von Redaktion", "di Anna Esempio"."""
    words = byline_words()
    leads = label in words.prepositions or (label in words.openers and " " in name)
    # A name of several words has a capital; a user name need not: "von annexample".
    return leads and (name[:1].isupper() or " " not in name)


def _pictures_too(rest: str) -> int:
    """How many characters of ``rest`` belong to the label before it: " & Photos" of "Text & Photos: Ann
    Example", or "·사진" of "취재·사진 홍길동", as Korean has a middle dot there."""
    words = byline_words()
    if rest[:1] == "·":
        size = words.other.at(rest, 1)
        return size + 1 if size and rest[size + 1 : size + 2] in (" ", ":") else 0
    tokens = rest.split(None, 2)
    if len(tokens) < 2 or not rest[:1].isspace() or tokens[0].casefold() not in words.conjunctions:
        return 0
    start = rest.index(tokens[1], len(tokens[0]))
    size = words.other.at(fold_in_place(rest), start)
    # French sets a space before the colon: "Texte et photos : Anne Exemple".
    return start + size if size and rest[start + size :].lstrip(" \u00a0")[:1] in COLONS else 0


def _is_label(label: str, gap: str, name: str) -> bool:
    """Whether ``label`` is a byline word and begins no name; ``gap`` (signs) and ``name`` follow it."""
    if has_colon(gap) or "／" in gap:
        return True
    if label[-1] in "'’":
        # "Une chronique d'Anne Exemple"
        return not gap and name[:1].isupper()
    if is_east_asian(label[-1]):
        # No space is needed. As "文" is a surname too, three characters have to follow. In Korean, which sets
        # spaces, a label also begins words: "글씨키우기" ("larger print").
        return bool(gap) or (len(name) > 2 and (label[-1] < "\uac00" or begins_as_name(name)))
    if label.casefold() in byline_words().small:
        return label[0].isupper() and _says_whose(name)
    if name and not gap:
        return _is_glued_label(label, name)
    return _is_spaced_label(label, gap, name)


def _is_glued_label(label: str, name: str) -> bool:
    """Whether ``label`` is a byline word with nothing between it and the name: "โดยสมชาย ใจดี" in Thai, which
    sets no spaces, or "ByAnn Example", which has lost its space."""
    words = byline_words()
    folded = label.casefold()
    if "\u0e01" <= name[0] <= "\u0e4e":
        return begins_as_name(name) or (folded in words.prepositions and " " in name)
    # Other words in small letters may begin a name: "diCaprio".
    is_label = label[0].isupper() or label == "by"
    is_short = folded in words.prepositions and len(folded) < _LEAST_LONG
    is_person_behind = begins_as_name(name) and name.partition(" ")[2][:1].isupper()
    return is_label and _is_glued(name) and (is_short or is_person_behind)


def _is_spaced_label(label: str, gap: str, name: str) -> bool:
    """Whether ``label``, with a space behind it, is a byline word and no part of a name or a sentence."""
    folded = label.casefold()
    if folded in byline_words().prepositions and (len(folded) > 3 or folded == "by"):
        return True
    if name[:1].islower():
        return " " in label or is_titled(name) or _says_whose(name)
    if gap and len(folded) > 2 and folded.upper() == folded:
        # "โดย ปิ่นมณี", "מאת דנה": in scripts without capitals, three letters begin no name.
        return True
    # "Von", "Di" and "Ni" begin names as well, but then hardly two words follow.
    return len(folded) > 3 or (len(name.split()) > 1 and not label.islower())


def _says_whose(name: str) -> bool:
    """Whether ``name`` is a small word, a job and a name: "unserem Korrespondenten Bernd Muster"."""
    words = byline_words()
    first, _, rest = name.partition(" ")
    job = rest.partition(" ")[0].casefold()
    return first.islower() and first not in words.particles and job in words.jobs


def _is_glued(name: str) -> bool:
    """Whether ``name`` has several words and begins with a capital and a small letter."""
    return name[0].isupper() and name[1:2].islower() and " " in name


def leads_to_agency(text: str) -> bool:
    """Whether a text is "with" and the name of an agency.

    >>> leads_to_agency("Avec Reuters"), leads_to_agency("Con Example")
    (True, False)
    """
    first, _, rest = text.partition(" ")
    return first.casefold() in _WITH and rest.casefold() in byline_words().agencies


def strip_noise(text: str) -> str:
    """``text`` without page furniture or a date at its start: "Updated by Ann", "Jun 2 Written by Ann"."""
    tokens = text.split(" ")
    start = 1 if leads_to_agency(text) else 0
    if len(tokens) > 3 and _is_day(tokens[0].strip(TRIM), tokens[1].strip(TRIM)):
        # "Jun 2 Written by Ann"
        start = 2
    while start < len(tokens) - 1 and _is_noise(tokens[start]):
        start += 1
    return " ".join(tokens[start:]) if start else text


def _is_noise(token: str) -> bool:
    """Whether a word is page furniture, or marks a story for subscribers."""
    return token.strip(TRIM).casefold() in byline_words().noise or token.endswith(FOR_MEMBERS)


def _is_day(one: str, other: str) -> bool:
    """Whether two words are the day and the month of a date, in either order."""
    return (other.isdigit() and is_date_word(one)) or (one.isdigit() and is_date_word(other))


def strip_lead(text: str) -> str:
    """``text`` without words before a name: "View all posts by Ann", "This was written by Ann" → "Ann"."""
    words = byline_words()
    if (size := words.other.at(fold_in_place(text))) and text[size - 1] == ":":
        # "Contact: Ann Example"
        return text
    rest = strip_noise(text)
    if has_colon(rest):
        return rest if _is_named(rest) else _from_label(rest)
    tokens = text.split(" ")
    leads = rest is not text or (
        len(tokens) > 3 and tokens[1].islower() and tokens[1].isalpha() and tokens[1] not in words.particles
    )
    if not leads:
        return rest
    # Behind page furniture the name may be in small letters; in a sentence it needs a capital.
    small = rest is not text
    found = (
        " ".join(tokens[at + 1 :])
        for at, token in enumerate(tokens[1:-1], 1)
        if token in words.prepositions and (small or tokens[at + 1][:1].isupper())
    )
    return next(found, rest)


def _is_named(text: str) -> bool:
    """Whether ``text`` begins with a label for the author and a colon, "作者：王小明 编辑：李华", or with a
    person and the label of somebody else, "王小明 编辑：李华", "Ayşe Yılmaz Kaynak: Örnek"."""
    size = byline_words().before.at(fold_in_place(text))
    if size and text[size:].lstrip()[:1] in COLONS:
        return True
    before = split_at_colon(text)[0].rstrip().rpartition(" ")[0]
    is_person = len(before) <= _HAN_NAME if is_east_asian(text[0]) else 0 < before.count(" ") < _MOST_WORDS
    return bool(before) and is_person and begins_as_name(before)


def _from_label(text: str) -> str:
    """``text`` from its last label on, if that is a byline word: "来源：甲 作者：乙" → "作者：乙"."""
    colon = text.replace("：", ":").rfind(":")
    start = text.rfind(" ", 0, max(colon, 0)) + 1
    return text[start:] if start and text[start:colon].casefold() in byline_words().labels else text


def with_colon_for_comma(text: str) -> str:
    """``text`` with a colon in place of the comma behind a noun that labels one person, as where the label
    is for screen readers: "Author, Ann Example"."""
    words = byline_words()
    found = _BEHIND_COMMA.match(text)
    label = found[1].casefold() if found else ""
    is_noun = label in words.labels and (label not in words.prepositions or len(label) >= _LEAST_NOUN)
    is_named = found is not None and " " in found[2] and begins_as_name(found[2])
    return f"{found[1]}: {found[2]}" if found and is_noun and is_named else text


def with_colons(text: str) -> str:
    """``text`` with a colon in place of a bar or slash behind a label ("文｜王小明" → "文：王小明"), and with
    commas in place of middle dots between Korean names ("홍길동·김철수 기자")."""
    if text.isascii():
        return text
    # The signs behind an Armenian, an Ethiopic and a Khmer label: "Հեղինակ՝ Արամ Օրինակ", "ጸሐፊ፦ አበበ በቀለ",
    # "ដោយ៖ សុខ ដារ៉ា".
    text = text.replace("՝", ":").replace("፦", ":").replace("៖", ":")
    if _SIGNS.isdisjoint(text):
        return text
    if "·" in text:
        text = _HANGUL_LIST.sub(lambda found: _with_commas(found[0]), text)
    return _SIGN.sub(lambda found: _with_colon(found), text)


def _with_commas(listed: str) -> str:
    """Korean names between middle dots with commas between them; anything else as it is."""
    words = byline_words()
    names = listed.split("·")
    are_names = all(name not in words.labels and begins_as_name(name) for name in names)
    return ",".join(names) if are_names and not any(map(words.other.at, names)) else listed


def _with_colon(found: Match[str]) -> str:
    """A word and the sign behind it, with a colon for the sign if the word is a label."""
    words = byline_words()
    as_it_is, label, sign = found[0], found[1], found[2]
    if sign in _EQUALS and label in words.suffixes:
        # A place behind a name: "홍길동 기자=서울".
        return f"{label} | "
    if sign in _EQUALS and as_it_is != label + sign:
        return as_it_is
    if sign == "・" and _is_of_two_labels(found):
        return as_it_is
    is_label = label in words.labels or words.other.at(label) == len(label)
    return f"{label}：" if is_label else as_it_is


def _is_of_two_labels(found: Match[str]) -> bool:
    """Whether a sign stands between two labels: "文・写真：山田太郎", "文・料理：山田太郎"."""
    words = byline_words()
    text, end = found.string, found.end()
    behind = text[end : end + _HAN_NAME]
    is_label = words.before.at(behind) or words.other.at(behind)
    return bool(is_label) or words.before.at(text, found.start()) > len(found[1])


def is_east_asian(character: str) -> bool:
    """Whether a character is Chinese, Japanese or Korean; names in these scripts have no spaces."""
    return "\u2e80" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7af" or character >= "\uf900"


def without_by(team: str) -> str:
    """A team without the byline word and the article before it: "Von der Redaktion" → "Redaktion"."""
    first, _, rest = team.partition(" ")
    if first.casefold() not in byline_words().prepositions:
        return team
    article, _, name = rest.partition(" ")
    return name if name and article.islower() and article in byline_words().particles else rest
