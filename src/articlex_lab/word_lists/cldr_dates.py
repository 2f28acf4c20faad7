"""Write ``data/months.json`` and ``data/relative.json``, from CLDR.

    npm pack cldr-core cldr-dates-full cldr-rbnf cldr-cal-persian-full cldr-cal-islamic-full
        cldr-cal-ethiopic-full
    python -m articlex_lab.word_lists.cldr_dates FOLDER

FOLDER has those six packages unpacked, each in a folder of its name. Every language that CLDR covers at the
level "moderate" or "modern" is taken, with all its regional variants (Austrian "Jänner", Levantine Arabic
names).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from articlex.dates.fold import without_accents
from articlex.dates.relative import close
from articlex_lab.command import only_argument
from articlex_lab.repository import DATA

#: When the language of a page is unknown, a word that means different months means what it does in the first
#: of these languages. In the order of their share of the web (W3Techs, content languages); others as in CLDR.
MAJOR = """
    en es de ja ru fr pt it tr nl pl fa zh vi id cs ko uk ar el he sv ro hu th da fi sk bg hr no
"""

LEVELS = {"modern", "moderate"}
#: Languages below those levels whose pages are common enough: official ones of the European Union.
OFFICIAL = {"lb", "mt"}
UNITS = ("second", "minute", "hour", "day", "week", "month", "year")

#: The months in Kyrgyz and in Tajik with the ending that they have after a day ("6-майы", "6 майи"), and in
#: Sinhala, for which CLDR has those of the Buddhist year.
TWELVE = (
    "январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры",
    "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри",
    "ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
)

#: Forms that CLDR does not have: longer English abbreviations, the other Belarusian May, and the Vietnamese
#: names in words, "tháng" and a numeral (CLDR has "tháng 1").
EXTRA = {
    "sept": 9,
    "janv": 1,
    "fevr": 2,
    "траўня": 5,
    "tháng một": 1,
    "tháng giêng": 1,
    "tháng hai": 2,
    "tháng ba": 3,
    "tháng tư": 4,
    "tháng năm": 5,
    "tháng sáu": 6,
    "tháng bảy": 7,
    "tháng tám": 8,
    "tháng chín": 9,
    "tháng mười": 10,
    "tháng mười một": 11,
    "tháng mười hai": 12,
} | {word: number for names in TWELVE for number, word in enumerate(names.split(), 1)}

#: The months of the calendar of Nepal, which CLDR does not have, as its press and authorities spell them.
NEPALI = """
    बैशाख वैशाख, जेठ जेष्ठ ज्येष्ठ, असार अषाढ आषाढ, साउन श्रावण, भदौ भाद्र, असोज आश्विन, कात्तिक कार्तिक,
    मंसिर मङ्सिर मार्ग, पुस पुष पौष, माघ, फागुन फाल्गुन, चैत चैत्र
"""

#: Other spellings of weekdays in Nepal.
NEPALI_DAYS = "मंगलबार बिहीबार"

#: The ending of ordinals in Persian, in whose blogs days stand in words ("چهاردهم اردیبهشت ۱۴۰۳"): CLDR has
#: the cardinals alone. Those that have other ordinals; another word for the first; days of the longest month.
ORDINAL, IRREGULAR, FIRST, LONGEST = "م", {3: "سوم", 23: "بیست و سوم", 30: "سی ام"}, "اول", 31

#: The endings of Latvian month names, and those of their locative ("in May").
LOCATIVE = (("is", "ī"), ("s", "ā"))

#: Words inside dates that CLDR's patterns do not have: ordinal endings (CLDR has them as rules, in RBNF),
#: "of" and "the", and Romance articles.
FILLERS = """
    st nd rd th er re e ème º ª of the de del di do da d l le el il am den dem der a año оны г թ د ی ي
    ta ng ga af ail ydd fed ú წლის թվականի соли ที่ พ ค ศ жылғы жылы жылдын yil මස වන වැනි ခုနှစ် ថ្ងៃទី गते
