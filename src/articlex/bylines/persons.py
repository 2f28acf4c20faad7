"""What a name looks like: that of a person in its script, of a team, of a user."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name, has_given_name
from articlex.data.bylines import byline_words
from articlex.memoize import memoized
from articlex.regex import regex

#: Characters of the longest name.
MAX_SHAPED = 45
#: Characters of the longest word of a name in Chinese, Japanese and Korean; in katakana it may be longer.
_LONGEST_WIDE = 10
#: Words of a person's name with its particles, at most.
_MOST_WORDS = 6
#: Characters of the longest user name.
_MAX_HANDLE = 25
#: Texts of which it is remembered whether they are persons.
_REMEMBERED = 512

#: Vowel signs and points of Hebrew, Arabic, Thaana, the scripts of India, Thai, Lao, Burmese and Khmer, the
#: geresh of Hebrew ("ג׳ורג׳"), and the joiners inside names in Persian and Sinhala: none is in ``\\w``.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u05f3\u05f4\u064b-\u065f\u07a6-\u07b0\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd"
    "\u1000-\u109f\u17b4-\u17d3\u200c\u200d"
)
#: What stands in no name; the pattern for ASCII takes a quarter of the time.
_FOREIGN_TO_NAMES = regex(rf"[^\w\s.'’‘·・\-\u2010\u2011{_MARKS}]|\d|_")
_FOREIGN_ASCII = regex(r"[^A-Za-z\s.'-]")
#: Names in one script. "々" repeats the character before it in Japanese surnames: "佐々木健一".
_HAN = regex("[\u4e00-\u9fff]{2,4}\\Z|[\u4e00-\u9fff]\u3005[\u4e00-\u9fff]{1,3}\\Z")
_KATAKANA = regex("[\u30a1-\u30fa\u30fc]+(?:[・＝=][\u30a1-\u30fa\u30fc]+)+\\Z")
_HANGUL = regex("[\uac00-\ud7af]{2,4}\\Z")
_JAPANESE = regex("[\u3005\u4e00-\u9fff]{1,4}[ \u3000][\u3005\u4e00-\u9fff\u3041-\u3096]{1,4}\\Z")
#: A possessive is no name: "Ann Example's".
_OWNS = ("'s", "’s")
#: A particle written together with the name: "d’Aubigny", "al-Farouk".
_GLUED_PARTICLE = regex(r"([a-z]{1,4})(['’-])(?=[^\W\d_])")
#: Academic titles in lower case, without their full stop.
_TITLES = frozenset("dr prof professor mgr inż ing dott dottssa doc mudr judr phdr rndr".split())
#: A title in small letters, abbreviated.
_ABBREVIATED = regex(r"[^\W\d_]{2,5}\.")
#: What stands before a surname that has no given name: "A. B. Example".
_INITIALS = regex(r"(?:[^\W\d_]\.[ -]?){1,3}(?=[^\W\d_]{2})")
#: Last words of the names of teams.
_TEAM_ENDS = tuple(
    "team staff editor editors editorial desk redaktion newsroom contributor contributors".split()
)
_TEAM = regex(rf"(?i)\b(?:{'|'.join(_TEAM_ENDS)})\Z")
#: Articles with which names of newspapers begin, but not those of persons.
_OF_PAPERS = frozenset("el los las the der die das".split())


def is_caseless(text: str) -> bool:
    """Whether a text is in a script without capitals, or in Georgian, whose names have none."""
    return text.upper() == text.lower() or "\u10d0" <= text[-1:] <= "\u10ff"


@memoized(_REMEMBERED)
def is_person(text: str) -> bool:
    """Whether ``text`` has the shape of a person's name in its script. The name itself need not be known.

    >>> is_person("Ann Example"), is_person("Maria van den Berg"), is_person("Read more"), is_person("王小明")
    (True, True, False, True)
    """
    if not 1 < len(text) <= MAX_SHAPED or _has_foreign(text):
        return False
    tokens = text.split()
    # Most lines of a page end here or above.
    if text.isascii() and (len(tokens) < 2 or _is_small(tokens[-1])):
        return False
    if text[0] >= "\u3000" and any(script.match(text) for script in (_HAN, _KATAKANA, _HANGUL, _JAPANESE)):
        return True
    if text[0] >= "\u3000" and max(map(len, tokens)) > _LONGEST_WIDE:
        return False
    tokens, words = _without_titles(tokens), byline_words()
    # Of more than four words some have to be particles: "Maria José da Silva Santos".
    own = tokens if len(tokens) <= 4 else [token for token in tokens if token not in words.particles]
    if not 2 <= len(own) <= 4 or len(tokens) > _MOST_WORDS:
        return False
    # A script without capitals: a name has two to four words there too.
    is_shaped = all(len(token) > 1 for token in tokens) if is_caseless(text) else _are_capitalised(tokens)
    return is_shaped and words.ordinary.isdisjoint([token.casefold().strip(".'’") for token in tokens])


def _are_capitalised(tokens: list[str]) -> bool:
    """Whether all words but particles begin with a capital, or with a particle before one ("d’Aubigny")."""
    capital = [token[0].isupper() or has_particle(token) for token in tokens]
    particles = byline_words().particles
    return capital[-1] and all(has or token in particles for has, token in zip(capital, tokens, strict=True))


def _is_small(token: str) -> bool:
    """Whether a word begins with a small letter that is not a particle's, as in "d’Aubigny"."""
    return token[0].islower() and not has_particle(token)


