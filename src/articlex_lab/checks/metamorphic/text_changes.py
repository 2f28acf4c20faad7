"""Changes of raw page text after which a reader would still find the same article in it.

A change is a function of the text. It gives the changed text, bytes in another encoding, or the text itself
where it finds nothing to change. What it adds, such as the sign of a quotation, is never a word of the
article, addresses and numbers in brackets excepted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, count

Change = Callable[[str], str | bytes]
Rewriting = Callable[[str], str]

ADDRESS = "https://news.example/2019/a-page.html"
#: What a Markdown document begins a line of another kind with, and bullets in print.
BULLETS = "*-+•·–▪"
_BULLET = re.compile(r"^([ \t]*)[*+•·▪◦●■-](?=[ \t]+\w)", re.MULTILINE)
_LONG_WORD = re.compile(r"[^\W\d_]{9,}")
#: Words that a link or emphasis may be put around, one in thirty.
_WORD = re.compile(r"(?<=\s)[^\W\d_]{4,}(?=\s)")
_EACH = 30
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_MARGIN = re.compile(r"^[ \t]*(?:[>*+•·▪◦●■|#-][ \t>]*)?", re.MULTILINE)
_TYPED = (("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("‘", "'"), ("’", "'"))
SHEET = 45


def _replaced(*pairs: tuple[str, str]) -> Rewriting:
    def change(text: str) -> str:
        for old, new in pairs:
            text = text.replace(old, new)
        return text

    return change


def _around(before: str, after: str = "", blank: str = "") -> Rewriting:
    """``before`` and ``after`` each line that is not blank; ``blank`` instead of each blank one."""

    def change(text: str) -> str:
        return "\n".join(before + line + after if line.strip() else blank for line in text.split("\n"))

    return change


def _every(sign: re.Pattern[str], each: int, made: Callable[[str, int], str]) -> Rewriting:
    """One in ``each`` matches of ``sign`` as ``made`` of it and of its number among those."""

    def change(text: str) -> str:
        numbers = count()

        def one(found: re.Match[str]) -> str:
            number = next(numbers)
            return found[0] if number % each else made(found[0], number // each + 1)

        return sign.sub(one, text)

    return change


def _spaced(space: str) -> Rewriting:
    """Another space instead of one in five."""
    return _every(re.compile(r"(?<=\w) (?=\w)"), 5, lambda _, number: space)


def _directed(text: str) -> str:
    """Marks of the direction in which the text runs around each line."""
    right = sum(unicodedata.bidirectional(char) in ("R", "AL") for char in text)
    mark = "\u200f" if right > 0.3 * len(text) else "\u200e"
    return _around(mark, mark)(text)


def _soft_hyphens(text: str) -> str:
    return _LONG_WORD.sub(lambda found: f"{found[0][:4]}\xad{found[0][4:]}", text)


def _fewer_blanks(text: str) -> str:
    return re.sub(r"\n(?:[ \t]*\n){2,}", "\n\n", text)


def _folded(width: int, text: str) -> str:
    """Each longer line broken at blanks, as ``fmt`` and mail programs do."""
    return "\n".join(chain.from_iterable(_fold(line, width) for line in text.split("\n")))


def _fold(line: str, width: int) -> Iterator[str]:
    if len(line) <= width or _GAP.search(line):  # rows of a table are not broken
        yield line
        return
    lead = line[: len(line) - len(line.lstrip())]
    row = lead
    for word in line.split():
        if row.strip() and len(row) + 1 + len(word) > width:
            yield row
            row = lead
        row += " " + word if row.strip() else word
    yield row


def _unfolded(text: str) -> str:
    """Lines that are nearly as wide as the text goes, joined with the next."""
    lines = text.split("\n")
    widest = max(map(len, lines), default=0)
    if widest > 90:
        return text
    made: list[str] = []
    full = False
    for line in lines:
        if full and line.strip() and line[0] not in "*-+>|#[" and not line[0].isdecimal():
            made[-1] += " " + line.strip()
        else:
            made.append(line)
        full = len(line) > widest - 15
    return "\n".join(made)


def _numbered(form: str, text: str) -> str:
    return "\n".join(form.format(number, line) for number, line in enumerate(text.split("\n"), 1))


def _header_twice(text: str) -> str:
    lines = text.split("\n")
    head = [line for line in lines[:12] if line.strip()][:5]
    return "\n".join([*head, *lines])


def _sheets(made: Callable[[int, int], str], text: str) -> str:
    """A text cut into sheets of 45 lines, with ``made`` of a number and of their number between them."""
    lines = text.split("\n")
    starts = range(0, len(lines), SHEET)
    pieces = ["\n".join(lines[start : start + SHEET]) for start in starts]
    if len(pieces) < 3:
        return text
    return "".join(piece + made(number, len(pieces)) for number, piece in enumerate(pieces, 1))


def _printed(text: str) -> str:
    """Sheets as a browser prints them: the day above each, address and number below."""
    head = "5/3/24, 10:11 AM\n\n"
    made = _sheets(
        lambda number, sheets: f"\n{ADDRESS:60}{number}/{sheets}\n" + f"\x0c{head}" * (number < sheets), text
    )
    return text if made == text else head + made


def _listed_links(form: str, made: Callable[[str, int], str], text: str) -> str:
    linked = _every(_WORD, _EACH, made)(text)
    links = len(_WORD.findall(text)) // _EACH
    listed = "\n".join(
        form.format(number, f"https://news.example/{number}") for number in range(1, links + 1)
    )
    return f"{linked}\n\nReferences\n\n{listed}\n" if links else text


def _bullet(sign: str, text: str) -> str:
    return _BULLET.sub(lambda found: found[1] + sign, text)


def _bare(text: str) -> str:
    """Each line without indentation, bullet, sign of a quotation or of a heading, and without emphasis."""
    return _MARGIN.sub("", text).replace("**", "").replace("__", "")


def _encoded(name: str, *scripts: str) -> Change:
    """Bytes in an encoding that has all characters of a text, if the text has letters of ``scripts``."""

    def change(text: str) -> str | bytes:
        letters = [char for char in text if char.isalpha() and not char.isascii()]
        wanted = sum(unicodedata.name(char, "").startswith(scripts) for char in letters)
        coded = text.encode(name, "ignore") if wanted > len(letters) / 2 else b""
        return coded if coded and coded.decode(name) == text else text

    return change


CHANGES: dict[str, Change] = {
    "crlf": _replaced(("\n", "\r\n")),
    "cr": _replaced(("\n", "\r")),
    "crcrlf": _replaced(("\n", "\r\r\n")),
    "trailing blank": _around("", " "),
    "trailing blanks": _around("", "    "),
    "indented by 1": _around(" "),
    "indented by 2": _around("  "),
    "indented by 8": _around(" " * 8),
    "indented by a tab": _around("\t"),
    "indented by an ideographic space": _around("\u3000"),
    "indented by a no-break space": _around("\xa0"),
    "no-break spaces": _spaced("\xa0"),
    "ideographic spaces": _spaced("\u3000"),
    "thin spaces": _spaced("\u2009"),
    "narrow no-break spaces": _spaced("\u202f"),
    "blanks doubled in lines": _spaced("  "),
    "blank lines doubled": lambda text: re.sub(r"\n\n", "\n\n\n", text),
    "blank lines single": _fewer_blanks,
    "blank line after each": _replaced(("\n", "\n\n")),
    "blank lines of blanks": _around("", blank="   "),
    "blank lines of a no-break space": _around("", blank="\xa0"),
    "blank lines of a tab": _around("", blank="\t"),
    "blank lines above and below": lambda text: f"\n\n\n\n{text}\n\n\n\n\n",
    "form feeds": partial(_sheets, lambda number, sheets: "\n\x0c"),
    "BOM": lambda text: "\ufeff" + text,
    "BOM in each line": _around("\ufeff"),
    "zero-width spaces": _every(_LONG_WORD, 5, lambda word, _: f"{word[:4]}\u200b{word[4:]}"),
    "zero-width space in blank lines": _around("", blank="\u200b"),
    "soft hyphens": _soft_hyphens,
    "marks of direction": _directed,
    "isolates": _around("\u2068", "\u2069"),
    "isolates from left to right": _around("\u2066", "\u2069"),
    "embeddings": _around("\u202a", "\u202c"),
    "NFD": partial(unicodedata.normalize, "NFD"),
    "typed quotation marks": _replaced(*_TYPED),
    "hyphens for dashes": _replaced(("–", "-"), ("—", "-")),
    "hyphens doubled for dashes": _replaced(("–", "--"), ("—", "--")),
    "three dots": _replaced(("…", "...")),
    "no end of line": str.rstrip,
    **{f"wrapped at {width}": partial(_folded, width) for width in (60, 72, 80, 100, 120)},
    "unwrapped": _unfolded,
    "quoted": _around("> ", blank=">"),
    "quoted with trailing blank": _around("> ", blank="> "),
    "quoted without a blank": _around(">", blank=">"),
    "numbered": partial(_numbered, "{:6d}\t{}"),
    "numbered with colons": partial(_numbered, "{}: {}"),
    "numbered with blanks": partial(_numbered, "{:4d} {}"),
    "address in front": lambda text: f"URL: {ADDRESS}\n\n{text}",
    "address right in front": lambda text: f"{ADDRESS}\n{text}",
    "day of retrieval in front": lambda text: f"Retrieved 2024-05-03 10:11\n\n{text}",
    "record in front": lambda text: f"URL: {ADDRESS}\nRetrieved: 2024-05-03\n\n{text}",
    "header twice": _header_twice,
    "page numbers": partial(_sheets, lambda number, sheets: f"\n\n{number}\n\n"),
    "page numbers and form feeds": partial(_sheets, lambda number, sheets: f"\n\n{number}\n\x0c"),
    "numbered pages": partial(_sheets, lambda number, sheets: f"\n\nPage {number} of {sheets}\n\n"),
    "print-out": _printed,
    **{f"bullets {sign}": partial(_bullet, sign) for sign in BULLETS},
    "links numbered behind": partial(_listed_links, "[{}] {}", lambda word, number: f"{word} [{number}]"),
    "links numbered in front": partial(_listed_links, "{:4d}. {}", lambda word, number: f"[{number}]{word}"),
    "links in brackets": _every(_WORD, _EACH, lambda word, _: f"{word} ({ADDRESS})"),
    "links in angles": _every(_WORD, _EACH, lambda word, _: f"{word}<{ADDRESS}>"),
    "links of Markdown": _every(_WORD, _EACH, lambda word, _: f"[{word}]({ADDRESS})"),
    "bold": _every(_WORD, _EACH, lambda word, _: f"**{word}**"),
    "bold of one star": _every(_WORD, _EACH, lambda word, _: f"*{word}*"),
    "italic": _every(_WORD, _EACH, lambda word, _: f"_{word}_"),
    "bare": _bare,
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16LE without BOM": lambda text: text.encode("utf-16-le"),
    "UTF-16BE without BOM": lambda text: text.encode("utf-16-be"),
    "UTF-32": lambda text: text.encode("utf-32"),
    "windows-1252": _encoded("cp1252", "LATIN"),
    "windows-1250": _encoded("cp1250", "LATIN"),
    "windows-1251": _encoded("cp1251", "CYRILLIC"),
    "KOI8-R": _encoded("koi8_r", "CYRILLIC"),
    "windows-1253": _encoded("cp1253", "GREEK"),
    "windows-1255": _encoded("cp1255", "HEBREW"),
    "windows-1256": _encoded("cp1256", "ARABIC"),
    "GBK": _encoded("gbk", "CJK"),
    "Big5": _encoded("big5", "CJK"),
    "Shift_JIS": _encoded("cp932", "HIRAGANA", "KATAKANA"),
    "EUC-KR": _encoded("cp949", "HANGUL"),
}

#: Changes that make lines longer or shorter than a program has wrapped them.
LENGTHENING = frozenset(
    name for name in CHANGES if name.startswith(("links", "bold", "italic", "blanks doubled in", "wrapped"))
)
