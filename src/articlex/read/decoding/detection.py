"""Detection of an undeclared charset, by the words that the bytes make and by charset-normalizer; and a check
of a declared one.

charset-normalizer was chosen on 298 pages of the development corpora, transcoded to 14 legacy charsets, with
the sample below (pages read wrongly, CPU time a page): charset-normalizer 3.5.2 among the charsets of the web
18, 1.4 ms; among all that it knows 23, 2.5 ms; chardet 7.7.0 15, 5.2 ms (readability-lxml does not allow it
yet); chardet 5.2.0 89, 43 ms; faust-cchardet 3.2.0 38, 1.4 ms; Resiliparse 2.0.1 37, 2.5 ms.

Where the words (:mod:`.legible`) decide, they come first. Of 781 pages of the corpora in 27 languages,
transcoded to 17 charsets and undeclared, 5 are read wrongly with them and 146 without; of 766 excerpts of 400
characters 6 and 142; of 237 English pages and excerpts, whose only bytes beyond ASCII are punctuation, none
and 40. If all of these declare ISO-8859-1, 44 and 453 are. The words take 3 ms a page.
"""

from __future__ import annotations

from articlex.read.decoding.beyond_ascii import bytes_beyond_ascii
from articlex.read.decoding.charset import codec_of
from articlex.read.decoding.double_encoding import TWO_BYTES, rare_share
from articlex.read.decoding.legible import CODECS, is_signs, telling_words
from articlex.regex import regex

#: Bytes given to the detector.
_SAMPLE = 32768
#: Bytes of the longest piece; longer ones are scripts.
_LONGEST_PIECE = 4096

_BREAK = regex(rb"[<>\r\n]+")

#: Share of the bytes that may be broken in one of these.
_MAX_BROKEN = 0.02
#: Share of rare letters (outside the core) in the best of these at most, and its distance to the second at
#: least.
_MAX_RARE = 0.02
_PAIRS = regex(rb"[\x80-\xff]{2,}")
#: The charsets of undeclared pages: those of the WHATWG Encoding Standard, without near duplicates.
_ONE_BYTE = [
    *(f"cp125{number}" for number in range(9)),
    *("cp874", "iso8859_2", "iso8859_5", "iso8859_7", "koi8_r"),
]
_CHARSETS = _ONE_BYTE + TWO_BYTES
#: Charsets of scripts in which only one language is written: there are no trigrams for these.
_OTHER_SCRIPTS = ["cp1253", "cp1255", "cp874", "iso8859_7"]
#: The charsets of Greek, which are alike but for signs and one letter, the capital alpha with an accent; and
#: where that letter stands.
_GREEK = {"cp1253": 0xA2, "iso8859-7": 0xB6}
_ACCENTED_ALPHA = regex(rb"(?<![\xb8-\xfe])[\xa2\xb6](?=[\xdc-\xfe]{2})")
#: Its combining accents break the trigrams, and the detector takes Italian for it.
_VIETNAMESE = "cp1258"
#: The least legibility of words in the right charset: if the detector finds neither a double-byte charset nor
#: one of the other scripts; and if it is not asked at all.
_LEGIBLE, _LEGIBLE_ALONE = 0.05, 0.15
#: A declared charset is doubted if there are so many bytes beyond ASCII or more,
_FEW = 10
#: and another one is so legible and so many times better. (Faroese and Occitan have no trigrams, but resemble
#: languages that do.)
_LEGIBLE_ELSEWHERE, _MUCH_BETTER = 0.12, 1.5


def detect(data: bytes) -> str | None:
    """The codec in which ``data`` is most probably written, or None without any evidence."""
    sample = _telling_sample(data)
    words = telling_words(sample)
    legible, codec = words.best()
    if legible >= _LEGIBLE_ALONE:
        return codec
    in_pairs = _is_in_pairs(sample)
    found = _detected(sample, _CHARSETS if in_pairs else _ONE_BYTE)
    if found is None and in_pairs:
        found = _detect_broken(sample)
    if found is None and legible < _LEGIBLE:  # half of the second bytes of Big5 are ASCII
        found = _of_two_bytes(sample)
    if found is None:
        return codec if legible >= _LEGIBLE else None
    if found not in CODECS and (found != _VIETNAMESE or legible < _LEGIBLE):
        return found
    if in_pairs and legible < _LEGIBLE:
        # Illegible words in what the detector found: perhaps a script that has no trigrams.
        return _detected(sample, _OTHER_SCRIPTS) or found
    return codec


def _as_greek(sample: bytes, codec: str) -> str:
    """Of the two charsets of Greek the one that has an accented capital where most such letters stand: at the
    beginning of a word in small letters; ``codec``, if that does not tell."""
    letters = b"".join(_ACCENTED_ALPHA.findall(sample))
    windows, iso = map(letters.count, _GREEK.values())
    return codec if windows == iso else "cp1253" if windows > iso else "iso8859-7"


