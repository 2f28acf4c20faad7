"""What lines of program code, of shells and of settings look like, and what running text looks like."""

from __future__ import annotations

from articlex.regex import regex

#: A call, with calls in its arguments, of a name in ASCII: "新闻(5)" is an entry of a menu.
CALL = r"[A-Za-z\d_]\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)"
#: How lines of most programming and markup languages and shells end, and with which signs they do: to look
#: for such an end in all of a sentence takes long.
CODE_END = regex(rf".*(?:[;{{}}]|[A-Za-z\d_]\(|{CALL}\s*[;:]?|=>|\{{\}}\))$")
END_SIGNS = ";{}():>"
#: How they begin. (With a bracket, a word and a sign of equality begins a quotation in the BBCode of forums.)
KEYWORDS = (
    "def|class|import|from|return|const|let|var|function|public|private|static|void|if|for|while|else|elif|"
    "try|except|#include|#define|package|using|use|fn|func|end|SELECT|INSERT|UPDATE|FROM|WHERE"
)
OTHER_KEYWORDS = "async|await|export|pub|impl|struct|enum|interface"
CODE_BEGIN = regex(
    rf"(?:{KEYWORDS})\b.*[(){{}};:=<>*.,]|(?:{OTHER_KEYWORDS})\b.*[(){{}};=]"
    r"|import [\w.]+(?: as \w+)?$|from [\w.]+ import \w[\w, ]*$|with [\w.]+\(.*\) as \w+:$"
    r"|</?[a-z][\w-]*(?:\s[^<>]*)?/?>|//(?!.* //)|/\*|\*/|<\?php|# \S|#!/|>>> \S"
    r"|(?!\[\w+=)[\w.\[\]-]+(?: [-+*/:]?= |=)\S"
    r"|\"[\w$@./-]+\": ?\S|[\])}]+[,;]?$",
)
#: The first two letters of a line that begins with a keyword.
BEGINNINGS = frozenset(word[:2] for word in f"{KEYWORDS}|{OTHER_KEYWORDS}".split("|"))
#: What stands behind the sign of a currency above a table and inside a text ("$ in thousands, except per
#: share"): no command.
_UNIT = (
    r"(?:in|per|p|of|to|a|an|the|and|or|each|from|was|were|is|are|en|de|di|da|do|por|par|pro|je|us|usd|k|m|b|bn|"
    r"tn|mn|mm|mln|mld|mrd|mio|mil|mil[lijh]\w*|bil[lijh]\w*|tril[lij]\w*|"
    r"thousands?|hundreds?|amounts?|figures?|total|value|worth|sign|month|year|day|share)"
)
#: What somebody typed into a shell; a price has a digit behind its sign. It begins with a path or the name
#: of a program, and that with one to four words in all, an option, a path, a string or a file.
PROMPT = regex(
    rf"\$ (?!{_UNIT}(?![^\s,.:;()]))"
    r"(?:[~./_]|[a-z][\w+.-]*(?:$|(?: [\w:@+./-]*\w){1,3} ?$|(?= )[^$]*? (?:--?[A-Za-z]|[\"'~.<>|&=*{\\/]|\$)"
    r"|.*?(?:\w/\w|\w[=*]|\w\w\.[a-z]))"
    r"|(?:pip3?|git|npm|npx|apt|apt-get|docker|sudo|brew|yarn|cargo|conda|python3?|echo|curl|wget) \S)"
)
#: The same in an interpreter, which arrows and quotations of quotations look like, and what goes on with it.
OTHER_PROMPT = regex(r">>> \S|\.\.\.(?: |$)|> \S")
#: The header of a section of settings, and the first of these.
SECTION = regex(r"\[\[?[\w.:/-]+(?: \"[^\"]*\")?\]\]?$")
SETTING = regex(r"[\w.\"-]+ ?= ?\S")
#: An entry of a menu and how many things it leads to, a field of a form and that it is required, a character
#: of HTML.
OTHER_END = regex(r"^[A-Z][^()=.]*\((?:\d+|\*|[A-Z][A-Za-z ]*)\)$|&#?\w{1,10};$")
#: What running text has and code has not: a sentence that ends. Its words stand behind the last sign of code.
SENTENCE = regex(r"[^\W\d_]{2,} [^\W\d_]{2,} [^\W\d_]+ [^\W\d_]{2,}")
SENTENCE_END = (".", "!", "?")
#: Signs of code that no sentence has behind its words.
SIGNS = "(){}=;<>"
OTHER_SENTENCE = regex(r"[\u0600-\u9fff][。！？।॥۔؟]$")
#: Words in a row, as code has them in its strings and comments alone.
WORDS = regex(r"[^\W\d_]{2,}(?:,? [^\W\d_]{2,}){3}|[\u0e00-\u0eff\u3040-\u9fff]{8}")
STRING = regex(r"\"[^\"]*\"|'[^']*'")
#: Signs that hardly anything else has, for lines that are set in. Parentheses, brackets and dollar signs are
#: ones of code where they touch a word on the side where those of a text do not.
SIGN = regex(r"[\"`={}<>\\|_]|;$|[A-Za-z\d_][(\[](?!e?s\))|[(\[][\])]|\[[\"']|\$[A-Za-z_{(]|\$ [a-z]")
#: Characters of a line that are looked at.
LONGEST = 400


def may_be_code(text: str) -> bool:
    """Whether a line has anything that lines of code begin or end with: most of those that begin with a
    letter have not, and are told so in a fifth of the time."""
    if not text[0].isalpha() or text[:2] in BEGINNINGS or "=" in text or len(text) > LONGEST:
        return True
    return text[-1] in END_SIGNS


def looks_like_code(text: str) -> bool:
    """Whether a line begins or ends as lines of code do."""
    if not may_be_code(text):
        return False
    begins_or_ends = CODE_BEGIN.match(text[:LONGEST]) or _ends_as_code(text[-LONGEST:])
    return bool(begins_or_ends) and not is_prose(text)


def _ends_as_code(text: str) -> bool:
    """Whether a line ends as lines of code do; a text that enumerates has semicolons too, and a question in
    Greek ends with one."""
    if text[-1] == ";" and text[-2:-1] >= "\u0370" and text[-2].isalpha():
        return False
    if text[-1] not in END_SIGNS or not CODE_END.match(text) or OTHER_END.search(text):
        return False
    return text[-1] in "{(" or not has_words(text)


def has_words(text: str) -> bool:
    """Whether words stand in a row outside of strings."""
    return WORDS.search(STRING.sub("", text[:LONGEST])) is not None


def is_prose(text: str) -> bool:
    """Whether a line ends with a sentence."""
    end = text[-LONGEST:]
    if not end.endswith(SENTENCE_END):
        return OTHER_SENTENCE.search(end[-2:]) is not None
    return SENTENCE.search(end, max(map(end.rfind, SIGNS)) + 1, len(end) - 1) is not None
