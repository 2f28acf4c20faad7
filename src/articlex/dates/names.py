"""Dates with the name of the month: 6 May 2024, May 6th, 2024, 6. květen 2024, 12 มกราคม 2567."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articlex.dates.fold import CAPITAL, LETTER, SMALL, without_accents
from articlex.dates.lexicon import LONGEST_START, Lexicon, lexicon
from articlex.dates.numbers import BUDDHIST, NEPALESE, Year, calendar_of, in_calendar, whole_year
from articlex.dates.value import DateValue, Found, Hints
from articlex.regex import regex

#: A number, or a run of letters with their vowel signs.
_TOKEN = regex(rf"[0-9]+|{LETTER}+")
_FIGURES = regex(r"[0-9]+")
#: Two words run together, of which the second may be a month. ``_GLUED_TOKEN`` splits there.
_GLUED = regex(rf"{LETTER}*?{SMALL}(?={CAPITAL}[^\W\d_]{{2,9}}\Z)")
_GLUED_TOKEN = regex(rf"[0-9]+|{LETTER}+?(?<={SMALL})(?={CAPITAL}{SMALL})|{LETTER}+")
#: Characters that may stand between the parts of a date.
_GAP = regex(r"[\s.,،၊፣/'’´`ºª°–‑\-()|·•]*\Z")
#: What follows two digits that are the hours of a time of day, not a year; it is no whole time, as behind a
#: year, "6 May 24 10:30", which Thai writes with a full stop too: "6 พ.ค. 67 08.00 น."
_CLOCK, _THAI_CLOCK = (
    regex(rf"(?!\s[0-2]?[0-9]{sign}[0-5][0-9](?![0-9]))\s*(?:[:.]\s?[0-9]|[hH]\b|[apAP]\.?[mM]\b|[0-9])")
    for sign in (":", "[:.]")
)
#: What stands between a month and a year of two digits.
_BEFORE_SHORT = regex(r"\.?[\s/'’-]{1,2}\Z")

#: Words between two parts of a date ("de", "of"), at most.
_MAX_FILLERS = 3
#: Words of the longest name of a month or a day ("تشرين الأول", "มี.ค.", "بیست و یکم").
_MAX_WORDS = 3
#: Days of the longest month of any calendar, which is one of Nepal.
_LONGEST_MONTH = 32
#: Letters of month names that as often as not are a word of some other language.
_SHORT = 3
_ENGLISH = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
#: The abbreviation of "year of mercy" behind a year of the Ethiopian calendar.
_ERA = regex("ዓ[./ ]{0,2}ም")
#: The abbreviation of "Bikram Sambat" before a year.
_SAMBAT = regex("[वब]ि ?[.॰] ?सं")
_THAI = regex("[\u0e01-\u0e4e]")
#: Hebrew joins "in" to the name of the month: "12 בינואר".
_HEBREW_PREFIX = "ב"


class Token(NamedTuple):
    """A number (``value`` 0 or more) or a word (``value`` -1)."""

    text: str
    start: int
    end: int
    value: int = -1


#: The day, None if there is a month alone, and the year.
Reading = tuple[Token | None, Token]


class Month(NamedTuple):
    """A month name in the tokens ``first`` to ``last`` (inclusive)."""

    number: int
    calendar: str
    first: int
    last: int


def find_named(text: str, hints: Hints) -> Iterator[Found]:
    """The dates with a month name in ``text``, which is plain (:func:`~articlex.dates.fold.plain`)."""
    # Without a day the year has to have four digits.
    figures = [figure for figure in _FIGURES.findall(text) if len(figure) <= 4]
    if len(figures) < 2 and not (figures and len(figures[0]) == 4):
        return
    words = lexicon()
    parts, pattern = _TOKEN.findall(text), _TOKEN
    numbers = _numbers(parts)
    if any(_GLUED.match(parts[index - 1]) for index in numbers if index):
        pattern = _GLUED_TOKEN
        parts = pattern.findall(text)
        numbers = _numbers(parts)
    months = _places_of_months(parts, numbers, words)
    if not months:
        return
    tokens = [
        Token(m[0], *m.span(), int(m[0]) if m[0].isdecimal() and len(m[0]) <= 4 else -1)
        for m in pattern.finditer(text)
    ]
    reader = _Reader(text, tokens, words, hints)
    done = -1
    for index in months:
        if index <= done:
            continue
        month = reader.month_at(index)
        if month is not None and not reader.is_weekday_before_month(month):
            month = reader.with_other_name(month)
            done = month.last
            found = reader.around(month)
            if found:
                yield found


def _numbers(parts: list[str]) -> list[int]:
    """The places of the numbers that may be a day or a year."""
    return [index for index, part in enumerate(parts) if part.isdecimal() and len(part) <= 4]


def _places_of_months(tokens: list[str], numbers: list[int], words: Lexicon) -> list[int]:
    """The places of words that may begin a month name, near enough to one of ``numbers`` to be its month.

    Two thirds of the texts with figures have none; this finds out in a third of the time of reading them.
    """
    found: list[int] = []
    done = 0
    for number in numbers:
        start, end = max(done, number - _MAX_FILLERS - _MAX_WORDS), number + _MAX_FILLERS + 2
        for index in range(start, min(end, len(tokens))):
            token = tokens[index]
            if not token.isdecimal() and _may_begin_month(token, words):
                found += [index] if _begins_month(tokens[index : index + _MAX_WORDS], words) else []
        done = end
    return found


def _may_begin_month(token: str, words: Lexicon) -> bool:
    """Whether the first letters of a word are those of a month: most words end here."""
    key = without_accents(token)
    return key[:LONGEST_START] in words.starts or key[:1] in ("", _HEBREW_PREFIX)


def _begins_month(tokens: list[str], words: Lexicon) -> bool:
    """Whether the first one or more of ``tokens`` are the name of a month in some language."""
    key = ""
    for token in tokens:
        key += without_accents(token)
        name = key.removeprefix(_HEBREW_PREFIX)
        if name in words.names:
            return True
        if name and name[:LONGEST_START] not in words.starts:
            return False
    return False


class _Reader(NamedTuple):
    """Reads the dates around month names in one text."""

    text: str
    tokens: list[Token]
    words: Lexicon
    hints: Hints

    def month_at(self, index: int) -> Month | None:
        """The longest month name that starts at token ``index``."""
        if self.tokens[index].value >= 0:
            return None
        key, best = "", None
        for last in range(index, min(index + _MAX_WORDS, len(self.tokens))):
            if self.tokens[last].value >= 0 or (last > index and not self._joined(last - 1, last)):
                break
            key += without_accents(self.tokens[last].text)
            for word in (key, key[1:]) if key.startswith(_HEBREW_PREFIX) else (key,):
                if found := self._lookup(word):
                    best = Month(*found, index, last)
                    break
        return best

    def with_other_name(self, month: Month) -> Month:
        """``month`` extended by a second name of it, as the Arabic press writes: "أكتوبر/تشرين الأول"."""
        after = month.last + 1
        if after >= len(self.tokens) or not self._joined(month.last, after):
            return month
        other = self.month_at(after)
        if other is None or (other.number, other.calendar) != (month.number, month.calendar):
            return month
        return month._replace(last=other.last)

    def is_weekday_before_month(self, month: Month) -> bool:
        """Whether ``month`` is a weekday after all, because a month, or a day and a month, follows.

        "Sat Mar 12", "Sat, 12 Mar": "sat" is a month in some language, and "mar" a weekday in others.
        """
        after = month.last + 1
        key = without_accents("".join(token.text for token in self.tokens[month.first : after]))
        if key not in self.words.weekdays or after >= len(self.tokens) or not self._joined(month.last, after):
            return False
        if _is_day(self.tokens[after]) and after + 1 < len(self.tokens) and self._joined(after, after + 1):
            after += 1
        other = self.month_at(after)
        return other is not None and other.number != month.number

    def _lookup(self, word: str) -> tuple[int, str] | None:
        """The number and the calendar ("" is the Gregorian one) of the month that a word names, if any."""
        # Tigrinya has the same names for Gregorian months as Amharic has for those of the Ethiopian calendar.
        if (number := self.words.ethiopic.get(word, 0)) and self._is_ethiopian():
            return number, "ethiopic"
        if number := self.words.month(word, self.hints.language):
            return number, ""
        if number := self.words.persian.get(word, 0):
            return number, "persian"
        if number := self.words.islamic.get(word, 0):
            return number, "islamic"
        if (number := self.words.nepali.get(word, 0)) and self._is_nepalese():
            return number, "nepali"
        return None

    def _is_ethiopian(self) -> bool:
        """Whether years are counted as in Ethiopia: the text says so, or is in Amharic."""
        return self.hints.language[:2] == "am" or _ERA.search(self.text) is not None

    def _is_nepalese(self) -> bool:
        """Whether years are counted as in Nepal: months of India's calendars have the same names."""
        return self.hints.language.partition("-")[0] in NEPALESE or _SAMBAT.search(self.text) is not None

    def around(self, month: Month) -> Found | None:
        """The date with this ``month``, from the numbers before and after it."""
        before = self._numbers(month.first, -1)
        after = self._numbers(month.last, 1)
        # "Pro 2000" is a product, although "pro" is December in Czech.
        first, last = self.tokens[month.first], self.tokens[month.last]
        alone = (
            last.end - first.start > _SHORT
            or not first.text.isascii()
            or without_accents(first.text) in _ENGLISH
        )
        for day, year in _readings(before, after, last.end, self.text, alone):
            value, calendar = self._value(month, day, year)
            if value:
                used = [year] + ([day] if day else [])
                start = min(first.start, *(token.start for token in used))
                end = max(last.end, *(token.end for token in used))
                raw = self.text[start:end]
                return Found(value, start, end, raw, calendar or "month-name")
        return None

    def _value(self, month: Month, day: Token | None, year: Token) -> tuple[DateValue | None, str]:
        """The date of a month, a day and a year, and the calendar of the year."""
        number = year.value
        if len(year.text) == 2:
            number = self._whole_year(month, number)
        dated = calendar_of(number, self.text, self.hints.language)
        if month.calendar:
            dated = Year(number, month.calendar)
        elif dated.calendar in ("persian", "islamic"):
            return None, ""
        return in_calendar(dated, month.number, day.value if day else 0, self.hints.latest), dated.calendar

    def _whole_year(self, month: Month, number: int) -> int:
        """The year with these last two digits; behind a Thai month it may be one of the Buddhist era."""
        if _THAI.match(self.tokens[month.first].text) and 2500 + number in BUDDHIST:
            return 2500 + number
        return whole_year(number)

    def _numbers(self, index: int, step: int) -> list[Token]:
        """Up to two numbers in the direction of ``step`` from token ``index``, nearest first, with only
        fillers between."""
        found: list[Token] = []
        fillers = 0
        at = index
        while 0 <= at + step < len(self.tokens) and len(found) < 2 and fillers <= _MAX_FILLERS:
            if not self._joined(min(at, at + step), max(at, at + step)):
                break
            at += step
            token = self.tokens[at]
            if token.value >= 0:
                found.append(token)
            elif step < 0 and (day := self._day_in_words(at)):
                return [*found, day]
            elif self._is_filler(token.text):
                fillers += 1
            else:
                break
        return found

    def _day_in_words(self, last: int) -> Token | None:
        """The day in words whose last one is the token at ``last``: "بیست و یکم" ("twenty-first")."""
        for first in range(max(0, last + 1 - _MAX_WORDS), last + 1):
            key = without_accents("".join(token.text for token in self.tokens[first : last + 1]))
            if day := self.words.spelled.get(key):
                return Token(f"{day:02}", self.tokens[first].start, self.tokens[last].end, day)
        return None

    def _joined(self, left: int, right: int) -> bool:
        """Whether nothing but spaces and punctuation of dates stands between two tokens."""
        gap = self.text[self.tokens[left].end : self.tokens[right].start]
        return gap == " " or (len(gap) <= 12 and _GAP.match(gap) is not None)

    def _is_filler(self, word: str) -> bool:
        key = without_accents(word)
        return key in self.words.fillers or key in self.words.weekdays