"""

#: Languages without spaces between words, in which the word "month" is joined to its name: "ខែមីនា", "ဧပြီလ".
UNSPACED = frozenset({"km", "lo", "my", "th"})

#: Latin letters: languages that are written with them print neither "year" nor parts of the day in dates.
_LATIN = re.compile("[a-z\u00c0-\u024f\u1e00-\u1eff]", re.IGNORECASE)

Words = dict[str, dict[int, list[str]]]


def main(folder: Path) -> None:
    """Write both files from the packages in ``folder``."""
    locales = list(_locales(folder))
    gregorian = {name: _calendar(folder, "cldr-dates-full", name, "gregorian") for name in locales}
    months = _month_words(gregorian)
    fields = {name: _fields(folder, name) for name in locales}
    _add_joined(months, gregorian, fields)
    record = {
        "months": {word: next(iter(by)) for word, by in sorted(months.items()) if len(by) == 1},
        "shared": {
            word: {lang: month for month, langs in by.items() for lang in langs}
            for word, by in sorted(months.items())
            if len(by) > 1
        },
        "persian": _other_months(folder, "persian", ("fa", "fa-AF", "ps", "ckb", "en", "ar", "ur")),
        "islamic": _other_months(folder, "islamic", ("ar", "fa", "ur", "en", "tr", "id", "ms", "ps", "ckb")),
        "ethiopic": _other_months(folder, "ethiopic", ("am", "ti")),
        "nepali": {
            clean(word): number for number, words in enumerate(NEPALI.split(","), 1) for word in words.split()
        },
        "spelled": _persian_days(folder),
        "weekdays": sorted(_weekdays(gregorian) | {clean(word) for word in NEPALI_DAYS.split()}),
        **_day_periods(gregorian),
        "periods": _hours_of_periods(folder, gregorian),
        "fillers": sorted(_fillers(gregorian) | _names_of_fields(fields)),
        "order": _orders(gregorian),
    }
    _write("months.json", record)
    _write("relative.json", _relative(folder, locales))


def _locales(folder: Path) -> Iterator[str]:
    levels = json.loads((folder / "cldr-core" / "coverageLevels.json").read_text("utf-8"))["coverageLevels"]
    good = {name.split("-")[0] for name, level in levels.items() if level in LEVELS} | OFFICIAL
    names = sorted(path.name for path in (folder / "cldr-dates-full" / "main").iterdir())
    rank = {name: place for place, name in enumerate(MAJOR.split())}
    yield from sorted((n for n in names if n.split("-")[0] in good), key=lambda n: (rank.get(n, 99), n))


def _calendar(folder: Path, package: str, locale: str, name: str) -> dict[str, Any]:
    path = folder / package / "main" / locale / f"ca-{name}.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))["main"][locale]["dates"]["calendars"][name]
    return found


def _widths(names: dict[str, dict[str, dict[str, str]]]) -> Iterator[dict[str, str]]:
    """The tables of names of months, days or periods: wide and abbreviated, in a date and by themselves."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield names[context][width]


def _pattern(calendar: dict[str, Any], width: str) -> str:
    """The pattern of dates of a width: "d MMMM y"."""
    pattern = calendar["dateFormats"][width]
    return str(pattern if isinstance(pattern, str) else pattern["_value"])


def _forms(months: dict[str, dict[str, dict[str, str]]]) -> Iterator[tuple[int, str]]:
    """The names of months, each with its number."""
    for names in _widths(months):
        for number, word in names.items():
            if number.isdigit():
                yield int(number), clean(word)


def _suffixed(calendar: dict[str, Any]) -> Iterator[tuple[int, str]]:
    """The month names with the ending that they have in long dates (Basque "MMMM'ren'")."""
    pattern = re.sub("[dyGE]+", " ", _pattern(calendar, "long"))
    for ending in re.findall(r"(?:M{3,4}|L{3,4})'?(\w+)'?", pattern):
        for number, word in calendar["months"]["format"]["wide"].items():
            if number.isdigit() and is_word(clean(word)) and not ending.startswith("M"):
                yield int(number), clean(word + ending)


def clean(word: str) -> str:
    """The key of a word: folded, without dots, spaces, hyphens and joiners ("ก.ค." → "กค")."""
    return without_accents(re.sub("[\\s.\u200c\u200d\u180e-]+", "", word))