def contradicts(data: bytes, codec: str) -> bool:
    """Whether the words of ``data`` are much more legible in another charset than in ``codec``, or legible in
    none and apparently in a double-byte charset."""
    sample = _telling_sample(data)
    if codec in _GREEK:
        return _as_greek(sample, codec) != codec
    if codec not in CODECS:
        return False
    words = telling_words(sample)
    if words.high < _FEW:
        return False
    best, other = words.best()
    if best < _LEGIBLE:
        return _is_in_pairs(sample)
    better = best * len(words.data) > _MUCH_BETTER * words.legibility(codec)
    return other != codec and best >= _LEGIBLE_ELSEWHERE and better


def _is_in_pairs(sample: bytes) -> bool:
    """Whether most bytes beyond ASCII stand next to each other, as in double-byte charsets."""
    together = sum(len(run) for run in _PAIRS.findall(sample) if not is_signs(run))
    return 2 * together > len(bytes_beyond_ascii(sample))


def _detected(sample: bytes, charsets: list[str]) -> str | None:
    """The codec that the detector chooses among ``charsets``, or None."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=charsets).best()
    codec = codec_of(best.encoding) if best else None
    return _as_greek(sample, codec) if codec in _GREEK else codec


def _detect_broken(sample: bytes) -> str | None:
    """The double-byte charset of a ``sample`` with a few broken bytes; the detector forgives none."""
    from charset_normalizer import from_bytes

    found = []
    for codec in TWO_BYTES:
        whole = sample.decode(codec, "ignore").encode(codec, "ignore")
        if len(sample) - len(whole) <= _MAX_BROKEN * len(sample):
            best = from_bytes(whole, cp_isolation=[codec]).best()
            if best:
                found.append((best.chaos, -best.coherence, codec))
    return codec_of(min(found)[2]) if found else None


def _of_two_bytes(sample: bytes) -> str | None:
    """The one double-byte charset in which ``sample`` consists of frequent characters."""
    shares = [(rare_share(sample.decode(codec, "replace"), codec), codec) for codec in TWO_BYTES]
    (least, codec), (second, _), *_ = sorted(shares)
    return codec_of(codec) if least <= _MAX_RARE < second - least else None


def _telling_sample(data: bytes) -> bytes:
    """The parts of ``data`` with bytes beyond ASCII, which distinguish charsets.

    They are cut at angle brackets and line ends, which are never the second byte of a character.
    """
    pieces: list[bytes] = []
    size = 0
    for piece in _BREAK.split(data[: 16 * _SAMPLE]):
        if piece.isascii():
            continue
        pieces.append(piece if len(piece) <= _LONGEST_PIECE else piece[:_LONGEST_PIECE].rsplit(b" ", 1)[0])
        size += len(pieces[-1])
        if size > _SAMPLE:
            break
    return b"\n".join(pieces)


#: Western and Central European charsets, in which letters beyond ASCII stand singly among ASCII letters.
_ACCENTED = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac-roman"}
    | {f"iso8859-{part}" for part in (2, 3, 4, 10, 13, 14, 15, 16)}
)
#: Longest mean run of letters beyond ASCII in languages that are written in Latin script.
_MAX_ACCENTED_RUN = 2.0

_NON_ASCII_LETTERS = regex(r"[^\W\d_\x00-\x7f]+")
#: C1 controls, which no text holds, except for U+0085 (next line).
_C1_CONTROLS = regex(r"[\x80-\x84\x86-\x9f]")
_NON_ASCII = regex(r"[^\x00-\x7f]")


def plausible(text: str, codec: str, declared: bool = False) -> bool:
    """Whether ``text``, decoded with ``codec``, looks like text in the scripts that the codec is for: mostly
    in small letters, unless the codec is ``declared`` and of a script other than Cyrillic."""
    sample = text[: 16 * _SAMPLE]
    count = len(_NON_ASCII.findall(sample))
    if len(_C1_CONTROLS.findall(sample)) > 0.1 * count:
        return False
    runs = _NON_ASCII_LETTERS.findall(sample)
    if not runs:
        return True
    if codec in _ACCENTED:
        return sum(map(len, runs)) <= _MAX_ACCENTED_RUN * len(runs)
    if declared and codec not in CODECS:
        return True
    # Cyrillic has charsets in which the small letters of one are the capitals of another.
    letters = "".join(runs)
    upper = sum(map(str.isupper, letters[:_SAMPLE]))
    lower = sum(map(str.islower, letters[:_SAMPLE]))
    return upper <= max(lower, 20)