def _has_foreign(text: str) -> bool:
    """Whether a text has what no name has: a figure, a bracket, a possessive "'s" at its end."""
    pattern = _FOREIGN_ASCII if text.isascii() else _FOREIGN_TO_NAMES
    return pattern.search(text) is not None or text.endswith(_OWNS)


def has_title(text: str) -> bool:
    """Whether a text begins with an academic title: "dr Jan Nowak"."""
    return text.partition(" ")[0].casefold().strip(".") in _TITLES


def is_titled(text: str) -> bool:
    """Whether a text is a title in small letters, abbreviated, and a person: "avv. Maria Esempio". Without a
    byline word before it that may be what somebody did: "fot. Anna Przykład"."""
    first, _, rest = text.partition(" ")
    return _ABBREVIATED.fullmatch(first) is not None and first.islower() and begins_as_name(rest)


def _without_titles(tokens: list[str]) -> list[str]:
    """``tokens`` without titles at the start, if one is in small letters, and without abbreviations behind a
    title: "dr hab. Jan Nowak", "Prof. Dr. med. Anna Beispiel"."""
    at = 0
    while at < len(tokens) - 2 and (
        has_title(tokens[at]) or (at and tokens[at].islower() and tokens[at][-1] == ".")
    ):
        at += 1
    return tokens[at:] if any(token[0].islower() for token in tokens[:at]) else tokens


def has_particle(token: str) -> bool:
    """Whether a capital stands behind a particle at the start of ``token``: "d’Aubigny", "al-Farouk"."""
    found = _GLUED_PARTICLE.match(token)
    if found is None or not token[found.end()].isupper():
        return False
    particle, particles = found[1], byline_words().particles
    if found[2] == "-":
        return len(particle) > 1 and particle in particles
    # "dell'Acqua" is "della" before a vowel.
    return particle in ("d", "l") or f"{particle}a" in particles


def is_pair(text: str) -> bool:
    """Whether ``text`` is two persons with given name and surname: "Anna Beispiel und Bernd Muster".

    Some names have a conjunction in them: "Jose Ortega y Gasset", "Karl von und zu Muster".
    """
    tokens, conjunctions = text.split(), byline_words().conjunctions
    pairs = ((tokens[:at], tokens[at + 1 :]) for at, token in enumerate(tokens) if token in conjunctions)
    return any(_is_whole(left) and _is_whole(right) for left, right in pairs)


def _is_whole(tokens: list[str]) -> bool:
    """Whether tokens are a known given name and more, with a capital in the last."""
    return len(tokens) > 1 and tokens[-1][0].isupper() and begins_as_name(" ".join(tokens))


def is_team(text: str) -> bool:
    """Whether ``text`` is an editorial team: "The Example Team"."""
    # The pattern tries each word; most texts end with none of its words.
    if len(text) > MAX_SHAPED or (text.isascii() and not text.lower().endswith(_TEAM_ENDS)):
        return False
    return len(text.split()) > 1 and bool(_TEAM.search(text))


def is_handle(name: str) -> bool:
    """Whether a name may be a user name: one short word."""
    return " " not in name and 1 < len(name) <= _MAX_HANDLE


def paired(parts: list[str]) -> list[str]:
    """The two ``parts`` of a line joined by a comma if both are persons with given name and surname ("Ann
    Example - Bo Sample"); else ``parts`` as they are, of which the second may be a place or a job.

    >>> paired(["Anna Beispiel", "Peter Muster"]), paired(["Anna Beispiel", "Musterstadt"])
    (['Anna Beispiel, Peter Muster'], ['Anna Beispiel', 'Musterstadt'])
    """
    if len(parts) != 2 or not all(" " in part and is_person(part) for part in parts):
        return parts
    if parts[1].partition(" ")[0].casefold() in _OF_PAPERS:
        # "Ana Ejemplo | El Sol de México"
        return parts
    # A surname may stand first, so a given name anywhere will do, but for ASCII, where places look like that.
    are_known = all(begins_as_name(part) if part.isascii() else has_given_name(part) for part in parts)
    are_known = are_known or all(map(_INITIALS.match, parts))
    return [", ".join(parts)] if are_known else parts