def is_word(word: str) -> bool:
    """Whether this is a name: not a number with a counter ("1月", "tháng 1", "M01"), nor a single letter."""
    return len(word) > 1 and not any(c.isdecimal() for c in word) and not word.endswith("月")


def _month_words(calendars: dict[str, dict[str, Any]]) -> Words:
    """word -> {month: languages}."""
    words: Words = defaultdict(lambda: defaultdict(list))
    for locale, calendar in calendars.items():
        language = locale.split("-")[0]
        for number, word in _forms(calendar["months"]):
            if is_word(word) and language not in words[word][number]:
                words[word][number].append(language)
        for number, word in _suffixed(calendar):
            words[word][number].append(language)
    for number, word in _forms(calendars["lv"]["months"]):
        ending = next((pair for pair in LOCATIVE if word.endswith(pair[0])), None)
        if ending and is_word(word):
            words[clean(word.removesuffix(ending[0]) + ending[1])][number].append("lv")
    for word, month in EXTRA.items():
        words[clean(word)].setdefault(month, ["en"])
    return {word: dict(by) for word, by in words.items() if by}


def _fields(folder: Path, locale: str) -> dict[str, Any]:
    path = folder / "cldr-dates-full" / "main" / locale / "dateFields.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))["main"][locale]["dates"]["fields"]
    return found


def _add_joined(
    months: Words, calendars: dict[str, dict[str, Any]], fields: dict[str, dict[str, Any]]
) -> None:
    """Add the month names with the word "month" joined to them, before or after."""
    for locale in sorted(UNSPACED & calendars.keys()):
        name = fields[locale]["month"]["displayName"]
        for number, word in _forms(calendars[locale]["months"]):
            if is_word(word):
                for joined in (clean(name + word), clean(word + name)):
                    months.setdefault(joined, {}).setdefault(number, [locale])


def _names_of_fields(fields: dict[str, dict[str, Any]]) -> set[str]:
    """The words for "year", "month" and "day" of languages that are not written in Latin letters."""
    names = {of[unit]["displayName"] for of in fields.values() for unit in ("year", "month", "day")}
    whole = (name for name in names if len(name) > 1 and len(name.split()) == 1)
    return {without_accents(name) for name in whole if not _LATIN.search(name)}


def _fillers(calendars: dict[str, dict[str, Any]]) -> set[str]:
    """The words between day, month and year in the full, long and medium dates of all languages."""
    words = {without_accents(word) for word in FILLERS.split()}
    for calendar in calendars.values():
        for width in ("full", "long", "medium"):
            for part in re.findall("'([^']+)'", _pattern(calendar, width)):
                words.update(without_accents(word) for word in re.findall(r"[^\W\d_]+", part))
    return words


def _other_months(folder: Path, name: str, locales: tuple[str, ...]) -> dict[str, int]:
    words: dict[str, int] = {}
    for locale in locales:
        calendar = _calendar(folder, f"cldr-cal-{name}-full", locale, name)
        for number, word in _forms(calendar["months"]):
            if is_word(word):
                words.setdefault(word, number)
    return words


def _persian_days(folder: Path) -> dict[str, int]:
    """The days of the month as ordinals in words."""
    path = folder / "cldr-rbnf" / "rbnf" / "fa.json"
    rules = json.loads(path.read_text("utf-8"))["rbnf"]["rbnf"]["SpelloutRules"]["%spellout-cardinal"]
    words = {int(base): rule.partition("[")[0].rstrip(";") for base, rule in rules if base.isdigit()}
    days = {clean(FIRST): 1}
    for day in range(1, LONGEST + 1):
        cardinal = words.get(day) or f"{words[day // 10 * 10]} و {words[day % 10]}"
        days[clean(IRREGULAR.get(day, cardinal + ORDINAL))] = day
    return days


def _weekdays(calendars: dict[str, dict[str, Any]]) -> set[str]:
    words: set[str] = set()
    for calendar in calendars.values():
        for names in _widths(calendar["days"]):
            for word in names.values():
                words.update(key for part in word.split() if len(key := clean(part)) > 1)
    return words


