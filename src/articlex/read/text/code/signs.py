"""What lines of program code, shell sessions and settings look like, as opposed to running text."""

from __future__ import annotations

from articlex.punctuation import OTHER_ENDS
from articlex.regex import regex

#: A call of a name in ASCII, with calls in its arguments; "新闻(5)" is an entry of a menu.
_CALL = r"[A-Za-z\d_]\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
#: How lines of most programming and markup languages and shells end, and the last characters of such lines,
#: which are tested first because the pattern is slow on sentences.
_CODE_END = regex(rf".*(?:[;{{}}]|[A-Za-z\d_]\(|{_CALL}\s*[;:]?|=>|\{{\}}\))$")
_END_SIGNS = ";{}():>"
#: How they begin. ("[quote=" is BBCode.)
_KEYWORDS = (
    "def|class|import|from|return|const|let|var|function|public|private|static|void|if|for|while|else|elif|"
    "try|except|#include|#define|package|using|use|fn|func|end|SELECT|INSERT|UPDATE|FROM|WHERE"
)
_OTHER_KEYWORDS = "async|await|export|pub|impl|struct|enum|interface"
CODE_BEGIN = regex(
    rf"(?:{_KEYWORDS})\b.*[(){{}};:=<>*.,]|(?:{_OTHER_KEYWORDS})\b.*[(){{}};=]"
    r"|import [\w.]+(?: as \w+)?$|from [\w.]+ import \w[\w, ]*$|with [\w.]+\(.*\) as \w+:$"
    r"|</?[a-z][\w-]*(?:\s[^<>]*)?/?>|//(?!.* //)|/\*|\*/|<\?php|# \S|#!/|>>> \S"
    r"|(?!\[\w+=)[\w.\[\]-]+(?: [-+*/:]?= |=)\S"
    r"|\"[\w$@./-]+\": ?\S|[\])}]+[,;]?$",
)
#: The first two letters of a line that begins with a keyword.
BEGINNINGS = frozenset(word[:2] for word in f"{_KEYWORDS}|{_OTHER_KEYWORDS}".split("|"))
#: What may follow a dollar sign that is a currency ("$ in thousands, except per share") and not a prompt.
_UNIT = (
    r"(?:in|per|p|of|to|a|an|the|and|or|each|from|was|were|is|are|en|de|di|da|do|por|par|pro|je|us|usd|k|m|b|bn|"
    r"tn|mn|mm|mln|mld|mrd|mio|mil|mil[lijh]\w*|bil[lijh]\w*|tril[lij]\w*|"
    r"thousands?|hundreds?|amounts?|figures?|total|value|worth|sign|month|year|day|share)"
)
#: A command at the prompt of a shell; a price has a digit behind its sign. It begins with a path or the name
#: of a program; that is one of one to four words, or has an option, a path, a string or a file.
PROMPT = regex(
    rf"\$ (?!{_UNIT}(?![^\s,.:;()]))"
    r"(?:[~./_]|[a-z](?:[\w+.-]*+(?:$|(?: [\w:@+./-]*\w){1,3} ?$"
    r"|(?= )[^$]*? (?:--?[A-Za-z]|[\"'~.<>|&=*{\\/]|\$))|.*?(?:\w/\w|\w[=*]|\w\w\.[a-z]))"
    r"|(?:pip3?|git|npm|npx|apt|apt-get|docker|sudo|brew|yarn|cargo|conda|python3?|echo|curl|wget) \S)"
)
#: What continues a session below a first prompt; alone it may be an arrow or a nested quotation.
OTHER_PROMPT = regex(r">>> \S|\.\.\.(?: |$)|> \S")
#: The header of a section of settings, and a setting.
SECTION = regex(r"\[\[?[\w.:/-]+(?: \"[^\"]*\")?\]\]?$")
SETTING = regex(r"[\w.\"-]+ ?= ?\S")
#: Ends of other things: a menu entry, "News (5)", a required field, "Name (*)", a character reference.
_OTHER_END = regex(r"^[A-Z][^()=.]*\((?:\d+|\*|[A-Z][A-Za-z ]*)\)$|&#?\w{1,10};$")
#: A letter, or a combining mark: vowel signs of India and its neighbours are no letters for regular
#: expressions.
_LETTER = r"[^\s!-@\[-`{-\xbf\d\u0964\u0965\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff\uff00-\uff20]"
#: What only running text has: a sentence that ends, with words behind the last character of code.
_SENTENCE = regex(rf"{_LETTER}{{2,}} {_LETTER}{{2,}} {_LETTER}+ {_LETTER}{{2,}}")
#: Characters of code that no sentence has behind its words.
_SIGNS = "(){}=;<>"
#: Words in a row, which code has only in strings and comments.
_WORDS = regex(rf"{_LETTER}{{2,}}(?:,? {_LETTER}{{2,}}){{3}}|[\u0e00-\u0eff\u3040-\u9fff]{{8}}")
STRING = regex(r"\"[^\"]*\"|'[^']*'")
#: What hardly anything but code has, in an indented line. Brackets and dollar signs count where they touch a
#: word on the side on which those of a text do not.
SIGN = regex(r"[\"`={}<>\\|_]|;$|[A-Za-z\d_][(\[](?!e?s\))|[(\[][\])]|\[[\"']|\$[A-Za-z_{(]|\$ [a-z]")
#: How many characters of a line are looked at, from its beginning or its end.
LONGEST = 400


def may_be_code(text: str) -> bool:
    """A test of whether a line may begin or end as code does, in a fifth of the time; most lines fail it."""
    if not text[0].isalpha() or text[:2] in BEGINNINGS or "=" in text or len(text) > LONGEST:
        return True
    return text[-1] in _END_SIGNS


def looks_like_code(text: str) -> bool:
    """Whether a line begins or ends as lines of code do."""
    if not may_be_code(text):
        return False
    begins_or_ends = CODE_BEGIN.match(text[:LONGEST]) or _ends_as_code(text[-LONGEST:])
    return bool(begins_or_ends) and not ends_as_sentence(text)


def _ends_as_code(text: str) -> bool:
    """Whether a line ends as code does; semicolons end items of enumerations too, and Greek questions."""
    if text[-1] == ";" and text[-2:-1] >= "\u0370" and text[-2].isalpha():
        return False
    if text[-1] not in _END_SIGNS or not _CODE_END.match(text) or _OTHER_END.search(text):
        return False
    return text[-1] in "{(" or not has_words(text)


def has_words(text: str) -> bool:
    """Whether a line has several words in a row outside of strings."""
    return _WORDS.search(STRING.sub("", text[:LONGEST])) is not None


def ends_as_sentence(text: str) -> bool:
    """Whether a line ends with a sentence."""
    end = text[-LONGEST:]
    if not end.endswith((".", "!", "?")):
        return end[-1:] in OTHER_ENDS
    return _SENTENCE.search(end, max(map(end.rfind, _SIGNS)) + 1, len(end) - 1) is not None