def _readings(before: list[Token], after: list[Token], end: int, text: str, alone: bool) -> Iterator[Reading]:
    """The pairs of day and year among the numbers ``before`` and ``after`` a month, likeliest first.

    ``end`` is where the month ends in ``text``; ``alone`` says that a month and a year are enough.
    """
    left, right = before[:1], after[:1]
    # "Season 6 · June 20, 2024", "6 May 24"
    is_followed = any(map(_is_year, after[1:]))
    for day in filter(_is_day, left):
        yield from ((day, year) for year in right if _is_year(year))
        yield from ((day, year) for year in right if not is_followed and _is_short_year(year, end, text))
        yield from ((day, year) for year in before[1:] if _is_year(year))
    for day in filter(_is_day, right):
        yield from ((day, year) for year in after[1:] if _is_year(year) or _has_apostrophe(year, text))
        yield from ((day, year) for year in left if _is_year(year))
    if not any(len(token.text) <= 2 for token in [*left, *right]) and alone:
        yield from ((None, year) for year in [*right, *left] if _is_year(year))


def _is_day(token: Token) -> bool:
    return len(token.text) <= 2 and 1 <= token.value <= _LONGEST_MONTH


def _is_year(token: Token) -> bool:
    return len(token.text) == 4


def _has_apostrophe(token: Token, text: str) -> bool:
    return len(token.text) == 2 and text[token.start - 1] in "'’"


def _is_short_year(token: Token, end: int, text: str) -> bool:
    """Whether two digits right after the month are not a time of day: "6 May 24", not "6 May 10:30"."""
    clock = _THAI_CLOCK if _THAI.search(text, max(0, end - 2), end) else _CLOCK
    is_right_behind = len(token.text) == 2 and _BEFORE_SHORT.match(text[end : token.start]) is not None
    return is_right_behind and not clock.match(text, token.end)