def _day_periods(calendars: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    """The words for a.m. and p.m., of the major languages and of those whose words are not ASCII."""
    found: dict[str, set[str]] = {"am": set(), "pm": set()}
    for locale, calendar in calendars.items():
        if locale not in MAJOR.split() and calendar["dayPeriods"]["format"]["abbreviated"]["am"].isascii():
            continue
        for periods in _widths(calendar["dayPeriods"]):
            for half in ("am", "pm"):
                found[half].add(clean(periods[half]))
    both = found["am"] & found["pm"]
    return {half: sorted(words - both) for half, words in found.items()}


def _hours_of_periods(folder: Path, calendars: dict[str, dict[str, Any]]) -> dict[str, list[int]]:
    """The words for parts of the day, noon and midnight: word -> first and last hour, by CLDR's rules.

    Without those in Latin letters: these languages print 24 hours, and their words mean other things
    elsewhere ("este" is a Hungarian evening and a Spanish "this"). A word of several languages has the hours
    of the first.
    """
    path = folder / "cldr-core" / "supplemental" / "dayPeriods.json"
    rules = json.loads(path.read_text("utf-8"))["supplemental"]["dayPeriodRuleSet"]
    found: dict[str, list[int]] = {}
    for locale, calendar in calendars.items():
        language = locale.split("-")[0]
        for context in ("format", "stand-alone"):
            for period, word in calendar["dayPeriods"][context]["wide"].items():
                rule = rules.get(language, {}).get(period)
                key = clean(word).replace("\u200b", "")
                if rule and " " not in word and not _LATIN.search(word):
                    ends = rule.get("_from") or rule["_at"], rule.get("_before") or rule["_at"]
                    found.setdefault(key, [int(end[:2]) for end in ends])
    return dict(sorted(found.items()))


def _orders(calendars: dict[str, dict[str, Any]]) -> dict[str, str]:
    """The order of day, month and year in the short dates of each language, and of variants that differ:
    "dmy"."""
    orders: dict[str, str] = {}
    for locale, calendar in calendars.items():
        pattern = re.sub("'[^']*'", "", _pattern(calendar, "short"))
        order = "".join(dict.fromkeys(c.lower() for c in pattern if c in "dMy"))
        if len(order) == 3 and orders.get(locale.split("-")[0]) != order:
            orders[locale] = order
    return orders


def _since(pattern: str) -> str:
    """An Arabic pattern with the word that newspapers and Django's humanize prefer; others as they are."""
    before, since = "قبل ", "منذ "
    return since + pattern.removeprefix(before) if pattern.startswith(before) else pattern


def _relative(folder: Path, locales: list[str]) -> dict[str, Any]:
    """The record that :class:`articlex.dates.relative.Relative` is read from."""
    patterns: dict[str, list[str]] = {unit: [] for unit in UNITS}
    days: dict[str, int] = {}
    for locale in locales:
        fields = _fields(folder, locale)
        for unit in UNITS:
            for pattern in _past(fields, unit):
                patterns[unit] += (pattern, _since(pattern))
        for back in range(3):
            word = fields["day"].get(f"relative-type-{-back}" if back else "relative-type-0")
            if word and len(word) > 1:
                days.setdefault(without_accents(word), back)
    taken: dict[str, str] = {}
    for unit in UNITS:
        for pattern in patterns[unit]:
            taken.setdefault(pattern, unit)
    return {"suffixes": _by_suffix(taken), "days": dict(sorted(days.items()))}


def _past(fields: dict[str, Any], unit: str) -> Iterator[str]:
    """The folded patterns of a locale for so many of a unit ago, in all widths."""
    for width in ("", "-short", "-narrow"):
        for pattern in fields[unit + width]["relativeTime-type-past"].values():
            folded = without_accents(pattern.replace(".", ""))
            if "{0}" in folded and len(folded) > 5 and "-" not in folded:
                yield folded


def _by_suffix(taken: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """By what follows the number in a pattern, then by what precedes it, the unit."""
    suffixes: dict[str, dict[str, str]] = {}
    for pattern, unit in sorted(taken.items(), key=lambda item: (UNITS.index(item[1]), item[0])):
        before, _, behind = pattern.partition("{0}")
        suffixes.setdefault(close(behind), {}).setdefault(close(before), unit)
    return suffixes


def _write(name: str, record: dict[str, Any]) -> None:
    text = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    (DATA / name).write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(only_argument("FOLDER"))
