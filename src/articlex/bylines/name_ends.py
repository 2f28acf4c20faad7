"""Where a name ends in a piece of a byline, and which further pieces are no names: jobs, places, dates."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.impossible import RANK
from articlex.bylines.leads import TRIM
from articlex.bylines.persons import is_caseless
from articlex.bylines.trailing import is_title
from articlex.data.bylines import byline_words
from articlex.dates.lexicon import is_date_word
from articlex.regex import regex

#: What stands behind a name and has a figure: a date, a time, a rank.
_TIME = regex(
    rf"\d{{1,2}}[:.h]\d{{2}}|\d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d+\s*[年月日]|(?<!\w){RANK}"
)
#: A degree or a certificate: "PhD", "PMP®".
_CREDENTIAL = regex(r"[A-Z][A-Za-z.-]{0,6}[®™]?(?: \d+)?\Z")
#: The host of a site: "Ann Example HotNews.example".
_HOST = regex(r"[\w-]{3,}\.[a-z]{2,7}\Z")
#: Letters of the shortest agency that goes by a name and not by initials.
_LEAST_AGENCY = 4
#: Words for members of teams.
TEAMS = frozenset(("editors", "contributors", "writers", "reporters"))
#: "Is" in Chinese, before what the author does: "王小明 系河报评论员".
_IS = frozenset("系为為")
#: What ends "台北報導", the place of a report.
_REPORTED = ("報導", "报道", "電", "电", "讯")


def looks_like_host(token: str) -> bool:
    """Whether a word is a host: "HotNews.example"."""
    return _HOST.match(token) is not None


def is_cut(part: str) -> bool:
    """Whether more than a name stands in ``part``: "Ann Example In Travel Tips"."""
    tokens = part.split()
    return len(tokens) > 2 and any(ends_name(tokens, at) for at in range(2, len(tokens)))


def ends_name(tokens: list[str], at: int) -> bool:
    """Whether the name that begins ``tokens`` is over before the token at ``at`` (1 or more)."""
    words = byline_words()
    if _ends_first_name(tokens, at):
        return True
    if at < 2:
        return False
    if _is_other(tokens, at):
        return True
    folded = tokens[at].casefold().strip(TRIM)
    is_last = len(tokens) == at + 1
    if is_last and (folded in words.jobs or folded in TEAMS) and _is_desk(tokens[:at]):
        return False
    if folded in words.jobs:
        return True
    if folded in words.sections and ends_with_section(" ".join(tokens[: at + 1])):
        return True
    return _is_small_word(tokens, at)


def _ends_first_name(tokens: list[str], at: int) -> bool:
    """Whether a token ends even a name of one word: a label for what stands before it, a time, a date."""
    words = byline_words()
    token = tokens[at]
    folded = token.casefold().strip(TRIM)
    if token in words.suffixes or (token[0] in _IS and len(token) > 2 and begins_as_name(tokens[0])):
        return True
    if _TIME.match(token) or (folded in words.noise and not (at == 1 and is_title(tokens))):
        return True
    following = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    # "Ann Example Dec 3rd", "Anna Beispiel 12 Mai"
    return (following[:1].isdigit() and is_date_word(folded)) or (
        folded.isdigit() and is_date_word(following)
    )


def _is_small_word(tokens: list[str], at: int) -> bool:
    """Whether a token is a word in small letters behind capitals, "Ann Example in Paris", or behind a script
    without capitals, "कविता शर्मा almost", but not "Contributors to some project"."""
    words = byline_words()
    token = tokens[at]
    if not token.islower() or not token.isalpha() or token.casefold().strip(TRIM) in words.particles:
        return False
    is_latin = token.isascii()
    return all(
        before[:1].isupper() or before in words.particles or (is_latin and before.lower() == before.upper())
        for before in tokens[:at]
    )


def _is_other(tokens: list[str], at: int) -> bool:
    """Whether something else begins at ``at`` (2 or more): a host, a count, a degree, an agency, a label."""
    words = byline_words()
    if looks_like_host(tokens[at]):
        return True
    folded = tokens[at].casefold().strip(TRIM)
    following = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    if (folded.isdigit() and following in words.noise) or (
        following[:1].isdigit() and folded in words.nobody
    ):
        # "Ann Example 5 Comments", "Anne Exemple le 6"
        return True
    return _is_credential(tokens, at) or _names_other(tokens, at)


def ends_with_credential(text: str) -> bool:
    """Whether the last word of three or more is a degree."""
    tokens = text.split()
    return len(tokens) > 2 and _is_credential(tokens, len(tokens) - 1)


def _is_credential(tokens: list[str], at: int) -> bool:
    """Whether a token is a degree in capitals behind a name that is not: "Ann Example PharmD"."""
    token = tokens[at].strip(TRIM)
    is_written = sum(map(str.isupper, token)) > 1 and not tokens[0].isupper()
    return is_written and token.casefold().replace(".", "") in byline_words().credentials


def _names_other(tokens: list[str], at: int) -> bool:
    """Whether an agency behind a person, or a label such as "Translated by", begins at ``at``."""
    words = byline_words()
    rest = " ".join(tokens[at:]).casefold()
    if words.other.at(rest) > rest.find(" ") > 0:
        return True
    is_agency = rest in words.agencies and len(rest) > _LEAST_AGENCY
    return is_agency and begins_as_name(" ".join(tokens[:at]))


def ends_with_section(text: str) -> bool:
    """Whether a text is a person's name and the section they write for: "Ann Example Transport"."""
    name, _, last = text.rpartition(" ")
    is_known = " " in name and last[0].isupper() and last.casefold().strip(TRIM) in byline_words().sections
    return is_known and begins_as_name(name)


def _is_desk(tokens: list[str]) -> bool:
    """Whether words before a job are no person but a team: "Podium Staff", "The Sample editors"."""
    return tokens[0].casefold() in ("the", "our") or not has_given_name(" ".join(tokens))


def is_furniture(part: str) -> bool:
    """Whether a piece behind the first name is no name: a job, a degree, a date, an invitation to click."""
    words = byline_words()
    tokens = [token.strip(TRIM).casefold() for token in part.split()]
    if not tokens or _TIME.search(part) or part.endswith(_REPORTED):
        return True
    if any(token in words.jobs or token in words.noise for token in tokens):
        return True
    folded = part.strip(TRIM).casefold().replace(".", "")
    if folded in words.agencies:
        return False
    small = (token for token in part.split() if token.islower() and token.isalpha())
    if not part.islower() and any(token not in words.particles for token in small):
        # "Example horticulture educators"
        return True
    if folded.startswith("the "):
        return True
    return folded in words.credentials or (
        len(part) > 1 and bool(_CREDENTIAL.match(part)) and _is_capitals(part)
    )


def _is_capitals(part: str) -> bool:
    """Whether a text has more capitals than small letters."""
    upper = sum(map(str.isupper, part))
    return upper > sum(map(str.islower, part))


def before_agencies(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without the agencies behind a person with a known given name: "Ann Example and AP"."""
    if len(names) < 2 or not begins_as_name(names[0]):
        return names
    agencies = byline_words().agencies
    return tuple(name for name in names if name.casefold() not in agencies)


def is_caseless_job(name: str) -> bool:
    """Whether several words in a script without capitals end with a job: "खेल संवाददाता"."""
    words, last = byline_words(), name.rpartition(" ")[2]
    return " " in name and is_caseless(name) and (last in words.jobs or last in words.labels)
