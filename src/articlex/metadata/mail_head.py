"""The header of the mail that holds a page: sender, date and subject (RFC 5322, 3.6).

The reader passes its fields on as <meta> elements. A saved newsletter states its date nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.page import Fact, Field

REASONS = {
    "mail-head": "The head of the mail that holds the page states it.",
    "mail-sent": "The head of the mail that holds the page says when it was sent.",
}

NAME = "mail"

_SENDER, _DATE, _SUBJECT = "mail from", "mail date", "mail subject"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The subject as a title, the sender's name without the address, and the day."""
    if _SENDER not in evidence.metas:
        return
    from email.utils import parseaddr  # imported here because few pages are mails

    claim = evidence.claims(NAME, "mail-head")
    yield from claim.title(_SUBJECT, score=0.40)
    sender = parseaddr(evidence.meta(_SENDER))[0]
    yield from claim.stated_authors([RawNames(sender)], 0.42, printed=False)
    yield from evidence.claims(NAME, "mail-sent").date(Field.DATE_PUBLISHED, evidence.meta(_DATE), 0.95)


SOURCE = Source(NAME, state, REASONS)
