"""What no author is called: page furniture, words of dates, labels of dates and of other figures."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.given import begins_as_name
from articlex.bylines.leads import FOR_MEMBERS, TRIM, is_desk
from articlex.data.bylines import byline_words
from articlex.data.labels import labels
from articlex.dates.labels import is_date_label, label_before
from articlex.dates.lexicon import is_date_word, is_filler
from articlex.dates.other_days import is_other_day
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.regex import LETTER, regex
from articlex.signs.networks import OTHER_NETWORKS

#: Characters and words of the longest name.
MAX_NAME_CHARS = 70
_MAX_NAME_WORDS = 7
#: Words of a person's name before a colon and a date, at most.
_MAX_PERSON = 3

#: Formats of files, as buttons have them in any language: "Descarcă PDF".
_FORMATS = frozenset(("PDF", "RSS", "EPUB", "XML", "MP3", "CSV"))

#: What numbers a section: "1.", "(2)".
_NUMBER = regex(r"[(\[]?\d{1,3}[.)\]]")
#: What counts the sections of a Chinese, Japanese or Korean text: "一、费用", "（二）工期", "第一章　总则",
#: "제1장 총칙".
_SECTION = regex(
    "[（(]?[一二三四五六七八九十百]{1,3}[）)、．]"
    "|第 ?[一二三四五六七八九十百〇零\\d]{1,4} ?[章節节條条款回部篇編编課课話话項项講讲卷巻]"
    "|제 ?\\d{1,4} ?[장절조편부항화]"
)
#: Numbers of the parts of a law: "TITOLO I", "CHAPTER IV"; "MALCOLM X" is a person. Letters of the word
#: before them, at least, and the first of them in French.
_ROMAN = regex("I{1,3}|I?V|VI{1,3}|IX|X[IVX]{1,4}")
_LEAST_PART, _FIRST = 4, "Ier"
#: Characters of the shortest Chinese button that begins with a label.
_LEAST_BUTTON = 4
#: A speaker and the place in a recording: "Ann Example (00:12):", "[1:02:33] Ann Example".
_TIME_CODE = regex(r"\D+ [(\[]\d{1,2}:\d\d(?::\d\d)?[)\]]:?\Z|[(\[]\d{1,2}:\d\d(?::\d\d)?[)\]] \D+\Z")
#: Three characters or more that end with "day" or "time"; two may be a surname ("春日").
_DAY_LABEL = regex("[\u4e00-\u9fff]{2,6}(?:日時?|时间|時間)")
#: A figure and what it counts, in a script without spaces: "約4分", "４分で読めます".
_COUNTED = regex(
    "[\u7d04\u7ea6\uc57d]?\\s?[0-9０-９]+\\s?(?:[\u5206\ubd84]\\D{0,20}|[\u3041-\u9fff\uac00-\ud7af]{1,3})"
)
#: A version, a revision, the sharpness of a picture, how often something was liked: "core1.95.0",
#: "59807616e", "4K", "24x".
_VERSION = regex(r"\d\.\d|^\d{3,}[a-z]\d*$|^\d{1,2}[KkMmXx]$")
#: A day or a month in an East Asian script: "2025年1月20日", "1月20日(月)".
_DAY = regex("[0-9\uff10-\uff19〇]{1,4}\\s?[年년月월](?:[0-9\uff10-\uff19〇一二三四五六七八九十(（]|\\Z)")
_DIGITS = "0123456789０１２３４５６７８９"
#: The particle of Japanese between a day and what happened on it.
_AT = "に"
#: The rank that a forum or a blog gives whoever writes: "Lv4".
RANK = r"(?i:lvl?)\.?\d{1,3}\Z"
_RANK = regex(RANK)
#: Words at the start of a line with a figure among which a word for minutes belongs to the figure.
_MINUTES_BEHIND = 2
#: Words for further authors behind a number: "3 others".
_OTHERS = frozenset(
    """others other more weitere weiteren andere anderen autres autre otros otras más altri altre outros
    outras mais meer andra fler andre flere muuta innych dalších další ďalší другие других ещё інших diğer
    alții további lainnya""".split()
)
#: Articles, with which no name ends. "Replier le sommaire" is a button, whose last word is cut off.
ARTICLES = frozenset("le la les un une des der die das den dem el los las il lo gli the".split())
#: German articles, which stand between "von" and a surname: "Ursula von der Leyen".
_BEHIND_VON = frozenset(("der", "den", "dem"))
#: "In", with which places begin and no names: "В Курске".
_IN = frozenset(("В", "Во"))
#: Signs that are in no name; among them the stops of sentences, but for those that abbreviations have too.
_NO_NAME = frozenset("@{}<>=|#%\\:：›→؛；€£¥₹₪₽₺₩") | (SENTENCE_ENDS - set(".…。．"))
#: Letters of the longest preposition before a date in a script without capitals.
_SMALL_WORD = 3
#: A word, a colon, and behind it figures and signs or nothing. (Vowel signs, which end words, are no "\\w".)
_LABEL = regex(r"[^\s\d:：]\s?[:：][\W\d_]*\Z")


def is_name(text: str, dated: bool = False) -> bool:
    """Whether ``text`` can be the name of an author: it is short and no sentence, label or placeholder.

    ``dated`` is whether figures stand beside it, so that "Sat" and "May" are parts of a date.
    """
    tokens = text.split()
    if not _looks_like_name(text, tokens) or _is_listed(text, tokens):
        return False
    if is_date_label(text) or is_other_day(text) or tells_minutes(text):
        return False
    if _is_part_of_law(text) or _begins_as_label(text.casefold()) or _ends_as_label(text):
        return False
    return not is_no_name(text, dated or any(token.isdigit() for token in tokens))


def _looks_like_name(text: str, tokens: Sequence[str]) -> bool:
    """Whether a text has the length and the signs of a name, and no article where names have none."""
    if (
        not 1 < len(text) <= MAX_NAME_CHARS
        or len(tokens) > _MAX_NAME_WORDS
        or not _FORMATS.isdisjoint(tokens)
    ):
        return False
    # Most names have only letters, which saves the tests of figures and signs.
    if not "".join(tokens).isalpha() and not _may_be_in_name(text, tokens):
        return False
    if len(tokens) == 1:
        return not text.endswith(FOR_MEMBERS)
    # "A A A" is a button for the size of the letters.
    is_button = len(text) == 2 * len(tokens) - 1 and len(set(tokens)) == 1
    has_article = tokens[-1] in ARTICLES or tokens[0] in _BEHIND_VON or tokens[0] in _IN
    return not (is_button or has_article or text.endswith(FOR_MEMBERS))


def _is_listed(text: str, tokens: Sequence[str]) -> bool:
    """Whether a text is in the lists of labels, buttons and words for nobody, by itself or behind "by" or
    "and"."""
    words, folded = byline_words(), text.casefold()
    if folded in words.nobody or folded in words.labels or folded in words.abstracts or is_desk(text):
        return True
    if folded in OTHER_NETWORKS:
        return True
    if folded in labels() and (text[0] >= "\u3000" or not begins_as_name(text)):
        # "Register", "相关文章", but not "Rudi", which is a label too.
        return True
    first, _, rest = folded.partition(" ")
    # "By Admin"; "and agencies", of "Staff and agencies"
    return (first in words.prepositions and rest in words.nobody) or (
        bool(rest) and tokens[0] in words.conjunctions
    )


def tells_minutes(text: str) -> bool:
    """Whether a piece of a line says how many minutes a text takes to read: "Eine Minute Lesezeit".

    With a figure, only its first words count, as a name may stand before both: "Ann Example 3 minutes ago".
    """
    words, tokens = byline_words().minutes, text.casefold().split()
    if any(map(str.isdigit, text)):
        tokens = tokens[:_MINUTES_BEHIND]
    if not words.isdisjoint(tokens):
        return True
    return not text.isascii() and any(word in text for word in byline_words().unspaced_minutes)


def _may_be_in_name(text: str, tokens: Sequence[str]) -> bool:
    """Whether the figures and signs of a text may stand in a name."""
    if not LETTER.search(text) or not _NO_NAME.isdisjoint(text):
        return False
    if _VERSION.search(text) or (len(tokens) > 1 and _NUMBER.fullmatch(tokens[0])):
        return False
    if len(tokens) > 1 and (sum(map(str.isdigit, text)) > 2 or _counts(tokens)):
        return False
    return text.isascii() or not _DAY.search(text)


def _begins_as_label(folded: str) -> bool:
    """Whether a word in Chinese characters begins with a label or a button: "关注问题", "上一页介绍". Few
    names of persons are as long; a newspaper may begin with a section ("经济日报"). Labels in Hangul are
    parts of names."""
    if len(folded) < _LEAST_BUTTON or not all("\u3400" <= character <= "\u9fff" for character in folded):
        return False
    known, words = labels(), byline_words()
    if folded.endswith(words.bodies):
        return False
    return any(folded[:end] in known or folded[:end] in words.nobody for end in range(2, len(folded)))


def _ends_as_label(text: str) -> bool:
    """Whether a text without spaces ends with the label of an update, and does not begin as a name does:
    "หน้านี้แก้ไขล่าสุดเมื่อ", "本页面最后修订于"."""
    if text.isascii() or " " in text:
        return False
    return label_before(text) == "updated" and not begins_as_name(text)


def _is_part_of_law(text: str) -> bool:
    """Whether a line is a word in capitals and a Roman number ("TITOLO I"), or a word that is no given name
    and "Ier" ("Titre Ier") or, outside ASCII, a capital ("Κεφάλαιο Α")."""
    word, _, number = text.partition(" ")
    if number == _FIRST or (len(number) == 1 and number.isupper() and not word.isascii()):
        return not begins_as_name(word)
    return len(word) >= _LEAST_PART and text.isupper() and _ROMAN.fullmatch(number) is not None


def _counts(tokens: Sequence[str]) -> bool:
    """Whether a figure counts further authors or something else: "3 others", "2 weitere", "6 years"."""
    word = tokens[1].casefold()
    is_counted = word in _OTHERS or word in byline_words().noise or (len(tokens) == 2 and word == tokens[1])
    return tokens[0].isdigit() and is_counted


def is_counted(text: str) -> bool:
    """Whether a line begins with the number of a section in an East Asian script ("一、费用", "제1장 총칙"),
    or is a speaker with a time code and no other figures."""
    if not text.isascii() and _SECTION.match(text):
        return True
    return (text[0] in "([" or text[-1] in ")]:") and _TIME_CODE.match(text) is not None


def is_no_name(text: str, dated: bool) -> bool:
    """Whether each word is page furniture, a byline word, a number or (above all if ``dated``) of a date."""
    return all(_is_no_name(token.strip(TRIM).casefold(), dated) for token in text.split())


def _is_no_name(token: str, dated: bool) -> bool:
    """Whether a case-folded word is none of a name, as :func:`is_no_name` asks of each word.

    Short months and weekdays ("Jan", "Mo") are names of persons as well, unless a number stands beside them.
    Words for "day" and "year" in scripts without capitals are not ("၂၀၂၄ ခုနှစ် မေလ ၃ ရက်").
    """
    words = byline_words()
    if token in words.noise or token in words.prepositions or token.isdigit() or _RANK.match(token):
        return True
    if token[:1] == _AT and token[1:] in words.noise:
        # "2024/05/06に公開": published on that day.
        return True
    if token[:1].isdigit() and token.lstrip(_DIGITS) in words.noise:
        # "3回答": three answers.
        return True
    is_month = (dated or len(token) > 5) and is_date_word(token)
    return is_month or (token == token.upper() and is_filler(token))


def belongs_to_figure(tokens: Sequence[str], end: int) -> bool:
    """Whether the first ``end`` words are the label or the month of a figure behind them: "Giriş: 14 Şubat
    2024", "Mar 2018". No list has all labels, so any words with a colon count but a person's name."""
    if not 0 < end < len(tokens) or not tokens[end][0].isdigit():
        return False
    if tokens[end - 1].endswith(COLONS):
        return not _is_somebody(tokens[:end])
    return all(map(is_date_word, tokens[:end]))


def ends_with_label(part: str) -> bool:
    """Whether a part of a dated line is a label or another figure: "Giriş:", "تم النشر في", "کد خبر: ۸۴۴۷۲",
    "約4分"."""
    if _DAY_LABEL.fullmatch(part) or _COUNTED.fullmatch(part) or _is_caseless_label(part):
        return True
    label = _LABEL.search(part)
    if label is None:
        return False
    return is_date_label(part) or not _is_somebody(part[: label.start() + 1].split())


def _is_caseless_label(part: str) -> bool:
    """Whether a part in a script without capitals is the label of a date, perhaps with a small word behind
    it: "تم التحديث", "تم النشر في"."""
    if part.isascii() or part.upper() != part.lower():
        return False
    label, _, last = part.rpartition(" ")
    return is_date_label(part) or (len(last) <= _SMALL_WORD and is_date_label(label))


def _is_somebody(words: Sequence[str]) -> bool:
    """Whether words are a known given name and one or two others, none in small letters: "Ayşe Yılmaz:"."""
    if not 1 < len(words) <= _MAX_PERSON or any(word[0].islower() for word in words):
        return False
    return LETTER.match(words[0]) is not None and begins_as_name(words[0].strip(TRIM))
